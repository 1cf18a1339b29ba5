"""Owns the drawing of blocks that fit the width, without codes: to the byte what rich prints, without importing it."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from teamplan.page.blocks import Block, Bullets, Gantt, Labelled, Lines, Title, Tree
from teamplan.page.cells import cells, sure
from teamplan.page.problems import printable
from teamplan.page.table import Grid, Table, grid_of

GAP = 3  # columns between two columns of a table
LABEL_GAP = 2  # columns between a label and its text


def joined(block: Block, width: int) -> list[str] | None:
    """The lines of a block; None where one does not fit, or where its width is not sure."""
    if isinstance(block, Table | Grid):
        return _grid(grid_of(block) if isinstance(block, Table) else block, width)
    if isinstance(block, Bullets) and any(item.endswith("\n") for item in block.items):
        return None
    if isinstance(block, Labelled) and any(text.endswith("\n") for item in block.items for text in item):
        return None
    lines = list(_lines(block, width))
    return lines if all(sure(line) and cells(line) <= width for line in lines) else None


def _lines(block: Block, width: int) -> Iterator[str]:
    if isinstance(block, Title):
        yield from _parts(block.text)
    elif isinstance(block, Lines):
        for text in block.texts:
            yield from _parts(text)
    elif isinstance(block, Bullets):
        yield from _bullets(block)
    elif isinstance(block, Labelled):
        yield from _labelled(block)
    elif isinstance(block, Tree):
        yield from _tree(block, "", "")
    elif isinstance(block, Gantt):
        from teamplan.page.gantt import gantt_lines

        yield from gantt_lines(block, width)


def _parts(text: str) -> list[str]:
    """The lines of a text, its control characters spelled out."""
    return [printable(line) for line in text.split("\n")]


def _bullets(block: Bullets) -> Iterator[str]:
    marks = ["-"] * len(block.items) if block.ticks is None else ["[x]" if tick else "[ ]" for tick in block.ticks]
    for mark, item in zip(marks, block.items, strict=True):
        first, *more = _parts(item)
        yield f"  {mark} {first}"
        yield from (" " * (len(mark) + 3) + line for line in more)


def _labelled(block: Labelled) -> Iterator[str]:
    labels = [_parts(label) for label, _ in block.items]
    margin = max((cells(line) for label in labels for line in label), default=0)
    for label, (_, text) in zip(labels, block.items, strict=True):
        for left, right in zip_longest(label, _parts(text), fillvalue=""):
            yield _padded(left, margin + LABEL_GAP, right=False) + right


def _tree(tree: Tree, before: str, below: str) -> Iterator[str]:
    """A label after what leads to it, and its children; `below` leads to the lines under the label."""
    first, *more = _parts(tree.label)
    yield before + first
    yield from (below + line for line in more)
    for place, child in enumerate(tree.children, start=1):
        last = place == len(tree.children)
        yield from _tree(child, below + ("└── " if last else "├── "), below + ("    " if last else "│   "))


def _grid(block: Grid, width: int) -> list[str] | None:
    """A table whose columns are as wide as their widest cells; several lines of a header stand on its rule."""
    texts = [text for row in (block.header, *block.rows) for text in row]
    if any(len(row) != len(block.header) for row in block.rows) or any(text.endswith("\n") for text in texts):
        return None
    table = [[_parts(text) for text in row] for row in (block.header, *block.rows)]
    widths = [max(cells(line) for cell in column for line in cell) for column in zip(*table, strict=True)]
    total = sum(widths) + GAP * (len(widths) - 1)
    if not 0 < total <= width or not all(sure(line) for row in table for cell in row for line in cell):
        return None
    most = max(map(len, table[0]))
    header = [[""] * (most - len(cell)) + cell for cell in table[0]]
    rows = [line for row in table[1:] for line in _row(row, widths, block.right)]
    return [*_row(header, widths, block.right), "─" * total, *rows]


def _row(row: Sequence[Sequence[str]], widths: Sequence[int], right: frozenset[int]) -> Iterator[str]:
    """The lines of a row; a cell of fewer lines stands above."""
    for line in zip_longest(*row, fillvalue=""):
        columns = enumerate(zip(line, widths, strict=True))
        yield (" " * GAP).join(_padded(text, width, right=place in right) for place, (text, width) in columns)


def _padded(text: str, width: int, *, right: bool) -> str:
    if right:
        text = text.rstrip()
        return " " * (width - cells(text)) + text
    return text + " " * (width - cells(text))
