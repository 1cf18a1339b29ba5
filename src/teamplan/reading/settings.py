"""Owns `teamplan.yaml`: where it is looked for, and what it says of options, each with its place.

A key is an option without its dashes, its value what one would type: a text, true or false, or a list of texts, which
may be a mapping where each is `NAME=VALUE`. Files are named as seen from the folder of the file.
"""

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from teamplan.errors import Location, Problem
from teamplan.record import Record, fresh

if TYPE_CHECKING:
    from teamplan.reading.document import Part

FILE = "teamplan.yaml"
FILES = ("actual", "baseline", "forecast", "pay", "shops", "store", "team")  # options that name one
FOLDERS = ("playbook", "with")  # options that name one, or what ships by its name
MOST_SHOWN = 40  # characters of what is no value
Value = str | bool | tuple[str, ...]


class Default(Record):
    """What a file says of an option, and where."""

    value: Value
    where: Location


class Settings(Record):
    """What a file says of options, by their names without dashes; nothing where there is no file."""

    file: str = ""
    of: Mapping[str, Default] = fresh(factory=dict)


def nearest_settings() -> Path | None:
    """The file in the folder of the process, else in the nearest folder above it, as seen from there.

    The search ends with the user's home, and where another file system begins.
    """
    try:
        folder, above = Path.cwd(), ""
        here, home = os.stat(folder), _home()  # noqa: PTH116 - a third of the time of a Path
        while not os.path.isfile(os.path.join(above, FILE)):  # noqa: PTH113, PTH118
            over = os.stat(os.path.join(above, os.pardir))  # noqa: PTH116, PTH118
            if over.st_dev != here.st_dev or here.st_ino in (over.st_ino, home):
                return None
            here, above = over, os.path.join(above, os.pardir)  # noqa: PTH118
    except OSError:
        return None
    return Path(above, FILE)


def _home() -> int:
    """The number of the user's home, 0 where he has none."""
    try:
        return os.stat(os.path.expanduser("~")).st_ino  # noqa: PTH116, PTH111
    except OSError:
        return 0


def read_settings(path: Path) -> tuple[Settings, list[Problem]]:
    """What a file says, and what is wrong with it. Whether its keys are options is for others to say."""
    from teamplan.reading.document import read_file

    document, problems = read_file(path)
    if document.node is None:
        return Settings(str(path)), [each for each in problems if each.key != "empty-file"]
    if not document.node.keyed:
        values = {"given": _shown(document.data)}
        return Settings(str(path)), [*problems, Problem("not-a-mapping", values, where=document.locate(()))]
    found: dict[str, Default] = {}
    for name, part in _keyed(document.node):
        where, value = document.locate((name,), key=True), _value(name, part, document.data[name], path.parent)
        if value is None and document.data[name] is not None:
            problems.append(Problem("not-a-value", {"given": _shown(document.data[name])}, (name,), where))
        elif value is not None:
            found.setdefault(name, Default(value, where))
    return Settings(str(path), found), problems


def _keyed(node: "Part") -> Iterator[tuple[str, "Part"]]:
    yield from ((key.text, part) for key, part in node.parts or () if key is not None)


def _value(name: str, part: "Part", data: Any, folder: Path) -> Value | None:
    """The value of a key; None for what is none."""
    if part.parts is None:
        return data if isinstance(data, bool) else None if data is None else _named(name, part.text, folder)
    if any(each.parts is not None for _, each in part.parts):
        return None
    if part.keyed:
        return tuple(f"{key}={each.text}" for key, each in _keyed(part))
    return tuple(_named(name, each.text, folder) for _, each in part.parts)


def _named(name: str, given: str, folder: Path) -> str:
    """A value; of an option that names a file or folder, as it is seen from the folder of the process."""
    there = folder / given
    if name in FILES or (name in FOLDERS and there.is_dir()):
        return str(there)
    return given


def _shown(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)[:MOST_SHOWN]
