"""Owns the price of a jump: its hires until they work fully, and what bridges the days that nobody works."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from fractions import Fraction
from itertools import groupby
from math import ceil

from teamplan.engine.amounts import DAYS_A_MONTH
from teamplan.engine.pay.month import RoleMonth
from teamplan.engine.pay.payroll import Payroll, payroll_of
from teamplan.engine.present import NOBODY
from teamplan.engine.question import Question
from teamplan.playbook.money import Money, nothing, rounded
from teamplan.questions.hire.calendar import WAIT, Bridge, LeapCost, Place, Schedule
from teamplan.questions.hire.openings import Following
from teamplan.questions.hire.places import undone_on
from teamplan.questions.hire.short import Help, Lack, helped_by, temporary_from


def leap_cost(question: Question, team: Following, late: Sequence[Place], schedule: Schedule) -> LeapCost:
    """The price of the hires that a jump brings too late, `late`, and of what bridges their uncovered days.

    Raises a TeamplanError with every fault in place, currency and rate.
    """
    payroll = payroll_of(question.playbook, question.store)
    by_role = groupby(sorted(late, key=lambda place: place.role), key=lambda place: place.role)
    bridges = tuple(
        bridge for role, places in by_role for bridge in _bridges(question, team, role, tuple(places), schedule)
    )
    paid = (bridge.cost for bridge in bridges if bridge.cost is not None)
    return LeapCost(
        hires=sum((_until_working(payroll, place) for place in late), nothing(payroll.currency)),
        bridged=sum(paid, nothing(payroll.currency)),
        bridges=bridges,
    )


def _until_working(payroll: Payroll, place: Place) -> Money:
    """People from their first day at work to the whole work, as a calendar of the budget pays them; somebody promoted
    costs what the new post costs more."""
    days = Fraction((place.working_by - place.start_by).days * place.people)
    if place.promoted_from is not None:
        more = payroll.day(place.role) - payroll.day(place.promoted_from)
        return rounded(days * max(more, Fraction(0)), payroll.currency)
    people, cost = Fraction(place.people), payroll.costs.of(place.role)
    return RoleMonth(place.role, people, days, DAYS_A_MONTH, place.people, cost).total.likely


def _bridges(
    question: Question, team: Following, role: str, places: Sequence[Place], schedule: Schedule
) -> Iterator[Bridge]:
    """The days until temporary people can be there, and those from then on, each with the cheapest that helps."""
    lacks, priced = tuple(_lacks(question, team, places, schedule)), _priced(question)
    first = temporary_from(question, role, schedule.searched_from(places[0].needed_on)) if priced else None
    for _, part in groupby(lacks, key=lambda lack: first is not None and schedule.on(lack.day) >= first):
        run = tuple(part)
        helped = helped_by(question, role, run, schedule) if priced else Help(WAIT)
        start = schedule.on(run[0].day)
        yield Bridge(
            role=role,
            by=helped.by,
            first=start,
            last=schedule.on(run[-1].day),
            uncovered_days=float(sum((lack.full_time for lack in run), NOBODY)),
            helpers=helped.helpers,
            cost=helped.cost,
            search_by=None if helped.lead is None else start - timedelta(helped.lead),
        )


def _priced(question: Question) -> bool:
    """Whether the prices of the playbook add to the wages of the shop."""
    payroll, spent = payroll_of(question.playbook, question.store), question.playbook.frame.currency
    return spent == payroll.currency or (payroll.exchange is not None and payroll.exchange.of == spent)


def _lacks(question: Question, team: Following, places: Sequence[Place], schedule: Schedule) -> Iterator[Lack]:
    """Each day on which the newcomers of a role leave work undone, and who of the others is there."""
    start, end = min(place.needed_on for place in places), max(place.working_by for place in places)
    for number in range((start - schedule.start).days, (end - schedule.start).days):
        day = schedule.on(number)
        undone = sum((undone_on(question, place, day) for place in places), NOBODY)
        if undone:
            away = sum(place.people for place in places if place.needed_on <= day < place.working_by)
            people = team.history[min(number, len(team.history) - 1)].get(places[0].role, NOBODY)
            yield Lack(number, ceil(undone), undone, max(people - away, NOBODY))
