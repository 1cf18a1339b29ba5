"""Owns the running of one case in this process: its own folder, captured streams, and a limit of CPU time."""

import gc
import io
import os
import resource
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from time import process_time
from typing import Any

from tests.fuzz.apart import is_apart
from tests.fuzz.case import Case, Fault, Key, Prompt, Report, write
from tests.fuzz.judging import MOST_TOLD, Outcome, faults_of, growth_faults, placed, told_raise

LIMIT, APART_TIMES = 5.0, 4.0  # seconds of CPU time, and how many times these a prompt that stands apart may take
MOST_MEMORY = 4 << 30
ENVIRONMENT = ("TEAMPLAN_LANG", "TEAMPLAN_PLAYBOOK", "LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS", "NO_COLOR")


class TooSlowError(BaseException):
    """The limit has passed. No Exception, so that nobody takes it for a fault of his own."""


def cases() -> dict[str, Callable[[Key], Case]]:
    """Where the cases of each kind come from; imported late, as a worker does."""
    from tests.fuzz.files import file_case
    from tests.fuzz.options import option_case
    from tests.fuzz.playbooks import playbook_case

    return {"playbooks": playbook_case, "options": option_case, "files": file_case}


def make(key: Key) -> Case:
    return cases()[key.kind](key)


@cache
def prepare() -> None:
    """Make this process as the program is, with the built-in playbook loaded once. Only for a process of our own."""
    for name in ENVIRONMENT:
        os.environ.pop(name, None)
    os.environ["TEAMPLAN_DEBUG"] = "1"  # a bug comes out with its traceback
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    gc.set_threshold(100_000, 20, 20)
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    signal.signal(signal.SIGPROF, _stop)
    _load_once()


def _stop(*_: Any) -> None:
    raise TooSlowError


def _load_once() -> None:
    from teamplan.reading import load as home
    from teamplan.reading.places import Where, built_in

    load, kept = home.load, {}

    def once(where: Where, *, events: bool = False, sourcing: bool = False) -> Any:
        if where != built_in():
            return load(where, events=events, sourcing=sourcing)
        asked = events, sourcing
        if asked not in kept:
            kept[asked] = load(where, events=events, sourcing=sourcing)
        return kept[asked]

    home.load = once


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise TooSlowError after so much CPU time, and again each second, should somebody swallow it."""
    signal.setitimer(signal.ITIMER_PROF, seconds, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def run_key(key: Key, limit: float = LIMIT) -> Report:
    """Make a case and run it in a folder that is gone afterwards; a prompt may take so many seconds of CPU time."""
    prepare()
    case = make(key)
    folder, before = Path(tempfile.mkdtemp()), Path.cwd()
    try:
        write(case.files, folder)
        os.chdir(folder)
        return _run(case, limit)
    finally:
        os.chdir(before)
        shutil.rmtree(folder, ignore_errors=True)


def _run(case: Case, limit: float) -> Report:
    report = Report(case.key, case.what)
    for prompt in case.prompts:
        outcome = _prompt(prompt, report, limit)
        if case.playbook is not None and outcome.raised is None:
            lines = _lines(case.playbook)
            report.loaded, faults = placed(outcome, lines)
            report.faults += faults
    if report.loaded and case.playbook is not None:
        report.faults += _growth(Path(case.playbook), case.prompts[0], limit)
        for prompt in case.then:
            _prompt(prompt, report, limit)
    named = {word.removeprefix("--done=").removeprefix("--ics=") for prompt in case.prompts for word in prompt}
    left = [path.name for path in Path().iterdir() if path.name.startswith(".") and path.name not in named]
    if left:
        report.faults.append(Fault("files left behind", ", ".join(left)[:MOST_TOLD], case.prompts[-1]))
    return report


def _lines(folder: str) -> dict[str, int]:
    return {
        str(path): len(path.read_bytes().splitlines()) + path.read_bytes().count(b"\r")
        for path in Path(folder).iterdir()
        if path.is_file()
    }


def _growth(folder: Path, prompt: Prompt, limit: float) -> list[Fault]:
    try:
        with limited(limit):
            return [fault._replace(prompt=prompt) for fault in growth_faults(folder)]
    except TooSlowError as error:
        return [Fault(f"over {limit:g} s: {_where(error)}", "headcounts at eleven volumes in each stage", prompt)]
    except Exception as error:
        return [Fault(f"traceback: {told_raise(error)}", str(error)[:MOST_TOLD], prompt)]


def _prompt(prompt: Prompt, report: Report, limit: float) -> Outcome:
    """Run one prompt and note what is wrong with it."""
    apart = is_apart(prompt)
    start = process_time()
    outcome = captured(prompt, limit * APART_TIMES if apart else limit)
    took = process_time() - start
    if isinstance(outcome.raised, TooSlowError):
        if not apart:
            report.faults.append(
                Fault(f"over {limit:g} s: {prompt[0]} in {_where(outcome.raised)}", f"{took:.1f} s", prompt)
            )
        report.apart += apart
        return outcome
    report.apart += apart and took > limit
    report.slowest = max(report.slowest, (took, prompt)) if not apart else report.slowest
    report.codes[-1 if outcome.code is None else outcome.code] += 1
    report.faults += faults_of(outcome)
    return outcome


def _where(error: BaseException) -> str:
    """The file of ours that was at work: its lines differ from run to run."""
    return told_raise(error).partition(" at ")[2].partition(":")[0]


def captured(prompt: Prompt, limit: float) -> Outcome:
    """Run one prompt with captured streams. In a worker, what C code prints is seen, too."""
    from teamplan.cli.run import run

    before = sys.stdin, sys.stdout, sys.stderr
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", errors="replace", newline="") for _ in range(2))
    sys.stdin, sys.stdout, sys.stderr = io.StringIO(), out, err
    code, raised = None, None
    try:
        with limited(limit):
            code = run(list(prompt))
    except (Exception, SystemExit, KeyboardInterrupt, TooSlowError) as error:
        raised = error
    finally:
        sys.stdin, sys.stdout, sys.stderr = before
    answer, said = (_written(stream) for stream in (out, err))
    return Outcome(
        prompt, None if code is None else int(code), answer, said.decode("utf-8", "replace"), _beside(), raised
    )


def _written(stream: io.TextIOWrapper) -> bytes:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue()


def _beside() -> bytes:
    """What was written to file descriptor 1 past Python, where a worker has put a file there; it is emptied."""
    from tests.fuzz.workers import BESIDE

    if BESIDE is None:
        return b""
    size = os.fstat(1).st_size
    if not size:
        return b""
    written = os.pread(1, size, 0)
    os.ftruncate(1, 0)
    os.lseek(1, 0, os.SEEK_SET)
    return written
