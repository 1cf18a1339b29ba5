"""Owns past days: a file of the form of a forecast, the level before an event, and the best day over its own."""

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from statistics import median

from teamplan.errors import Location, Problem, TeamplanError
from teamplan.playbook.service import ServiceFrame
from teamplan.questions.peak.own_week import OwnWeek, own_week
from teamplan.reading.forecast import read_forecast
from teamplan.record import Record

WEEKS = 28  # days before the first day of an event, whose median is the level
FEWEST = 7  # of them with orders; with fewer the level is that of the whole file


class Level(Record):
    """The median of the days with orders from a day to a day; `whole` where those before the event were too few."""

    first: date
    last: date
    orders: Fraction
    whole: bool = False


class Baseline(Record):
    """Days with orders, the level before the event that is planned, the best day (the first of equals), and the week.

    `before` is the level before the event of that day, `gap` the days from the last of the file to the first of the
    event that is planned.
    """

    file: str
    days: int
    level: Level
    best_day: date
    most: Fraction
    before: Level
    gap: int
    week: OwnWeek

    @property
    def times(self) -> Fraction:
        return self.most / self.before.orders


def read_baseline(path: Path, opening: int, on: date | None, frame: ServiceFrame) -> Baseline:
    """The past days of a shop, for an event that opens so many days after its day (before it where below 0).

    `frame` says of which days hourly profiles are. Days that are missing or without orders count as closed. Without a
    date the event is that of the best day. Raises a TeamplanError with every faulty line.
    """
    past, problems, _ = read_forecast(path, zero_gaps=True, chats=True)
    if past is None or past.orders is None:
        raise TeamplanError(problems or [Problem("baseline-columns", where=Location(str(path), 1, 1))])
    days = {past.first + timedelta(day): Fraction(str(each)) for day, each in enumerate(past.orders)}
    busy = {day: orders for day, orders in days.items() if orders}
    if not busy:
        raise TeamplanError([Problem("baseline-empty", where=Location(str(path)))])
    most = max(busy.values())
    best_day = next(day for day, orders in busy.items() if orders == most)
    after = max(days) + timedelta(1)
    opens = (on or best_day) + timedelta(opening)
    return Baseline(
        file=str(path),
        days=len(busy),
        level=_before(min(opens, after), busy),
        best_day=best_day,
        most=most,
        before=_before(best_day + timedelta(opening), busy),
        gap=max((opens - after).days, 0),
        week=own_week(past, frame),
    )


def _before(opens: date, busy: Mapping[date, Fraction]) -> Level:
    first, last = opens - timedelta(WEEKS), opens - timedelta(1)
    level = [orders for day, orders in busy.items() if first <= day <= last]
    if len(level) < FEWEST:
        return Level(min(busy), max(busy), median(busy.values()), whole=True)
    return Level(first, last, median(level))
