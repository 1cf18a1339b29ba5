"""Owns from which volume on it is cheaper to buy outside, or to employ: exact, over the pieces of the shop's table."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Literal

from teamplan.engine.bases import opens_wider_above
from teamplan.engine.linear import ORDERS, Linear, total
from teamplan.engine.pay.outside import (
    LIKELY,
    Around,
    Buying,
    Purchase,
    bought_hours,
    cost_line,
    counted_a_day,
    refuse_unpriced,
)
from teamplan.engine.pay.payroll import Payroll
from teamplan.engine.shop import Shop
from teamplan.engine.table import HeadcountTable
from teamplan.record import Record

ZERO = Fraction(0)


class Flip(Record):
    """From so many orders a day on the other one is cheaper.

    At a `crossing` both cost the same; at a `step` somebody is hired, or a tier or opening hours begin, just above it.
    """

    orders: float
    cheaper: Literal["own", "outside"]
    at: Literal["crossing", "step"]


class Sides(Record):
    """A shop without and with what is bought, and what an order is worth, as far as a share of sales needs it."""

    purchase: Purchase
    own: Shop
    left: Shop
    payroll: Payroll
    order_value: Fraction | None = None


class Piece(Record):
    """A stretch of orders a day above `first` up to `last` on which nobody comes and no price changes.

    `more` is what buying costs more than employing, over the orders; None where the option cannot carry the work.
    """

    first: Fraction
    last: Fraction
    more: Linear | None


def flips(sides: Sides, most_orders: int) -> tuple[Flip, ...]:
    """Every change of the cheaper one up to `most_orders` a day; own people are where both cost the same, and at first.

    What buying costs is its bill and the team that is left; what employing costs is the team without it. Raises a
    TeamplanError where a role depends on visitors, or the option has no price here.
    """
    found: list[Flip] = []
    outside = False
    for piece in pieces(sides, most_orders):
        for orders, cheaper_outside, at in _changes(piece, outside):
            outside = cheaper_outside
            found.append(Flip(float(orders), "outside" if outside else "own", at))
    return tuple(found)


def _changes(piece: Piece, outside: bool) -> Iterator[tuple[Fraction, bool, Literal["crossing", "step"]]]:
    if piece.more is None:
        if outside:
            yield piece.first, False, "step"
        return
    slope = piece.more.slopes.get(ORDERS, ZERO)
    begins, ends = (piece.more.at({ORDERS: orders}) for orders in (piece.first, piece.last))
    just_above = begins if begins else slope
    if (just_above < 0) != outside:
        yield piece.first, just_above < 0, "step"
    if (just_above < 0) != (ends < 0) and ends:
        yield piece.first - begins / slope, ends < 0, "crossing"


def pieces(sides: Sides, most_orders: int) -> Iterator[Piece]:
    """The stretches up to `most_orders`, in order, without a gap."""
    for low, high, around in _billed(sides, most_orders):
        team = [Fraction(sides.payroll.month(heads).likely.amount) for heads in (around.left, around.own)]
        yield Piece(low, high, _more(sides.purchase, around, high, team[0] - team[1]))


def _billed(sides: Sides, most_orders: int) -> Iterator[tuple[Fraction, Fraction, Around]]:
    """The stretches on which nobody comes, with or without what is bought, and no price changes."""
    tables = [shop.table(float(most_orders)) for shop in (sides.own, sides.left)]
    first = ZERO
    for cut in sorted({cut for table in tables for cut in table.cuts}):
        around = _around(sides, tables, cut)
        refuse_unpriced(sides.purchase, around)
        for low, high in _stretches(sides.purchase, around, first, Fraction(cut)):
            yield low, high, around
        first = Fraction(cut)


def bill_pieces(buying: Buying, most_orders: int) -> tuple[tuple[Fraction, Fraction, Linear], ...]:
    """What is bought outside costs a month over the orders a day: above so many and up to so many, without a gap."""
    lines = [
        [
            (low, high, cost_line(each, around, {ORDERS: high}, LIKELY))
            for low, high, around in _billed(sides, most_orders)
        ]
        for each in buying.purchases
        for sides in [Sides(each, buying.own, buying.left, buying.payroll, buying.order_value)]
    ]
    cuts = sorted({high for line in lines for _, high, _ in line})
    found = []
    for low, high in pairwise([ZERO, *cuts]):
        bills = (bill for line in lines for first, last, bill in line if first < high <= last)
        found.append((low, high, total(bills)))
    return tuple(found)


def _around(sides: Sides, tables: list[HeadcountTable], cut: float) -> Around:
    own, left = (dict(zip(table.roles, table.at(cut)[1], strict=True)) for table in tables)
    return Around(sides.own.compiled(tables[0].at(cut)[0]), own, left, sides.payroll, sides.order_value)


def _more(purchase: Purchase, around: Around, orders: Fraction, team: Fraction) -> Linear | None:
    point = {ORDERS: orders}
    most = purchase.option.most_jobs
    if most is not None:
        day = around.stage.loads.amounts.time.job_day
        if bought_hours(purchase, around).at(point) > most.value.canonical * day:
            return None
    return cost_line(purchase, around, point, LIKELY) + Linear(team)


def _stretches(
    purchase: Purchase, around: Around, first: Fraction, last: Fraction
) -> Iterator[tuple[Fraction, Fraction]]:
    """A piece of the table, cut where opening hours, tiers, the least bill or what can be carried change."""
    service = around.stage.loads.playbook.stages[around.stage.stage_id].service
    wider = [opens_wider_above(around.stage.loads, each) for each in service.wider] if service else []
    for low, high in _cut(first, last, [Fraction(each) for each in wider if each < float(last)]):
        for begins, ends in _cut(low, high, list(_bounds(purchase, around, high))):
            yield from _cut(begins, ends, list(_least(purchase, around, ends)))


def _bounds(purchase: Purchase, around: Around, orders: Fraction) -> Iterator[Fraction]:
    """Where tiers begin, and where the work is more than the option carries, at the opening hours of a volume."""
    point = {ORDERS: orders}
    for line in purchase.option.prices[around.payroll.paid_in]:
        a_day = counted_a_day(line, purchase, around, point)
        yield from (reached for tier in line.tiers for reached in _reached(a_day, tier.above))
    if purchase.option.most_jobs is not None:
        day = around.stage.loads.amounts.time.job_day
        yield from _reached(bought_hours(purchase, around), purchase.option.most_jobs.value.canonical * day)


def _least(purchase: Purchase, around: Around, orders: Fraction) -> Iterator[Fraction]:
    """Where the bill grows above the least one, at the tiers of a volume."""
    least = purchase.option.minimum.get(around.payroll.paid_in)
    if least is not None:
        line = cost_line(purchase, around, {ORDERS: orders}, LIKELY)
        yield from _reached(line, around.payroll.costs.exact(least.value.canonical))


def _reached(line: Linear, amount: Fraction) -> Iterator[Fraction]:
    slope = line.slopes.get(ORDERS, ZERO)
    if slope > 0:
        yield (amount - line.constant) / slope


def _cut(first: Fraction, last: Fraction, at: list[Fraction]) -> Iterator[tuple[Fraction, Fraction]]:
    return pairwise([first, *sorted({each for each in at if first < each < last}), last])
