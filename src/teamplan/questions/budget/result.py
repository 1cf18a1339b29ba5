"""Owns the answer of a budget: what each role costs a month, what the month leaves, and where its sign turns."""

from fractions import Fraction
from typing import TYPE_CHECKING

from teamplan.engine.pay.band import Band, summed
from teamplan.engine.pay.payroll import RoleCost
from teamplan.engine.pay.trade import MonthResult, Needed, SignChange
from teamplan.playbook.money import Exchange, Money
from teamplan.record import Record

if TYPE_CHECKING:
    from teamplan.engine.pay.outside import Bill


class PlaceTold(Record):
    """Where the costs hold: the place (None where the playbook knows none), whether the shop named it, until when.

    `holds` says whether its figures are those of the day that was asked about, `today`; None where none was.
    """

    id: str | None
    given: bool
    first: str | None
    last: str | None
    today: str | None = None
    holds: bool | None = None


class Ratios(Record):
    """The team's cost against what it serves; None where nothing is served or known."""

    of_sales: Fraction | None
    an_order: Money | None
    a_visitor: Money | None
    sales_a_head: Money | None


class PathStep(Record):
    """A stage on the way of growth: its results at its typical orders a day, from the fewest to the most.

    `signs` are loss, even or gain at both ends; `says` is what a source says of the stage, None where nothing.
    """

    stage: str
    first: MonthResult
    last: MonthResult
    signs: tuple[str, str]
    says: str | None
    source: str | None

    @property
    def agrees(self) -> bool | None:
        """Whether the numbers of this shop say what the source says; None where it says nothing."""
        return None if self.says is None else self.says in self.signs


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
    turns: tuple[SignChange, ...] | None
    needed: Needed | None
    looked_up_to: int
    path: tuple[PathStep, ...] = ()
    bought: "tuple[Bill, ...]" = ()

    @property
    def payroll(self) -> Band:
        """The total without what is bought outside."""
        return summed((each.total for each in self.roles), self.currency)
