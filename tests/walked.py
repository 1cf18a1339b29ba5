"""Real days walked forward: who is hired on days that nobody knew before, and whether they are needed a month later.

The last two fifths of a file are unseen: the hires of a day know only the days up to it. A file is taken at several
sizes, so that more posts come into it. `needed` are hires whose post the mean of the 28 days after asks for. Beside it
stands the calendar that knows the whole file: its hires, those whom its last week does not need any more (slack), and
the days on which the weekly mean asks for more people (short).
"""

import csv
from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from math import sqrt
from pathlib import Path
from random import Random
from statistics import fmean
from typing import NamedTuple

from teamplan.engine.question import Question, ask
from teamplan.playbook.store import Store
from teamplan.questions.hire.demand import held, moving_mean
from teamplan.reading.load import load
from teamplan.reading.places import built_in

SIZES = (1, 2, 4, 8)  # times the shop of a file
SEEN = 0.6  # of the days
AFTER, WEEK = 28, 7


class Series(NamedTuple):
    """Orders of consecutive days; what is missing in its file is a closed day."""

    first: date
    orders: tuple[float, ...]

    @property
    def unseen(self) -> range:
        """The places of the days that nobody knows beforehand."""
        return range(int(len(self.orders) * SEEN), len(self.orders))

    def times(self, size: float) -> "Series":
        return Series(self.first, tuple(size * each for each in self.orders))


class Walked(NamedTuple):
    """Hires on unseen days, those who are needed afterwards, unseen days, and those short of people."""

    hires: int
    needed: int
    days: int
    short: int

    @property
    def share(self) -> float:
        """Of the hires are needed afterwards."""
        return self.needed / self.hires if self.hires else 1.0


class Foreseen(NamedTuple):
    """Hires of a calendar that knows all days, those who are slack in the end, all days, and those short of people."""

    hires: int
    slack: int
    days: int
    short: int


Team = dict[str, int]


def series_of(path: Path, column: str = "orders") -> Series:
    """The days of a file; a day that it calls incomplete is left out."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row.get("complete_day") != "False"]
    orders = {date.fromisoformat(row["date"]): float(row[column]) for row in rows}
    first, last = min(orders), max(orders)
    days = (first + timedelta(day) for day in range((last - first).days + 1))
    return Series(first, tuple(orders.get(day, 0.0) for day in days))


def drawn(seed: int) -> Series:
    """A year of a marketplace shop as such years are: it grows threefold, its weeks have days, and November a peak."""
    draw, factors = Random(seed), (1.14, 1.12, 1.09, 1.04, 1.0, 0.77, 0.84)
    orders = []
    for day in range(365):
        level = 55 * 3 ** (day / 365) * factors[day % 7] * draw.lognormvariate(0, 0.17)
        peak = {326: 3.0, 327: 7.0, 328: 3.0, 329: 2.2, 330: 2.0, 331: 1.6}.get(day, 1.0)
        orders.append(float(round(level * peak)))
    return Series(date(2018, 1, 1), tuple(orders))


def weekly_level(orders: Sequence[float]) -> list[Fraction]:
    """The mean of the week around each day, as `hire` reads a forecast."""
    return moving_mean(orders, WEEK)


def day_cv(orders: Sequence[float]) -> float:
    """Variation of open days around weekday and weekly level, without what chance alone brings (Poisson)."""
    level = [float(each) for each in weekly_level(orders)]
    ratios = [each / usual if usual else 0.0 for each, usual in zip(orders, level, strict=True)]
    weekdays = [fmean(ratios[day::7]) for day in range(min(7, len(ratios)))]
    usual = [weekdays[day % 7] * mean for day, mean in enumerate(level)]
    open_ = [(each, mean) for each, mean in zip(orders, usual, strict=True) if each and mean]
    beyond = fmean(((each - mean) ** 2 - mean) / mean**2 for each, mean in open_)
    return sqrt(max(beyond, 0.0))


def lasting_level(known: Sequence[float], lasting: int) -> list[Fraction]:
    """What each known day is hired for, as `hire` says that does not know more."""
    level = weekly_level(known)
    return [*map(min, level, held(level, lasting))]


def people(shop: Question, orders: float) -> Team:
    """Whom `recommend` asks for at a volume."""
    return shop.shop.curves(None, orders).headcounts({"orders": orders})


def lacking(team: Team, wanted: Team) -> Team:
    """People wanted and not there, by role."""
    return {role: count - team.get(role, 0) for role, count in wanted.items() if count > team.get(role, 0)}


def walked(shop: Question, series: Series, lasting: int) -> Walked:
    """The unseen days one after the other: who is hired on each by the days up to it, and needed after it.

    The last 28 days hire nobody, as nobody knows what comes after them.
    """
    unseen, orders = series.unseen, series.orders
    team = people(shop, float(max(lasting_level(orders[: unseen.start], lasting))))
    hires = needed = short = 0
    judged = range(unseen.start, unseen.stop - AFTER)
    for day in judged:
        known = orders[max(0, day + 1 - 2 * (lasting + WEEK)) : day + 1]
        wanted = people(shop, float(lasting_level(known, lasting)[-1]))
        after = people(shop, fmean(orders[day + 1 : day + 1 + AFTER]))
        for role, more in lacking(team, wanted).items():
            hires += more
            needed += max(0, min(wanted[role], after.get(role, 0)) - team.get(role, 0))
            team[role] = wanted[role]
        short += bool(lacking(team, people(shop, fmean(known[-WEEK:]))))
    return Walked(hires, needed, len(judged), short)


def foreseen(shop: Question, series: Series, lasting: int) -> Foreseen:
    """The calendar of all days at once."""
    level = weekly_level(series.orders)
    team = people(shop, float(level[0]))
    hired: Team = {}
    short = 0
    for orders, lasts in zip(level, map(min, level, held(level, lasting)), strict=True):
        for role, more in lacking(team, people(shop, float(lasts))).items():
            hired[role] = hired.get(role, 0) + more
            team[role] = team.get(role, 0) + more
        short += bool(lacking(team, people(shop, float(orders))))
    last = people(shop, float(level[-1]))
    slack = sum(min(count, max(0, team[role] - last.get(role, 0))) for role, count in hired.items())
    return Foreseen(sum(hired.values()), slack, len(level), short)


def pooled(shop: Question, files: Sequence[Series], lasting: int) -> tuple[Walked, Foreseen]:
    """The counts over all files and sizes."""
    cases = [each.times(size) for each in files for size in SIZES]
    unseen = [walked(shop, case, lasting) for case in cases]
    known = [foreseen(shop, case, lasting) for case in cases]
    return (
        Walked(*(sum(column) for column in zip(*unseen, strict=True))),
        Foreseen(*(sum(column) for column in zip(*known, strict=True))),
    )


def shop_of() -> Question:
    """The built-in playbook, compiled."""
    return ask(load(built_in()), Store.model_validate({"orders": 1}))
