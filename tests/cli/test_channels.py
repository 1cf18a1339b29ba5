"""The channels of the process: closed ones, a full disk, a reader that went away, Ctrl-C, and texts of users."""

import subprocess
import sys
from pathlib import Path

import pytest

from teamplan.cli.interrupt import interrupted
from tests.cli.prompt import shell, teamplan

SHOP = "recommend --orders 270"
FULL = "stdout: cannot be written: No space left on device\n"
CLOSED = "stdout: cannot be written: Bad file descriptor\n"
NEGATIVE = "--orders: “-1” is negative. Give zero or more.\n"
needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")

INTERRUPT = """
import sys
class CtrlC:
    def find_spec(self, name, path=None, target=None):
        if name == {name!r}:
            raise {error}
sys.meta_path.insert(0, CtrlC())
sys.argv = ["teamplan", "recommend", "--orders", "270"]
from teamplan.__main__ import main
sys.exit(main())
"""


def redirected(prompt: str, redirection: str) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of a prompt whose channels a shell has closed or turned elsewhere."""
    done = shell(f"teamplan {prompt} {redirection}")
    return done.returncode, done.stdout, done.stderr


@pytest.fixture(scope="module")
def answer() -> str:
    return teamplan(*SHOP.split()).stdout


@pytest.mark.parametrize("redirection", ["<&-", "2>&-", "<&- 2>&-", pytest.param("2>/dev/full", marks=needs_full)])
def test_an_answer_needs_neither_stdin_nor_stderr(redirection: str, answer: str) -> None:
    assert redirected(f"{SHOP} --set pack_minutes=2.6", redirection) == (0, answer, "")


@pytest.mark.parametrize(
    ("prompt", "redirection", "told"),
    [
        (SHOP, ">&-", CLOSED),
        (f"{SHOP} --format json", ">&-", CLOSED),
        ("--version", ">&-", CLOSED),
        ("--help", ">&-", CLOSED),
        (SHOP, "<&- >&- 2>&-", ""),
        ("recommend --orders -1", "2>&-", ""),
        ("recommend --orders -1", ">&-", NEGATIVE),
        pytest.param(SHOP, ">/dev/full", FULL, marks=needs_full),
        pytest.param(f"{SHOP} --format json", ">/dev/full", FULL, marks=needs_full),
        pytest.param("--version", ">/dev/full", FULL, marks=needs_full),
        pytest.param("--help", ">/dev/full", FULL, marks=needs_full),
        pytest.param("stages check", ">/dev/full", FULL, marks=needs_full),
        pytest.param("schema team", ">/dev/full", FULL, marks=needs_full),
        pytest.param("recommend --orders -1", "2>/dev/full", "", marks=needs_full),
    ],
)
def test_an_answer_that_cannot_be_written_is_said_with_2(prompt: str, redirection: str, told: str) -> None:
    assert redirected(prompt, redirection) == (2, "", told)


def test_a_reader_that_went_away_changes_no_exit_code(tmp_path: Path) -> None:
    """A check that says no still says 1, also where its answer was read to the first byte only."""
    (tmp_path / "bare").mkdir()
    prompts = {f"{SHOP} --format json": 0, SHOP: 0, f"stages check {tmp_path}/bare": 1, "--version": 0, "--help": 0}
    for prompt, code in prompts.items():
        assert shell(f"{{ sleep 0.1; teamplan {prompt}; echo $? >&2; }} | true").stderr == f"{code}\n"


@pytest.mark.parametrize("name", ["teamplan.prompt.channels", "teamplan.cli.run", "typer", "pydantic", "yaml"])
@pytest.mark.parametrize("error", ["KeyboardInterrupt", "RuntimeError('half a class') from KeyboardInterrupt()"])
def test_ctrl_c_while_importing_is_silent(name: str, error: str) -> None:
    code = INTERRUPT.format(name=name, error=error)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_only_ctrl_c_is_taken_for_ctrl_c() -> None:
    looped = RuntimeError("a loop")
    looped.__context__ = ValueError("of causes")
    looped.__context__.__context__ = looped
    assert not interrupted(looped)
    assert not interrupted(None)
    assert interrupted(KeyboardInterrupt())


@pytest.mark.parametrize(
    "prompt",
    [
        "stages new {}",
        "hire --orders 270 --growth 8%/month --from 2026-12-01 --ics {}",
        "peak --event double-11 --mix rule --baseline {}",
    ],
)
def test_a_file_name_is_told_without_its_terminal_codes(prompt: str, tmp_path: Path) -> None:
    name = "\x1b[31m\x9bx.csv"
    if "baseline" in prompt:
        (tmp_path / name).write_text("date,orders\n2026-01-01,270\n2026-01-02,500\n", encoding="utf-8")
    done = teamplan(*(name if word == "{}" else word for word in prompt.split()), cwd=tmp_path)
    assert done.returncode == 0
    assert r"\x1b[31m\x9bx.csv" in done.stderr
    assert "\x1b" not in done.stderr + done.stdout
    assert "\x9b" not in done.stderr + done.stdout
