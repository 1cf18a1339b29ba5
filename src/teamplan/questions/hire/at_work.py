"""Owns who is at work on each day of a hiring calendar: the present people, those who come, move, rise and leave."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction

from teamplan.engine.present import NOBODY
from teamplan.questions.hire.answer import Hiring
from teamplan.questions.hire.calendar import PROMOTION
from teamplan.record import Record

Day = Mapping[str, Fraction]  # role -> full-time people on the books


class Start(Record):
    """Newcomers of a role on their first day at work."""

    on: date
    role: str
    people: int


class Going(Record):
    """People who go from one role to another on a day, by a move or a promotion; to None: they leave."""

    on: date
    before: str
    after: str | None
    people: Fraction


class AtWork(Record):
    """The people on the books day by day, and when each newcomer comes.

    The days begin with the first start at work, at latest with the first day of the plan that is not gone by.
    """

    first: date
    days: tuple[Day, ...]
    starts: tuple[Start, ...]


def at_work(work: Hiring) -> AtWork:
    """Who is at work, from the first days at work of a hiring calendar.

    Whoever is due to move, rise or leave and is not there yet does so on the first day at work.
    """
    starts = tuple(_starts(work))
    first = min([work.first, *(each.on for each in starts)])
    coming, going = defaultdict[date, list[Start]](list), defaultdict[date, list[Going]](list)
    for start in starts:
        coming[start.on].append(start)
    for each in sorted(_goings(work), key=lambda each: each.on):
        going[max(each.on, first)].append(each)
    books, days = _Books(work.present), []
    for number in range((work.schedule.end - first).days + 1):
        on = first + timedelta(number)
        for start in coming[on]:
            books.come(start.role, Fraction(start.people))
        for each in going[on]:
            books.go(each.before, each.after, each.people)
        days.append({role: people for role, people in books.there.items() if people})
    return AtWork(first, tuple(days), starts)


def _starts(work: Hiring) -> Iterator[Start]:
    for place in (*work.hires, *work.backfills):
        if place.kind != PROMOTION and place.start_by <= work.schedule.end:
            yield Start(place.start_by, place.role, place.people)


def _goings(work: Hiring) -> Iterator[Going]:
    """Who changes the role or leaves; what was due before today is of today."""
    for move in work.team.moves:
        yield Going(max(work.schedule.on(move.day), work.schedule.today), move.before, move.after, move.people)
    for place in work.hires:
        if place.kind == PROMOTION and place.promoted_from is not None:
            yield Going(place.start_by, place.promoted_from, place.role, Fraction(place.people))
    for role, days in work.leaving.items():
        for day in days:
            yield Going(max(work.schedule.on(day), work.first), role, None, Fraction(1))


class _Books:
    """The people there by role, and those who are due to go from a role as soon as somebody is in it."""

    def __init__(self, present: Mapping[str, Fraction]) -> None:
        self.there: defaultdict[str, Fraction] = defaultdict(Fraction, present)
        self._due: defaultdict[str, list[tuple[str | None, Fraction]]] = defaultdict(list)

    def come(self, role: str, people: Fraction) -> None:
        self.there[role] += people
        due, self._due[role] = self._due[role], []
        for after, waiting in due:
            self.go(role, after, waiting)

    def go(self, before: str, after: str | None, people: Fraction) -> None:
        now = min(people, self.there[before])
        self.there[before] -= now
        if people > now:
            self._due[before].append((after, people - now))
        if after is not None and now > NOBODY:
            self.come(after, now)
