"""Owns the buyers: when they come, how much work they bring and how long they would wait.

They are drawn without a look at the team, so two teams with the same arrivals, patience, work and seed meet the same
buyers, and the difference between their answers is theirs alone.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import inf, isinf, log, sqrt
from random import Random

from teamplan.questions.simulate.team import Work

SPREAD = 1.0  # standard deviation / mean of lognormal work: as spread as exponential work, with another shape
LEAST_CV = 1e-6  # of the level of a day; below it no digit of an answer would move


@dataclass(slots=True, eq=False)
class Buyer:
    """One buyer: comes `at` a minute in the interval numbered `interval`, waits at most `patience` minutes.

    `work` is the length of the chat relative to the average one.
    """

    at: float
    interval: int
    work: float
    patience: float


def buyers(
    rates: Sequence[float], lengths: Sequence[float], work: Work, patience: float, random: Random
) -> Iterator[Buyer]:
    """Buyers in order of arrival: a Poisson process with `rates` a minute over intervals of `lengths` minutes.

    Exact, not thinned: the gap to the next buyer has no memory, so it is drawn anew wherever the rate changes.
    """
    draw_work = works(work, random)
    for interval, (rate, length, end) in enumerate(zip(rates, lengths, accumulate(lengths), strict=True)):
        at = end - length + gap(rate, random)
        while at < end:
            yield Buyer(at, interval, draw_work(), inf if isinf(patience) else random.expovariate(1 / patience))
            at += gap(rate, random)


def level(day_cv: float, random: Random) -> float:
    """The level of a day over the mean one: gamma of mean 1 with this coefficient of variation, 1 without any.

    Poisson arrivals at such a level are the usual model of days that differ (Jongbloed and Koole, 2001).
    """
    return random.gammavariate(day_cv**-2, day_cv**2) if day_cv > LEAST_CV else 1.0


def gap(rate: float, random: Random) -> float:
    """Minutes until the next buyer; inf when nobody comes."""
    return random.expovariate(rate) if rate > 0 else inf


def works(work: Work, random: Random) -> Callable[[], float]:
    """A source of work requirements with mean 1: exponential, lognormal with the spread above, or always 1."""
    if work == "exponential":
        return lambda: random.expovariate(1.0)
    if work == "lognormal":
        variance = log(1 + SPREAD**2)
        return lambda: random.lognormvariate(-variance / 2, sqrt(variance))
    return lambda: 1.0
