"""Owns the steady state below the queue: how often slots are free, against how often every slot is just taken."""

from itertools import pairwise
from typing import NamedTuple

from teamplan.engine.queue.line import Queue

_LARGE, _SMALL = 1e200, 1e-200
_ENOUGH = 1e250  # beside it the full state is nothing


class Below(NamedTuple):
    """Weights of the states, on one scale: every slot just taken, some slot free, and free slots x their weight."""

    full: float
    free: float
    free_slots: float


def below(queue: Queue, agents: int, arrivals: float) -> Below:
    """The states of a team whose slots are free or just full.

    A birth-death chain (Erlang 1917; for chats Tezcan & Zhang 2014, chats spread evenly): with `agents x level + ahead`
    chats in the house the team finishes `(agents - ahead) x level / h(level) + ahead x (level + 1) / h(level + 1)` a
    minute. Summed downwards from the full state, as far as it counts: some ten times the root of the load.
    `arrivals` is above 0, `agents` at least 1.
    """
    speeds = [0.0, *(chats / minutes / arrivals for chats, minutes in enumerate(queue.handle, start=1))]
    rising = all(low <= high for low, high in pairwise(speeds))
    full = term = 1.0
    free = free_slots = 0.0
    slots = 0
    for level in range(len(queue.handle) - 1, -1, -1):
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


def free_of_single(agents: int, load: float) -> float:
    """States with a free agent over the state with all just taken, where each holds one chat: `below`, and no more."""
    term, total = 1.0, 0.0
    for busy in range(agents, 0, -1):
        term *= busy / load
        total += term
        if (term < 1e-18 * total and busy < load) or term > _ENOUGH:
            break
    return total
