"""Owns the rows of a CSV file of a user's: texts with their lines, up to where it stops being CSV."""

import csv
import io
import re
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from teamplan.errors import Location, Problem
from teamplan.reading.text import spot, text_of_file
from teamplan.record import Record

MOSTLY = 2 / 3  # of the characters; even a list of rare names has a head of common ones
MOST_NAMES = 10  # columns of other uses that are listed
SEPARATORS = (";", "\t", "|", "，")  # what spreadsheets and people write in place of a comma
UNCLOSED = re.compile(r'(?:[^"]++|"(?:[^"]++|"")*+"(?!"))*+"')  # up to a quote that opens and never closes


class CsvRow(Record):
    """The cells of a row, and the line on which it ends."""

    line: int
    cells: list[str]


def rows_of(path: Path) -> tuple[list[CsvRow] | None, list[Problem]]:
    """The rows of a file, the header first, and what is wrong with it; None where it is no text at all."""
    text, problems = text_of_file(path, not_utf8="csv-not-utf8", otherwise=chinese)
    if text is not None and "\0" in text:  # UTF-16 without its mark
        return None, [Problem("csv-not-utf8", where=spot(str(path), text, text.index("\0")))]
    if text is None:
        return None, problems
    reader, found = csv.reader(io.StringIO(text, newline=""), strict=True), list[CsvRow]()
    try:
        found += (CsvRow(reader.line_num, cells) for cells in reader)
    except csv.Error as error:
        last = found[-1].line if found else 0
        return found, [_not_csv(text, last, reader.line_num, str(error), str(path))]
    return found, []


def chinese(raw: bytes) -> str | None:
    """A text in GB18030, as Excel in China saves it; None where its characters are not those that people write.

    Letters with accents of a western encoding are read as characters, too, but as rare ones, beyond GB2312.
    """
    try:
        text = raw.decode("gb18030")
    except UnicodeDecodeError:
        return None
    wide = [char for char in text if not char.isascii()]
    written = sum(bool(char.encode("gb2312", errors="ignore")) for char in wide)
    return text if written >= MOSTLY * len(wide) else None


def listed(names: Sequence[str]) -> str:
    """The first ten names of columns."""
    return ", ".join(names[:MOST_NAMES]) + (", ..." if len(names) > MOST_NAMES else "")


def _not_csv(text: str, last: int, line: int, reason: str, file: str) -> Problem:
    """What the reader of CSV stumbled over in the row after line `last`; a quote without end is told where it opens."""
    start = sum(map(len, islice(io.StringIO(text, newline=""), last)))
    found = UNCLOSED.match(text, start) if reason.startswith(("unexpected end", "field larger")) else None
    if found:
        return Problem("quote-open", where=spot(file, text, found.end() - 1))
    return Problem("not-csv", {"reason": reason}, where=Location(file, max(line, 1), 1))
