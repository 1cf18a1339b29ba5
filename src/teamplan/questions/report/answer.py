"""Answers all of it at once: the team and why, the owner's week, the hires to come, an event, the money, the chart."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

from teamplan.engine.compiling import rests_on
from teamplan.engine.pay.band import Band
from teamplan.engine.pay.payroll import Payroll, payroll_of
from teamplan.engine.question import Question, ask
from teamplan.engine.thresholds import Thresholds
from teamplan.errors import TeamplanError
from teamplan.playbook.organisation import Organisation
from teamplan.playbook.playbook import Playbook
from teamplan.questions.budget.answer import budget_of
from teamplan.questions.budget.chart import ChartStep, steps_of
from teamplan.questions.budget.result import Budget
from teamplan.questions.checklist.answer import Checklist, checklist_of
from teamplan.questions.curves.answer import steps_of as thresholds_of
from teamplan.questions.curves.question import CurvesQuestion
from teamplan.questions.explain.answer import reasons_of
from teamplan.questions.explain.reasons import Reason
from teamplan.questions.next.answer import outlook_of
from teamplan.questions.next.outlook import Outlook
from teamplan.questions.orgchart.answer import chart_of
from teamplan.questions.orgchart.result import OrgChart
from teamplan.questions.recommend.answer import plan_of
from teamplan.questions.recommend.plan import Plan
from teamplan.questions.report.request import ReportRequest
from teamplan.record import Record

if TYPE_CHECKING:
    from teamplan.questions.budget.calendar import BudgetCalendar
    from teamplan.questions.hire.calendar import HiringCalendar
    from teamplan.questions.peak.result import Peak

STEPS = 12  # of the next hires
Found = TypeVar("Found")


class Moving(Record):
    """What a page needs to follow a volume: every step of the team, and what one person in each role costs a month."""

    steps: Thresholds
    each: dict[str, Band]


class Report(Record):
    """The answers of a report; None for what the playbook cannot tell, or what was not asked for.

    `rests_on` are the assumptions that the team of today rests on, in the order of the playbook.
    """

    question: Question
    plan: Plan
    reasons: tuple[Reason, ...]
    budget: Budget
    checklist: Checklist
    rests_on: tuple[str, ...]
    moving: Moving | None
    chart: OrgChart | None
    outlook: Outlook | None
    results: tuple[ChartStep, ...]
    calendar: "HiringCalendar | None"
    months: "BudgetCalendar | None"
    peak: "Peak | None"


def report(
    playbook: Playbook,
    organisation: Organisation | None,
    request: ReportRequest,
    advance: Callable[[], None] = lambda: None,
) -> Report:
    """The report of a shop. Raises a TeamplanError with everything wrong with it, its days or its event."""
    question = ask(playbook, request.store)
    plan, trade = plan_of(question), request.money.trade
    calendar, months = _days(playbook, request, question, advance)
    return Report(
        question=question,
        plan=plan,
        reasons=reasons_of(question),
        budget=budget_of(question, request.money),
        checklist=checklist_of(question, plan),
        rests_on=tuple(_rests_on(question)),
        moving=_where_known(lambda: _moving(question)),
        chart=None if organisation is None else chart_of(question, plan, organisation),
        outlook=_where_known(lambda: outlook_of(question, STEPS, trade)),
        results=() if trade is None else steps_of(question, trade),
        calendar=calendar,
        months=months,
        peak=_peak(playbook, request),
    )


def _where_known(ask_: Callable[[], Found]) -> Found | None:
    """An answer that nobody asked for by name; None where the playbook or the shop does not tell enough for it."""
    try:
        return ask_()
    except TeamplanError:
        return None


def _days(
    playbook: Playbook, request: ReportRequest, today: Question, advance: Callable[[], None]
) -> "tuple[HiringCalendar | None, BudgetCalendar | None]":
    if request.schedule is None:
        return None, None
    from teamplan.questions.budget.calendar import calendar_of
    from teamplan.questions.hire.answer import hiring_of, told

    work = hiring_of(playbook, request.growing, request.schedule, advance, today)
    trade = request.money.trade
    return told(work, trade), calendar_of(playbook, request.growing, work, trade)


def _peak(playbook: Playbook, request: ReportRequest) -> "Peak | None":
    if request.event is None:
        return None
    from teamplan.questions.peak.answer import peak

    return peak(playbook, request.store, request.event)


def _moving(question: Question) -> Moving:
    steps = thresholds_of(question, CurvesQuestion())
    payroll = payroll_of(question.playbook, question.store)
    return Moving(steps, dict(_each(steps, payroll)))


def _each(steps: Thresholds, payroll: Payroll) -> Iterator[tuple[str, Band]]:
    """What one person costs, in the roles that ever have anybody."""
    for role in steps.roles:
        if any(role in stage.roles for stage in steps.stages):
            yield role, payroll.costs.of(role).total


def _rests_on(question: Question) -> Iterator[str]:
    used = rests_on(question.stage)
    return (name for name in question.playbook.assumptions if name in used)
