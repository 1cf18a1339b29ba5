"""The share of days below the promise: against weeks simulated by events, and what it may never do."""

from itertools import combinations
from math import comb, fsum
from statistics import fmean, pstdev

import pytest

from teamplan.engine.delivered.missed import _away, _heights, _of_those, missed_days
from teamplan.engine.delivered.week import worked_week
from tests.questions.simulate.delivered import HANDLES, HOURS, Shop, missed, post

AS_SAID, USUAL = 0.10, 0.03  # of the days: at most, and on average
# Chats, people, how far days differ, and the share of days that is missed: 60 to 300 weeks, one chat to three at once.
SIMULATED = [
    (75, 3, 0.0, 0.331), (75, 3, 0.3, 0.330), (75, 4, 0.2, 0.144),
    (150, 3, 0.2, 0.634), (150, 4, 0.0, 0.213), (150, 4, 0.2, 0.210), (150, 4, 0.3, 0.221), (150, 5, 0.3, 0.100),
    (300, 4, 0.3, 0.672), (300, 5, 0.0, 0.289), (300, 5, 0.2, 0.334), (300, 6, 0.2, 0.134), (300, 6, 0.3, 0.166),
    (600, 9, 0.0, 0.164), (600, 9, 0.2, 0.233), (600, 9, 0.3, 0.284), (600, 11, 0.3, 0.080),
    (1200, 17, 0.3, 0.202), (1200, 19, 0.3, 0.138),
]  # fmt: skip


def share(shop: Shop, people: int, day_cv: float) -> float:
    service = post(shop)
    return missed_days(service, 0.0, worked_week(service, 0.0, people), day_cv)


def test_as_many_days_are_missed_as_weeks_of_events_say() -> None:
    apart = [share(Shop(chats), people, cv) - seen for chats, people, cv, seen in SIMULATED]
    assert max(map(abs, apart)) <= AS_SAID
    assert fmean(map(abs, apart)) <= USUAL


@pytest.mark.parametrize("shop", [Shop(75, HANDLES[0], HOURS[1]), Shop(75, HANDLES[2])], ids=str)
def test_other_chats_and_hours_as_well(shop: Shop) -> None:
    people = post(shop).needed(0.0)
    assert share(shop, people, 0.2) == pytest.approx(missed(shop, people, 0.2, 20), abs=AS_SAID)


@pytest.mark.parametrize("chats", [75, 300])
def test_more_people_miss_fewer_days(chats: int) -> None:
    for cv in (0.0, 0.2):
        shares = [share(Shop(chats), people, cv) for people in (2, 3, 4, 6, 8)]
        assert shares == sorted(shares, reverse=True)
        assert 0 <= shares[-1] < 0.05 < 0.5 < shares[0] <= 1


def test_days_that_differ_more_are_missed_more_often_where_few_are() -> None:
    shares = [share(Shop(300), 7, cv) for cv in (0.0, 0.1, 0.2, 0.3, 0.5)]
    assert shares == sorted(shares)
    assert shares[-1] > shares[0] + 0.05


def test_a_shop_without_buyers_misses_nothing_and_one_without_people_all() -> None:
    silent = post(Shop(300))._replace(queues=(post(Shop(300)).queues[0].times(0.0),))
    assert missed_days(silent, 0.0, worked_week(silent, 0.0, 2), 0.2) == 0
    assert share(Shop(300), 0, 0.2) == pytest.approx(1, abs=1e-6)


def test_where_the_owner_stands_in_nobody_is_away() -> None:
    relieved = post(Shop(150))
    relieved = relieved._replace(rota=relieved.rota._replace(days_worked=None, attendance=None))
    week = worked_week(relieved, 0.0, 3)
    alone = missed_days(relieved, 0.0, week, 0.0)
    assert alone < missed_days(relieved, 0.0, week.with_(attendance=0.94), 0.0)


def test_many_people_are_counted_in_proportion() -> None:
    """From sixteen turns a day on; the share stays between those of teams a little smaller and larger."""
    service = post(Shop(1500))
    week = worked_week(service, 0.0, 24)
    assert max(len(day.turns) for day in week.days) > 16 >= min(len(day.turns) for day in week.days)
    shares = [share(Shop(1500), people, 0.2) for people in (21, 24)]
    assert 0 < shares[1] < shares[0] < 0.2
    odds = _of_those(20, 3, 10)
    assert fsum(chance for _, chance in odds) == 1
    assert fsum(fewer * chance for fewer, chance in odds) == 1.5


@pytest.mark.parametrize(("turns", "away", "due"), [(4, 1, 2), (5, 2, 3), (3, 3, 1), (4, 0, 4)])
def test_those_away_are_any_of_all_turns(turns: int, away: int, due: int) -> None:
    every = [len(set(some) & set(range(due))) for some in combinations(range(turns), away)]
    assert len(every) == comb(turns, away)
    for fewer, chance in _of_those(turns, away, due):
        assert chance == pytest.approx(every.count(fewer) / len(every))


def test_heights_and_absences_are_what_they_stand_for() -> None:
    for cv in (0.1, 0.3):
        heights = _heights(cv)
        assert fmean(heights) == pytest.approx(1)
        assert heights == sorted(heights)
        assert pstdev(heights) == pytest.approx(cv, rel=0.12)  # the middles of eight parts leave out the far ends
    assert _heights(0.0) == [1.0]
    away = _away(4, 0.9)
    assert fsum(odds for _, odds in away) == pytest.approx(1)
    assert fsum(each * odds for each, odds in away) == pytest.approx(0.4, abs=0.02)
    assert _away(3, 1.0) == [(0, 1.0)]
