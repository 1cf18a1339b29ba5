"""Owns what the steps of a growing shop cost: each hire a month, and how many orders carry it."""

from collections.abc import Mapping

from teamplan.engine.hires import Hire
from teamplan.engine.pay.payroll import Payroll, payroll_of
from teamplan.engine.pay.price import bills_of, people_of, price_of
from teamplan.engine.pay.trade import Trade, carrying, refuse_two_currencies
from teamplan.engine.question import Question
from teamplan.engine.staffing import StageCurves
from teamplan.questions.next.outlook import Outlook, Step, StepCost, Trigger


def with_costs(question: Question, outlook: Outlook, trade: Trade | None) -> Outlook:
    """The outlook with what the people cost, those who are missing, and each step of growth.

    Raises a TeamplanError with every fault in place, currency and rate, and where sums of two currencies would meet.
    """
    payroll = payroll_of(question.playbook, question.store)
    if trade is not None:
        refuse_two_currencies(question.playbook, payroll)
    return outlook.with_(
        cost=price_of(payroll, people_of(question), bills_of(question, payroll)),
        now_cost=_cost(payroll, question.stage, _heads(outlook.now), trade),
        triggers=tuple(_priced(question, payroll, each, trade) for each in outlook.triggers),
    )


def _priced(question: Question, payroll: Payroll, trigger: Trigger, trade: Trade | None) -> Trigger:
    stage = question.shop.compiled(trigger.stage)
    return trigger.with_(cost=_cost(payroll, stage, hires_of(trigger), trade))


def _cost(payroll: Payroll, stage: StageCurves, heads: Mapping[str, int], trade: Trade | None) -> StepCost | None:
    if not heads:
        return None
    month = payroll.month(heads)
    return StepCost(month, carrying(trade, payroll, stage, month.likely) if trade else None, trade is not None)


def hires_of(trigger: Trigger) -> dict[str, int]:
    """Whom a trigger brings, by role."""
    if trigger.kind == "hire" and trigger.role is not None:
        return {trigger.role: trigger.people}
    if trigger.kind == "stage" and trigger.crossing is not None:
        return _heads(trigger.crossing.path)
    return {}


def _heads(hires: tuple[Hire, ...] | tuple[Step, ...]) -> dict[str, int]:
    heads: dict[str, int] = {}
    for hire in hires:
        heads[hire.role] = heads.get(hire.role, 0) + hire.people
    return heads
