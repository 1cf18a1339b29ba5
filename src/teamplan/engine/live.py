"""Owns live work: the queue that a duty's chats make, and the seats it needs for a rate of arrivals."""

from bisect import bisect_left
from fractions import Fraction
from functools import lru_cache
from math import ceil

from teamplan.engine.amounts import Amounts
from teamplan.engine.queue.line import Goal, Queue
from teamplan.engine.queue.sizing import agents_needed, most_agents, most_arrivals
from teamplan.playbook.duties import Live
from teamplan.playbook.stages import Service

MOST_WALKED = 4  # knots that are walked one by one; on the way to one further away they are left out
FIRST_STEP = 1e-3  # of a load told beforehand: how far from it to look first
EACH_UP_TO = 400  # agents up to which each whole number is a knot; beyond, one in a hundred


def agent_minutes(live: Live, amounts: Amounts) -> Fraction:
    """Minutes of an agent that one chat takes at the best concurrency: the least `h_k / k`."""
    return min(amounts[minutes] / chats for chats, minutes in enumerate(live.minutes, start=1))


def queue_of(live: Live, amounts: Amounts) -> Queue:
    """The chat queue of a duty."""
    handle = tuple(float(amounts[minutes]) for minutes in live.minutes)
    return Queue("chat", handle, float(amounts[live.patience_minutes]))


def goal_of(live: Live, service: Service, amounts: Amounts) -> Goal:
    """The promise of a stage, and how busy its agents may be."""
    return Goal(float(service.answered), float(service.within.canonical), float(amounts[live.occupancy]))


Knots = tuple[tuple[int, ...], tuple[float, ...]]  # agents, and the most arrivals they carry


class Seats:
    """Agents that a queue needs, by arrivals a minute; what each number carries is worked out when first asked for.

    The need is real-valued: from the arrivals that n - 1 agents carry to those that n carry it rises in a straight
    line, so that people are rounded once, where they are hired.

    Threads may share it without a lock: the knots are replaced as a whole and read once by each question, and each is
    the same whatever was asked before.
    """

    __slots__ = ("_knots", "goal", "queue")

    def __init__(self, queue: Queue, goal: Goal) -> None:
        self.queue, self.goal = queue, goal
        self._knots: Knots = (0,), (0.0,)

    def needed(self, arrivals: float) -> float:
        """Real-valued agents; 0 without arrivals. Raises a TeamplanError where the queue grows beyond its bound."""
        if arrivals <= 0:
            return 0.0
        agents, loads = self._knots
        place = bisect_left(loads, arrivals)
        while place == len(loads) or agents[place] != _next_knot(agents[place - 1]):
            self._grow(arrivals)
            agents, loads = self._knots
            place = bisect_left(loads, arrivals)
        fewer, more = agents[place - 1], agents[place]
        low, high = loads[place - 1], loads[place]
        return fewer + (more - fewer) * (arrivals - low) / (high - low)

    def whole(self, arrivals: float) -> int:
        """The smallest whole number of agents that keeps the promise."""
        return ceil(self.needed(arrivals))

    def _grow(self, arrivals: float) -> None:
        """Learn the knots around the arrivals; from far beyond those below, by way of knots that are likely there."""
        agents = self._below(arrivals)
        if agents is None:
            agents = _knot_at_most(agents_needed(self.queue, arrivals, self.goal) - 1)
            self._load(agents, arrivals)
        while self._load(agents) >= arrivals:
            agents = _knot_at_most(agents - 1)
        while self._load(agents) < arrivals:
            agents = _next_knot(agents)

    def _below(self, arrivals: float) -> int | None:
        """A knot not far below the arrivals, or a little above them; None where those known are too far away."""
        for _ in range(MOST_WALKED):
            knots, loads = self._knots
            place = bisect_left(loads, arrivals) - 1
            agents, carried = knots[place], loads[place]
            each = max(carried, self._load(1)) / max(agents, 1)
            more = (arrivals - carried) / each
            if more <= MOST_WALKED * (_next_knot(agents) - agents):
                return agents
            if more > agents:
                return None
            likely = _knot_at_most(min(agents + int(more), most_agents(self.queue)))
            self._load(likely, arrivals)
            if self._load(likely) >= arrivals:
                return likely
        return None

    def _load(self, agents: int, likely: float = 0.0) -> float:
        """The most arrivals that so many agents carry; `likely` is about as many, where that is known."""
        knots, loads = self._knots
        place = bisect_left(knots, agents)
        if place < len(knots) and knots[place] == agents:
            return loads[place]
        near = self._likely(agents)
        step = near * FIRST_STEP if near else likely / max(agents, 1)
        load = most_arrivals(self.queue, agents, self.goal, near or likely, step)
        self._publish(agents, load)
        return load

    def _publish(self, agents: int, load: float) -> None:
        """Add a knot, unless another thread was quicker."""
        knots, loads = self._knots
        place = bisect_left(knots, agents)
        if place == len(knots) or knots[place] != agents:
            self._knots = (*knots[:place], agents, *knots[place:]), (*loads[:place], load, *loads[place:])

    def _likely(self, agents: int) -> float:
        """The load straight on from the two knots below, 0 where they are too few or too far to tell."""
        knots, loads = self._knots
        place = bisect_left(knots, agents)
        if place < 3 or agents > 1.1 * knots[place - 1] + 1:
            return 0.0
        (first, second), (low, high) = knots[place - 2 : place], loads[place - 2 : place]
        return high + (high - low) * (agents - second) / (second - first)


@lru_cache(maxsize=256)
def seats_of(queue: Queue, goal: Goal) -> Seats:
    """The seats of a queue and a promise: the same for every stage and shop that share them."""
    return Seats(queue, goal)


def _next_knot(agents: int) -> int:
    return agents + max(1, agents // 100) if agents >= EACH_UP_TO else agents + 1


def _knot_at_most(agents: int) -> int:
    knot = min(agents, EACH_UP_TO)
    while knot >= EACH_UP_TO and _next_knot(knot) <= agents:
        knot = _next_knot(knot)
    return knot
