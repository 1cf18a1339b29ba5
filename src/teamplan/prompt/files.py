"""Owns answers that go to a file: its format by its suffix, what is wrong with it before any work, its writing."""

from codecs import BOM_UTF8
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from teamplan.errors import Location, Problem, TeamplanError
from teamplan.language import Speaker, language_of
from teamplan.page.formats import SUFFIXES, WORKBOOKS, bytes_of
from teamplan.prompt.channels import note
from teamplan.prompt.options import STDOUT
from teamplan.reading.write import refuse_unwritable, write_file

if TYPE_CHECKING:
    from teamplan.page.answer import Answer
    from teamplan.prompt.output import Output

LIBRARY = "xlsxwriter"  # which writes workbooks
MARKED = {"csv"}  # formats whose files begin with a byte-order mark: by it Excel knows that they are UTF-8


def faults_of(out: "Output") -> list[Problem]:
    """Why an answer cannot be written as asked for, as far as that is known before it is worked out."""
    if out.output is None:
        return [Problem("file-needed", {"format": out.format}, where=Location("--format"))]
    named = Path(out.output)
    if out.output != STDOUT:
        try:
            refuse_unwritable(named)
        except TeamplanError as error:
            return list(error.problems)
        suffixes = [suffix for suffix, format_ in SUFFIXES.items() if format_ in out.formats]
        if out.format is None and not out.json and named.suffix.lower() not in suffixes:
            values = {"given": str(named), "known": ", ".join(suffixes)}
            return [Problem("unknown-suffix", values, where=Location("--output"))]
    wanted = out.format or SUFFIXES.get(named.suffix.lower())
    if wanted in WORKBOOKS and not out.json and find_spec(LIBRARY) is None:
        return [Problem("extra-missing", {"extra": "excel", "library": LIBRARY}, where=Location(out.output))]
    return []


def save(answer: "Answer", out: "Output", format_: str) -> None:
    """Write an answer to the file that was asked for, and say so on stderr. Raises a TeamplanError if it cannot."""
    named = Path(out.output or "")
    write_file(named, BOM_UTF8 * (format_ in MARKED) + bytes_of(answer, format_))
    note(Speaker(language_of(out.lang))("file.written", file=str(named), format=format_))
