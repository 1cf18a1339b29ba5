"""Owns the names of files that are made from names of people: no path, no markup, and each one once on any system."""

from collections.abc import Iterable
from itertools import chain, count
from unicodedata import normalize

MOST = 50  # letters of a name, of up to four bytes each: with number and suffix it is below 255 bytes
DEVICES = ("con", "prn", "aux", "nul", *(f"{port}{digit}" for port in ("com", "lpt") for digit in range(10)))
NAMELESS = "shop"  # a name without a letter or a digit


def file_names(names: Iterable[str], suffix: str, taken: Iterable[str] = ()) -> dict[str, str]:
    """The file of each name: its letters and digits, with hyphens for all between.

    Who comes second to a name, whatever its capitals, gets a number; so does the name of a device of Windows, and what
    is `taken`. Both are told without the suffix.
    """
    used, files = {*DEVICES, *taken}, {}
    for name in names:
        base = _safe(name)
        tried = chain((base,), (f"{base}-{place}" for place in count(2)))
        found = next(each for each in tried if each.casefold() not in used)
        used.add(found.casefold())
        files[name] = found + suffix
    return files


def _safe(name: str) -> str:
    letters = "".join(each if each.isalnum() else " " for each in normalize("NFKC", name))
    return "-".join(letters.split())[:MOST].rstrip("-") or NAMELESS
