"""Owns workbooks of Excel: a sheet for each table of an answer; numbers, dates and sums as such, texts as texts.

XlsxWriter is imported here alone; it comes with the extra `excel`.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from math import ceil
from typing import Any

import xlsxwriter

from teamplan.page.answer import Answer
from teamplan.page.cells import cells
from teamplan.page.problems import printable
from teamplan.page.table import Cell, Column, Kind, Shown, Table
from teamplan.playbook.money import Money

MADE = datetime(2000, 1, 1)
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
DAY = re.compile(r"\d{4}-\d\d-\d\d")
SUM = re.compile(r"-?\d{1,12}\.\d\d")  # of money, as machines read it
TEXTS = ("name", "title", "say", "message", "source")  # keys of texts that may look like a sum
NARROWEST, WIDEST, HEAD = 8, 60, 16  # columns of characters; a head is broken beyond
LINE, HEAD_HEIGHT = 15, 32  # points: of a line, and of two in a head
LONGEST = 32_767  # characters of a cell
REFUSED, LONGEST_NAME = re.compile(r"[\[\]:*?/\\]"), 31  # of names of sheets
FORMATS: dict[str, str] = {
    "date": "yyyy-mm-dd",
    "money": "#,##0.00",
    "share": "0.0%",
    "number": "#,##0.00",
    "whole": "#,##0",
}


class Book:
    """A workbook that is being written, the look of its cells, and its bytes."""

    def __init__(self) -> None:
        self._bytes = BytesIO()
        self.book: Any = xlsxwriter.Workbook(self._bytes, OPTIONS)
        self.book.set_properties({"created": MADE, "author": "teamplan"})
        self._looks: dict[tuple[tuple[str, Any], ...], Any] = {}

    def look(self, **properties: Any) -> Any:
        """A format of cells, each made once."""
        key = tuple(sorted(properties.items()))
        if key not in self._looks:
            self._looks[key] = self.book.add_format({"valign": "top", "text_wrap": True, **properties})
        return self._looks[key]

    def sheet(self, name: str) -> Any:
        """A new sheet; its name is cut and cleared of what Excel refuses."""
        return self.book.add_worksheet(REFUSED.sub(" ", name)[:LONGEST_NAME])

    def head(self, *, right: bool = False) -> Any:
        """The look of the row over a table, `right` over numbers."""
        return self.look(
            bold=True, bg_color="#E4EAF1", bottom=1, align="right" if right else "left", indent=0 if right else 1
        )

    def done(self) -> bytes:
        """The bytes of the finished workbook."""
        self.book.close()
        return self._bytes.getvalue()


def book(answer: Answer) -> bytes:
    """The workbook of an answer: its own, else its tables."""
    if answer.workbook is not None:
        return answer.workbook()
    made = Book()
    for number, table in enumerate(answer.tables(), start=1):
        put_table(made, made.book.add_worksheet(f"teamplan {number}" if number > 1 else "teamplan"), table)
    return made.done()


def put_table(book: Book, sheet: Any, table: Table) -> None:
    """A table from the first cell on: its head stays in sight and on every printed page, its columns fit.

    What is empty in all rows, or the same as a column before it, is left out.
    """
    rows = [row for place, row in enumerate(table.rows) if place not in table.sums]
    kept: list[tuple[Column, list[Any]]] = []
    for place, column in enumerate(table.columns):
        values = [value_of(row[place], column) for row in rows]
        if not (column.page_only or (rows and not any(map(_there, values))) or _twice(values, kept)):
            kept.append((column, values))
    for at, (column, values) in enumerate(kept):
        title = column.title or column.key
        sheet.write_string(0, at, title, book.head(right=any(map(_counts, values))))
        for line, value in enumerate(values, start=1):
            put(book, sheet, (line, at), value, column.kind)
        sheet.set_column(at, at, _column_width(title, values))
    for line, row in enumerate(zip(*(values for _, values in kept), strict=True), start=1):
        broken = max((ceil(cells(value) / WIDEST) for value in row if isinstance(value, str)), default=1)
        if broken > 1:
            sheet.set_row(line, LINE * broken)
    sheet.set_row(0, HEAD_HEIGHT)
    sheet.freeze_panes(1, 0)
    if rows:
        sheet.autofilter(0, 0, len(rows), max(len(kept) - 1, 0))
    printed(sheet)


def _counts(value: Any) -> bool:
    return isinstance(value, int | float | Decimal | Fraction | Money) and not isinstance(value, bool)


def _column_width(title: str, values: list[Any]) -> int:
    return max(_width(map(_told, values)), min(_width([title]), HEAD))


def _there(value: Any) -> bool:
    return value is not None and value != ""


def _twice(values: list[Any], kept: list[tuple[Column, list[Any]]]) -> bool:
    """Whether texts stand in a column before: an id in words is a name."""
    return any(isinstance(each, str) for each in values) and any(values == before for _, before in kept)


def printed(sheet: Any, head: int = 0) -> None:
    """A sheet as it is printed: on A4 turned, as wide as the paper, its head (a line) on every page."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head)


def value_of(cell: Cell, column: Column) -> Any:
    """A cell as a workbook holds it: numbers, sums and dates as such, also where machines read them as texts."""
    value = cell.value if isinstance(cell, Shown) else cell
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    if not isinstance(value, str):
        return value
    if DAY.fullmatch(value):
        return date.fromisoformat(value)
    return Decimal(value) if SUM.fullmatch(value) and column.key not in TEXTS else value


def put(book: Book, sheet: Any, at: tuple[int, int], value: Any, kind: Kind = "text", **look: Any) -> None:
    """One value in one cell. A text is written as a text, whatever it begins with."""
    if value is None or value == "":
        return
    if isinstance(value, bool):
        sheet.write_boolean(*at, value, book.look(**look))
    elif isinstance(value, date):
        sheet.write_datetime(*at, value, book.look(num_format=FORMATS["date"], align="left", indent=1, **look))
    elif isinstance(value, Money | Decimal):
        sheet.write_number(*at, float(value), book.look(num_format=FORMATS["money"], **look))
    elif isinstance(value, int | float | Fraction):
        sheet.write_number(*at, float(value), book.look(num_format=_number_format(value, kind), **look))
    else:
        sheet.write_string(*at, printable(str(value))[:LONGEST], book.look(**{"align": "left", "indent": 1} | look))


def _number_format(value: float | Fraction, kind: Kind) -> str:
    if kind in ("share", "money"):
        return FORMATS[kind]
    return FORMATS["whole" if float(value).is_integer() else "number"]


def _told(value: Any) -> str:
    """A value about as wide as a workbook shows it."""
    return f"{float(value):,.2f}" if isinstance(value, float | Decimal | Fraction | Money) else str(value or "")


def _width(texts: Iterable[str]) -> int:
    widest = max((cells(line) for each in texts for line in each.split("\n")), default=0)
    return min(max(widest + 3, NARROWEST), WIDEST)
