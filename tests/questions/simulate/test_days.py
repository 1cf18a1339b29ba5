"""Unseen days of a made-up shop: the service that is computed, and as many days missed as said. All seeds are fixed."""

from datetime import date
from random import Random

import pytest

from teamplan.reading.load import load
from teamplan.reading.places import built_in
from tests.unseen import Period, at_once, months, tried
from tests.walked import Series, day_cv

NEAR, AS_SAID = 3.0, 10.0  # points
VARIATION, CHATS = 0.2, 300.0
SEEDS = (1,)
DAYS = 350  # 140 of them unseen
WEEKDAYS = (1.15, 1.1, 1.05, 1.0, 1.0, 0.8, 0.9)


def shop(days: int, closed: int | None = None) -> Series:
    """Days around one level, without a growth; one weekday may be closed."""
    draw = Random(5)
    orders = [CHATS * WEEKDAYS[day % 7] * draw.gammavariate(VARIATION**-2, VARIATION**2) for day in range(days)]
    return Series(date(2018, 1, 1), tuple(0.0 if day % 7 == closed else each for day, each in enumerate(orders)))


@pytest.mark.parametrize(("percentile", "most"), [(50, 1.0), (80, 0.2)])
def test_unseen_days_are_as_computed_and_missed_as_said(percentile: int, most: float) -> None:
    period = at_once(shop(DAYS))[0]
    assert not period.moved
    assert day_cv(period.known) == pytest.approx(VARIATION, abs=0.04)
    found = tried(load(built_in()), period, percentile, SEEDS)
    assert found.days == len(period.days)
    assert abs(found.gap) <= NEAR
    assert abs(found.more_missed) <= AS_SAID
    assert found.missed <= (most + AS_SAID / 100) * found.days


def test_months_are_all_unseen_days_each_with_the_days_before() -> None:
    series = shop(DAYS)
    periods = months(series)
    assert [day for period in periods for day in period.days] == list(series.unseen)
    assert [len(period.known) for period in periods] == [210, 238, 266, 294, 322]


def test_a_closed_weekday_is_the_last_of_the_week() -> None:
    period = at_once(shop(DAYS, closed=5))[0]
    assert period.turned == 1
    shares = period.shares(period.turned)
    assert shares[6] == 0
    assert sum(shares) == 1
    assert shares[1] > shares[0] > 0  # Monday after Sunday
    found = tried(load(built_in()), period, 50, SEEDS)
    assert found.days == sum(period.place(day, 1) < 6 for day in period.days) == len(period.days) * 6 // 7


def test_a_level_that_moved_is_known() -> None:
    calm = shop(DAYS)
    grown = Series(calm.first, (*calm.orders[:210], *(1.5 * each for each in calm.orders[210:])))
    before, after = Period(calm, calm.unseen), Period(grown, grown.unseen)
    assert after.move == pytest.approx(1.5 * before.move)
    assert (before.moved, after.moved) == (False, True)
