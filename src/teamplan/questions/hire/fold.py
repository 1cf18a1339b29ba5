"""Owns the folding of a long hiring calendar on a page: places of a role in one month, quarter or year as one line."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from teamplan.questions.hire.calendar import Place

MOST_ROWS = 60  # that are read one by one


class Fold(NamedTuple):
    """The places of a role whose search begins in one period: its first dates, and by when the last one works.

    `late` are the people of it who come late, the longest gap being of `gap_days`; `only` is the place itself where
    there is no other.
    """

    role: str
    people: int
    places: int
    search_by: date
    start_by: date
    working_by: date
    last: date
    needed_on: date
    late: int
    gap_days: int
    only: Place | None


PERIODS: dict[str, Callable[[date], tuple[int, int]]] = {  # the finest that leaves few enough lines is taken
    "month": lambda day: (day.year, day.month),
    "quarter": lambda day: (day.year, (day.month - 1) // 3),
    "year": lambda day: (day.year, 0),
}


def folded(places: Sequence[Place]) -> tuple[str, tuple[Fold, ...]] | None:
    """The period and a line for each role in each of them; None where the places are few enough to stand alone."""
    if len(places) <= MOST_ROWS:
        return None
    for period in PERIODS:
        groups = _grouped(places, PERIODS[period])
        if len(groups) <= MOST_ROWS:
            break
    folds = sorted(map(_fold, groups), key=lambda each: each.search_by)
    return period, tuple(folds)


def _grouped(places: Sequence[Place], of: Callable[[date], tuple[int, int]]) -> list[list[Place]]:
    groups: dict[tuple[tuple[int, int], str], list[Place]] = {}
    for place in places:
        groups.setdefault((of(place.search_by), place.role), []).append(place)
    return list(groups.values())


def _fold(places: Sequence[Place]) -> Fold:
    return Fold(
        role=places[0].role,
        people=sum(place.people for place in places),
        places=len(places),
        search_by=min(place.search_by for place in places),
        start_by=min(place.start_by for place in places),
        working_by=min(place.working_by for place in places),
        last=max(place.working_by for place in places),
        needed_on=min(place.needed_on for place in places),
        late=sum(place.people for place in places if place.late),
        gap_days=max(place.gap_days for place in places),
        only=places[0] if len(places) == 1 else None,
    )
