"""Owns past days: a file of the form of a forecast, its ordinary day and its best one."""

from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from statistics import median

from teamplan.errors import Location, Problem, TeamplanError
from teamplan.reading.forecast import read_forecast
from teamplan.record import Record


class Baseline(Record):
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
    """The past days of a shop; days that are missing or without orders count as closed.

    Raises a TeamplanError with every faulty line.
    """
    past, problems, _ = read_forecast(path, zero_gaps=True)
    if past is None or past.orders is None:
        raise TeamplanError(problems or [Problem("baseline-columns", where=Location(str(path), 1, 1))])
    orders = [Fraction(str(each)) for each in past.orders]
    busy = [each for each in orders if each]
    if not busy:
        raise TeamplanError([Problem("baseline-empty", where=Location(str(path)))])
    most = max(busy)
    return Baseline(str(path), len(busy), median(busy), past.first + timedelta(orders.index(most)), most)
