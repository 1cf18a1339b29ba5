"""Two charts of reporting lines: who comes, who has another boss, and how many each boss leads."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from teamplan.errors import TeamplanError
from teamplan.language import Speaker
from teamplan.page.answer import FORMAT_VERSION
from teamplan.page.problems import tell
from teamplan.questions.diff.charts import diff_charts
from teamplan.questions.diff.saved_plan import read_saved
from tests.cli.prompt import teamplan


def seat(id_: str, boss: str = "owner", status: str = "planned", name: str | None = None) -> dict[str, Any]:
    return {"id": id_, "role": id_.rpartition("-")[0], "status": status, "boss": boss, "name": name}


def chart(*people: dict[str, Any], stage: str = "promotion", orders: float = 30.0) -> dict[str, Any]:
    return {"format_version": FORMAT_VERSION, "stage": stage, "orders": orders, "people": people, "spans": []}


def changes(before: dict[str, Any], after: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [(change.what, change.values) for change in diff_charts(before, after)]


def test_the_same_chart_has_no_change() -> None:
    assert changes(chart(seat("agent-1")), chart(seat("agent-1"))) == []


def test_a_lead_who_comes_takes_people_over() -> None:
    after = chart(seat("agent-1", "lead-1"), seat("agent-2", "lead-1"), seat("lead-1"))
    assert changes(chart(seat("agent-1"), seat("agent-2")), after) == [
        ("people", {"role": "lead", "before": 0, "after": 1}),
        ("total", {"before": 2, "after": 3}),
        ("reports-else", {"role": "agent", "before": ["owner"], "after": ["lead"]}),
        ("reports", {"role": "lead", "bosses": ["owner"]}),
        ("leads", {"role": "owner", "before": 2, "after": 1}),
        ("leads", {"role": "lead", "before": 0, "after": 2}),
    ]


def test_a_place_to_fill_is_led_and_is_nobody_yet() -> None:
    after = chart(seat("agent-1"), seat("agent-2", status="vacant"))
    assert changes(chart(seat("agent-1")), after) == [("leads", {"role": "owner", "before": 1, "after": 2})]


def test_a_person_who_moves_is_told_by_name() -> None:
    before = chart(seat("agent-1", "lead-1", name="Li"), seat("lead-1", name="Wang"), seat("lead-2", name="Zhao"))
    after = chart(seat("agent-1", "lead-2", name="Li"), seat("lead-1", name="Wang"), seat("lead-2", name="Zhao"))
    assert changes(before, after) == [("person-moves", {"name": "Li", "before": "Wang", "after": "Zhao"})]


def test_charts_of_two_sizes_add_up(tmp_path: Path) -> None:
    for orders in ("120", "650"):
        drawn = teamplan("orgchart", "--orders", orders, "--format", "json").stdout
        (tmp_path / f"{orders}.json").write_text(drawn, encoding="utf-8")
    told = json.loads(teamplan("diff", "120.json", "650.json", "--format", "json", cwd=tmp_path).stdout)
    assert told["kind"] == "chart"
    people = {each["values"]["role"]: each["values"] for each in told["changes"] if each["what"] == "people"}
    (_, small), (_, large) = (read_saved(tmp_path / f"{orders}.json", FORMAT_VERSION) for orders in ("120", "650"))
    assert {role: values["after"] for role, values in people.items() if values["after"]} == {
        role: count
        for role, count in Counter(each["role"] for each in large["people"]).items()
        if count != Counter(each["role"] for each in small["people"])[role]
    }
    page = teamplan("diff", "120.json", "650.json", "--lang", "zh", cwd=tmp_path).stdout
    assert "库管：改为向仓库主管汇报，原向店主汇报" in page


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        ({"id": "agent-1", "role": "agent", "status": "planned"}, "people > agent-1 > boss: “boss” is missing"),
        (seat("agent-1") | {"role": 3}, "people > agent-1 > role: expected a text, found 3"),
    ],
    ids=["boss", "role"],
)
def test_a_faulty_chart_is_told_with_its_place(bad: dict[str, Any], told: str, tmp_path: Path) -> None:
    path = tmp_path / "chart.json"
    path.write_text(json.dumps(chart(bad)), encoding="utf-8")
    with pytest.raises(TeamplanError) as caught:
        read_saved(path, FORMAT_VERSION)
    assert told in tell(caught.value.problems, Speaker("en"))


def test_a_chart_and_a_plan_are_not_compared(tmp_path: Path) -> None:
    for command in ("orgchart", "recommend"):
        made = teamplan(command, "--orders", "120", "--format", "json").stdout
        (tmp_path / f"{command}.json").write_text(made, encoding="utf-8")
    done = teamplan("diff", "orgchart.json", "recommend.json", cwd=tmp_path)
    assert done.returncode == 2
    assert "they are a chart and a plan" in done.stderr
