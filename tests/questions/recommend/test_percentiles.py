"""`recommend --percentile`: a word on the first screen, a table in the details, and nothing new where nobody asked."""

import json
from typing import Any

import pytest

from teamplan.questions.recommend.first_screen import COLUMNS, MOST_LINES
from tests.cli.prompt import teamplan

SHOP = ("recommend", "--orders", "270")


def told(*arguments: str) -> str:
    done = teamplan(*SHOP, *arguments, COLUMNS=str(COLUMNS))
    assert done.returncode == 0, done.stderr
    return done.stdout


def data(*arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(told(*arguments, "--format", "json"))
    return found


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown", "yaml"])
def test_fifty_is_what_nobody_asked_for(form: str) -> None:
    assert told("--format", form, "--percentile", "50") == told("--format", form)
    assert "percentile" not in told("--format", form)


def test_a_percentile_costs_people_and_buys_days() -> None:
    mean, high = data("--details"), data("--percentile", "90")
    rows = {each["percentile"]: each for each in high["percentiles"]}
    assert mean["percentiles"] == high["percentiles"]
    assert "percentile" not in mean
    assert (high["percentile"], rows[90.0]["people"], rows[50.0]["people"]) == (
        90.0,
        high["headcount"],
        mean["headcount"],
    )
    assert rows[90.0]["more"] == high["headcount"] - mean["headcount"] > 0
    assert [rows[each]["days_above"] for each in (50.0, 80.0, 90.0, 95.0)] == [15.0, 6.0, 3.0, 1.5]


@pytest.mark.parametrize(("language", "word"), [("en", "enough on 80 % of days"), ("zh", "够 80% 的日子用")])
def test_the_first_screen_says_one_word(language: str, word: str) -> None:
    shown = told("--percentile", "80", "--lang", language)
    assert word in shown.splitlines()[0]
    assert len(shown.splitlines()) <= MOST_LINES
    assert word[:9] not in told("--lang", language)


def test_the_details_have_the_table_with_any_percentile_in_its_place() -> None:
    shown = told("--details", "--percentile", "87.5")
    table = shown[shown.index("Enough for so many days") :].splitlines()
    assert [line.split("%")[0].strip() for line in table[3:8]] == ["50", "80", "87.5", "90", "95"]


def test_a_store_file_may_say_it(tmp_path: Any) -> None:
    (tmp_path / "store.yaml").write_text("orders: 270\npercentile: 90%\n", encoding="utf-8")
    done = teamplan("recommend", "--store", "store.yaml", "--format", "json", cwd=tmp_path)
    assert json.loads(done.stdout)["headcount"] == data("--percentile", "90")["headcount"]


@pytest.mark.parametrize("given", ["100", "49", "0", "nan", "abc", "0.8", "-80", "80 days", ""])
def test_what_is_no_percentile_is_told_once(given: str) -> None:
    done = teamplan(*SHOP, f"--percentile={given}")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert f"--percentile: “{given}” is no percentile of days" in done.stderr


def test_every_question_plans_for_the_same_days() -> None:
    """The next hire of `next` is that of `recommend`, a team that fits is what `capacity` carries, `explain` agrees."""
    asked = ("--orders", "270", "--percentile", "90")
    plan = data("--percentile", "90")
    coming = json.loads(teamplan("next", *asked, "--format", "json").stdout)
    nearest = min(role["next_at"]["orders"] for role in plan["roles"] if role["next_at"])
    assert nearest in [each["orders"] for each in coming["triggers"]]
    for role in plan["roles"]:
        if role["headcount"]:
            reason = json.loads(teamplan("explain", role["id"], *asked, "--format", "json").stdout)
            assert reason["values"]["people"] == role["headcount"]
