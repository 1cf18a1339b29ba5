"""Owns what is written: YAML text, and files that are never half written."""

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

import yaml

from teamplan.errors import Location, Problem, TeamplanError
from teamplan.playbook.places import built_in


def to_yaml(data: Any) -> str:
    """YAML text in the order given, every character as it is."""
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000)


def write_file(path: Path, text: str) -> None:
    """Replace a file as a whole: written beside it first, then renamed. Raises a TeamplanError if it cannot."""
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                file.write(text)
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise _cannot_write(path, error) from None


def copy_built_in(folder: Path) -> None:
    """A copy of the built-in playbook in a new folder, whole or not at all. Raises a TeamplanError if it cannot."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise TeamplanError([Problem("folder-not-empty", where=Location(str(folder)))])
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
        try:
            shutil.copytree(built_in(), temporary, dirs_exist_ok=True, copy_function=shutil.copyfile)
            temporary.chmod(0o755)
            temporary.replace(folder)
        except BaseException:
            shutil.rmtree(temporary, ignore_errors=True)
            raise
    except OSError as error:
        raise _cannot_write(folder, error) from None


def _cannot_write(path: Path, error: OSError) -> TeamplanError:
    return TeamplanError([Problem("cannot-write", {"reason": error.strerror or str(error)}, where=Location(str(path)))])
