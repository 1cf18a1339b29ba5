"""Owns the answer of `source`: what each option costs a month, whom it leaves, and where the cheaper one changes."""

from fractions import Fraction
from typing import Literal

from teamplan.engine.pay.band import Band
from teamplan.engine.pay.flips import Flip
from teamplan.engine.pay.outside import Bill
from teamplan.playbook.money import Exchange, Money
from teamplan.record import Record

Unusable = Literal["unpriced", "order-value", "too-much-work"]


class OwnPeople(Record):
    """What own people cost in a role: how many, and their cost a month; that of a unit where one is counted."""

    people: int
    cost: Band
    unit: str | None
    each: Money | None


class OptionCost(Record):
    """An option at this volume: its bill, and the shop with it: people, the owner's hours a day, a month in all.

    What cannot be bought here says why (`unusable`), and has neither. `team` is the month of the people that are left.
    """

    option: str
    unusable: Unusable | None
    jobs: Fraction
    bill: Bill | None = None
    people: int | None = None
    owner_hours: Fraction | None = None
    team: Band | None = None
    flips: tuple[Flip, ...] | None = None
    lost_orders: Fraction | None = None
    outside_a_day: Fraction | None = None

    @property
    def month(self) -> Band | None:
        """A month in all: the people that are left, and the bill."""
        return self.team + self.bill.amount if self.team is not None and self.bill is not None else None

    @property
    def each(self) -> Money | None:
        """The bill for one unit."""
        if self.bill is None or not self.bill.units:
            return None
        return self.bill.amount.likely * (1 / self.bill.units)


class RoleSources(Record):
    """A role: its own people, and what could be bought instead: the least month first, what cannot be bought last."""

    role: str
    own: OwnPeople
    options: tuple[OptionCost, ...]


class Sources(Record):
    """A shop with own people alone, and role by role what could be bought instead.

    `looked_up_to` is None where no role was named: then nobody looked at other volumes.
    """

    orders: float
    stage: str
    window: str | None
    paid_in: str
    currency: str
    exchange: Exchange | None
    people: int
    owner_hours: Fraction
    team: Band
    roles: tuple[RoleSources, ...]
    looked_up_to: int | None
