"""Owns the lock around a file that is read, changed and written again, so that what two processes add is kept."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from teamplan.errors import Location, Problem, TeamplanError

try:
    import fcntl as _fcntl
except ImportError:  # a system without it, where the last writer wins
    _fcntl = None  # type: ignore[assignment]

fcntl: Any = _fcntl
PATIENCE = 10.0  # seconds; a change takes milliseconds
PAUSE = 0.01


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Alone with a file that others of us may change. Raises a TeamplanError if another program keeps it.

    The lock is on the folder: the file itself is replaced by each change, and a file beside it would stay behind. Where
    there is no lock (another system, a folder of the network that has none), nobody waits.
    """
    folder = _opened(Path(os.path.realpath(path)).parent) if fcntl is not None else None
    try:
        if folder is not None:
            _wait(folder, path)
        yield
    finally:
        if folder is not None:
            os.close(folder)


def _opened(folder: Path) -> int | None:
    with suppress(OSError):  # what is wrong with the folder is told by who writes there
        return os.open(folder, os.O_RDONLY)
    return None


def _wait(folder: int, path: Path) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                raise TeamplanError([Problem("locked", where=Location(str(path)))]) from None
            time.sleep(PAUSE)
        except OSError:  # no locks here
            return
        else:
            return
