"""What being late loses: the orders of the role that lacks most, and what they would have left."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest

from teamplan.engine.pay.trade import Trade
from teamplan.playbook.growth import parse_growth, parse_jump
from teamplan.playbook.playbook import Playbook
from teamplan.questions.hire.answer import hire
from teamplan.questions.hire.calendar import HiringCalendar, Schedule
from tests.cli.prompt import teamplan
from tests.shops import asked, hired, store

TODAY = date(2027, 1, 20)
TRADE = Trade(Fraction(80), Fraction(2, 5), Fraction(1, 20), Fraction(3))
POOR = Trade(Fraction(80), Fraction(1, 20), Fraction(1, 20), Fraction(3))


def jumped(playbook: Playbook, team: dict[str, int], trade: Trade | None = TRADE) -> HiringCalendar:
    """A shop of 200 orders a day that has 400 of them from 2027-03-01 on."""
    schedule = Schedule(TODAY, 100, TODAY, parse_growth("0.0001%/year"), None, 7, jump=parse_jump("2x@2027-03-01"))
    return hire(playbook, store(orders=200, team={"roles": team}), schedule, trade=trade)


@pytest.fixture(scope="module")
def whole(playbook: Playbook) -> dict[str, int]:
    """The team of 400 orders."""
    return hired(playbook, orders=401)


def test_late_keepers_lose_the_share_of_the_orders_that_nobody_packs(playbook: Playbook, whole: dict[str, int]) -> None:
    short = 3
    calendar = jumped(playbook, whole | {"warehouse-keeper": short})
    late = [place for place in (*calendar.hires, *calendar.backfills) if place.late]
    assert {place.role for place in late} == {"warehouse-keeper"}
    question = asked(playbook, orders=400)
    fte = float(question.fte(question.stage.posts["warehouse-keeper"]))
    role = playbook.roles["warehouse-keeper"]
    start, full = float(role.start_efficiency.value.canonical), float(role.days_to_full_speed.value.number)
    expected, day = 0.0, date(2027, 3, 1)
    while day < max(place.working_by for place in late):
        gone = [(day - place.start_by).days for place in late for _ in range(place.people)]
        working = sum(0.0 if days < 0 else min(start + (1 - start) * days / full, 1.0) for days in gone)
        expected += 400 * max(fte - short - working, 0) / fte
        day += timedelta(1)
    assert calendar.lost_orders == pytest.approx(expected, rel=1e-5)
    assert float(calendar.lost_contribution or 0) == pytest.approx(
        (80 * 0.35 - 3) * (calendar.lost_orders or 0), abs=0.01
    )


def test_of_two_roles_an_order_is_lost_once_and_no_more_than_there_are(
    playbook: Playbook, whole: dict[str, int]
) -> None:
    packing = jumped(playbook, whole | {"warehouse-keeper": 3}).lost_orders or 0.0
    answering = jumped(playbook, whole | {"pre-sale-service": 3}).lost_orders or 0.0
    both = jumped(playbook, whole | {"warehouse-keeper": 3, "pre-sale-service": 3}).lost_orders or 0.0
    assert 0 < max(packing, answering) <= both < packing + answering
    assert both < 400 * 100


@pytest.mark.parametrize("team", [{}, {"promoter": 0}])
def test_nothing_is_lost_while_buyers_are_answered_and_parcels_go(
    playbook: Playbook, whole: dict[str, int], team: dict[str, int]
) -> None:
    calendar = jumped(playbook, whole | team)
    assert any(place.role == "promoter" for place in calendar.late) == bool(team)
    assert calendar.lost_orders == 0
    assert float(calendar.lost_contribution or 0) == 0


def test_without_a_worth_of_an_order_nothing_is_said_and_one_that_leaves_nothing_costs_nothing(
    playbook: Playbook, whole: dict[str, int]
) -> None:
    team: dict[str, Any] = whole | {"warehouse-keeper": 3}
    unknown, poor = jumped(playbook, team, None), jumped(playbook, team, POOR)
    assert (unknown.lost_orders, unknown.lost_contribution) == (None, None)
    assert (poor.lost_orders or 0) > float(poor.lost_contribution or 0) == 0
    assert unknown.late_cost == poor.late_cost


def test_the_page_tells_what_is_lost_or_what_to_give() -> None:
    prompt = ("hire", "--orders", "100", "--jump", "4x@2027-03-01", "--today", "2027-01-20", "--months", "2")
    assert "give `--order-value` and `--gross-margin`" in teamplan(*prompt).stdout
    assert (
        "orders lost, which would have left" in teamplan(*prompt, "--order-value", "80", "--gross-margin", "40%").stdout
    )
    refused = teamplan(*prompt, "--order-value", "80", "--growth", "none")
    assert refused.returncode == 2
    assert len(refused.stderr.splitlines()) == 2
