"""Owns the answer to `peak`: people by day, how each day is covered, what it costs, and the dates that follow."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from teamplan.playbook.money import Money, nothing
from teamplan.record import Record, fields


class PeakRequest(Record):
    """Which event, its date where it is known, the multiple of orders on the day where it is given, and the mix."""

    event: str
    on: date | None = None
    orders_x: Fraction | None = None
    mix: str | None = None  # rule or least-cost; None for the cheaper one that can be had


class PeakDay(Record):
    """A day, counted from the event: volume, multipliers (`times`), drivers, people needed, hours of the owner."""

    day: int
    date: str | None
    orders: float
    times: Mapping[str, float]
    visitors: float | None
    drivers: Mapping[str, float]
    roles: Mapping[str, int]
    functions: Mapping[str, int]
    headcount: int
    owner_hours: float


class CoverDay(Record):
    """How one role is covered on one day. `load` is in people on the books, `per_person` hours of overtime each."""

    day: int
    date: str | None
    need: int
    load: float
    overtime_hours: int
    per_person: float
    temporary: int
    outsourced: Mapping[str, int]
    uncovered: float


class Cost(Record):
    """Beyond the pay of ordinary time; training is that of temporary people."""

    overtime: Money
    temporary: Money
    training: Money
    outsourcing: Money

    @property
    def total(self) -> Money:
        return self.overtime + self.temporary + self.training + self.outsourcing

    def __add__(self, other: "Cost") -> "Cost":
        return Cost(
            self.overtime + other.overtime,
            self.temporary + other.temporary,
            self.training + other.training,
            self.outsourcing + other.outsourcing,
        )


def no_cost(currency: str) -> Cost:
    """Where a sum of costs begins."""
    return Cost(*(nothing(currency) for _ in fields(Cost)))


class RoleCover(Record):
    """One role that the event asks more of: permanent people, most people needed, temporary people trained, cost."""

    role: str
    function: str
    permanent: int | float
    most_needed: int
    temporary: int
    days: tuple[CoverDay, ...]
    cost: Cost


class PeakDate(Record):
    """Something to do by a day: the key of its sentence and what it names."""

    day: int
    date: str | None
    what: str
    values: Mapping[str, Any]


class PeakAdvice(Record):
    """A remark: the key of its sentence, what it names, and who said it first."""

    key: str
    severity: str
    values: Mapping[str, Any]
    source: str


class Peak(Record):
    """The whole answer to `peak`; `mix` is least-cost, rule, or rule-asked."""

    event: str
    level: str
    date: str | None
    stage: str
    orders: float
    orders_x: float
    ordinary: Mapping[str, int]
    mix: str
    days: tuple[PeakDay, ...]
    cover: tuple[RoleCover, ...]
    cost: Cost
    extra_orders: float
    dates: tuple[PeakDate, ...]
    advice: tuple[PeakAdvice, ...]
