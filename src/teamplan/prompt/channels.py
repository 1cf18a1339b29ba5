"""Owns the channels of the process: the answer goes to stdout, all else to stderr, also where one is closed or full."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from teamplan.errors import Location, Problem, TeamplanError
from teamplan.language import Speaker
from teamplan.page.manner import quiet
from teamplan.page.problems import printable, tell

BEHIND = {"stdin": os.O_RDONLY, "stdout": os.O_RDONLY, "stderr": os.O_WRONLY}  # how the null device stands in for each


def open_channels() -> None:
    """Put the null device behind each channel that is closed, so that no file of ours gets its number.

    A closed stdout refuses what is written to it, a closed stderr swallows it. A character that a channel cannot
    encode becomes a question mark.
    """
    for name, flags in BEHIND.items():
        if getattr(sys, name) is None:
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, os.fdopen(os.open(os.devnull, flags), mode, encoding="utf-8"))
    for stream in (sys.stdout, sys.stderr):
        getattr(stream, "reconfigure", lambda **_: None)(errors="replace")


@contextmanager
def answering() -> Iterator[None]:
    """Around all that writes to stdout. A reader that went away has seen enough.

    Raises a TeamplanError where stdout cannot be written; an OSError about a file goes through.
    """
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        _silence(sys.stdout)
    except OSError as error:
        if error.filename is not None:  # an open channel has no name
            raise
        _silence(sys.stdout)
        reason = {"reason": error.strerror or str(error)}
        raise TeamplanError([Problem("cannot-write", reason, where=Location("stdout"))]) from None


def put(written: bytes) -> None:
    """Write what machines read to stdout, as it is whatever the locale. Raises as `answering` does."""
    with answering():
        sys.stdout.flush()
        sys.stdout.buffer.write(written)
        sys.stdout.buffer.flush()


def print_out(text: str) -> None:
    """Write text for people to stdout, in the encoding of the locale. Raises as `answering` does."""
    with answering():
        sys.stdout.write(text)


def note(*lines: str) -> None:
    """Tell remarks on stderr, unless none are wanted."""
    if not quiet():
        complain(*lines)


def complain(*lines: str) -> None:
    """Tell lines on stderr, never as terminal codes. Where they cannot be written, nobody listens."""
    try:
        sys.stderr.write("".join(f"{printable(line)}\n" for line in lines))
        sys.stderr.flush()
    except OSError:
        _silence(sys.stderr)


def note_problems(problems: Sequence[Problem], say: Speaker) -> None:
    """Tell what is remarkable on stderr, one line each, unless no remarks are wanted."""
    if problems:
        note(*tell(problems, say).split("\n"))


def _silence(stream: Any) -> None:
    """Turn a broken channel to the null device, as what is left in it is written once more when the process ends."""
    with suppress(OSError, ValueError):  # a stream that a test put there has no number
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, stream.fileno())
        os.close(sink)
