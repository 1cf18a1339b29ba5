"""What all tests share: the built-in playbook, loaded once, and the rule that a skipped test says why."""

from pathlib import Path

import pytest
from hypothesis import settings

from teamplan.engine.leading import Led
from teamplan.playbook.playbook import Playbook
from teamplan.reading.load import load
from teamplan.reading.management import read_management
from teamplan.reading.organisation import read_organisation
from teamplan.reading.places import built_in

ROOT = Path(__file__).parents[1]
NO_REASON = ("", "Skipped: ", "Skipped: unconditional skip")
_silent: list[str] = []

settings.register_profile("steady", deadline=None, derandomize=True)  # neither a busy machine nor chance fails a test
settings.load_profile("steady")


@pytest.fixture(scope="session")
def playbook() -> Playbook:
    return load(built_in(), events=True)


@pytest.fixture(scope="session")
def led(playbook: Playbook) -> Led:
    return Led(read_management(built_in(), playbook), read_organisation(built_in(), playbook).lines)


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch, cache: Path) -> None:
    """No test hangs on the machine's language, colours, width, playbook or cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    monkeypatch.setenv("LOCALAPPDATA", str(cache))
    for name in ("TEAMPLAN_LANG", "TEAMPLAN_PLAYBOOK", "TEAMPLAN_DEBUG", "LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.skipped and isinstance(report.longrepr, tuple) and report.longrepr[2] in NO_REASON:
        _silent.append(report.nodeid)


def pytest_sessionfinish(session: pytest.Session) -> None:
    if _silent:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for nodeid in _silent:
        terminalreporter.write_line(f"skipped without a stated reason: {nodeid}")
