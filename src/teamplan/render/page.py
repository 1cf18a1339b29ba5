"""Owns the shape of a printed answer: titles, lines, grids, bullets, trees; the formats draw the same page."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Title:
    text: str


@dataclass(frozen=True, slots=True)
class Lines:
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. `right` are the columns of numbers, `strong` the rows that head a group."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: frozenset[int] = frozenset()
    strong: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; `ticks` makes it boxes, True where ticked."""

    items: tuple[str, ...]
    ticks: tuple[bool, ...] | None = None


@dataclass(frozen=True, slots=True)
class Tree:
    label: str
    children: tuple["Tree", ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a chart of dates: a search, a ramp-up, and work until the end."""

    label: str
    search_by: date
    start_by: date
    working_by: date


@dataclass(frozen=True, slots=True)
class Gantt:
    """A chart of dates from `start` to `end`; what should have been done before `today` is late."""

    start: date
    end: date
    today: date
    bars: tuple[Bar, ...]


Block = Title | Lines | Grid | Bullets | Tree | Gantt


@dataclass(frozen=True, slots=True)
class Page:
    blocks: tuple[Block, ...]
