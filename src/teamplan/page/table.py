"""Owns the typed table: columns with a key, a title and a kind, and raw cells. Every format draws it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, Literal

from teamplan.page.words import number, percent
from teamplan.playbook.money import Money
from teamplan.record import Record

Kind = Literal["people", "orders", "visitors", "hours", "money", "share", "number", "date", "text"]
Cell = Any  # a plain value of its column's kind, None where there is none, or a Shown


class Shown(Record):
    """A cell that a page says in words of its own: machines get the value, people the text.

    What is `late` is red where there is colour; its text says so without.
    """

    value: Any
    text: str
    late: bool = False


class Column(Record):
    """One column: its key for machines, and its title for people, None where only machines read it.

    `page_only` is the other way round: a drawing, or several values in one. `digits` are the most decimals on a page.
    """

    key: str
    title: str | None = None
    kind: Kind = "text"
    digits: int = 2
    right: bool = False
    page_only: bool = False


class Table(Record):
    """Rows of raw cells, one for each column.

    `strong` are the rows that a page sets off; `sums` those that only add up or head others, which machines leave out.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    strong: frozenset[int] = frozenset()
    sums: frozenset[int] = frozenset()


class Grid(Record):
    """A table as people read it: texts. `right` are the columns of numbers, `strong` the rows that are set off.

    `late` are the cells of what should have been, by row and column.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: frozenset[int] = frozenset()
    strong: frozenset[int] = frozenset()
    late: frozenset[tuple[int, int]] = frozenset()


def table(columns: Sequence[Column], rows: Iterable[Mapping[str, Cell]], **places: frozenset[int]) -> Table:
    """A table from rows by key; a key that a row lacks is an empty cell. `places` are strong rows and sums."""
    return Table(tuple(columns), tuple(tuple(row.get(column.key) for column in columns) for row in rows), **places)


def plain_table(rows: Iterable[Mapping[str, Cell]], header: Sequence[str] = ()) -> Table:
    """A table for machines alone: its columns are those of the header, then other keys of rows as they come up."""
    kept = list(rows)
    return table([Column(key) for key in dict.fromkeys([*header, *(key for row in kept for key in row)])], kept)


def grid_of(given: Table) -> Grid:
    """The table as people read it."""
    titled = [(place, column, column.title) for place, column in enumerate(given.columns) if column.title is not None]
    return Grid(
        tuple(title for _, _, title in titled),
        tuple(tuple(cell_text(row[place], column) for place, column, _ in titled) for row in given.rows),
        frozenset(at for at, (_, column, _) in enumerate(titled) if column.right),
        given.strong | given.sums,
        frozenset(
            (place, at)
            for place, row in enumerate(given.rows)
            for at, (column, _, _) in enumerate(titled)
            if isinstance(row[column], Shown) and row[column].late
        ),
    )


def records(given: Table) -> list[dict[str, Any]]:
    """The rows as machines read them: by key, without sums and drawings."""
    keyed = [(place, column.key) for place, column in enumerate(given.columns) if not column.page_only]
    rows = (row for place, row in enumerate(given.rows) if place not in given.sums)
    return [{key: value_of(row[place]) for place, key in keyed} for row in rows]


def cell_text(cell: Cell, column: Column) -> str:
    """A cell as people read it."""
    if isinstance(cell, Shown):
        return cell.text
    if cell is None:
        return ""
    if column.kind == "share":
        return percent(cell)
    if isinstance(cell, Money):
        return number(cell.amount, column.digits)
    if isinstance(cell, int | float | Fraction) and column.kind not in ("people", "text"):
        return number(cell, column.digits)
    return str(cell)


def value_of(cell: Cell) -> Any:
    """A cell as machines read it: exact numbers and sums of money as floats, dates as ISO 8601."""
    value = cell.value if isinstance(cell, Shown) else cell
    if isinstance(value, date):
        return value.isoformat()
    return float(value) if isinstance(value, Fraction | Money) else value
