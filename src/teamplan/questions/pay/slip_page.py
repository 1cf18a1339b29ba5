"""Owns the page of a payslip: every part of it with the formula and the numbers that went in."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from teamplan.engine.pay.commission import slices
from teamplan.engine.pay.performance import genuine, rating_of
from teamplan.engine.pay.salary import Measured, fixed_pay
from teamplan.engine.pay.sheet import PaySheet, Payslip
from teamplan.page.answer import Answer
from teamplan.page.blocks import Page, Title, Tree
from teamplan.page.table import Table, plain_table
from teamplan.page.words import Words, number, percent
from teamplan.playbook.money import rounded
from teamplan.playbook.pay_rules import Tiers
from teamplan.questions.pay.slip_data import coin_text, slip_data
from teamplan.questions.pay.words import WORDS

FACTOR_DIGITS = 4


def shown(slip: Payslip, sheet: PaySheet, words: Words) -> Answer:
    """What `pay explain` prints; machines get a row a part of the pay and of what the employer pays beside it."""
    words = words.of(WORDS)
    return Answer(lambda: _page(slip, sheet, words), lambda: _data(slip, sheet), lambda: (_parts(slip, words),))


def _data(slip: Payslip, sheet: PaySheet) -> dict[str, Any]:
    return slip_data(slip, sheet.terms) | {"currency": slip.gross.currency}


def _page(slip: Payslip, sheet: PaySheet, words: Words) -> Page:
    say = words.say
    title = say(
        "pay.slip-title", name=slip.person.name, role=words.role(slip.role), gross=words.money_in_coins(slip.gross)
    )
    return Page((Title(title), *_gross(slip, sheet, words), *_beside(slip, sheet, words)))


def _gross(slip: Payslip, sheet: PaySheet, words: Words) -> Iterator[Tree]:
    say, person, factors, rules = words.say, slip.person, slip.factors, sheet.terms.rules
    base = coin_text(rounded(person.base, slip.gross.currency))
    parts = [Tree(say("pay.slip.fixed", sum=coin_text(slip.fixed), base=base, grade=_factor(factors.grade)))]
    floating = {"sum": coin_text(slip.floating), "base": base, "floating": percent(factors.floating)}
    coefficient = _factor(slip.performance.coefficient)
    parts.append(
        Tree(say("pay.slip.floating", performance=coefficient, **floating), (_performance(slip, sheet, words),))
    )
    if slip.performance.inquiries is not None:
        told = _paid_on(rules.bonus, slip.performance.inquiries, person.base, slip, words)
        parts.append(
            Tree(say("pay.slip.bonus", sum=coin_text(slip.bonus), **told), _measured("inquiries", slip, words))
        )
    if slip.performance.sales is not None:
        told = _paid_on(rules.commission, slip.performance.sales, slip.performance.sales.target, slip, words)
        label = say("pay.slip.commission", sum=coin_text(slip.commission), tenure=_factor(factors.tenure), **told)
        parts.append(Tree(label, (*_measured("sales", slip, words), *_shared(slip, words))))
    if slip.received:
        names = say.join(each.person.name for each in sheet.slips if each.person.collaborator == person.name)
        parts.append(Tree(say("pay.slip.received", sum=coin_text(slip.received), names=names)))
    parts += [Tree(text) for text in _others(slip, sheet, words)]
    yield Tree(say("pay.slip.gross", sum=coin_text(slip.gross)), tuple(parts))


def _others(slip: Payslip, sheet: PaySheet, words: Words) -> Iterator[str]:
    """Overtime, incentive and other, where there is any."""
    say, rule = words.say, sheet.terms.overtime
    if slip.overtime and rule is not None:
        hour = rounded(fixed_pay(slip.person, slip.factors) / rule.hours.value.canonical, slip.gross.currency)
        parts = [
            say(
                "pay.slip.hours",
                hours=number(hours),
                rate=percent(getattr(rule, day).value.canonical),
                day=say(f"pay.day.{day}"),
            )
            for day, hours in slip.person.overtime.items()
            if hours
        ]
        yield say("pay.slip.overtime", sum=coin_text(slip.overtime), parts=say.join(parts), hour=coin_text(hour))
    for part in ("incentive", "other"):
        if slip.parts[part]:
            yield say(f"pay.slip.{part}", sum=coin_text(slip.parts[part]))


def _performance(slip: Payslip, sheet: PaySheet, words: Words) -> Tree:
    """What the coefficient comes from."""
    say, performance, rules = words.say, slip.performance, sheet.terms.rules
    told = {
        "performance": _factor(performance.coefficient),
        "most": str(rules.coefficients.performance.ends[1]),
        "score": _factor(performance.score or Fraction(0)),
        "par": str(rules.score.par.value),
    }
    label = say(f"pay.slip.{performance.measure}", **told)
    if performance.measure == "scores":
        return Tree(label, tuple(_ratings(slip, sheet, words)))
    return Tree(label, () if performance.measure == "given" else _measured(performance.measure, slip, words))


def _ratings(slip: Payslip, sheet: PaySheet, words: Words) -> Iterator[Tree]:
    say = words.say
    for name, part in sheet.terms.rules.score.parts.items():
        rated = slip.person.scored[name]
        items = rated.items() if isinstance(rated, Mapping) else ()
        leaves = (
            Tree(say("pay.slip.item", name=say.text(part.items[item]), rating=number(each))) for item, each in items
        )
        told = {"share": percent(part.share), "name": say.text(part.name), "rating": number(rating_of(rated))}
        yield Tree(say("pay.slip.part", **told), tuple(leaves))


def _measured(measure: str, slip: Payslip, words: Words) -> tuple[Tree, ...]:
    """What counts towards a target, and what was left out as not genuine."""
    say = words.say
    found: Measured = getattr(slip.performance, measure)
    counted, left_out, target = (
        say("pay.slip.count", count=number(each))
        if measure == "inquiries"
        else words.money_in_coins(rounded(each, slip.gross.currency))
        for each in (genuine(found.done, found.not_genuine), found.not_genuine, found.target)
    )
    more = say("pay.slip.left-out", amount=left_out) if found.not_genuine else ""
    told = {"counted": counted, "target": target, "attainment": percent(found.attainment)}
    return (Tree(say(f"pay.slip.measured-{measure}", left_out=more, **told)),)


def _paid_on(rule: Tiers, measured: Measured, whole: Fraction, slip: Payslip, words: Words) -> dict[str, str]:
    say = words.say
    parts = (
        say("pay.slip.rate", rate=percent(each.rate), amount=coin_text(rounded(each.part * whole, slip.gross.currency)))
        for each in slices(rule, measured.attainment)
    )
    return {"kind": say(f"pay.kind.{rule.kind}"), "parts": " + ".join(parts)}


def _shared(slip: Payslip, words: Words) -> tuple[Tree, ...]:
    person = slip.person
    if person.collaborator is None:
        return ()
    told = {"whole": coin_text(slip.commission + slip.shared), "share": percent(person.collaborator_share or 0)}
    return (Tree(words.say("pay.slip.shared", name=person.collaborator, given=coin_text(slip.shared), **told)),)


def _beside(slip: Payslip, sheet: PaySheet, words: Words) -> Iterator[Tree]:
    say, payroll, least = words.say, sheet.terms.payroll, sheet.terms.least(slip.person)
    if least is not None:
        yield Tree(say("pay.slip.least", sum=coin_text(slip.for_ordinary_work), least=coin_text(least)))
    if payroll.place is not None:
        names = payroll.place.contributions
        leaves = tuple(
            Tree(say("pay.slip.contribution", name=say.text(names[paid.name].name), sum=coin_text(paid.amount.likely)))
            for paid in slip.cost.contributions
        )
        told = {"sum": coin_text(slip.cost.contributed.likely), "place": say.text(payroll.place.name)}
        yield Tree(say("pay.slip.contributed", **told), leaves)
    yield Tree(say("pay.slip.total", sum=coin_text(slip.total.likely)))


def _parts(slip: Payslip, words: Words) -> Table:
    rows = [{"name": slip.person.name, "part": name, "amount": str(each.amount)} for name, each in slip.parts.items()]
    rows += [
        {"name": slip.person.name, "part": paid.name, "amount": str(paid.amount.likely.amount)}
        for paid in slip.cost.contributions
    ]
    return plain_table(rows)


def _factor(value: Fraction) -> str:
    return number(value, FACTOR_DIGITS)
