"""Owns the counting of outcomes, and the confidence intervals of ratios, means and shares."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum, pi, sqrt, tan
from statistics import NormalDist
from typing import NamedTuple

from teamplan.questions.simulate.team import Estimate, Simulated

CONFIDENCE = 0.95


@dataclass(slots=True)
class Tally:
    """Outcomes of the buyers of an interval or a day; `waited` are minutes until the answer or until leaving."""

    offered: int = 0
    in_time: int = 0
    left: int = 0
    waited: float = 0.0

    def answer(self, wait: float, within: float) -> None:
        """Count an answer after `wait` minutes."""
        self.in_time += wait <= within
        self.waited += wait

    def leave(self, wait: float) -> None:
        """Count a buyer who left after `wait` minutes."""
        self.left += 1
        self.waited += wait


class Labour(NamedTuple):
    """Minutes of a day's people: there (breaks apart), with a chat in hand, of all chats in hand, after their turns."""

    there: float
    busy: float
    chat_minutes: float
    overtime: float

    @property
    def idle(self) -> float:
        """Minutes of people who are there without a chat."""
        return self.there - self.busy


class Lived(NamedTuple):
    """What happened on an open day, by its place in the week."""

    place: int
    tally: Tally
    labour: Labour


def total(tallies: Iterable[Tally]) -> Tally:
    """The sum of tallies."""
    everyone = Tally()
    for tally in tallies:
        everyone.offered += tally.offered
        everyone.in_time += tally.in_time
        everyone.left += tally.left
        everyone.waited += tally.waited
    return everyone


def summarise(days: Sequence[Tally], half_hours: Sequence[Tally]) -> Simulated:
    """The answer from the totals of at least one day and of the half hours."""
    everyone = total(days)
    offered = max(1, everyone.offered)
    low, high = interval(days)
    return Simulated(
        days=len(days),
        offered=everyone.offered,
        service_level=service_level(everyone),
        low=low,
        high=high,
        abandoned=everyone.left / offered,
        mean_wait_minutes=everyone.waited / offered,
        by_half_hour=tuple(service_level(tally) if tally.offered else None for tally in half_hours),
    )


def service_level(tally: Tally) -> float:
    """Answered in time over all offered; 1 without any, as nobody waited too long."""
    return tally.in_time / tally.offered if tally.offered else 1.0


def interval(days: Sequence[Tally]) -> tuple[float, float]:
    """The 95 % confidence interval of the service level of the long run, from the differences between the days."""
    found = ratio([(day.in_time, day.offered) for day in days], empty=1.0)
    return found.low, 1.0 if found.high is None else found.high


def ratio(days: Sequence[tuple[float, float]], empty: float = 0.0) -> Estimate:
    """A part of a whole, each summed over days (part, whole), with the 95 % confidence interval of the long run.

    It is a ratio of two daily sums, so its variance is that of `part - ratio x whole` over the square of the mean whole
    (Cochran, Sampling Techniques, chapter 6). One day tells nothing: 0 to 1. Days without any difference give an
    interval without width, days without anything the value `empty`.
    """
    whole = fsum(each for _, each in days)
    if not whole:
        return Estimate(empty, empty, empty)
    value = fsum(part for part, _ in days) / whole
    if len(days) < 2:
        return Estimate(value, 0.0, 1.0)
    squares = fsum((part - value * each) ** 2 for part, each in days)
    reach = sqrt(squares * len(days) / (len(days) - 1)) / whole * student(len(days) - 1)
    return Estimate(value, max(0.0, value - reach), min(1.0, value + reach))


def mean(values: Sequence[float]) -> Estimate:
    """The mean of amounts of one week or more, none below 0, with Student's 95 % interval; one bounds nothing above."""
    value = fsum(values) / len(values)
    if len(values) < 2:
        return Estimate(value, 0.0, None)
    error = sqrt(fsum((each - value) ** 2 for each in values) / (len(values) - 1) / len(values))
    reach = error * student(len(values) - 1)
    return Estimate(value, max(0.0, value - reach), value + reach)


def wilson(hits: int, times: int) -> Estimate:
    """The share of hits with Wilson's 95 % score interval (1927), which holds near 0 and 1 as well; 0 to 1 of none."""
    if not times:
        return Estimate(0.0, 0.0, 1.0)
    square, share = NormalDist().inv_cdf((1 + CONFIDENCE) / 2) ** 2 / times, hits / times
    middle = (share + square / 2) / (1 + square)
    reach = sqrt(square * share * (1 - share) + square**2 / 4) / (1 + square)
    return Estimate(share, max(0.0, middle - reach), min(1.0, middle + reach))


def student(freedom: int) -> float:
    """The two-sided 95 % quantile of Student's t with one or more degrees of freedom, to 0.2 %.

    Exact for 1 and 2; from 3 on the normal quantile with its expansion in 1 / freedom (Abramowitz and Stegun 26.7.5).
    """
    if freedom == 1:
        return tan(pi * CONFIDENCE / 2)
    if freedom == 2:
        return CONFIDENCE * sqrt(2 / (1 - CONFIDENCE**2))
    z = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)
    terms = (
        z,
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return fsum(term / float(freedom) ** power for power, term in enumerate(terms))
