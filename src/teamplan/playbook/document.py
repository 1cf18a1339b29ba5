"""Owns one parsed YAML file: plain data, and the place of every part of it.

Scalars follow YAML 1.2 (`09:30` and `no` stay text); duplicate keys, aliases and nesting without end are faults.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import isinf
from pathlib import Path
from typing import Any

import yaml

from teamplan.errors import Location, Problem

MOST_BYTES = 2_000_000
MOST_LEVELS = 50
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


def _float(text: str) -> float | str:
    """A number; one beyond all floats stays text, so that it is shown as it was written."""
    number = float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))
    return text if isinf(number) and text[-1].isdigit() else number


_READ: dict[str, Callable[[str], Any]] = {
    "tag:yaml.org,2002:int": int,
    "tag:yaml.org,2002:float": _float,
    "tag:yaml.org,2002:bool": lambda text: text.lower() == "true",
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
        sound = error.object[: error.start].decode()
        return _nothing(name, Problem("not-utf8", where=_spot(name, sound, len(sound))))


def read_text(text: str, name: str) -> tuple[Document, list[Problem]]:
    """Parsed YAML text and what is wrong with it."""
    try:
        refused = _refused(text, name)
        node = None if refused else _compose(text)
        duplicates: list[tuple[Loc, Any, int]] = []
        data = None if node is None else _plain(node, (), duplicates)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = Location(name, mark.line + 1, mark.column + 1) if mark else Location(name)
        reason = {"reason": error.problem or error.context or ""}
        return _nothing(name, Problem("not-yaml", reason, where=where))
    except yaml.reader.ReaderError as error:
        character = chr(error.character) if isinstance(error.character, int) else str(error.character)
        where = _spot(name, text, text.find(character))
        return _nothing(name, Problem("control-character", {"given": character}, where=where))
    if node is None:
        return _nothing(name, *(refused or [Problem("empty-file", where=Location(name))]))
    document = Document(name, data, node)
    return document, [_duplicate(document, *found) for found in duplicates]


def _refused(text: str, name: str) -> list[Problem]:
    """Aliases and endless nesting, found before the tree is built: both could bring the parser down."""
    problems, depth = [], 0
    for event in yaml.parse(text, CoreLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MOST_LEVELS:
            return [Problem("too-deep", {"most": MOST_LEVELS}, where=_place(event, name))]
        if isinstance(event, yaml.AliasEvent):
            problems.append(Problem("alias", {"given": event.anchor}, where=_place(event, name)))
    return problems


def _compose(text: str) -> Any:
    loader = CoreLoader(text)
    try:
        return loader.get_single_node()
    finally:
        loader.dispose()


def _plain(node: Any, loc: Loc, duplicates: list[tuple[Loc, Any, int]]) -> Any:
    """Plain data of a node. Duplicate keys keep the first; each is noted with its mapping and the first's line."""
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*loc, place), duplicates) for place, item in enumerate(node.value)]
    data: dict[str, Any] = {}
    lines: dict[str, int] = {}
    for key_node, value_node in node.value:
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else str(key_node.tag)
        value = _plain(value_node, (*loc, key), duplicates)
        if key in data:
            duplicates.append((loc, key_node, lines[key]))
        else:
            data[key] = value
            lines[key] = key_node.start_mark.line + 1
    return data


def _scalar(node: Any) -> Any:
    try:
        return _READ.get(node.tag, str)(node.value)
    except ValueError:
        return node.value  # a tag that does not fit (`!!int two`), or more digits than Python reads


def _duplicate(document: Document, loc: Loc, key_node: Any, line: int) -> Problem:
    key = str(key_node.value)
    where = _place(key_node, document.file)
    return Problem("duplicate-key", {"key": key, "line": line}, (*document.path(loc), key), where)


def _place(node: Any, file: str) -> Location:
    return Location(file, node.start_mark.line + 1, node.start_mark.column + 1)


def _spot(file: str, text: str, place: int) -> Location:
    """The line and column of a place in a text."""
    return Location(file, text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place))


def _nothing(name: str, *problems: Problem) -> tuple[Document, list[Problem]]:
    return Document(name, None, None), list(problems)
