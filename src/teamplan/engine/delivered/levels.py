"""Owns the service level of a post by the people present: from the queue of each of its duties, tabulated over rates.

The logit of a service level is nearly a straight line of the logarithm of the arrivals, at both ends; between, four
knots of a fixed grid tell it by a cubic. The grid is that of the queue and the people alone, so that what is learnt
does not depend on what was asked before.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import lru_cache
from math import exp, floor, fsum, log, log2

from teamplan.engine.queue.line import Goal, Queue
from teamplan.engine.queue.measures import promised

AGENTS = (2, 4, 9, 24, 60)  # up to so many
KNOTS = (4, 6, 10, 16, 32, 64)  # so many knots for twice the arrivals
PATIENT, VERY_PATIENT = 3.0, 10.0  # patience over the length of a chat: the curve bends more, or has an edge
SURE = 1e-12  # as near to nobody or everybody as a logit is taken


class Levels:
    """The service level of a queue at any arrivals a minute and number of agents, within 1e-4 of `promised`.

    Threads may share it without a lock: a knot is the same whoever works it out.
    """

    __slots__ = ("_finer", "_knots", "goal", "queue")

    def __init__(self, queue: Queue, goal: Goal) -> None:
        self.queue, self.goal = queue, goal
        patience = queue.patience / queue.handle[0]
        self._finer = 0 if patience > VERY_PATIENT else 2 if patience > PATIENT else 1
        self._knots: dict[tuple[int, int], float] = {}

    def at(self, arrivals: float, agents: int) -> float:
        """Share of buyers answered as promised: nobody's where there is no agent, everybody's where nobody comes."""
        if not agents or not arrivals:
            return 1.0 if agents else 0.0
        if not self._finer:
            return self._solved(arrivals, agents)
        parts = self._finer * KNOTS[bisect_left(AGENTS, agents)]
        place = log2(arrivals) * parts
        first = floor(place)
        x = place - first
        knot = self._knot
        before, low = knot(first - 1, agents, parts), knot(first, agents, parts)
        high, after = knot(first + 1, agents, parts), knot(first + 2, agents, parts)
        y = (
            (x + 1) * (x - 1) * (x - 2) * low / 2
            - (x + 1) * x * (x - 2) * high / 2
            + ((x + 1) * after - (x - 2) * before) * x * (x - 1) / 6
        )
        return 1 / (1 + exp(-y))

    def _knot(self, place: int, agents: int, parts: int) -> float:
        known = self._knots.get((place, agents))
        if known is None:
            level = min(max(self._solved(2 ** (place / parts), agents), SURE), 1 - SURE)
            known = self._knots[place, agents] = log(level / (1 - level))
        return known

    def _solved(self, arrivals: float, agents: int) -> float:
        return promised(self.queue, arrivals, agents, self.goal)[0]


@lru_cache(maxsize=256)
def levels_of(queue: Queue, goal: Goal) -> Levels:
    """The levels of a queue and a promise: the same for every stage and shop that share them."""
    return Levels(queue, goal)


def shared_level(rates: Sequence[float], people: int, level: Callable[[int, float, int], float]) -> float:
    """The service level of people who answer several queues, each by its share of them; nobody's where none is there.

    `rates` are the arrivals a minute by queue; `level` tells that of a queue by its place, arrivals and people.
    """
    if not people:
        return 0.0
    total = fsum(rates)
    if not total:
        return 1.0
    if len(rates) == 1:
        return level(0, total, people)
    split = [max(1, round(people * rate / total)) for rate in rates]
    return fsum(rate * level(place, rate, split[place]) for place, rate in enumerate(rates)) / total
