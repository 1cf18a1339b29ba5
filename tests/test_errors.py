"""The error catalogue: a file that provokes each message, and the message to the letter in both languages.

`python -m tests.test_errors` writes the messages anew; read the change as a diff.
"""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from teamplan.answers.capacity import capacity
from teamplan.answers.hire import hire
from teamplan.answers.next import outlook
from teamplan.answers.recommend import recommend
from teamplan.errors import Problem, TeamplanError
from teamplan.i18n import LANGUAGES, Speaker
from teamplan.i18n.problems import PROBLEMS
from teamplan.model.playbook import Playbook
from teamplan.model.store import Store
from teamplan.playbook.inputs import read_store
from teamplan.playbook.load import inspect, load
from teamplan.playbook.places import built_in
from teamplan.playbook.schedule import read_schedule
from teamplan.render.problems import tell

ASKED: dict[str, Callable[[Playbook, Store], object]] = {  # which answer a case is about; `recommend` unless it says so
    "recommend": recommend,
    "capacity": capacity,
    "next": lambda playbook, store: outlook(playbook, store, 1),
}
CASES = {path.stem: path for path in sorted((Path(__file__).parent / "errors").glob("*.yaml"))}
PROMPT_ONLY: dict[str, str] = {  # raised by the command line alone -> where that is tested
    "no-such-option": "tests/cli",
    "no-such-command": "tests/cli",
    "extra-argument": "tests/cli",
    "option-needs-value": "tests/cli",
    "option-takes-none": "tests/cli",
    "override-outside-range": "tests/cli",
    "missing-argument": "tests/cli",
    "usage": "tests/cli",
    "bug": "tests/cli",
    "folder-not-empty": "tests/cli",
    "cannot-write": "tests/cli",
    "tick-without-file": "tests/cli/test_checklist.py",
    "locked": "tests/playbook/test_ticks.py",
    "not-written-over": "tests/playbook/test_write.py",
    "not-a-plan": "tests/cli",
    "diff-mixed": "tests/cli",
    "set-without-value": "tests/cli",
    "unknown-format": "tests/cli",
    "not-a-file": "tests/playbook/test_text.py",
    "unknown-language": "tests/cli",
    "unknown-kind": "tests/cli",
    "unknown-subject": "tests/cli",
    "unknown-box": "tests/cli",
    "example-failed": "tests/cli",
    "not-a-sweep": "tests/cli/test_sweep.py",
    "not-steps-of-sweep": "tests/cli/test_sweep.py",
    "too-many-agents": "tests/cli/test_service.py",
    "not-a-target": "tests/cli/test_service.py",
    "lengths-fall": "tests/cli/test_service.py",
    "unknown-queue-model": "tests/cli/test_service.py",
    "unknown-definition": "tests/cli/test_service.py",
    "unknown-work": "tests/cli/test_service.py",
    "one-length-only": "tests/cli/test_service.py",
    "chats-or-per-hour": "tests/cli/test_service.py",
    "not-of-a-day": "tests/cli/test_service.py",
    "not-of-an-interval": "tests/cli/test_service.py",
    "no-live-duty": "tests/cli/test_service.py",
    "nobody-answers": "tests/cli/test_service.py",
    "extra-missing": "tests/cli/test_service.py",
    "not-steps": "tests/cli",
    "columns-ignored": "tests/cli",
    "overtime-above-law": "tests/cli/test_peak.py",
    "unknown-event": "tests/cli/test_peak.py",
    "no-events": "tests/cli/test_peak.py",
    "orders-x-below-one": "tests/cli/test_peak.py",
    "solver-missing": "tests/cli/test_peak.py",
    "baseline-columns": "tests/cli/test_peak.py",
    "baseline-empty": "tests/cli/test_peak.py",
}


@pytest.mark.parametrize("key", CASES)
def test_the_message_is_the_one_on_record(key: str, tmp_path: Path) -> None:
    case = yaml.safe_load(CASES[key].read_text(encoding="utf-8"))
    problems = provoked(case, tmp_path)
    told = {language: _told(problems, Speaker(language), tmp_path) for language in LANGUAGES}
    assert told == {language: case[language] for language in LANGUAGES}
    assert key in {problem.key for problem in problems}


def test_every_message_has_a_case_that_provokes_it() -> None:
    assert set(CASES) | set(PROMPT_ONLY) == set(PROBLEMS)
    assert not set(CASES) & set(PROMPT_ONLY)


def provoked(case: dict[str, Any], folder: Path) -> list[Problem]:
    """What a case's changes to a playbook, store, team or options bring up."""
    playbook_folder = folder / case.get("folder", "marketplace")
    shutil.copytree(built_in(), folder / "marketplace")
    _change(case, playbook_folder)
    playbook, problems = inspect(playbook_folder)
    if "hire" in case:
        return _unplanned(case, folder)
    if not {"store", "team", "options"} & set(case):
        return problems
    assert playbook is not None, problems
    try:
        ASKED[case.get("answer", "recommend")](playbook, read_store(*_given(case, folder), playbook.roles))
    except TeamplanError as error:
        return list(error.problems)
    return []


def _unplanned(case: dict[str, Any], folder: Path) -> list[Problem]:
    """What the options of `hire` and its forecast bring up."""
    options: dict[str, str | None] = dict(case["hire"])
    if "forecast" in case:
        file = folder / "forecast.csv"
        written = case["forecast"]  # text, or bytes in hex
        file.write_bytes(bytes.fromhex(written["bytes"]) if isinstance(written, dict) else written.encode())
        options["forecast"] = str(file)
    try:
        schedule, _ = read_schedule(options)
        hire(load(built_in()), Store(), schedule)
    except TeamplanError as error:
        return list(error.problems)
    return []


def _given(case: dict[str, Any], folder: Path) -> tuple[dict[str, Any], Path | None, Path | None]:
    files: list[Path | None] = []
    for kind in ("store", "team"):
        files.append(folder / f"{kind}.yaml" if kind in case else None)
        if kind in case:
            (folder / f"{kind}.yaml").write_text(case[kind], encoding="utf-8")
    return case.get("options", {"orders": "270"}), files[0], files[1]


def _change(case: dict[str, Any], folder: Path) -> None:
    for name in _list(case.get("remove")):
        (folder / name).unlink()
    for edit in _list(case.get("edit")):
        path = folder / edit["file"]
        text = path.read_text(encoding="utf-8")
        if "append" in edit:
            text += edit["append"]
        else:
            assert text.count(edit["find"]) == 1, edit
            text = text.replace(edit["find"], edit["replace"])
        path.write_text(text, encoding="utf-8")
    for write in _list(case.get("write")):
        raw = bytes.fromhex(write["bytes"]) if "bytes" in write else write["text"].encode()
        (folder / write["file"]).write_bytes(raw * write.get("times", 1))


def _list(given: Any) -> list[Any]:
    return given if isinstance(given, list) else [] if given is None else [given]


def _told(problems: list[Problem], say: Speaker, folder: Path) -> list[str]:
    text = tell(problems, say)
    return [line.replace(f"{folder}/marketplace/", "").replace(f"{folder}/", "") for line in text.splitlines()]


def _write() -> None:
    from tempfile import TemporaryDirectory

    for path in CASES.values():
        text = path.read_text(encoding="utf-8")
        with TemporaryDirectory() as folder:
            problems = provoked(yaml.safe_load(text), Path(folder))
            told = {language: _told(problems, Speaker(language), Path(folder)) for language in LANGUAGES}
        messages = yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=10_000)
        path.write_text(text[: text.index("\nen:") + 1] + messages, encoding="utf-8")


if __name__ == "__main__":
    _write()
