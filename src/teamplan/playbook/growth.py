"""Owns growth as people write it: `8%/month`, kept exact, compounded day by day."""

import math
import re
from datetime import date
from fractions import Fraction

from pydantic_core import PydanticCustomError

from teamplan.playbook.days import parse_day
from teamplan.playbook.quantity import parse_number
from teamplan.record import Record

PERIODS: dict[str, Fraction] = {  # period as written -> its days; a month is a twelfth of a year
    "day": Fraction(1),
    "week": Fraction(7),
    "month": Fraction(365, 12),
    "year": Fraction(365),
}
MOST_FACTOR = 1e15  # beyond it every shop is past the orders a plan takes, and floats would overflow
_WRITTEN = re.compile(r"\s*([-+]?[0-9.]+)\s*%\s*/\s*([a-z]+)\s*")


_JUMP = re.compile(r"\s*([0-9.]+)\s*[x×]\s*@\s*([^\s@]+)\s*")
MOST_JUMP = 100  # times overnight; the largest shops of `events.yaml` see seventeen times an ordinary day
ARRIVALS = ("chats", "orders", "visitors")
MOST_IN_30_DAYS = 10  # times; no search and ramp-up is done in less than a month, so nobody hires after such a growth


class Growth(Record):
    """A share of the volume (0.08, negative where it falls) gained in each period of so many days."""

    share: Fraction
    days: Fraction

    def factor(self, day: int) -> float:
        """The volume after `day` days as a multiple of the first day's: `(1 + share) ** (day / days)`, never reset."""
        try:
            return min(math.pow(1 + self.share, day / self.days), MOST_FACTOR)
        except OverflowError:
            return MOST_FACTOR


def parse_growth(given: str) -> Growth:
    """Read `8%/month` or `-2%/week`. Raises a pydantic custom error whose type is the key of its sentence."""
    match = _WRITTEN.fullmatch(given)
    if match is None or match[2] not in PERIODS:
        raise PydanticCustomError("not-a-growth", "not a growth", {"given": given})
    share = parse_number(match[1]) / 100
    if not -1 < share <= 10:
        values = {"given": given, "low": "-99.9%", "high": "1000%"}
        raise PydanticCustomError("not-between", "not between", values)
    return Growth(share, PERIODS[match[2]])


class Jump(Record):
    """A night on which the volume becomes so many times what it was, from a day on."""

    factor: Fraction
    on: date


def parse_jump(given: str) -> Jump:
    """Read `3x@2027-03-01`. Raises a pydantic custom error whose type is the key of its sentence."""
    match = _JUMP.fullmatch(given)
    if match is None:
        raise PydanticCustomError("not-a-jump", "not a jump", {"given": given})
    factor = parse_number(match[1])
    if not 1 < factor <= MOST_JUMP:
        values = {"given": f"{match[1]}x", "low": "1.01x", "high": f"{MOST_JUMP}x"}
        raise PydanticCustomError("not-between", "not between", values)
    return Jump(factor, parse_day(match[2]))


class Forecast(Record):
    """The volume of consecutive days from `first` on; a column that the file does not have is None.

    `hourly` has the arrivals of each day by its hours from midnight on, where the file has them: see `arrivals`.
    """

    first: date
    visitors: tuple[float, ...] | None
    orders: tuple[float, ...] | None
    chats: tuple[float, ...] | None = None
    hourly: tuple[tuple[float, ...], ...] | None = None

    @property
    def days(self) -> int:
        """How many there are."""
        return len(self.orders if self.orders is not None else self.visitors or ())

    @property
    def arrivals(self) -> str:
        """The column that says best when buyers write: chats, else orders, else visitors."""
        return next(name for name in ARRIVALS if getattr(self, name) is not None)
