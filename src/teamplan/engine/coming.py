"""Owns who comes next: the volume up to which given people suffice in a stage, and whom they lack just above it."""

from collections.abc import Iterator
from math import inf, nextafter

from teamplan.engine.capacity import Axis, Span, carried, spans_of
from teamplan.engine.linear import ORDERS, VISITORS
from teamplan.engine.present import People, Present, read_team, with_hires
from teamplan.engine.question import Question
from teamplan.record import Record


class Coming(Record):
    """Above so many orders a day people are missing: the heads asked for there, and the team as it is read there.

    `orders` is -inf where they are missing from the first order of the stage on.
    """

    span: Span
    axis: Axis
    orders: float
    heads: dict[str, int]
    read: Present

    def visitors(self, role: str) -> float:
        """The largest visitors below the hire: those of the post's own breakpoint, where that is what brings it."""
        visitors, post = Axis(VISITORS, self.axis.conversion), self.span.stage.posts[role]
        there = self.span.stage.headcounts(self.axis.at(self.orders))[role]
        own = self.axis.full(post, there) == self.orders
        return visitors.full(post, there) if own else visitors.largest(self.orders)


def coming(span: Span, people: People, axis: Axis, *, planned: bool = False) -> Coming | None:
    """The next who are missing as a stage grows over orders; None where its last order finds nobody missing.

    `planned`: see `read_team`.
    """
    full = carried(span, people, axis, planned=planned)
    if full >= axis.largest(span.last):
        return None
    above = nextafter(full, inf) if full > -inf else axis.smallest(span.first)
    at = axis.at(above)
    heads = span.stage.headcounts(at)
    read = read_team(span.stage.seen_at(above), at, heads, people, planned=planned)
    return Coming(span, axis, full, heads, read)


def growing(question: Question, stage_id: str, people: People, conversion: float | None) -> Iterator[Coming]:
    """A given team on its way up in a stage: who comes, one step after the other, those of a step once it is taken."""
    spans = spans_of(question.shop, question.store.stage)
    span = next(each for each in spans if each.stage.stage_id == stage_id)
    while (step := coming(span, people, Axis(ORDERS, conversion))) is not None:
        yield step
        people = with_hires(step.read.people, step.read.missing)
