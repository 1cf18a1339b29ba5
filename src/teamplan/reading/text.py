"""Owns the reading of a user's file as text: never more than its bound, never waiting for a pipe that nobody fills."""

from pathlib import Path
from stat import S_ISDIR, S_ISREG

from teamplan.errors import Location, Problem

MOST_BYTES = 2_000_000
OF_THE_PROMPT = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")  # `< file`, `cat file |`, `<(command)`: these do end


def text_of_file(path: Path, *, not_utf8: str = "not-utf8") -> tuple[str | None, list[Problem]]:
    """The text of a file without its byte order mark, None where it cannot be read, and why.

    `not_utf8` is the key for another encoding.
    """
    raw, problems = bytes_of_file(path)
    if raw is None:
        return None, problems
    try:
        return raw.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        sound = error.object[: error.start].decode()
        return None, [Problem(not_utf8, where=spot(str(path), sound, len(sound)))]


def bytes_of_file(path: Path) -> tuple[bytes | None, list[Problem]]:
    """What is in a file, None where it cannot be read, and why.

    Pipes and devices are read only if the prompt itself opened them.
    """
    name = str(path)
    try:
        if not _ends(path):
            return None, [Problem("not-a-file", where=Location(name))]
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: no file can be named so
        return None, [unreadable(path, error)]
    if len(raw) > MOST_BYTES:
        return None, [Problem("file-too-large", {"most": MOST_BYTES}, where=Location(name))]
    return raw, []


def unreadable(path: Path, error: Exception) -> Problem:
    """What the system said when it was asked for a file or folder."""
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return Problem("unreadable", {"reason": reason}, where=Location(str(path)))


def is_folder(path: Path) -> bool:
    """Whether a folder is there and may be looked at."""
    try:
        return S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def is_missing(path: Path) -> bool:
    """Whether nothing is there; what may not be looked at is not missing."""
    try:
        path.stat()
    except FileNotFoundError:
        return True
    except (OSError, ValueError):
        return False
    return False


def spot(file: str, text: str, place: int) -> Location:
    """The line and column of a place in a text."""
    return Location(file, text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place))


def _ends(path: Path) -> bool:
    """Whether reading comes to an end: files do, folders are refused at once, others if somebody fills them."""
    mode = path.stat().st_mode
    return S_ISREG(mode) or S_ISDIR(mode) or str(path).startswith(OF_THE_PROMPT)
