"""Owns the reading of `management.yaml` of a playbook, which only questions about its people need."""

from collections.abc import Iterator, Mapping

from teamplan.engine.rules import Finding
from teamplan.errors import Problem, TeamplanError
from teamplan.playbook.management import Chain, HiringProfile, Management, Practice
from teamplan.playbook.people import OWNER
from teamplan.playbook.playbook import Playbook, Role
from teamplan.reading.document import Document
from teamplan.reading.layers import document_of
from teamplan.reading.places import Where
from teamplan.reading.references import BadReference, Names
from teamplan.reading.validate import validate

FILE = "management"
KEYS = ("unknown-role",)  # told at the key that has the name


def read_management(where: Where, playbook: Playbook) -> Management:
    """The management of a sound playbook. Raises a TeamplanError with every fault, or where the folder has none."""
    document, problems = document_of(where, FILE)
    if document is None and not problems:
        raise TeamplanError([Problem("no-management")])
    known = {
        "role": list(playbook.roles),
        "duty": list(playbook.duties),
        "stage": list(playbook.stages),
        "source": list(playbook.sources),
    }
    management, found = _inspected(document, Names(known), playbook.roles)
    if management is None or problems or found:
        raise TeamplanError([*problems, *found])
    return management


def management_problems(where: Where, names: Names, roles: Mapping[str, Role]) -> list[Problem]:
    """What is wrong with the management of a folder with such names and sound roles; nothing where it has none."""
    document, problems = document_of(where, FILE)
    return [*problems, *_inspected(document, names, roles)[1]]


def _inspected(
    document: Document | None, names: Names, roles: Mapping[str, Role]
) -> tuple[Management | None, list[Problem]]:
    if document is None:
        return None, []
    management, problems = validate(Management, document)
    if management is not None:
        known = {kind: [*ids, OWNER] if kind == "role" else ids for kind, ids in names.known.items()}
        problems += [_located(document, each) for each in _references(management, Names(known), roles)]
    return management, problems


def _located(document: Document, bad: BadReference) -> Problem:
    finding = bad.finding
    where = document.locate(finding.path, key=finding.key in KEYS)
    return Problem(finding.key, finding.values, document.path(finding.path), where, (bad.among,) if bad.among else ())


def _references(management: Management, names: Names, roles: Mapping[str, Role]) -> Iterator[BadReference]:
    """Names that the playbook does not have, amounts that are no time, and lessons that come too late."""
    yield from names.source(management.promotion.source, FILE, ("promotion", "source"))
    for role, chain in management.covers.items():
        yield from names.check("role", role, FILE, ("covers", role))
        yield from _chain(chain, names, ("covers", role))
    yield from names.check("role", management.hub, FILE, ("hub",))
    for name, interface in management.interfaces.items():
        path = ("interfaces", name)
        yield from names.source(interface.source, FILE, (*path, "source"))
        yield from _each("duty", interface.duties, names, (*path, "duties"))
        yield from _each("role", interface.parties, names, (*path, "with"))
    yield from _each("duty", management.leading, names, ("leading",))
    for name, practice in management.practices.items():
        yield from _practice(practice, names, ("practices", name))
    for role, profile in management.profiles.items():
        yield from names.check("role", role, FILE, ("profiles", role))
        yield from _profile(role, profile, roles.get(role), names)


def _each(kind: str, given: tuple[str, ...], names: Names, path: tuple[str, ...]) -> Iterator[BadReference]:
    for place, each in enumerate(given):
        yield from names.check(kind, each, FILE, (*path, str(place)))


def _chain(chain: Chain, names: Names, path: tuple[str, ...]) -> Iterator[BadReference]:
    yield from names.source(chain.source, FILE, (*path, "source"))
    yield from _each("role", chain.by, names, (*path, "by"))


def _practice(practice: Practice, names: Names, path: tuple[str, ...]) -> Iterator[BadReference]:
    yield from names.source(practice.source, FILE, (*path, "source"))
    yield from names.source(practice.takes.source, FILE, (*path, "takes", "source"))
    yield from _each("stage", practice.stages, names, (*path, "stages"))
    if practice.takes.value.kind != "minutes":
        values = {"name": "takes", "given": str(practice.takes.value), "wanted": "30 min"}
        yield BadReference(Finding("wrong-unit", FILE, (*path, "takes", "value"), values))


def _profile(role: str, profile: HiringProfile, known: Role | None, names: Names) -> Iterator[BadReference]:
    """Sources and roles that do not exist, and lessons after the day by which the role works at full speed."""
    path = ("profiles", role)
    yield from names.source(profile.source, FILE, (*path, "source"))
    yield from _each("role", profile.promoted_from, names, (*path, "promoted_from"))
    for place, lesson in enumerate(profile.teach if known else ()):
        most = known.days_to_full_speed.value.canonical if known else 0
        if lesson.day > most:
            values = {"given": lesson.day, "most": float(most)}
            yield BadReference(Finding("taught-too-late", FILE, (*path, "teach", str(place), "day"), values))
