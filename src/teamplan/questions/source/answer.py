"""Answers: what would each option cost a month instead of own people, whom would it leave, and from which volume on?"""

from collections.abc import Iterator
from fractions import Fraction
from math import prod

from teamplan.engine.amounts import WEEKS_A_MONTH
from teamplan.engine.owner import hours_carried
from teamplan.engine.pay.flips import Sides, flips
from teamplan.engine.pay.outside import (
    Around,
    Bill,
    Purchase,
    bill_of,
    is_priced,
    jobs,
    needs_order_value,
    purchase_of,
)
from teamplan.engine.pay.payroll import Payroll, payroll_of
from teamplan.engine.question import Question, ask
from teamplan.engine.sourced import bought_duties, no_options, sourced
from teamplan.errors import TeamplanError, unknown
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store
from teamplan.questions.source.question import SourceQuestion
from teamplan.questions.source.result import OptionCost, OwnPeople, RoleSources, Sources, Unusable
from teamplan.record import Record


class _Asked(Record):
    """The shop with own people, where they are paid, and what was asked."""

    question: Question
    payroll: Payroll
    asked: SourceQuestion


def source(playbook: Playbook, store: Store, role: str | None, asked: SourceQuestion) -> Sources:
    """The options of a role, or of every role whose duties there are in the stage; beside nothing bought so far.

    Raises a TeamplanError with everything wrong with the store, for a role that does not exist, or has no options.
    """
    question = ask(playbook, store.model_copy(update={"sourcing": {}}))
    payroll = payroll_of(question.playbook, store)
    shop = _Asked(question, payroll, asked)
    roles = [role] if role is not None else list(_roles(question))
    _refuse(playbook, role)
    window = question.stage.window(question.volume.orders)
    return Sources(
        orders=question.volume.orders,
        stage=question.stage.stage_id,
        window=None if window is None else str(window),
        paid_in=payroll.paid_in,
        currency=payroll.currency,
        exchange=payroll.exchange,
        people=sum(question.heads.values()),
        owner_hours=hours_carried(question.owner()),
        team=payroll.month(question.heads),
        roles=tuple(_role(shop, each, look=role is not None) for each in roles),
        looked_up_to=None if role is None else asked.most_orders,
    )


def _refuse(playbook: Playbook, role: str | None) -> None:
    if role is None:
        return
    if role not in playbook.roles:
        raise TeamplanError([unknown("role", role, playbook.roles)])
    if not any(role in option.roles for option in playbook.sourcing.values()):
        raise TeamplanError([no_options(playbook, role)])


def _roles(question: Question) -> Iterator[str]:
    """The roles that have options and duties in this stage, each duty by one role: the one that has it here."""
    playbook = question.playbook
    carriers: dict[str, str] = {}
    for role, post in question.stage.posts.items():
        carriers |= dict.fromkeys(post.post.duties, role)
    for role in playbook.roles:
        options = [each for each, option in playbook.sourcing.items() if role in option.roles]
        duties = {duty for each in options for duty in bought_duties(playbook, role, each)}
        arising = {duty for duty in duties if playbook.arises(duty, question.stage.stage_id)}
        if any(carriers.get(duty, role) == role for duty in arising):
            yield role


def _role(shop: _Asked, role: str, *, look: bool) -> RoleSources:
    question = shop.question
    found = [
        _option(shop, purchase_of(question.playbook, role, each), look=look)
        for each, option in question.playbook.sourcing.items()
        if role in option.roles
    ]
    found.sort(key=lambda each: (each.month is None, each.month.likely.amount if each.month else 0))
    units = next((each.bill for each in found if each.bill and each.bill.units and each.outside_a_day is None), None)
    return RoleSources(role, _own(shop, role, units), tuple(found))


def _own(shop: _Asked, role: str, units: Bill | None) -> OwnPeople:
    people = shop.question.heads.get(role, 0)
    cost = shop.payroll.month({role: people})
    each = cost.likely * (1 / units.units) if units and units.units and people else None
    return OwnPeople(people, cost, units.unit if units else None, each)


def _option(shop: _Asked, purchase: Purchase, *, look: bool) -> OptionCost:
    question, payroll = shop.question, shop.payroll
    changed = sourced(question.shop.playbook, {purchase.role: purchase.option_id})
    left = ask(changed, question.store)
    value = shop.asked.order_value
    around = Around(question.stage, question.heads, left.heads, payroll, value)
    work = jobs(purchase, around, question.volume.exact)
    unusable = _unusable(purchase, payroll, work, value)
    if unusable is not None:
        return OptionCost(purchase.option_id, unusable, work)
    bill = bill_of(purchase, around, question.volume.exact)
    sides = Sides(purchase, question.shop, left.shop, payroll, value)
    outside = purchase.option.outside_hours
    return OptionCost(
        option=purchase.option_id,
        unusable=None,
        jobs=work,
        bill=bill,
        people=sum(left.heads.values()),
        owner_hours=hours_carried(left.owner()),
        team=payroll.month(left.heads),
        flips=flips(sides, shop.asked.most_orders) if look and not outside else None,
        lost_orders=_lost(question, purchase),
        outside_a_day=_a_day(question, bill) if outside else None,
    )


def _unusable(purchase: Purchase, payroll: Payroll, work: Fraction, value: Fraction | None) -> Unusable | None:
    most = purchase.option.most_jobs
    if not is_priced(purchase.option, payroll):
        return "unpriced"
    if most is not None and work > most.value.canonical:
        return "too-much-work"
    return "order-value" if needs_order_value(purchase.option) and value is None else None


def _lost(question: Question, purchase: Purchase) -> Fraction | None:
    """The orders a day that would be lost; None where nobody says so."""
    loss = purchase.option.lost.get("conversion")
    if loss is None:
        return None
    amounts = question.shop.amounts
    share = prod((1 - amounts[reference] for reference in loss.less), start=loss.value.canonical)
    return Fraction(question.volume.orders) * share


def _a_day(question: Question, bill: Bill) -> Fraction | None:
    if bill.units is None:
        return None
    return bill.units / (question.shop.amounts.time.days_open * WEEKS_A_MONTH)
