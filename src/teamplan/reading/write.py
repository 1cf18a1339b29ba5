"""Owns what is written: YAML text, and files and folders that are never half written."""

import os
import shutil
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from errno import EACCES, ENOTDIR
from pathlib import Path
from stat import S_IMODE, S_ISDIR, S_ISREG

from teamplan.errors import Location, Problem, TeamplanError
from teamplan.reading.places import built_in

ENDING = ("SIGTERM", "SIGHUP")  # ask a process to end, which ends at once by default
SIGNALLED = 128  # above it an exit code is the number of a signal


def write_file(path: Path, written: str | bytes, *, lasting: bool = True) -> None:
    """Replace a file as a whole, text in UTF-8: written beside it first, then renamed.

    A link is followed, and the file keeps its mode; a new one gets the usual mode. What is `lasting` is on the disk
    before the old file goes. Raises a TeamplanError if it cannot, or for what is there and no regular file (a folder, a
    pipe, a device) or must not be written.
    """
    with _telling(path), _unwound():
        mode = _mode(path)
        target = path.resolve()
        temporary = target.parent / _name()
        try:
            with open(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb") as file:  # noqa: PTH123 - by number
                file.write(written if isinstance(written, bytes) else written.encode())
                if lasting:
                    file.flush()
                    os.fsync(file.fileno())
            if mode is not None:
                temporary.chmod(mode)
            temporary.replace(target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def refuse_unwritable(path: Path) -> None:
    """Raise the TeamplanError that `write_file` would raise, as far as it is known before anything is written."""
    with _telling(path):
        _mode(path)
        folder = path.resolve().parent
        os.stat(f"{folder}{os.sep}.")  # noqa: PTH116 - a path has no dot at its end
        if not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError(EACCES, os.strerror(EACCES))


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder: a new one whole or not at all; in one that is there each file whole, in their order.

    A link to a folder is followed; what else is in it stays. Raises a TeamplanError if it cannot.
    """
    with _telling(folder), _unwound():
        if _status(folder) is not None:
            for name, written in files.items():
                write_file(folder / name, written)
            return
        target = folder.resolve()
        temporary = target.parent / _name()
        try:
            temporary.mkdir()
            for name, written in files.items():
                (temporary / name).write_bytes(written)
            temporary.replace(target)
        except BaseException:
            shutil.rmtree(temporary, ignore_errors=True)
            raise


def refuse_unwritable_folder(folder: Path) -> None:
    """Raise the TeamplanError that `write_folder` would raise, as far as it is known before anything is written."""
    with _telling(folder):
        there = _status(folder)
        if there is not None and not S_ISDIR(there.st_mode):
            raise NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR))
        within = folder.resolve() if there is not None else folder.resolve().parent
        os.stat(f"{within}{os.sep}.")  # noqa: PTH116 - a path has no dot at its end
        if not os.access(within, os.W_OK | os.X_OK):
            raise PermissionError(EACCES, os.strerror(EACCES))


def copy_built_in(folder: Path) -> list[str]:
    """A copy of the built-in playbook in a new or empty folder, whole or not at all; the files in it, in order of name.

    A link to an empty folder is followed. Raises a TeamplanError if it cannot.
    """
    with _telling(folder):
        there = _status(folder) is not None
        if there and (not folder.is_dir() or any(folder.iterdir())):
            raise TeamplanError([Problem("folder-not-empty", where=Location(str(folder)))])
        target = folder.resolve()
        if not there:
            target.parent.mkdir(parents=True, exist_ok=True)
        temporary = (target if there else target.parent) / _name()
        try:
            _copy(built_in(), temporary)
            if there:
                _move_up(temporary)
            else:
                temporary.replace(target)
        except BaseException:
            shutil.rmtree(temporary, ignore_errors=True)
            raise
        return sorted(path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file())


def _copy(source: Path, target: Path) -> None:
    """A copy of a folder with the modes of new files, as the source may be one that nobody can write."""
    target.mkdir()
    for path in source.iterdir():
        if path.is_dir():
            _copy(path, target / path.name)
        else:
            (target / path.name).write_bytes(path.read_bytes())


def _move_up(folder: Path) -> None:
    """Move what is in a folder to the folder around it, all of it or nothing."""
    moved: list[Path] = []
    try:
        for path in list(folder.iterdir()):
            moved.append(path.rename(folder.parent / path.name))
    except BaseException:
        for path in moved:
            path.rename(folder / path.name)
        raise
    folder.rmdir()


def _mode(path: Path) -> int | None:
    """The mode of a regular file, None where nothing is there. Raises a TeamplanError for anything else."""
    status = _status(path)
    if status is None:
        return None
    if not S_ISREG(status.st_mode):
        raise TeamplanError([Problem("not-written-over", where=Location(str(path)))])
    if not os.access(path, os.W_OK):
        raise PermissionError(EACCES, os.strerror(EACCES))
    return S_IMODE(status.st_mode)


def _status(path: Path) -> os.stat_result | None:
    """What is at a path, links followed; None where nothing is."""
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _name() -> str:
    """A name that no other process takes, short enough for any folder."""
    return f".teamplan-{os.urandom(6).hex()}"


@contextmanager
def _unwound() -> Iterator[None]:
    """Around what must be cleaned up: who asks the process to end (but by SIGKILL) lets it do so.

    Only the main thread hears signals; where another writes, or a system has no such signal, nothing changes.
    """
    before = {}
    try:
        with suppress(ValueError):
            for name in ENDING:
                if (number := getattr(signal, name, None)) and signal.getsignal(number) is signal.SIG_DFL:
                    before[number] = signal.signal(number, _end)
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, _: object) -> None:
    raise SystemExit(SIGNALLED + number)


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    """Around what is written to a path: what the system refuses becomes a TeamplanError."""
    try:
        yield
    except OSError as error:
        reason = {"reason": error.strerror or str(error)}
        raise TeamplanError([Problem("cannot-write", reason, where=Location(str(path)))]) from None
