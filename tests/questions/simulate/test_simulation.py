"""The simulation against laws that hold whatever the model of chat, and against published rows.

All seeds are fixed. A tolerance is at least three standard errors of its run.
"""

from math import exp, inf
from random import Random

import pytest
from simpy import Environment

from teamplan.questions.simulate.demand import Buyer, buyers, works
from teamplan.questions.simulate.desk import Desk
from teamplan.questions.simulate.floor import Floor, run
from teamplan.questions.simulate.run import simulate, steady
from teamplan.questions.simulate.summary import Tally, interval, student
from teamplan.questions.simulate.team import Team, Work
from tests.questions.simulate.cases import BEYOND, CASES, FOUR, MOST_ERROR, Case, play, stored

WORKS: tuple[Work, ...] = ("exponential", "lognormal", "fixed")
PLATFORM = 0.0005  # another logarithm may round a buyer past the target
PEERS = [(0.5, 2, 0.949), (1.5, 4, 0.817), (1.5, 5, 0.969), (4.0, 11, 0.920), (10.0, 27, 0.954)]


def one_agent(arrivals: tuple[float, ...], cover: tuple[int, ...], patience: float = inf, within: float = 0.5) -> Team:
    """Agents with one chat of 10 minutes at a time."""
    return Team((10.0,), patience, within, arrivals, cover)


def played(team: Team, *crowd: Buyer) -> list[tuple[int, int, int, float]]:
    """What happened to hand-made buyers, by half hour."""
    tallies = run(team, (30.0,) * len(team.cover), crowd)
    return [(tally.offered, tally.in_time, tally.left, round(tally.waited, 9)) for tally in tallies]


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


# The floor, with buyers made by hand


def test_buyers_are_answered_first_come_first_served() -> None:
    team = one_agent((1.0,), (1,))
    crowd = [Buyer(at, 0, 1.0, inf) for at in (0.0, 1.0, 2.0)]
    assert played(team, *crowd) == [(3, 1, 0, 9.0 + 18.0)]


def test_a_waiting_buyer_leaves_when_patience_ends() -> None:
    team = one_agent((1.0,), (1,), patience=3.0)
    crowd = [Buyer(0.0, 0, 1.0, 5.0), Buyer(1.0, 0, 1.0, 4.0), Buyer(2.0, 0, 1.0, 9.0)]
    assert played(team, *crowd) == [(3, 1, 1, 4.0 + 8.0)]


def test_agents_come_at_the_begin_of_the_half_hour() -> None:
    team = one_agent((1.0, 0.0), (0, 1), within=25.0)
    assert played(team, Buyer(4.0, 0, 1.0, inf), Buyer(29.0, 0, 1.0, inf)) == [(2, 1, 0, 26.0 + 11.0), (0, 0, 0, 0.0)]


def test_with_nobody_on_duty_in_the_end_the_waiting_leave_at_closing_and_chats_in_hand_are_finished() -> None:
    team = one_agent((1.0, 1.0), (1, 0))
    crowd = [Buyer(25.0, 0, 1.0, inf), Buyer(26.0, 0, 1.0, inf), Buyer(31.0, 1, 1.0, 2.0)]
    assert played(team, *crowd) == [(2, 1, 1, 34.0), (1, 0, 1, 2.0)]


def test_the_last_agents_stay_until_nobody_waits() -> None:
    crowd = [Buyer(20.0 + minute, 0, 1.0, inf) for minute in range(4)]
    assert played(one_agent((1.0,), (1,)), *crowd) == [(4, 1, 0, 9.0 + 18.0 + 27.0)]


def test_the_least_busy_go_first_and_finish_what_they_hold() -> None:
    floor = Floor(Environment(), Team((10.0, 12.0), inf, 0.5, (1.0,), (3,)))
    floor.staff(3)
    for _ in range(5):
        floor.enter(Buyer(0.0, 0, 1.0, inf))
    assert [desk.held for desk in floor.desks] == [2, 2, 1]
    floor.staff(1)
    assert floor.on_duty == floor.desks[:1]
    floor.enter(Buyer(0.0, 0, 1.0, inf))
    assert [desk.held for desk in floor.desks] == [2, 2, 1]
    assert len(floor.waiting) == 1
    floor.staff(2)  # a fresh agent; those who finish do not come back
    assert [desk.held for desk in floor.desks] == [2, 2, 1, 1]


# Days


def test_equal_arguments_give_equal_answers() -> None:
    team = Team(FOUR, 2.0, 0.5, (0.2, 0.8, 1.1, 0.0), (1, 2, 3, 0))
    heard: list[int] = []
    assert simulate(team, 20, 5, progress=heard.append) == simulate(team, 20, 5)
    assert simulate(team, 20, 5) != simulate(team, 20, 6)
    assert heard == list(range(1, 21))


def test_nobody_comes() -> None:
    quiet = simulate(Team(FOUR, 2.0, 0.5, (0.0, 0.0), (1, 0)), 3, 1)
    assert (quiet.offered, quiet.service_level, quiet.low, quiet.high) == (0, 1.0, 1.0, 1.0)
    assert (quiet.abandoned, quiet.mean_wait_minutes, quiet.by_half_hour) == (0.0, 0.0, (None, None))
    assert simulate(Team(FOUR, 2.0, 0.5, (), ()), 1, 1).by_half_hour == ()


@pytest.mark.parametrize("patience", [2.0, inf])
def test_nobody_is_there(patience: float) -> None:
    answer = simulate(Team(FOUR, patience, 0.5, (1.0, 1.0), (0, 0)), 50, 1)
    assert (answer.service_level, answer.abandoned) == (0.0, 1.0)
    assert answer.mean_wait_minutes == pytest.approx(min(patience, 30.0), rel=0.1)


@pytest.mark.parametrize("work", WORKS)
def test_every_buyer_is_answered_or_has_left(work: Work) -> None:
    team = Team((6.0, 7.0), 2.0, inf, (0.5, 2.0, 0.0, 1.0, 0.3), (1, 3, 2, 0, 1))  # any answer is in time
    answer = simulate(team, 40, 11, work)
    assert answer.offered * (answer.service_level + answer.abandoned) == pytest.approx(answer.offered)
    assert 0 < answer.abandoned < 1
    assert answer.by_half_hour[2] is None


@pytest.mark.parametrize("work", WORKS)
def test_with_endless_patience_nobody_leaves(work: Work) -> None:
    assert simulate(Team((6.0, 7.0), inf, 0.5, (2.0, 0.0, 1.0), (1, 0, 1)), 20, 3, work).abandoned == 0


def test_buyers_come_at_the_pace_of_their_half_hour() -> None:
    random, counts = Random(2), [0, 0, 0]
    for _ in range(400):
        for buyer in buyers((0.5, 0.0, 2.0), (30.0,) * 3, "fixed", inf, random):
            assert buyer.interval == buyer.at // 30
            counts[buyer.interval] += 1
    assert counts == pytest.approx([6_000, 0, 24_000], rel=0.04)


def test_more_agents_answer_more_of_the_same_buyers() -> None:
    teams = [simulate(Team(FOUR, 2.0, 0.5, (1.5,) * 4, (agents,) * 4), 100, 4) for agents in (2, 4, 6, 20)]
    assert len({team.offered for team in teams}) == 1
    levels = [team.service_level for team in teams]
    assert levels == sorted(levels)
    assert (levels[-1], teams[-1].abandoned) == (1.0, 0.0)


@pytest.mark.parametrize(
    "figures",
    [
        {"handle": ()},
        {"handle": (0.0,)},
        {"patience": 0.0},
        {"within": -1.0},
        {"arrivals": (-1.0,)},
        {"cover": (-1,)},
        {"cover": (1, 2)},
    ],
    ids=str,
)
def test_a_senseless_team_is_refused(figures: dict[str, tuple[float, ...]]) -> None:
    with pytest.raises(ValueError, match=r"must|half hours"):
        Team(**{"handle": (6.0,), "patience": 2.0, "within": 0.5, "arrivals": (1.0,), "cover": (1,)} | figures)  # type: ignore[arg-type]


def test_no_day_is_refused() -> None:
    with pytest.raises(ValueError, match="one day"):
        simulate(one_agent((1.0,), (1,)), 0, 1)


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
