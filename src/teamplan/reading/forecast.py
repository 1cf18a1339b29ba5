"""Owns the reading of a forecast: a CSV file with a date and visitors or orders a day, every fault with its line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from pydantic_core import PydanticCustomError

from teamplan.errors import Location, Problem, nearest
from teamplan.playbook.growth import Forecast
from teamplan.playbook.quantity import parse_amount, refuse_above
from teamplan.playbook.store import MOST_ORDERS, MOST_VISITORS
from teamplan.reading.days import parse_day
from teamplan.reading.rows import SEPARATORS, listed, rows_of

DATE, VOLUMES = "date", ("visitors", "orders")
MOST_GAP = 366  # days; a longer gap is a slip in a date, whatever `zero_gaps` says
ALIKE = 0.85  # so alike is a slip of the pen; `order_lines` beside `orders` is not


@dataclass(slots=True)
class Reading:
    """What has been read so far: the line and the volumes of each day, and what is wrong."""

    file: str
    zero_gaps: bool
    columns: tuple[str, ...] = ()
    lines: dict[date, int] = field(default_factory=dict)
    volumes: dict[date, dict[str, float]] = field(default_factory=dict)
    latest: date | None = None
    sure: bool = True  # whether the day before the next row is known; a faulty date leaves it open
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)

    def wrong(self, key: str, line: int, path: tuple[str, ...] = (), **values: object) -> None:
        self.problems.append(Problem(key, values, path, Location(self.file, line, 1)))


def read_forecast(path: Path, *, zero_gaps: bool = False) -> tuple[Forecast | None, list[Problem], list[Problem]]:
    """The forecast (None where it cannot be used), every fault in the file, and remarks on columns not read.

    With `zero_gaps` a missing day is a closed one, with a volume of 0.
    """
    reading = Reading(str(path), zero_gaps)
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
    known = (DATE, *VOLUMES)
    for name in known:
        if names.count(name) > 1:
            reading.wrong("column-twice", 1, given=name)
    missing = [each for each in known if each not in names]
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
    return DATE in known and bool(known & set(VOLUMES))


def _row(cells: Sequence[str], line: int, reading: Reading) -> None:
    if len(cells) != len(reading.columns):
        reading.wrong("row-length", line, found=len(cells), wanted=len(reading.columns))
        reading.sure = False
        return
    row = dict(zip(reading.columns, (cell.strip() for cell in cells), strict=True))
    volumes = dict(_volumes(row, line, reading))
    try:
        day = parse_day(row[DATE])
    except PydanticCustomError as error:
        reading.wrong(error.type, line, (DATE,), **(error.context or {}))
        reading.sure = False
        return
    if _in_its_place(day, line, reading):
        reading.volumes[day] = volumes


def _volumes(row: dict[str, str], line: int, reading: Reading) -> Iterator[tuple[str, float]]:
    for name in VOLUMES:
        if name not in row:
            continue
        try:
            amount = parse_amount(row[name])
            if name == "visitors":
                refuse_above(MOST_VISITORS, amount, row[name])
        except PydanticCustomError as error:
            reading.wrong(error.type, line, (name,), **(error.context or {}))
            continue
        if name == "orders" and amount > MOST_ORDERS:
            reading.wrong("too-many-orders", line, (name,), orders=float(amount), most=MOST_ORDERS)
        yield name, float(amount)


def _in_its_place(day: date, line: int, reading: Reading) -> bool:
    """Whether a day is new and follows the latest one; if not, why is noted."""
    first, before = reading.lines.setdefault(day, line), reading.latest
    sure, reading.sure = reading.sure, True
    if first != line:
        reading.wrong("day-twice", line, given=day.isoformat(), first=first)
        return False
    if before is not None and day < before:
        reading.wrong("day-unsorted", line, given=day.isoformat(), before=before.isoformat())
        return False
    missing = 0 if before is None else (day - before).days - 1
    if missing and sure and not (reading.zero_gaps and missing <= MOST_GAP):
        reading.wrong("days-missing", line, given=day.isoformat(), days=missing)
    reading.latest = day
    return True


def _forecast(reading: Reading) -> Forecast:
    first, last = min(reading.volumes), max(reading.volumes)
    days = [first + timedelta(place) for place in range((last - first).days + 1)]
    columns = {
        name: tuple(reading.volumes.get(day, {}).get(name, 0.0) for day in days) if name in reading.columns else None
        for name in VOLUMES
    }
    return Forecast(first, columns["visitors"], columns["orders"])
