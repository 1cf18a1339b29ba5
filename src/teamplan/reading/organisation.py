"""Owns the reading of `organisation.yaml` of a playbook, which only questions about its people need."""

from collections.abc import Iterator

from teamplan.engine.rules import Finding
from teamplan.errors import Location, Problem, TeamplanError
from teamplan.playbook.organisation import Organisation, Template
from teamplan.playbook.people import OWNER
from teamplan.playbook.playbook import Playbook
from teamplan.reading.document import Document
from teamplan.reading.layers import document_of
from teamplan.reading.places import Where, own_folder
from teamplan.reading.references import NUMBER, BadReference, Names, located
from teamplan.reading.validate import validate

FILE = "organisation"


def read_organisation(where: Where, playbook: Playbook) -> Organisation:
    """The organisation of a sound playbook. Raises a TeamplanError with every fault, or where the folder has none."""
    organisation = organisation_of(where, playbook)
    if organisation is None:
        raise TeamplanError([Problem("no-organisation", where=Location(str(own_folder(where) / f"{FILE}.yaml")))])
    return organisation


def organisation_of(where: Where, playbook: Playbook) -> Organisation | None:
    """The organisation of a sound playbook, None where the folder has none. Raises a TeamplanError with every fault."""
    document, problems = document_of(where, FILE)
    organisation, found = _inspected(document, playbook)
    if problems or found:
        raise TeamplanError([*problems, *found])
    return organisation


def organisation_problems(where: Where, playbook: Playbook) -> list[Problem]:
    """What is wrong with the organisation of a folder; nothing where it has none."""
    document, problems = document_of(where, FILE)
    return [*problems, *_inspected(document, playbook)[1]]


def _inspected(document: Document | None, playbook: Playbook) -> tuple[Organisation | None, list[Problem]]:
    if document is None:
        return None, []
    organisation, problems = validate(Organisation, document)
    if organisation is not None:
        problems += [located(each, document) for each in _references(organisation, playbook)]
    return organisation, problems


def _references(organisation: Organisation, playbook: Playbook) -> Iterator[BadReference]:
    """Names that the playbook does not have, amounts that are no numbers, loops, and what stands in two units."""
    frame = playbook.frame
    known = {
        "function": list(frame.functions),
        "role": list(playbook.roles),
        "source": list(playbook.sources),
        "assumption": list(playbook.assumptions),
    }
    names = Names(known, playbook.assumptions)
    yield from _lines(organisation, playbook, names)
    spans = organisation.spans
    for key in ("few", "most"):
        yield from names.amount(getattr(spans, key), NUMBER, FILE, ("spans", key))
    for role, reference in spans.by_role.items():
        yield from names.check("role", role, FILE, ("spans", "by_role", role))
        yield from names.amount(reference, NUMBER, FILE, ("spans", "by_role", role))
    for place, function in enumerate(organisation.serves_all):
        yield from names.check("function", function, FILE, ("serves_all", str(place)))
    for name, template in organisation.templates.items():
        yield from names.source(template.source, FILE, ("templates", name, "source"))
        yield from _units(template, names, ("templates", name, "units"))


def _lines(organisation: Organisation, playbook: Playbook, names: Names) -> Iterator[BadReference]:
    lines = organisation.lines
    for kind, part, mapping in (("function", "functions", lines.functions), ("role", "roles", lines.roles)):
        for given, line in mapping.items():
            path = ("lines", part, given)
            yield from names.check(kind, given, FILE, path)
            yield from names.source(line.source, FILE, (*path, "source"))
            if line.to != OWNER:
                yield from names.check("role", line.to, FILE, (*path, "to"))
    for role, known in playbook.roles.items():
        chain = [role]
        while (boss := _boss(lines.boss(chain[-1], known.function), playbook)) is not None and boss not in chain:
            chain.append(boss)
            known = playbook.roles[boss]
        if boss == role:
            at = ("roles", role) if role in lines.roles else ("functions", playbook.roles[role].function)
            values = {"chain": " > ".join([*chain, role])}
            yield BadReference(Finding("line-loop", FILE, ("lines", *at, "to"), values))


def _boss(given: str, playbook: Playbook) -> str | None:
    return given if given in playbook.roles else None


def _units(template: Template, names: Names, path: tuple[str, ...]) -> Iterator[BadReference]:
    first: dict[str, str] = {}
    for unit_id, unit in template.units.items():
        for kind, key, ids in (("function", "functions", unit.functions), ("role", "roles", unit.roles)):
            for place, given in enumerate(ids):
                at = (*path, unit_id, key, str(place))
                yield from names.check(kind, given, FILE, at)
                if given in first:
                    values = {"given": given, "first": first[given]}
                    yield BadReference(Finding("in-two-units", FILE, at, values))
                first.setdefault(given, unit_id)
