"""Owns the look of limits: rounded to the side on which they still hold."""

from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from math import inf, nextafter

from teamplan.page.words import number

SHOWN = 2  # decimals
WHOLE = 2.0**53  # from here on a float has no decimals


def upto(value: float, digits: int = SHOWN) -> str:
    """The largest amount that still holds, rounded down; `< 200` for the last number below a round one."""
    following = nextafter(value, inf)
    return f"< {number(following)}" if ends_below(value) else above(value, digits)


def ends_below(value: float) -> bool:
    """Whether the next larger number is a round one: the bound of a stage, which does not belong to the range."""
    following = nextafter(value, inf)
    return following == round(following, SHOWN)


def above(value: float, digits: int = SHOWN) -> str:
    """The amount above which one more is needed, rounded down: at what is shown nobody is missing yet."""
    return number(_rounded(value, digits, ROUND_FLOOR), digits)


def both(orders: float, visitors: float | None, limit: Callable[[float, int], str] = upto) -> str:
    """A limit in orders, and in the visitors that bring them where they are known: 284.7 / 6,328."""
    return limit(orders, 1) if visitors is None else f"{limit(orders, 1)} / {limit(visitors, 0)}"


def since(value: float, digits: int = SHOWN) -> str:
    """The smallest amount that already holds, rounded up."""
    return number(_rounded(value, digits, ROUND_CEILING), digits)


def _rounded(value: float, digits: int, way: str) -> float:
    """The shortest decimal that is read back as the value, rounded one way."""
    if abs(value) >= WHOLE:
        return value
    return float(Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-digits), rounding=way))
