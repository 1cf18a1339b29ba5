"""Owns what can be wrong with an input: a located problem, the one exception that carries all of them, and the names
that a wrong one may have been meant for.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from teamplan.record import Record, fresh

First = TypeVar("First")
Second = TypeVar("Second")
ALIKE = 0.6  # of two words: 1 is the same, 0 shares nothing
LONGEST_NAME = 100  # characters; nobody slips in a longer one


class Location(Record):
    """A place in a file: lines and columns count from 1, 0 where only the file (or the option) is known."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class Problem(Record):
    """One fault: `key` names its sentence in the catalogue, `path` the item by id.

    `among` are the lists of names that the value `given` may have been meant for, the likeliest list first. Where a
    difference brought the fault about in a file under it, `seen` is its place there.
    """

    key: str
    values: Mapping[str, Any] = fresh(factory=dict)
    path: tuple[str, ...] = ()
    where: Location | None = None
    among: tuple[Collection[str], ...] = ()
    seen: Location | None = None

    @property
    def near(self) -> str | None:
        """The likely intention. Looked for only when it is asked for: thousands of faults may stand in one file."""
        return nearest(str(self.values["given"]), *self.among) if self.among else None


class TeamplanError(Exception):
    """Unusable input. Carries every problem found, never only the first."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("; ".join(f"{problem.where or ''} {problem.key}" for problem in problems))
        self.problems = tuple(problems)


def collected(first: Callable[[], First], second: Callable[[], Second]) -> tuple[First, Second]:
    """What two readers return. Raises one TeamplanError with the problems of both, if either fails."""
    try:
        one = first()
    except TeamplanError as error:
        problems = error.problems
        try:
            second()
        except TeamplanError as another:
            problems += another.problems
        raise TeamplanError(problems) from None
    return one, second()


class Faults:
    """Collects problems of several readers, so that one fault does not hide the next."""

    def __init__(self) -> None:
        self.found: list[Problem] = []

    def caught(self, read: Callable[[], First]) -> First | None:
        """What was read, None where it was faulty."""
        try:
            return read()
        except TeamplanError as error:
            self.found += error.problems
        return None


def unknown(kind: str, given: str, known: Iterable[str]) -> Problem:
    """The problem of a name that does not exist, among those that do."""
    names = tuple(known)
    return Problem(f"unknown-{kind}", {"given": given, "known": ", ".join(names)}, among=(names,))


def escaped(value: Any) -> Any:
    """A text whose bytes are no UTF-8 (lone surrogates, in file names or at the prompt) with these as escapes."""
    return value.encode(errors="backslashreplace").decode() if isinstance(value, str) else value


def nearest(given: str, *lists: Collection[str], alike: float = ALIKE) -> str | None:
    """The name most like the one given, whatever its case, in the first list that has one; None where none has."""
    if len(given) > LONGEST_NAME:
        return None
    from difflib import get_close_matches  # needed for faults alone

    found = (get_close_matches(given.lower(), list(known), n=1, cutoff=alike) for known in lists)
    return next((each[0] for each in found if each), None)
