"""Simulated weeks of hand-made turns: bookkeeping that is exact, and figures within three standard errors.

All seeds are fixed.
"""

from math import inf
from random import Random
from statistics import fmean, pstdev

import pytest

from teamplan.engine.delivered.turns import Pause, Turn, WorkedDay, WorkedWeek
from teamplan.playbook.service import WEEK
from teamplan.questions.simulate.demand import level
from teamplan.questions.simulate.run import simulate
from teamplan.questions.simulate.stints import Stint, is_due, stints
from teamplan.questions.simulate.team import ChatLine, OpenDay, Team, Work
from tests.questions.simulate.weeks import HILL, LINE, chain, day, hand_made, turn

WORKS: tuple[Work, ...] = ("exponential", "lognormal", "fixed")
FIVE_HOURS = 300.0
CREW = (turn(0.0, FIVE_HOURS), turn(0.0, FIVE_HOURS))
NEAR = 0.015  # of the service level
OFFERED, LEVEL, OVERTIME = 3057, (0.7314, 0.6676, 0.7953), 3.57


def test_equal_seeds_give_equal_answers_and_others_do_not() -> None:
    heard: list[None] = []
    team = hand_made(HILL, *CREW, attendance=0.9, deferred=60.0)
    first = simulate(team, 4, 5, "exponential", 0.2, progress=lambda: heard.append(None))
    assert first == simulate(team, 4, 5, "exponential", 0.2)
    assert first != simulate(team, 4, 6, "exponential", 0.2)
    assert len(heard) == 4
    assert (first.weeks, first.days) == (4, 28)


def test_a_seed_gives_what_it_always_gave() -> None:
    team = hand_made(HILL, turn(0.0, 180.0, (60.0, 15.0)), turn(60.0, FIVE_HOURS), attendance=0.9, deferred=60.0)
    answer = simulate(team, 4, 5, "exponential", 0.2)
    assert answer.offered == OFFERED
    assert answer.service_level == pytest.approx(LEVEL, abs=5e-4)
    assert answer.overtime.value == pytest.approx(OVERTIME, abs=0.05)


@pytest.mark.parametrize("work", WORKS)
@pytest.mark.parametrize("people", [1, 2, 3])
def test_without_breaks_and_absence_it_is_the_chain(people: int, work: Work) -> None:
    team = hand_made(HILL, *(turn(0.0, FIVE_HOURS),) * people)
    answer = simulate(team, 60, 3, work)
    assert answer.service_level.value == pytest.approx(chain(team), abs=NEAR)
    assert answer.service_level.low < answer.service_level.value < (answer.service_level.high or 0)


def test_shifts_that_overlap_are_the_chain_as_well() -> None:
    team = hand_made(HILL * 2, turn(0.0, 300.0), turn(60.0, 540.0), turn(300.0, 600.0))
    assert simulate(team, 60, 3).service_level.value == pytest.approx(chain(team), abs=NEAR)


def test_in_the_break_of_the_only_one_nobody_is_answered() -> None:
    """All buyers come in the break, and none waits for its end."""
    team = hand_made((0.0, 1.0, 0.0), turn(0.0, 90.0, (30.0, 30.0)), line=ChatLine((6.0, 7.0), 0.01, 0.5, 0.8))
    answer = simulate(team, 2, 1)
    assert answer.service_level.value == 0.0
    assert answer.abandoned.value == 1.0
    assert answer.below.value == 1.0
    there = simulate(hand_made((0.0, 1.0, 0.0), turn(0.0, 90.0), line=team.line), 2, 1)
    assert there.service_level.value > 0.2
    assert there.offered == answer.offered


def test_whoever_is_absent_answers_nobody() -> None:
    answer = simulate(hand_made(HILL, *CREW, attendance=0.0, deferred=90.0), 2, 1)
    assert (answer.service_level, answer.abandoned) == ((0.0, 0.0, 0.0), (1.0, 1.0, 1.0))
    assert (answer.occupancy.value, answer.worked.value, answer.after_turns) == (0.0, 0.0, 0.0)
    assert answer.left_over == pytest.approx(7 * 1.5)


def test_absence_takes_away_whole_turns_as_often_as_it_says() -> None:
    team = hand_made(HILL, *CREW, attendance=0.7)
    days = [stints(team, 1, week, place) for week in range(100) for place in range(7)]
    assert {stint for there in days for stint in there} == {Stint(0.0, FIVE_HOURS)}
    assert sum(map(len, days)) == pytest.approx(0.7 * 1400, abs=3 * (1400 * 0.21) ** 0.5)


def test_one_more_turn_leaves_the_others_alone() -> None:
    fewer, more = (hand_made(HILL, *(turn(0.0, 60.0 + at) for at in range(n)), attendance=0.5) for n in (6, 7))
    for place in range(7):
        assert set(stints(fewer, 1, 0, place)) <= set(stints(more, 1, 0, place))


def test_what_happens_in_a_share_of_the_weeks_is_spread_evenly() -> None:
    assert [is_due(0.5, week) for week in range(4)] == [True, False, True, False]
    for share in (0.0, 0.1, 1 / 3, 0.8, 1.0):
        assert sum(is_due(share, week) for week in range(300)) == pytest.approx(300 * share, abs=0.5)


def test_more_turns_come_in_their_share_of_the_weeks_and_a_day_opens_in_its_part() -> None:
    days = (WorkedDay("mon", 1.0, CREW, (turn(0.0, 60.0),), 0.25), WorkedDay("tue", 0.5, CREW[:1], CREW[1:], 0.5))
    team = Team(LINE, (day(*HILL),) * 2, WorkedWeek(3, days, 1.0))
    assert sum(len(stints(team, 1, week, 0)) for week in range(8)) == 8 * 2 + 2
    answer = simulate(team, 8, 1)
    assert answer.days == 8 + 4
    tuesdays = [week for week in range(8) if is_due(0.5, week)]
    assert sum(len(stints(team, 1, week, 1)) for week in tuesdays) == 4 * 1 + 2


def test_deferred_work_is_done_between_chats_and_the_rest_is_left_over() -> None:
    idle = simulate(hand_made((0.0,) * 10, turn(0.0, FIVE_HOURS, (100.0, 30.0)), deferred=300.0), 3, 1)
    assert idle.left_over == pytest.approx(7 * 0.5)
    assert idle.overtime == pytest.approx((3.5, 3.5, 3.5))
    assert (idle.worked.value, idle.occupancy.value, idle.offered) == (1.0, 0.0, 0)
    busy, calm = (simulate(hand_made(HILL, *CREW, deferred=work), 6, 1) for work in (400.0, 20.0))
    assert busy.left_over > calm.left_over == 0.0
    assert busy.service_level == calm.service_level  # chats come first
    assert busy.worked.value > calm.worked.value > calm.occupancy.value


def test_minutes_after_the_turns_are_overtime() -> None:
    answer = simulate(hand_made(HILL, *CREW), 10, 1)
    assert 0 < answer.after_turns < 7 * 2 * 0.5
    assert answer.overtime.value == pytest.approx(answer.after_turns)
    assert answer.left_over == 0.0


@pytest.mark.parametrize("work", WORKS)
def test_every_buyer_is_answered_or_has_left(work: Work) -> None:
    patient = ChatLine((6.0, 7.0), 2.0, inf, 0.8)  # any answer is in time
    answer = simulate(hand_made(HILL, turn(60.0, 200.0, (100.0, 20.0)), line=patient), 8, 11, work)
    assert answer.service_level.value + answer.abandoned.value == pytest.approx(1.0)
    assert 0 < answer.abandoned.value < 1
    endless = ChatLine((6.0, 7.0), inf, 0.5, 0.8)
    assert simulate(hand_made(HILL, turn(0.0, FIVE_HOURS), line=endless), 2, 3, work).abandoned.value == 0


def test_nobody_comes() -> None:
    answer = simulate(hand_made((0.0, 0.0), turn(0.0, 60.0)), 1, 1)
    assert (answer.offered, answer.service_level, answer.abandoned) == (0, (1.0, 1.0, 1.0), (0.0, 0.0, 0.0))
    assert answer.below.value == 0.0
    assert answer.overtime == (0.0, 0.0, None)
    assert answer.by_day == tuple((name, None) for name in WEEK)


# Days that differ


def test_no_variation_from_day_to_day_is_no_option_at_all() -> None:
    team = hand_made(HILL, *CREW)
    assert simulate(team, 3, 1, "exponential", 0.0) == simulate(team, 3, 1)


@pytest.mark.parametrize("day_cv", [0.05, 0.2, 0.5])
def test_the_level_of_days_has_the_mean_and_variation_it_is_told_to(day_cv: float) -> None:
    random = Random(3)
    levels = [level(day_cv, random) for _ in range(20_000)]
    assert fmean(levels) == pytest.approx(1.0, abs=4 * day_cv / 20_000**0.5)
    assert pstdev(levels) == pytest.approx(day_cv, rel=0.04)
    assert level(0.0, random) == level(1e-9, random) == 1.0


def test_days_that_differ_miss_the_target_more_often() -> None:
    calm, wild = (simulate(hand_made(HILL, *CREW, *CREW[:1]), 40, 1, "exponential", day_cv) for day_cv in (0.0, 0.4))
    assert wild.below.value > calm.below.value
    assert wild.service_level.value < calm.service_level.value


@pytest.mark.parametrize("day_cv", [0.0, 0.3])
def test_more_people_never_do_worse_with_the_same_buyers(day_cv: float) -> None:
    teams = [
        hand_made(HILL, *(turn(0.0, FIVE_HOURS, (60.0 + 45 * at, 30.0)) for at in range(n)), attendance=0.94)
        for n in range(1, 6)
    ]
    answers = [simulate(team, 20, 4, "exponential", day_cv) for team in teams]
    assert len({answer.offered for answer in answers}) == 1
    levels = [answer.service_level.value for answer in answers]
    assert levels == sorted(levels)
    assert [answer.below.value for answer in answers] == sorted((each.below.value for each in answers), reverse=True)


# Round the clock


def round_the_clock(*turns: Turn, open_: int = 7) -> Team:
    days = tuple(WorkedDay(name, 1.0, turns) for name in WEEK[:open_])
    return Team(LINE, (OpenDay((0.2,) * 48, (30.0,) * 48),) * open_, WorkedWeek(len(turns), days, 1.0))


def test_a_night_goes_on_in_the_next_morning() -> None:
    team = round_the_clock(turn(1200.0, 1680.0, (1300.0, 30.0), (1425.0, 60.0), (1600.0, 15.0)))
    evening = Stint(1200.0, 1440.0, team.week.days[0].turns[0].pauses, goes_on=True)
    morning = Stint(0.0, 240.0, (Pause(0.0, 45.0), Pause(160.0, 15.0)))
    assert stints(team, 1, 0, 3) == [morning, evening]
    assert stints(team, 1, 0, 0) == [morning, evening]
    alone = round_the_clock(*team.week.days[0].turns, open_=6)
    assert stints(alone, 1, 0, 0) == [evening]  # the day before was closed


def test_round_the_clock_it_is_the_chain_too() -> None:
    team = round_the_clock(turn(0.0, 480.0), turn(480.0, 960.0), turn(960.0, 1440.0))
    answer = simulate(team, 20, 1)
    assert answer.service_level.value == pytest.approx(chain(team), abs=NEAR)
    nights = round_the_clock(turn(1200.0, 1680.0), turn(240.0, 720.0), turn(720.0, 1200.0))
    assert simulate(nights, 20, 1).service_level.value == pytest.approx(chain(team), abs=NEAR)


# What makes no sense


def test_no_week_is_refused() -> None:
    with pytest.raises(ValueError, match="one week"):
        simulate(hand_made(HILL, *CREW), 0, 1)


def test_days_and_turns_belong_together() -> None:
    team = hand_made(HILL, *CREW)
    with pytest.raises(ValueError, match="days of buyers"):
        Team(LINE, team.days[:6], team.week)
    with pytest.raises(ValueError, match="attendance"):
        Team(LINE, team.days, team.week.with_(attendance=1.5))
    with pytest.raises(ValueError, match="deferred"):
        Team(LINE, team.days, team.week, inf)
