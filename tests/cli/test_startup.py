"""What a start imports, by name: rich and yaml only where a prompt needs them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from teamplan.reading.places import built_in
from tests.cli.prompt import KEPT

SHOP = ("recommend", "--orders", "270")


def imported(*arguments: str, cache: Path, **environment: str) -> set[str]:
    """Which of the libraries a prompt imports, as Python itself reports."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    apart = {"NO_COLOR": "1", "XDG_CACHE_HOME": str(cache), "LOCALAPPDATA": str(cache)}
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "teamplan", *arguments],
        env=kept | apart | environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=120,
    )
    modules = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}
    return {"pydantic", "rich", "yaml"} & modules


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache with a copy of the built-in playbook, with and without its events."""
    folder = tmp_path_factory.mktemp("warm")
    assert imported(*SHOP, cache=folder) == {"pydantic", "yaml"}
    assert imported("peak", "--event", "double-11", "--orders", "270", cache=folder) == {"pydantic", "yaml"}
    return folder


@pytest.mark.parametrize("format_", ["table", "json", "csv", "markdown"])
def test_the_built_in_playbook_needs_neither_yaml_nor_rich(format_: str, warm: Path) -> None:
    assert imported(*SHOP, "--format", format_, cache=warm) == {"pydantic"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("explain", "warehouse-keeper", "--orders", "270"),
        ("next", "--orders", "270"),
        ("service", "--chats", "300"),
        ("stages", "list"),
        ("peak", "--event", "double-11", "--orders", "270"),
    ],
)
def test_other_commands_need_them_no_more(arguments: tuple[str, ...], warm: Path) -> None:
    assert imported(*arguments, cache=warm) == {"pydantic"}


def test_they_are_imported_where_they_are_needed(warm: Path, tmp_path: Path) -> None:
    shutil.copytree(built_in(), tmp_path / "mine")
    assert imported(*SHOP, "--playbook", str(tmp_path / "mine"), cache=warm) == {"pydantic", "yaml"}
    assert imported(*SHOP, "--format", "yaml", cache=warm) == {"pydantic", "yaml"}
    assert "rich" in imported(*SHOP, cache=warm, COLUMNS="40")


def test_help_needs_none_of_them(warm: Path) -> None:
    assert imported("--help", cache=warm) == set()
