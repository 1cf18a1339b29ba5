"""The simulation against laws that hold whatever the model of chat, and against published rows.

All seeds are fixed. A tolerance is at least three standard errors of its run.
"""

from math import exp, inf
from random import Random

import pytest
from simpy import Environment

from teamplan.engine.delivered.turns import Pause
from teamplan.questions.simulate.demand import Buyer, buyers, works
from teamplan.questions.simulate.desk import Desk
from teamplan.questions.simulate.floor import Floor, run
from teamplan.questions.simulate.run import steady
from teamplan.questions.simulate.stints import Stint
from teamplan.questions.simulate.summary import Labour, Tally, interval, mean, student, wilson
from teamplan.questions.simulate.team import ChatLine, OpenDay, Work
from tests.questions.simulate.cases import BEYOND, CASES, FOUR, MOST_ERROR, Case, play, stored

WORKS: tuple[Work, ...] = ("exponential", "lognormal", "fixed")
PLATFORM = 0.0005  # another logarithm may round a buyer past the target
PEERS = [(0.5, 2, 0.949), (1.5, 4, 0.817), (1.5, 5, 0.969), (4.0, 11, 0.920), (10.0, 27, 0.954)]


LONG = 1e6  # minutes: nobody goes home


def one_chat(patience: float = inf, within: float = 0.5) -> ChatLine:
    """Agents with one chat of 10 minutes at a time."""
    return ChatLine((10.0,), patience, within)


def played(line: ChatLine, people: list[Stint], *crowd: Buyer, halves: int = 1) -> list[tuple[int, int, int, float]]:
    """What happened to hand-made buyers, by half hour."""
    tallies, _ = run(line, people, (30.0,) * halves, crowd)
    return [(tally.offered, tally.in_time, tally.left, round(tally.waited, 9)) for tally in tallies]


def spent(people: list[Stint], *crowd: Buyer, halves: int = 1) -> Labour:
    """How agents with one chat at a time spent their time."""
    return run(one_chat(), people, (30.0,) * halves, crowd)[1]


# One agent


def test_chats_slow_each_other_down_and_keep_the_work_done() -> None:
    desk = Desk((2.0, 3.0))
    desk.take(1.0, now=0.0)
    assert desk.remaining() == pytest.approx(2.0)
    desk.take(1.0, now=1.0)  # half of the first is done; now each moves by a third a minute
    assert desk.remaining() == pytest.approx(1.5)
    desk.end(now=2.5)
    assert desk.remaining() == pytest.approx(1.0)  # the second has half left, alone again
    desk.end(now=3.5)
    assert desk.held == 0


def test_work_is_one_on_average() -> None:
    for work in WORKS:
        draw = works(work, Random(7))
        assert sum(draw() for _ in range(100_000)) / 100_000 == pytest.approx(1.0, abs=0.012)


def test_a_desk_counts_its_time_by_the_chats_in_hand() -> None:
    desk = Desk((2.0, 3.0))
    desk.take(1.0, now=5.0)
    desk.take(1.0, now=6.0)
    desk.end(now=7.5)
    desk.end(now=8.5)
    assert (desk.busy, desk.chat_minutes) == (3.5, 1.0 + 3.0 + 1.0)


# The floor, with buyers made by hand


def test_buyers_are_answered_first_come_first_served() -> None:
    crowd = [Buyer(at, 0, 1.0, inf) for at in (0.0, 1.0, 2.0)]
    assert played(one_chat(), [Stint(0.0, 30.0)], *crowd) == [(3, 1, 0, 9.0 + 18.0)]


def test_a_waiting_buyer_leaves_when_patience_ends() -> None:
    crowd = [Buyer(0.0, 0, 1.0, 5.0), Buyer(1.0, 0, 1.0, 4.0), Buyer(2.0, 0, 1.0, 9.0)]
    assert played(one_chat(3.0), [Stint(0.0, 30.0)], *crowd) == [(3, 1, 1, 4.0 + 8.0)]


def test_agents_come_when_their_turn_begins() -> None:
    crowd = Buyer(4.0, 0, 1.0, inf), Buyer(29.0, 0, 1.0, inf)
    found = played(one_chat(within=25.0), [Stint(30.0, 60.0)], *crowd, halves=2)
    assert found == [(2, 1, 0, 26.0 + 11.0), (0, 0, 0, 0.0)]


def test_with_nobody_on_duty_in_the_end_the_waiting_leave_at_closing_and_chats_in_hand_are_finished() -> None:
    crowd = [Buyer(25.0, 0, 1.0, inf), Buyer(26.0, 0, 1.0, inf), Buyer(31.0, 1, 1.0, 2.0)]
    assert played(one_chat(), [Stint(0.0, 30.0)], *crowd, halves=2) == [(2, 1, 1, 34.0), (1, 0, 1, 2.0)]


def test_the_last_agents_stay_until_nobody_waits_which_is_overtime() -> None:
    crowd = [Buyer(20.0 + minute, 0, 1.0, inf) for minute in range(4)]
    assert played(one_chat(), [Stint(0.0, 30.0)], *crowd) == [(4, 1, 0, 9.0 + 18.0 + 27.0)]
    assert spent([Stint(0.0, 30.0)], *crowd) == Labour(there=60.0, busy=40.0, chat_minutes=40.0, overtime=30.0)


def test_who_goes_home_finishes_what_he_holds_which_is_overtime() -> None:
    crowd = Buyer(28.0, 0, 1.0, inf), Buyer(29.0, 0, 1.0, 5.0)
    assert played(one_chat(5.0), [Stint(0.0, 30.0)], *crowd, halves=2) == [(2, 1, 1, 5.0), (0, 0, 0, 0.0)]
    assert spent([Stint(0.0, 30.0)], crowd[0], halves=2) == Labour(38.0, 10.0, 10.0, 8.0)


def test_nobody_takes_a_chat_in_a_break() -> None:
    person = Stint(0.0, 60.0, (Pause(10.0, 20.0),))
    crowd = Buyer(9.0, 0, 0.1, inf), Buyer(11.0, 0, 1.0, inf), Buyer(29.0, 0, 1.0, inf)
    assert played(one_chat(), [person], *crowd, halves=2)[0] == (3, 1, 0, 19.0 + 11.0)
    assert spent([person], *crowd, halves=2) == Labour(40.0, 21.0, 21.0, 0.0)


def test_a_break_that_begins_later_keeps_its_length() -> None:
    person = Stint(0.0, 60.0, (Pause(10.0, 20.0),))
    crowd = Buyer(5.0, 0, 1.0, inf), Buyer(16.0, 0, 1.0, inf)  # the first chat ends at 15, the break at 35
    assert played(one_chat(), [person], *crowd, halves=2)[0] == (2, 1, 0, 19.0)
    assert spent([person], *crowd, halves=2) == Labour(40.0, 20.0, 20.0, 0.0)


def test_a_break_that_lasts_until_the_end_of_the_turn_ends_it() -> None:
    person = Stint(0.0, 40.0, (Pause(20.0, 15.0),))
    crowd = Buyer(18.0, 0, 1.0, inf), Buyer(45.0, 1, 1.0, inf)  # the first chat ends at 28: the break would at 43
    assert played(one_chat(), [person], *crowd, halves=2) == [(1, 1, 0, 0.0), (1, 0, 1, 15.0)]


def test_an_agent_is_there_before_the_opening_and_after_the_closing() -> None:
    assert spent([Stint(-60.0, 20.0), Stint(10.0, 90.0)], Buyer(1.0, 0, 1.0, inf)) == Labour(160.0, 10.0, 10.0, 0.0)


def test_a_night_that_goes_on_is_no_overtime() -> None:
    crowd = Buyer(29.0, 0, 1.0, inf)
    assert spent([Stint(0.0, 30.0, goes_on=True)], crowd) == Labour(30.0, 10.0, 10.0, 0.0)


def test_who_goes_finishes_what_he_holds_and_the_least_busy_of_the_others_take_the_next() -> None:
    floor = Floor(Environment(), ChatLine((10.0, 12.0), inf, 0.5), (30.0,) * 3)
    for end in (90.0, 5.0, 90.0):
        floor.env.process(floor.attend(Stint(0.0, end)))
    floor.env.run(until=1.0)
    for _ in range(5):
        floor.enter(Buyer(1.0, 0, 1.0, inf))
    assert [desk.held for desk in floor.desks] == [2, 2, 1]
    floor.env.run(until=6.0)
    assert floor.on_duty == [floor.desks[0], floor.desks[2]]
    for _ in range(2):
        floor.enter(Buyer(6.0, 0, 1.0, inf))
    assert [desk.held for desk in floor.desks] == [2, 2, 2]
    assert len(floor.waiting) == 1
    floor.env.process(floor.attend(Stint(0.0, 90.0)))
    floor.env.run(until=7.0)
    assert [desk.held for desk in floor.desks] == [2, 2, 2, 1]


def test_buyers_come_at_the_pace_of_their_half_hour() -> None:
    random, counts = Random(2), [0, 0, 0]
    for _ in range(400):
        for buyer in buyers((0.5, 0.0, 2.0), (30.0,) * 3, "fixed", inf, random):
            assert buyer.interval == buyer.at // 30
            counts[buyer.interval] += 1
    assert counts == pytest.approx([6_000, 0, 24_000], rel=0.04)


@pytest.mark.parametrize(
    "figures", [{"handle": ()}, {"handle": (0.0,)}, {"patience": 0.0}, {"within": -1.0}, {"answered": 1.5}], ids=str
)
def test_a_senseless_line_is_refused(figures: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="must"):
        ChatLine(**{"handle": (6.0,), "patience": 2.0, "within": 0.5} | figures)  # type: ignore[arg-type]


@pytest.mark.parametrize(("arrivals", "lengths"), [((-1.0,), (30.0,)), ((1.0,), (0.0,)), ((1.0,), (30.0, 30.0))])
def test_a_senseless_day_is_refused(arrivals: tuple[float, ...], lengths: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match=r"must|intervals"):
        OpenDay(arrivals, lengths)


# Laws of steady queues


@pytest.mark.parametrize(("within", "level"), [(0.0, 0.4), (1.0, 1 - 0.6 * exp(-0.4))])
def test_one_agent_one_chat_waits_like_m_m_1(within: float, level: float) -> None:
    answer = steady((1.0,), inf, within, 0.6, 1, 150_000, 200, 8)
    assert answer.low <= level <= answer.high
    assert answer.service_level == pytest.approx(level, abs=0.012)


@pytest.mark.parametrize("work", WORKS)
def test_without_patience_blocking_follows_erlang_b_whatever_the_work(work: Work) -> None:
    answer = steady((1.0,), 1e-9, 0.5, 1.0, 2, 60_000, 100, 9, work)
    assert answer.abandoned == pytest.approx(0.2, abs=0.008)
    assert answer.service_level == pytest.approx(1 - answer.abandoned)


def test_equal_sharing_is_insensitive_to_the_work() -> None:
    """One agent who shares time evenly among at most 3 chats: the share turned away is that of M/M/1/3."""
    blocked = 0.8**3 / (1 + 0.8 + 0.8**2 + 0.8**3)
    for work in WORKS:
        answer = steady((1.0, 2.0, 3.0), 1e-9, 0.5, 0.8, 1, 40_000, 100, 10, work)
        assert answer.abandoned == pytest.approx(blocked, abs=0.01)


@pytest.mark.parametrize(
    ("arrivals", "agents", "level"),
    [row if row[2] > 0.94 and row[0] < 4 else pytest.param(*row, marks=pytest.mark.slow) for row in PEERS],
)
def test_rows_simulated_elsewhere(arrivals: float, agents: int, level: float) -> None:
    buyers = 50_000 if level > 0.94 and arrivals < 4 else 400_000
    answer = steady(FOUR, 2.0, 0.5, arrivals, agents, buyers / arrivals, 200, 21)
    assert answer.service_level == pytest.approx(level, abs=0.012)


# The interval


@pytest.mark.parametrize(
    ("freedom", "quantile"), [(1, 12.7062), (2, 4.3027), (3, 3.1824), (5, 2.5706), (29, 2.0452), (1000, 1.9623)]
)
def test_student_quantile(freedom: int, quantile: float) -> None:
    assert student(freedom) == pytest.approx(quantile, rel=0.002)


def test_the_interval_weighs_days_by_their_buyers() -> None:
    days = [Tally(100, 80), Tally(10, 4), Tally(50, 45)]
    level, squares = 129 / 160, (80 - 100 * 129 / 160) ** 2 + (4 - 10 * 129 / 160) ** 2 + (45 - 50 * 129 / 160) ** 2
    reach = student(2) * (squares / 2 * 3) ** 0.5 / 160
    assert interval(days) == pytest.approx((level - reach, min(1.0, level + reach)))
    assert interval(days[:1]) == (0.0, 1.0)


def test_the_interval_covers_the_long_run_19_times_in_20() -> None:
    truth = 0.6
    runs = [steady((1.0,), inf, 0.0, 0.4, 1, 1_500, 50, seed) for seed in range(200)]
    covered = sum(run.low <= truth <= run.high for run in runs)
    assert 180 <= covered <= 199


@pytest.mark.parametrize(
    ("hits", "times", "low", "high"), [(0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (15, 50, 0.1910, 0.4375)]
)
def test_wilson_as_published(hits: int, times: int, low: float, high: float) -> None:
    assert wilson(hits, times) == pytest.approx((hits / times, low, high), abs=1e-4)


def test_the_interval_of_a_mean() -> None:
    assert mean([1.0, 2.0, 3.0]) == pytest.approx((2.0, 0.0, 2.0 + student(2) / 3**0.5))
    assert mean([4.0]) == (4.0, 0.0, None)


# The stored answers


def test_the_stored_answers_are_of_these_cases_and_exact_enough() -> None:
    runs = stored()
    assert list(runs) == [str(case) for case in [*CASES, *BEYOND]]
    assert max(run.error for run in runs.values()) <= MOST_ERROR
    levels = sorted(runs[str(case)].answer.service_level for case in CASES)
    assert levels[0] < 0.45
    assert levels[-1] > 0.999
    assert sum(case.quick for case in CASES) == 5


@pytest.mark.parametrize(("arrivals", "agents", "level"), PEERS)
def test_the_stored_answers_agree_with_rows_simulated_elsewhere(arrivals: float, agents: int, level: float) -> None:
    answer = stored()[str(Case(arrivals, agents, FOUR, 2.0, 0.5, "exponential"))].answer
    assert answer.service_level == pytest.approx(level, abs=0.012)


@pytest.mark.parametrize(
    "case",
    [pytest.param(case, marks=() if case.quick else pytest.mark.slow, id=str(case)) for case in [*CASES, *BEYOND]],
)
def test_a_stored_answer_is_found_again(case: Case) -> None:
    before = stored()[str(case)]
    now = play(case, before.minutes)
    assert now.seed == before.seed
    assert now.answer.service_level == pytest.approx(before.answer.service_level, abs=PLATFORM)
    assert now.answer.abandoned == pytest.approx(before.answer.abandoned, abs=PLATFORM)
