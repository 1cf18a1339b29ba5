"""Owns the reading of past days: a CSV file with `date` and `orders`, its ordinary day and its best one."""

import csv
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from statistics import median

from pydantic_core import PydanticCustomError

from teamplan.errors import Location, Problem, TeamplanError
from teamplan.model.quantity import parse_amount


@dataclass(frozen=True, slots=True)
class Baseline:
    """Days with orders, their median, the best of them (the first of equals), and its multiple of the median."""

    file: str
    days: int
    median: Fraction
    best_day: date
    most: Fraction

    @property
    def times(self) -> Fraction:
        return self.most / self.median


def read_baseline(path: Path) -> Baseline:
    """The past days of a shop; days without orders count as closed. Raises a TeamplanError with every faulty line."""
    rows, problems = _rows(path)
    days: dict[date, Fraction] = {}
    for line, row in rows:
        try:
            day, orders = _day(row["date"] or ""), parse_amount((row["orders"] or "").strip())
        except PydanticCustomError as error:
            problems.append(Problem(error.type, dict(error.context or {}), where=Location(str(path), line, 1)))
            continue
        if day in days:
            problems.append(Problem("baseline-day-twice", {"given": str(day)}, where=Location(str(path), line, 1)))
        days[day] = orders
    open_days = {day: orders for day, orders in sorted(days.items()) if orders}
    if not open_days and not problems:
        problems.append(Problem("baseline-empty", where=Location(str(path))))
    if problems:
        raise TeamplanError(problems)
    best = max(open_days, key=lambda day: open_days[day])
    return Baseline(str(path), len(open_days), median(open_days.values()), best, open_days[best])


def _rows(path: Path) -> tuple[list[tuple[int, dict[str, str | None]]], list[Problem]]:
    """Each row with its line, and what is wrong with the file as a whole."""
    where = Location(str(path))
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            if not {"date", "orders"} <= set(reader.fieldnames or ()):
                return [], [Problem("baseline-columns", where=where)]
            return [(reader.line_num, row) for row in reader], []
    except OSError as error:
        return [], [Problem("unreadable", {"reason": error.strerror or str(error)}, where=where)]
    except (UnicodeDecodeError, csv.Error):
        return [], [Problem("baseline-columns", where=where)]


def _day(given: str) -> date:
    try:
        return date.fromisoformat(given.strip())
    except ValueError:
        raise PydanticCustomError("not-a-date", "not a date", {"given": given}) from None
