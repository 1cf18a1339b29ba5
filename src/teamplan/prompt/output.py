"""Owns the printing of an answer in the format that was asked for; one visible dict of formats."""

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from teamplan.errors import Location, TeamplanError, unknown
from teamplan.language import LANGUAGES, Speaker, language_of, tongue
from teamplan.page.blocks import Page
from teamplan.page.words import Words
from teamplan.playbook.playbook import Playbook
from teamplan.prompt.channels import answering, put
from teamplan.prompt.options import FORMATS, OutputOptions

if TYPE_CHECKING:
    from teamplan.page.plain import Plain

Pager = Callable[[Any, Words], Page]


def speaker(out: OutputOptions) -> Speaker:
    """The language of the answer. Raises a TeamplanError for a format or language that does not exist."""
    problems = [] if out.format in FORMATS else [unknown("format", out.format, FORMATS)]
    if out.lang is not None and out.lang not in LANGUAGES:
        problems.append(unknown("language", out.lang, LANGUAGES))
    spoken = os.environ.get("TEAMPLAN_LANG", "")
    if out.lang is None and spoken and tongue(spoken) not in LANGUAGES:
        problems.append(unknown("language", spoken, LANGUAGES).with_(where=Location("TEAMPLAN_LANG")))
    if problems:
        raise TeamplanError(problems)
    return Speaker(language_of(out.lang))


def emit(result: Any, page: Pager, playbook: Playbook, out: OutputOptions) -> int:
    """Print an answer to stdout; machine formats are UTF-8 whatever the locale. Returns exit code 0."""
    words = Words(speaker(out), playbook)
    if out.format == "table":
        from teamplan.page.terminal import show

        drawn = page(result, words)
        with answering():
            show(drawn)
    else:
        put(AS_TEXT[out.format](result, page, words))
    return 0


def emit_plain(answer: "Plain", out: OutputOptions) -> int:
    """Print an answer that names nothing of a playbook, as `emit` does: its text, or the format. Returns 0."""
    if out.format == "table" and answer.text is not None:
        with answering():
            sys.stdout.write(answer.text)
    else:
        put(PLAIN_AS_TEXT.get(out.format, _plain_json)(answer))
    return 0


def _json(result: Any, page: Pager, words: Words) -> str:
    from teamplan.page.data import document, to_json

    return to_json(document(result, words))


def _yaml(result: Any, page: Pager, words: Words) -> str:
    from teamplan.page.data import document
    from teamplan.reading.write import to_yaml

    return to_yaml(document(result, words))


def _markdown(result: Any, page: Pager, words: Words) -> str:
    from teamplan.page.markdown import markdown

    return markdown(page(result, words))


def _csv(result: Any, page: Pager, words: Words) -> str:
    from teamplan.page.csv_rows import to_csv

    return to_csv(result, words)


def _plain_json(answer: "Plain") -> str:
    from teamplan.page.data import to_json

    return to_json(answer.data)


def _plain_yaml(answer: "Plain") -> str:
    from teamplan.reading.write import to_yaml

    return to_yaml(answer.data)


def _plain_markdown(answer: "Plain") -> str:
    from teamplan.page.markdown import markdown

    return markdown(answer.page)


def _plain_csv(answer: "Plain") -> str:
    from teamplan.page.csv_rows import csv_text

    return csv_text(answer.rows, answer.header)


AS_TEXT: dict[str, Callable[[Any, Pager, Words], str]] = {
    "json": _json,
    "yaml": _yaml,
    "markdown": _markdown,
    "csv": _csv,
}
PLAIN_AS_TEXT: dict[str, Callable[["Plain"], str]] = {
    "json": _plain_json,
    "yaml": _plain_yaml,
    "markdown": _plain_markdown,
    "csv": _plain_csv,
}
