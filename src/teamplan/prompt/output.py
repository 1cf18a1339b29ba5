"""Owns the opening of a question and the printing of its answer, in the language and the format that were asked for."""

import os
import sys
from typing import TYPE_CHECKING

from teamplan.errors import Location, TeamplanError, unknown
from teamplan.language import LANGUAGES, Speaker, language_of, tongue
from teamplan.page.formats import file_of, text_of
from teamplan.prompt.channels import answering, put
from teamplan.prompt.options import DrawingOptions, OutputOptions, PlaybookOption, StatementOptions

if TYPE_CHECKING:
    from teamplan.page.answer import Answer
    from teamplan.page.words import Words

Output = OutputOptions | DrawingOptions | StatementOptions


def speaker(out: Output) -> Speaker:
    """The language of the answer. Raises a TeamplanError for a format or language that does not exist."""
    problems = [] if out.format in out.formats else [unknown("format", out.format, out.formats)]
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
    from teamplan.prompt.shop import playbook_of

    return Words(say, playbook_of(playbook, events=events, sourcing=sourcing))


def emit(answer: "Answer", out: Output, *, code: int = 0) -> int:
    """Print an answer to stdout; machine formats are UTF-8 whatever the locale. Returns the exit code."""
    written = text_of(answer, out.format)
    if file_of(out.format) == "terminal":
        with answering():
            sys.stdout.write(written)
    else:
        put(written)
    return code
