"""Owns linear functions of a shop's volume, exact: a constant and a slope for each axis."""

from collections.abc import Mapping
from fractions import Fraction

from teamplan.record import Record, fresh

ORDERS, VISITORS = "orders", "visitors"
VOLUMES = (ORDERS, VISITORS)  # every other axis is the headcount of the role of that id


class Linear(Record):
    """`constant + sum(slope x axis)`; the axes are orders a day, visitors a day, or the people in a role."""

    constant: Fraction = Fraction(0)
    slopes: Mapping[str, Fraction] = fresh(factory=dict)

    def __add__(self, other: "Linear") -> "Linear":
        slopes = dict(self.slopes)
        for axis, slope in other.slopes.items():
            slopes[axis] = slopes.get(axis, Fraction(0)) + slope
        return Linear(self.constant + other.constant, slopes)

    def times(self, factor: Fraction) -> "Linear":
        return Linear(self.constant * factor, {axis: slope * factor for axis, slope in self.slopes.items()})

    def at(self, point: Mapping[str, Fraction | int]) -> Fraction:
        """The value where orders, visitors and headcounts are those of `point`; an axis that is absent counts 0."""
        total = self.constant
        for axis, slope in self.slopes.items():
            amount = point.get(axis)
            if amount:
                total += slope * amount
        return total

    @property
    def axes(self) -> frozenset[str]:
        """The axes that really move the value."""
        return frozenset(axis for axis, slope in self.slopes.items() if slope)
