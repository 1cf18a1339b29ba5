"""Answers: a file of the people of this shop to fill in, in the way of pay that fits it."""

from collections.abc import Mapping
from fractions import Fraction
from math import ceil
from typing import Any

from teamplan.engine.pay.payroll import Payroll, payroll_of
from teamplan.engine.pay.price import people_of
from teamplan.engine.pay.trade import spends_of
from teamplan.engine.question import Question, ask
from teamplan.page.words import Words
from teamplan.playbook.money import Money, nothing, rounded
from teamplan.playbook.pay_rules import PARTS, PayRules
from teamplan.playbook.store import Store
from teamplan.questions.pay.phase import PayFit, fit_of
from teamplan.record import Record


class PayTemplate(Record):
    """Rows to fill in, and what the inquiries are planned to cost; None where the phase has no targets of inquiries."""

    fit: PayFit
    rows: tuple[Mapping[str, Any], ...]
    inquiries: Mapping[str, Money] | None
    currency: str


def template(words: Words, store: Store, rules: PayRules) -> PayTemplate:
    """A row for each person of the plan, or of the team that the store holds: at a performance of 1 everybody earns
    what the playbook pays at the place. A shop without people gets one row, of the role that is hired first.
    """
    if store.exchange is not None:  # people are paid in the currency of their place
        store = store.model_copy(update={"currency": None, "exchange": None})
    question = ask(words.playbook, store)
    fit = fit_of(question, rules, None)
    payroll = payroll_of(question.playbook, store)
    heads = {role: ceil(people) for role, people in people_of(question).items() if people}
    first = min(words.playbook.roles, key=lambda role: words.playbook.roles[role].hire_tier)
    people = [
        (role, f"{words.role(role)} {place}")
        for role, count in (heads or {first: 1}).items()
        for place in range(1, count + 1)
    ]
    rows = tuple(_row(name, role, payroll, fit) for role, name in people)
    inquiries = _inquiries(question, payroll) if fit.phase.measure == "inquiries" else None
    return PayTemplate(fit, rows, inquiries, payroll.paid_in)


def _row(name: str, role: str, payroll: Payroll, fit: PayFit) -> dict[str, Any]:
    own = fit.rules.coefficients
    floating = own.floating.value.canonical
    whole = Fraction(payroll.costs.of(role).pay.likely.amount)
    base = rounded(whole / (own.grade.value.canonical + floating), payroll.paid_in)
    row: dict[str, Any] = {"name": name, "role": role, "base": base}
    row |= {"grade": own.grade.value.canonical, "floating": own.floating.value}
    if fit.phase.measure == "scores":
        return row | dict.fromkeys(PARTS, fit.rules.score.par.value.number)
    return row | {"performance": own.performance.value.canonical}


def _inquiries(question: Question, payroll: Payroll) -> dict[str, Money]:
    """What the month's inquiries are planned to cost: what the shop spends, and its team."""
    spends = spends_of(question.stage, Fraction(question.volume.orders))
    return {
        "promotion_cost": payroll.told(sum(spends.values(), Fraction(0))),
        "labour_cost": payroll.month(people_of(question)).likely,
        "management_cost": nothing(payroll.currency),
    }
