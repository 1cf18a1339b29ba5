"""Owns one parsed YAML file: plain data, and the place of every part of it, built in one pass over the parser's events.

Scalars follow YAML 1.2 (`09:30` and `no` stay text); duplicate keys, aliases and nesting without end are faults.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from math import isinf
from pathlib import Path
from typing import Any

import yaml

from teamplan.errors import Location, Problem
from teamplan.reading.text import spot, text_of_file
from teamplan.record import Record

MOST_LEVELS = 50
Loc = Sequence[str | int]
Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
TAG = "tag:yaml.org,2002:"


def _float(text: str) -> float | str:
    """A number; one beyond all floats stays text, so that it is shown as it was written."""
    number = float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))
    return text if isinf(number) and text[-1].isdigit() else number


READ: dict[str, Callable[[str], Any]] = {
    "int": int,
    "float": _float,
    "bool": lambda text: text.lower() == "true",
    "null": lambda text: None,
}
PLAIN = re.compile(  # a plain scalar of YAML 1.2 that is not text, by the name of the group that matches
    r"(?P<int>[-+]?[0-9]+)"
    r"|(?P<float>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))"
    r"|(?P<bool>true|True|TRUE|false|False|FALSE)"
    r"|(?P<null>~|null|Null|NULL|)"
)
MAYBE = frozenset("-+.0123456789tTfFnN~")  # what these begin with


@dataclass(slots=True)
class Part:
    """One part of a file: its mark, its text, and its parts as (key part or None, part); None for a plain value.

    `file` is set where the parts of a document come from several.
    """

    mark: Any
    text: str
    parts: list[tuple["Part | None", "Part"]] | None = None
    keyed: bool = False
    file: str = ""
    _by_key: dict[str, tuple["Part | None", "Part"]] | None = None

    def child(self, name: str | int) -> tuple["Part | None", "Part"] | None:
        """The part of a key (the first of duplicate ones), or of a place or a name in a list; None where there is none.

        An item of a list has the name that it says, or that of its number: `#3`.
        """
        if self.parts is None:
            return None
        if not self.keyed and str(name).isdecimal():
            return self.parts[int(name)] if int(name) < len(self.parts) else None
        if self._by_key is None:
            self._by_key = {key.text: (key, part) for key, part in reversed(self.parts) if key is not None}
            if not self.keyed:
                self._by_key = {f"#{n}": part for n, part in enumerate(self.parts, start=1)}
                self._by_key |= {part.name: (None, part) for _, part in reversed(self.parts) if part.name}
        return self._by_key.get(str(name))

    @property
    def name(self) -> str:
        """What a part says under `name`, if that is plain."""
        found = self.child("name") if self.keyed else None
        return found[1].text if found and found[1].parts is None else ""


class Document(Record):
    """The data of one file; `node` is its tree of parts, None where nothing could be read.

    One that was laid over others holds parts of all of them: `under` are their files.
    """

    file: str
    data: Any
    node: Part | None
    under: tuple[str, ...] = ()

    @property
    def files(self) -> tuple[str, ...]:
        """The file, and those that it was laid over."""
        return (self.file, *self.under)

    def locate(self, loc: Loc, *, key: bool = False) -> Location:
        """The place of a part by its path; of its key with `key`. Of parts that are not there, the last one that is."""
        found = self.node
        for step, (key_part, child) in self._walk(loc):
            last = step == len(loc) - 1
            found = (key_part or child) if last and key else child
        return self.place(found) if found is not None else Location(self.file)

    def place(self, part: Part) -> Location:
        """The place of a part of the document."""
        return Location(part.file or self.file, part.mark.line + 1, part.mark.column + 1)

    def path(self, loc: Loc) -> tuple[str, ...]:
        """The path in words: list items by their own text where they are plain, else by their name."""
        names = []
        for step, (key_part, child) in self._walk(loc):
            names.append(str(loc[step]) if key_part else _item(child, loc[step]))
        return tuple(names)

    def _walk(self, loc: Loc) -> Iterator[tuple[int, tuple[Part | None, Part]]]:
        """(step, (key or None, part)) for each step of the path that exists; others are passed over."""
        node = self.node
        for step, name in enumerate(loc):
            found = node.child(name) if node is not None else None
            if found is not None:
                node = found[1]
                yield step, found


def _item(part: Part, place: str | int) -> str:
    """An item of a list in words: its text, else its name, else its number."""
    if part.parts is None:
        return part.text
    return part.name or (f"#{int(place) + 1}" if str(place).isdecimal() else str(place))


def read_file(path: Path) -> tuple[Document, list[Problem]]:
    """One YAML file and what is wrong with its text. Never raises for what a file may hold."""
    name = str(path)
    text, problems = text_of_file(path)
    return _nothing(name, *problems) if text is None else read_text(text, name)


def read_text(text: str, name: str) -> tuple[Document, list[Problem]]:
    """Parsed YAML text and what is wrong with it."""
    builder = _Builder(text, name)
    try:
        node, data = builder.document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if deep := _too_deep_before(mark.index if mark else 0, text, name):
            return _nothing(name, deep)
        where = Location(name, mark.line + 1, mark.column + 1) if mark else Location(name)
        reason = {"reason": error.problem or error.context or ""}
        return _nothing(name, Problem("not-yaml", reason, where=where))
    except yaml.reader.ReaderError as error:
        character = chr(error.character) if isinstance(error.character, int) else str(error.character)
        where = spot(name, text, text.find(character))
        return _nothing(name, Problem("control-character", {"given": character}, where=where))
    if builder.refused or node is None:
        return _nothing(name, *(builder.refused or [Problem("empty-file", where=Location(name))]))
    document = Document(name, data, node)
    return document, [_duplicate(document, *found) for found in builder.duplicates]


def _too_deep_before(index: int, text: str, name: str) -> Problem | None:
    """Nesting that we refuse and that begins before the character at which the parser gave up.

    Parsers read ahead, and some (PyYAML 6.0.4) bound the nesting themselves: their complaint then comes first.
    """
    before = _Builder(text[:index], name)
    with suppress(yaml.YAMLError):
        before.document()
    return next((each for each in before.refused if each.key == "too-deep"), None)


class _Builder:
    """Builds data and parts from the events; what YAML allows and a playbook does not is refused on the way."""

    def __init__(self, text: str, file: str) -> None:
        self._text, self._file = text, file
        self.refused: list[Problem] = []
        self.duplicates: list[tuple[Loc, Part, int]] = []

    def document(self) -> tuple[Part | None, Any]:
        """The one document of the text; (None, None) for an empty one, or one that is nested too deeply."""
        events = Parser(self._text)
        self._next = events.get_event
        try:
            self._next()  # the stream starts
            if isinstance(self._next(), yaml.StreamEndEvent):
                return None, None
            built = self._build(self._next(), ())
            self._next()  # the document ends
            after = self._next()
            if not isinstance(after, yaml.StreamEndEvent):
                raise yaml.MarkedYAMLError(problem="a second document", problem_mark=after.start_mark)
            return built
        except _TooDeepError as error:
            self.refused = [Problem("too-deep", {"most": MOST_LEVELS}, where=self._place(error.args[0]))]
            return None, None
        finally:
            events.dispose()

    def _build(self, event: Any, loc: tuple[str | int, ...]) -> tuple[Part, Any]:
        if isinstance(event, yaml.ScalarEvent):
            return Part(event.start_mark, event.value), _scalar(event)
        if isinstance(event, yaml.AliasEvent):
            self.refused.append(Problem("alias", {"given": event.anchor}, where=self._place(event.start_mark)))
            return Part(event.start_mark, ""), None
        if len(loc) >= MOST_LEVELS:
            raise _TooDeepError(event.start_mark)
        return self._list(event, loc) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(event, loc)

    def _list(self, event: Any, loc: tuple[str | int, ...]) -> tuple[Part, list[Any]]:
        parts: list[tuple[Part | None, Part]] = []
        data: list[Any] = []
        while not isinstance(inner := self._next(), yaml.SequenceEndEvent):
            part, value = self._build(inner, (*loc, len(data)))
            parts.append((None, part))
            data.append(value)
        return Part(event.start_mark, TAG + "seq", parts), data

    def _mapping(self, event: Any, loc: tuple[str | int, ...]) -> tuple[Part, dict[str, Any]]:
        """A mapping. Duplicate keys keep the first; each is noted with its mapping and the first's line."""
        parts: list[tuple[Part | None, Part]] = []
        data: dict[str, Any] = {}
        lines: dict[str, int] = {}
        while not isinstance(inner := self._next(), yaml.MappingEndEvent):
            key, _ = self._build(inner, (*loc, "?"))
            part, value = self._build(self._next(), (*loc, key.text))
            parts.append((key, part))
            if key.text in data:
                self.duplicates.append((loc, key, lines[key.text]))
            else:
                data[key.text] = value
                lines[key.text] = key.mark.line + 1
        return Part(event.start_mark, TAG + "map", parts, keyed=True), data

    def _place(self, mark: Any) -> Location:
        return Location(self._file, mark.line + 1, mark.column + 1)


class _TooDeepError(Exception):
    """Nested beyond all reason; carries the mark."""


def _scalar(event: Any) -> Any:
    text: str = event.value
    kind = str(event.tag or "").removeprefix(TAG)
    if event.implicit[0] and text[:1] in MAYBE:
        found = PLAIN.fullmatch(text)
        kind = found.lastgroup or "" if found else ""
    elif event.implicit[0] and not text:
        kind = "null"
    try:
        return READ.get(kind, str)(text)
    except ValueError:
        return text  # a tag that does not fit (`!!int two`), or more digits than Python reads


def _duplicate(document: Document, loc: Loc, key: Part, line: int) -> Problem:
    where = Location(document.file, key.mark.line + 1, key.mark.column + 1)
    return Problem("duplicate-key", {"key": key.text, "line": line}, (*document.path(loc), key.text), where)


def _nothing(name: str, *problems: Problem) -> tuple[Document, list[Problem]]:
    return Document(name, None, None), list(problems)
