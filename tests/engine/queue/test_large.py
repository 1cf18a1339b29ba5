"""Large teams: the integral of the states says what their sum says, and a search of loads stays within few looks."""

from itertools import product

import pytest

from teamplan.engine.live import Seats
from teamplan.engine.queue import sizing, states
from teamplan.engine.queue.line import Goal, Queue, erlang
from teamplan.engine.queue.measures import in_time, measures, promised
from teamplan.engine.queue.states import Below, below
from teamplan.errors import TeamplanError

HANDLES = ((3.0,), (6.0, 7.0, 8.5, 10.5), (6.0, 7.0, 8.5), (5.0, 5.0, 5.0), (6.0, 11.0))
TEAMS = (500, 777, 3_000, 10_000)
CROWDS = (0.5, 0.85, 0.93, 0.97, 0.999)  # of what the full team finishes


def share(found: Below) -> tuple[float, float]:
    """Slots full on arrival, and free slots on the mean."""
    return found.full / (found.full + found.free), found.free_slots / (found.full + found.free)


@pytest.mark.parametrize("handle", HANDLES)
def test_the_integral_is_the_sum(handle: tuple[float, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    queue = Queue("chat", handle, 2.0)
    integrated: list[int] = []
    really = states._integrated

    def counted(ratio: float, step: float) -> Below:
        integrated.append(1)
        return really(ratio, step)

    monkeypatch.setattr(states, "_integrated", counted)
    for agents, crowd in product(TEAMS, CROWDS):
        arrivals = crowd * agents * queue.full_rate
        quick = share(below(queue, agents, arrivals))
        with monkeypatch.context() as patched:
            patched.setattr(states, "MANY_AGENTS", 10**9)
            slow = share(below(queue, agents, arrivals))
        assert quick[0] == pytest.approx(slow[0], rel=1e-11, abs=1e-250)
        assert quick[1] / agents == pytest.approx(slow[1] / agents, abs=1e-13)
    assert integrated


@pytest.mark.parametrize("queue", [erlang("erlang-a", 5, 2), erlang("erlang-c", 5), Queue("chat", (6, 7, 8.5), 2.0)])
def test_what_a_search_looks_at_is_what_is_told(queue: Queue) -> None:
    for agents, crowd in product((1, 7, 60, 499, 500, 4_000), (0.3, 0.8, 0.98)):
        arrivals = crowd * agents * queue.full_rate
        whole = measures(queue, arrivals, agents, 0.5)
        assert in_time(queue, arrivals, agents, 0.5) == pytest.approx(whole.in_time, abs=1e-13)
        level, busy = promised(queue, arrivals, agents, Goal(0.8, 0.5, 0.85))
        assert level == pytest.approx(whole.in_time, abs=1e-13)
        assert busy == pytest.approx(whole.occupancy, abs=1e-12)


@pytest.mark.parametrize("goal", [Goal(0.8, 0.5, 0.85), Goal(0.99, 1 / 12), Goal(0.8, 0.5, 0.85, "answered")])
def test_the_loads_do_not_hang_on_what_was_asked_before(goal: Goal) -> None:
    queue = Queue("chat", (6.0, 7.0, 8.5), 2.0)
    rates = [0.01, 0.4, 3.0, 40.0, 41.0, 260.0, 900.0]
    at_once = [Seats(queue, goal).needed(rate) for rate in rates]
    upwards, downwards = Seats(queue, goal), Seats(queue, goal)
    assert [upwards.needed(rate) for rate in rates] == at_once
    assert [downwards.needed(rate) for rate in reversed(rates)] == at_once[::-1]


def test_a_load_takes_few_looks_at_the_queue(monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[int] = []
    margin = sizing.margin

    def counted(queue: Queue, arrivals: float, agents: int, goal: Goal) -> float:
        looks.append(agents)
        return margin(queue, arrivals, agents, goal)

    monkeypatch.setattr(sizing, "margin", counted)
    seats = Seats(Queue("chat", (6.0, 7.0, 8.5), 2.0), Goal(0.8, 0.5, 0.85))
    for rate in range(10, 400, 10):
        seats.needed(float(rate))
    assert len(looks) < 9 * len(seats._knots[0])


def test_more_than_the_most_agents_is_refused_from_below() -> None:
    seats = Seats(Queue("chat", (6.0, 7.0, 8.5), 2.0), Goal(0.8, 0.5, 0.85))
    assert seats.needed(2_900.0) < 10_000
    for rate in (3_600.0, 1e6, 1e30):
        with pytest.raises(TeamplanError) as refused:
            seats.needed(rate)
        assert [problem.key for problem in refused.value.problems] == ["too-many-agents"]
