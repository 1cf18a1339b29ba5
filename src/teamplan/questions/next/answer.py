"""Answers: what comes next as the shop grows, in which order, and who becomes slack when it shrinks?"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice

from teamplan.engine.capacity import Axis, Span, spans_of
from teamplan.engine.coming import coming
from teamplan.engine.linear import ORDERS, VISITORS
from teamplan.engine.pay.trade import Trade
from teamplan.engine.present import NOBODY, counted, plain, read_team, with_hires
from teamplan.engine.question import Question, ask
from teamplan.errors import Problem, TeamplanError
from teamplan.playbook.figures import ASKED_BY_NAME
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store
from teamplan.questions.next.cost import with_costs
from teamplan.questions.next.falling import falls
from teamplan.questions.next.outlook import Outlook, Trigger
from teamplan.questions.next.stage_border import splits, way_across


def outlook(playbook: Playbook, store: Store, steps: int, trade: Trade | None = None) -> Outlook:
    """The next `steps` triggers of a growing shop, and the way down.

    A team that is given starts as it is: whom it lacks today comes first, and whom it has beyond its need delays the
    next hire. With a `trade` each step tells how many orders carry it. Raises a TeamplanError for everything wrong with
    the store, or where the playbook lacks an assumption that the answer rests on.
    """
    return outlook_of(ask(playbook, store), steps, trade)


def outlook_of(question: Question, steps: int, trade: Trade | None = None) -> Outlook:
    """The same of a shop that is compiled."""
    lacking = [name for name in ASKED_BY_NAME if name not in question.playbook.assumptions]
    if lacking:
        raise TeamplanError([Problem("assumption-needed", {"name": name}) for name in lacking])
    margin, limit = (question.shop.amounts[f"${name}"] for name in ASKED_BY_NAME)
    team = question.store.team
    people = (
        counted(team, question.shop.amounts.time)
        if team
        else {role: Fraction(heads) for role, heads in question.heads.items() if heads}
    )
    present = read_team(question.stage, question.volume.at, question.heads, people)
    found = Outlook(
        orders=question.volume.orders,
        visitors=question.volume.visitors,
        stage=question.stage.stage_id,
        headcount=sum(question.heads.values()),
        now=present.to_hire(question.playbook),
        spare=present.to_spare(question.playbook),
        team=present.told,
        triggers=tuple(
            islice(WayUp(question, with_hires(present.people, present.missing), float(limit)).triggers(), steps)
        ),
        falls=falls(question, present.people, float(margin)),
        shrink_margin=float(margin),
        owner_jobs_limit=float(limit),
    )
    return with_costs(question, found, trade)


class WayUp:
    """A shop on its way up: the stages from today on, and the people who are there as far as it has come."""

    def __init__(self, question: Question, people: dict[str, Fraction], owner_limit: float) -> None:
        self._question, self._owner_limit = question, owner_limit
        self._conversion = question.volume.conversion or None
        self._axis = Axis(ORDERS, self._conversion)
        spans = spans_of(question.shop, question.store.stage)
        place = next(place for place, span in enumerate(spans) if span.stage.stage_id == question.stage.stage_id)
        self._spans = spans[place:]
        self._staff, self._planned = people, question.store.team is None

    def triggers(self) -> Iterator[Trigger]:
        """Everything that growth brings, in order of volume."""
        for place, span in enumerate(self._spans):
            if place:
                yield from self._cross(self._spans[place - 1], span)
            yield from self._hires(span)

    def _hires(self, span: Span) -> Iterator[Trigger]:
        """The hires within a stage: those for whom the people who are there stop sufficing, again and again."""
        while (next_ := coming(span, self._staff, self._axis, planned=self._planned)) is not None:
            self._staff = next_.read.people
            for role, people in ((hire.role, hire.people) for hire in next_.read.to_hire(self._question.playbook)):
                self._staff = with_hires(self._staff, {role: people})
                trigger = self._trigger("hire", next_.orders, next_.visitors(role), span)
                yield trigger.with_(role=role, people=people)

    def _cross(self, before: Span, span: Span) -> Iterator[Trigger]:
        split = splits(self._question.playbook, before.stage.stage_id, span.stage, self._staff)
        volumes = self._question.volume.at_orders(span.first).at
        way, staff = way_across(self._question, (before.stage, span.stage), volumes, (self._staff, self._owner_limit))
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
            headcount=plain(sum((self._staff.get(post, NOBODY) for post in span.stage.posts), NOBODY)),
        )
