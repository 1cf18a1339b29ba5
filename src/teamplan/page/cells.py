"""Owns how many columns of a terminal a text takes."""

from functools import cache
from unicodedata import east_asian_width

SURE = (  # characters of which every terminal and library says the same; no marks, no joiners, no emoji
    (0x0020, 0x007E),
    (0x00A1, 0x00AC),
    (0x00AE, 0x02FF),
    (0x0370, 0x0482),
    (0x2010, 0x2027),
    (0x2030, 0x205E),
    (0x2190, 0x22FF),
    (0x2500, 0x25FC),
    (0x3001, 0x3029),
    (0x3041, 0x3096),
    (0x30A0, 0x30FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xAC00, 0xD7A3),
    (0xFF01, 0xFF60),
    (0xFFE0, 0xFFE6),
)


def cells(text: str) -> int:
    """The columns that a text takes; a Chinese character takes two."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def sure(text: str) -> bool:
    """Whether `cells` is beyond doubt, as it is for anything but emoji, combining marks and rare scripts."""
    return text.isascii() or all(map(_sure, text))


@cache
def _cells(char: str) -> int:
    return 2 if east_asian_width(char) in "WF" else 1


@cache
def _sure(char: str) -> bool:
    return any(first <= ord(char) <= last for first, last in SURE)
