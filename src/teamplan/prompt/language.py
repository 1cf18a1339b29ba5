"""Owns the language of help texts, which are made before any option is read: it is looked up in the prompt.

Where `--lang` and `TEAMPLAN_LANG` say nothing, `teamplan.yaml` may.
"""

import os
import sys
from collections.abc import Sequence

from teamplan.language import LANGUAGES, Language, Speaker, language_of
from teamplan.prompt.settings import language_of_file


def language_in(arguments: Sequence[str]) -> str | None:
    """What `--lang` says in a prompt, None where it says nothing known."""
    for place, argument in enumerate(arguments):
        name, joined, value = argument.partition("=")
        if name == "--lang":
            given = value if joined else next(iter(arguments[place + 1 :]), "")
            return given if given in LANGUAGES else None
    return None


def spoken(arguments: Sequence[str]) -> Language:
    """The language of a prompt, however faulty it is."""
    given = language_in(arguments)
    if given is None and not os.environ.get("TEAMPLAN_LANG"):
        given = language_of_file(arguments)
    return language_of(given if given in LANGUAGES else None)


def for_help(arguments: Sequence[str]) -> list[str]:
    """A prompt that asks for help, without `--lang`: the language is chosen already, and a group does not know it."""
    kept = list(arguments)
    if not {"--help", "-h"} & set(kept):
        return kept
    while "--lang" in kept:
        place = kept.index("--lang")
        del kept[place : place + 2]
    return [argument for argument in kept if not argument.startswith("--lang=")]


say = Speaker(spoken(sys.argv[1:]))
