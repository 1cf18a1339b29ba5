"""Owns the worker processes and their watchdog: a case that hangs or kills its process is told, the rest goes on."""

import faulthandler
import multiprocessing
import os
import signal
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from tests.fuzz.case import Fault, Key, Report
from tests.fuzz.judging import told_raise

Act = Callable[[Key], Report]
PATIENCE = 120.0  # seconds of wall time, when nothing but waiting is left: the limit of CPU time comes long before
START = 60.0  # seconds more until a new process has begun its first case
STACK = "stack.txt"
SPAWNED = multiprocessing.get_context("spawn")


def run_all(keys: Iterable[Key], act: Act, workers: int, patience: float = PATIENCE) -> Iterator[Report]:
    """The report of each case, in the order in which they end; everything that was written is gone afterwards."""
    waiting = iter(keys)
    with TemporaryDirectory(prefix="teamplan-fuzz-") as root:
        crew = [_Worker(act, Path(root) / str(number), patience) for number in range(workers)]
        try:
            busy = [worker for worker in crew if worker.give(next(waiting, None))]
            while busy:
                wait([worker.connection for worker in busy], timeout=1.0)
                for worker in list(busy):
                    report = worker.take()
                    if report is not None:
                        yield report
                        if not worker.give(next(waiting, None)):
                            busy.remove(worker)
        finally:
            for worker in crew:
                worker.end()


class _Worker:
    """One process; begun anew where a case has hung or killed it."""

    def __init__(self, act: Act, folder: Path, patience: float) -> None:
        self._act, self._folder, self._patience = act, folder, patience
        self._key: Key | None = None
        self._begin()

    def _begin(self) -> None:
        self._folder.mkdir(exist_ok=True)
        self.connection, there = SPAWNED.Pipe()
        self._process: BaseProcess = SPAWNED.Process(
            target=_work, args=(there, self._act, str(self._folder), self._patience)
        )
        self._process.start()
        there.close()

    def give(self, key: Key | None) -> bool:
        """Give it a case; False where there is none left. Its time runs from when the process begins it."""
        self._key, self._since = key, monotonic() + START
        if key is not None:
            self.connection.send(key)
        return key is not None

    def take(self) -> Report | None:
        """The report of its case, None as long as it works on it."""
        assert self._key is not None
        try:
            if self.connection.poll():
                report: Report | None = self.connection.recv()
                self._since = monotonic()
                return report
        except (EOFError, ConnectionError):
            self._process.join(self._patience)
            return self._lost(f"the process died: exit code {self._process.exitcode}")
        return self._lost(f"hangs for {self._patience:g} s") if monotonic() - self._since > self._patience else None

    def _lost(self, group: str) -> Report:
        assert self._key is not None
        stack = self._folder / STACK
        told = stack.read_text(encoding="utf-8", errors="replace") if stack.exists() else ""
        self.end()
        self._begin()
        return Report(self._key, faults=[Fault(f"{group}, in {_at_work(told)}", told)])

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self.connection.close()


def _at_work(stack: str) -> str:
    """The innermost place of ours in a stack of faulthandler."""
    ours = [line.strip() for line in stack.splitlines() if "/teamplan/" in line and "/tests/" not in line]
    return ours[0].removeprefix("File ").replace('"', "").rpartition("/teamplan/")[2] if ours else "?"


BESIDE: int | None = None  # the file descriptor of a file that stands in for stdout, in a worker


def _work(connection: Connection, act: Act, folder: str, patience: float) -> None:
    """The life of a worker: cases in, reports out, until it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's business, who ends us
    os.chdir(folder)
    os.environ["HOME"] = folder
    tempfile.tempdir = folder
    _stand_in(folder)
    with Path(STACK).open("w", encoding="utf-8") as stack:
        faulthandler.enable(stack)
        while True:
            try:
                key = connection.recv()
            except EOFError:  # the parent is gone
                return
            connection.send(None)  # begun
            faulthandler.dump_traceback_later(0.9 * patience, file=stack)
            report = _acted(act, key)
            faulthandler.cancel_dump_traceback_later()
            connection.send(report)


def _acted(act: Act, key: Key) -> Report:
    try:
        return act(key)
    except Exception as error:
        return Report(key, faults=[Fault(f"the fuzzer itself: {told_raise(error)}", repr(error))])


def _stand_in(folder: str) -> None:
    """Files for both output streams of the process, so that what C code prints is seen and not mixed with our own."""
    global BESIDE
    sys.stdout.flush()
    for descriptor, name in ((1, "stdout"), (2, "stderr")):
        file = os.open(Path(folder) / name, os.O_RDWR | os.O_CREAT | os.O_TRUNC)
        os.dup2(file, descriptor)
        os.close(file)
    BESIDE = 1
