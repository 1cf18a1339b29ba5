"""Threads that take turns between any two steps of the code they are to share, in an order drawn by a seed.

A switch interval of a microsecond leaves it to chance whether a thread is stopped half-way through a change; here one
may be stopped before every instruction of the files that are named, so that a cache without a lock shows at once.
"""

import sys
import threading
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from types import FrameType
from typing import Any, TypeVar

Answer = TypeVar("Answer")
LONGEST = 20.0  # seconds for a turn to come, before it is taken as lost


class Turns:
    """Who runs: one thread at a time; the others wait for their turn before an instruction of the files."""

    def __init__(self, threads: int, files: Collection[str], often: float, seed: int) -> None:
        self._draw, self._files, self._often = Random(seed), files, often
        self._running = list(range(threads))
        self._turn, self._passed = 0, threading.Condition()
        self.switches = 0

    def run(self, place: int, task: Callable[[], Answer]) -> Answer:
        """The answer of a task that takes turns as thread `place`."""
        with self._passed:
            self._wait(place)
        sys.settrace(lambda frame, event, _: self._entered(place, frame, event))
        try:
            return task()
        finally:
            sys.settrace(None)
            with self._passed:
                self._running.remove(place)
                self._pass_on()

    def _entered(self, place: int, frame: FrameType, event: str) -> Callable[[FrameType, str, Any], Any] | None:
        if event != "call" or frame.f_code.co_filename not in self._files:
            return None
        frame.f_trace_opcodes, frame.f_trace_lines = True, False

        def before(frame: FrameType, event: str, _: object) -> Any:
            if event == "opcode" and self._draw.random() < self._often:
                with self._passed:
                    self._pass_on()
                    self._wait(place)
            return before

        return before

    def _pass_on(self) -> None:
        if self._running:
            self._turn = self._draw.choice(self._running)
            self.switches += 1
            self._passed.notify_all()

    def _wait(self, place: int) -> None:
        if not self._passed.wait_for(lambda: self._turn == place, LONGEST):
            raise TimeoutError(f"thread {place} never got its turn")


def interleaved(
    tasks: Sequence[Callable[[], Answer]], modules: Collection[str], often: float, seed: int
) -> list[Answer]:
    """The answers of tasks, each in its own thread, that take turns within modules (imported, by name).

    `often` is the share of their instructions before which the turn passes on.
    """
    files = {str(Path(sys.modules[module].__file__ or "")) for module in modules}
    turns = Turns(len(tasks), files, often, seed)
    with ThreadPoolExecutor(len(tasks)) as threads:
        answers = list(threads.map(turns.run, range(len(tasks)), tasks))
    assert turns.switches > 10 * len(tasks), "the threads hardly met: the modules are not those that they share"
    return answers
