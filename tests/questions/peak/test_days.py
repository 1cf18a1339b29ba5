"""The days of an event: multipliers as written, scaled to a multiple of orders, and what comes back later."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamplan.engine.moved_drivers import NOTHING, MovedTerms
from teamplan.playbook.events import Event
from teamplan.playbook.playbook import Playbook
from teamplan.questions.peak.days import ONE, EventDay, EventMover, event_days

WITH_ORDERS = MovedTerms((), "orders")
CHATS = EventMover("chats", "chats", WITH_ORDERS)
RETURNS = EventMover("return_rate", "returns", WITH_ORDERS, rate=True, lag=(4, 14))
TICKETS = EventMover("tickets", "tickets", WITH_ORDERS, rate=True, lag=(2, 7))
MOVERS = (CHATS, RETURNS)
JUDGED = {"grade": "J", "reason": {"en": "Test.", "zh": "测试。"}}


def event(*phases: dict[str, Any]) -> Event:
    window = [
        {"days": phase["days"]}
        | {name: {"value": value, "range": [value, value]} | JUDGED for name, value in phase.items() if name != "days"}
        for phase in phases
    ]
    return Event.model_validate(
        {"name": {"en": "Test", "zh": "测试"}, "month_day": "11-11", "level": "S", "window": window}
    )


def by_day(days: tuple[EventDay, ...]) -> dict[int, EventDay]:
    return {day.day: day for day in days}


SALE = event(
    {"days": [-2, -1], "conversion": 0.8},
    {"days": 0, "visitors": 2.5, "conversion": 2, "chats": 4, "return_rate": 1.2},
    {"days": [1, 3], "visitors": 0.9},
)


def test_multipliers_are_exact_as_written_and_orders_are_visitors_times_conversion() -> None:
    days = by_day(event_days(SALE, MOVERS))
    found = days[0]
    assert (found.visitors, found.conversion, found.orders) == (Fraction(5, 2), Fraction(2), Fraction(5))
    assert (found.times["chats"], found.apart["chats"], found.rush) == (Fraction(4), Fraction(4, 5), True)
    assert (days[-1].orders, days[-1].times["chats"], days[-1].apart["chats"]) == (Fraction(4, 5), Fraction(4, 5), ONE)
    assert days[2].orders == Fraction(9, 10)
    assert days[4].orders == 1


def test_returns_are_the_mean_of_what_was_sold_on_the_days_behind() -> None:
    days = by_day(event_days(SALE, MOVERS))
    sold = {-2: Fraction(4, 5), -1: Fraction(4, 5), 0: 5 * Fraction(6, 5)} | dict.fromkeys((1, 2, 3), Fraction(9, 10))
    for day, found in days.items():
        assert found.times["returns"] == sum(sold.get(day - after, Fraction(1)) for after in range(4, 15)) / Fraction(
            11
        )
    assert (min(days), max(days)) == (-2, 3 + 14)


@given(times=st.fractions(min_value=1, max_value=500, max_denominator=10**6))  # closer to 1 a power is one of floats
def test_the_day_has_exactly_the_orders_asked_for_and_the_rest_follows(times: Fraction) -> None:
    days = by_day(event_days(SALE, MOVERS, times))
    own = by_day(event_days(SALE, MOVERS))
    assert days[0].orders == times == days[0].visitors * days[0].conversion
    for day, found in days.items():
        assert found.orders == found.visitors * found.conversion
        assert (found.visitors == 1) == (own[day].visitors == 1 or times == 1)
        if times > 1:
            assert (found.orders > 1) == (own[day].orders > 1)


def test_five_times_of_an_event_of_five_times_changes_nothing() -> None:
    assert event_days(SALE, MOVERS, Fraction(5)) == event_days(SALE, MOVERS)


def test_once_the_orders_is_no_event(playbook: Playbook) -> None:
    assert playbook.events is not None
    for each in (SALE, *playbook.events.events.values()):
        for day in event_days(each, MOVERS, Fraction(1)):
            once = {"chats": Fraction(1), "returns": Fraction(1)}
            assert day == EventDay(day.day, times=once, apart=once)


def test_an_event_without_a_rise_of_its_own_is_lifted_on_its_day_alone() -> None:
    days = by_day(event_days(event({"days": [0, 1]}), MOVERS, Fraction(3)))
    assert [float(each) for each in (days[0].orders, days[0].times["chats"], days[1].orders)] == [3, 3, 1]
    assert days[4].times["returns"] > 1


@pytest.mark.parametrize("name", ["618", "double-11", "double-12", "black-friday", "campaign"])
def test_the_built_in_events_lift_the_orders_of_their_day(playbook: Playbook, name: str) -> None:
    assert playbook.events is not None
    found = playbook.events.events[name]
    day = by_day(event_days(found, MOVERS))[0]
    assert (float(day.orders), found.level) == {
        "618": (3.5, "S"),
        "double-11": (5, "S"),
        "double-12": (2.55, "A"),
        "black-friday": (4, "S"),
        "campaign": (2.55, "A"),
    }[name]


def test_tickets_are_the_mean_of_the_orders_on_the_days_behind() -> None:
    days = by_day(event_days(SALE, (*MOVERS, TICKETS)))
    sold = {-2: Fraction(4, 5), -1: Fraction(4, 5), 0: Fraction(5)} | dict.fromkeys((1, 2, 3), Fraction(9, 10))
    for day, found in days.items():
        assert found.times["tickets"] == sum(sold.get(day - after, Fraction(1)) for after in range(2, 8)) / Fraction(6)


def test_all_hands_are_called_only_where_something_rises() -> None:
    sale = event({"days": 0, "visitors": 3})
    called = sale.model_copy(update={"window": (sale.window[0].model_copy(update={"all_hands": True}),)})
    assert [day.day for day in event_days(called, MOVERS) if day.all_hands] == [0]
    assert not any(day.all_hands for day in event_days(called, MOVERS, Fraction(1)))


def test_what_hangs_on_no_volume_stays_as_it_is_unless_the_phase_says_more() -> None:
    images = EventMover("images", "images", MovedTerms((), NOTHING))
    sale = event({"days": -1, "images": 3}, {"days": 0, "visitors": 2})
    days = by_day(event_days(sale, (images,)))
    assert {day: (found.times["images"], found.apart["images"]) for day, found in days.items()} == {
        -1: (Fraction(3), Fraction(3)),
        0: (ONE, ONE),
    }
    assert [days[day].rush for day in (-1, 0)] == [True, True]
    assert not by_day(event_days(sale, (images.with_(lag=(1, 2)),)))[-1].rush  # it comes later


def test_what_follows_a_moved_driver_follows_it_day_by_day() -> None:
    parcels = EventMover("parcels", "parcels", WITH_ORDERS, rate=True)
    returns = RETURNS.with_(moves=MovedTerms((), "parcels"), lag=(4, 4))
    days = by_day(event_days(event({"days": 0, "visitors": 2, "parcels": 1.5, "return_rate": 1.2}), (parcels, returns)))
    assert (days[0].times["parcels"], days[0].apart["parcels"]) == (Fraction(3), Fraction(3, 2))
    assert (days[4].times["returns"], days[4].apart["returns"]) == (Fraction(18, 5), Fraction(18, 5))
    assert (days[0].times["returns"], days[0].apart["returns"]) == (ONE, Fraction(1, 3))


def test_goods_lift_what_is_above_an_ordinary_day_and_nothing_else() -> None:
    days = by_day(event_days(SALE, (CHATS.with_(further=Fraction(2)),)))
    assert (days[0].times["chats"], days[-1].times["chats"]) == (Fraction(7), Fraction(4, 5))
