"""Owns the drawing of a chart of dates for a browser: a bar a line, its texts as text, months as lines behind it."""

from collections.abc import Iterator
from datetime import date

from teamplan.page.blocks import Bar, Gantt
from teamplan.page.html.markup import Markup, at, tag
from teamplan.page.svg import pixels

LINE, HIGH, TOP = 24, 14, 26  # pixels: of a line, of a bar, above the first line
TIME, LEAST = 620, 64  # pixels: of the time, and between two months that are named
GAP, ROOM = 10, 260  # pixels: between label and bar, and the widest label
Span = tuple[str, date, date]  # a part of a bar: its class, and from which day to which


def size(width: float, height: float) -> dict[str, str | int | float | None]:
    """The attributes of an image of so many pixels."""
    wide, high = round(width), round(height)
    return {"width": wide, "height": high, "viewBox": f"0 0 {wide} {high}"}


def gantt_svg(gantt: Gantt, title: str) -> Markup:
    """The chart as an image; what a bar says in words is its title."""
    labels = [bar.label for bar in gantt.bars if not isinstance(bar, str)]
    left = min(max(map(pixels, labels), default=0.0), ROOM) + GAP
    bottom = TOP + LINE * len(gantt.bars)
    scale = _Scale(gantt, left)
    parts = [*_months(scale, bottom)]
    for place, bar in enumerate(gantt.bars):
        top = TOP + LINE * place
        parts += [_text(bar, 0, top, "head")] if isinstance(bar, str) else _bar(bar, scale, top)
    return tag("svg", *parts, class_="gantt", role="img", aria_label=title or None, **size(left + TIME, bottom))


class _Scale:
    """The days of a chart as pixels from its left."""

    def __init__(self, gantt: Gantt, left: float) -> None:
        self.gantt, self.left = gantt, left
        self._days = (gantt.end - gantt.start).days + 1

    def at(self, day: date) -> float:
        """Where a day begins; days outside of the chart fall on its ends."""
        days = min(max((day - self.gantt.start).days, 0), self._days)
        return self.left + TIME * days / self._days

    def months(self) -> Iterator[date]:
        day = self.gantt.start.replace(day=1)
        while day <= self.gantt.end:
            if day >= self.gantt.start:
                yield day
            day = (day.replace(day=28) + (date(2000, 1, 5) - date(2000, 1, 1))).replace(day=1)


def _months(scale: _Scale, bottom: float) -> Iterator[Markup]:
    """A line where a month begins, and its name where there is room for one."""
    free = 0.0
    for month in scale.months():
        x = scale.at(month)
        yield tag("path", class_="month", d=f"M{at(x)} {TOP - 4}V{at(bottom)}")
        if x >= free and x + LEAST <= scale.left + TIME + GAP:
            yield tag("text", month.isoformat()[:7], class_="soft", x=at(x), y=TOP - 10)
            free = x + LEAST


def _bar(bar: Bar, scale: _Scale, top: float) -> Iterator[Markup]:
    yield _text(bar.label, 0, top, None)
    days = (bar.search_by, bar.start_by, bar.working_by)
    said = tag("title", " → ".join(map(str, days)))
    yield tag("g", said, *(_part(span, scale, top) for span in _spans(bar, scale.gantt.end) if span[1] < span[2]))


def _spans(bar: Bar, end: date) -> Iterator[Span]:
    """Search, ramp-up and work; what of the first two comes after the day of need stands out."""
    needed = min(bar.needed_on, bar.working_by)
    yield "search", bar.search_by, min(max(needed, bar.search_by), bar.start_by)
    yield "nobody", max(needed, bar.search_by), bar.start_by
    yield "ramp", bar.start_by, min(max(needed, bar.start_by), bar.working_by)
    yield "partly", max(needed, bar.start_by), bar.working_by
    yield "work", bar.working_by, max(end, bar.working_by)


def _part(span: Span, scale: _Scale, top: float) -> Markup:
    kind, first, last = span
    x, right = scale.at(first), scale.at(last)
    y = top + (LINE - HIGH) / 2
    return tag("rect", class_=kind, x=at(x), y=at(y), width=at(right - x), height=HIGH)


def _text(text: str, x: float, top: float, class_: str | None) -> Markup:
    return tag("text", text, class_=class_, x=at(x), y=at(top + LINE * 0.7))
