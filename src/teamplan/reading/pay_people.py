"""Owns the reading of people to be paid from a file of people: each sound person with the place of every key."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field

from teamplan.errors import Location, Problem
from teamplan.playbook.base import Frozen
from teamplan.playbook.pay_people import InquiryPlan, PaidPerson
from teamplan.playbook.people import OWNER
from teamplan.reading.document import Document
from teamplan.reading.people_file import people_file
from teamplan.reading.validate import validate
from teamplan.record import Record, fresh

MOST_PAID_PEOPLE = 1000  # on one sheet


class PayList(Frozen):
    """A file of people to be paid as it is read first: each of them is read for himself."""

    inquiries: InquiryPlan | None = None
    people: Annotated[dict[str, Any], Field(min_length=1, max_length=MOST_PAID_PEOPLE)]
    roles: Any = None


class PersonRead(Record):
    """One person of a file: what could be read (None where too little could), and whether all of it is sound."""

    name: str
    person: PaidPerson | None
    whole: bool
    line: int
    keys: Mapping[str, Location]

    def wrong(self, key: str, part: str, **values: object) -> Problem:
        """A fault of this person, at one of the keys or else where the person begins."""
        return Problem(key, values, (self.name, part), self.keys.get(part, self.keys[""]))


class PayDraft(Record):
    """What could be read of a file; `has_plan` says whether it tells of inquiries, sound or not."""

    file: str
    inquiries: InquiryPlan | None
    has_plan: bool
    entries: tuple[PersonRead, ...]
    problems: list[Problem] = fresh(factory=list)


def read_people(path: Path) -> PayDraft:
    """The people of a file who are paid, all but the owner, and every fault in it."""
    document, problems = people_file(path)
    listing, found = validate(PayList, document)
    problems += found
    entries = []
    for entry, found in _entries(document, listing.people if listing else {}):
        entries.append(entry)
        problems += found
    if listing is not None and not entries and not problems:
        problems.append(Problem("nobody-to-pay", where=document.locate(("people",))))
    has_plan = isinstance(document.data, dict) and "inquiries" in document.data
    return PayDraft(str(path), listing.inquiries if listing else None, has_plan, tuple(entries), problems)


def _entries(document: Document, people: Mapping[str, Any]) -> Iterator[tuple[PersonRead, list[Problem]]]:
    for name, given in people.items():
        at = ("people", name)
        if isinstance(given, dict) and given.get("role") == OWNER:
            continue
        person, found = validate(PaidPerson, document, at)
        keys = {part: document.locate((*at, part)) for part in given} if isinstance(given, dict) else {}
        whole = document.locate(at)
        said = document.path(at)[-1]
        found = [problem.with_(path=problem.path[1:]) for problem in found]
        yield PersonRead(said, person, not found, whole.line, keys | {"": whole}), found
