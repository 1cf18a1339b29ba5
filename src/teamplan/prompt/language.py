"""Owns the language of help texts, which are made before any option is read: `--lang` is looked up in the prompt."""

import sys
from collections.abc import Sequence

from teamplan.language import LANGUAGES, Speaker, language_of


def language_in(arguments: Sequence[str]) -> str | None:
    """What `--lang` says in a prompt, None where it says nothing known."""
    for place, argument in enumerate(arguments):
        name, joined, value = argument.partition("=")
        if name == "--lang":
            given = value if joined else next(iter(arguments[place + 1 :]), "")
            return given if given in LANGUAGES else None
    return None


def for_help(arguments: Sequence[str]) -> list[str]:
    """A prompt that asks for help, without `--lang`: the language is chosen already, and a group does not know it."""
    kept = list(arguments)
    if not {"--help", "-h"} & set(kept):
        return kept
    while "--lang" in kept:
        place = kept.index("--lang")
        del kept[place : place + 2]
    return [argument for argument in kept if not argument.startswith("--lang=")]


say = Speaker(language_of(language_in(sys.argv[1:])))
