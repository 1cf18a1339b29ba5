"""Thousands of faults in one file: the first fifty are told and the others counted, in work that grows as they do."""

import sys
from collections.abc import Callable, Collection
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from teamplan import errors
from teamplan.errors import Problem, TeamplanError
from teamplan.language import Speaker
from teamplan.page.problems import MOST_TOLD, tell
from teamplan.playbook.playbook import Playbook
from teamplan.questions.stages.page import check_shown
from teamplan.reading.forecast import read_forecast
from teamplan.reading.inputs import read_store, read_team_file

FILES: dict[str, Callable[[int], str]] = {
    "unknown roles": lambda count: "roles:\n" + "".join(f"  operato-{each}: 1\n" for each in range(count)),
    "no people": lambda count: "roles:\n" + "".join(f"  operato-{each}: x\n" for each in range(count)),
    "unknown keys": lambda count: "".join(f"visitor{each}: 1\n" for each in range(count)) + "roles: {}\n",
    "missing keys": lambda count: "".join(f"visitor{each}: 1\n" for each in range(count)),
    "duplicate keys": lambda count: "roles: {}\n" * (count + 1),
}


def team_faults(folder: Path, text: str, roles: Any) -> list[Problem]:
    file = folder / "team.yaml"
    file.write_text(text, encoding="utf-8")
    return read_team_file(file, roles)[1]


@pytest.mark.parametrize("kind", FILES)
def test_the_first_fifty_are_told_and_the_rest_counted(kind: str, playbook: Playbook, tmp_path: Path) -> None:
    problems = team_faults(tmp_path, FILES[kind](1200), playbook.roles)
    lines = tell(problems, Speaker("en")).splitlines()
    assert len(problems) >= 1200
    assert len(lines) == MOST_TOLD + 1
    assert lines[-1] == f"and {len(problems) - MOST_TOLD:,} more"
    assert all(line.startswith(f"{tmp_path / 'team.yaml'}:") for line in lines[:-1])
    data = check_shown("mine", (0, 0), problems, Speaker("en")).data()
    assert (data["count"], len(data["problems"])) == (len(problems), MOST_TOLD)


@pytest.mark.parametrize("count", [1, MOST_TOLD])
def test_fifty_are_told_without_a_count(count: int) -> None:
    problems = [Problem("empty", path=(str(each),)) for each in range(count)]
    assert tell(problems, Speaker("en")).splitlines() == [f"{each}: must not be empty" for each in range(count)]


@pytest.mark.parametrize("kind", FILES)
def test_twice_the_faults_are_twice_the_work(kind: str, playbook: Playbook, tmp_path: Path) -> None:
    def read(count: int) -> None:
        assert len(team_faults(tmp_path, FILES[kind](count), playbook.roles)) >= count

    assert steps_of(lambda: read(600)) < 2.1 * steps_of(lambda: read(300))


def test_a_bad_forecast_of_twice_the_lines_is_twice_the_work(tmp_path: Path) -> None:
    def read(count: int) -> None:
        file = tmp_path / "f.csv"
        file.write_text("date,orders\n" + "x,y\n" * count, encoding="utf-8")
        assert len(read_forecast(file)[1]) == 2 * count

    assert steps_of(lambda: read(600)) < 2.1 * steps_of(lambda: read(300))


def test_what_was_meant_is_looked_for_only_where_a_fault_is_told(
    playbook: Playbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    real = errors.nearest

    def noted(given: str, *lists: Collection[str]) -> str | None:
        asked.append(given)
        return real(given, *lists)

    monkeypatch.setattr(errors, "nearest", noted)
    problems = team_faults(tmp_path, FILES["unknown roles"](400), playbook.roles)
    assert asked == []
    assert "Did you mean “operator”?" in tell(problems, Speaker("en"))
    assert len(asked) <= 2 * MOST_TOLD


def test_faults_of_a_store_file_are_linear_too(playbook: Playbook, tmp_path: Path) -> None:
    def read(count: int) -> None:
        file = tmp_path / "store.yaml"
        file.write_text("assumptions:\n" + "".join(f"  a{each}: x\n" for each in range(count)), encoding="utf-8")
        with pytest.raises(TeamplanError) as caught:
            read_store({}, file, None, playbook)
        assert len(caught.value.problems) == count

    assert steps_of(lambda: read(600)) < 2.1 * steps_of(lambda: read(300))


def steps_of(work: Callable[[], object]) -> int:
    """How many steps of the interpreter a piece of work takes: a measure that does not hang on the machine."""
    count = 0

    def traced(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal count
        frame.f_trace_opcodes = True
        count += event == "opcode"
        return traced

    work()  # what is done once a process is not counted
    sys.settrace(traced)
    try:
        work()
    finally:
        sys.settrace(None)
    return count
