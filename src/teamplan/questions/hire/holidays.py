"""Owns the days on which nobody starts and no search goes on: what counting days passes over."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from teamplan.playbook.playbook import Playbook
from teamplan.questions.hire.calendar import Place, Rest
from teamplan.record import Record

DAY = timedelta(1)


class Holidays(Record):
    """The dates of all holidays that a playbook knows."""

    dates: frozenset[date]

    def working_before(self, day: date, days: int) -> date:
        """The working day so many working days before a day; for none, the day itself or the last one before it."""
        return self._counted(day, days, -DAY)

    def working_after(self, day: date, days: int) -> date:
        """The working day so many working days after a day that is none of rest; for none, the first one from it on."""
        return self._counted(day, days, DAY)

    def _counted(self, day: date, days: int, step: timedelta) -> date:
        while day in self.dates:
            day += step
        for _ in range(days):
            day += step
            while day in self.dates:
                day += step
        return day


def holidays_of(playbook: Playbook) -> Holidays:
    """Every holiday of a playbook, day by day."""
    spans = [days.span for holiday in playbook.frame.holidays.values() for days in holiday.days]
    return Holidays(
        frozenset(first + timedelta(day) for first, last in spans for day in range((last - first).days + 1))
    )


def known_until(playbook: Playbook) -> date | None:
    """The last day of the last holiday that a playbook knows; None where it knows none."""
    return max(holidays_of(playbook).dates, default=None)


def rests_of(playbook: Playbook, places: Sequence[Place]) -> Iterator[Rest]:
    """The holidays over which a search goes, in the order of their days, with the people whose search they lengthen."""
    spans = [(days.span, key) for key, holiday in playbook.frame.holidays.items() for days in holiday.days]
    for (first, last), key in sorted(spans):
        longer = sum(place.people for place in places if place.search_by <= first <= last < place.start_by)
        if longer:
            yield Rest(key, first, last, longer)
