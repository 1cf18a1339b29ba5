"""Runs a prompt as its own process, as a user does."""

import os
import subprocess
import sys
from pathlib import Path

KEPT = ("PATH", "HOME", "SYSTEMROOT", "PYTHONPATH", "VIRTUAL_ENV")


def bare(**more: str) -> dict[str, str]:
    """The environment of a test: nothing of the machine but what a process needs to start."""
    return {name: os.environ[name] for name in KEPT if name in os.environ} | {"PYTHONIOENCODING": "utf-8"} | more


def shell(command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """What a shell makes of a command line; `teamplan` in it is the program under test."""
    return subprocess.run(
        ["sh", "-c", command.replace("teamplan ", f"{sys.executable} -m teamplan ")],
        env=bare(**environment),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def teamplan(*arguments: str, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """Exit code, stdout and stderr of `teamplan ARGUMENTS` in a bare environment."""
    return subprocess.run(
        [sys.executable, "-m", "teamplan", *arguments],
        cwd=cwd,
        env=bare(**environment),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
