"""Owns what `teamplan simulate` can be asked at the prompt beside the shop."""

from collections.abc import Mapping
from fractions import Fraction
from math import ceil
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainValidator
from pydantic_core import PydanticCustomError

from teamplan.playbook.base import Frozen, one_of
from teamplan.playbook.quantity import Share, whole_up_to

WEEKS = 52  # of a year, where nothing is said
MOST_WEEKS = 1_500
MOST_DAYS = 10_000
MOST_SEED = 10**12
MOST_SIMULATED = 10_000  # people of a post
WORKS = ("exponential", "lognormal", "fixed")
ANY = ""  # the role of a number of people without one

_count = whole_up_to(MOST_SIMULATED, least=1)


def _people(given: Any) -> Mapping[str, int]:
    """Read `5`, or `pre-sale-service=3,after-sale-service=2`: people by role, each once."""
    text = str(given).strip()
    if "=" not in text:
        return {ANY: _count(text)}
    found: dict[str, int] = {}
    for part in text.split(","):
        role, _, count = (each.strip() for each in part.partition("="))
        if not role or not count or role in found:
            raise PydanticCustomError("not-people-by-role", "not people by role", {"given": text})
        found[role] = _count(count)
    return found


class TrialQuestion(Frozen):
    """How long is simulated, from which seed, how much chats and days differ, and which people: None for the plan's."""

    weeks: Annotated[int, BeforeValidator(whole_up_to(MOST_WEEKS, least=1))] | None = None
    days: Annotated[int, BeforeValidator(whole_up_to(MOST_DAYS, least=1))] | None = None
    day_cv: Share = Fraction(0)
    people: Annotated[Mapping[str, int], PlainValidator(_people)] | None = None
    seed: Annotated[int, BeforeValidator(whole_up_to(MOST_SEED))] = 1
    work: Annotated[str, BeforeValidator(one_of("unknown-work", WORKS))] = WORKS[0]

    @property
    def whole_weeks(self) -> int:
        """The weeks to simulate: days are rounded up to whole ones."""
        return self.weeks or (ceil(self.days / 7) if self.days else WEEKS)
