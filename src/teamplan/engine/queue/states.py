"""Owns the steady state below the queue: how often slots are free, against how often every slot is just taken.

A birth-death chain, summed downwards from the full state. With many agents the sum of the highest level is an integral
instead. There the team finishes `step x (top - free)` chats for each that comes, with `free` free slots, and

    sum of step^free x top! / (top - free)!  =  integral of exp(-t) (1 + step x t)^top dt

(both to the end), which is Erlang's formula with a real number of lines (Jagers & van Doorn 1986), and needs some six
panels of Gauss-Legendre at any size.
"""

from itertools import pairwise
from math import exp, inf, log, log1p, sqrt
from typing import NamedTuple

from teamplan.engine.queue.line import Queue
from teamplan.engine.queue.waiting import POINTS

_LARGE, _SMALL = 1e200, 1e-200
_ENOUGH = 1e250  # beside it the full state is nothing
MANY_AGENTS = 500  # agents from which on the integral is quicker than the sum
_NOTHING = 45.0  # exp(-45) of the largest state is below the last digit


class Below(NamedTuple):
    """Weights of the states, on one scale: every slot just taken, some slot free, and free slots x their weight."""

    full: float
    free: float
    free_slots: float


def below(queue: Queue, agents: int, arrivals: float) -> Below:
    """The states of a team whose slots are free or just full.

    A birth-death chain (Erlang 1917; for chats Tezcan & Zhang 2014, chats spread evenly): with `agents x level + ahead`
    chats in the house the team finishes `(agents - ahead) x level / h(level) + ahead x (level + 1) / h(level + 1)` a
    minute. `arrivals` is above 0, `agents` at least 1.
    """
    speeds = [0.0, *(chats / minutes / arrivals for chats, minutes in enumerate(queue.handle, start=1))]
    if agents >= MANY_AGENTS and _ends_in_level(agents, speeds[-2], speeds[-1]):
        return _integrated(agents * speeds[-1], speeds[-1] - speeds[-2])
    return _summed(agents, speeds)


def _summed(agents: int, speeds: list[float]) -> Below:
    """State by state as far as it counts: some ten times the root of the load."""
    rising = all(low <= high for low, high in pairwise(speeds))
    full = term = 1.0
    free = free_slots = 0.0
    slots = 0
    for level in range(len(speeds) - 2, -1, -1):
        floor, step = agents * speeds[level], speeds[level + 1] - speeds[level]
        for ahead in range(agents, 0, -1):
            ratio = floor + ahead * step
            slots += 1
            term *= ratio
            free += term
            free_slots += term * slots
            if ratio < 1:
                if rising and term < 1e-18 * free * (1 - ratio):
                    return Below(full, free, free_slots)
            elif term > _LARGE:
                term, full, free, free_slots = term * _SMALL, full * _SMALL, free * _SMALL, free_slots * _SMALL
    return Below(full, free, free_slots)


def _ends_in_level(agents: int, lower: float, upper: float) -> bool:
    """Whether the states that count lie in the highest level, the largest of them below the full one.

    With `v` chats finished for each that comes, the logarithm of the states falls by that of `v` from one to the next:
    at the floor of the level next to nothing must be left. The only level ends with the sum, to the letter.
    """
    floor, top = agents * lower, agents * upper
    if not floor < 1 < top:
        return False
    return not floor or (floor * (log(floor) - 1) + 1) / (upper - lower) > _NOTHING


def _integrated(ratio: float, step: float) -> Below:
    """The states by their integral: `ratio` chats, above one, are finished for each that comes with every slot full.

    With `t = top x (1 + x) - 1 / step` the integrand is exp(top x (log(1 + x) - x)) but for a factor, largest at 0.
    """
    top, first = ratio / step, 1 / ratio - 1
    low = high = total = 0.0
    panel = 3 / sqrt(top)  # over which twelve points tell the bell to the last digit
    while low > first and top * _bend(low) > -_NOTHING:
        before = max(first, low - panel * (1 + low))
        total += _stretch(before, low, top)
        low = before
    while top * _bend(high) > -_NOTHING:
        after = high + panel * (1 + high)
        total += _stretch(high, after, top)
        high = after
    whole, full = top * total, exp(top * _bend(first))
    return Below(full, whole - full, top * whole - (whole - full) / step)


def _stretch(start: float, end: float, top: float) -> float:
    middle, half = (start + end) / 2, (end - start) / 2
    total = 0.0
    for place, weight in POINTS:
        total += weight * exp(top * _bend(middle + half * place))
    return total * half


def _bend(x: float) -> float:
    """log(1 + x) - x, to the last digit also for small x."""
    if not -0.25 < x < 0.3:
        return log1p(x) - x if x > -1 else -inf
    z = x / (2 + x)
    square, odd = z * z, 0.0
    for part in _ODD:
        odd = odd * square + part
    return 2 * (z * square * odd - square / (1 - z))


_ODD = tuple(1 / part for part in range(19, 1, -2))


def free_of_single(agents: int, load: float) -> float:
    """States with a free agent over the state with all just taken, where each holds one chat: `below`, and no more."""
    term, total = 1.0, 0.0
    for busy in range(agents, 0, -1):
        term *= busy / load
        total += term
        if busy < load:
            if term < 1e-18 * total:
                break
        elif term > _ENOUGH:
            break
    return total
