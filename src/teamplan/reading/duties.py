"""Owns the reading of what a file says of the duties of people by name, and where it says it."""

from collections.abc import Iterator
from pathlib import Path

from teamplan.errors import Location, Problem, TeamplanError, unknown
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Team
from teamplan.reading.document import Document
from teamplan.reading.inputs import team_document
from teamplan.record import Record

PARTS = ("duties", "answers", "covers")


class PeopleRead(Record):
    """The sound team of a file, and where each of its people and their duties stands."""

    team: Team
    document: Document
    path: tuple[str, ...] = ()

    def has(self, name: str, role: str) -> bool:
        """Whether the file says that somebody is there, by name or as one of a role."""
        return name in self.team.people or role in self.team.roles

    def place(self, name: str, role: str, part: str, duty: str) -> tuple[Location, tuple[str, ...]]:
        """Where somebody is said to have a duty: in his own list, else by his name, else where his role is counted."""
        if name not in self.team.people:
            at = (*self.path, "roles", role) if role in self.team.roles else (*self.path, "people")
            return self.document.locate(at, key=True), self.document.path(at)
        duties = getattr(self.team.people[name], part)
        if not duties:
            at = (*self.path, "people", name)
            return self.document.locate(at, key=True), self.document.path(at)
        in_list = (part, str(duties.index(duty))) if duty in duties else (part,)
        at = (*self.path, "people", name, *in_list)
        return self.document.locate(at), self.document.path(at)


def read_duties(
    team: Team | None, team_file: Path | None, store_file: Path | None, playbook: Playbook
) -> PeopleRead | None:
    """A team that was read from one of two files, the first before the second; None where there is none.

    Raises a TeamplanError with every duty that the playbook does not have.
    """
    file, path = (team_file, ()) if team_file is not None else (store_file, ("team",))
    if team is None or file is None:
        return None
    read = PeopleRead(team, team_document(file, path)[0], path)
    problems = list(_unknown(read, playbook))
    if problems:
        raise TeamplanError(problems)
    return read


def _unknown(read: PeopleRead, playbook: Playbook) -> Iterator[Problem]:
    for name, person in read.team.people.items():
        for part in PARTS:
            for duty in getattr(person, part) or ():
                if duty not in playbook.duties:
                    where, path = read.place(name, person.role, part, duty)
                    yield unknown("duty", duty, playbook.duties).with_(where=where, path=path)
