"""Owns answers that go to a folder of pages: what is wrong with it before any work, and its writing."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from teamplan.errors import Location, Problem, TeamplanError, unknown
from teamplan.language import Speaker, language_of
from teamplan.prompt.channels import note
from teamplan.reading.write import refuse_unwritable_folder, write_folder

if TYPE_CHECKING:
    from teamplan.prompt.output import Output

PAGES = "html"  # the format of the files in it
ENDS = {"/", os.sep}


def folder_of(out: "Output") -> Path:
    """The folder that was asked for: it is there, or its name ends like that of one.

    Raises a TeamplanError for another format, a name of a file, or a folder that cannot be written.
    """
    given = "json" if out.json else out.format
    problems = [] if given in (None, PAGES) else [unknown("format", given, [PAGES])]
    folder = Path(out.output or "")
    if out.output is None or not (out.output[-1:] in ENDS or folder.is_dir()):
        problems.append(Problem("folder-needed", where=Location("--output")))
    else:
        try:
            refuse_unwritable_folder(folder)
        except TeamplanError as error:
            problems += error.problems
    if problems:
        raise TeamplanError(problems)
    return folder


def save_pages(files: Mapping[str, bytes], folder: Path, out: "Output") -> None:
    """Write an index and its pages, and say so on stderr. Raises a TeamplanError if it cannot."""
    write_folder(folder, files)
    pages = len(files) - 1
    key = "folder.written-one" if pages == 1 else "folder.written"
    note(Speaker(language_of(out.lang))(key, folder=str(folder), pages=pages))
