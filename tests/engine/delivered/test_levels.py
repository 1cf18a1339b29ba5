"""The tabulated service level is that of the chain, rises with the people, and hangs on nothing asked before."""

from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamplan.engine.delivered.levels import Levels, shared_level
from teamplan.engine.queue.line import Goal, Queue
from teamplan.engine.queue.measures import promised

GOAL = Goal(0.8, 0.5, 0.8)
HANDLES = ((6.0,), (6.0, 7.0, 8.8), (5.0, 5.5, 6.5, 8.0))


@pytest.mark.parametrize("handle", HANDLES)
@pytest.mark.parametrize("patience", [1.0, 2.0, 5.0, 20.0, 90.0, inf])
@settings(derandomize=True, max_examples=25, deadline=None)
@given(agents=st.sampled_from([1, 2, 3, 4, 6, 10, 11, 20, 40, 41, 70]), load=st.floats(0.1, 1.3))
def test_the_table_tells_what_the_chain_does(
    handle: tuple[float, ...], patience: float, agents: int, load: float
) -> None:
    queue = Queue("chat", handle, patience)
    arrivals = load * agents * queue.best_rate
    assert Levels(queue, GOAL).at(arrivals, agents) == pytest.approx(
        promised(queue, arrivals, agents, GOAL)[0], abs=1e-4
    )


@settings(derandomize=True, max_examples=60, deadline=None)
@given(arrivals=st.floats(0.01, 5), more=st.floats(1, 2), agents=st.integers(1, 30))
def test_more_people_answer_more_and_more_chats_are_answered_less(arrivals: float, more: float, agents: int) -> None:
    level = LEVELS.at(arrivals, agents)
    assert level <= LEVELS.at(arrivals, agents + 1) + 2e-4
    assert level >= LEVELS.at(arrivals * more, agents) - 2e-4


LEVELS = Levels(Queue("chat", (6.0, 7.0, 8.8), 2.0), GOAL)


def test_a_level_does_not_hang_on_what_was_asked_before() -> None:
    asked = Levels(LEVELS.queue, GOAL)
    for arrivals in (0.3, 0.31, 2.0, 0.7):
        asked.at(arrivals, 3)
    assert asked.at(0.35, 3) == Levels(LEVELS.queue, GOAL).at(0.35, 3)


def test_nobody_answers_nothing_and_nobody_asks_in_vain() -> None:
    assert (LEVELS.at(0.3, 0), LEVELS.at(0.0, 0), LEVELS.at(0.0, 2)) == (0.0, 0.0, 1.0)
    assert shared_level((0.3, 0.1), 0, lambda *_: 1.0) == 0.0
    assert shared_level((0.0, 0.0), 2, lambda *_: 0.5) == 1.0


def test_people_are_split_by_the_chats_of_each_queue() -> None:
    asked: list[tuple[int, float, int]] = []

    def level(place: int, rate: float, people: int) -> float:
        asked.append((place, rate, people))
        return 1.0 if place else 0.5

    assert shared_level((3.0, 1.0), 8, level) == pytest.approx(0.625)
    assert asked == [(0, 3.0, 6), (1, 1.0, 2)]
