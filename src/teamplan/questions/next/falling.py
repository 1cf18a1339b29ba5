"""Owns the rule of a falling volume: who becomes slack, and from where on it is safe to shrink without swinging."""

from fractions import Fraction
from math import inf

from teamplan.engine.capacity import Axis, Span, spans_of
from teamplan.engine.linear import ORDERS, VISITORS
from teamplan.engine.question import Question
from teamplan.questions.next.outlook import Fall


def falls(question: Question, have: dict[str, Fraction], margin: float) -> tuple[Fall, ...]:
    """For each role the volume up to which one person less would do, and the stage before; the nearest first.

    It is safe to shrink a `margin` below that: growth by less than that never calls the person back.
    """
    spans = spans_of(question.shop, question.store.stage)
    place = next(place for place, span in enumerate(spans) if span.stage.stage_id == question.stage.stage_id)
    span = spans[place]
    axis = Axis(ORDERS, question.volume.conversion or None)
    found = []
    for role, post in span.stage.posts.items():
        people = max(int(have.get(role, 0)), question.heads[role])
        slack = axis.full(post, people - 1) if people else -inf
        if max(span.first, 0.0) <= slack < inf:
            there = post.headcount.people(question.volume.at_orders(slack).at[post.volume])  # two may have come at once
            found.append(_fall(question, role, there, span, slack, margin))
    if place:
        before = spans[place - 1]
        heads = sum(before.stage.known_headcounts(question.volume.at_orders(before.last).at).values())
        found.append(_fall(question, None, heads, before, before.last, margin))
    return tuple(sorted(found, key=lambda fall: -fall.slack_orders))


def _fall(question: Question, role: str | None, people: int, span: Span, slack: float, margin: float) -> Fall:
    today = question.volume.orders
    axis = Axis(VISITORS, question.volume.conversion or None)
    safe = slack * max(1 - margin, 0.0)
    slack_visitors, safe_visitors = (axis.largest(slack), axis.largest(safe)) if axis.conversion else (None, None)
    below = [100 * (1 - orders / today) if today > 0 else None for orders in (slack, safe)]
    state = "safe" if today <= safe else "slack" if today <= slack else "fine"
    stage = span.stage.stage_id
    return Fall(role, stage, people, slack, slack_visitors, below[0], safe, safe_visitors, below[1], state)
