"""`teamplan sweep` and `recommend --range` at the prompt."""

import csv
import io
import json

import pytest

from teamplan.i18n.problems import PROBLEMS
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
    assert "进入半年期" in teamplan(*ALONG, "--lang", "zh").stdout


@pytest.mark.parametrize(
    ("along", "first", "last"),
    [
        ("pack_minutes=2..6 min", "2", "6"),
        ("silent-share=30%..85%", "30%", "85%"),
        ("pack_minutes=100/day..200/day", "100/day", "200/day"),
    ],
)
def test_any_input_can_be_swept(along: str, first: str, last: str) -> None:
    done = teamplan("sweep", along, "--orders", "270", "--steps", "3", "--format", "csv")
    if first == "2":  # one unit at both ends
        assert (done.returncode, "first and last value" in done.stderr) == (2, True)
        return
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert (rows[0]["value"], rows[-1]["value"], len(rows)) == (first, last, 3)
    assert len({row["headcount"] for row in rows}) > 1


@pytest.mark.parametrize(
    ("key", "arguments"),
    [
        ("not-a-sweep", ("visitors", "--conversion", "4%")),
        ("not-a-sweep", ("visitors=1..x", "--conversion", "4%")),
        ("not-steps-of-sweep", ("visitors=1..9", "--conversion", "4%", "--steps", "1")),
        ("unknown-assumption", ("pack_minuets=1..9", "--orders", "40")),
    ],
)
def test_a_wrong_sweep_gets_one_clear_sentence(key: str, arguments: tuple[str, ...]) -> None:
    for place, language in enumerate(("en", "zh")):
        done = teamplan("sweep", *arguments, "--lang", language)
        assert (done.returncode, done.stdout, "Traceback" in done.stderr) == (2, "", False)
        assert PROBLEMS[key][place].split("}")[-1].split("{")[0].strip() in done.stderr


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_range_stands_beside_the_plan(language: str) -> None:
    plain = teamplan("recommend", "--orders", "270", "--lang", language)
    ranged = teamplan("recommend", "--orders", "270", "--range", "--lang", language)
    assert ranged.stdout.splitlines()[0] == plain.stdout.splitlines()[0]
    assert "pack_minutes" in ranged.stdout
    assert "pack_minutes" not in plain.stdout
    plan = json.loads(teamplan("recommend", "--orders", "270", "--range", "--format", "json").stdout)
    assert plan["range"]["total"]["low"] <= plan["headcount"] <= plan["range"]["total"]["high"]
