"""Owns what can be wrong with the people that a team file names: roles, more names than people, and bosses."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from teamplan.errors import Problem, unknown
from teamplan.playbook.organisation import OWNER
from teamplan.reading.document import Document

Path = tuple[str, ...]
MOST_LEVELS = 20  # bosses above each other by name; more is no shop


def people_problems(document: Document, path: Path, team: Mapping[str, Any], roles: Collection[str]) -> list[Problem]:
    """Every fault in the `people` of the team at a path that its types do not see."""
    people: dict[str, Any] = team["people"]
    said = {name: each.get("role") if isinstance(each, dict) else each for name, each in people.items()}
    bosses = {
        name: each["reports_to"]
        for name, each in people.items()
        if isinstance(each, dict) and isinstance(each.get("reports_to"), str)
    }
    return [
        *_roles(document, (*path, "people"), people, said, roles),
        *_beyond(document, (*path, "people"), said, team.get("roles")),
        *_bosses(document, (*path, "people"), people, bosses),
    ]


def _roles(
    document: Document, path: Path, people: Mapping[str, Any], said: Mapping[str, Any], roles: Collection[str]
) -> Iterator[Problem]:
    for name, role in said.items():
        if isinstance(role, str) and role not in roles:
            at = (*path, name, "role") if isinstance(people[name], dict) else (*path, name)
            yield unknown("role", role, roles).with_(path=at, where=document.locate(at))


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
            yield unknown("person", boss, [*people, OWNER]).with_(path=at, where=document.locate(at))
            continue
        chain = [name, boss]
        while chain[-1] in bosses and chain[-1] not in chain[:-1] and len(chain) <= MOST_LEVELS:
            chain.append(bosses[chain[-1]])
        if len(chain) > MOST_LEVELS:
            yield Problem("too-many-levels", {"most": MOST_LEVELS}, at, document.locate(at))
        elif chain[-1] == name:
            yield Problem("own-boss", {"chain": " > ".join(chain)}, at, document.locate(at))
