"""What time costs: early by the days before the need, late by the days that nobody works, in all their sum."""

import json
from fractions import Fraction

import pytest

from teamplan.engine.pay.payroll import payroll_of
from teamplan.playbook.playbook import Playbook
from teamplan.questions.hire.answer import hire
from teamplan.questions.hire.calendar import PROMOTION
from tests.cli.prompt import teamplan
from tests.questions.hire.test_short import foreseen
from tests.shops import store


@pytest.fixture(scope="module")
def growing() -> list[float]:
    return [150 * 1.004**day for day in range(120)]


def test_early_and_late_are_days_times_what_a_day_of_the_post_costs(playbook: Playbook, growing: list[float]) -> None:
    calendar, payroll = hire(playbook, store(), foreseen(growing)), payroll_of(playbook, store())
    places = (*calendar.hires, *calendar.backfills)
    assert places
    for place in places:
        assert place.early_cost is not None
        assert place.late_cost is not None
        day = Fraction(payroll.month({place.role: 1}).likely.amount) * 12 / 365
        early = max((place.needed_on - place.start_by).days, 0) * place.people
        if place.kind != PROMOTION:
            assert float(place.early_cost) == pytest.approx(float(early * day), abs=0.006)
        assert float(place.late_cost) == pytest.approx(place.uncovered_days * float(day), abs=0.006)
        assert bool(place.late_cost) == bool(place.uncovered_days)
    assert any(place.early_cost for place in places)
    assert any(place.late_cost for place in places)
    for key in ("early_cost", "late_cost"):
        assert float(getattr(calendar, key)) == pytest.approx(sum(float(getattr(place, key)) for place in places))


def test_a_calendar_without_places_costs_no_time(playbook: Playbook) -> None:
    calendar = hire(playbook, store(), foreseen([150.0] * 20))
    assert not calendar.hires
    assert float(calendar.late_cost or 0) == 0


def test_machines_get_exact_sums_and_people_the_two_lines() -> None:
    prompt = ("hire", "--orders", "150", "--growth", "10%/month", "--from", "2026-12-01", "--months", "2")
    found = json.loads(teamplan(*prompt, "--format", "json").stdout)
    cents = sum(Fraction(place["late_cost"]) for place in (*found["hires"], *found["backfills"]))
    assert Fraction(found["late_cost"]) == cents > 0
    assert f"Late: at least {float(cents):,.0f} CNY" in teamplan(*prompt).stdout
