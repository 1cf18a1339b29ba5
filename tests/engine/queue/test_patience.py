"""Buyers who leave: Erlang A and the chat chain against Erlang C, the beta series and a matrix exponential."""

from math import inf

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from teamplan.engine.queue.line import Goal, Queue, erlang
from teamplan.engine.queue.measures import measures
from teamplan.engine.queue.sizing import agents_needed
from tests.engine.queue.direct import by_exponential, by_series, distance, steady

CLOSE = 1e-9
thoroughly = settings(derandomize=True, max_examples=100, deadline=None)
handles = st.lists(st.floats(0.5, 12), min_size=1, max_size=4).map(lambda minutes: tuple(sorted(minutes)))
patiences = st.floats(-2, 2).map(lambda power: 10**power)
targets = st.one_of(st.just(0.0), st.floats(0.01, 30), st.just(480.0))


LOADS = [(0.02, 1), (0.6, 1), (3.3, 5), (10, 14), (95, 100), (590, 600), (9_950, 10_000), (99_800, 100_000)]


@pytest.mark.parametrize("patience", [1e12, 1e13, 1e15, 1e100, inf])
@pytest.mark.parametrize(("load", "agents"), LOADS)
def test_endless_patience_is_erlang_c(load: float, agents: int, patience: float) -> None:
    for within in (0.0, 1 / 3, 5.0, 480.0):
        leaving = measures(erlang("erlang-a", 3, patience), load / 3, agents, within)
        endless = measures(erlang("erlang-c", 3), load / 3, agents, within)
        assert distance(leaving, endless) < CLOSE


@pytest.mark.parametrize(("load", "agents"), LOADS[:5])
def test_a_patience_of_centuries_is_a_little_less_than_endless(load: float, agents: int) -> None:
    """1e9 minutes: what is left of a difference, up to 3e-8, is true and in proportion to 1 / patience."""
    leaving = measures(erlang("erlang-a", 3, 1e9), load / 3, agents, 1 / 3)
    assert distance(leaving, measures(erlang("erlang-c", 3), load / 3, agents, 1 / 3)) < 1e-7
    assert distance(leaving, by_series(erlang("erlang-a", 3, 1e9), load / 3, agents, 1 / 3)) < CLOSE


def test_endless_patience_needs_the_agents_of_erlang_c() -> None:
    goal = Goal(0.8, 1 / 3)
    loads = [0.02 * 1.7**place for place in range(24)]
    patient = [agents_needed(erlang("erlang-a", 3), load / 3, goal) for load in loads]
    assert patient == [agents_needed(erlang("erlang-c", 3), load / 3, goal) for load in loads]


@thoroughly
@given(load=st.floats(-2, 1.7), spare=st.floats(-0.6, 1.5), patience=patiences, within=targets)
@example(load=1.0, spare=0.0, patience=120.0, within=480.0)
def test_erlang_a_is_the_beta_series(load: float, spare: float, patience: float, within: float) -> None:
    queue, erlangs = erlang("erlang-a", 5, patience), 10**load
    agents = max(1, round(erlangs * (1 + spare)))
    assert distance(measures(queue, erlangs / 5, agents, within), by_series(queue, erlangs / 5, agents, within)) < CLOSE


@thoroughly
@given(handle=handles, agents=st.integers(1, 15), load=st.floats(0.02, 1.6), patience=patiences, within=targets)
def test_the_chat_chain_is_the_beta_series(
    handle: tuple[float, ...], agents: int, load: float, patience: float, within: float
) -> None:
    queue = Queue("chat", handle, patience)
    arrivals = load * agents * queue.best_rate
    assert distance(measures(queue, arrivals, agents, within), by_series(queue, arrivals, agents, within)) < CLOSE


EXPONENTIAL = [
    (erlang("erlang-a", 1, 2), 48, 50, 0.2),
    (erlang("erlang-a", 3, 5), 100 / 30, 14, 1 / 3),
    (erlang("erlang-a", 5, 60), 118 / 60, 10, 48.0),
    (erlang("erlang-a", 5, 60), 126 / 60, 9, 480.0),
    (erlang("erlang-a", 3, 2), 70, 200, 1 / 3),
    (erlang("erlang-a", 3, 0.001), 2, 6, 1 / 3),
    (erlang("erlang-a", 3, 1), 5, 1, 2.0),
    (erlang("erlang-a", 3, 30), 1e-4, 1, 1.0),
    (erlang("erlang-a", 6, 1000), 0.15, 1, 20.0),
    (erlang("erlang-c", 3), 5, 17, 1 / 3),
    (erlang("erlang-c", 6), 0.1, 1, 30.0),
    (Queue("chat", (3, 3.5, 4), 1), 4, 5, 1 / 3),
    (Queue("chat", (6, 7, 8.5, 10.5), 2), 1.5, 4, 0.5),
    (Queue("chat", (6, 7, 8.5, 10.5), 2), 10, 27, 0.5),
    (Queue("chat", (6, 7, 12), 2), 15, 4, 0.5),
    (Queue("chat", (8, 8, 8), 300), 1.3, 3, 60.0),
]


@pytest.mark.parametrize("case", EXPONENTIAL, ids=lambda case: f"{case[0].model}-{case[1]:.3g}-{case[2]}-{case[3]:.3g}")
def test_a_matrix_exponential_gives_the_same(case: tuple[Queue, float, int, float]) -> None:
    assert distance(measures(*case), by_exponential(*case)) < CLOSE


@pytest.mark.slow
@pytest.mark.parametrize("hourly", [118, 126])
def test_a_matrix_exponential_gives_the_same_for_tickets(hourly: int) -> None:
    case = erlang("erlang-a", 5, 600), hourly / 60, 10, 480.0
    assert distance(measures(*case), by_exponential(*case)) < CLOSE


@pytest.mark.parametrize(("hourly", "level"), [(118, 0.984188), (126, 0.950148)])
def test_eight_hours_for_a_ticket(hourly: int, level: float) -> None:
    """The peer's published Erlang A says 0.116 and 0.009, and 17 agents."""
    queue = erlang("erlang-a", 5, 600)
    assert measures(queue, hourly / 60, 10, 480).in_time == pytest.approx(level, abs=5e-7)
    assert agents_needed(queue, hourly / 60, Goal(0.95, 480)) == 10
    assert float(by_series(queue, hourly / 60, 9, 480).in_time) < 0.95


def test_nobody_is_lost_twice() -> None:
    """Of the second way itself: all shares of time together are one, and so are the fates of a buyer."""
    queue = Queue("chat", (6, 7, 8.5), 2)
    states = steady(queue, 1.5, 4)
    assert float(sum(states.held) + sum(states.waiting[1:])) == pytest.approx(1, abs=1e-15)
    long = by_series(queue, 1.5, 4, 480)
    assert long.in_time + long.left_in_time == pytest.approx(1, abs=1e-15)
    assert long.left_in_time == pytest.approx(long.abandoned, abs=1e-15)
