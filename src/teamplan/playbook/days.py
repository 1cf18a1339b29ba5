"""Owns dates as people write them, `2026-12-01`, and the holidays of a playbook."""

import re
from datetime import date, timedelta
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from teamplan.playbook.base import Frozen, Line, Text
from teamplan.playbook.figures import Grade, defend

EARLIEST = date(1900, 1, 1)
MOST_DAYS_OFF = 31  # in one holiday; more is a slip of the year
_WRITTEN = re.compile(r"(?:19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}", re.ASCII)


def parse_day(given: str) -> date:
    """Read `2026-12-01`, from 1900 to 2199. Raises a pydantic custom error `not-a-date`."""
    try:
        if _WRITTEN.fullmatch(given.strip()):
            return date.fromisoformat(given.strip())
    except ValueError:
        pass
    raise PydanticCustomError("not-a-date", "not a date", {"given": given})


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
