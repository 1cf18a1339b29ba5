"""What the people on the books deliver stands beside the promise that sized them, alike wherever it is told."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.prompt import teamplan

DAY = ("--open", "09:00-23:00")


def data(*arguments: str) -> dict[str, Any]:
    done = teamplan(*arguments, "--format", "json")
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


@pytest.mark.parametrize(
    ("chats", "people", "simulated"),
    [(75, 3, 0.798), (150, 4, 0.867), (300, 5, 0.822), (600, 9, 0.869), (1200, 16, 0.887)],
)
def test_the_level_is_that_of_a_simulated_week(chats: int, people: int, simulated: float) -> None:
    """By events, weeks of the same turns: who goes on a break takes no new chat, finishes, and rests the full time."""
    kept = data("service", "--chats", str(chats), *DAY)["delivered"]
    assert (kept["people"], kept["promised"], kept["within_minutes"]) == (people, 0.8, 0.5)
    assert kept["level"] == pytest.approx(simulated, abs=0.015)
    assert kept["one_more"] > kept["level"]


def test_one_alone_is_told_when_nobody_is_there() -> None:
    kept = data("service", "--chats", "75", *DAY)["delivered"]
    alone = kept["alone"]
    assert 0.1 < alone["share"] < 0.2
    assert alone["at_peak"] < kept["level"] < alone["later"] < 1 - alone["share"] + 0.05
    assert alone["later_minutes"] == 3
    told = teamplan("service", "--chats", "75", *DAY).stdout
    assert "nobody is there" in told
    assert "within 3 min" in told
    assert "无人在岗" in teamplan("service", "--chats", "75", *DAY, "--lang", "zh").stdout


def test_a_full_house_is_told_nothing_of_empty_ones() -> None:
    assert data("service", "--chats", "600", *DAY)["delivered"]["alone"] is None
    assert "nobody is there" not in teamplan("service", "--chats", "600", *DAY).stdout


def test_every_question_tells_the_same_level() -> None:
    kept = data("service", "--chats", "300", *DAY)["delivered"]
    plan = data("recommend", "--orders", "270")
    (role,) = [role for role in plan["roles"] if role["delivered"]]
    assert role["id"] == "pre-sale-service"
    assert role["delivered"]["level"] == pytest.approx(kept["level"])
    shown = f"{100 * round(kept['level'], 3):.4g}%"
    for answer in (("recommend", "--orders", "270", "--details"), ("explain", "pre-sale-service", "--orders", "270")):
        assert f"with 5 on the books it is {shown}" in teamplan(*answer).stdout
    assert shown not in teamplan("recommend", "--orders", "270").stdout
    row = teamplan("recommend", "--orders", "270", "--format", "csv").stdout
    assert ",0.8,0.81" in row


def test_people_who_miss_the_promise_are_told_with_what_one_more_gives() -> None:
    shop = ("--orders", "40", "--set", "productive_share=70%")
    (role,) = [role for role in data("recommend", *shop)["roles"] if role["delivered"]]
    kept = role["delivered"]
    assert kept["level"] < kept["promised"] < kept["one_more"]
    first = teamplan("recommend", *shop).stdout
    assert f"{100 * round(kept['level'], 3):.4g}% answered in time by 1, not 80%" in first
    assert len(first.splitlines()) <= 15
    assert "Less than promised" in teamplan("recommend", *shop, "--details").stdout
    assert "未达承诺" in teamplan("recommend", *shop, "--details", "--lang", "zh").stdout
    assert "未达 80%" in teamplan("recommend", *shop, "--lang", "zh").stdout


def test_where_the_owner_relieves_only_breaks_count() -> None:
    (role,) = [role for role in data("recommend", "--orders", "100")["roles"] if role["delivered"]]
    assert role["delivered"]["relieved"]
    assert "you in for who is away" in teamplan("recommend", "--orders", "100", "--details").stdout


def test_capacity_tells_what_the_given_team_delivers(tmp_path: Path) -> None:
    team = tmp_path / "team.yaml"
    team.write_text("roles: {pre-sale-service: 6, after-sale-service: 1, warehouse-keeper: 4}\n", encoding="utf-8")
    today = ("capacity", "--team", str(team), "--orders", "270")
    (given,) = data(*today)["delivered"]
    six = data("service", "--chats", "300", *DAY)["delivered"]["one_more"]
    assert (given["role"], given["kept"]["people"]) == ("pre-sale-service", 6)
    assert given["kept"]["level"] == pytest.approx(six)
    assert f"with 6 on the books it is {100 * round(six, 3):.4g}%" in teamplan(*today).stdout
    assert "在职 6 人" in teamplan(*today, "--lang", "zh").stdout
