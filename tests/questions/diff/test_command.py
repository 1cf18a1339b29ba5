"""`teamplan diff`: stages, plans, teams, playbooks."""

import json
import os
from fractions import Fraction
from pathlib import Path

import pytest

from teamplan.errors import TeamplanError
from teamplan.language import Speaker
from teamplan.page.problems import tell
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store
from teamplan.questions.diff.sides import compare, named_in
from tests.cli.prompt import teamplan

SAID = "name: {en: Tags, zh: 标签}\nabout: {en: Tags on goods., zh: 给货品贴标签。}\n"


def changes(*arguments: str, cwd: Path | None = None) -> list[dict[str, object]]:
    done = teamplan("diff", *arguments, "--format", "json", cwd=cwd)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, object]] = json.loads(done.stdout)["changes"]
    return found


def saved(folder: Path, name: str, *shop: str) -> None:
    (folder / name).write_text(teamplan("recommend", *shop, "--format", "json").stdout, encoding="utf-8")


def test_half_a_year_names_the_split_the_promoter_the_manager_and_the_second_keeper() -> None:
    text = teamplan("diff", "three-months", "half-year").stdout
    for line in (
        "Customer service agent splits into Pre-sale agent, After-sale agent",
        "new role: Store manager",
        "Promoter: dedicated, whatever the founder knows",
        "Warehouse keeper: at least 2 instead of 1",
        "Answer buyers before they order: from Customer service agent to Pre-sale agent",
    ):
        assert line in text


@pytest.mark.parametrize("shop", [(), ("--orders", "500")])
def test_duties_move_only_to_roles_that_somebody_is_in(shop: tuple[str, ...]) -> None:
    found = changes("half-year", "one-year", *shop)
    heirs = {change["values"]["after"] for change in found if str(change["what"]).startswith("duty-")}  # type: ignore[index]
    assert heirs == {"store-manager", "service-lead", "hr-specialist", "owner"}
    empty = next(change["values"] for change in found if change["what"] == "not-yet")
    assert empty["roles"] == [  # type: ignore[index]
        "event-specialist", "data-analyst", "channel-specialist", "content-specialist", "brand-specialist",
        "photographer", "design-lead",
    ]  # fmt: skip
    large = changes("half-year", "one-year", "--orders", "5000")
    assert {"duty": "run-campaigns", "before": "operator", "after": "event-specialist"} in [
        each["values"] for each in large
    ]


def test_with_a_shop_the_two_headcounts_are_compared() -> None:
    found = changes("three-months", "half-year", "--orders", "200")
    total = next(change["values"] for change in found if change["what"] == "total")
    counts = [
        json.loads(teamplan("recommend", "--orders", "200", "--stage", stage, "--format", "json").stdout)["headcount"]
        for stage in ("three-months", "half-year")
    ]
    assert total == {"before": counts[0], "after": counts[1]}


def test_two_saved_plans(tmp_path: Path) -> None:
    saved(tmp_path, "a.json", "--orders", "270")
    saved(tmp_path, "b.json", "--orders", "350")
    found = changes("a.json", "b.json", cwd=tmp_path)
    assert found[0] == {"what": "orders", "values": {"before": 270.0, "after": 350.0}}
    assert [each["what"] for each in found[-2:]] == ["total", "cost"]
    assert changes("a.json", "a.json", cwd=tmp_path) == []


def test_a_team_and_a_plan(tmp_path: Path) -> None:
    saved(tmp_path, "plan.json", "--orders", "100")
    (tmp_path / "team.yaml").write_text("roles: {warehouse-keeper: 1}\n", encoding="utf-8")
    found = changes("team.yaml", "plan.json", cwd=tmp_path)
    assert found[0] == {"what": "people", "values": {"role": "operator", "before": 0, "after": 1}}
    assert {"role": "customer-service-agent", "before": 0, "after": 2} in [each["values"] for each in found]


def test_two_playbooks_differ_in_an_assumption(tmp_path: Path) -> None:
    for name in ("a", "b"):
        teamplan("stages", "new", name, cwd=tmp_path)
    file = tmp_path / "b" / "assumptions.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("value: 2.6 min", "value: 3 min"), encoding="utf-8")
    assert changes("a", "b", cwd=tmp_path) == [
        {"what": "assumption", "values": {"name": "pack_minutes", "before": "2.6 min", "after": "3 min"}}
    ]


def test_two_playbooks_differ_in_what_each_has_and_in_whom_a_shop_needs(tmp_path: Path, playbook: Playbook) -> None:
    duty = "tag: {name: {en: Tag, zh: 贴标签}, function: warehouse, hours_per_week: $data_review_hours}\n"
    files = {"playbook": "extends: marketplace\n", "duties": duty, "assumptions": "pack_minutes: {value: 4 min}\n"}
    (tmp_path / "mine").mkdir()
    for name, text in files.items():
        (tmp_path / "mine" / f"{name}.yaml").write_text(text, encoding="utf-8")
    found = compare(playbook, "marketplace", str(tmp_path / "mine"), Store(orders=Fraction(300)))
    told = [(each.what, *each.values.values()) for each in found.changes]
    assert told[:2] == [("duty-added", "tag"), ("assumption", "pack_minutes", "2.6 min", "4 min")]
    assert ("people", "warehouse-keeper", 4, 6) in told
    assert [what for what, *_ in told[-2:]] == ["total", "cost"]
    assert named_in(playbook, "marketplace", str(tmp_path / "mine")).duties["tag"].name.zh == "贴标签"
    (tmp_path / "mine" / "overlay.yaml").write_text(SAID, encoding="utf-8")
    (tmp_path / "mine" / "playbook.yaml").unlink()
    over = compare(playbook, "marketplace", f"marketplace+{tmp_path / 'mine'}", None)
    assert [(each.what, *each.values.values()) for each in over.changes] == told[:2]


@pytest.mark.parametrize(("sides", "code"), [(("three-months", "half-year"), 1), (("promotion", "promotion"), 0)])
def test_exit_code_tells_of_differences_when_asked(sides: tuple[str, str], code: int) -> None:
    assert teamplan("diff", *sides).returncode == 0
    assert teamplan("diff", *sides, "--exit-code").returncode == code


def test_a_side_in_a_folder_that_nobody_may_enter_is_said(playbook: Playbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may be allowed everything, so the refusal is played."""

    def refused(path: Path, **_: bool) -> os.stat_result:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "stat", refused)
    with pytest.raises(TeamplanError) as caught:
        compare(playbook, "unread/a.json", "half-year", None)
    assert tell(caught.value.problems, Speaker("en")) == "unread/a.json: cannot be read: Permission denied"


def test_what_cannot_be_compared_is_said(tmp_path: Path) -> None:
    saved(tmp_path, "plan.json", "--orders", "100")
    mixed = teamplan("diff", "promotion", "plan.json", cwd=tmp_path)
    assert mixed.returncode == 2
    assert "cannot be compared" in mixed.stderr
    (tmp_path / "no.json").write_text('{"roles": 3}', encoding="utf-8")
    no_plan = teamplan("diff", "plan.json", "no.json", cwd=tmp_path)
    assert no_plan.returncode == 2
    assert "no.json: is not a plan or chart saved with --format json" in no_plan.stderr
