"""Owns the way to a whole team: its hires one after the other, with what each leaves the owner and has cost by then.

No day of the calendar is in it, and so no holiday; whoever comes counts in full from the first day at work.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from math import ceil

from teamplan.engine.hires import Hire
from teamplan.engine.owner import jobs_carried, owner_duties, owner_limit, week_of
from teamplan.engine.pay.payroll import Payroll, payroll_of
from teamplan.engine.present import Present, present_of, read_team
from teamplan.engine.question import Question
from teamplan.playbook.money import Money, rounded
from teamplan.record import Record


class HireStep(Record):
    """People of a role who come on a day after the first search begins, which is their own search after the last.

    From then on the owner has so many hours a week on the clock; `cost` is what those who came before have cost.
    """

    role: str
    people: int
    day: int
    owner_hours_per_week: float
    cost: Money


class HirePath(Record):
    """The hires of a shop in one order, until the team is whole after so many `days`.

    `owner_hours_before` are those a week with nobody hired; `owner_hours_per_week` the mean until the team is whole,
    `days_over` the days on which it is more than he can take, None where nothing bounds him. `cost` is what those
    hired have cost by then, `month` what all of them cost a month from then on.
    """

    id: str
    steps: tuple[HireStep, ...]
    days: int
    owner_hours_before: float
    owner_hours_per_week: float
    days_over: int | None
    cost: Money
    month: Money


def hire_paths(question: Question, orders: Sequence[str]) -> tuple[HirePath, ...]:
    """The hires of a plan beside the shop's team, or of all of it where no team is given, in each of the orders."""
    present = present_of(question) or read_team(question.stage, question.volume.at, question.heads, {}, planned=True)
    return tuple(_path(question, present, order) for order in orders)


def _path(question: Question, present: Present, order: str) -> HirePath:
    hires = present.to_hire(question.playbook.with_(hire_order=order))
    payroll, time = payroll_of(question.playbook, question.store), question.shop.amounts.time
    days = list(_days(question, hires))
    weeks = [week_of(jobs, time) for jobs in _owner_jobs(question, present, hires)]
    spent = [_spent(payroll, hires, days, day) for day in days]
    limit = owner_limit(question.playbook, question.shop.amounts, question.store.owner_hours)
    most = None if limit is None else week_of(limit / time.job_day, time)
    lasting = [after - before for before, after in pairwise([0, *days])]
    whole = sum(lasting)
    carried = sum((week * each for week, each in zip(weeks, lasting, strict=False)), Fraction(0))
    over = None if most is None else sum(each for week, each in zip(weeks, lasting, strict=False) if week > most)
    return HirePath(
        id=order,
        steps=tuple(
            HireStep(hire.role, hire.people, day, float(week), cost)
            for hire, day, week, cost in zip(hires, days, weeks[1:], spent, strict=True)
        ),
        days=whole,
        owner_hours_before=float(weeks[0]),
        owner_hours_per_week=float(carried / whole if whole else weeks[0]),
        days_over=over,
        cost=spent[-1] if spent else rounded(Fraction(0), payroll.currency),
        month=payroll.month({hire.role: hire.people for hire in hires}).likely,
    )


def _days(question: Question, hires: Sequence[Hire]) -> Iterator[int]:
    """The days on which they come, counted from the first search: one search after the other, one for a role."""
    day = 0
    for hire in hires:
        day += ceil(question.playbook.roles[hire.role].days_to_hire.value.canonical)
        yield day


def _owner_jobs(question: Question, present: Present, hires: Sequence[Hire]) -> Iterator[Fraction]:
    """The owner's load in full-time jobs with nobody hired, and after each hire."""
    there = {hire.role: int(present.people.get(hire.role, 0)) for hire in hires}
    for done in range(len(hires) + 1):
        heads = question.heads | {hire.role: there[hire.role] for hire in hires[done:]}
        carried = present.left(owner_duties(question.stage, question.volume.exact, heads))
        yield jobs_carried(carried, question.shop.amounts.time)


def _spent(payroll: Payroll, hires: Sequence[Hire], days: Sequence[int], until: int) -> Money:
    """What those who came have cost up to a day: a day of a post is its month over the days of a mean one."""
    paid = (hire.people * max(until - day, 0) * payroll.day(hire.role) for hire, day in zip(hires, days, strict=True))
    return rounded(sum(paid, Fraction(0)), payroll.currency)
