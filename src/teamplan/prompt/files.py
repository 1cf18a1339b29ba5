"""Owns answers that go to a file: its format by its suffix, what is wrong with it before any work, its writing."""

from pathlib import Path
from typing import TYPE_CHECKING

from teamplan.errors import Location, Problem, TeamplanError
from teamplan.language import Speaker, language_of
from teamplan.page.formats import SUFFIXES, text_of
from teamplan.prompt.channels import note
from teamplan.reading.write import refuse_unwritable, write_file

if TYPE_CHECKING:
    from teamplan.page.answer import Answer
    from teamplan.prompt.output import Output

MARKED = {"csv"}  # formats whose files begin with a byte-order mark: by it Excel knows that they are UTF-8


def faults_of(out: "Output") -> list[Problem]:
    """Why the file that was asked for cannot be written, as far as that is known before the answer is worked out."""
    named = Path(out.output or "")
    try:
        refuse_unwritable(named)
    except TeamplanError as error:
        return list(error.problems)
    suffixes = [suffix for suffix, format_ in SUFFIXES.items() if format_ in out.formats]
    if out.format is not None or out.json or named.suffix.lower() in suffixes:
        return []
    return [Problem("unknown-suffix", {"given": str(named), "known": ", ".join(suffixes)}, where=Location("--output"))]


def save(answer: "Answer", out: "Output", format_: str) -> None:
    """Write an answer to the file that was asked for, and say so on stderr. Raises a TeamplanError if it cannot."""
    named = Path(out.output or "")
    mark = "\ufeff" if format_ in MARKED else ""
    write_file(named, (mark + text_of(answer, format_)).encode(errors="backslashreplace"))
    note(Speaker(language_of(out.lang))("file.written", file=str(named), format=format_))
