"""Owns dates as people write them: `2026-12-01`, and whole months counted from one."""

import re
from calendar import monthrange
from datetime import date

from pydantic_core import PydanticCustomError

EARLIEST = date(1900, 1, 1)
_WRITTEN = re.compile(r"(?:19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}", re.ASCII)


def parse_day(given: str) -> date:
    """Read `2026-12-01`, from 1900 to 2199. Raises a pydantic custom error `not-a-date`."""
    try:
        if _WRITTEN.fullmatch(given.strip()):
            return date.fromisoformat(given.strip())
    except ValueError:
        pass
    raise PydanticCustomError("not-a-date", "not a date", {"given": given})


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of a month that is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
