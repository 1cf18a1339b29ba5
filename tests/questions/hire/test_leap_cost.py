"""The price of a jump: its hires until they work fully, and what temporary people bridge of the days until then."""

import json
from datetime import date
from fractions import Fraction
from math import ceil

import pytest

from teamplan.engine.extra_hands import temporary_hands
from teamplan.engine.pay.payroll import payroll_of
from teamplan.engine.question import ask
from teamplan.playbook.growth import parse_growth, parse_jump
from teamplan.playbook.playbook import Playbook
from teamplan.questions.hire.answer import hire
from teamplan.questions.hire.calendar import PROMOTION, HiringCalendar, Schedule
from teamplan.reading.compiled import built_in_playbook
from tests.cli.prompt import teamplan
from tests.shops import store

TODAY = date(2027, 1, 20)
STEADY = parse_growth("0.0001%/year")


@pytest.fixture(scope="module")
def eventful() -> Playbook:
    return built_in_playbook(events=True)


def jumped(playbook: Playbook, times: str = "4x", **shop: object) -> HiringCalendar:
    schedule = Schedule(TODAY, 100, TODAY, STEADY, None, 7, jump=parse_jump(f"{times}@2027-03-01"))
    return hire(playbook, store(**{"orders": 100} | shop), schedule)


@pytest.fixture(scope="module")
def calendar(eventful: Playbook) -> HiringCalendar:
    return jumped(eventful)


def test_the_hires_cost_their_days_and_what_is_paid_once(eventful: Playbook, calendar: HiringCalendar) -> None:
    payroll, expected = payroll_of(eventful, store(orders=100)), 0.0
    assert calendar.jump is not None
    assert calendar.jump.cost is not None
    for place in calendar.hires:
        if place.late and place.needed_on >= calendar.jump.on:
            days, cost = (place.working_by - place.start_by).days, payroll.costs.of(place.role)
            if place.kind == PROMOTION:
                before = payroll.costs.of(place.promoted_from or "").total.likely
                expected += days * place.people * max(float(cost.total.likely) - float(before), 0) * 12 / 365
            else:
                expected += days * place.people * float((cost.pay + cost.beside_pay).likely) * 12 / 365
                expected += place.people * float(cost.joining.likely)
    assert float(calendar.jump.cost.hires) == pytest.approx(expected, abs=0.2)


def test_the_bridges_of_a_role_are_all_its_uncovered_days(calendar: HiringCalendar) -> None:
    assert calendar.jump is not None
    assert calendar.jump.cost is not None
    for broken in calendar.jump.breaks:
        bridges = [each for each in calendar.jump.cost.bridges if each.role == broken.role]
        assert sum(each.uncovered_days for each in bridges) == pytest.approx(broken.uncovered_days)
        assert bridges[0].first == broken.on
        assert bridges[-1].last < broken.until


def test_temporary_people_come_after_their_lead_at_the_price_of_a_peak(
    eventful: Playbook, calendar: HiringCalendar
) -> None:
    question = ask(eventful, store(orders=100))
    assert calendar.jump is not None
    assert calendar.jump.cost is not None
    called = [each for each in calendar.jump.cost.bridges if each.by == "temporary"]
    assert {each.role for each in called} == {"pre-sale-service", "after-sale-service", "warehouse-keeper"}
    for bridge in called:
        terms = temporary_hands(question, eventful.roles[bridge.role].function)
        assert terms is not None
        assert bridge.search_by == calendar.jump.on
        assert (bridge.first - calendar.jump.on).days == terms.lead
        time = question.shop.amounts.time
        a_day = 60 * time.shift * time.attendance * time.days_worked / 7 / terms.minutes
        days = ceil(a_day * Fraction(bridge.uncovered_days).limit_denominator(100_000))
        cost = days * float(terms.price) + bridge.helpers * float(terms.training)
        assert bridge.cost is not None
        assert float(bridge.cost) == pytest.approx(cost)
    told = sum(float(each.cost) for each in calendar.jump.cost.bridges if each.cost is not None)
    assert float(calendar.jump.cost.bridged) == pytest.approx(told)


def test_without_prices_that_add_to_the_wages_everything_waits(eventful: Playbook) -> None:
    jump = jumped(eventful, currency="USD").jump
    assert jump is not None
    assert jump.cost is not None
    assert {each.by for each in jump.cost.bridges} == {"wait"}
    assert float(jump.cost.hires) > float(jump.cost.bridged) == 0


def test_a_jump_that_breaks_nobody_has_no_price(eventful: Playbook) -> None:
    jump = jumped(eventful, "1.01x").jump
    assert jump is not None
    assert (jump.breaks, jump.cost) == ((), None)


def test_the_page_tells_the_price_and_machines_get_exact_sums() -> None:
    prompt = ("hire", "--orders", "100", "--jump", "4x@2027-03-01", "--today", "2027-01-20", "--months", "2")
    cost = json.loads(teamplan(*prompt, "--format", "json").stdout)["jump"]["cost"]
    assert Fraction(cost["bridged"]) == sum(Fraction(each["cost"]) for each in cost["bridges"] if each["cost"])
    page = teamplan(*prompt).stdout.replace("\n", " ")
    assert f"hired cost {float(cost['hires']):,.0f} CNY" in page
    assert f"can be bridged for {float(cost['bridged']):,.0f} CNY" in page
