"""Owns one parsed YAML file: plain data, and the place of every part of it.

Scalars follow YAML 1.2 (`09:30` and `no` stay text); duplicate keys, aliases and nesting without end are faults.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from teamplan.errors import Location, Problem

MOST_BYTES = 2_000_000
Loc = Sequence[str | int]


class CoreLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """A safe loader that resolves YAML 1.2 core scalars only."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - the parent's are replaced, never changed


for _tag, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("float", r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)", "-+."),
):
    CoreLoader.add_implicit_resolver("tag:yaml.org,2002:" + _tag, re.compile(f"^(?:{_pattern})$"), list(_first))

_READ: dict[str, Callable[[str], Any]] = {
    "tag:yaml.org,2002:int": int,
    "tag:yaml.org,2002:float": lambda text: float(text.replace(".inf", "inf").replace(".nan", "nan").lower()),
    "tag:yaml.org,2002:bool": lambda text: text[0] in "tT",
    "tag:yaml.org,2002:null": lambda text: None,
}


@dataclass(frozen=True, slots=True)
class Document:
    """The data of one file; `node` is its tree with marks, None where nothing could be read."""

    file: str
    data: Any
    node: Any

    def locate(self, loc: Loc, *, key: bool = False) -> Location:
        """The place of a part by its path; of its key with `key`. Of parts that are not there, the last one that is."""
        mark = self.node.start_mark if self.node is not None else None
        for step, (key_node, child) in self._walk(loc):
            last = step == len(loc) - 1
            mark = (key_node or child).start_mark if last and key else child.start_mark
        return Location(self.file, mark.line + 1, mark.column + 1) if mark else Location(self.file)

    def path(self, loc: Loc) -> tuple[str, ...]:
        """The path in words: list items by their own text where they are plain."""
        names = []
        for step, (key_node, child) in self._walk(loc):
            plain = key_node is None and isinstance(child, yaml.ScalarNode)
            names.append(child.value if plain else str(loc[step]) if key_node else f"#{int(loc[step]) + 1}")
        return tuple(names)

    def _walk(self, loc: Loc) -> Iterator[tuple[int, tuple[Any, Any]]]:
        """(step, (key node or None, value node)) for each part of the path that exists; others are passed over."""
        node = self.node
        for step, part in enumerate(loc):
            found = _child(node, part)
            if found is not None:
                node = found[1]
                yield step, found


def _child(node: Any, part: str | int) -> tuple[Any, Any] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == str(part)), None)
    if isinstance(node, yaml.SequenceNode) and str(part).isdigit() and int(part) < len(node.value):
        return None, node.value[int(part)]
    return None


def read_file(path: Path) -> tuple[Document, list[Problem]]:
    """One YAML file and what is wrong with its text. Never raises for what a file may hold."""
    name = str(path)
    try:
        raw = path.read_bytes()
    except OSError as error:
        return _nothing(name, Problem("unreadable", {"reason": error.strerror or str(error)}, where=Location(name)))
    if len(raw) > MOST_BYTES:
        return _nothing(name, Problem("file-too-large", {"most": MOST_BYTES}, where=Location(name)))
    try:
        return read_text(raw.decode("utf-8-sig"), name)
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        return _nothing(name, Problem("not-utf8", where=Location(name, line, column)))


def read_text(text: str, name: str) -> tuple[Document, list[Problem]]:
    """Parsed YAML text and what is wrong with it."""
    loader = CoreLoader(text)
    try:
        node = loader.get_single_node()
        problems: list[Problem] = []
        data = _plain(node, name, problems, set()) if node is not None else None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = Location(name, mark.line + 1, mark.column + 1) if mark else Location(name)
        return _nothing(name, Problem("not-yaml", {"reason": error.problem or error.context or ""}, where=where))
    except (yaml.YAMLError, ValueError) as error:
        return _nothing(name, Problem("not-yaml", {"reason": str(error).splitlines()[0]}, where=Location(name)))
    except RecursionError:
        return _nothing(name, Problem("too-deep", where=Location(name)))
    finally:
        loader.dispose()
    return Document(name, data, node), problems


def _plain(node: Any, file: str, problems: list[Problem], seen: set[int]) -> Any:
    """Plain data of a node; duplicate keys keep the first, aliases become nothing, both are reported."""
    if id(node) in seen:
        problems.append(Problem("alias", where=_place(node, file)))
        return None
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        return _READ.get(node.tag, str)(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, file, problems, seen) for item in node.value]
    data: dict[str, Any] = {}
    lines: dict[str, int] = {}
    for key_node, value_node in node.value:
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else str(key_node.tag)
        value = _plain(value_node, file, problems, seen)
        if key in data:
            values = {"key": key, "line": lines[key]}
            problems.append(Problem("duplicate-key", values, (key,), _place(key_node, file)))
        else:
            data[key] = value
            lines[key] = key_node.start_mark.line + 1
    return data


def _place(node: Any, file: str) -> Location:
    return Location(file, node.start_mark.line + 1, node.start_mark.column + 1)


def _nothing(name: str, problem: Problem) -> tuple[Document, list[Problem]]:
    return Document(name, None, None), [problem]
