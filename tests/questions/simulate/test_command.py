"""`teamplan simulate`: whose weeks are tried, what is told of them, and what is computed beside it."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.prompt import teamplan

SHOP = ("simulate", "--orders", "270")
NEAR = 0.025  # of the service level, in some weeks


def asked(*more: str, cwd: Path | None = None) -> dict[str, Any]:
    done = teamplan(*SHOP, *more, "--format", "json", cwd=cwd)
    assert done.returncode == 0, done.stderr
    (trial,) = json.loads(done.stdout)["items"]
    found: dict[str, Any] = trial
    return found


def test_the_people_of_the_plan_are_tried_for_a_year() -> None:
    trial = asked()
    assert (trial["role"], trial["whose"], trial["people"]) == ("pre-sale-service", "plan", 5)
    assert (trial["weeks"], trial["days"], trial["work"], trial["seed"]) == (52, 364, "exponential", 1)
    assert sum(trial["turns"].values()) == pytest.approx(5 * 5)
    assert trial["low"] < trial["simulated"] < trial["high"]
    assert trial["simulated"] == pytest.approx(trial["computed"], abs=NEAR)
    assert (trial["target"], trial["within_minutes"], trial["attendance"], trial["day_cv"]) == (0.8, 0.5, 0.94, 0)
    for name in ("below_target", "abandoned", "occupancy", "worked", "overtime_hours"):
        assert 0 < trial[name]["low"] < trial[name]["value"] < trial[name]["high"]
    late, left = trial["overtime_after_turns"], trial["overtime_left_over"]
    assert trial["overtime_hours"]["value"] == pytest.approx(late + left)
    assert list(trial["by_day"]) == list(trial["turns"])


def test_days_are_rounded_up_to_weeks() -> None:
    assert asked("--days", "8") == asked("--weeks", "2")
    assert asked("--days", "1")["overtime_hours"]["high"] is None  # one week bounds nothing


def test_more_people_meet_the_same_buyers_and_answer_more_of_them() -> None:
    few, many = (asked("--weeks", "8", "--people", people) for people in ("5", "7"))
    assert (few["whose"], few["people"], many["people"]) == ("people", 5, 7)
    assert few["chats"] == many["chats"]
    assert few["simulated"] < many["simulated"]
    assert few["below_target"]["value"] > many["below_target"]["value"]
    plan = asked("--weeks", "8")
    assert plan["simulated"] == few["simulated"]
    assert asked("--weeks", "8", "--people", "pre-sale-service=7") == many


def test_days_that_differ() -> None:
    calm, wild = (asked("--weeks", "12", "--day-cv", cv) for cv in ("0%", "30%"))
    assert calm == asked("--weeks", "12")
    assert wild["day_cv"] == 0.3
    assert wild["high"] - wild["low"] > calm["high"] - calm["low"]
    assert asked("--weeks", "12", "--day-cv", "0.3", "--seed", "2")["chats"] != wild["chats"]


def test_a_team_file_is_read_by_duties(tmp_path: Path) -> None:
    """Agents of the stage before answer chats beside the one pre-sale agent; who works in part is no seat."""
    team = "roles: {customer-service-agent: 3, pre-sale-service: {people: 2, part_time: 1}, store-manager: 1}"
    (tmp_path / "team.yaml").write_text(team, encoding="utf-8")
    trial = asked("--weeks", "2", "--team", "team.yaml", cwd=tmp_path)
    assert trial["whose"] == "team"
    assert 2 < trial["people"] <= 5
    (tmp_path / "store.yaml").write_text("orders: 270\nteam: {roles: {pre-sale-service: 4}}\n", encoding="utf-8")
    assert asked("--weeks", "2", "--store", "store.yaml", cwd=tmp_path)["people"] == 4


def test_all_faults_are_told_at_once() -> None:
    done = teamplan(*SHOP, "--weeks", "0", "--day-cv", "-1", "--people", "a=b", "--seed", "x", "--work", "none")
    assert done.returncode == 2
    places = [line.partition(":")[0] for line in done.stderr.splitlines()]
    assert sorted(places) == ["--day-cv", "--people", "--seed", "--weeks", "--work"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_says_what_was_promised_computed_and_seen(language: str) -> None:
    told = teamplan(*SHOP, "--weeks", "2", "--day-cv", "20%", "--lang", language, COLUMNS="200").stdout
    for sentence in {
        "en": ("5 on the books, 2 weeks", "Promised: 80% within 30 s", "Computed for these people: ", "95% confidence"),
        "zh": ("在职 5 人，模拟 2 周", "承诺：30 秒内应答 80%", "按这些人计算：", "95% 置信区间"),
    }[language]:
        assert sentence in told
    assert ("the level of days varies by 20%" if language == "en" else "日间波动 20%") in told


def test_a_week_alone_gives_no_interval_of_its_overtime() -> None:
    assert " h in the week: " in teamplan(*SHOP, "--weeks", "1", COLUMNS="200").stdout
    assert "当周" in teamplan(*SHOP, "--weeks", "1", "--lang", "zh", COLUMNS="200").stdout


def test_a_table_for_machines_has_a_row_a_role() -> None:
    rows = teamplan(*SHOP, "--weeks", "1", "--format", "csv").stdout.splitlines()
    assert len(rows) == 2
    columns = set(rows[0].split(","))
    assert {"computed", "simulated", "below_target_value", "overtime_hours_high", "turns_mon"} <= columns
