"""Owns the counting of outcomes and the confidence interval of the service level."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum, pi, sqrt, tan
from statistics import NormalDist

from teamplan.questions.simulate.team import Simulated

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
    """The 95 % confidence interval of the service level of the long run, from the differences between the days.

    The service level is a ratio of two daily sums, so its variance is that of `in_time - level x offered` over the
    square of the mean offered (Cochran, Sampling Techniques, chapter 6). One day tells nothing: 0 to 1. Days without
    any difference give an interval without width.
    """
    everyone = total(days)
    if not everyone.offered:
        return 1.0, 1.0
    if len(days) < 2:
        return 0.0, 1.0
    level = service_level(everyone)
    squares = fsum((day.in_time - level * day.offered) ** 2 for day in days)
    error = sqrt(squares * len(days) / (len(days) - 1)) / everyone.offered
    reach = error * student(len(days) - 1)
    return max(0.0, level - reach), min(1.0, level + reach)


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
