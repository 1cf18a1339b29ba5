"""Owns the answer to `peak`: the work of each day, who does it, how long people work, what it costs, and the dates."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from teamplan.engine.pay.price import Price
from teamplan.playbook.money import Money, nothing
from teamplan.questions.peak.own_week import OwnWeek
from teamplan.record import Record, fields

PEAK, END = "-peak", "-end"  # behind a driver: what is said of its wave


class PeakRequest(Record):
    """Which event, its date and today where they are known, the multiple of orders on the day where given, and the mix.

    Without `today` everything is begun early enough. `own_week` takes the place of the playbook's week and hours.
    """

    event: str
    on: date | None = None
    orders_x: Fraction | None = None
    mix: str | None = None  # rule or least-cost; None for the cheaper one that can be had
    today: date | None = None
    own_week: OwnWeek | None = None


class PeakDay(Record):
    """A day, counted from the event: volume, multipliers (`times`), drivers, hours by duty, hours of the owner."""

    day: int
    date: str | None
    orders: float
    times: Mapping[str, float]
    visitors: float | None
    drivers: Mapping[str, float]
    all_hands: bool
    work: Mapping[str, float]
    owner_hours: float


class DutyDay(Record):
    """Who does a duty on a day, in hours of a trained person; `outsourced` are units, `missing` fell due."""

    day: int
    date: str | None
    need: float
    own: float
    owner: float
    help: float
    temporary: float
    outsourced: int
    missing: float


class DutyCover(Record):
    """A duty that counts on the days of the event, with the role that carries it, or `owner`."""

    duty: str
    function: str
    role: str
    days: tuple[DutyDay, ...]


class HandDay(Record):
    """People of a role on a day: how many are there, hours of one of them with overtime, overtime of all of them."""

    day: int
    date: str | None
    present: float
    hours: float
    overtime: int


class HandCover(Record):
    """How long the people of a role, or the owner, work."""

    who: str
    people: int | float
    days: tuple[HandDay, ...]


class TemporaryCover(Record):
    """Temporary people of a function: how many are trained, and how many are there by day."""

    function: str
    people: int
    days: Mapping[int, int]


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
    """The whole answer to `peak`; `mix` is least-cost, rule, or rule-asked.

    `alone_x` is the largest multiple of orders that the people of the shop carry alone, `carried_x` with all that can
    still be had, where something is missing at the multiple asked for; None where not even ordinary days are carried.
    `team` are the people of the given team, where there is one.
    `team_cost` is what the people cost in an ordinary month, `cost` and `costs` (by function) come on top;
    `put_off_hours` is the owner's work that has to wait. `own_week` is what past days say of the week, where given.
    """

    event: str
    level: str
    date: str | None
    today: str | None
    stage: str
    orders: float
    orders_x: float
    ordinary: Mapping[str, int]
    team: Mapping[str, int | float] | None
    mix: str
    days: tuple[PeakDay, ...]
    cover: tuple[DutyCover, ...]
    hands: tuple[HandCover, ...]
    temporary: tuple[TemporaryCover, ...]
    costs: Mapping[str, Cost]
    cost: Cost
    missing_hours: float
    alone_x: float | None
    carried_x: float | None
    put_off_hours: float
    extra_orders: float
    dates: tuple[PeakDate, ...]
    advice: tuple[PeakAdvice, ...]
    team_cost: Price | None = None
    own_week: OwnWeek | None = None
