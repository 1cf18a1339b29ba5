"""A shop open round the clock whose shifts hold breaks: rosters that a bounded search leaves between two numbers."""

import json
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from teamplan.cli.run import run
from teamplan.engine import roster
from teamplan.reading.places import built_in

SHIFT = """  {id}:
    name: {{en: x, zh: x}}
    hours: $shift_hours
    first: "00:00"
    last: "23:30"
    every: 30 min
    break: {{after: {after}, length: 60 min}}
"""
Asked = Callable[..., str]


@pytest.fixture
def asked(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Asked:
    """Ask for the playbook with three shift patterns, each with a break of an hour at another time."""
    folder = Path(copytree(built_in(), tmp_path / "mine"))
    text = (folder / "service.yaml").read_text(encoding="utf-8")
    before, after = text[: text.index("shifts:\n")], text[text.index("law:") :]
    patterns = "".join(SHIFT.format(id=f"s{hours}", after=f"{hours} h") for hours in (4, 3, 5))
    (folder / "service.yaml").write_text(f"{before}shifts:\n{patterns}\n{after}", encoding="utf-8")
    for name in ("4-half-year", "5-one-year"):
        stage = folder / f"{name}.yaml"
        hours = stage.read_text(encoding="utf-8").replace('"09:00-23:00"', '"00:00-24:00"')
        stage.write_text(hours.replace('"09:00-24:00"', '"00:00-24:00"'), encoding="utf-8")

    def answer(*arguments: str) -> str:
        assert run([*arguments, "--playbook", str(folder)]) == 0
        return capfd.readouterr().out

    return answer


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the solver."""
    monkeypatch.setattr(roster, "solver_installed", lambda: False)


SERVICE = ("service", "--chats", "300", "--open", "00:00-24:00")


@pytest.mark.usefixtures("alone")
def test_without_the_solver_a_roster_may_lie_between_two_numbers(asked: Asked) -> None:
    page = asked(*SERVICE)
    assert "4.34 in fractions, between 6 and 7 whole ones" in page
    assert "7 shifts here, none has fewer than 6" in page
    assert "takes between 9 and 10 people; 7 suffice" in page
    chinese = asked(*SERVICE, "--lang", "zh")
    assert "只排整班为 6 至 7 个" in chinese
    assert "此处共 7 个班次，任何排班都不少于 6 个" in chinese
    assert "需 9 至 10 人" in chinese
    answer: dict[str, Any] = json.loads(asked(*SERVICE, "--format", "json"))
    day, staff = answer["busiest_day"], answer["staff"]
    assert (day["whole_at_least"], day["whole"]) == (6, 7)
    assert sum(shift["people"] for shift in day["shifts"]) == 7
    assert (staff["roster_at_least"], staff["roster"]) == (9, 10)


def test_with_the_solver_it_is_one_number(asked: Asked) -> None:
    page = asked(*SERVICE)
    assert "4.34 in fractions, 6 whole ones" in page
    assert "takes 9 people; 7 suffice" in page
    assert "between" not in page
    assert "none has fewer" not in page


@pytest.mark.usefixtures("alone")
def test_an_explanation_says_so_too(asked: Asked) -> None:
    page = asked("explain", "pre-sale-service", "--orders", "300")
    assert "4.6 in fractions, between 6 and 7 whole ones" in page
    assert "takes between 9 and 11 people; 7 suffice" in page
    reasons = asked("explain", "pre-sale-service", "--orders", "300", "--format", "json")
    assert '"whole_at_least": 6' in reasons
    assert '"roster_at_least": 9' in reasons


def test_a_simulation_goes_through_the_night(asked: Asked) -> None:
    trial = json.loads(asked("simulate", "--orders", "300", "--weeks", "8", "--format", "json"))["items"][0]
    assert trial["simulated"] == pytest.approx(trial["computed"], abs=0.04)
    assert trial["chats"] == pytest.approx(333, rel=0.02)
