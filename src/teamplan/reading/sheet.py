"""Owns the rows of a workbook of Excel: the cells of its first sheet, written as people would type them."""

import datetime
from io import BytesIO
from pathlib import Path

from teamplan.errors import Location, Problem
from teamplan.reading.rows import CsvRow
from teamplan.reading.text import bytes_of_file

Cell = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta


def sheet_rows(path: Path) -> tuple[list[CsvRow] | None, list[Problem]]:
    """The rows of the first sheet of a workbook, the header first; None where it cannot be read.

    Formulas count by the values that were saved with them.
    """
    raw, problems = bytes_of_file(path)
    if raw is None:
        return None, problems
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError as error:
        values = {"extra": "excel", "library": str(error.name)}
        return None, [Problem("extra-missing", values, where=Location(str(path)))]
    try:
        cells = CalamineWorkbook.from_filelike(BytesIO(raw)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, OSError, IndexError):
        return None, [Problem("not-excel", where=Location(str(path)))]
    return [CsvRow(line, [typed(cell) for cell in row]) for line, row in enumerate(cells, 1)], []


def typed(cell: Cell) -> str:
    """A cell as somebody would type it: whole numbers without a point, dates and times as in ISO 8601."""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime.datetime) and cell.time() == datetime.time():
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, datetime.date | datetime.time) else str(cell)
