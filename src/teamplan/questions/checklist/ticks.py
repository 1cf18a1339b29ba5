"""Owns the small file that keeps the ticks of a checklist: `done: [role/duty, ...]`."""

from collections.abc import Collection
from pathlib import Path

from teamplan.errors import Location, Problem, TeamplanError, unknown
from teamplan.page.yaml_text import to_yaml
from teamplan.playbook.base import Frozen, Line
from teamplan.reading.document import read_file
from teamplan.reading.lock import locked
from teamplan.reading.text import is_missing
from teamplan.reading.validate import validate
from teamplan.reading.write import write_file


class Done(Frozen):
    """The ids of ticked boxes, those of other stages too."""

    done: tuple[Line, ...] = ()


def kept_ticks(path: Path | None, more: Collection[str], known: Collection[str]) -> frozenset[str]:
    """The ticks of a file with `more` added and saved; a file that is not there yet is begun.

    What others add at the same time is kept as well. Raises a TeamplanError for a faulty file, a box that does not
    exist, and ticks without a file to keep them.
    """
    problems = [unknown("box", each, known) for each in more if each not in known]
    if path is None:
        lost = [Problem("tick-without-file", where=Location("--tick"))] if more else []
        if problems or lost:
            raise TeamplanError(lost + problems)
        return frozenset()
    before = _read(path, problems)
    if before is not None and not more:
        return before
    with locked(path):
        done = (_read(path, []) or frozenset()) | frozenset(more)
        write_file(path, to_yaml({"done": sorted(done)}))
    return done


def _read(path: Path, problems: list[Problem]) -> frozenset[str] | None:
    """The ticks of a file, None where it is not there. Raises a TeamplanError with its faults and with `problems`."""
    found = list(problems)
    sound = None
    if not is_missing(path):
        document, faults = read_file(path)
        sound, more = validate(Done, document)
        found += faults + more
    if found:
        raise TeamplanError(found)
    return frozenset(sound.done) if sound else None
