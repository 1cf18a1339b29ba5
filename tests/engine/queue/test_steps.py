"""Searches take few steps: the answer does not depend on the way, so the way is held by counting what is evaluated."""

from collections.abc import Callable
from math import ceil, exp, log, log2

import pytest

from teamplan.engine.live import Seats
from teamplan.engine.queue import sizing
from teamplan.engine.queue.line import Goal, Queue, erlang
from teamplan.engine.solve import last_above

CHAT = Queue("chat", (6.0, 7.0, 8.8), 2.0)
LEAVING = erlang("erlang-a", 3.0, 1.0)
ARRIVALS = (0.01, 0.1, 0.5, 1.0, 3.0, 10.0, 30.0, 100.0, 300.0)
AGENTS = (1, 2, 5, 10, 30, 100)
QUEUES = {  # queue, promise, margins asked for to size all of ARRIVALS, and to find what all of AGENTS carry
    "chat": (CHAT, Goal(0.8, 0.5, 0.8), 40, 82),
    "erlang-a": (LEAVING, Goal(0.8, 1 / 3, 1.0), 34, 79),
    "erlang-a, strict": (LEAVING, Goal(0.999, 0.1, 1.0), 48, 95),
    "erlang-a, lenient": (LEAVING, Goal(0.5, 0.2, 1.0), 33, 80),
    "erlang-b": (erlang("erlang-b", 3.0), Goal(0.99, 0.0, 1.0), 50, 94),
}
NEAR = 19  # margins to find a crossing twice that is known to a ten-thousandth, once from either side
Falling = Callable[[float], float]


class Counted:
    """A function that counts how often it is asked."""

    def __init__(self, asked: Callable[..., float]) -> None:
        self.asked, self.times = asked, 0

    def __call__(self, *arguments: object) -> float:
        self.times += 1
        return self.asked(*arguments)


@pytest.fixture
def margins(monkeypatch: pytest.MonkeyPatch) -> Counted:
    counted = Counted(sizing.margin)
    monkeypatch.setattr(sizing, "margin", counted)
    return counted


@pytest.mark.parametrize("name", QUEUES)
def test_agents_are_found_in_a_handful_of_steps(name: str, margins: Counted) -> None:
    queue, goal, most, _ = QUEUES[name]
    for arrivals in ARRIVALS:
        sizing.agents_needed(queue, arrivals, goal)
    assert margins.times <= most


@pytest.mark.parametrize("name", QUEUES)
def test_what_agents_carry_is_found_in_a_dozen_steps_and_fewer_from_near_by(name: str, margins: Counted) -> None:
    queue, goal, _, most = QUEUES[name]
    carried = [sizing.most_arrivals(queue, agents, goal) for agents in AGENTS]
    assert margins.times <= most
    for agents, arrivals in zip(AGENTS, carried, strict=True):
        margins.times = 0
        assert sizing.most_arrivals(queue, agents, goal, arrivals * 1.0001, arrivals * 1e-4) == arrivals
        assert sizing.most_arrivals(queue, agents, goal, arrivals * 0.9999, arrivals * 1e-4) == arrivals
        assert margins.times <= NEAR


@pytest.mark.parametrize(
    ("arrivals", "most"),
    [
        ([0.5], 25),
        ([30.0], 46),
        ([900.0], 51),
        ([900.0, 3.0, 0.5, 170.0, 40.0], 165),
        ([at / 10 for at in range(60)], 227),
    ],
    ids=["few", "many", "hundreds", "here and there", "one after the other"],
)
def test_seats_learn_only_what_they_are_asked_and_each_from_those_before(
    arrivals: list[float], most: int, margins: Counted
) -> None:
    seats = Seats(*QUEUES["chat"][:2])
    for each in arrivals:
        seats.needed(each)
    assert margins.times <= most


@pytest.mark.parametrize(
    ("falling", "most"),
    [
        (lambda at: 1 - at, 10),
        (lambda at: 1 - at**3, 11),
        (lambda at: exp(-at) - exp(-1), 10),
        (lambda at: -log(at), 11),
    ],
    ids=["line", "cube", "exponential", "logarithm"],
)
@pytest.mark.parametrize(("low", "high"), [(0.1, 2.0), (0.5, 1.01), (0.99, 50.0), (1 / 3, 2.0)])
def test_a_smooth_crossing_takes_a_dozen_steps(falling: Falling, most: int, low: float, high: float) -> None:
    counted = Counted(falling)
    assert last_above(counted, low, high) == pytest.approx(1, rel=1e-11 * high)
    assert counted.times <= most


@pytest.mark.parametrize(
    "falling",
    [
        lambda at: 1.0 if at <= 1 else -1.0,
        lambda at: 1.0 if at <= 1 else -1e-9,
        lambda at: 1e-9 if at <= 1 else -1.0,
        lambda at: 1 - at**30,
    ],
    ids=["step", "late", "early", "steep"],
)
@pytest.mark.parametrize(("low", "high"), [(0.0, 2.0), (0.5, 1.01), (0.99, 50.0), (1 / 3, 2.0)])
def test_the_worst_crossing_takes_hardly_more_steps_than_halving(falling: Falling, low: float, high: float) -> None:
    counted = Counted(falling)
    found = last_above(counted, low, high)
    assert falling(found) >= 0 > falling(found + 1e-11 * high)
    assert counted.times <= ceil(log2((high - low) / (1e-11 * high))) + 4
