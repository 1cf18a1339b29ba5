"""Owns terminal output. What fits is joined here; rich is imported only for what must be wrapped or is coloured."""

import os
import re
import sys
from shutil import get_terminal_size

from teamplan.page.answer import Answer
from teamplan.page.blocks import Gantt, Page, Title
from teamplan.page.joined import joined
from teamplan.page.manner import coloured

WIDTH = re.compile(r"[1-9][0-9]{0,4}")  # what COLUMNS may say
UNWRAPPED = 10_000  # columns; wide enough that nothing of ours is wrapped in a pipe


def text(answer: Answer) -> str:
    """What stdout gets: the page as wide as the terminal (or COLUMNS), unwrapped in a pipe, and without codes."""
    if answer.text is not None:
        return answer.text()
    tty = sys.stdout.isatty()
    wanted = os.environ.get("COLUMNS", "")
    width = int(wanted) if WIDTH.fullmatch(wanted) else get_terminal_size().columns if tty else UNWRAPPED
    return drawn(answer.page(), width, plain=not coloured(sys.stdout))


def drawn(page: Page, width: int, *, plain: bool) -> str:
    """A page as text of at most `width` columns; `plain` without any terminal code."""
    parts = []
    for place, block in enumerate(page.blocks):
        if place and isinstance(block, Title):
            parts.append("\n")
        lines = joined(block, width) if plain else None
        if lines is None:
            from teamplan.page.wrapped import wrapped

            legend = bool(place) and isinstance(page.blocks[place - 1], Gantt)
            parts.append(wrapped(block, width, plain=plain, legend=legend))
        else:
            parts += [line + "\n" for line in lines]
    return "\n".join(line.rstrip() for line in "".join(parts).split("\n"))
