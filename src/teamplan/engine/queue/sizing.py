"""Inverts a queue: the fewest agents for a promise, and the most arrivals for a number of agents.

A real-valued number of agents lies between whole ones: `n` agents carry `most_arrivals(n)`, and half-way to what one
more carries is half an agent more. It never falls as arrivals or the promise grow.
"""

from functools import cache
from math import ceil, exp, floor, inf, log

from teamplan.engine.queue.line import MOST_AGENTS, MOST_LINES, Goal, Queue
from teamplan.engine.queue.measures import in_time, promised, waits_longer
from teamplan.engine.queue.states import free_of_single
from teamplan.engine.solve import largest_kept, last_above, secant, smallest_reaching
from teamplan.errors import Problem, TeamplanError

_SLIP = 1e-12  # of binary arithmetic: a promise missed by less is kept


def margin(queue: Queue, arrivals: float, agents: int, goal: Goal) -> float:
    """By how much the promise is kept: the least of the margins of service level, occupancy and speed; negative if not.

    A chat team must be fast enough for all who come: it is not planned so that it only keeps up because buyers leave.
    """
    if goal.max_occupancy >= 1 and goal.definition == "offered" and queue.model != "erlang-b" and arrivals and agents:
        kept = in_time(queue, arrivals, agents, goal.within) - goal.answered
    else:
        level, occupancy = promised(queue, arrivals, agents, goal)
        kept = min(level - goal.answered, goal.max_occupancy - occupancy)
    if queue.model == "chat" and arrivals:
        kept = min(kept, agents * queue.best_rate / arrivals - 1)
    return kept + _SLIP


def agents_needed(queue: Queue, arrivals: float, goal: Goal) -> int:
    """The smallest number of agents that keeps the promise; 0 without arrivals.

    Raises a TeamplanError above 10,000 agents of a chat queue, or 10,000,000 of another one.
    """
    if not arrivals:
        return 0
    most, busy = most_agents(queue), arrivals / queue.best_rate
    likely = busy / goal.max_occupancy
    too_many = likely > most if queue.model != "chat" else busy > most or margin(queue, arrivals, most, goal) < 0
    if too_many:
        raise TeamplanError([Problem("too-many-agents", {"most": most})])
    if queue.model == "erlang-c":
        return _fewest_in_turn(queue, arrivals, goal)
    likely = max(1, min(ceil(likely), most))
    return smallest_reaching(lambda agents: _odds(margin(queue, arrivals, agents, goal), goal), likely)


def most_agents(queue: Queue) -> int:
    """The most agents for whom a queue is worked out."""
    return MOST_AGENTS if queue.model == "chat" else MOST_LINES


def agents_real(queue: Queue, arrivals: float, goal: Goal) -> float:
    """The same before rounding: between n - 1 and n agents, by how far the arrivals lie between what these carry."""
    needed = agents_needed(queue, arrivals, goal)
    if not needed:
        return 0.0
    fewer, enough = (most_arrivals(queue, agents, goal, arrivals) for agents in (needed - 1, needed))
    return needed - 1 + min(1.0, (arrivals - fewer) / (enough - fewer))


def most_arrivals(queue: Queue, agents: int, goal: Goal, near: float = 0.0, step: float = 0.0) -> float:
    """The most arrivals a minute for which so many agents keep the promise, as ten digits.

    inf where any number keeps it, as when only those count who are answered at once. `near` is where to look first,
    in steps of `step`.
    """
    if not agents:
        return 0.0
    kept = cache(lambda arrivals: margin(queue, arrivals, agents, goal))
    near = near or agents * queue.best_rate * goal.max_occupancy
    step = step or near / agents
    if kept(near) >= 0:
        low, high = near, near + step
        while kept(high) >= 0:
            low, step = high, 2 * step
            high += step
            if step > 1e6 * near + 1e6:
                return inf
    else:
        low, high = max(0.0, near - step), near
        while low and kept(low) < 0:
            high, step = low, 2 * step
            low = max(0.0, low - step)
    return largest_kept(lambda arrivals: kept(arrivals) >= 0, secant(kept, low, high, agents))


def wait_percentile(queue: Queue, arrivals: float, agents: int, share: float) -> float:
    """Minutes within which this share of all who come has been answered or has left; inf for a queue without end."""

    def too_many(wait: float) -> float:
        return waits_longer(queue, arrivals, agents, wait) - (1 - share)

    if too_many(0.0) <= 0:
        return 0.0
    if share >= 1:
        return inf
    high = 1 / queue.best_rate
    while too_many(high) > 0:
        high *= 2
        if high > 1e15:
            return inf
    return last_above(too_many, 0.0, high)


def best_concurrency(queue: Queue, agents: int, goal: Goal) -> int:
    """Chats an agent should hold at most: that with which the team serves most buyers within the promise.

    Of two that serve the same, the smaller.
    """
    levels = range(1, len(queue.handle) + 1)
    return max(levels, key=lambda most: (most_arrivals(queue.holding(most), agents, goal), -most))


def _fewest_in_turn(queue: Queue, arrivals: float, goal: Goal) -> int:
    """Erlang C, where each number of agents follows from the one before: 1/B(n) = 1 + (1/B(n - 1)) n / load.

    The sum of the states, and with it everything in `measures`, is walked upwards instead of being summed anew.
    """
    handle = queue.handle[0]
    load = arrivals * handle
    agents = max(floor(load) + 1, ceil(load / (goal.max_occupancy + _SLIP)))
    free = free_of_single(agents, load)
    while True:
        queued = agents / (agents - load)
        waiting = queued / (free + queued)
        if 1 - waiting * exp((load - agents) / handle * goal.within) >= goal.answered - _SLIP:
            return agents
        agents += 1
        free = (1 + free) * agents / load


def _odds(kept: float, goal: Goal) -> float:
    """A margin as the distance of odds in logarithms: nearly straight in the agents, where the level itself is bent."""
    level, target = (min(max(each, 1e-15), 1 - 1e-15) for each in (kept + goal.answered, goal.answered))
    return log(level / (1 - level)) - log(target / (1 - target)) if kept * (level - target) > 0 else kept
