"""Answers: what comes next as the shop grows, in which order, and who becomes slack when it shrinks?"""

from collections.abc import Iterator
from itertools import islice
from math import inf, nextafter

from teamplan.engine.capacity import Axis, Span, spans_of
from teamplan.engine.hires import in_hire_order
from teamplan.engine.linear import ORDERS, VISITORS
from teamplan.engine.question import Question, ask
from teamplan.errors import Problem, TeamplanError
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store
from teamplan.questions.next.falling import falls
from teamplan.questions.next.outlook import Outlook, Trigger
from teamplan.questions.next.stage_border import crossing, splits

NEEDED = ("shrink_margin", "owner_jobs_limit")  # assumptions that this answer rests on beside the curves


def outlook(playbook: Playbook, store: Store, steps: int) -> Outlook:
    """The next `steps` triggers of a growing shop, and the way down.

    A team that is given starts as it is: whom it lacks today comes first, and whom it has beyond its need delays the
    next hire. Raises a TeamplanError for everything wrong with the store, or where the playbook lacks an assumption
    that the answer rests on.
    """
    question = ask(playbook, store)
    lacking = [name for name in NEEDED if name not in question.playbook.assumptions]
    if lacking:
        raise TeamplanError([Problem("assumption-needed", {"name": name}) for name in lacking])
    margin, limit = (question.shop.amounts[f"${name}"] for name in NEEDED)
    team = store.team
    have = {role: team.have(role) for role in team.roles} if team else question.heads
    missing = {role: question.heads.get(role, 0) - have.get(role, 0) for role in {**question.heads, **have}}
    return Outlook(
        orders=question.volume.orders,
        visitors=question.volume.visitors,
        stage=question.stage.stage_id,
        headcount=sum(question.heads.values()),
        now=in_hire_order(question.playbook, missing),
        spare=in_hire_order(question.playbook, {role: -people for role, people in missing.items()}),
        triggers=tuple(islice(WayUp(question, have, float(limit)).triggers(), steps)),
        falls=falls(question, have, float(margin)),
        shrink_margin=float(margin),
        owner_jobs_limit=float(limit),
    )


class WayUp:
    """A shop on its way up: the stages from today on, and the people who are there as far as it has come."""

    def __init__(self, question: Question, have: dict[str, int], owner_limit: float) -> None:
        self._question, self._owner_limit = question, owner_limit
        self._conversion = question.volume.conversion or None
        spans = spans_of(question.shop, question.store.stage)
        place = next(place for place, span in enumerate(spans) if span.stage.stage_id == question.stage.stage_id)
        self._spans = spans[place:]
        self._staff = {role: max(have.get(role, 0), question.heads.get(role, 0)) for role in {**have, **question.heads}}

    def triggers(self) -> Iterator[Trigger]:
        """Everything that growth brings, in order of volume."""
        for place, span in enumerate(self._spans):
            if place:
                yield from self._cross(self._spans[place - 1], span)
            yield from self._hires(span)

    def _hires(self, span: Span) -> Iterator[Trigger]:
        """The hires within a stage: the nearest breakpoint above the people who are there, again and again."""
        axis = Axis(ORDERS, self._conversion)
        tiers = self._question.playbook.roles
        while True:
            fulls = [
                (axis.full(post, self._staff.get(role, 0)), tiers[role].hire_tier, role)
                for role, post in span.stage.posts.items()
            ]
            full, _, role = min(fulls, default=(inf, 0, ""))
            if full >= span.last:
                return
            post, there = span.stage.posts[role], self._staff.get(role, 0)
            beyond = self._question.volume.at_orders(nextafter(full, inf)).at
            self._staff[role] = post.headcount.people(beyond[post.volume])
            trigger = self._trigger("hire", full, Axis(VISITORS, self._conversion).full(post, there), span)
            yield trigger.with_(role=role, people=self._staff[role] - there)

    def _cross(self, before: Span, span: Span) -> Iterator[Trigger]:
        split = splits(self._question.playbook, before.stage.stage_id, span.stage, self._staff)
        volumes = self._question.volume.at_orders(span.first).at
        way, staff = crossing(self._question, span.stage, volumes, (self._staff, split, self._owner_limit))
        self._staff = staff
        border = self._trigger("stage", span.first, Axis(VISITORS, self._conversion).smallest(span.first), span)
        yield border.with_(people=sum(step.people for step in way.path), crossing=way)
        for role, into in split.items():
            yield border.with_(kind="split", role=role, into=into)

    def _trigger(self, kind: str, orders: float, visitors: float, span: Span) -> Trigger:
        today = self._question.volume.orders
        return Trigger(
            kind=kind,
            orders=orders,
            visitors=visitors if self._conversion else None,
            percent=100 * (orders / today - 1) if today > 0 else None,
            stage=span.stage.stage_id,
            headcount=sum(self._staff.get(post, 0) for post in span.stage.posts),
        )
