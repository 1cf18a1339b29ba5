"""Owns the reading of a user's file as text: never more than its bound, never waiting for a pipe that nobody fills."""

import sys
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import TextIO

from teamplan.errors import Location, Problem

MOST_BYTES = 2_000_000
STDIN = Path("/dev/stdin")  # read by its channel, also where there is no such file
DASH = "-"  # how standard input is named at the prompt; a file of that name is `./-`
UTF_16 = (b"\xff\xfe", b"\xfe\xff")  # how a file begins that a Windows shell wrote with `>`
OF_THE_PROMPT = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")  # `< file`, `cat file |`, `<(command)`: these do end


def named_file(given: str) -> Path:
    """The file that the prompt names; `-` is standard input."""
    return STDIN if given == DASH else Path(given)


def suffix_of(path: Path) -> str:
    """How the name of a file ends, in small letters; standard input has no name and is told by its look."""
    return path.suffix.lower() if path != STDIN else _look(bytes_of_file(path)[0] or b"")


def _look(raw: bytes) -> str:
    """What a text seems to be: a workbook, JSON, rows whose head has commas and no colon, else YAML."""
    if raw.startswith(b"PK"):
        return ".xlsx"
    encoding = "utf-16" if raw[:2] in UTF_16 else "utf-8-sig"
    text = raw.decode(encoding, errors="replace").lstrip()
    head = text.partition("\n")[0]
    return ".json" if text[:1] == "{" else ".csv" if "," in head and ":" not in head else ".yaml"


def text_of_file(
    path: Path, *, not_utf8: str = "not-utf8", otherwise: Callable[[bytes], str | None] = lambda _: None
) -> tuple[str | None, list[Problem]]:
    """The text of a file, UTF-8 or marked UTF-16, without its byte order mark; None where it cannot be read, and why.

    `otherwise` reads another encoding, for which `not_utf8` is the key where it cannot.
    """
    raw, problems = bytes_of_file(path)
    if raw is None:
        return None, problems
    marked = raw[:2] in UTF_16
    try:
        return raw.decode("utf-16" if marked else "utf-8-sig"), []
    except UnicodeDecodeError as error:
        text = otherwise(raw)
        if text is not None:
            return text, []
        sound = "" if marked else error.object[: error.start].decode()
        where = Location(str(path)) if marked else spot(str(path), sound, len(sound))
        return None, [Problem(not_utf8, where=where)]


def bytes_of_file(path: Path) -> tuple[bytes | None, list[Problem]]:
    """What is in a file, None where it cannot be read, and why.

    Pipes and devices are read only if the prompt itself opened them; standard input is read once and kept.
    """
    name = str(path)
    try:
        if path == STDIN:
            raw = _given(sys.stdin)
        elif not _ends(path):
            return None, [Problem("not-a-file", where=Location(name))]
        else:
            with path.open("rb") as file:
                raw = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: no file can be named so
        return None, [unreadable(path, error)]
    if len(raw) > MOST_BYTES:
        return None, [Problem("file-too-large", {"most": MOST_BYTES}, where=Location(name))]
    return raw, []


@lru_cache(maxsize=1)
def _given(stdin: TextIO) -> bytes:
    """What comes by standard input, no more than its bound."""
    return stdin.buffer.read(MOST_BYTES + 1)


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
