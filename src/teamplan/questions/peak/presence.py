"""Owns the days off of an event: moved off the days on which people are missing most, within a legal week.

Who is there is counted in people, of whom a part may be there for a part of a day, as everywhere in the plan. The law
is kept by counting: in any seven days a role gives no more days than its people may work, and on no day more people
than it has; dealt out in turn nobody then works more days in seven.
"""

from collections.abc import Callable, Mapping, Sequence, Set
from fractions import Fraction
from math import ceil

WEEK = 7
PARTS = 20  # of all people of a role, in which they are dealt out


def present(
    days: Sequence[int], people: int | Fraction, days_a_week: int, first: Set[int], wanted: Mapping[int, Fraction]
) -> dict[int, Fraction]:
    """People of a role by day: all on the `first` days, then each next part where most are missing, then evenly.

    `wanted` may be more people than there are. Days before and after the plan are not looked at.
    """
    wants = {day: ceil(wanted.get(day, Fraction(0)) * PARTS / people) for day in days}
    dealt = _Dealt(days, days_a_week * PARTS)
    dealt.out(lambda day, there: PARTS - there if day in first else 0)
    dealt.out(lambda day, there: wants[day] - there)
    dealt.out(lambda day, there: PARTS - there)
    return {day: Fraction(people * parts, PARTS) for day, parts in dealt.there.items()}


class _Dealt:
    """Parts of a role by day, and what each seven days still give."""

    def __init__(self, days: Sequence[int], week: int) -> None:
        self.there = dict.fromkeys(days, 0)
        self._left = {first: week for day in days for first in range(day - WEEK + 1, day + 1)}

    def out(self, missing: Callable[[int, int], int]) -> None:
        """Deal out one part after the other, each to the day that misses most, until none misses any."""
        open_ = list(self.there)
        while open_:
            open_ = [day for day in open_ if self._may(day) and missing(day, self.there[day]) > 0]
            if not open_:
                return
            most = max(missing(day, self.there[day]) for day in open_)
            for day in open_:
                if missing(day, self.there[day]) == most and self._may(day):
                    self._add(day)

    def _may(self, day: int) -> bool:
        return self.there[day] < PARTS and all(self._left[first] > 0 for first in range(day - WEEK + 1, day + 1))

    def _add(self, day: int) -> None:
        self.there[day] += 1
        for first in range(day - WEEK + 1, day + 1):
            self._left[first] -= 1
