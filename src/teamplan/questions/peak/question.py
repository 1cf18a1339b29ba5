"""Owns the question behind `peak`: what the prompt says of an event, a shop, and the load of each of its days."""

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction
from math import ceil
from typing import Annotated, Any

from pydantic import Field, PlainValidator
from pydantic_core import PydanticCustomError

from teamplan.engine.event_rules import event_findings
from teamplan.engine.extra_hands import extra_payroll
from teamplan.engine.pay.payroll import Payroll
from teamplan.engine.present import present_of
from teamplan.engine.question import Question, ask
from teamplan.engine.staffing import StageCurves
from teamplan.errors import Problem, TeamplanError, unknown
from teamplan.playbook.base import Asked
from teamplan.playbook.days import parse_day
from teamplan.playbook.events import Event, Events
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.quantity import parse_amount, refuse_above
from teamplan.playbook.store import MOST_ORDERS, Store
from teamplan.questions.peak.days import EventDay, event_days
from teamplan.questions.peak.load import stages_on, volume_on
from teamplan.questions.peak.movers import movers_of
from teamplan.questions.peak.own_week import with_own_week
from teamplan.questions.peak.result import PeakRequest
from teamplan.record import Record

MOST_TIMES = 1_000  # an ordinary day


def _times(given: Any) -> Fraction:
    """So many times the orders of an ordinary day: 1 to 1,000."""
    times = parse_amount(given)
    refuse_above(MOST_TIMES, times, given)
    if times < 1:
        raise PydanticCustomError("orders-x-below-one", "below one", {"given": given})
    return times


Day = Annotated[date, PlainValidator(parse_day)]


class EventAsked(Asked):
    """What the prompt says of an event, each by itself: its date, today, and the multiple of orders on its day."""

    on: Day | None = Field(default=None, alias="date")
    today: Day | None = None
    orders_x: Annotated[Fraction, PlainValidator(_times)] | None = None


class DayLoad(Record):
    """A day with the stage compiled for it, its volume by axis, and the people of an ordinary day."""

    day: EventDay
    stage: StageCurves
    volume: Mapping[str, float]
    heads: Mapping[str, int]

    @property
    def point(self) -> dict[str, Fraction]:
        """Volumes and people, exact, for loads."""
        return {axis: Fraction(amount) for axis, amount in self.volume.items()} | {
            role: Fraction(people) for role, people in self.heads.items()
        }


class PeakQuestion(Record):
    """A shop and an event: the ordinary question, the event with its means, and the load of each day."""

    ordinary: Question
    request: PeakRequest
    events: Events
    event: Event
    days: tuple[DayLoad, ...]
    people: Mapping[str, Fraction]  # in each role, of the team that is given or else of the ordinary plan

    @property
    def currency(self) -> str:
        """The currency in which costs are told."""
        return self.payroll.currency

    @property
    def payroll(self) -> Payroll:
        return extra_payroll(self.ordinary)

    def amount(self, reference: str) -> Fraction:
        """The canonical amount of an assumption."""
        return self.ordinary.shop.amounts[reference]

    def on(self, day: int) -> str | None:
        """The date of a day as text; None where the event has none."""
        return None if self.request.on is None else (self.request.on + timedelta(day)).isoformat()

    def first_day(self, lead: Fraction) -> int | None:
        """The first day on which something can be had that takes so many days; None where today is not given."""
        ahead = self.ahead
        return None if ahead is None else ceil(lead) - ahead

    @property
    def ahead(self) -> int | None:
        """Days from today to the event."""
        if self.request.today is None or self.request.on is None:
            return None
        return (self.request.on - self.request.today).days

    def month(self, day: int) -> int:
        """The month that a day lies in, counted through; by the usual date where none is given."""
        month, usual = self.event.month_day
        start = self.request.on or date(2000, month, usual)  # a leap year, so that 29 February exists
        that = start + timedelta(day)
        return that.year * 12 + that.month


def ask_peak(playbook: Playbook, store: Store, request: PeakRequest) -> PeakQuestion:
    """The shop and the event with the load of each day. Raises a TeamplanError with everything that is wrong."""
    problems = event_problems(playbook, request.event)
    try:
        ordinary = ask(with_own_week(playbook, request.own_week), store)
    except TeamplanError as error:
        raise TeamplanError([*error.problems, *problems]) from None
    problems += [Problem(each.key, each.values, each.path) for each in event_findings(ordinary.playbook)]
    events = ordinary.playbook.events
    if problems or events is None:
        raise TeamplanError(problems)
    extra_payroll(ordinary)  # what is wrong with it is told before anything is planned
    return at_times(
        PeakQuestion(ordinary, request, events, events.events[request.event], (), _people(ordinary)), request.orders_x
    )


def at_times(question: PeakQuestion, orders_x: Fraction | None) -> PeakQuestion:
    """The same event at another multiple of orders on its day; days before today are left out.

    Raises a TeamplanError where that is more than one shop sells.
    """
    ordinary, movers = question.ordinary, movers_of(question.ordinary, question.events)
    days = event_days(question.event, movers, orders_x)
    most = float(Fraction(ordinary.volume.orders) * max(day.orders for day in days))
    if most > MOST_ORDERS:
        raise TeamplanError([Problem("too-many-orders", {"orders": most, "most": MOST_ORDERS})])
    ahead = question.ahead
    days = tuple(day for day in days if ahead is None or day.day >= -ahead)
    stages = stages_on(ordinary.stage, ordinary.volume, days, movers)
    loads = tuple(_load(ordinary, day, stage) for day, stage in zip(days, stages, strict=True))
    return question.with_(days=loads)


def event_problems(playbook: Playbook, event: str) -> list[Problem]:
    """What is wrong with the name of an event."""
    if playbook.events is None:
        return [Problem("no-events")]
    known = playbook.events.events
    return [] if event in known else [unknown("event", event, known)]


def _load(ordinary: Question, day: EventDay, stage: StageCurves) -> DayLoad:
    return DayLoad(day, stage, volume_on(ordinary.volume, day), ordinary.heads)


def _people(ordinary: Question) -> dict[str, Fraction]:
    present = present_of(ordinary)
    return {role: Fraction(people) for role, people in ordinary.heads.items()} if present is None else present.people
