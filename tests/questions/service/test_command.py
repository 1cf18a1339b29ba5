"""`teamplan service` and `teamplan simulate`: a day, one interval, a simulation."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.prompt import process, teamplan

DAY = ("--chats", "300", "--open", "09:00-23:00")
HOUR = ("--per-hour", "200", "--handle", "3", "--model", "erlang-c", "--target", "80%/20s")
KEYS = {
    "model", "agents", "p_wait", "service_level", "service_level_definition", "mean_wait_minutes", "abandoned",
    "occupancy", "agents_needed", "agents_needed_real",
}  # fmt: skip


def asked(*arguments: str) -> dict[str, Any]:
    done = teamplan("service", *arguments, "--format", "json")
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def test_one_interval_is_the_published_one() -> None:
    """CRAN ErlangC and pyworkforce print these figures for 100 calls in half an hour."""
    answer = asked(*HOUR, "--agents", "14")
    assert answer.keys() >= KEYS
    assert answer["p_wait"] == pytest.approx(0.1741319, abs=6e-8)
    assert answer["service_level"] == pytest.approx(0.88835, abs=6e-7)
    assert 60 * answer["mean_wait_minutes"] == pytest.approx(7.83593701177724)
    assert (answer["occupancy"], answer["agents_needed"]) == (pytest.approx(0.7142857, abs=6e-8), 14)


def test_without_agents_every_figure_is_that_of_those_needed() -> None:
    answer = asked(*HOUR)
    assert answer == asked(*HOUR, "--agents", str(answer["agents_needed"]))
    assert answer["agents_needed"] - 1 < answer["agents_needed_real"] <= answer["agents_needed"]


@pytest.mark.parametrize(
    ("arguments", "agents"),
    [
        (("--per-hour", "2000", "--handle", "1.5", "--model", "erlang-b", "--target", "99%/0s"), 64),
        (("--per-hour", "118", "--handle", "5", "--patience", "10 h", "--model", "erlang-a", "--target", "95%/8h"), 10),
        (("--per-hour", "90", "--handle", "6,7,8.5,10.5", "--patience", "2", "--target", "80%/30s"), 4),
        (("--per-hour", "0", "--handle", "6"), 0),
        ((*HOUR, "--max-occupancy", "70%"), 15),
    ],
)
def test_agents_needed_by_each_model(arguments: tuple[str, ...], agents: int) -> None:
    assert asked(*arguments)["agents_needed"] == agents


@pytest.mark.parametrize(
    ("chats", "people"),
    [
        (75, (3, 3, 3)),
        (150, (4, 4, 4)),
        (300, (5, 6, 6)),
        (600, (9, 10, 11)),
        (900, (12, 14, 15)),
        (1200, (16, 18, 19)),
    ],
)
def test_people_for_four_days_of_five(chats: int, people: tuple[int, int, int]) -> None:
    """On the mean day, and for 80 % of days that differ by 20 and by 30 %."""
    day = ("--chats", str(chats), "--open", "09:00-23:00")
    answers = [asked(*day)] + [asked(*day, "--percentile", "80", "--day-cv", each) for each in ("20%", "30%")]
    assert tuple(each["staff"]["people"] for each in answers) == people
    usual = [{each["percentile"]: each["people"] for each in answer["percentiles"]} for answer in answers]
    assert (usual[0][80.0], usual[2][80.0]) == people[1:]
    assert asked(*day, "--percentile", "95", "--day-cv", "0%")["staff"] == answers[0]["staff"]


def test_the_day_is_the_one_that_the_people_are_enough_for() -> None:
    mean, high = asked(*DAY), asked(*DAY, "--percentile", "80")
    assert mean == asked(*DAY, "--percentile", "50")
    assert high["chats"] == mean["chats"] == mean["chats_planned"] == 300
    assert high["chats_planned"] / 300 == pytest.approx(high["busiest_day"]["chats"] / mean["busiest_day"]["chats"])
    assert high["chats_planned"] == pytest.approx(300 * (1 + 0.8416 * 0.2), rel=1e-4)
    assert high["busiest_day"]["service_level"] >= 0.8
    shown = teamplan("service", *DAY, "--percentile", "80").stdout
    assert "Sized for 80 % of days: up to 350.5 chats" in shown
    assert "Sized for" not in teamplan("service", *DAY).stdout


def test_a_queue_without_end_says_so_without_infinity() -> None:
    answer = asked(*HOUR, "--agents", "10")
    assert (answer["mean_wait_minutes"], answer["service_level"], answer["p_wait"]) == (None, 0.0, 1.0)
    assert "for ever" in teamplan("service", *HOUR, "--agents", "10").stdout


def test_definitions_differ_and_are_named() -> None:
    queue = ("--per-hour", "240", "--handle", "3", "--model", "erlang-a", "--patience", "1")
    goal = ("--agents", "14", "--target", "80%/19.98s")
    levels = {}
    for definition in ("offered", "answered", "left-in-time", "patient", "virtual", "short-waits"):
        answer = asked(*queue, *goal, "--definition", definition)
        levels[answer["service_level_definition"]] = round(100 * answer["service_level"], 1)
    assert levels == {
        "offered": 86.1, "answered": 93.1, "left-in-time": 91.4, "patient": 90.9, "virtual": 88.0, "short-waits": 88.0,
    }  # fmt: skip


def test_a_day_adds_up() -> None:
    answer = asked(*DAY)
    day, staff = answer["busiest_day"], answer["staff"]
    halves = day["half_hours"]
    assert (day["day"], len(halves), halves[0]["start"]) == ("mon", 28, "09:00")
    assert sum(half["chats"] for half in halves) == pytest.approx(day["chats"])
    assert day["chats"] + day["chats_outside"] == pytest.approx(300 * 1.141)  # Monday carries 1.141 of the mean day
    assert all(half["cover"] >= half["agents"] for half in halves)
    assert all(half["service_level"] >= 0.8 for half in halves)
    assert sum(shift["people"] for shift in day["shifts"]) == day["whole"] >= day["relaxed"]
    assert staff["people"] - 1 < staff["exact"] <= staff["people"] <= staff["roster"]
    assert 0.1 < answer["outside_share"] < 0.2
    people = {each["method"]: each["people"] for each in answer["methods"]}
    assert people["chat"] == staff["people"]
    assert people["chat"] < people["erlang-a"] <= people["erlang-c"]


def test_the_service_question_is_that_of_recommend() -> None:
    """One engine: 270 orders make 300 chats, and the pre-sale post of half a year is open from nine to eleven."""
    plan = json.loads(teamplan("recommend", "--orders", "270", "--format", "json").stdout)
    role = next(role for role in plan["roles"] if role["id"] == "pre-sale-service")
    assert (role["headcount"], role["binding"]) == (asked(*DAY)["staff"]["people"], "service")


def test_hours_over_midnight_and_round_the_clock() -> None:
    late, always = (asked("--chats", "300", "--open", each) for each in ("18:00-02:00", "00:00-24:00"))
    assert [late["busiest_day"]["half_hours"][at]["start"] for at in (0, 12, -1)] == ["18:00", "00:00", "01:30"]
    assert (len(always["busiest_day"]["half_hours"]), always["outside_share"]) == (48, pytest.approx(0, abs=1e-9))
    assert always["staff"]["people"] > late["staff"]["people"]


def test_no_chats_still_take_somebody_to_be_there() -> None:
    answer = asked("--chats", "0", "--open", "10:00-18:00")
    assert answer["staff"]["people"] == 2  # one seat on seven days of people who work five
    assert {half["agents"] for half in answer["busiest_day"]["half_hours"]} == {0}
    assert {half["binding"] for half in answer["busiest_day"]["half_hours"]} == {"presence"}


@pytest.mark.parametrize("width", ["80", "120"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_day_fits_the_screen_in_both_languages(width: str, language: str) -> None:
    done = teamplan("service", *DAY, "--lang", language, COLUMNS=width)
    rows = [line for line in done.stdout.splitlines() if line.startswith(("09:00", "22:30"))]
    assert len(rows) == 2
    assert all("█" in row and "■" in row for row in rows)
    assert ("周一" if language == "zh" else "Monday") in done.stdout


def test_explain_draws_the_day_and_says_what_the_hours_leave_out() -> None:
    told = teamplan("explain", "pre-sale-service", "--orders", "270").stdout
    assert "09:00" in told
    assert "█" in told
    assert "come outside opening hours" in told
    assert "one undivided post would take" in told
    assert "08:00-24:00" in told
    plan = teamplan("recommend", "--visitors", "2500", "--conversion", "4.5%", "--details").stdout
    assert "Open 10:00-22:00: 24.3% of the chats come outside these hours" in plan


def test_all_that_is_wrong_is_told_at_once() -> None:
    done = teamplan("service", "--chats", "x", "--handle", "0", "--target", "80%", "--open", "25:00-26:00")
    assert [line.split(":")[0] for line in done.stderr.splitlines()] == ["--chats", "--handle", "--target", "--open"]


def test_without_the_extra_simulate_says_how_to_install_it(tmp_path: Path) -> None:
    (tmp_path / "simpy.py").write_text("raise ModuleNotFoundError('no simpy', name='simpy')\n", encoding="utf-8")
    path = ":".join([str(tmp_path), *(each for each in sys.path if each.endswith("src"))])
    done = process("simulate", "--orders", "270", "--days", "1", PYTHONPATH=path)
    assert (done.returncode, "pip install 'teamplan[sim]'" in done.stderr) == (2, True)


@pytest.mark.parametrize(
    "command", [("service", *DAY), ("service", *HOUR), ("simulate", "--orders", "270", "--days", "2")]
)
def test_every_format_has_its_say(command: tuple[str, ...]) -> None:
    rows = teamplan(*command, "--format", "csv").stdout.splitlines()
    assert len(rows) == (29 if command == ("service", *DAY) else 2)
    assert len({row.count(",") for row in rows}) == 1
    assert teamplan(*command, "--format", "markdown").stdout.startswith("## ")
    assert teamplan(*command, "--format", "yaml").stdout.startswith("format_version: 2")
