"""Long work shows how far it is, on a terminal alone, and ends on Ctrl-C at once."""

import os
import pty
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

LONG = {
    "simulate": ("simulate", "--orders", "2000", "--days", "10000"),
    "sweep": ("sweep", "orders=1..200000", "--steps", "1000"),
    "hire": ("hire", "--orders", "5000", "--growth", "8%/month", "--from", "2026-12-01", "--months", "60"),
}
TIME_LEFT = re.compile(r"\d:\d\d:\d\d")
SHOWN = {"simulate": "Simulating", "hire": "Planning day by day", "sweep": "Planning value by value"}


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of its own")
@pytest.mark.parametrize("command", LONG)
def test_the_bar_is_on_the_terminal_and_ctrl_c_ends_it(command: str, tmp_path: Path) -> None:
    terminal, other = pty.openpty()
    with (tmp_path / "out").open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "teamplan", *LONG[command], "--format", "json"],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=other,
            env={**os.environ, "TERM": "xterm", "COLUMNS": "100"},
        )
    os.close(other)
    told = ""
    while SHOWN[command] not in told or not TIME_LEFT.search(told):
        told += os.read(terminal, 4096).decode(errors="replace")
    process.send_signal(signal.SIGINT)
    try:
        while part := os.read(terminal, 4096):  # what a terminal does not take would hold the process up
            told += part.decode(errors="replace")
    except OSError:
        pass  # the other side is closed
    assert process.wait(timeout=60) == 130
    os.close(terminal)
    assert "Traceback" not in told
    assert (tmp_path / "out").read_bytes() == b""


def test_no_bar_where_nobody_watches() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "teamplan", "simulate", "--orders", "270", "--days", "300", "--format", "json"],
        capture_output=True,
        check=True,
        timeout=120,
    )
    assert done.stderr == b""
