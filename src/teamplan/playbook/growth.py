"""Owns growth as people write it: `8%/month`, kept exact, compounded day by day."""

import math
import re
from datetime import date
from fractions import Fraction

from pydantic_core import PydanticCustomError

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


class Forecast(Record):
    """The volume of consecutive days from `first` on; a column that the file does not have is None."""

    first: date
    visitors: tuple[float, ...] | None
    orders: tuple[float, ...] | None
