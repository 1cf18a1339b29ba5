"""Owns the look of limits: rounded to the side on which they still hold."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from math import inf, nextafter

from teamplan.page.words import number

SHOWN = 2  # decimals
WHOLE = 2.0**53  # from here on a float has no decimals


def upto(value: float, digits: int = SHOWN) -> str:
    """The largest amount that still holds, rounded down; `< 200` for the last number below a round one."""
    above = nextafter(value, inf)
    return f"< {number(above)}" if ends_below(value) else number(_rounded(value, digits, ROUND_FLOOR), digits)


def ends_below(value: float) -> bool:
    """Whether the next larger number is a round one: the bound of a stage, which does not belong to the range."""
    above = nextafter(value, inf)
    return above == round(above, SHOWN)


def since(value: float, digits: int = SHOWN) -> str:
    """The smallest amount that already holds, rounded up."""
    return number(_rounded(value, digits, ROUND_CEILING), digits)


def _rounded(value: float, digits: int, way: str) -> float:
    if abs(value) >= WHOLE:
        return value
    return float(Decimal(value).quantize(Decimal(1).scaleb(-digits), rounding=way))
