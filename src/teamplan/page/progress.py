"""Owns the progress bar of long work: on stderr, only where somebody watches, and only once it takes a while."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

from teamplan.page.manner import coloured, quiet

if TYPE_CHECKING:
    from rich.progress import Progress

SOON = 0.5  # seconds of work that need no bar


@contextmanager
def progress(what: str, steps: int) -> Iterator[Callable[[], None]]:
    """A function to call after each of so many steps."""
    if quiet() or sys.stderr is None or not sys.stderr.isatty():
        yield lambda: None
        return
    bar = _Bar(what, steps)
    try:
        yield bar.advance
    finally:
        bar.close()


class _Bar:
    """A bar that is drawn from half a second on."""

    def __init__(self, what: str, steps: int) -> None:
        self._what, self._steps = what, steps
        self._begun, self._done = monotonic(), 0
        self._drawn: Progress | None = None

    def advance(self) -> None:
        self._done += 1
        if self._drawn is None and monotonic() - self._begun > SOON:
            self._drawn = self._draw()
        if self._drawn is not None:
            self._drawn.update(self._drawn.task_ids[0], completed=self._done)

    def close(self) -> None:
        if self._drawn is not None:
            self._drawn.stop()

    def _draw(self) -> "Progress":
        from rich.console import Console
        from rich.progress import Progress

        bar = Progress(console=Console(stderr=True, no_color=not coloured(sys.stderr)), transient=True)
        bar.add_task(self._what, total=self._steps)
        bar.start()
        return bar
