"""Owns what a shop earns: what an order brings, what a month of orders leaves, and from how many orders on it pays."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from teamplan.engine.amounts import DAYS_A_MONTH, WEEKS_A_MONTH
from teamplan.engine.linear import ORDERS, Linear
from teamplan.engine.pay.payroll import Payroll, People, refuse_others
from teamplan.engine.shop import Shop
from teamplan.engine.staffing import StageCurves
from teamplan.playbook.money import Money, rounded
from teamplan.playbook.playbook import Playbook
from teamplan.record import Record

Bills = Sequence[tuple[Fraction, Fraction, Linear]]  # above so many orders a day, up to so many: a month's bill
Line = tuple[Fraction, Fraction]  # the result at no orders, and what one more a day brings
Piece = tuple[int, int, Line]  # whole orders from and to, and the result of a month over them


class Trade(Record):
    """What one order is worth, in the currency of the payroll; shares are of the order value."""

    order_value: Fraction
    gross_margin: Fraction
    platform_fee: Fraction
    courier: Fraction  # a parcel's postage and packing, an order

    @property
    def contribution(self) -> Fraction:
        """What an order leaves after goods, platform and courier."""
        return self.order_value * (self.gross_margin - self.platform_fee) - self.courier


class MonthResult(Record):
    """A month at so many orders a day, of 365 / 12 days: sales, what they leave, and what is paid from it."""

    orders_a_day: float
    sales: Money
    contribution: Money
    spends: Mapping[str, Money]  # inputs of the shop that are sums of money, such as ad spend
    team: Money
    result: Money

    def with_bill(self, bill: Money) -> "MonthResult":
        """The same month with a bill of what is bought outside, which counts as the team's cost."""
        return self.with_(team=self.team + bill, result=self.result - bill)


class SignChange(Record):
    """Whole orders a day from which on a month gains, or no more does, until the next turn."""

    orders: int
    gains: bool


class Needed(Record):
    """The least that an order must leave for any month to pay, at how many orders a day, and what would bring it.

    `gross_margin` and `order_value` are each what it takes alone; None where no value of it is enough.
    """

    orders: int
    contribution: Money
    now: Money
    gross_margin: Fraction | None
    order_value: Money | None


def spends_of(stage: StageCurves, orders: Fraction) -> dict[str, Fraction]:
    """What the shop spends a month beside its team: its inputs that are sums of money, at a volume."""
    declared = stage.loads.playbook.frame.inputs
    months = {"day": DAYS_A_MONTH, "week": WEEKS_A_MONTH, "month": Fraction(1)}
    return {
        name: stage.loads.input(name).at({ORDERS: orders}) * months[each.span]
        for name, each in declared.items()
        if each.currency
    }


def brought(trade: Trade, payroll: Payroll, stage: StageCurves) -> Fraction:
    """What one more order a day leaves in a month, after what the shop spends more with it."""
    at_none, at_one = (sum(spends_of(stage, Fraction(each)).values()) for each in (0, 1))
    return DAYS_A_MONTH * trade.contribution - payroll.exact(Fraction(at_one - at_none))


def carrying(trade: Trade, payroll: Payroll, stage: StageCurves, cost: Money) -> int | None:
    """How many more whole orders a day carry a monthly cost; None where one more leaves nothing."""
    each = brought(trade, payroll, stage)
    return ceil(Fraction(cost.amount) / each) if each > 0 else None


def refuse_two_currencies(playbook: Playbook, payroll: Payroll) -> None:
    """Raise a TeamplanError where the shop spends in another currency than its people are paid in."""
    refuse_others(payroll, (each.currency for each in playbook.frame.inputs.values() if each.currency))


class Volumes(NamedTuple):
    """So many days of so many orders each, in the stage that serves them."""

    stage: StageCurves
    orders: Fraction
    days: Fraction


class Earned(Record):
    """What the days of a span bring: sales, what they leave, and what is spent beside the team."""

    sales: Money
    contribution: Money
    spends: Mapping[str, Money]

    def less(self, team: Money) -> Money:
        """What is left once the team is paid."""
        left = self.contribution - team
        for spend in self.spends.values():
            left = left - spend
        return left


def earned(trade: Trade, payroll: Payroll, volumes: Iterable[Volumes]) -> Earned:
    """What a span of days brings, rounded once. What is spent a month is spent evenly on the days of the mean one."""
    orders, spends = Fraction(0), dict[str, Fraction]()
    for each in volumes:
        orders += each.orders * each.days
        for name, amount in spends_of(each.stage, each.orders).items():
            spends[name] = spends.get(name, Fraction(0)) + amount * each.days / DAYS_A_MONTH
    return Earned(
        sales=rounded(orders * trade.order_value, payroll.currency),
        contribution=rounded(orders * trade.contribution, payroll.currency),
        spends={name: payroll.told(amount) for name, amount in spends.items()},
    )


def month_result(trade: Trade, payroll: Payroll, stage: StageCurves, heads: People, orders: float) -> MonthResult:
    """The result of a month with these people at so many orders a day; the owner is paid by the result."""
    month = earned(trade, payroll, [Volumes(stage, Fraction(orders), DAYS_A_MONTH)])
    team = payroll.month(heads).likely
    return MonthResult(orders, month.sales, month.contribution, month.spends, team, month.less(team))


def pieces_of(trade: Trade, payroll: Payroll, shop: Shop, most: int, bills: Bills = ()) -> tuple[Piece, ...]:
    """The result of a month from 1 order a day to `most`: a piece for each row of the shop's table and each bill.

    Between two cuts of the table nobody comes, so that the result is linear in the orders there. Raises a TeamplanError
    where a role depends on visitors.
    """
    return tuple(_pieces(trade, payroll, shop, most, bills))


def _pieces(trade: Trade, payroll: Payroll, shop: Shop, most: int, bills: Bills) -> Iterator[Piece]:
    table, low = shop.table(float(most)), 1
    for cut, row, stage_id in zip(table.cuts, table.rows, table.stages, strict=True):
        last = floor(cut)
        if last < low:
            continue
        stage = shop.compiled(stage_id)
        at_none = sum(spends_of(stage, Fraction(0)).values())
        team = Fraction(payroll.month(dict(zip(table.roles, row, strict=True))).likely.amount)
        start, each = -team - payroll.exact(Fraction(at_none)), brought(trade, payroll, stage)
        for first, end, bill in _billed(bills, low, last):
            yield first, end, (start - bill.constant, each - bill.slopes.get(ORDERS, Fraction(0)))
        low = last + 1


def turns_of(pieces: Iterable[Piece]) -> tuple[SignChange, ...]:
    """Every whole number of orders a day at which the month's result turns its sign.

    On a piece the result turns at most once; between two it falls by what the hire costs. A result of 0 counts as a
    gain. The first turn is where the shop first gains; before it, it loses.
    """
    found: list[SignChange] = []
    gains = False
    for first, last, result in pieces:
        for at in _changes(first, last, result, gains):
            gains = not gains
            found.append(SignChange(at, gains))
    return tuple(found)


def _billed(bills: Bills, low: int, last: int) -> Iterator[tuple[int, int, Linear]]:
    """The whole orders from and to that have the same bill, within others; without any bill all of them."""
    if not bills:
        yield low, last, Linear()
    for above, upto, bill in bills:
        first, end = max(low, floor(above) + 1), min(last, floor(upto))
        if first <= end:
            yield first, end, bill


def needed_of(trade: Trade, payroll: Payroll, pieces: Iterable[Piece]) -> Needed:
    """What an order must leave at the least, over some pieces: on each its last order is best, as the same team serves
    most there."""
    best: tuple[Fraction, int] | None = None
    for _, last, (start, each) in pieces:
        needed = trade.contribution - (start + each * last) / (DAYS_A_MONTH * last)
        best = min(best, (needed, last)) if best else (needed, last)
    assert best is not None  # there is a first order
    needed, orders = best
    margin = (needed + trade.courier) / trade.order_value + trade.platform_fee
    kept = trade.gross_margin - trade.platform_fee
    currency = payroll.currency
    return Needed(
        orders=orders,
        contribution=rounded(needed, currency),
        now=rounded(trade.contribution, currency),
        gross_margin=margin if margin <= 1 else None,
        order_value=rounded((needed + trade.courier) / kept, currency) if kept > 0 else None,
    )


def _changes(first: int, last: int, result: Line, gains: bool) -> Iterator[int]:
    """Where the sign turns on a piece that is linear: at its beginning, within it, or both."""
    start, each = result
    begins, ends = (start + each * orders >= 0 for orders in (first, last))
    if begins != gains:
        yield first
    if begins != ends:
        root = -start / each
        yield ceil(root) if ends else floor(root) + 1
