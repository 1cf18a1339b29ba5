"""Owns a cost with its range: the least, the likely and the most that the figures behind it allow."""

from collections.abc import Iterable
from typing import NamedTuple

from teamplan.playbook.figures import GRADES
from teamplan.playbook.money import Factor, Money, nothing, total


class Band(NamedTuple):
    """A sum of money as it is likely, between the least and the most that the ranges behind it allow together."""

    low: Money
    likely: Money
    high: Money

    def __add__(self, other: "Band") -> "Band":  # type: ignore[override]
        return Band(*(mine + its for mine, its in zip(self, other, strict=True)))

    def __sub__(self, other: "Band") -> "Band":
        """The difference of two costs that rest on the same figures: end by end."""
        return Band(*(mine - its for mine, its in zip(self, other, strict=True)))

    def __mul__(self, factor: Factor) -> "Band":  # type: ignore[override]
        return Band(*(each * factor for each in self))


def free(currency: str) -> Band:
    """No cost at all: where a sum begins."""
    return Band(nothing(currency), nothing(currency), nothing(currency))


def summed(bands: Iterable[Band], currency: str) -> Band:
    """The sum end by end, nothing where there are none."""
    ends = list(zip(*bands, strict=True))
    return Band(*(total(each, currency) for each in ends)) if ends else free(currency)


def weakest(grades: Iterable[str]) -> str:
    """The grade of what rests on several figures: that of the weakest, J below all."""
    return max(grades, key=GRADES.index)
