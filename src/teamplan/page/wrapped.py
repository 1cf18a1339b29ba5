"""Owns the blocks that wrap or carry colours: the only home of rich. Texts are data, never markup."""

from io import StringIO
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from teamplan.page.blocks import Block, Bullets, Gantt, Labelled, Lines, Title, Tree
from teamplan.page.problems import printable
from teamplan.page.table import Grid, Table, grid_of

if TYPE_CHECKING:
    from rich.tree import Tree as RichTree

HEIGHT = 25  # lines; no page of ours depends on it


def wrapped(block: Block, width: int, *, plain: bool) -> str:
    """A block as text of at most `width` columns, each line with its end; `plain` without any terminal code."""
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
    console.print(_drawn(block))
    return file.getvalue()


def _drawn(block: Block) -> RenderableType:
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
    return _grid(grid_of(block) if isinstance(block, Table) else block)


class _Chart:
    """A chart of dates, drawn when the width is known."""

    def __init__(self, block: Gantt) -> None:
        self._block = block

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        from teamplan.page.gantt import gantt_lines

        for line in gantt_lines(self._block, options.max_width):
            yield Text(line, no_wrap=True, overflow="crop")


def _text(text: str, style: str = "") -> Text:
    return Text("\n".join(printable(line) for line in text.split("\n")), style=style)


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


def _grid(block: Grid) -> RenderableType:
    """The first column is wrapped only where all others are numbers, which would be torn instead."""
    table = RichTable(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    kept = {0} if len(block.header) - len(block.right) > 1 else set()
    for place, name in enumerate(block.header):
        table.add_column(
            _text(name), justify="right" if place in block.right else "left", overflow="fold", no_wrap=place in kept
        )
    for place, row in enumerate(block.rows):
        style = "bold" if place in block.strong else ""
        table.add_row(*(_text(cell, style) for cell in row))
    return table


def _tree(block: Tree) -> RenderableType:

    from rich.tree import Tree as RichTree

    root = RichTree(_text(block.label, "bold"))
    _grow(root, block.children)
    return root


def _grow(branch: "RichTree", children: tuple[Tree, ...]) -> None:
    for child in children:
        _grow(branch.add(_text(child.label)), child.children)
