"""Owns Markdown output of a page, for pasting; texts are escaped so that they stay texts."""

import re
from collections.abc import Iterator

from teamplan.page.answer import Answer
from teamplan.page.blocks import Block, Bullets, Gantt, Labelled, Lines, Page, Title, Tree
from teamplan.page.gantt import gantt_lines
from teamplan.page.problems import printable
from teamplan.page.table import Grid, Table, grid_of

CHART_COLUMNS = 100
_SPECIAL = re.compile(r"([\\`*_\[\]<>|#&~])")
_LISTED = re.compile(r"^(\d{1,9}(?=[.)])|(?=[-+]))(.)(?=\s|$)")  # what begins an item where a line begins


def text(answer: Answer) -> str:
    """The page of an answer as Markdown."""
    return markdown(answer.page())


def markdown(page: Page) -> str:
    """The page as Markdown, ending in a newline."""
    return "\n\n".join("\n".join(_lines(block)) for block in page.blocks) + "\n"


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Title):
        yield f"## {_plain(block.text)}"
    elif isinstance(block, Lines):
        yield "  \n".join(_begun(text) for text in block.texts)
    elif isinstance(block, Bullets):
        ticks = block.ticks or ()
        marks = [f"[{'x' if tick else ' '}] " for tick in ticks] or [""] * len(block.items)
        yield from (f"- {mark}{_begun(item)}" for mark, item in zip(marks, block.items, strict=True))
    elif isinstance(block, Labelled):
        for label, text in block.items:
            yield f"- **{_plain(label)}**: " + "  \n  ".join(_plain(line) for line in text.split("\n"))
    elif isinstance(block, Tree):
        yield from _branches(block, 0)
    elif isinstance(block, Gantt):
        yield from ("    " + line for line in gantt_lines(block, CHART_COLUMNS))  # indented: no text can end it
    else:
        yield from _table(grid_of(block) if isinstance(block, Table) else block)


def _branches(tree: Tree, depth: int) -> Iterator[str]:
    yield f"{'  ' * depth}- {_begun(tree.label)}"
    for child in tree.children:
        yield from _branches(child, depth + 1)


def _table(block: Grid) -> Iterator[str]:
    yield "| " + " | ".join(_plain(name) for name in block.header) + " |"
    yield ("| " + " | ".join("---:" if place in block.right else "---" for place in range(len(block.header))) + " |")
    for place, row in enumerate(block.rows):
        cells = [f"**{_plain(cell)}**" if place in block.strong and cell else _plain(cell) for cell in row]
        yield "| " + " | ".join(cells) + " |"


def _begun(text: str) -> str:
    """A text that begins a line."""
    return _LISTED.sub(r"\1\\\2", _plain(text))


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(printable(line) for line in text.split("\n")))
