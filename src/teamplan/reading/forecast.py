"""Owns the reading of a forecast: a CSV file with a date and visitors or orders a day, every fault with its line.

A file may have a row for each hour as well, with a column `hour`; its days are the sums of their hours, and an hour
without a row had nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import fsum
from pathlib import Path

from pydantic_core import PydanticCustomError

from teamplan.errors import Location, Problem, nearest
from teamplan.playbook.growth import Forecast
from teamplan.playbook.quantity import parse_amount, refuse_above
from teamplan.playbook.store import MOST_ORDERS, MOST_VISITORS
from teamplan.reading.days import parse_day
from teamplan.reading.rows import SEPARATORS, listed, rows_of

DATE, DAY, HOUR, CHATS = "date", "day", "hour", "chats"
VOLUMES = ("visitors", "orders")
HOURS = 24
MOST_GAP = 366  # days; a longer gap is a slip in a date, whatever `zero_gaps` says
WRITTEN_HOUR = re.compile(r"([01]?[0-9]|2[0-3])(:00){0,2}", re.ASCII)
ALIKE = 0.85  # so alike is a slip of the pen; `order_lines` beside `orders` is not


Spot = tuple[date, int]  # a day and an hour of it


@dataclass(slots=True)
class Reading:
    """What has been read so far: line and volumes of each day (and hour, 0 without any), and what is wrong."""

    file: str
    zero_gaps: bool
    known: tuple[str, ...]  # volumes that are read
    columns: tuple[str, ...] = ()
    dated: str = DATE  # the name of the column of days
    lines: dict[Spot, int] = field(default_factory=dict)
    volumes: dict[Spot, dict[str, float]] = field(default_factory=dict)
    latest: date | None = None
    sure: bool = True  # whether the day before the next row is known; a faulty date leaves it open
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)

    @property
    def by_hours(self) -> bool:
        return HOUR in self.columns

    def wrong(self, key: str, line: int, path: tuple[str, ...] = (), **values: object) -> None:
        self.problems.append(Problem(key, values, path, Location(self.file, line, 1)))


def read_forecast(
    path: Path, *, zero_gaps: bool = False, chats: bool = False
) -> tuple[Forecast | None, list[Problem], list[Problem]]:
    """The forecast (None where it cannot be used), every fault in the file, and remarks on columns not read.

    With `zero_gaps` a missing day is a closed one, with a volume of 0. With `chats` those are read as well.
    """
    reading = Reading(str(path), zero_gaps, (*VOLUMES, CHATS) if chats else VOLUMES)
    rows, problems = rows_of(path)
    if rows is None:
        return None, problems, []
    if rows or not problems:
        _header(rows[0].cells if rows else [], reading)
    for row in rows[1:] if reading.columns else ():
        if any(cell.strip() for cell in row.cells):
            _row(row.cells, row.line, reading)
    reading.problems += problems if reading.columns or not rows else []
    if not reading.problems and not reading.volumes:
        reading.wrong("no-days", 1)
    return None if reading.problems else _forecast(reading), reading.problems, reading.notes


def _header(cells: Sequence[str], reading: Reading) -> None:
    """Which columns are read; others are passed over with a remark, unless they look like a slip of the pen."""
    names = [cell.strip() or f"#{place}" for place, cell in enumerate(cells, start=1)]
    reading.dated = DATE if DATE in names or DAY not in names else DAY
    known = (reading.dated, HOUR, *reading.known)
    for name in known:
        if names.count(name) > 1:
            reading.wrong("column-twice", 1, given=name)
    missing = [each for each in known if each not in names and each != HOUR]
    strange = [name for name in names if name not in known]
    slips = [name for name in strange if missing and nearest(name, missing, alike=ALIKE)]
    for name in slips:
        where = Location(reading.file, 1, 1)
        reading.problems.append(Problem("unknown-column", {"given": name}, where=where, among=(missing,)))
    if not _holds_columns(names):
        separator = next((each for each in SEPARATORS if _holds_columns(",".join(cells).split(each))), None)
        if separator is not None:
            reading.wrong("csv-separator", 1, given=separator)
        elif not slips:
            reading.wrong("forecast-columns", 1, given=listed(names) or "-")
        return
    reading.columns = tuple(names)
    if strange:
        values = {"names": listed(strange)}
        reading.notes.append(Problem("columns-ignored", values, where=Location(reading.file, 1, 1)))


def _holds_columns(names: Sequence[str]) -> bool:
    known = {name.strip() for name in names}
    return not known.isdisjoint((DATE, DAY)) and not known.isdisjoint(VOLUMES)


def _row(cells: Sequence[str], line: int, reading: Reading) -> None:
    if len(cells) != len(reading.columns):
        reading.wrong("row-length", line, found=len(cells), wanted=len(reading.columns))
        reading.sure = False
        return
    row = dict(zip(reading.columns, (cell.strip() for cell in cells), strict=True))
    volumes, hour = dict(_volumes(row, line, reading)), _hour(row, line, reading)
    try:
        day = parse_day(row[reading.dated])
    except PydanticCustomError as error:
        reading.wrong(error.type, line, (reading.dated,), **(error.context or {}))
        reading.sure = False
        return
    if hour is not None and _in_its_place((day, hour), line, reading):
        reading.volumes[day, hour] = volumes


def _hour(row: dict[str, str], line: int, reading: Reading) -> int | None:
    """The hour of a row, 0 in a file by days; None where it is none."""
    if not reading.by_hours:
        return 0
    found = WRITTEN_HOUR.fullmatch(row[HOUR])
    if found is not None:
        return int(found[1])
    if row[HOUR]:
        reading.wrong("not-an-hour", line, (HOUR,), given=row[HOUR])
    else:
        reading.wrong("hour-missing", line, (HOUR,))
    return None


def _volumes(row: dict[str, str], line: int, reading: Reading) -> Iterator[tuple[str, float]]:
    for name in reading.known:
        if name not in row:
            continue
        try:
            amount = parse_amount(row[name])
            if name != "orders":
                refuse_above(MOST_VISITORS, amount, row[name])
        except PydanticCustomError as error:
            reading.wrong(error.type, line, (name,), **(error.context or {}))
            continue
        if name == "orders" and amount > MOST_ORDERS:
            reading.wrong("too-many-orders", line, (name,), orders=float(amount), most=MOST_ORDERS)
        yield name, float(amount)


def _in_its_place(spot: Spot, line: int, reading: Reading) -> bool:
    """Whether a day (or its hour) is new and follows the latest one; if not, why is noted."""
    (day, hour), first, before = spot, reading.lines.setdefault(spot, line), reading.latest
    sure, reading.sure = reading.sure, True
    if first != line and reading.by_hours:
        reading.wrong("hour-twice", line, given=day.isoformat(), hour=f"{hour:02}:00", first=first)
        return False
    if first != line:
        reading.wrong("day-twice", line, given=day.isoformat(), first=first)
        return False
    if before is not None and day < before:
        reading.wrong("day-unsorted", line, given=day.isoformat(), before=before.isoformat())
        return False
    missing = 0 if before is None else max((day - before).days - 1, 0)
    if missing and sure and not (reading.zero_gaps and missing <= MOST_GAP):
        reading.wrong("days-missing", line, given=day.isoformat(), days=missing)
    reading.latest = day
    return True


def _forecast(reading: Reading) -> Forecast:
    first, last = min(reading.volumes)[0], max(reading.volumes)[0]
    days = [first + timedelta(place) for place in range((last - first).days + 1)]
    columns = {name: _hourly(name, days, reading) for name in reading.known if name in reading.columns}
    sums = {name: tuple(map(fsum, hours)) for name, hours in columns.items()}
    forecast = Forecast(first, sums.get("visitors"), sums.get("orders"), sums.get(CHATS))
    return forecast.with_(hourly=columns[forecast.arrivals]) if reading.by_hours else forecast


def _hourly(name: str, days: Sequence[date], reading: Reading) -> tuple[tuple[float, ...], ...]:
    """A volume of each day by its hours; a file by days has one hour."""
    hours, known = range(HOURS if reading.by_hours else 1), reading.volumes
    return tuple(tuple(known.get((day, hour), {}).get(name, 0.0) for hour in hours) for day in days)
