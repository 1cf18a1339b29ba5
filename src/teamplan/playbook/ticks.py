"""Owns the small file that keeps the ticks of a checklist: `done: [role/duty, ...]`."""

from collections.abc import Collection
from pathlib import Path

from teamplan.answers.question import unknown
from teamplan.errors import Problem, TeamplanError
from teamplan.model.base import Frozen, Line
from teamplan.playbook.document import read_file
from teamplan.playbook.validate import validate
from teamplan.playbook.write import to_yaml, write_file


class Done(Frozen):
    """The ids of ticked boxes, those of other stages too."""

    done: tuple[Line, ...] = ()


def read_ticks(path: Path, more: list[str], known: Collection[str]) -> frozenset[str]:
    """The ticks of the file, and `more`. Raises a TeamplanError for a faulty file or a box that does not exist."""
    problems: list[Problem] = [unknown("box", each, known) for each in more if each not in known]
    before: tuple[str, ...] = ()
    if path.exists():
        document, found = read_file(path)
        sound, faults = validate(Done, document)
        problems += found + faults
        before = sound.done if sound else ()
    if problems:
        raise TeamplanError(problems)
    return frozenset(before) | frozenset(more)


def write_ticks(path: Path, done: frozenset[str]) -> None:
    """Keep the ticks."""
    write_file(path, to_yaml({"done": sorted(done)}))
