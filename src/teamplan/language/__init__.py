"""Owns the two languages of the program's own sentences: which one is spoken, and how a key becomes a sentence."""

import os
from collections.abc import Mapping
from typing import Any, Literal, Protocol

from teamplan.language.file_problems import FILE_MENDS, FILE_PROBLEMS
from teamplan.language.help import HELP
from teamplan.language.money_problems import MONEY_MENDS, MONEY_PROBLEMS
from teamplan.language.question_problems import QUESTION_MENDS, QUESTION_PROBLEMS
from teamplan.language.shared import SHARED
from teamplan.language.text_problems import TEXT_MENDS, TEXT_PROBLEMS
from teamplan.record import Record, fresh

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")
Sentences = Mapping[str, tuple[str, str]]  # key -> (English, Chinese)
PROBLEMS: Sentences = TEXT_PROBLEMS | FILE_PROBLEMS | QUESTION_PROBLEMS | MONEY_PROBLEMS
MENDS: Sentences = TEXT_MENDS | FILE_MENDS | QUESTION_MENDS | MONEY_MENDS
CATALOGUE: Sentences = (
    HELP
    | SHARED
    | {f"problem.{key}": pair for key, pair in PROBLEMS.items()}
    | {f"mend.{key}": pair for key, pair in MENDS.items()}
)


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
        pair = self.own[key] if key in self.own else CATALOGUE[key]
        return pair[LANGUAGES.index(self.language)].format_map(values)

    def with_own(self, own: Sentences) -> "Speaker":
        """The same language with the sentences of a question."""
        return self.with_(own=own)

    def text(self, text: Bilingual) -> str:
        return text.zh if self.language == "zh" else text.en

    def join(self, parts: Any) -> str:
        """A list of words as this language writes it."""
        return ("、" if self.language == "zh" else ", ").join(parts)


def language_of(given: str | None, environment: Mapping[str, str] | None = None) -> Language:
    """The language: as given, else `TEAMPLAN_LANG`, else that of the locale, else English."""
    env = os.environ if environment is None else environment
    names = (given, env.get("TEAMPLAN_LANG"), env.get("LC_ALL"), env.get("LC_MESSAGES"), env.get("LANG"))
    first = next((name for name in names if name), "en")
    return "zh" if tongue(first) == "zh" else "en"


def tongue(name: str) -> str:
    """The language alone of a name like `zh_CN.UTF-8`."""
    return name.lower().replace("_", "-").split("-")[0].split(".")[0]
