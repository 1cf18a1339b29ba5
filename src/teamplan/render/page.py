"""Owns the shape of a printed answer: titles, lines, grids, bullets, trees; the formats draw the same page."""

from dataclasses import dataclass, field


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


Block = Title | Lines | Grid | Bullets | Tree


@dataclass(frozen=True, slots=True)
class Page:
    blocks: tuple[Block, ...]
