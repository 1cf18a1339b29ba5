"""Owns the reading of what was really paid: a CSV file with a row a month and role, every fault with its line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from re import fullmatch

from pydantic_core import PydanticCustomError

from teamplan.errors import Location, Problem
from teamplan.language.shared import SHARED
from teamplan.playbook.base import MOST_PEOPLE
from teamplan.playbook.money import Money, rounded
from teamplan.playbook.quantity import parse_amount, parse_number, refuse_above
from teamplan.reading.rows import SEPARATORS, CsvRow, listed, rows_of
from teamplan.record import Record

COLUMNS = ("month", "role", "people", "gross", "total", "currency")
FIGURES = ("people", "gross", "total")
MOST_PAID = 10**12  # in one role and month
MONTH = r"(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])"


class Paid(Record):
    """What was paid in a month for a role; None for what the file does not tell."""

    month: str
    role: str
    people: Fraction | None
    gross: Money | None
    total: Money | None


class Payable(Record):
    """What a file of pay is read against: the currency of the budget, its months, and roles by every name they have."""

    currency: str | None
    months: tuple[str, str] | None  # the first and the last; None where they are not known
    roles: Mapping[str, str]


@dataclass(slots=True)
class PayReading:
    """What has been read so far, and what is wrong."""

    file: str
    against: Payable
    columns: tuple[str, ...] = ()
    lines: dict[tuple[str, str], int] = field(default_factory=dict)
    currencies: dict[str, int] = field(default_factory=dict)
    paid: list[Paid] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, key: str, line: int, path: tuple[str, ...] = (), **values: object) -> None:
        self.problems.append(Problem(key, values, path, Location(self.file, line, 1)))


def read_payroll(path: Path, against: Payable) -> tuple[tuple[Paid, ...], list[Problem]]:
    """The rows of a file of pay, and every fault. Heads are read in either language; other columns are passed over."""
    reading = PayReading(str(path), against)
    rows, problems = rows_of(path)
    if rows is None:
        return (), problems
    if rows or not problems:
        _header(rows[0].cells if rows else [], reading)
    for row in rows[1:] if reading.columns else ():
        if any(cell.strip() for cell in row.cells):
            _row(row, reading)
    reading.problems += problems
    if reading.columns and not reading.problems and not reading.paid:
        reading.wrong("no-payroll-rows", 1)
    return tuple(reading.paid), reading.problems


def _header(cells: Sequence[str], reading: PayReading) -> None:
    known = {written: column for column in COLUMNS for written in SHARED[f"payroll.{column}"]}
    columns = tuple(known.get(cell.strip(), "") for cell in cells)
    for column in COLUMNS:
        if columns.count(column) > 1:
            reading.wrong("column-twice", 1, given=column)
    if {"month", "role"} <= set(columns) and set(FIGURES) & set(columns):
        reading.columns = columns
        return
    separator = next((each for each in SEPARATORS if len(",".join(cells).split(each)) > len(cells)), None)
    if separator is not None:
        reading.wrong("csv-separator", 1, given=separator)
    else:
        reading.wrong("payroll-columns", 1, given=listed([cell.strip() for cell in cells]) or "-")


def _row(row: CsvRow, reading: PayReading) -> None:
    if len(row.cells) != len(reading.columns):
        reading.wrong("row-length", row.line, found=len(row.cells), wanted=len(reading.columns))
        return
    cells = dict(zip(reading.columns, (cell.strip() for cell in row.cells), strict=True))
    before = len(reading.problems)
    month, role = _month(cells["month"], row.line, reading), _role(cells["role"], row.line, reading)
    currency = _currency(cells.get("currency", ""), row.line, reading)
    figures = dict(_figures(cells, row.line, reading))
    if role and reading.lines.setdefault((month, role), row.line) != row.line:
        reading.wrong("paid-twice", row.line, given=cells["role"], month=month, first=reading.lines[month, role])
    if role is None or len(reading.problems) > before:
        return
    sums = {name: rounded(figures[name], currency) if name in figures else None for name in ("gross", "total")}
    reading.paid.append(Paid(month, role, figures.get("people"), sums["gross"], sums["total"]))


def _month(given: str, line: int, reading: PayReading) -> str:
    months = reading.against.months
    if fullmatch(MONTH, given) is None:
        reading.wrong("not-a-month", line, ("month",), given=given)
    elif months is not None and not months[0] <= given <= months[1]:
        reading.wrong("month-outside", line, ("month",), given=given, low=months[0], high=months[1])
    return given


def _role(given: str, line: int, reading: PayReading) -> str | None:
    roles = reading.against.roles
    if given not in roles:
        values = {"given": given, "known": ", ".join(dict.fromkeys(roles.values()))}
        where = Location(reading.file, line, 1)
        reading.problems.append(Problem("unknown-role", values, ("role",), where, among=(tuple(roles),)))
    return roles.get(given)


def _currency(given: str, line: int, reading: PayReading) -> str:
    """The currency of a row: that of the budget where it names none. Another one than that of the first row is told."""
    wanted = reading.against.currency or given
    if not given:
        return wanted
    first = next(iter(reading.currencies), given)
    reading.currencies.setdefault(given, line)
    if given != first:
        at = reading.currencies[first]
        reading.wrong("currency-mixed", line, ("currency",), given=given, other=first, first=at)
    elif given != wanted and reading.currencies[given] == line:
        reading.wrong("currency-of-budget", line, ("currency",), given=given, wanted=wanted)
    return given


def _figures(cells: Mapping[str, str], line: int, reading: PayReading) -> Iterator[tuple[str, Fraction]]:
    """The figures that a row gives; an empty cell gives none."""
    for name in FIGURES:
        if not cells.get(name):
            continue
        try:
            amount = parse_amount(parse_number(cells[name]))
            refuse_above(MOST_PEOPLE if name == "people" else MOST_PAID, amount, cells[name])
        except PydanticCustomError as error:
            reading.wrong(error.type, line, (name,), **(error.context or {}))
            continue
        yield name, amount
