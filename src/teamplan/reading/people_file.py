"""Owns the way from a file of people, YAML, CSV or Excel, to a document in which each of them stands by name."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from teamplan.errors import Location, Problem
from teamplan.language.pay_words import PAY_WORDS
from teamplan.playbook.pay_people import COLUMNS, OF_PEOPLE
from teamplan.reading.document import Document, Part, read_file
from teamplan.reading.people import named
from teamplan.reading.rows import SEPARATORS, CsvRow, listed, rows_of
from teamplan.reading.sheet import sheet_rows
from teamplan.reading.text import suffix_of

NEEDED = ("name", "role")
ROWS = {".csv": rows_of, ".xlsx": sheet_rows}


class _Mark(NamedTuple):
    """A place in a file of rows, counted from 0: that of a row is its beginning."""

    line: int
    column: int = 0


def people_file(path: Path) -> tuple[Document, list[Problem]]:
    """The document of a file of people and what is wrong with it: rows where its name ends so (`ROWS`), else YAML.

    Rows need the columns of names and roles. An empty cell says nothing.
    """
    rows = ROWS.get(suffix_of(path))
    document, problems = read_file(path) if rows is None else _of_rows(path, *rows(path))
    return named(document), problems


def _of_rows(path: Path, rows: list[CsvRow] | None, problems: list[Problem]) -> tuple[Document, list[Problem]]:
    if not rows:
        return _nothing(path), problems or [_at(path, 1, "people-columns", given="-")]
    columns, found = _columns(rows[0].cells, path)
    problems += found
    if columns is None:
        return _nothing(path), problems
    people, parts = list[dict[str, str]](), list[tuple[Part | None, Part]]()
    for row in rows[1:]:
        if not any(cell.strip() for cell in row.cells):
            continue
        if len(row.cells) != len(columns):
            problems.append(_at(path, row.line, "row-length", found=len(row.cells), wanted=len(columns)))
            continue
        person = _person(row, columns)
        people.append(person)
        parts.append((None, _part(row.line, person)))
    if not people:
        return _nothing(path), problems or [_at(path, 1, "nobody-to-pay")]
    top = _Mark(0)
    root = Part(top, "", [(Part(top, "people"), Part(top, "", parts))], keyed=True)
    return Document(str(path), {"people": people}, root), problems


def _person(row: CsvRow, columns: Sequence[str]) -> dict[str, str]:
    cells = zip(columns, row.cells, strict=True)
    return {name: cell.strip() for name, cell in cells if name and cell.strip()}


def _part(line: int, person: dict[str, str]) -> Part:
    """The part of a row: every cell stands where the row does."""
    mark = _Mark(line - 1)
    return Part(mark, "", [(Part(mark, name), Part(mark, cell)) for name, cell in person.items()], keyed=True)


def _columns(cells: Sequence[str], path: Path) -> tuple[tuple[str, ...] | None, list[Problem]]:
    """The column of each cell of a header, None where they are not those of people."""
    names = (*COLUMNS, *OF_PEOPLE)
    known = {written: column for column in names for written in (column, *PAY_WORDS[f"pay-column.{column}"])}
    columns = tuple(known.get(cell.strip(), "") for cell in cells)
    separator = next((each for each in SEPARATORS if len(",".join(cells).split(each)) > len(cells)), None)
    if separator is not None:
        return None, [_at(path, 1, "csv-separator", given=separator)]
    if not set(NEEDED) <= set(columns):
        return None, [_at(path, 1, "people-columns", given=listed([cell.strip() for cell in cells]) or "-")]
    problems = [_at(path, 1, "column-twice", given=name) for name in names if columns.count(name) > 1]
    for cell, column in zip(cells, columns, strict=True):
        if not column:  # a column passed over may be a slip that costs somebody's pay
            where = Location(str(path), 1, 1)
            problems.append(Problem("unknown-key", {"given": cell.strip()}, (), where, (names,)))
    return columns, problems


def _nothing(path: Path) -> Document:
    return Document(str(path), None, None)


def _at(path: Path, line: int, key: str, **values: object) -> Problem:
    return Problem(key, values, where=Location(str(path), line, 1))
