"""Owns SVG output of a chart: a tidy tree of boxes, its texts as text. Texts are data: none of them is markup.

A box stands over the middle of those below it. Boxes without any below stand under each other in one column, the others
side by side, so that a wide team is a list and the chart stays as narrow as its leads are many.
"""

from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from teamplan.page.answer import Answer
from teamplan.page.blocks import Box
from teamplan.page.cells import cells
from teamplan.page.drawn import chart_of
from teamplan.page.problems import printable

LINE, PAD, GAP, INDENT = 18, 9, 14, 18  # pixels: a line of text, around it, between boxes, before a column
WIDE, UPPER, LOWER = 13.5, 9.5, 7.2  # pixels of a character at 13 px: of two columns, a capital or digit, any other
ROOM = 34  # columns of a line of text; longer ones are broken
CLOSING, OPENING = " ,.:;)、，。：；）》”", "(（《“"
LEAST = 90  # pixels of a box
MARGIN = 12
STYLE = (
    "text{font:13px 'Noto Sans','Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif;fill:#1a1a1a}"
    ".title{font-weight:600}rect{fill:#fff;stroke:#44546a}.frame{fill:#eef2f7}.vacant{stroke-dasharray:5 4}"
    "path{fill:none;stroke:#8a97a8}"
)


class _Placed(NamedTuple):
    """A box with its texts broken, where it stands, and those below it: `column` under each other, `sides` beside."""

    box: Box
    texts: tuple[str, ...]
    titles: int
    x: float
    y: float
    width: float
    height: float
    column: tuple["_Placed", ...]
    sides: tuple["_Placed", ...]

    @property
    def middle(self) -> float:
        return self.x + self.width / 2


def text(answer: Answer) -> str:
    """The chart of an answer as an SVG image that any browser shows."""
    width, height, parts = image(chart_of(answer))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
        f' role="img">\n<style>{STYLE}</style>\n' + "\n".join(parts) + "\n</svg>\n"
    )


def image(chart: Box) -> tuple[int, int, list[str]]:
    """The width, the height and the finished elements of a chart, for an image or for a page that has its own style."""
    placed, right, bottom = _place(chart, MARGIN, MARGIN)
    return round(right + MARGIN), round(bottom + MARGIN), list(_drawn(placed))


def _place(box: Box, left: float, top: float) -> tuple[_Placed, float, float]:
    """A box with all below it, from a corner on; and how far right and down they reach."""
    titles, texts = _broken(box.title), [part for line in box.lines for part in _broken(line)]
    width = max([LEAST, *(pixels(each) + 2 * PAD for each in (*titles, *texts))])
    height = LINE * len([*titles, *texts]) + 2 * PAD
    right, bottom, down = left, top + height, top + height + 2 * GAP
    column: list[_Placed] = []
    sides: list[_Placed] = []
    for below in (each for each in box.below if not each.below):
        placed, reached, bottom = _place(below, left + INDENT, bottom + GAP if column else down)
        column.append(placed)
        right = max(right, reached)
    deepest = bottom
    for below in (each for each in box.below if each.below):
        placed, right, reached = _place(below, right + GAP if column or sides else left, down)
        sides.append(placed)
        deepest = max(deepest, reached)
    middle = (left + max(right, left + width)) / 2
    x = max(middle - width / 2, left)
    me = _Placed(box, (*titles, *texts), len(titles), x, top, width, height, tuple(column), tuple(sides))
    return me, max(right, x + width), deepest


def _broken(line: str) -> list[str]:
    """A text as lines of at most `ROOM` columns: broken after a space, or between Chinese characters."""
    rest, found = printable(line), list[str]()
    while cells(rest) > ROOM:
        end = _fitting(rest)
        cut = next((place for place in range(end, 1, -1) if _may_break(rest, place)), end)
        found.append(rest[:cut].rstrip())
        rest = rest[cut:]
    return [*found, rest]


def _may_break(line: str, place: int) -> bool:
    """Whether a line may end before a place: no word is broken, and no line begins with a closing mark."""
    before, after = line[place - 1], line[place]
    wide = cells(before) > 1 or cells(after) > 1
    return before == " " or (wide and after not in CLOSING and before not in OPENING)


def _fitting(text_: str) -> int:
    """How many characters of a text fit a line, one at least."""
    room = 0
    for place, char in enumerate(text_):
        room += cells(char)
        if room > ROOM:
            return max(place, 1)
    return len(text_)


def pixels(line: str) -> float:
    """About how wide a text is at 13 px."""
    return sum(WIDE if cells(char) > 1 else UPPER if char.isupper() or char.isdigit() else LOWER for char in line)


def _drawn(placed: _Placed) -> Iterator[str]:
    """The lines to those below, then the box, then those below."""
    yield from _lines(placed)
    names = " ".join(name for name, on in (("frame", placed.box.frame), ("vacant", placed.box.dashed)) if on)
    kind = f' class="{names}"' if names else ""
    yield (
        f'<rect x="{placed.x:.1f}" y="{placed.y:.1f}" width="{placed.width:.1f}" height="{placed.height:.1f}"'
        f' rx="{8 if placed.box.frame else 3}"{kind}/>'
    )
    for place, line in enumerate(placed.texts):
        title = ' class="title"' if place < placed.titles else ""
        y = placed.y + PAD + LINE * (place + 0.75)
        yield f'<text x="{placed.x + PAD:.1f}" y="{y:.1f}"{title}>{escape(line)}</text>'
    for below in (*placed.column, *placed.sides):
        yield from _drawn(below)


def _lines(placed: _Placed) -> Iterator[str]:
    bottom = placed.y + placed.height
    bus = bottom + GAP
    for side in placed.sides:
        yield f'<path d="M{placed.middle:.1f} {bottom:.1f}V{bus:.1f}H{side.middle:.1f}V{side.y:.1f}"/>'
    for below in placed.column:
        trunk, at = below.x - INDENT / 2, below.y + below.height / 2
        yield f'<path d="M{placed.middle:.1f} {bottom:.1f}V{bus:.1f}H{trunk:.1f}V{at:.1f}H{below.x:.1f}"/>'
