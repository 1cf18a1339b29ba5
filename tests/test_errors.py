"""The error catalogue: a file that provokes each message, and the message to the letter in both languages.

`python -m tests.test_errors` writes the messages anew; read the change as a diff.
"""

import os
import re
import shlex
import shutil
from collections.abc import Callable
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest
import yaml

from teamplan.cli.run import run
from teamplan.errors import Problem, TeamplanError
from teamplan.language import LANGUAGES, Speaker
from teamplan.language.problems import PROBLEMS
from teamplan.page.problems import tell
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store
from teamplan.questions.capacity.answer import capacity
from teamplan.questions.hire.answer import hire
from teamplan.questions.hire.schedule import read_schedule
from teamplan.questions.next.answer import outlook
from teamplan.questions.recommend.answer import recommend
from teamplan.reading.inputs import read_store
from teamplan.reading.load import inspect, load
from teamplan.reading.places import built_in

ASKED: dict[str, Callable[[Playbook, Store], object]] = {  # which answer a case is about; `recommend` unless it says so
    "recommend": recommend,
    "capacity": capacity,
    "next": lambda playbook, store: outlook(playbook, store, 1),
}
HERE = Path(__file__).parent
FILES = {path.stem: path for path in sorted((HERE / "errors").glob("*.yaml"))}
PROMPTS = {key: path for key, path in FILES.items() if "prompt" in yaml.safe_load(path.read_text(encoding="utf-8"))}
CASES = {key: path for key, path in FILES.items() if key not in PROMPTS}
ELSEWHERE: dict[str, str] = {  # what no file can bring up -> the test that does
    "bug": "cli/test_manners.py::test_a_bug_is_one_line_and_exit_code_101",
    "usage": "cli/test_manners.py::test_a_complaint_of_typer_that_we_do_not_know_is_passed_on",
    "locked": "questions/checklist/test_ticks.py::test_a_lock_that_another_program_keeps_is_said_and_not_waited_for",
    "not-written-over": "reading/test_write.py::test_what_is_no_file_is_never_replaced",
    "not-a-file": "reading/test_text.py::test_a_pipe_that_nobody_fills_is_refused_at_once",
    "plan-version": "questions/diff/test_saved_plan.py::test_a_fault_is_told_with_its_path",
    "role-twice": "questions/diff/test_saved_plan.py::test_a_fault_is_told_with_its_path",
    "extra-missing": "questions/service/test_command.py::test_without_the_extra_simulate_says_how_to_install_it",
    "solver-missing": "questions/peak/test_command.py::test_without_the_solver_the_rule_covers_and_the_page_says_so",
}


@pytest.mark.parametrize("key", CASES)
def test_the_message_is_the_one_on_record(key: str, tmp_path: Path) -> None:
    case = yaml.safe_load(CASES[key].read_text(encoding="utf-8"))
    problems = provoked(case, tmp_path)
    told = {language: _told(problems, Speaker(language), tmp_path) for language in LANGUAGES}
    assert told == {language: case[language] for language in LANGUAGES}
    assert key in {problem.key for problem in problems}


@pytest.mark.parametrize("key", PROMPTS)
def test_a_prompt_tells_the_message_on_record(
    key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    case = yaml.safe_load(PROMPTS[key].read_text(encoding="utf-8"))
    for language, sentence in zip(LANGUAGES, PROBLEMS[key], strict=True):
        monkeypatch.setenv("TEAMPLAN_LANG", language)
        code = prompted(case, tmp_path / language)
        out, err = capfd.readouterr()
        assert (code, bool(out)) == (case.get("exit", 2), "exit" in case)
        told = out if code == 1 else err
        assert told.splitlines() == case[language]
        words = (re.escape(word) for word in re.split(r"\{[^{}]+\}", sentence))
        assert re.search(".*".join(words), told), "not the message that the case is named for"


def test_every_message_has_a_case_that_provokes_it() -> None:
    assert set(FILES) | set(ELSEWHERE) == set(PROBLEMS)
    assert not set(FILES) & set(ELSEWHERE)


@pytest.mark.parametrize("key", ELSEWHERE)
def test_what_has_no_file_has_a_test(key: str) -> None:
    module, _, test = ELSEWHERE[key].partition("::")
    text = (HERE / module).read_text(encoding="utf-8").partition(f"def {test}(")[2].partition("\ndef ")[0]
    assert "assert " in text, "the test is gone"


def prompted(case: dict[str, Any], folder: Path) -> int:
    """Runs a case's prompt in a folder with a copy of the playbook and the case's files; its exit code."""
    shutil.copytree(built_in(), folder / "marketplace")
    _change(case, folder / "marketplace")
    for name, text in case.get("files", {}).items():
        (folder / name).write_text(text, encoding="utf-8")
    with chdir(folder):
        return run(shlex.split(case["prompt"]))


def provoked(case: dict[str, Any], folder: Path) -> list[Problem]:
    """What a case's changes to a playbook, store, team or options bring up."""
    playbook_folder = folder / case.get("folder", "marketplace")
    shutil.copytree(built_in(), folder / "marketplace")
    _change(case, playbook_folder)
    if "differences" in case:  # files of a playbook that extends the changed one
        playbook_folder = folder / "mine"
        playbook_folder.mkdir()
        for name, text in ({"playbook.yaml": "extends: ../marketplace\n"} | case["differences"]).items():
            (playbook_folder / name).write_text(text, encoding="utf-8")
    playbook, problems = inspect(playbook_folder)
    if "hire" in case:
        return _unplanned(case, folder)
    if not {"store", "team", "options"} & set(case):
        return problems
    assert playbook is not None, problems
    try:
        ASKED[case.get("answer", "recommend")](playbook, read_store(*_given(case, folder), playbook))
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

    for key, path in FILES.items():
        text = path.read_text(encoding="utf-8")
        with TemporaryDirectory() as folder:
            told = (_prompt_told if key in PROMPTS else _file_told)(yaml.safe_load(text), Path(folder))
        messages = yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=10_000)
        path.write_text(text[: text.index("\nen:") + 1] + messages, encoding="utf-8")


def _file_told(case: dict[str, Any], folder: Path) -> dict[str, list[str]]:
    problems = provoked(case, folder)
    return {language: _told(problems, Speaker(language), folder) for language in LANGUAGES}


def _prompt_told(case: dict[str, Any], folder: Path) -> dict[str, list[str]]:
    told: dict[str, list[str]] = {}
    for language in LANGUAGES:
        os.environ["TEAMPLAN_LANG"] = language
        with redirect_stdout(TextIOWrapper(BytesIO())) as out, redirect_stderr(StringIO()) as err:
            code = prompted(case, folder / language)
        out.seek(0)
        told[language] = (out.read() if code == 1 else err.getvalue()).splitlines()
    return told


if __name__ == "__main__":
    _write()
