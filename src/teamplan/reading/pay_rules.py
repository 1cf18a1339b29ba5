"""Owns the reading of `pay.yaml`, which only a question about pay asks for, and whether the names in it exist."""

from collections.abc import Iterator

from teamplan.engine.rules import Finding
from teamplan.errors import Location, Problem, TeamplanError
from teamplan.playbook.figures import Figure
from teamplan.playbook.pay_rules import PayRules, Tiers
from teamplan.playbook.playbook import Playbook
from teamplan.reading.layers import document_of
from teamplan.reading.places import Where, own_folder
from teamplan.reading.references import BadReference, Names, located
from teamplan.reading.validate import validate

FILE = "pay"
NUMBER = "number"
HOURS = "hours a month"
WANTED = {NUMBER: "0.8, 80%", HOURS: "174 h/month"}
Figures = Iterator[tuple[tuple[str, ...], Figure, str]]  # where it is, the figure, the kind of number that it must be


def read_pay_rules(where: Where, playbook: Playbook) -> PayRules:
    """The rules of a playbook's folder. Raises a TeamplanError with every fault, or where it has none."""
    rules, problems = inspect_pay_rules(where, _names(playbook))
    if rules is None and not problems:
        problems = [Problem("no-pay-rules", where=Location(str(own_folder(where))))]
    if rules is None or problems:
        raise TeamplanError(problems)
    return rules


def inspect_pay_rules(where: Where, names: Names) -> tuple[PayRules | None, list[Problem]]:
    """The rules, None where the folder has none or too little is sound, and every fault in them."""
    document, problems = document_of(where, FILE)
    if document is None:
        return None, problems
    rules, found = validate(PayRules, document)
    problems = [*problems, *found]
    problems += [located(each, document) for each in _references(rules, names)] if rules else []
    return rules, problems


def _names(playbook: Playbook) -> Names:
    known = {"stage": list(playbook.stages), "source": list(playbook.sources), "assumption": list(playbook.assumptions)}
    return Names(known, playbook.assumptions)


def _references(rules: PayRules, names: Names) -> Iterator[BadReference]:
    """Stages, sources and assumptions that do not exist, and figures of another kind than their place."""
    for phase_id, phase in rules.phases.items():
        yield from names.source(phase.source, FILE, ("phases", phase_id, "source"))
        if phase.from_stage is not None:
            yield from names.check("stage", phase.from_stage, FILE, ("phases", phase_id, "from_stage"))
    for name in ("score", "bonus", "commission"):
        yield from names.source(getattr(rules, name).source, FILE, (name, "source"))
    for currency, rule in rules.overtime.items():
        if rule.most is not None:
            yield from names.amount(rule.most, (HOURS,), FILE, ("overtime", currency, "most"))
    for path, figure, kind in _figures(rules):
        yield from names.source(figure.source, FILE, (*path, "source"))
        if figure.value.kind != kind:
            values = {"name": path[-1], "given": str(figure.value), "wanted": WANTED[kind]}
            yield BadReference(Finding("wrong-unit", FILE, (*path, "value"), values))


def _figures(rules: PayRules) -> Figures:
    yield ("score", "par"), rules.score.par, NUMBER
    for name in ("grade", "floating", "performance"):
        yield ("coefficients", name), getattr(rules.coefficients, name), NUMBER
    yield from _rates("bonus", rules.bonus)
    yield from _rates("commission", rules.commission)
    for place, step in enumerate(rules.tenure):
        yield ("tenure", str(place), "factor"), step.factor, NUMBER
    for currency, rule in rules.overtime.items():
        for day in ("working_day", "rest_day", "holiday"):
            yield ("overtime", currency, day), getattr(rule, day), NUMBER
        yield ("overtime", currency, "hours"), rule.hours, HOURS


def _rates(name: str, tiers: Tiers) -> Figures:
    for place, tier in enumerate(tiers.tiers):
        yield (name, "tiers", str(place), "rate"), tier.rate, NUMBER
