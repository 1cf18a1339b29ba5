"""The fewest agents are truly the fewest: a grid of 19,152 small loads, each checked by plain sums in fifty digits."""

from collections.abc import Iterator
from itertools import product

import pytest

from teamplan.engine.queue.line import Goal, erlang
from teamplan.engine.queue.sizing import agents_needed
from tests.engine.queue.direct import erlang_c

LOADS = [0.02 + place * (27 - 0.02) / 398 for place in range(399)]  # Erlangs
HANDLES = (1.5, 3.0, 5.0, 8.0)  # minutes
TARGETS = (1 / 3, 1.0, 2.0, 5.0)  # minutes
LEVELS = (0.5, 0.8, 0.9)
EVERY = 23  # of the grid, in the ordinary run; shares no factor with 12, 48 or 399


def grid() -> list[tuple[float, float, Goal]]:
    return [
        (load, handle, Goal(level, within)) for load, handle, within, level in product(LOADS, HANDLES, TARGETS, LEVELS)
    ]


def mistaken(cases: list[tuple[float, float, Goal]]) -> Iterator[tuple[float, float, Goal, int]]:
    """Cases whose answer misses the target, or where one agent less does not."""
    for load, handle, goal in cases:
        agents = agents_needed(erlang("erlang-c", handle), load / handle, goal)
        enough = erlang_c(load, agents, goal.within / handle) >= goal.answered
        if (
            not enough
            or (agents > 1 and erlang_c(load, agents - 1, goal.within / handle) >= goal.answered)
            or agents < 1
        ):
            yield load, handle, goal, agents


def test_the_grid_is_as_large_as_promised() -> None:
    cases = grid()
    assert len(cases) == 19_152
    assert (cases[0][0], cases[-1][0]) == (0.02, 27)


def test_a_sample_of_the_grid_needs_the_fewest() -> None:
    assert list(mistaken(grid()[::EVERY])) == []


@pytest.mark.slow
def test_the_whole_grid_needs_the_fewest() -> None:
    assert list(mistaken(grid())) == []


@pytest.mark.slow
def test_no_smaller_number_is_enough_on_a_sample() -> None:
    """All smaller numbers, not only one fewer."""
    for load, handle, goal in grid()[:: 5 * EVERY]:
        agents = agents_needed(erlang("erlang-c", handle), load / handle, goal)
        levels = [erlang_c(load, fewer, goal.within / handle) for fewer in range(1, agents)]
        assert all(level < goal.answered for level in levels)
