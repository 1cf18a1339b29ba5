"""Owns the opening of a question and the printing of its answer, in the language and the format that were asked for."""

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from teamplan.errors import Location, Problem, TeamplanError, unknown
from teamplan.language import LANGUAGES, Speaker, language_of, tongue
from teamplan.page.formats import SUFFIXES, WORKBOOKS, bytes_of, file_of, text_of
from teamplan.prompt.channels import print_out, put
from teamplan.prompt.options import STDOUT, DrawingOptions, OutputOptions, PlaybookOption, StatementOptions

if TYPE_CHECKING:
    from teamplan.page.answer import Answer
    from teamplan.page.words import Words

Output = OutputOptions | DrawingOptions | StatementOptions


def speaker(out: Output) -> Speaker:
    """The language of the answer.

    Raises a TeamplanError for a format or language that does not exist, or a file that cannot be written.
    """
    problems = [] if out.format is None or out.format in out.formats else [unknown("format", out.format, out.formats)]
    if out.json and out.format not in (None, "json"):
        problems.append(Problem("json-or-format", {"given": out.format}, where=Location("--json")))
    if out.output is not None or out.format in WORKBOOKS:
        from teamplan.prompt.files import faults_of

        problems += faults_of(out)
    if out.lang is not None and out.lang not in LANGUAGES:
        problems.append(unknown("language", out.lang, LANGUAGES))
    spoken = os.environ.get("TEAMPLAN_LANG", "")
    if out.lang is None and spoken and tongue(spoken) not in LANGUAGES:
        problems.append(unknown("language", spoken, LANGUAGES).with_(where=Location("TEAMPLAN_LANG")))
    if problems:
        raise TeamplanError(problems)
    return Speaker(language_of(out.lang))


def opened(playbook: PlaybookOption, out: Output, *, events: bool = False, sourcing: bool = False) -> "Words":
    """The playbook that was asked for, in the words of the language that was asked for.

    Its events, and what can be bought outside, are read only where they are asked for.

    Raises a TeamplanError for a format or language that does not exist, else with every fault of the playbook.
    """
    say = speaker(out)
    from teamplan.page.words import Words
    from teamplan.prompt.shop import origin_of, playbook_of

    return Words(say, playbook_of(playbook, events=events, sourcing=sourcing), partial(origin_of, playbook))


def format_of(out: Output) -> str:
    """The format of the answer: as asked for, else by the suffix of the file, else a table."""
    if out.format is not None or out.json:
        return out.format or "json"
    return "table" if out.output in (None, STDOUT) else SUFFIXES[Path(out.output).suffix.lower()]


def emit(answer: "Answer", out: Output, words: "Words | None" = None, *, code: int = 0) -> int:
    """Write an answer to stdout, or to the file that was asked for. Returns the exit code.

    Machine formats are UTF-8 whatever the locale, and so are files. `words` have the names for ids.
    """
    format_, origin = format_of(out), words.origin if words else None
    answer = answer._replace(language=language_of(out.lang), origin=origin)
    if out.labels or format_ in WORKBOOKS:
        from teamplan.page.labels import labels_of

        answer = labels_of(language_of(out.lang), words).answer(answer)
    if out.output is not None and out.output != STDOUT:
        from teamplan.prompt.files import save

        save(answer, out, format_)
        return code
    if file_of(format_) == "terminal":
        print_out(text_of(answer, format_))
    else:
        put(bytes_of(answer, format_))
    return code
