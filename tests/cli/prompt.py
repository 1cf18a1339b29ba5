"""Runs a prompt: by a call, or as a process of its own where the process is what is tested."""

import os
import subprocess
import sys
import tempfile
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from unittest.mock import patch

CACHE = tempfile.TemporaryDirectory(prefix="teamplan-cache-")  # no test leaves anything in the cache of who runs it
KEPT = ("PATH", "HOME", "SYSTEMROOT", "PYTHONPATH", "VIRTUAL_ENV")


def bare(**more: str) -> dict[str, str]:
    """The environment of a test: nothing of the machine but what a process needs to start."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ} | {"PYTHONIOENCODING": "utf-8"}
    return kept | {"XDG_CACHE_HOME": CACHE.name, "LOCALAPPDATA": CACHE.name} | more


def teamplan(*arguments: str, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """Exit code, stdout and stderr of `teamplan ARGUMENTS` in a bare environment, without a process for it.

    Help is not for here: it speaks the language that the process was started with.
    """
    from teamplan.cli.run import run

    out, err = (TextIOWrapper(BytesIO(), "utf-8", write_through=True) for _ in range(2))
    with (
        patch.dict(os.environ, bare(**environment), clear=True),
        chdir(cwd or Path.cwd()),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        code = run(arguments)
    for stream in (out, err):
        stream.seek(0)
    return subprocess.CompletedProcess(arguments, code, out.read(), err.read())


def process(*arguments: str, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """The same as its own process, as a user does."""
    return _run([sys.executable, "-m", "teamplan", *arguments], bare(**environment), cwd)


def shell(command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """What a shell makes of a command line; `teamplan` in it is the program under test."""
    return _run(["sh", "-c", command.replace("teamplan ", f"{sys.executable} -m teamplan ")], bare(**environment))


def _run(command: list[str], environment: dict[str, str], cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=120
    )
