"""Owns CSV output: the first table of an answer, ids and plain numbers; a text of a user never becomes a formula."""

import csv
import io
from typing import Any

from teamplan.page.answer import Answer
from teamplan.page.problems import printable
from teamplan.page.table import records

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet takes for the beginning of one


def text(answer: Answer) -> str:
    """The first table of an answer as CSV."""
    first = answer.tables()[0]
    out = io.StringIO()
    writer = csv.DictWriter(out, [column.key for column in first.columns if not column.page_only], lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: _safe(value) for key, value in row.items()} for row in records(first))
    return out.getvalue()


def _safe(value: Any) -> str:
    """A cell that no program takes for a formula and no terminal obeys."""
    cell = _cell(value)
    return printable("'" + cell if isinstance(value, str) and cell.startswith(FORMULA) else cell)


def _cell(value: Any) -> str:
    """A value as plain text: nothing for None, lists joined by spaces, a small mapping as its values: 09:00-17:00-2."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return " ".join(map(_cell, value))
    return "-".join(map(_cell, value.values())) if isinstance(value, dict) else str(value)
