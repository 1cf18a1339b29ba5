"""Runs a prompt as its own process, as a user does."""

import os
import subprocess
import sys
from pathlib import Path

KEPT = ("PATH", "HOME", "SYSTEMROOT", "PYTHONPATH", "VIRTUAL_ENV")


def teamplan(*arguments: str, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """Exit code, stdout and stderr of `teamplan ARGUMENTS` in a bare environment."""
    env = {name: os.environ[name] for name in KEPT if name in os.environ}
    return subprocess.run(
        [sys.executable, "-m", "teamplan", *arguments],
        cwd=cwd,
        env=env | {"PYTHONIOENCODING": "utf-8"} | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
