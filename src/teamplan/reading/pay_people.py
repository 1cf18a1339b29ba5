"""Owns the reading of people to be paid, a YAML or a CSV file, into each sound person with the place of every key."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, ValidationError

from teamplan.errors import Location, Problem
from teamplan.language.pay_words import PAY_WORDS
from teamplan.playbook.base import Frozen
from teamplan.playbook.pay_people import COLUMNS, InquiryPlan, PaidPerson
from teamplan.reading.document import read_file
from teamplan.reading.rows import SEPARATORS, CsvRow, listed, rows_of
from teamplan.reading.validate import described, validate
from teamplan.record import Record, fresh

NEEDED = ("name", "role", "base")
MOST_PAID_PEOPLE = 1000  # on one sheet


class PayList(Frozen):
    """A file of people to be paid as it is read first: each of them is read for himself."""

    inquiries: InquiryPlan | None = None
    people: Annotated[tuple[Any, ...], Field(min_length=1, max_length=MOST_PAID_PEOPLE)]


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
    """The people of a file, and every fault in it: by rows where its name ends in `.csv`, else as YAML."""
    return _of_rows(path) if path.suffix.lower() == ".csv" else _of_yaml(path)


def _of_yaml(path: Path) -> PayDraft:
    document, problems = read_file(path)
    listing, found = validate(PayList, document)
    problems += found
    given: list[Any] = list(listing.people) if listing else []
    entries = []
    for place in range(len(given)):
        person, found = validate(PaidPerson, document, ("people", place))
        name = _name(given[place], place)
        problems += [_named(each, name) for each in found]
        keys = {part: document.locate(("people", place, part)) for part in given[place]} if person else {}
        whole = document.locate(("people", place))
        entries.append(PersonRead(name, person, not found, whole.line, keys | {"": whole}))
    has_plan = isinstance(document.data, dict) and "inquiries" in document.data
    return PayDraft(str(path), listing.inquiries if listing else None, has_plan, tuple(entries), problems)


def _name(given: Any, place: int) -> str:
    name = given.get("name") if isinstance(given, dict) else None
    return name if isinstance(name, str) and name else f"#{place + 1}"


def _named(problem: Problem, name: str) -> Problem:
    """A fault of a person, with the name in its path instead of the place in the list."""
    within = problem.path[2:] if problem.path[:1] == ("people",) else problem.path
    return problem.with_(path=(name, *within))


def _of_rows(path: Path) -> PayDraft:
    rows, problems = rows_of(path)
    if not rows:
        return PayDraft(str(path), None, False, (), problems or [_at(path, 1, "people-columns", given="-")])
    columns, found = _columns(rows[0].cells, path)
    problems += found
    if columns is None:
        return PayDraft(str(path), None, False, (), problems)
    entries = []
    for place, row in enumerate(row for row in rows[1:] if any(cell.strip() for cell in row.cells)):
        if len(row.cells) != len(columns):
            problems.append(_at(path, row.line, "row-length", found=len(row.cells), wanted=len(columns)))
            continue
        entry, found = _entry(row, columns, path, place)
        problems += found
        entries.append(entry)
    if not entries and not problems:
        problems.append(_at(path, 1, "nobody-to-pay"))
    return PayDraft(str(path), None, False, tuple(entries), problems)


def _columns(cells: Sequence[str], path: Path) -> tuple[tuple[str, ...] | None, list[Problem]]:
    """The column of each cell of a header, None where they are not those of people."""
    known = {written: column for column in COLUMNS for written in (column, *PAY_WORDS[f"pay-column.{column}"])}
    columns = tuple(known.get(cell.strip(), "") for cell in cells)
    separator = next((each for each in SEPARATORS if len(",".join(cells).split(each)) > len(cells)), None)
    if separator is not None:
        return None, [_at(path, 1, "csv-separator", given=separator)]
    if not set(NEEDED) <= set(columns):
        return None, [_at(path, 1, "people-columns", given=listed([cell.strip() for cell in cells]) or "-")]
    problems = [_at(path, 1, "column-twice", given=name) for name in COLUMNS if columns.count(name) > 1]
    for cell, column in zip(cells, columns, strict=True):
        if not column:  # a column passed over may be a slip that costs somebody's pay
            where = Location(str(path), 1, 1)
            problems.append(Problem("unknown-key", {"given": cell.strip()}, (), where, (COLUMNS,)))
    return columns, problems


def _entry(row: CsvRow, columns: Sequence[str], path: Path, place: int) -> tuple[PersonRead, list[Problem]]:
    """The person of a row; an empty cell says nothing."""
    cells = {name: cell.strip() for name, cell in zip(columns, row.cells, strict=True) if name and cell.strip()}
    where = Location(str(path), row.line, 1)
    name = cells.get("name", f"#{place + 1}")
    person, problems = None, []
    try:
        person = PaidPerson.model_validate(cells)
    except ValidationError as error:
        for fault in error.errors(include_url=False):
            problems.append(described(fault, (name, *map(str, fault["loc"])), where))
    return PersonRead(name, person, not problems, row.line, {"": where}), problems


def _at(path: Path, line: int, key: str, **values: object) -> Problem:
    return Problem(key, values, where=Location(str(path), line, 1))
