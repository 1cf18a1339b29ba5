"""Owns how markup is written: every text is escaped here, and nothing becomes markup that was not written as such."""

import re
from html import escape

from teamplan.page.problems import printable

TYPED = re.compile("`([^`]+)`")  # what is to be typed, as sentences write it
VOID = frozenset({"br", "input", "meta", "link", "path", "rect"})  # elements that hold nothing


class Markup(str):
    """A piece of finished markup; any other text is escaped before it stands in one."""

    __slots__ = ()


def plain(text: str) -> str:
    """A text as it stands in markup or in an attribute: never a tag, never the end of one, without control codes."""
    return escape(printable(text))


def tag(name: str, *inner: str, **attributes: str | int | float | None) -> Markup:
    """An element with its attributes and what is in it; None leaves an attribute out.

    An attribute is named as in Python: `class_`, `aria_label`, and `viewBox` as it is.
    """
    named = {key.strip("_").replace("_", "-"): value for key, value in attributes.items() if value is not None}
    opening = "".join([name, *(f' {key}="{plain(str(value))}"' for key, value in named.items())])
    if name in VOID:
        return Markup(f"<{opening}/>")
    return Markup(f"<{opening}>{joined(*inner)}</{name}>")


def joined(*parts: str) -> Markup:
    """Pieces one after the other; a text among them is escaped."""
    return Markup("".join(part if isinstance(part, Markup) else plain(part) for part in parts))


def lines(text: str) -> Markup:
    """A text whose lines stay lines; what is markup already stays as it is."""
    if isinstance(text, Markup):
        return text
    rows = text.split("\n")
    if len(rows) == 1:
        return _typed(text)
    return Markup(" ".join(tag("span", _typed(row), class_="line") for row in rows))


def _typed(text: str) -> Markup:
    """A text with what is to be typed set apart."""
    return joined(*(tag("code", part) if place % 2 else part for place, part in enumerate(TYPED.split(text))))


def at(pixels: float) -> str:
    """A place in an image, to a tenth of a pixel."""
    return f"{pixels:.1f}".removesuffix(".0")
