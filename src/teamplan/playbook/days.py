"""Owns days as people write them, `2026-12-01` and `4 weeks`, and the holidays of a playbook."""

import re
from datetime import date, timedelta
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from teamplan.playbook.base import Frozen, Line, Text
from teamplan.playbook.figures import Grade, defend
from teamplan.playbook.quantity import parse_whole

EARLIEST = date(1900, 1, 1)
MOST_DAYS_OFF = 31  # in one holiday; more is a slip of the year
MOST_LASTING = 365  # days; what is needed longer than a year is nobody's short need
_WRITTEN = re.compile(r"(?:19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}", re.ASCII)
_LASTING = re.compile(r"\s*([0-9.]+)\s*(d|days?|w|weeks?)?\s*", re.ASCII)


def parse_day(given: str) -> date:
    """Read `2026-12-01`, from 1900 to 2199. Raises a pydantic custom error `not-a-date`."""
    try:
        if _WRITTEN.fullmatch(given.strip()):
            return date.fromisoformat(given.strip())
    except ValueError:
        pass
    raise PydanticCustomError("not-a-date", "not a date", {"given": given})


def parse_lasting(given: str) -> int:
    """Read `28d`, `4 weeks` or `28` as whole days, 1 to 365.

    Raises a pydantic custom error whose type is the key of its sentence: `not-days` for what is no number of days.
    """
    match = _LASTING.fullmatch(given)
    if match is None:
        raise PydanticCustomError("not-days", "not days", {"given": given})
    days = parse_whole(match[1]) * (7 if (match[2] or "").startswith("w") else 1)
    if not 1 <= days <= MOST_LASTING:
        raise PydanticCustomError(
            "not-between", "not between", {"given": given, "low": "1d", "high": f"{MOST_LASTING}d"}
        )
    return days


def _day_text(given: Any) -> str:
    return parse_day(str(given)).isoformat()


DayText = Annotated[str, BeforeValidator(_day_text), WithJsonSchema({"type": "string", "format": "date"})]


class DaysOff(Frozen):
    """The days of a holiday in one year, both ends included, and who says so."""

    first: DayText
    last: DayText
    source: Line | None = None
    grade: Grade
    reason: Text | None = Field(default=None, description="why these days; required for grade J")

    @model_validator(mode="after")
    def _defended(self) -> "DaysOff":
        first, last = self.span
        most = first + timedelta(MOST_DAYS_OFF - 1)
        if not first <= last <= most:
            values = {"given": self.last, "low": self.first, "high": most.isoformat()}
            raise PydanticCustomError("not-between", "not between", values)
        defend(self.grade, self.source, self.reason)
        return self

    @property
    def span(self) -> tuple[date, date]:
        return date.fromisoformat(self.first), date.fromisoformat(self.last)


class Holiday(Frozen):
    """A national holiday: nobody starts on its days, and no search goes on."""

    name: Text
    days: tuple[DaysOff, ...]
