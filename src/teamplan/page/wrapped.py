"""Owns the blocks that wrap or carry colours: the only home of rich. Texts are data, never markup."""

import re
from io import StringIO
from itertools import groupby
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from teamplan.page.blocks import Block, Bullets, Gantt, Labelled, Lines, Title, Tree
from teamplan.page.gantt import NOBODY, PARTLY, RAMP, SEARCH, WORK, gantt_parts
from teamplan.page.problems import printable
from teamplan.page.table import Grid, Table, grid_of

if TYPE_CHECKING:
    from rich.tree import Tree as RichTree

HEIGHT = 25  # lines; no page of ours depends on it
GAP = 3  # between the columns of a table
WIDE = 2  # of a Chinese character
LATE = "bold red"
SIGNS = {SEARCH: "yellow", RAMP: "cyan", WORK: "green", NOBODY: LATE, PARTLY: "magenta"}  # of a chart of dates
BARS = {
    "█": "green",
    "░": "red",
    "■": "green",
    "□": "yellow",
}  # wherever they stand; legends tell them by the same signs


def wrapped(block: Block, width: int, *, plain: bool, legend: bool = False) -> str:
    """A block as text of at most `width` columns, each line with its end; `plain` without any terminal code.

    The lines after a chart are its `legend`, in which its signs have their colours.
    """
    file = StringIO()
    console = Console(  # every choice is made here, so that nothing is left to the environment
        file=file,
        width=width,
        height=HEIGHT,
        force_terminal=not plain,
        force_interactive=False,
        force_jupyter=False,
        no_color=plain,
        color_system=None if plain else "standard",
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    console.print(_legend(block) if legend and isinstance(block, Lines) else _drawn(block, width))
    return file.getvalue()


def _legend(block: Lines) -> RenderableType:
    lines = [_text(line) for line in block.texts]
    for line in lines:
        for sign, style in SIGNS.items():
            line.highlight_regex(rf"(?<!\w){re.escape(sign)}(?=\s)", style)
    return Group(*lines)


def _drawn(block: Block, width: int) -> RenderableType:
    if isinstance(block, Title):
        return _text(block.text, "bold")
    if isinstance(block, Lines):
        return Group(*(_text(line) for line in block.texts))
    if isinstance(block, Bullets | Labelled):
        return _bullets(block) if isinstance(block, Bullets) else _labelled(block)
    if isinstance(block, Tree):
        return _tree(block)
    if isinstance(block, Gantt):
        return _Chart(block)
    return _grid(grid_of(block) if isinstance(block, Table) else block, width)


class _Chart:
    """A chart of dates, drawn when the width is known."""

    def __init__(self, block: Gantt) -> None:
        self._block = block

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for label, drawn in gantt_parts(self._block, options.max_width):
            line = Text(label, no_wrap=True, overflow="crop")
            for sign, run in groupby(drawn):
                line.append("".join(run), SIGNS.get(sign))
            yield line


def _text(text: str, style: str = "") -> Text:
    """A text, bars in it in their colours."""
    drawn = Text("\n".join(printable(line) for line in text.split("\n")), style=style)
    if not text.isascii():
        for sign, color in BARS.items():
            if sign in text:
                drawn.highlight_regex(f"{sign}+", color)
    return drawn


def _bullets(block: Bullets) -> RenderableType:
    marks = ["-"] * len(block.items) if block.ticks is None else ["[x]" if tick else "[ ]" for tick in block.ticks]
    table = RichTable.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for mark, item in zip(marks, block.items, strict=True):
        table.add_row(Text(mark), _text(item))
    return Padding(table, (0, 0, 0, 2), expand=False)


def _labelled(block: Labelled) -> RenderableType:
    table = RichTable.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for label, text in block.items:
        table.add_row(_text(label, "bold"), _text(text))
    return table


def _grid(block: Grid, width: int) -> RenderableType:
    """The first column is wrapped only where numbers or words of the others would be torn instead."""
    table = RichTable(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    widths = _untorn(block, width)
    kept = {0} if len(block.header) - len(block.right) > 1 and not widths else set()
    for place, name in enumerate(block.header):
        table.add_column(
            _text(name),
            justify="right" if place in block.right else "left",
            overflow="fold",
            no_wrap=place in kept,
            width=widths[place] if widths else None,
        )
    for place, row in enumerate(block.rows):
        style = "bold" if place in block.strong else ""
        table.add_row(*(_text(cell, LATE if (place, at) in block.late else style) for at, cell in enumerate(row)))
    return table


def _untorn(block: Grid, width: int) -> list[int]:
    """Widths in which no word and no number is torn, where a first column in one line would tear some; else none."""
    columns = list(zip(block.header, *block.rows, strict=True))
    whole = [max(map(cell_len, cells)) for cells in columns]
    least = [whole[place] if place in block.right else max(map(_least, cells)) for place, cells in enumerate(columns)]
    room = width - GAP * (len(columns) - 1)
    if not sum(least) <= room < whole[0] + sum(least[1:]):
        return []
    spare, wanted = room - sum(least), sum(whole) - sum(least)
    return [low + (high - low) * spare // wanted for low, high in zip(least, whole, strict=True)]


def _least(cell: str) -> int:
    """The columns of the longest word of a cell; Chinese breaks after every character."""
    return max((cell_len(part) if part.isascii() else WIDE for part in cell.split()), default=0)


def _tree(block: Tree) -> RenderableType:

    from rich.tree import Tree as RichTree

    root = RichTree(_text(block.label, "bold"))
    _grow(root, block.children)
    return root


def _grow(branch: "RichTree", children: tuple[Tree, ...]) -> None:
    for child in children:
        _grow(branch.add(_text(child.label)), child.children)
