"""Owns the two languages of the program's own sentences: which one is spoken, and how a key becomes a sentence."""

import os
from collections.abc import Mapping
from typing import Any, Literal, Protocol

from teamplan.language.help import HELP
from teamplan.language.options import OPTIONS
from teamplan.language.shared import SHARED
from teamplan.record import Record, fresh

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")
Sentences = Mapping[str, tuple[str, str]]  # key -> (English, Chinese)
CATALOGUE: Sentences = HELP | OPTIONS | SHARED  # beside those of problems


class Bilingual(Protocol):
    """Anything with a text in both languages."""

    @property
    def en(self) -> str: ...
    @property
    def zh(self) -> str: ...


class Speaker(Record):
    """Says sentences of the catalogue, and texts of a playbook, in one language."""

    language: Language = "en"
    own: Sentences = fresh(factory=dict)  # the sentences of one question, beside those that several say

    def __call__(self, key: str, /, **values: Any) -> str:
        """The sentence of a key with its values filled in. Raises KeyError for a key that nobody wrote."""
        pair = self.own[key] if key in self.own else pair_of(key)
        return pair[LANGUAGES.index(self.language)].format_map(values)

    def with_own(self, own: Sentences) -> "Speaker":
        """The same language with the sentences of a question."""
        return self.with_(own=own)

    def text(self, text: Bilingual) -> str:
        return text.zh if self.language == "zh" else text.en

    def join(self, parts: Any) -> str:
        """A list of words as this language writes it."""
        return ("、" if self.language == "zh" else ", ").join(parts)


def pair_of(key: str) -> tuple[str, str]:
    """A sentence of the catalogue in both languages. Raises KeyError for a key that nobody wrote."""
    if key in CATALOGUE:
        return CATALOGUE[key]
    from teamplan.language.problems import OF_PROBLEMS

    return OF_PROBLEMS[key]


def language_of(given: str | None, environment: Mapping[str, str] | None = None) -> Language:
    """The language: as given, else `TEAMPLAN_LANG`, else that of the locale, else English."""
    env = os.environ if environment is None else environment
    names = (given, env.get("TEAMPLAN_LANG"), env.get("LC_ALL"), env.get("LC_MESSAGES"), env.get("LANG"))
    first = next((name for name in names if name), "en")
    return "zh" if tongue(first) == "zh" else "en"


def tongue(name: str) -> str:
    """The language alone of a name like `zh_CN.UTF-8`."""
    return name.lower().replace("_", "-").split("-")[0].split(".")[0]
