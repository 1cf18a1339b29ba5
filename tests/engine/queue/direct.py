"""Second ways to the figures of a queue, plain and slow: sums upwards in fifty digits, the beta series of Erlang A, and
the matrix exponential of one buyer's chances. Nothing here is shared with the engine but the words of `line`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, localcontext

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import expm

from teamplan.engine.queue.line import Queue
from teamplan.engine.queue.measures import Measures

DIGITS = 50
NEGLIGIBLE = Decimal("1e-40")
UNSEEN = Decimal("1e-18")  # of the largest share, below what a matrix of floats can tell


@dataclass(frozen=True, slots=True)
class Steady:
    """Shares of time: `held[n]` with n chats held, `waiting[j]` with every slot taken and j buyers waiting.

    The last of `held` is the first of `waiting`. `full` chats a minute are finished with every slot taken.
    """

    arrivals: Decimal
    full: Decimal
    leaving: Decimal
    held: list[Decimal]
    waiting: list[Decimal]


@dataclass(frozen=True, slots=True)
class Fates:
    """Shares of those who find every slot taken: answered in time, the same with endless patience, left in time."""

    answered: Decimal
    virtual: Decimal
    left: Decimal


def erlang_c(load: float, agents: int, within: float) -> Decimal:
    """Share answered within so many handling times: 1 - C exp(-(agents - load) within), with C from its definition."""
    with localcontext(prec=DIGITS):
        erlangs, slack = Decimal(load), Decimal(agents) - Decimal(load)
        if slack <= 0:
            return Decimal(0)
        term = total = Decimal(1)
        for people in range(1, agents):
            term = term * erlangs / people
            total += term
        waiting = term * erlangs / slack
        return 1 - waiting / (total + waiting) * (-slack * Decimal(within)).exp()


def erlang_b(load: float, lines: int) -> Decimal:
    """Share turned away: the last of the terms load^k / k!, over all of them."""
    with localcontext(prec=DIGITS):
        term = total = Decimal(1)
        for people in range(1, lines + 1):
            term = term * Decimal(load) / people
            total += term
        return term / total


def speed(queue: Queue, agents: int, chats: int) -> Decimal:
    """Chats a minute that agents finish who share so many evenly."""
    each, more = divmod(chats, agents)
    handle = [Decimal(minutes) for minutes in queue.handle]
    rest = (agents - more) * each / handle[each - 1] if each else Decimal(0)
    return rest + (more * (each + 1) / handle[each] if more else 0)


def steady(queue: Queue, arrivals: float, agents: int) -> Steady:
    """Every state's share of time, summed upwards from the empty house; where nobody leaves, of a team fast enough."""
    with localcontext(prec=DIGITS):
        coming, leaving = Decimal(arrivals), 1 / Decimal(queue.patience)
        held = [Decimal(1)]
        for chats in range(1, queue.slots(agents) + 1):
            held.append(held[-1] * coming / speed(queue, agents, chats))
        full = speed(queue, agents, queue.slots(agents))
        waiting, total = [held[-1]], sum(held)
        while waiting[-1] > NEGLIGIBLE * total or coming > full + leaving * len(waiting):
            waiting.append(waiting[-1] * coming / (full + leaving * len(waiting)))
            total += waiting[-1]
        return Steady(coming, full, leaving, [share / total for share in held], [share / total for share in waiting])


def by_series(queue: Queue, arrivals: float, agents: int, within: float) -> Measures:
    """All figures by the incomplete-beta series (peers 5.2); for queues that somebody leaves."""
    states = steady(queue, arrivals, agents)
    with localcontext(prec=DIGITS):
        full, leaving = states.full, states.leaving
        many, still = full / leaving, (-Decimal(within) * leaving).exp()
        answered = virtual = Decimal(0)
        betas = zip(_betas(many + 1, still), _betas(many, still), strict=True)
        for ahead, (share, (tilted, plain)) in enumerate(zip(states.waiting, betas, strict=False)):
            answered += share * full / (full + (ahead + 1) * leaving) * tilted
            virtual += share * plain
        everybody = sum(states.waiting)
        return _measures(states, Fates(answered, virtual, everybody - answered - still * (everybody - virtual)))


def by_exponential(queue: Queue, arrivals: float, agents: int, within: float) -> Measures:
    """All figures from the exponential of the chain of one buyer who waits behind others until answered or gone."""
    states = steady(queue, arrivals, agents)
    last = max(place for place, share in enumerate(states.waiting) if share >= UNSEEN * max(states.waiting))
    shares = np.array([float(share) for share in states.waiting[: last + 1]])
    answered, left = shares @ _absorbed(states, last + 1, queue.leaving, within)
    virtual, _ = shares @ _absorbed(states, last + 1, 0.0, within)
    return _measures(states, Fates(Decimal(float(answered)), Decimal(float(virtual)), Decimal(float(left))))


def distance(one: Measures, other: Measures) -> float:
    """The largest difference of any figure; of minutes above one it is relative."""
    mine: dict[str, float] = one._asdict()
    theirs: dict[str, float] = other._asdict()
    return max(abs(mine[name] - theirs[name]) / max(1.0, theirs[name]) for name in mine)


def _absorbed(states: Steady, places: int, own_leaving: float, within: float) -> NDArray[np.float64]:
    """Chances of being answered and of having left, by the number ahead."""
    full, leaving = float(states.full), float(states.leaving)
    rates = np.zeros((places + 2, places + 2))
    for ahead in range(places):
        rates[ahead, ahead - 1 if ahead else places] = full + ahead * leaving
        rates[ahead, places + 1] = own_leaving
        rates[ahead, ahead] = -rates[ahead].sum()
    chance: NDArray[np.float64] = expm(rates * within)
    return chance[:places, places:]


def _betas(many: Decimal, still: Decimal) -> Iterator[Decimal]:
    """I_x(1, many), I_x(2, many) ... with x = 1 - still; without end."""
    place, beta = 1, 1 - still**many
    term = many * (1 - still) * still**many
    while True:
        yield beta
        beta -= term
        term = term * (1 - still) * (place + many) / (place + 1)
        place += 1


def _measures(states: Steady, fates: Fates) -> Measures:
    with localcontext(prec=DIGITS):
        queued = sum((place * share for place, share in enumerate(states.waiting)), Decimal(0))
        ahead = virtual_wait = Decimal(0)
        for place, share in enumerate(states.waiting):
            ahead += 1 / (states.full + place * states.leaving)
            virtual_wait += share * ahead
        slots, free = len(states.held) - 1, sum(states.held[:-1])
        free_slots = sum((slots - chats) * share for chats, share in enumerate(states.held))
        return Measures(
            p_wait=float(sum(states.waiting)),
            abandoned=float(queued * states.leaving / states.arrivals),
            mean_wait=float(queued / states.arrivals),
            virtual_wait=float(virtual_wait),
            occupancy=float(1 - free_slots / slots),
            in_time=float(free + fates.answered),
            virtual_in_time=float(free + fates.virtual),
            left_in_time=float(fates.left),
        )
