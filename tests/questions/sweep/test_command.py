"""`teamplan sweep` and `recommend --range` at the prompt."""

import csv
import io
import json

import pytest

from tests.cli.prompt import teamplan

ALONG = ("sweep", "visitors=1000..20000", "--conversion", "4.5%")


def test_every_step_is_what_recommend_says() -> None:
    found = json.loads(teamplan(*ALONG, "--steps", "5", "--format", "json").stdout)
    assert [step["value"] for step in found["steps"]] == ["1000", "5750", "10500", "15250", "20000"]
    for step in found["steps"]:
        asked = ("--visitors", step["value"], "--conversion", "4.5%", "--format", "json")
        plan = json.loads(teamplan("recommend", *asked).stdout)
        assert (step["headcount"], step["stage"], step["orders"]) == (
            plan["headcount"], plan["stage"]["id"], plan["store"]["orders"],
        )  # fmt: skip
        assert step["roles"] == {role["id"]: role["headcount"] for role in plan["roles"] if role["headcount"]}


def test_stage_changes_are_marked_and_the_team_never_shrinks() -> None:
    steps = json.loads(teamplan(*ALONG, "--format", "json").stdout)["steps"]
    assert [step["stage"] for step in steps if step["begins"]] == ["three-months", "half-year", "one-year"]
    people = [step["headcount"] for step in steps]
    assert people == sorted(people)
    assert "Half a year begins" in teamplan(*ALONG).stdout
    assert "进入团队期（半年）" in teamplan(*ALONG, "--lang", "zh").stdout


@pytest.mark.parametrize(
    ("along", "first", "last"),
    [("silent-share=30%..85%", "30%", "85%"), ("pack_minutes=100/day..200/day", "100/day", "200/day")],
)
def test_any_input_can_be_swept(along: str, first: str, last: str) -> None:
    done = teamplan("sweep", along, "--orders", "270", "--steps", "3", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert (rows[0]["value"], rows[-1]["value"], len(rows)) == (first, last, 3)
    assert len({row["headcount"] for row in rows}) > 1


def test_both_ends_of_a_sweep_want_one_unit() -> None:
    done = teamplan("sweep", "pack_minutes=2..6 min", "--orders", "270", "--steps", "3", "--format", "csv")
    assert (done.returncode, done.stdout) == (2, "")
    assert "“pack_minutes=2..6 min” is not an input with its first and last value" in done.stderr


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_range_stands_beside_the_plan(language: str) -> None:
    plain = teamplan("recommend", "--orders", "270", "--lang", language)
    ranged = teamplan("recommend", "--orders", "270", "--range", "--lang", language)
    assert ranged.stdout.startswith(plain.stdout.splitlines()[0])  # with the likely ends behind it
    assert "pack_minutes" in ranged.stdout
    assert "pack_minutes" not in plain.stdout


def test_the_range_lies_around_the_plan() -> None:
    plan = json.loads(teamplan("recommend", "--orders", "30", "--range", "--format", "json").stdout)
    assert plan["range"]["total"]["low"] <= plan["headcount"] <= plan["range"]["total"]["high"]


def test_nobody_in_a_role_is_nought_in_csv() -> None:
    lines = teamplan("sweep", "orders=10..600", "--steps", "3", "--format", "csv").stdout.splitlines()
    head, *rows = [line.split(",") for line in lines]
    roles = [place for place, key in enumerate(head) if key.startswith("roles_")]
    assert len(roles) > 5
    assert all(row[place].isdigit() for row in rows for place in roles)
    people = head.index("headcount")
    assert [sum(int(row[place]) for place in roles) for row in rows] == [int(row[people]) for row in rows]
