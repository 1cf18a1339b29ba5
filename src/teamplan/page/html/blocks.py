"""Owns how the blocks of a page are drawn for a browser: headings, tables that scroll by themselves, lists, charts."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from teamplan.page.blocks import Block, Box, Bullets, Gantt, Labelled, Lines, Title, Tree
from teamplan.page.gantt import NOBODY, PARTLY, RAMP, SEARCH, WORK
from teamplan.page.html.gantt import gantt_svg, size
from teamplan.page.html.markup import Markup, joined, lines, tag
from teamplan.page.svg import image
from teamplan.page.table import Grid, Table, grid_of

NUMBER, DATE = "n", "d"  # classes of cells, of which there are many
LOWEST = 6  # level of a heading
MARKS = {SEARCH: "search", RAMP: "ramp", WORK: "work", NOBODY: "nobody", PARTLY: "partly"}  # of a chart of dates
_MARK = re.compile(rf"(?:(?<=^)|(?<=[ ，；：]))([{re.escape(''.join(MARKS))}]) ")
INDENT = "  "  # before the first cell of a row that belongs to the one above


class _Place(NamedTuple):
    """Where blocks stand: the level of the next title, and what the last one said."""

    level: int
    title: str


def drawn(blocks: Sequence[Block], *, level: int = 1, chart: Box | None = None, open_: bool = True) -> Markup:
    """Blocks as markup. The first title is a heading of the `level`, the others are one below; a whole page has one.

    A chart takes the place of its tree. Trees are folded open, or down to their first line.
    """
    place, before = _Place(level, ""), None
    parts: list[Markup] = []
    if level == 1 and not any(isinstance(block, Title) for block in blocks):
        parts.append(heading(title_of(blocks), level))
    for block in blocks:
        if isinstance(block, Title):
            parts.append(heading(block.text, place.level))
            place = _Place(min(level + 1, LOWEST), block.text)
        elif isinstance(block, Tree):
            parts.append(_charted(block, chart, place) if chart else tree(block, open_=open_))
        elif isinstance(block, Lines) and isinstance(before, Gantt):
            parts.append(_legend(block))
        else:
            parts.append(_block(block, place))
        before = block
    return Markup("\n".join(parts))


def title_of(blocks: Sequence[Block]) -> str:
    """The first title of a page, else what its first tree is about, else the program."""
    titled = [each for each in blocks if isinstance(each, Title)] + [each for each in blocks if isinstance(each, Tree)]
    first = titled[0] if titled else Title("teamplan")
    return first.text if isinstance(first, Title) else first.label


def heading(text: str, level: int, **attributes: str) -> Markup:
    return tag(f"h{level}", text, **attributes)


def _charted(block: Tree, chart: Box, place: _Place) -> Markup:
    """A chart to be seen, and its tree to be heard."""
    return tag(
        "figure",
        scrolling(organisation_svg(chart), place.title),
        tag("div", tree(block, folding=False), class_="heard"),
    )


def _block(block: Block, place: _Place) -> Markup:
    if isinstance(block, Lines):
        return Markup("\n".join(tag("p", lines(text)) for text in block.texts))
    if isinstance(block, Bullets):
        return bullets(block, place.title)
    if isinstance(block, Labelled):
        items = (tag("div", tag("dt", label), tag("dd", lines(text))) for label, text in block.items)
        return tag("dl", *items)
    if isinstance(block, Gantt):
        return scrolling(gantt_svg(block, place.title), place.title)
    assert isinstance(block, Table | Grid)
    return table(block, place.title)


def bullets(block: Bullets, title: str) -> Markup:
    """A list; boxes to tick are kept by their ids, else by the title above them and their own text."""
    if block.ticks is None:
        return tag("ul", *(tag("li", lines(item)) for item in block.items))
    ids = block.ids or tuple(f"{title}/{item}" for item in block.items)
    boxes = zip(block.items, ids, block.ticks, strict=True)
    return tag("ul", *(tag("li", _box(item, id_, ticked=tick)) for item, id_, tick in boxes), class_="boxes")


def _box(item: str, key: str, *, ticked: bool) -> Markup:
    checked = "checked" if ticked else None
    return tag("label", tag("input", type_="checkbox", data_tick=key, checked=checked), tag("span", lines(item)))


def tree(block: Tree, *, open_: bool = True, folding: bool = True) -> Markup:
    """A tree as nested lists; where it folds, each step opens what is below it."""
    return tag("ul", _branch(block, open_=open_, folding=folding), class_="tree")


def _branch(block: Tree, *, open_: bool, folding: bool) -> Markup:
    if not block.children:
        return tag("li", lines(block.label))
    below = tag("ul", *(_branch(child, open_=open_, folding=folding) for child in block.children))
    if not folding:
        return tag("li", lines(block.label), below)
    return tag("li", tag("details", tag("summary", lines(block.label)), below, open="open" if open_ else None))


def table(block: Table | Grid, caption: str, *, seen: bool = False) -> Markup:
    """A table in a box of its own, so that a wide one scrolls and the page does not."""
    grid = grid_of(block) if isinstance(block, Table) else block
    dates = _dates(block)
    classes = dict.fromkeys(grid.right, NUMBER) | dict.fromkeys(dates, DATE)
    head = tag("tr", *(_head(name, classes.get(place)) for place, name in enumerate(grid.header)))
    rows = (_row(row, classes, strong=place in grid.strong) for place, row in enumerate(grid.rows))
    named = tag("caption", caption, class_=None if seen else "heard") if caption else Markup()
    return scrolling(tag("table", named, tag("thead", head), tag("tbody", *rows)), caption)


def _dates(block: Table | Grid) -> list[int]:
    """The places of columns of dates, among those that people read."""
    if isinstance(block, Grid):
        return []
    titled = [column for column in block.columns if column.title is not None]
    return [place for place, column in enumerate(titled) if column.kind == "date"]


def _head(name: str, class_: str | None) -> Markup:
    return tag("th", name, scope="col", class_=class_) if name.strip() else tag("td")


def _row(row: tuple[str, ...], classes: dict[int, str], *, strong: bool) -> Markup:
    first, *others = row
    indented = "indent" if first.startswith(INDENT) else None
    cells = [
        tag("th", lines(first.strip()), scope="row", class_=indented or classes.get(0)) if first.strip() else tag("td")
    ]
    cells += [tag("td", lines(cell), class_=classes.get(place)) for place, cell in enumerate(others, start=1)]
    return tag("tr", *cells, class_="strong" if strong else None)


def scrolling(inner: Markup, label: str) -> Markup:
    """A box that scrolls sideways, by the keyboard too."""
    return tag("div", inner, class_="wide", tabindex=0, role="group", aria_label=label or None)


def organisation_svg(chart: Box) -> Markup:
    """The boxes of a chart; who cannot see it hears its tree."""
    width, height, parts = image(chart)
    return tag("svg", Markup("\n".join(parts)), class_="chart", **size(width, height), aria_hidden="true")


def _legend(block: Lines) -> Markup:
    """What the marks of a chart of dates mean: each mark as it is drawn."""
    return Markup("\n".join(tag("p", _swatched(text), class_="legend") for text in block.texts))


def _swatched(text: str) -> Markup:
    parts = _MARK.split(text)
    return joined(*(_swatch(part) if place % 2 else part for place, part in enumerate(parts)))


def _swatch(mark: str) -> Markup:
    return tag("span", Markup(), class_=f"swatch {MARKS[mark]}", aria_hidden="true")
