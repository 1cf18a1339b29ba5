"""Owns linear functions of a shop's volume, exact: a constant and a slope for each axis."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from teamplan.record import Record, fresh

ORDERS, VISITORS = "orders", "visitors"
VOLUMES = (ORDERS, VISITORS)  # every other axis is the headcount of the role of that id
NOTHING = Fraction(0)


class Linear(Record):
    """`constant + sum(slope x axis)`; the axes are orders a day, visitors a day, or the people in a role."""

    constant: Fraction = NOTHING
    slopes: Mapping[str, Fraction] = fresh(factory=dict)

    def __add__(self, other: "Linear") -> "Linear":
        return total((self, other))

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
        return frozenset([axis for axis, slope in self.slopes.items() if slope])


def total(parts: Iterable[Linear]) -> Linear:
    """The sum of linear functions; of none it is 0."""
    constant, slopes = NOTHING, dict[str, Fraction]()
    for part in parts:
        constant += part.constant
        for axis, slope in part.slopes.items():
            slopes[axis] = slopes[axis] + slope if axis in slopes else slope
    return Linear(constant, slopes)
