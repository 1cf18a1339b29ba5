"""Owns the shape of a printed answer: titles, lines, tables, bullets, labels, trees; the formats draw the same page."""

from datetime import date
from typing import NamedTuple

from teamplan.page.table import Grid, Table


class Title(NamedTuple):
    text: str


class Lines(NamedTuple):
    texts: tuple[str, ...]


class Bullets(NamedTuple):
    """A list; `ticks` makes it boxes, True where ticked."""

    items: tuple[str, ...]
    ticks: tuple[bool, ...] | None = None


class Labelled(NamedTuple):
    """Texts with a label each, which hang to the right of the labels; as (label, text)."""

    items: tuple[tuple[str, str], ...]


class Tree(NamedTuple):
    label: str
    children: tuple["Tree", ...] = ()


class Bar(NamedTuple):
    """One line of a chart of dates: a search, a ramp-up, and work until the end."""

    label: str
    search_by: date
    start_by: date
    working_by: date


class Gantt(NamedTuple):
    """A chart of dates from `start` to `end`; what should have been done before `today` is late."""

    start: date
    end: date
    today: date
    bars: tuple[Bar, ...]


Block = Title | Lines | Table | Grid | Bullets | Labelled | Tree | Gantt


class Page(NamedTuple):
    blocks: tuple[Block, ...]
