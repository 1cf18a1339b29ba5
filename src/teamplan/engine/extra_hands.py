"""Owns what extra hands cost and give: an hour of overtime, and temporary people of a function by the day."""

from fractions import Fraction
from math import ceil

from teamplan.engine.pay.payroll import Payroll, payroll_of, refuse_others
from teamplan.engine.question import Question
from teamplan.playbook.money import Money, rounded
from teamplan.record import Record

MAY_BE_TEMPORARY = {"part-time", "contract"}


class TemporaryHands(Record):
    """Temporary people of a function: pay a day, pay for the training of one, and days to find and train them.

    `minutes` are those of a trained person's work that one of them does on a day that he is called.
    """

    price: Money
    training: Money
    minutes: Fraction
    lead: int


def extra_payroll(question: Question) -> Payroll:
    """The payroll that extra hands are paid by.

    Raises a TeamplanError with every fault in its place, currency and rate, and where wages are in another currency
    than the prices of the playbook, as the two would not add.
    """
    payroll = payroll_of(question.playbook, question.store)
    refuse_others(payroll, [question.playbook.frame.currency])
    return payroll


def overtime_hour(question: Question, role: str) -> Money:
    """Pay of an hour of overtime of a role at its place; only for a playbook with events, which say what it is paid."""
    events, amounts = question.playbook.events, question.shop.amounts
    assert events is not None
    payroll = extra_payroll(question)
    month = Fraction(payroll.costs.of(role).pay.likely.amount)
    hour = month / amounts[events.overtime.days_a_month] / amounts.time.shift * amounts[events.overtime.pay]
    return rounded(hour, payroll.currency)


def temporary_hands(question: Question, function: str) -> TemporaryHands | None:
    """The terms of temporary people; None where the playbook has none, or no role of the function may be temporary."""
    events, amounts = question.playbook.events, question.shop.amounts
    terms = None if events is None else events.temporary.get(function)
    roles = (role for role in question.playbook.roles.values() if role.function == function)
    role = next((each for each in roles if MAY_BE_TEMPORARY & set(each.sourcing)), None)
    if terms is None or role is None:
        return None
    rate, payroll = amounts[terms.day_rate], extra_payroll(question)
    return TemporaryHands(
        price=payroll.told(rate),
        training=payroll.told(rate * amounts[terms.training_days]),
        minutes=amounts[terms.efficiency] * amounts.time.attendance * amounts.time.shift * 60,
        lead=ceil(role.days_to_hire.value.number) + ceil(amounts[terms.training_days]),
    )
