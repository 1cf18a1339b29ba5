"""Owns the answer of a budget: what each role costs a month, what the month leaves, and where its sign turns."""

from fractions import Fraction

from teamplan.engine.pay.band import Band
from teamplan.engine.pay.payroll import RoleCost
from teamplan.engine.pay.trade import MonthResult, Needed, Turn
from teamplan.playbook.money import Exchange, Money
from teamplan.record import Record


class PlaceTold(Record):
    """Where the costs hold: the place (None where the playbook knows none), whether the shop named it, until when."""

    id: str | None
    given: bool
    first: str | None
    last: str | None


class Ratios(Record):
    """The team's cost against what it serves; None where nothing is served or known."""

    of_sales: Fraction | None
    an_order: Money | None
    a_visitor: Money | None
    sales_a_head: Money | None


class Step(Record):
    """A stage of the path: the results at its first orders a day and at the last before the next stage.

    `sign` is loss, even, gain or both; `says` is what the founding article says of the stage, None where nothing.
    """

    stage: str
    first: MonthResult
    last: MonthResult
    sign: str
    says: str | None
    source: str | None


class Budget(Record):
    """A month of a team: its roles, their sum, and where the shop tells what an order is worth, the result."""

    orders: float
    visitors: float | None
    stage: str
    currency: str
    exchange: Exchange | None
    place: PlaceTold
    roles: tuple[RoleCost, ...]
    total: Band
    grade: str
    ratios: Ratios
    month: MonthResult | None
    turns: tuple[Turn, ...] | None
    needed: Needed | None
    looked_up_to: int
    path: tuple[Step, ...] = ()
