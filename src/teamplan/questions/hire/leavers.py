"""Owns who is expected to leave: people times yearly share, day by day, rounded so that no one is lost or invented."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

DAYS_A_YEAR = 365
HALF = Fraction(1, 2)


def leaver_days(expected: Iterable[Fraction]) -> Iterator[int]:
    """The days on which a whole person leaves, given the people expected to leave each day.

    Cumulative rounding: the k-th leaves on the day that lifts the sum so far to k - 1/2, so that the whole people and
    the expected ones are never more than half a person apart, and rounding never adds up over months.
    """
    total, gone = Fraction(0), 0
    for day, share in enumerate(expected):
        total += share
        while total >= gone + HALF:
            gone += 1
            yield day


def expected_leavers(people: Iterable[int | Fraction], yearly: Fraction) -> tuple[Fraction, ...]:
    """People expected to leave each day, for the people there on each day and a yearly share."""
    return tuple(count * yearly / DAYS_A_YEAR for count in people)
