"""Owns the compiled copy of a playbook: the models that its YAML gave, as plain JSON in the user's cache.

A copy counts only for the very same bytes of every YAML file, the same release and the same code; else, and where
nothing can be kept, the YAML is read. It is data alone, so a strange copy runs nothing.
"""

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any
from zlib import crc32

from teamplan.errors import TeamplanError
from teamplan.playbook.base import Frozen, all_models
from teamplan.playbook.handed_on import HandedOn, Opening
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.quantity import Quantity, Window
from teamplan.reading.places import Where, built_in, cached, folders_seen
from teamplan.record import Record, as_dict
from teamplan.version import __version__

CODE = Path(__file__).parents[1]
ABOVE = ("__pycache__", "cli", "language", "page", "prompt", "questions")  # of no weight for what a copy holds
TYPE = "is a"  # the key that names the type of an object; no id of a playbook has a space
MOST_COPIES = 48  # files in the cache, two or three for each playbook; the oldest go first
AS_NEEDED = ("sources", "assumptions", "roles", "categories", "places")  # of which a question asks for few


class AsNeeded(Mapping[str, Any]):
    """Models by id, each made when it is asked for first: most questions need few of them."""

    def __init__(self, texts: Mapping[str, str], read: Callable[[str], Any]) -> None:
        self._texts, self._read = texts, read
        self._made: dict[str, Any] = {}

    def __getitem__(self, key: str) -> Any:
        if key not in self._made:
            self._made[key] = self._read(self._texts[key])
        return self._made[key]

    def __contains__(self, key: object) -> bool:
        return key in self._texts

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def __repr__(self) -> str:
        return repr(dict(self))

    def __reduce__(self) -> tuple[Any, ...]:
        return dict, (dict(self),)


def playbook_in(where: Where, *, events: bool = False, sourcing: bool = False) -> Playbook:
    """The playbook in a folder; its events, and what can be bought outside, only where they are asked for.

    Raises a TeamplanError with every fault.
    """
    place = copy_of(where, events=events, sourcing=sourcing)
    state = state_of(where) if place else ""
    kept = read_copy(place, state, events=events, sourcing=sourcing) if place and state else None
    if kept is not None:
        return kept
    from teamplan.engine.amounts import with_worth
    from teamplan.engine.shop import with_handed_on
    from teamplan.reading.load import load

    playbook = with_worth(load(where, events=events, sourcing=sourcing))
    if where == built_in():  # another one may be edited again before anybody asks so far
        playbook = with_handed_on(playbook)
    if place and state and _seen_whole(where, playbook) and state_of(where) == state:  # nobody edited it meanwhile
        write_copy(place, state, playbook)
    return playbook


def _seen_whole(where: Where, playbook: Playbook) -> bool:
    """Whether the state of a playbook is that of all folders that it is made of."""
    if playbook.frame.extends is None:
        return True
    from teamplan.reading.layers import seen_at_a_glance

    return seen_at_a_glance(where)


def built_in_playbook(*, events: bool = False, sourcing: bool = False) -> Playbook:
    """The playbook that ships with the program."""
    return playbook_in(built_in(), events=events, sourcing=sourcing)


def copy_of(where: Where, *, events: bool, sourcing: bool = False) -> Path | None:
    """Where the copy of a playbook is: one file for each folder and what is in it. None where the user has no home."""
    return cached(where, "-events" * events + "-sourcing" * sourcing)


def state_of(where: Where) -> str:
    """All that the models of a playbook depend on: name, length and checksum of each YAML file; the release, the code.

    Empty where a folder or a file of it cannot be read. The folders that it extends count as its own.
    CRC-32 sees every change within four bytes, and of others misses one in four billion. It guards against age, not
    malice: who can write the cache can write the playbook. SHA-256 would cost 2 % of the start, this costs 0.2 %.
    Code is told apart as Python does for its bytecode, by size and time.
    """
    try:
        texts = texts_of(where)
    except (OSError, ValueError):  # ValueError: no folder can be named so
        return ""
    code = sorted((path, stat.st_size, stat.st_mtime_ns) for path, stat in _modules(CODE))
    return f"{__version__} {crc32(repr(code).encode()):08x} {[(name, len(text), crc32(text)) for name, text in texts]}"


def texts_of(where: Where) -> list[tuple[str, bytes]]:
    """Name and bytes of each YAML file of a playbook, folder by folder. Raises OSError or ValueError for no folder."""
    texts: list[tuple[str, bytes]] = []

    def frame(folder: Path) -> bytes:
        paths = [path for path in sorted(folder.iterdir()) if path.suffix.lower() in (".yaml", ".yml")]
        found = [(path.name, path.read_bytes()) for path in paths if path.is_file()]
        texts.extend(found)
        return dict(found).get("playbook.yaml", b"")

    folders_seen(where, frame)
    return texts


def _modules(folder: str | Path) -> Iterator[tuple[str, os.stat_result]]:
    """Every module below that a copy may depend on; `Path.rglob` would take three times as long."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                yield entry.path, entry.stat()
            elif "." not in entry.name and entry.name not in ABOVE and entry.is_dir():
                yield from _modules(entry.path)


def read_copy(place: Path, state: str, *, events: bool, sourcing: bool = False) -> Playbook | None:
    """The playbook of a copy; None where there is none, where it is of another state, or where it is damaged."""
    try:
        head, _, kept = place.read_bytes().partition(b"\n") if place.is_file() else (b"", b"", b"")
        if head.decode() != _head(state, kept):
            return None
        body, *apart = kept.decode().split("\n")
        found: Playbook = json.loads(body, object_hook=_maker(_types(events=events, sourcing=sourcing), apart))
    except (OSError, ValueError):
        return None
    return found


def write_copy(place: Path, state: str, playbook: Playbook) -> None:
    """Keep a copy, whole or not at all; where that cannot be, the next start reads the YAML again."""
    from teamplan.reading.write import write_file

    apart: list[str] = []  # one to a line: a text within a text would be written, and read, with a sign for each quote
    kept = {name: {TYPE: AsNeeded.__name__, "lines": _put(getattr(playbook, name), apart)} for name in AS_NEEDED}
    body = "\n".join([_json(_plain(playbook) | kept), *apart])
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        write_file(place, _head(state, body.encode()) + "\n" + body, lasting=False)
        for old in sorted(place.parent.glob("*.json"), key=lambda each: each.stat().st_mtime)[:-MOST_COPIES]:
            old.unlink()
    except (OSError, TeamplanError):
        return


def _head(state: str, body: bytes) -> str:
    return f"{state} {crc32(body):08x}"


def _json(plain: Any) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def _put(models: Mapping[str, Frozen], apart: list[str]) -> dict[str, int]:
    """Models as lines of their own; the place of each by its id."""
    lines = {key: len(apart) + place for place, key in enumerate(models)}
    apart += [_json(_plain(each)) for each in models.values()]
    return lines


def _plain(value: Any) -> Any:
    """Models, records and fractions as objects that name their type; a model with the fields that were set."""
    if isinstance(value, Frozen):
        fields = {name: getattr(value, name) for name in type(value).model_fields if name in value.model_fields_set}
        return {TYPE: type(value).__name__} | _plain(fields | (value.model_extra or {}))
    if isinstance(value, Record):
        return {TYPE: type(value).__name__} | _plain(as_dict(value))
    if isinstance(value, Fraction):
        return {TYPE: "Fraction", "numerator": value.numerator, "denominator": value.denominator}
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


def _types(*, events: bool, sourcing: bool) -> dict[str, Callable[..., Any]]:
    """What makes an object of a copy anew, by the name of its type."""
    for name, asked in (("events", events), ("sourcing", sourcing)):
        if asked:
            import_module(f"teamplan.playbook.{name}")
    models = {model.__name__: model.model_construct for model in all_models()}
    return (
        models
        | {each.__name__: each for each in (Quantity, Window, Playbook, HandedOn, Opening)}
        | {"Fraction": _fractions()}
    )


def _fractions() -> Callable[..., Fraction]:
    """What makes the fractions of a copy, each of them once."""
    known: dict[tuple[int, int], Fraction] = {}

    def made(numerator: int, denominator: int) -> Fraction:
        pair = numerator, denominator
        if pair not in known:
            known[pair] = Fraction(numerator, denominator)
        return known[pair]

    return made


def _maker(types: dict[str, Callable[..., Any]], apart: Sequence[str]) -> Callable[[dict[str, Any]], Any]:
    """The hook that makes what an object of a copy stands for; `apart` are the lines of those made as needed."""

    def made(found: dict[str, Any]) -> Any:
        for name, value in found.items():
            if isinstance(value, list):
                found[name] = tuple(map(tuple, value)) if value and isinstance(value[0], list) else tuple(value)
        kind = found.pop(TYPE, None)
        return found if kind is None else types[kind](**found)

    def as_needed(lines: dict[str, int]) -> AsNeeded:
        return AsNeeded({key: apart[line] for key, line in lines.items()}, partial(json.loads, object_hook=made))

    types[AsNeeded.__name__] = as_needed
    return made
