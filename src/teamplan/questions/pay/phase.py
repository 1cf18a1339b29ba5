"""Answers: which phase of pay fits this shop, and why?"""

from math import ceil

from teamplan.engine.pay.payroll import payroll_of
from teamplan.engine.pay.phase import Fitting, fitting
from teamplan.engine.pay.price import people_of
from teamplan.engine.pay.trade import Trade, month_result, refuse_two_currencies
from teamplan.engine.question import Question, ask
from teamplan.playbook.money import Money, nothing
from teamplan.playbook.pay_rules import PayPhase, PayRules
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store
from teamplan.record import Record


class PayFit(Record):
    """The phase that fits a shop, with what decides it; `result` is None where no order value was given."""

    fit: Fitting
    phase: PayPhase
    people: int
    stage: str
    orders: float
    result: Money | None
    rules: PayRules

    @property
    def gains(self) -> bool:
        """Whether a month is known to leave something."""
        return _gains(self.result)


def pay_phase(playbook: Playbook, store: Store, rules: PayRules, trade: Trade | None) -> PayFit:
    """The phase for the recommended team, or for the one that the store holds, the owner among its people.

    Raises a TeamplanError with everything wrong with the store, and where sums of two currencies would meet.
    """
    return fit_of(ask(playbook, store), rules, trade)


def fit_of(question: Question, rules: PayRules, trade: Trade | None) -> PayFit:
    """The phase for a shop whose answer is known."""
    people = ceil(sum(people_of(question).values())) + 1
    result = None if trade is None else _result(question, trade)
    stage = question.stage.stage_id
    fit = fitting(rules, people, list(question.playbook.stages), stage, _gains(result))
    return PayFit(fit, rules.phases[fit.phase], people, stage, question.volume.orders, result, rules)


def _gains(result: Money | None) -> bool:
    return result is not None and result.amount > 0


def _result(question: Question, trade: Trade) -> Money:
    """What a month leaves with this team, less the bills of what is bought outside."""
    payroll = payroll_of(question.playbook, question.store)
    refuse_two_currencies(question.playbook, payroll)
    result = month_result(trade, payroll, question.stage, people_of(question), question.volume.orders).result
    if question.playbook.own is None:
        return result
    from teamplan.engine.pay.outside import buying_of

    buying = buying_of(question, payroll, trade.order_value)
    bills = buying.carried(question.volume) if buying else ()
    return result - sum((each.amount.likely for each in bills), nothing(payroll.currency))
