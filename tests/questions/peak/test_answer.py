"""`peak`: the ordinary plan where nothing happens, nobody over the day, promises kept, and the dates that follow."""

from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from math import ceil
from pathlib import Path
from shutil import copytree

import pytest

from teamplan.engine.highs import solver_installed
from teamplan.engine.question import ask
from teamplan.errors import TeamplanError
from teamplan.playbook.events import AFTER_IT
from teamplan.playbook.money import nothing
from teamplan.playbook.playbook import Playbook
from teamplan.questions.peak.answer import peak
from teamplan.questions.peak.hands import event_work, own_people_only
from teamplan.questions.peak.least_cost import least_cost
from teamplan.questions.peak.question import ask_peak, at_times
from teamplan.questions.peak.result import Peak, PeakRequest
from teamplan.questions.peak.rule import by_rule
from teamplan.questions.peak.work import lawful, price, uncovered
from teamplan.questions.recommend.answer import recommend
from teamplan.reading.load import inspect, load
from teamplan.reading.places import built_in
from tests.shops import sampled, store

EVENTS = ("618", "double-11", "double-12", "black-friday", "campaign")
DAY = date(2026, 11, 11)
ORDERS = (0, 30, 150, 270, 500)
ORDINARY = [(event, orders) for event in EVENTS for orders in ORDERS]
SHOWN = (30, 80, 150, 270, 500, 800)
pytestmark = pytest.mark.xdist_group("peak")  # one process plans each event once
BOUND = 9  # hours: the legal day of 8, and the hour of overtime that is the rule


def double_11(playbook: Playbook, mix: str | None = None, **given: object) -> Peak:
    return peak(playbook, store(**({"orders": 270} | given)), PeakRequest("double-11", DAY, Fraction(5), mix))


@cache
def planned(orders: int, ahead: int, mix: str | None = None) -> Peak:
    """Double 11 as it stands in the playbook, planned so many days ahead."""
    request = PeakRequest("double-11", DAY, None, mix, DAY - timedelta(ahead))
    return peak(_playbook(), store(orders=orders), request)


@cache
def _playbook() -> Playbook:
    return load(built_in(), events=True)


@pytest.mark.parametrize(("event", "orders"), sampled(ORDINARY, every=3))
def test_an_event_of_once_the_orders_is_the_ordinary_plan(playbook: Playbook, event: str, orders: int) -> None:
    plan = recommend(playbook, store(orders=orders))
    found = peak(playbook, store(orders=orders), PeakRequest(event, orders_x=Fraction(1), mix="rule"))
    for day in found.days:
        assert day.orders == orders
        assert dict(day.drivers) == plan.drivers
        assert not day.all_hands
    assert (found.cover, found.hands, found.cost.total, found.extra_orders) == ((), (), nothing("CNY"), 0)
    assert (found.missing_hours, found.put_off_hours) == (0, 0)
    assert [each.what for each in found.dates] == ["event"]


@pytest.mark.parametrize("mix", [None, "rule"])
@pytest.mark.parametrize("ahead", [60, pytest.param(20, marks=pytest.mark.slow), 1])
@pytest.mark.parametrize("orders", SHOWN)
def test_nobody_works_longer_than_the_bound_of_the_day(orders: int, ahead: int, mix: str | None) -> None:
    found = planned(orders, ahead, mix)
    for hand in found.hands:
        assert max(day.hours for day in hand.days) <= BOUND + 0.02, hand.who
        assert all(day.present <= hand.people for day in hand.days)
    assert max(day.owner_hours for day in found.days) <= BOUND + 0.02


@pytest.mark.parametrize("mix", [None, "rule"])
@pytest.mark.parametrize("orders", [30, 80, 150, 270, 500])
def test_planned_two_months_ahead_everything_is_covered(orders: int, mix: str | None) -> None:
    found = planned(orders, 60, mix)
    assert found.missing_hours == 0
    assert found.carried_x is None
    assert all(each.day >= -60 for each in found.dates)


@pytest.mark.parametrize("orders", [100, 270, 800])
def test_parcels_leave_within_the_promise(playbook: Playbook, orders: int) -> None:
    """All that arose until a day has been packed two days later, and nothing before it arose."""
    found = planned(orders, 60)
    packing = next(cover for cover in found.cover if cover.duty == "pack-parcels")
    parcel = playbook.assumptions["pack_minutes"].value.canonical / Fraction(60) / Fraction(13, 16)
    done = [day.own + day.owner + day.help + day.temporary + day.outsourced * float(parcel) for day in packing.days]
    need = [day.need for day in packing.days]
    for last in range(len(need)):
        assert sum(done[: last + 1]) >= sum(need[: max(last - 1, 0)]) - 0.1
    assert sum(day.missing for day in packing.days) == 0


def test_the_cost_at_270_orders_is_at_most_half_of_what_it_was() -> None:
    half = 37_558 / 2
    assert float(planned(270, 60).cost.total) <= half
    assert float(planned(270, 60, "rule").cost.total) <= half


@pytest.mark.parametrize("orders", SHOWN)
def test_the_cheapest_mix_is_never_dearer_than_the_rule(orders: int) -> None:
    rule, cheapest = planned(orders, 60, "rule"), planned(orders, 60)
    assert (rule.mix, cheapest.mix) == ("rule-asked", "least-cost" if solver_installed() else "rule")
    assert (cheapest.missing_hours, cheapest.cost.total.amount) <= (rule.missing_hours, rule.cost.total.amount)


@pytest.mark.parametrize("event", EVENTS)
def test_no_event_makes_the_cheapest_mix_dearer(playbook: Playbook, event: str) -> None:
    none = nothing("CNY")
    work = event_work(ask_peak(playbook, store(orders=300), PeakRequest(event)))
    rule, cheapest = by_rule(work), least_cost(work, none)
    assert lawful(work, rule)
    assert lawful(work, cheapest)
    assert not uncovered(work, rule)
    assert (uncovered(work, cheapest), price(work, cheapest, none)) <= (uncovered(work, rule), price(work, rule, none))


def test_small_shops_get_small_plans() -> None:
    found = planned(30, 60)
    assert not found.temporary
    assert found.cost.total == nothing("CNY")
    assert found.put_off_hours >= 0
    for orders in (80, 100, 150):
        plan = planned(orders, 60)
        assert not plan.temporary  # no fortnight of training for a day
        for cover in plan.cover:
            bought = sum(day.outsourced for day in cover.days)
            booked = [each.values["units"] for each in plan.dates if each.what == "book-outsourcing"]
            assert not bought or min(booked) >= 200


@pytest.mark.parametrize("orders", [270, 500, 800])
def test_training_is_not_the_larger_part(orders: int) -> None:
    for mix in (None, "rule"):
        cost = planned(orders, 60, mix).cost
        assert float(cost.training) < 0.65 * float(cost.total)


@pytest.mark.parametrize("orders", SHOWN)
def test_with_the_event_tomorrow_nothing_lies_in_the_past(orders: int) -> None:
    found = planned(orders, 1)
    today = (DAY - timedelta(1)).isoformat()
    assert all(each.date is not None and each.date >= today for each in found.dates)
    assert found.days[0].day == -1
    assert not found.temporary or min(found.temporary[0].days) >= 0
    for cover in found.cover:
        assert not any(day.outsourced for day in cover.days if day.day < 13)
    assert "late-goods" in {each.key for each in found.advice}


def test_what_nobody_can_do_is_told_with_the_multiple_that_can_be_carried() -> None:
    found = planned(800, 1)
    assert found.missing_hours > 0
    assert found.carried_x is not None
    assert 1 <= found.carried_x < found.orders_x
    assert {"uncovered-above", "late-people", "longer-overtime"} <= {each.key for each in found.advice}


@pytest.mark.parametrize("orders", [80, 270])
def test_the_multiple_that_the_own_people_carry_is_the_largest(playbook: Playbook, orders: int) -> None:
    """A tenth more and something is missing; at it nothing is, without anybody from outside."""
    found = planned(orders, 60, "rule").alone_x
    assert found is not None
    question = ask_peak(playbook, store(orders=orders), PeakRequest("double-11"))
    for tenths, carried in ((round(found * 10), True), (round(found * 10) + 1, False)):
        work = own_people_only(event_work(at_times(question, Fraction(tenths, 10))))
        assert (not uncovered(work, by_rule(work))) == carried


def test_a_team_file_prints_the_multiple_it_carries(playbook: Playbook) -> None:
    small = {"roles": {"customer-service-agent": 1}}
    large = {"roles": {"customer-service-agent": 4}}
    few, many = (double_11(playbook, "rule", orders=40, team=team).alone_x for team in (small, large))
    assert few is not None
    assert many is not None
    assert few < many


def test_double_11_for_270_orders_at_five_times(playbook: Playbook) -> None:
    found = double_11(playbook)
    days = {day.day: day for day in found.days}
    assert days[0].orders == 1350
    assert days[0].drivers["chats"] == pytest.approx(1200)
    assert days[0].date == "2026-11-11"
    assert [day.day for day in found.days if day.all_hands] == [-10, 0, 1, 2, 3]  # two waves
    assert days[-10].orders > 2.5 * 270
    assert {hand.who for hand in found.hands} >= {"operator", "promoter", "designer", "owner"}
    assert found.cost.total == sum((cost.total for cost in found.costs.values()), nothing("CNY"))
    assert {"contractor", "stock-unknown"} <= {each.key for each in found.advice if each.severity == "warning"}


def test_nobody_has_a_day_off_on_the_days_of_the_waves(playbook: Playbook) -> None:
    for hand in double_11(playbook).hands:
        assert {day.day: day.present for day in hand.days if day.day in (-10, 0)} == {-10: hand.people, 0: hand.people}
        if hand.who != "owner":
            for first in range(-14, 18):
                assert sum(day.present for day in hand.days if first <= day.day < first + 7) <= 5 * hand.people + 1e-9


def test_an_owner_gives_no_more_than_he_says(playbook: Playbook) -> None:
    found = double_11(playbook, orders=150, owner_hours=3)
    assert max(day.owner_hours for day in found.days) <= 3 + 0.01
    usual = double_11(playbook, orders=150)
    assert found.cost.total >= usual.cost.total


def test_longer_overtime_is_asked_for(playbook: Playbook) -> None:
    request = PeakRequest("double-11", DAY, Fraction(5), "rule", DAY - timedelta(1))
    usual, longer = (
        peak(playbook, store(orders=500, assumptions=given), request) for given in ({}, {"overtime_hours_a_day": 3})
    )
    assert max(day.hours for hand in longer.hands for day in hand.days) > 9
    assert longer.missing_hours < usual.missing_hours


def test_temporary_people_and_agencies_come_with_their_dates(playbook: Playbook) -> None:
    dear = {"outsourced_chat_share": 0, "outsourced_parcel_share": 0}
    found = double_11(playbook, orders=800, assumptions=dear)
    for temporary in found.temporary:
        own = [each for each in found.dates if each.values.get("helpers") == temporary.function]
        first = min(day for day, people in temporary.days.items() if people)
        days = {each.what: each.day for each in own}
        training = playbook.assumptions[
            "temp_warehouse_training" if temporary.function == "warehouse" else "temp_service_training"
        ].value.number
        assert days["train-temporary"] == first - ceil(training)
        assert days["hire-temporary"] < days["train-temporary"]
    assert found.temporary


def test_what_comes_of_orders_says_how_long_it_waits(playbook: Playbook) -> None:
    """No duty that an event makes larger is put off by being forgotten."""
    loads = ask(playbook, store(orders=600)).stage.loads
    larger = {each for each, duty in playbook.duties.items() if loads.duty(duty).slopes.get("orders") and not duty.live}
    only_inputs = {each for each in larger if playbook.duties[each].driver in {*playbook.frame.inputs, "images"}}
    assert playbook.events is not None
    assert larger - only_inputs <= playbook.events.waits.keys()


@pytest.mark.parametrize("orders", [270, 800])
def test_what_waits_until_after_the_event_asks_nobody_for_overtime(playbook: Playbook, orders: int) -> None:
    """Those who carry nothing that counts work longer only where they help, on days of all hands."""
    assert playbook.events is not None
    assert playbook.events.waits["tend-products"] == AFTER_IT
    found = double_11(playbook, "rule", orders=orders)
    carrying = {cover.role for cover in found.cover}
    assert not carrying & {"operator", "promoter", "designer", "purchaser", "bookkeeper"}
    called = {day.day for day in found.days if day.all_hands}
    for hand in found.hands:
        if hand.who not in carrying:
            assert {day.day for day in hand.days if day.overtime} <= called


def test_inputs_stay_those_of_the_ordinary_day(playbook: Playbook) -> None:
    found = double_11(playbook)
    assert len({day.drivers["images"] for day in found.days}) == 1


def test_a_category_moves_the_chats_of_the_event(playbook: Playbook) -> None:
    """Those of food rise twice as far as others do, so that they are not four times as many but seven."""
    chats = {
        each: {day.day: day.times["chats"] for day in double_11(playbook, "rule", category=each).days}
        for each in (None, "food")
    }
    assert (chats[None][0], chats["food"][0]) == (4, 7)


def test_the_returns_wave_comes_with_its_lag(playbook: Playbook) -> None:
    found = double_11(playbook)
    returns = {day.day: day.drivers["returns"] for day in found.days}
    usual = 270 * 0.15
    assert returns[3] < returns[4]
    assert returns[4] > usual * 1.4
    assert returns[24] < usual * 1.01
    tickets = {day.day: day.drivers["tickets"] for day in found.days}
    assert tickets[2] > tickets[0]
    assert max(tickets, key=lambda day: tickets[day]) in range(4, 8)


def test_people_on_contract_in_the_team_are_a_risk(playbook: Playbook) -> None:
    team = {"roles": {"designer": {"people": 1, "contract": 1}, "warehouse-keeper": 20, "pre-sale-service": 20}}
    found = double_11(playbook, team=team)
    contractor = next(each for each in found.advice if each.key == "contractor")
    assert contractor.values["functions"][-1] == "design"
    keeper = next(hand for hand in found.hands if hand.who == "warehouse-keeper")
    assert not any(day.overtime for day in keeper.days)


def test_visitors_follow_their_own_multiplier(playbook: Playbook) -> None:
    found = peak(playbook, store(visitors=6000, conversion="4.5%"), PeakRequest("double-11", mix="rule"))
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
    assert peak(playbook, store(orders=100), PeakRequest("shop-birthday", mix="rule")).orders_x == 3


def test_too_many_orders_on_the_day_are_refused(playbook: Playbook) -> None:
    with pytest.raises(TeamplanError) as raised:
        peak(playbook, store(orders=900_000), PeakRequest("double-11"))
    assert [problem.key for problem in raised.value.problems] == ["too-many-orders"]
