"""Every answer tells the same price for the same team."""

from datetime import date
from fractions import Fraction
from random import Random

import pytest

from teamplan.engine.extra_hands import overtime_hour, temporary_hands
from teamplan.engine.pay.payroll import payroll_of
from teamplan.engine.question import ask
from teamplan.errors import TeamplanError
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store
from teamplan.questions.budget.answer import budget
from teamplan.questions.budget.question import BudgetQuestion
from teamplan.questions.next.answer import outlook
from teamplan.questions.peak.answer import peak
from teamplan.questions.peak.result import PeakRequest
from teamplan.questions.recommend.answer import recommend
from teamplan.reading.compiled import built_in_playbook
from tests.shops import store

SHOPS = 6  # of the seeded set
EURO: dict[str, object] = {"currency": "EUR", "exchange": "7.8 CNY 2026-11-01"}


@pytest.fixture(scope="module")
def eventful() -> Playbook:
    return built_in_playbook(events=True)


def shops() -> list[Store]:
    draw = Random(13).random
    places: list[dict[str, object]] = [{}, {"city": "beijing"}, EURO]
    given = [
        {"orders": round(1000 * draw() ** 2, 2), **places[number % len(places)], "founder_skills": "none"}
        for number in range(SHOPS)
    ]
    return [store(**each) for each in given]


@pytest.mark.parametrize("shop", shops(), ids=lambda shop: f"{float(shop.orders):g}")
def test_recommend_next_peak_and_budget_tell_one_price_for_one_team(shop: Store, eventful: Playbook) -> None:
    plan, told = recommend(eventful, shop), budget(eventful, shop, BudgetQuestion())
    event = peak(eventful, shop, PeakRequest("618", date(2026, 6, 18), mix="rule"))
    assert plan.cost is not None
    assert plan.cost == outlook(eventful, shop, 1).cost == event.team_cost
    assert (plan.cost.total, plan.cost.roles, plan.cost.grade) == (told.total, told.roles, told.grade)
    assert plan.cost_now is None
    team = {"roles": {role.id: role.headcount for role in plan.roles if role.headcount}}
    there = Store.model_validate(shop.model_dump(exclude_unset=True, exclude={"team"}) | {"team": team})
    again = recommend(eventful, there)
    assert again.cost == again.cost_now == plan.cost
    assert outlook(eventful, there, 1).cost == plan.cost
    assert budget(eventful, there, BudgetQuestion()).total == told.total


def test_what_the_hires_cost_is_what_the_team_costs_more(eventful: Playbook) -> None:
    shop = store(orders=250)
    growth, payroll = outlook(eventful, shop, 5), payroll_of(eventful, shop)
    for step in (each for each in growth.triggers if each.kind == "hire"):
        assert step.cost is not None
        assert step.cost.month == payroll.month({str(step.role): step.people})
        assert (step.cost.orders, step.cost.traded) == (None, False)
    lacking = outlook(eventful, store(orders=250, team={"roles": {"operator": 1}}), 1)
    assert lacking.now_cost is not None
    assert lacking.now_cost.month == payroll.month({hire.role: hire.people for hire in lacking.now})


def test_so_many_orders_carry_a_hire_and_one_less_does_not(eventful: Playbook) -> None:
    """By hand: an order leaves 80 x 35 % - 3; what the shop spends more for it is the slope of its ad spend."""
    asked = BudgetQuestion.model_validate(
        {"order_value": "80", "gross_margin": "40%", "platform_fee": "5%", "courier": "3"}
    )
    shop = store(orders=250)
    step = outlook(eventful, shop, 1, asked.trade).triggers[0]
    assert step.cost is not None
    assert step.cost.orders is not None
    ads = [
        float(ask(eventful, store(orders=orders)).stage.loads.input("ad-spend").at({"orders": Fraction(orders)}))
        for orders in (250, 251)
    ]
    each = 365 / 12 * (80 * 0.35 - 3) - (ads[1] - ads[0])
    assert (step.cost.orders - 1) * each < float(step.cost.month.likely) <= step.cost.orders * each + 1e-6
    poor = BudgetQuestion.model_validate(
        {"order_value": "80", "gross_margin": "6%", "platform_fee": "5%", "courier": "3"}
    )
    never = outlook(eventful, shop, 1, poor.trade).triggers[0].cost
    assert never is not None
    assert (never.orders, never.traded) == (None, True)


def test_overtime_follows_the_wages_of_the_place_and_prices_the_currency(eventful: Playbook) -> None:
    def hour(**given: object) -> Fraction:
        return Fraction(overtime_hour(ask(eventful, store(orders=270, **given)), "operator").amount)

    assert hour() == hour(city="other") == round(Fraction(7000) / Fraction("21.75") / 8 * Fraction(3, 2), 2)
    assert float(hour(city="beijing") / hour()) == pytest.approx(1.35, abs=1e-3)
    assert float(hour() / hour(**EURO)) == pytest.approx(7.8, abs=0.01)
    there = temporary_hands(ask(eventful, store(orders=270, **EURO)), "warehouse")
    assert there is not None
    assert (float(there.price), there.price.currency) == (round(240 / 7.8, 2), "EUR")


def test_wages_in_another_currency_than_prices_are_refused(eventful: Playbook) -> None:
    with pytest.raises(TeamplanError) as refused:
        peak(eventful, store(orders=270, currency="USD"), PeakRequest("618", date(2026, 6, 18), mix="rule"))
    assert [each.key for each in refused.value.problems] == ["two-currencies"]
