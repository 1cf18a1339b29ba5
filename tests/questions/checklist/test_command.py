"""`teamplan checklist`: who, what, who covers the rest, and ticks that last."""

import json
from pathlib import Path

from tests.cli.prompt import shell, teamplan


def test_a_stage_without_a_shop_is_listed_at_its_start() -> None:
    listed = json.loads(teamplan("checklist", "half-year", "--format", "json").stdout)
    plan = json.loads(teamplan("recommend", "--orders", "200", "--format", "json").stdout)
    hired = {role["id"]: role["headcount"] for role in plan["roles"] if role["headcount"]}
    assert {entry["role"]: entry["people"] for entry in listed["entries"]} == hired
    assert listed["not_hired"] == ["warehouse-lead", "bookkeeper", "purchaser"]
    assert listed["next"] == "one-year"
    assert listed["prepare"]


def test_every_arising_duty_has_exactly_one_box() -> None:
    listed = json.loads(teamplan("checklist", "--orders", "270", "--format", "json").stdout)
    boxes = [box["item"] for entry in listed["entries"] for box in entry["duties"]]
    boxes += [box["item"] for box in listed["cover"]]
    assert len(boxes) == len(set(boxes))
    from teamplan.reading.load import load
    from teamplan.reading.places import built_in

    playbook = load(built_in())
    assert set(boxes) == {duty for duty in playbook.duties if playbook.arises(duty, "half-year")}


def test_roles_stand_in_hire_order() -> None:
    listed = json.loads(teamplan("checklist", "--orders", "650", "--format", "json").stdout)
    from teamplan.reading.load import load
    from teamplan.reading.places import built_in

    tiers = [load(built_in()).roles[entry["role"]].hire_tier for entry in listed["entries"]]
    assert tiers == sorted(tiers)


def test_markdown_is_boxes_to_paste() -> None:
    text = teamplan("checklist", "promotion", "--format", "markdown").stdout
    assert "- [ ] Answer buyers before they order" in text


def test_ticks_are_kept_and_come_back(tmp_path: Path) -> None:
    file = tmp_path / "ticks.yaml"
    first = teamplan("checklist", "promotion", "--done", str(file))
    assert first.returncode == 0
    assert file.read_text(encoding="utf-8") == "done: []\n"
    box = "customer-service-agent/pre-sale-chat"
    teamplan("checklist", "promotion", "--done", str(file), "--tick", box)
    again = teamplan("checklist", "promotion", "--done", str(file), "--format", "markdown").stdout
    assert "- [x] Answer buyers before they order" in again
    assert again.count("[x]") == 1
    teamplan("checklist", "half-year", "--done", str(file), "--tick", "owner/steer")
    assert file.read_text(encoding="utf-8") == f"done:\n- {box}\n- owner/steer\n"
    assert [path.name for path in tmp_path.iterdir()] == ["ticks.yaml"]


def test_a_tick_without_a_file_is_refused_with_boxes_that_do_not_exist() -> None:
    done = teamplan("checklist", "promotion", "--tick", "owner/steer", "--tick", "owner/ster")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        "--tick: there is no file to keep the ticks in. Add --done ticks.yaml.",
        "there is no box “owner/ster” in this checklist. Did you mean “owner/steer”?",
    ]


def test_ticks_of_several_at_once_are_all_kept(tmp_path: Path) -> None:
    boxes = [box["id"] for box in json.loads(teamplan("checklist", "promotion", "--format", "json").stdout)["cover"]][
        :6
    ]
    prompts = (f"teamplan checklist promotion --done {tmp_path}/t.yaml --tick {box} &" for box in boxes)
    assert shell(" ".join(prompts) + " wait").stderr == ""
    assert (tmp_path / "t.yaml").read_text(encoding="utf-8").split() == [
        "done:",
        *" - ".join(["", *sorted(boxes)]).split(),
    ]


def test_a_faulty_tick_file_is_located_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "ticks.yaml"
    file.write_text("done: [owner/steer]\nfoo: 1\n", encoding="utf-8")
    done = teamplan("checklist", "promotion", "--done", str(file), "--tick", "owner/steer")
    assert done.returncode == 2
    assert f"{file}:2:1: foo: “foo” is not known here" in done.stderr
    assert file.read_text(encoding="utf-8") == "done: [owner/steer]\nfoo: 1\n"
