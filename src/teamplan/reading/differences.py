"""Owns what a file of differences makes of the file under it: the data of both as one, each part with its own place.

A mapping goes key by key, `null` takes a key away, anything else takes the place of what was there; a list may be
changed instead, by what it has `also` and what it is `without`. What lies over any playbook begins a list that is not
there, and leaves out what does nothing but change lists of something that is not there.
"""

from collections.abc import Iterator
from typing import Any

from teamplan.errors import Location, Problem
from teamplan.reading.document import Document, Part
from teamplan.record import Record

LIST_KEYS = ("also", "without")
Keys = tuple[str, ...]


class PlainDifference(Record):
    """One plain value of a file of differences: its words, those of its path among them, and its place."""

    words: frozenset[str]
    where: Location


class _Both(Record):
    """A part and its data."""

    part: Part
    data: Any


def laid_over(under: Document, over: Document, *, over_any: bool = False) -> tuple[Document, list[Problem]]:
    """The two as one document, and every difference that finds nothing to change; `over_any` lies over any playbook.

    Where one could not be read, which was told, or has no keys, so much cannot be said of both together.
    """
    files = tuple(dict.fromkeys((*over.files, *under.files)))[1:]
    if under.node is None or over.node is None:
        return Document(over.file, None, None, files), []
    if not isinstance(under.data, dict) or not isinstance(over.data, dict):
        shapeless = over if isinstance(under.data, dict) else under
        return Document(shapeless.file, shapeless.data, shapeless.node, files), []
    _own(under.node, under.file)
    _own(over.node, over.file)
    laying = _Laying(over, over_any=over_any)
    both = laying.mapping((), _Both(under.node, under.data), _Both(over.node, over.data))
    return Document(over.file, both.data, both.part, files), laying.problems


def differences(document: Document, name: str) -> Iterator[PlainDifference]:
    """Every plain value of a file of differences; those of a whole file share its `name`."""
    waiting: list[tuple[Part, frozenset[str]]] = [(document.node, frozenset((name,)))] if document.node else []
    while waiting:
        part, words = waiting.pop()
        if part.parts is None:
            yield PlainDifference(words | {part.text.removeprefix("$")}, document.place(part))
        for key, inner in reversed(part.parts or []):
            waiting.append((inner, words | {key.text} if key else words))


def _own(part: Part, file: str) -> None:
    """Let each part know its file."""
    waiting = [part]
    while waiting:
        part = waiting.pop()
        part.file = part.file or file
        for key, inner in part.parts or ():
            waiting += [each for each in (key, inner) if each is not None]


def _changes_list(data: Any) -> bool:
    """Whether a difference is one of a list."""
    shaped = isinstance(data, dict) and bool(data) and all(key in LIST_KEYS for key in data)
    return shaped and all(isinstance(each, list) for each in data.values())


def _nothing_but_lists(data: Any) -> bool:
    """Whether all that a difference has are changes of lists, at some depth below it."""
    inner = data.values() if isinstance(data, dict) and data and not _changes_list(data) else ()
    return bool(inner) and all(_changes_list(each) or _nothing_but_lists(each) for each in inner)


class _Laying:
    """Lays parts over parts, and collects what finds nothing to change."""

    def __init__(self, over: Document, *, over_any: bool) -> None:
        self._over, self._over_any = over, over_any
        self.problems: list[Problem] = []

    def mapping(self, path: Keys, under: _Both, over: _Both) -> _Both:
        parts = {key: under.part.child(key) for key in under.data}
        data = dict(under.data)
        for key, value in over.data.items():
            found = over.part.child(key)
            key_part, part = found or (None, over.part)
            here, known = (*path, key), parts.get(key)
            if value is None and key not in data:
                values = {"given": key}
                where = self._over.place(key_part or part)
                self.problems.append(Problem("nothing-to-take-away", values, here, where, (tuple(data),)))
            elif value is None:
                del parts[key], data[key]
            elif key not in data and self._over_any and _nothing_but_lists(value):
                continue
            else:
                below = _Both(known[1], data[key]) if known else None
                both = self._laid(here, below, _Both(part, value))
                parts[key], data[key] = (key_part, both.part), both.data
        kept = [each for each in parts.values() if each is not None]
        return _Both(Part(over.part.mark, over.part.text, kept, keyed=True, file=over.part.file), data)

    def _laid(self, path: Keys, under: _Both | None, over: _Both) -> _Both:
        """One part over another, or over nothing: what finds nothing to change is told at any depth."""
        if isinstance(over.data, dict) and under is not None and isinstance(under.data, dict):
            return self.mapping(path, under, over)
        if _changes_list(over.data):
            if under is not None and isinstance(under.data, list):
                return self._list(path, under, over)
            if under is None and self._over_any:
                return self._list(path, _Both(Part(over.part.mark, over.part.text, []), []), over)
            self.problems.append(Problem("no-list-under-it", {}, path, self._over.place(over.part)))
            return _Both(over.part, over.data.get("also", []))
        if isinstance(over.data, dict):
            return self.mapping(path, _Both(Part(over.part.mark, over.part.text, [], keyed=True), {}), over)
        return over

    def _list(self, path: Keys, under: _Both, over: _Both) -> _Both:
        items = list(zip(under.part.parts or [], under.data, strict=True))
        for part, gone in self._items(over, "without"):
            left = [each for each in items if each[1] != gone]
            if len(left) == len(items):
                among = tuple(each for each in under.data if isinstance(each, str))
                values = {"given": str(gone)}
                self.problems.append(Problem("not-in-list", values, path, self._over.place(part), (among,)))
            items = left
        items += [((None, part), new) for part, new in self._items(over, "also")]
        made = Part(over.part.mark, under.part.text, [part for part, _ in items], file=over.part.file)
        return _Both(made, [each for _, each in items])

    def _items(self, over: _Both, key: str) -> Iterator[tuple[Part, Any]]:
        found = over.part.child(key)
        for (_, part), item in zip((found and found[1].parts) or [], over.data.get(key, []), strict=True):
            yield part, item
