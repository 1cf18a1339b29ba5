"""Owns what extra hands cost and give: an hour of overtime, and temporary people of a function by the day."""

from fractions import Fraction
from math import ceil

from teamplan.engine.question import Question
from teamplan.playbook.money import Money, rounded
from teamplan.playbook.playbook import pay_of
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


def overtime_hour(question: Question, role: str) -> Money:
    """Pay of an hour of overtime of a role; only for a playbook with events, which say what it is paid."""
    events, amounts = question.playbook.events, question.shop.amounts
    assert events is not None
    month = Fraction(pay_of(question.playbook, role).amount)
    hour = month / amounts[events.overtime.days_a_month] / amounts.time.shift * amounts[events.overtime.pay]
    return rounded(hour, question.playbook.frame.currency)


def temporary_hands(question: Question, function: str) -> TemporaryHands | None:
    """The terms of temporary people; None where the playbook has none, or no role of the function may be temporary."""
    events, amounts = question.playbook.events, question.shop.amounts
    terms = None if events is None else events.temporary.get(function)
    roles = (role for role in question.playbook.roles.values() if role.function == function)
    role = next((each for each in roles if MAY_BE_TEMPORARY & set(each.sourcing)), None)
    if terms is None or role is None:
        return None
    rate, currency = amounts[terms.day_rate], question.playbook.frame.currency
    return TemporaryHands(
        price=rounded(rate, currency),
        training=rounded(rate * amounts[terms.training_days], currency),
        minutes=amounts[terms.efficiency] * amounts.time.attendance * amounts.time.shift * 60,
        lead=ceil(role.days_to_hire.value.number) + ceil(amounts[terms.training_days]),
    )
