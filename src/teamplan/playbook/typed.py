"""Owns how people type a number: `6,000`, `6k`, `1.5万`, full-width digits; what may mean two things is refused."""

import re
from decimal import Decimal

from pydantic_core import PydanticCustomError

WIDE = dict(zip(range(0xFF01, 0xFF5F), map(chr, range(0x21, 0x7F)), strict=True))
NARROW = {**WIDE, 0x3000: " "}  # what a Chinese keyboard writes -> what it stands for
TIMES = {"": 1, "k": 1_000, "K": 1_000, "千": 1_000, "万": 10_000, "萬": 10_000, "亿": 100_000_000}
NUMBER = re.compile(r"\s*([-+]?)([0-9][0-9,]*(?:\.[0-9]+)?|\.[0-9]+)\s*([kK千万萬亿]?)(?![A-Za-z0-9])(.*)", re.DOTALL)
THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
PART = re.compile(r"[0-9]+,[0-9]+")
MOST_TYPED = 60  # characters; nobody types a longer one


def plain(given: str) -> str | None:
    """The same number in plain digits, with what follows it; None for what begins with no number.

    Raises a pydantic custom error `comma-in-number` for a comma that sets off no thousands: `4,5` may be 4.5 or 45.
    """
    text = given.translate(NARROW)
    found = NUMBER.fullmatch(text) if len(text) <= MOST_TYPED else None
    if found is None:
        return None
    sign, digits, times, rest = found.groups()
    if "," in digits:
        if THOUSANDS.fullmatch(digits) is None:
            like = sign + digits.replace(",", "." if PART.fullmatch(digits) else "") + times + rest
            raise PydanticCustomError("comma-in-number", "two meanings", {"given": given, "like": like})
        digits = digits.replace(",", "")
    if times:
        digits = format(Decimal(digits) * TIMES[times], "f")
    return sign + digits + rest
