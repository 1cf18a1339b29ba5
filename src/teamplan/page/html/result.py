"""Owns the drawing of results over a volume: a bar a volume, gains above the line and losses below it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from teamplan.page.html.gantt import size
from teamplan.page.html.markup import Markup, at, tag
from teamplan.page.svg import pixels
from teamplan.page.words import number

BAR, GAP, HIGH = 20, 6, 200  # pixels: of a bar, between two, of all that is drawn
TOP, FOOT, LEFT = 14, 24, 8  # pixels around
EVERY = 4  # bars, of which one has its volume below it


class Result(NamedTuple):
    """What a volume leaves, and how that is told."""

    volume: int
    amount: float
    told: str


def result_svg(results: Sequence[Result], title: str, axis: str) -> Markup:
    """The results as an image; each bar tells its own in words, and `axis` is what the volumes are."""
    most, least = (end((0.0, *(each.amount for each in results))) for end in (max, min))
    scale = HIGH / ((most - least) or 1.0)
    zero = TOP + most * scale
    left = LEFT + max(pixels(number(end, 0)) for end in (most, least))
    width = left + GAP + (BAR + GAP) * len(results)
    parts = [*_ends(most, least, (left, zero, width)), *_bars(results, (left, zero, scale)), _axis(axis, left)]
    return tag("svg", *parts, class_="result", role="img", aria_label=title, **size(width, TOP + HIGH + 2 * FOOT))


def _ends(most: float, least: float, line: tuple[float, float, float]) -> Iterator[Markup]:
    """The most and the least as numbers, and the line between gains and losses."""
    left, zero, width = line
    ends = {zero: 0.0} | ({TOP: most} if most else {}) | ({TOP + HIGH: least} if least else {})
    for y, amount in ends.items():
        yield tag("text", number(amount, 0), class_="soft", x=at(left - 4), y=at(y + 4), text_anchor="end")
    yield tag("path", class_="zero", d=f"M{at(left)} {at(zero)}H{at(width)}")


def _bars(results: Sequence[Result], line: tuple[float, float, float]) -> Iterator[Markup]:
    left, zero, scale = line
    for place, each in enumerate(results):
        x, high = left + GAP + (BAR + GAP) * place, abs(each.amount) * scale
        y = zero - high if each.amount > 0 else zero
        kind = "loss" if each.amount < 0 else "gain"
        bar = tag("rect", class_=kind, x=at(x), y=at(y), width=BAR, height=at(max(high, 0.5)))
        yield tag("g", tag("title", each.told), bar)
        if place % EVERY == EVERY - 1:
            middle = at(x + BAR / 2)
            yield tag("text", number(each.volume), class_="soft", x=middle, y=TOP + HIGH + FOOT, text_anchor="middle")


def _axis(axis: str, left: float) -> Markup:
    return tag("text", axis, class_="soft", x=at(left + GAP), y=TOP + HIGH + 2 * FOOT - 6)
