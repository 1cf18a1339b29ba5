"""Owns the page of the phase of pay that fits: why, what it measures, how that becomes pay."""

from collections.abc import Iterator
from typing import Any

from teamplan.page.answer import Answer, as_data
from teamplan.page.blocks import Bullets, Labelled, Page, Title
from teamplan.page.price import coins_of
from teamplan.page.table import Table, plain_table
from teamplan.page.words import Words, number, percent
from teamplan.playbook.pay_rules import PayRules, Tiers
from teamplan.questions.pay.phase import PayFit
from teamplan.questions.pay.words import WORDS


def shown(found: PayFit, words: Words) -> Answer:
    """What `pay phase` prints; machines get a row a phase, with the one that fits marked."""
    words = words.of(WORDS)
    return Answer(lambda: _page(found, words), lambda: _data(found, words), lambda: (_phases(found, words),))


def _page(found: PayFit, words: Words) -> Page:
    say, phase = words.say, found.phase
    labelled = [(say("pay.unit"), say.text(phase.unit)), (say("pay.main"), say.join(map(say.text, phase.main)))]
    labelled += [(say("pay.related"), say.join(map(say.text, phase.related)))] if phase.related else []
    labelled += [(say("pay.incentive"), say.text(phase.incentive))] if phase.incentive else []
    labelled.append((say("pay.source"), phase.source))
    return Page(
        (
            Title(say("pay.phase-title", name=say.text(phase.name), people=found.people)),
            Bullets(tuple(_why(found, words))),
            Labelled(tuple(labelled)),
            Title(say("pay.formula-title")),
            Bullets((*formulas(found.rules, phase.measure, words), say("pay.genuine"), say("pay.use-template"))),
        )
    )


def _why(found: PayFit, words: Words) -> Iterator[str]:
    say = words.say
    first = next(iter(found.rules.phases.values()))
    yield say(
        f"pay.why.{found.fit.why}",
        people=found.people,
        most=first.people,
        stage=words.stage(found.stage),
        orders=number(found.orders, 1),
        result="" if found.result is None else words.money(found.result),
    )
    if found.result is None:
        yield say("pay.no-result")
    elif not found.gains:
        yield say("pay.no-gain", result=words.money(found.result))


def formulas(rules: PayRules, measure: str, words: Words) -> Iterator[str]:
    """How what a phase measures becomes pay, with the values of the playbook."""
    say, own = words.say, rules.coefficients
    low, high = own.performance.ends
    yield say("pay.formula.salary", floating=percent(own.floating.value.canonical), low=str(low), high=str(high))
    if measure == "scores":
        parts = [
            say(
                "pay.formula.part",
                share=percent(part.share),
                name=say.text(part.name),
                items=say.join(map(say.text, part.items.values())),
            )
            for part in rules.score.parts.values()
        ]
        yield say("pay.formula.score", parts=" + ".join(parts), par=str(rules.score.par.value))
    if measure == "inquiries":
        yield say("pay.formula.target")
        yield say("pay.formula.bonus", **_tiers(rules.bonus, words))
    if measure == "sales":
        yield say("pay.formula.commission", **_tiers(rules.commission, words))
        steps = (
            say("pay.step", factor=number(step.factor.value.canonical), months=step.months) for step in rules.tenure
        )
        yield say("pay.formula.tenure", steps=say.join(steps))


def _tiers(tiers: Tiers, words: Words) -> dict[str, str]:
    say = words.say
    told = (
        say("pay.tier", rate=percent(each.rate.value.canonical), at=percent(each.at.canonical)) for each in tiers.tiers
    )
    return {"kind": say(f"pay.kind.{tiers.kind}"), "tiers": say.join(told)}


def _phases(found: PayFit, words: Words) -> Table:
    say = words.say
    return plain_table(
        {
            "phase": phase_id,
            "name": say.text(phase.name),
            "fits": phase_id == found.fit.phase,
            "measure": phase.measure,
            "unit": say.text(phase.unit),
            "source": phase.source,
        }
        for phase_id, phase in found.rules.phases.items()
    )


def _data(found: PayFit, words: Words) -> dict[str, Any]:
    phase = found.phase
    return {
        "phase": found.fit.phase,
        "why": found.fit.why,
        "people": found.people,
        "stage": found.stage,
        "orders": found.orders,
        "result": coins_of(found.result),
        "system": as_data(phase),
        "formulas": list(formulas(found.rules, phase.measure, words)),
    }
