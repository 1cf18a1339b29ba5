"""Owns the shape of a printed answer: titles, lines, tables, bullets, labels, trees; the formats draw the same page."""

from datetime import date

from teamplan.page.table import Grid, Table
from teamplan.record import Record


class Title(Record):
    text: str


class Lines(Record):
    texts: tuple[str, ...]


class Bullets(Record):
    """A list; `ticks` makes it boxes, True where ticked, and `ids` are those of the boxes where they have any."""

    items: tuple[str, ...]
    ticks: tuple[bool, ...] | None = None
    ids: tuple[str, ...] | None = None


class Labelled(Record):
    """Texts with a label each, which hang to the right of the labels; as (label, text)."""

    items: tuple[tuple[str, str], ...]


class Tree(Record):
    label: str
    children: tuple["Tree", ...] = ()


class Box(Record):
    """A box of a chart and those below it: a title, and lines under it, which are items of their own where `listed`.

    `dashed` is what is not there, `frame` a part of a firm.
    """

    title: str
    lines: tuple[str, ...] = ()
    below: tuple["Box", ...] = ()
    dashed: bool = False
    frame: bool = False
    listed: bool = False


class Bar(Record):
    """One line of a chart of dates: a search, a ramp-up, work until the end, and the day from which it is needed."""

    label: str
    search_by: date
    start_by: date
    working_by: date
    needed_on: date


class Gantt(Record):
    """A chart of dates from `start` to `end`: bars under headings, which are plain texts."""

    start: date
    end: date
    bars: tuple[Bar | str, ...]


Block = Title | Lines | Table | Grid | Bullets | Labelled | Tree | Gantt


class Page(Record):
    blocks: tuple[Block, ...]
