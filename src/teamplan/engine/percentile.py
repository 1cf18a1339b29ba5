"""Owns the percentile of days that a team is sized for: by how much its demand is above that of the mean day."""

from collections.abc import Callable
from fractions import Fraction
from math import sqrt

from teamplan.playbook.store import MEAN_DAY
from teamplan.record import Record

DAYS_TOLD = 30  # of which a percentile is told in days
TOLD = (MEAN_DAY, Fraction(80), Fraction(90), Fraction(95))  # percentiles that are told beside each other


class PercentilePlan(Record):
    """What a percentile of days costs and buys: people, how many more than on the mean day, and the days a month that
    have more demand than was planned for."""

    percentile: float
    people: int
    more: int
    days_above: float


def rise(percentile: Fraction, day_cv: Fraction, days: int = 1) -> Fraction:
    """The demand of a percentile of days over that of the mean day, where the work of so many days may be spread.

    Days are normal and independent around the level of their weekday and month: `1 + z x day_cv / sqrt(days)`, with the
    normal quantile z. 1 for the mean day (50), or where days do not differ.
    """
    return 1 + quantile(percentile) * day_cv * Fraction(f"{1 / sqrt(days):.10f}")


def quantile(percentile: Fraction) -> Fraction:
    """The standard normal quantile to ten digits; 0 at 50."""
    if percentile == MEAN_DAY:
        return Fraction(0)
    from statistics import NormalDist  # 5 ms, which the mean day need not pay

    return Fraction(f"{NormalDist().inv_cdf(float(percentile / 100)):.10f}")


def percentile_plans(people: Callable[[Fraction], int], asked: Fraction) -> tuple[PercentilePlan, ...]:
    """The usual percentiles and the one that was asked for, by the people that each takes."""
    needed = {each: people(each) for each in sorted({*TOLD, asked})}
    return tuple(
        PercentilePlan(float(each), count, count - needed[MEAN_DAY], float(DAYS_TOLD * (1 - each / 100)))
        for each, count in needed.items()
    )
