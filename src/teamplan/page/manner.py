"""Owns how much is told and in which look, as the prompt that runs wants it: notes or none, colour or none."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TextIO

from teamplan.record import Record

COLORS = ("auto", "always", "never")


class Manner(Record):
    """`quiet` leaves out what is neither answer nor problem; `color` is one of `COLORS`."""

    quiet: bool = False
    color: str = "auto"


_MANNER: ContextVar[Manner] = ContextVar("manner")


@contextmanager
def behaving(manner: Manner) -> Iterator[None]:
    """Around a prompt that wants this manner."""
    token = _MANNER.set(manner)
    try:
        yield
    finally:
        _MANNER.reset(token)


def quiet() -> bool:
    """Whether notes and progress are not wanted."""
    return _MANNER.get(Manner()).quiet


def coloured(stream: TextIO) -> bool:
    """Whether terminal codes go to a stream: as `--color` says, else `NO_COLOR`, else `FORCE_COLOR`, else a terminal's.

    A variable that is empty says nothing; a terminal that is dumb takes none.
    """
    color = _MANNER.get(Manner()).color
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (stream.isatty() and os.environ.get("TERM") != "dumb")
