"""Owns the curves read backwards: the largest volume that given people carry, exact in the input it is given in."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import partial
from math import inf, nextafter

from teamplan.engine.breakpoints import largest_input
from teamplan.engine.linear import ORDERS, VISITORS
from teamplan.engine.present import People, missing_in
from teamplan.engine.shop import Shop
from teamplan.engine.staffing import Staffed, StageCurves
from teamplan.engine.volume import both_ways
from teamplan.errors import TeamplanError
from teamplan.playbook.base import MOST_PEOPLE
from teamplan.playbook.store import MOST_ORDERS
from teamplan.record import Record

MANY_PEOPLE = 500  # people in a role


class Span(Record):
    """A stage and the orders a day it stands for; both ends belong to it."""

    stage: StageCurves
    first: float
    last: float


class Axis(Record):
    """What a volume is given in, orders or visitors a day, and how the one becomes the other."""

    name: str
    conversion: float | None = None

    def orders(self, amount: float) -> float:
        """The orders of an amount: visitors x conversion in one binary multiplication."""
        return amount if self.name == ORDERS or not self.conversion else amount * self.conversion

    def at(self, amount: float) -> dict[str, float]:
        """The volume by axis."""
        if not self.conversion:
            return {ORDERS: amount}
        if self.name == ORDERS:
            return {ORDERS: amount, VISITORS: amount / self.conversion}
        return {ORDERS: self.orders(amount), VISITORS: amount}

    def largest(self, orders: float) -> float:
        """The largest amount that brings no more than `orders`."""
        if self.name == ORDERS or not self.conversion:
            return orders
        return largest_input(self.orders, orders, orders / self.conversion)

    def smallest(self, orders: float) -> float:
        """The smallest amount that brings at least `orders`."""
        return nextafter(self.largest(nextafter(orders, -inf)), inf) if orders > 0 else 0.0

    def full(self, post: Staffed, people: int) -> float:
        """The largest amount that so many people of the post carry; -inf below a floor, inf where nothing is more.

        Below 100,000 people, the most that is planned for one role. Visitors that never order limit nothing. For
        many people the end of all planning is tried first: beyond it a queue may be too large to be worked out.
        """
        if post.volume == VISITORS and not self.conversion:
            return inf
        end = MOST_ORDERS / self.conversion if post.volume == VISITORS and self.conversion else float(MOST_ORDERS)
        if people >= MANY_PEOPLE and post.headcount.people(end) <= people:
            return inf
        full = post.headcount.full_at(min(people, MOST_PEOPLE - 1))
        orders, visitors = both_ways(post.volume, full, self.conversion)
        return orders if self.name == ORDERS or visitors is None else visitors


def spans_of(shop: Shop, given: str | None) -> tuple[Span, ...]:
    """The stages with the orders that decide for them; a stage that was asked for stands for all orders."""
    if given is not None:
        return (Span(shop.alone(given), 0.0, float(MOST_ORDERS)),)
    ids = [stage for stage in shop.playbook.stages if shop.starts_at(stage) <= MOST_ORDERS]
    ends = [nextafter(shop.starts_at(stage), -inf) for stage in ids[1:]]
    starts_and_ends = zip(ids, [*ends, float(MOST_ORDERS)], strict=True)
    return tuple(Span(shop.compiled(stage), shop.starts_at(stage), end) for stage, end in starts_and_ends)


def fitting(spans: Sequence[Span], people: People, axis: Axis) -> Iterator[tuple[Span, float]]:
    """The stages that the people fit, each with the largest amount they carry in it.

    A team fits from the first order of a stage on or nowhere: headcounts only grow.
    """
    for span in spans:
        most = carried(span, people, axis)
        if most > -inf:
            yield span, most


def largest(spans: Sequence[Span], people: People, axis: Axis) -> float:
    """The largest amount over all stages that the people carry: -inf where none fits, inf above all planning."""
    most = max((most for _, most in fitting(spans, people, axis)), default=-inf)
    return planned(most, axis)


def carried(span: Span, people: People, axis: Axis, *, planned: bool = False) -> float:
    """The largest amount in a stage at which nobody is missing, as the team is read there; -inf where none is.

    Between what the people carry under their own titles and what all of them could carry in each post, it is walked
    from one breakpoint to the next, and halved in case there are many. `planned`: see `read_team`.
    """
    first, last = axis.smallest(span.first), axis.largest(span.last)
    fulls = [axis.full(post, int(people.get(role, 0))) for role, post in span.stage.posts.items()]
    low = min([last, *fulls])
    fits = partial(_fits, span, people, axis, planned)
    if low < first or axis.orders(low) < span.first:
        low = first
        if low > last or not fits(low):
            return -inf
    if low >= last:
        return last
    if not fits(nextafter(low, inf)):  # nobody else can do it
        return low
    everybody = int(sum(people.values(), Fraction(0))) + 1
    high = min([last, *(axis.full(post, everybody) for post in span.stage.posts.values())])
    return high if high <= low or fits(high) else _between(span, axis, fits, (low, high))


def _between(span: Span, axis: Axis, fits: Callable[[float], bool], ends: tuple[float, float]) -> float:
    """The last amount that fits, from one that does to one that does not."""
    low, high = ends
    while nextafter(low, inf) < high:
        heads = span.stage.headcounts(axis.at(low))
        step = min(axis.full(post, heads[role]) for role, post in span.stage.posts.items())
        for amount in (step, nextafter(step, inf), (low + high) / 2):
            if low < amount < high:
                low, high = (amount, high) if fits(amount) else (low, amount)
    return low


def _fits(span: Span, people: People, axis: Axis, planned: bool, amount: float) -> bool:
    at = axis.at(amount)
    try:
        heads = span.stage.headcounts(at)
    except TeamplanError:  # more than can be planned for one role
        return False
    return not missing_in(span.stage.seen_at(axis.orders(amount)), at, heads, people, planned=planned)


def alone(spans: Sequence[Span], role: str, people: int, axis: Axis) -> float:
    """How far the people of one role suffice from the first span on, were there enough of all others.

    It ends with a stage where the next one has no such post, or asks for more of it at its bound; inf without end.
    """
    reached = -inf
    for span in spans:
        post = span.stage.posts.get(role)
        end = axis.largest(span.last)
        most = -inf if post is None else min(end, axis.full(post, people))
        if axis.orders(most) < span.first:
            break
        reached = most
        if most < end:
            break
    return planned(reached, axis)


def planned(amount: float, axis: Axis) -> float:
    """The amount, inf from 1,000,000 orders a day on: there the planning ends, not the people."""
    return inf if amount >= axis.largest(MOST_ORDERS) else amount
