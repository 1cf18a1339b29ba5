"""Owns what can be wrong with an input: a located problem, and the one exception that carries all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a file: lines and columns count from 1, 0 where only the file (or the option) is known."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: `key` names its sentence in the catalogue, `path` the item by id, `near` the likely intention."""

    key: str
    values: Mapping[str, Any] = field(default_factory=dict)
    path: tuple[str, ...] = ()
    where: Location | None = None
    near: str | None = None


class TeamplanError(Exception):
    """Unusable input. Carries every problem found, never only the first."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("; ".join(f"{problem.where or ''} {problem.key}" for problem in problems))
        self.problems = tuple(problems)


def failure(key: str, near: str | None = None, **values: Any) -> TeamplanError:
    """An error of one problem without a place in a file."""
    return TeamplanError([Problem(key, values, near=near)])
