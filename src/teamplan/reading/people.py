"""Owns people by name in a document, and what can be wrong with those of a team: names, roles, and bosses."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from teamplan.errors import Problem, unknown
from teamplan.playbook.people import NUMBERED, OWNER, by_name
from teamplan.reading.document import Document

Path = tuple[str, ...]
MOST_LEVELS = 20  # bosses above each other by name; more is no shop


def named(document: Document, path: Sequence[str] = ()) -> Document:
    """A document whose people, at a path, stand by name, however they are listed."""
    return document.with_(data=_named(document.data, (*path, "people")))


def _named(data: Any, path: Sequence[str]) -> Any:
    if not path:
        return by_name(data)
    if not isinstance(data, dict) or path[0] not in data:
        return data
    return data | {path[0]: _named(data[path[0]], path[1:])}


def people_problems(document: Document, path: Path, team: Mapping[str, Any], roles: Collection[str]) -> list[Problem]:
    """Every fault in the `people` of the team at a path that its types do not see."""
    people: dict[str, dict[str, Any]] = {name: each for name, each in team["people"].items() if isinstance(each, dict)}
    said = {name: each.get("role") for name, each in people.items()}
    bosses = {name: each["reports_to"] for name, each in people.items() if isinstance(each.get("reports_to"), str)}
    path = (*path, "people")
    return [
        *_names(document, path, people),
        *_roles(document, path, said, roles),
        *_beyond(document, path, said, team.get("roles")),
        *_bosses(document, path, people, bosses),
    ]


def _names(document: Document, path: Path, people: Mapping[str, Any]) -> Iterator[Problem]:
    """Names that somebody before has, that stand for somebody else, or that are the owner's word."""
    for key, person in people.items():
        name, at = person.get("name"), (*path, key, "name")
        if key == OWNER and person.get("role") != OWNER:
            yield Problem("person-named-owner", {"given": key}, document.path(at[:-1]), document.locate(at, key=True))
        if name == key or not isinstance(name, str) or not name:
            continue
        where = document.locate(at)
        if not key.startswith(NUMBERED):
            yield Problem("unknown-key", {"given": "name"}, document.path(at), document.locate(at, key=True))
        elif name in people:
            values = {"given": name, "first": document.locate((*path, name)).line}
            yield Problem("person-twice", values, document.path(at), where)


def _roles(document: Document, path: Path, said: Mapping[str, Any], roles: Collection[str]) -> Iterator[Problem]:
    known = (*roles, OWNER)
    for name, role in said.items():
        if isinstance(role, str) and role not in known:
            at = (*path, name, "role")
            yield unknown("role", role, known).with_(path=document.path(at), where=document.locate(at))


def _beyond(document: Document, path: Path, said: Mapping[str, Any], roles: Any) -> Iterator[Problem]:
    """More names in a role than the file counts people there."""
    named: dict[str, int] = {}
    for name, role in said.items():
        counted = _counted(roles.get(role)) if isinstance(roles, dict) and isinstance(role, str) else None
        if counted is not None:
            named[role] = named.get(role, 0) + 1
            if named[role] == counted + 1:
                values = {"role": role, "people": counted}
                yield Problem("names-beyond-people", values, (*path, name), document.locate((*path, name), key=True))


def _counted(staff: Any) -> int | None:
    """The heads that a team file gives a role; None where it says nothing sound."""
    parts = [staff.get("people", 0), staff.get("part_time", 0)] if isinstance(staff, dict) else [staff]
    return sum(parts) if all(type(each) is int and each >= 0 for each in parts) else None


def _bosses(document: Document, path: Path, people: Mapping[str, Any], bosses: Mapping[str, str]) -> Iterator[Problem]:
    """Bosses who are not there, and people who would report to themselves, directly or by others."""
    for name, boss in bosses.items():
        at = (*path, name, "reports_to")
        if boss != OWNER and boss not in people:
            known = unknown("person", boss, [*people, OWNER])
            yield known.with_(path=document.path(at), where=document.locate(at))
            continue
        chain = [name, boss]
        while chain[-1] in bosses and chain[-1] not in chain[:-1] and len(chain) <= MOST_LEVELS:
            chain.append(bosses[chain[-1]])
        if len(chain) > MOST_LEVELS:
            yield Problem("too-many-levels", {"most": MOST_LEVELS}, document.path(at), document.locate(at))
        elif chain[-1] == name:
            yield Problem("own-boss", {"chain": " > ".join(chain)}, document.path(at), document.locate(at))
