"""Owns what a queue promises: one steady interval of arrivals, so many agents, and every figure that follows."""

from math import exp, expm1, inf
from typing import NamedTuple

from teamplan.engine.queue.line import SHORT_WAIT, Goal, Queue
from teamplan.engine.queue.states import MANY_AGENTS, Below, below, free_of_single
from teamplan.engine.queue.waiting import Density, Waiting

_NEXT_TO_NOTHING = 1e-18  # beside one


class Measures(NamedTuple):
    """One interval. Shares of one; minutes; `occupancy` is the share of the chat slots that is taken.

    `p_wait`: every slot is taken on arrival (under Erlang B: turned away). `abandoned`: left or turned away unserved.
    `mean_wait`: until answered or left, over all offered. `virtual_wait`: the wait of somebody who never leaves.
    `in_time`: answered within the target, over all offered; `virtual_in_time`: the same for somebody who never leaves;
    `left_in_time`: gave up within the target.
    """

    p_wait: float
    abandoned: float
    mean_wait: float
    virtual_wait: float
    occupancy: float
    in_time: float
    virtual_in_time: float
    left_in_time: float = 0.0


_IDLE = Measures(p_wait=0, abandoned=0, mean_wait=0, virtual_wait=0, occupancy=0, in_time=1, virtual_in_time=1)
_ENDLESS = Measures(p_wait=1, abandoned=0, mean_wait=inf, virtual_wait=inf, occupancy=1, in_time=0, virtual_in_time=0)


def measures(queue: Queue, arrivals: float, agents: int, within: float) -> Measures:
    """All figures of a queue with so many arrivals a minute and a target of so many minutes.

    No arrivals: everybody would be answered at once, if there is an agent. No agents: nobody is. A queue that grows
    for ever (nobody leaves and the team is too slow) has infinite waits and a service level of 0.
    """
    if not arrivals:
        return _IDLE if agents else _IDLE._replace(in_time=0, virtual_in_time=0)
    if not agents:
        return _nobody(queue, within)
    if queue.model == "erlang-b":
        return _turned_away(queue, arrivals, agents)
    density = Density(arrivals, agents * queue.full_rate, queue.leaving)
    if density.endless:
        return _ENDLESS
    (early, late), states = density.split(within), below(queue, agents, arrivals)
    whole, leaving = early + late, queue.leaving
    weight = _weight(states, density, whole)
    share = states.full * density.rate / weight
    return Measures(
        p_wait=share * whole.all_,
        abandoned=share * leaving * whole.minutes,
        mean_wait=share * whole.minutes,
        virtual_wait=share * whole.virtual_minutes,
        occupancy=1 - states.free_slots * exp(-density.peak) / weight / queue.slots(agents),
        in_time=1 - share * (whole.all_ - early.answered),
        virtual_in_time=1 - share * late.all_,
        left_in_time=share * (leaving * early.minutes - late.all_ * expm1(-leaving * within)),
    )


def service_level(queue: Queue, arrivals: float, agents: int, goal: Goal) -> float:
    """Share of buyers answered within the target, counted as `goal.definition` says; 0 where nobody is counted.

    offered: over all who came. answered: over those answered. left-in-time: who left within the target counts as
    served. patient: who left within the target is not counted. short-waits: who left within five seconds counts as
    served. virtual: over all, as if nobody ever left (Koole's calculators).
    """
    return _counted(measures(queue, arrivals, agents, goal.within), queue, arrivals, agents, goal)


def promised(queue: Queue, arrivals: float, agents: int, goal: Goal) -> tuple[float, float]:
    """The service level and the occupancy, from one look at the queue."""
    if goal.definition == "offered" and queue.model != "erlang-b" and arrivals and agents:
        return _kept(queue, arrivals, agents, goal.within)
    result = measures(queue, arrivals, agents, goal.within)
    return _counted(result, queue, arrivals, agents, goal), result.occupancy


def in_time(queue: Queue, arrivals: float, agents: int, within: float) -> float:
    """`measures(...).in_time` of a queue where buyers wait, and nothing else: what a search asks for most."""
    if len(queue.handle) > 1 or agents >= MANY_AGENTS:
        return _kept(queue, arrivals, agents, within)[0]
    density = Density(arrivals, agents * queue.full_rate, queue.leaving)
    if density.endless:
        return 0.0
    missed, _ = _missed(density, 1.0, free_of_single(agents, arrivals * queue.handle[0]), within)
    return 1 - missed


def _kept(queue: Queue, arrivals: float, agents: int, within: float) -> tuple[float, float]:
    """`in_time` and `occupancy` of a queue where buyers wait."""
    density = Density(arrivals, agents * queue.full_rate, queue.leaving)
    if density.endless:
        return 0.0, 1.0
    states = below(queue, agents, arrivals)
    missed, weight = _missed(density, states.full, states.free, within)
    return 1 - missed, 1 - states.free_slots * exp(-density.peak) / weight / queue.slots(agents)


def _missed(density: Density, full: float, free: float, within: float) -> tuple[float, float]:
    """The share of those not answered in time, and the weight of all states together, on the scale of the integrals."""
    slack = density.rate - density.arrivals
    if slack > 0 and full * density.rate < _NEXT_TO_NOTHING * free * slack:
        return 0.0, free  # hardly anybody waits at all
    all_, answered = density.early(within)
    weight = free * exp(-density.peak) + full * density.rate * all_
    return full * density.rate * (all_ - answered) / weight, weight


def waits_longer(queue: Queue, arrivals: float, agents: int, wait: float) -> float:
    """Share of all offered who are still waiting, neither answered nor gone, after so many minutes."""
    if queue.model == "erlang-b":
        return 0.0
    if not agents:
        return exp(-queue.leaving * wait)
    if not arrivals:
        return 0.0
    density = Density(arrivals, agents * queue.full_rate, queue.leaving)
    if density.endless:
        return 1.0
    (early, late), states = density.split(wait), below(queue, agents, arrivals)
    share = states.full * density.rate / _weight(states, density, early + late)
    return share * late.all_ * exp(-queue.leaving * wait)


def _counted(result: Measures, queue: Queue, arrivals: float, agents: int, goal: Goal) -> float:
    if goal.definition == "virtual":
        return result.virtual_in_time
    if goal.definition == "left-in-time":
        return result.in_time + result.left_in_time
    if goal.definition == "short-waits":
        return result.in_time + measures(queue, arrivals, agents, SHORT_WAIT).left_in_time
    counted = {"offered": 1.0, "answered": 1 - result.abandoned, "patient": 1 - result.left_in_time}[goal.definition]
    return result.in_time / counted if counted > 0 else 0.0


def _weight(states: Below, density: Density, whole: Waiting) -> float:
    """All states together, on the scale of the integrals."""
    return states.free * exp(-density.peak) + states.full * density.rate * whole.all_


def _turned_away(queue: Queue, arrivals: float, agents: int) -> Measures:
    states = below(queue, agents, arrivals)
    lost = states.full / (states.full + states.free)
    busy = arrivals * (1 - lost) / (agents * queue.full_rate)
    return Measures(lost, lost, 0.0, 0.0, busy, in_time=1 - lost, virtual_in_time=1 - lost, left_in_time=lost)


def _nobody(queue: Queue, within: float) -> Measures:
    if queue.model == "erlang-b":
        return Measures(1.0, 1.0, 0.0, 0.0, 0.0, in_time=0, virtual_in_time=0, left_in_time=1)
    gone = -expm1(-queue.leaving * within)
    abandoned = 1.0 if queue.leaving else 0.0
    return Measures(1.0, abandoned, queue.patience, inf, 0.0, in_time=0, virtual_in_time=0, left_in_time=gone)
