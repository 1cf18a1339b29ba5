"""`peak`: the ordinary plan where nothing happens, the law always, and the dates that follow."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby
from math import ceil
from pathlib import Path
from shutil import copytree

import pytest

from teamplan.errors import TeamplanError
from teamplan.playbook.money import nothing
from teamplan.playbook.playbook import Playbook
from teamplan.questions.peak.answer import peak
from teamplan.questions.peak.result import Peak, PeakRequest
from teamplan.questions.recommend.answer import recommend
from teamplan.reading.load import inspect
from teamplan.reading.places import built_in
from tests.shops import store

EVENTS = ("618", "double-11", "double-12", "black-friday", "campaign")
DAY = date(2026, 11, 11)
ORDERS = (0, 4, 30, 100, 270, 499, 500, 800)


def double_11(playbook: Playbook, mix: str | None = None, **given: object) -> Peak:
    return peak(playbook, store(**({"orders": 270} | given)), PeakRequest("double-11", DAY, Fraction(5), mix))


@pytest.mark.parametrize("orders", ORDERS)
@pytest.mark.parametrize("event", EVENTS)
def test_an_event_of_once_the_orders_is_the_ordinary_plan(playbook: Playbook, event: str, orders: int) -> None:
    plan = recommend(playbook, store(orders=orders))
    found = peak(playbook, store(orders=orders), PeakRequest(event, orders_x=Fraction(1)))
    people = {role.id: role.headcount for role in plan.roles if role.not_hired != "founder"}
    for day in found.days:
        assert dict(day.roles) == people
        assert day.headcount == plan.headcount
        assert dict(day.functions) == {function.id: function.headcount for function in plan.functions}
        assert day.orders == orders
        assert day.owner_hours * 7 == pytest.approx(sum(duty.hours_per_week for duty in plan.owner.duties))
        assert dict(day.drivers) == plan.drivers
    assert (found.cover, found.cost.total, found.extra_orders) == ((), nothing("CNY"), 0)
    assert [each.what for each in found.dates] == ["event"]


def test_double_11_for_270_orders_at_five_times(playbook: Playbook) -> None:
    found = double_11(playbook)
    days = {day.day: day for day in found.days}
    assert days[0].orders == 1350
    assert days[0].drivers["chats"] == pytest.approx(1200)
    assert days[0].date == "2026-11-11"
    assert days[0].functions["warehouse"] == 17
    assert (
        days[0].functions["customer-service"]
        > days[-5].functions["customer-service"]
        > found.ordinary["pre-sale-service"]
    )
    assert {cover.role for cover in found.cover} >= {"pre-sale-service", "warehouse-keeper"}
    assert found.cost.total == sum((cover.cost.total for cover in found.cover), nothing("CNY"))
    assert min(found.cost.overtime, found.cost.temporary, found.cost.training, found.cost.outsourcing) > nothing("CNY")
    keepers = next(cover for cover in found.cover if cover.role == "warehouse-keeper")
    training = next(
        each for each in found.dates if each.what == "train-temporary" and each.values["role"] == keepers.role
    )
    first = min(day.day for day in keepers.days if day.temporary)
    assert training.date == (DAY + timedelta(first - 2)).isoformat()
    hiring = next(each for each in found.dates if each.what == "hire-temporary" and each.values["role"] == keepers.role)
    assert hiring.day == training.day - ceil(playbook.roles[keepers.role].days_to_hire.value.number)
    assert {"contractor", "stock-unknown"} <= {each.key for each in found.advice if each.severity == "warning"}


def test_people_of_a_day_are_those_of_the_curve_at_its_orders(playbook: Playbook) -> None:
    """Where chats and returns rise with the orders, a day is the ordinary plan of as many orders in the same stage."""
    found = double_11(playbook)
    for day in found.days:
        same = {"chats", "returns"} <= {name for name in day.times if day.times[name] == day.times["orders"]}
        given = {"stage": found.stage, "orders": day.orders}
        if not same:
            given |= {
                "silent_share": 1 - 0.5 * day.times["chats"] / day.times["orders"],
                "return_rate": 0.15 * day.times["returns"] / day.times["orders"],
            }
        if same or day.times["chats"] / day.times["orders"] <= 2:
            plan = recommend(playbook, store(**given))
            people = {role.id: role.headcount for role in plan.roles if found.ordinary[role.id]}
            assert {role: count for role, count in day.roles.items() if found.ordinary[role]} == people


def overtime_by_month(found: Peak) -> Iterator[float]:
    """Hours of one who is there on every day of a month, over all roles."""
    for cover in found.cover:
        for _, days in groupby(cover.days, key=lambda day: (day.date or "")[:7]):
            yield sum(day.per_person for day in days)


@pytest.mark.parametrize("mix", ["rule", "least-cost"])
@pytest.mark.parametrize("orders", [30, 100, 270, 600])
@pytest.mark.parametrize("times", [2, 5, 17])
def test_nobody_works_more_overtime_than_the_law_allows(playbook: Playbook, mix: str, orders: int, times: int) -> None:
    cheap = {"outsourced_chat_price": 3, "temp_service_day_rate": 400, "overtime_pay": 1.5}
    found = peak(playbook, store(orders=orders, assumptions=cheap), PeakRequest("double-11", DAY, Fraction(times), mix))
    assert all(day.per_person <= 3 for cover in found.cover for day in cover.days)
    assert all(hours <= 36 for hours in overtime_by_month(found))


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("orders", [100, 270, 600])
def test_the_cheapest_mix_is_never_dearer_than_the_rule(playbook: Playbook, event: str, orders: int) -> None:
    rule, cheapest = (
        peak(playbook, store(orders=orders), PeakRequest(event, None, None, mix)) for mix in ("rule", None)
    )
    assert (rule.mix, cheapest.mix) == ("rule-asked", "least-cost")
    assert cheapest.cost.total <= rule.cost.total


def test_the_returns_wave_comes_with_its_lag(playbook: Playbook) -> None:
    found = double_11(playbook)
    returns = {day.day: day.drivers["returns"] for day in found.days}
    usual = 270 * 0.15
    assert returns[3] < returns[4]
    assert returns[4] > usual * 1.4
    assert returns[24] < usual * 1.01
    tickets = {day.day: day.drivers["tickets"] for day in found.days}
    assert tickets[11] > 270 * 0.07 + usual * 0.2


def test_people_on_contract_in_the_team_are_a_risk(playbook: Playbook) -> None:
    team = {"roles": {"designer": {"people": 1, "contract": 1}, "warehouse-keeper": 20, "pre-sale-service": 20}}
    found = double_11(playbook, team=team)
    contractor = next(each for each in found.advice if each.key == "contractor")
    assert contractor.values["roles"][-1] == "designer"
    assert "warehouse-keeper" not in {cover.role for cover in found.cover}


def test_visitors_follow_their_own_multiplier(playbook: Playbook) -> None:
    found = peak(playbook, store(visitors=6000, conversion="4.5%"), PeakRequest("double-11"))
    day = next(day for day in found.days if day.day == 0)
    assert (day.visitors, day.orders, day.date) == (15000, 1350, None)


def test_a_playbook_without_events_still_loads_and_says_so(tmp_path: Path) -> None:
    folder = Path(copytree(built_in(), tmp_path / "mine"))
    (folder / "events.yaml").unlink()
    playbook, problems = inspect(folder)
    assert playbook is not None, problems
    assert recommend(playbook, store(orders=270)).headcount == 14
    with pytest.raises(TeamplanError) as raised:
        peak(playbook, store(orders=270), PeakRequest("double-11"))
    assert [problem.key for problem in raised.value.problems] == ["no-events"]


def test_an_event_of_ones_own_works(tmp_path: Path) -> None:
    folder = Path(copytree(built_in(), tmp_path / "mine"))
    own = """
  shop-birthday:
    name: {en: Birthday of the shop, zh: 店庆}
    month_day: "05-20"
    level: A
    window:
      - days: 0
        visitors: {value: 3, range: [2, 4], grade: J, reason: {en: Ours., zh: 自定。}}
"""
    with (folder / "events.yaml").open("a", encoding="utf-8") as file:
        file.write(own)
    playbook, problems = inspect(folder)
    assert playbook is not None, problems
    assert peak(playbook, store(orders=100), PeakRequest("shop-birthday")).orders_x == 3


def test_too_many_orders_on_the_day_are_refused(playbook: Playbook) -> None:
    with pytest.raises(TeamplanError) as raised:
        peak(playbook, store(orders=900_000), PeakRequest("double-11"))
    assert [problem.key for problem in raised.value.problems] == ["too-many-orders"]
