"""Owns what can be wrong with an input: a located problem, and the one exception that carries all of them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from teamplan.record import Record, fresh

First = TypeVar("First")
Second = TypeVar("Second")


class Location(Record):
    """A place in a file: lines and columns count from 1, 0 where only the file (or the option) is known."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class Problem(Record):
    """One fault: `key` names its sentence in the catalogue, `path` the item by id, `near` the likely intention."""

    key: str
    values: Mapping[str, Any] = fresh(factory=dict)
    path: tuple[str, ...] = ()
    where: Location | None = None
    near: str | None = None


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


def failure(key: str, near: str | None = None, **values: Any) -> TeamplanError:
    """An error of one problem without a place in a file."""
    return TeamplanError([Problem(key, values, near=near)])
