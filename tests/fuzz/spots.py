"""Owns edits of YAML text (JSON is YAML, too): every key and value with its place, and what can be done to it.

The text around an edit stays as it is, so that a mutant is a file as somebody would have spoiled it.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from random import Random
from typing import Any, NamedTuple

import yaml

from tests.fuzz.values import FACTORS, HARD_TEXTS, NODES, SCALARS, STRUCTURES

NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?")


class Spot(NamedTuple):
    """A value in a text, with the key or the dash that it stands behind: places of characters."""

    path: tuple[str, ...]
    first: int  # of the key, of the dash, else of the value
    start: int
    end: int
    column: int
    flow: bool
    keyed: bool

    @property
    def name(self) -> str:
        return " > ".join(self.path)


@lru_cache(maxsize=64)
def spots(text: str) -> tuple[Spot, ...]:
    """Every value of a text, from the outside in."""
    root = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return tuple(_within(root, text, ())) if root is not None else ()


def _within(node: Any, text: str, path: tuple[str, ...]) -> Iterator[Spot]:
    pairs: list[tuple[Any, Any]] = []
    if isinstance(node, yaml.MappingNode):
        pairs = node.value
    elif isinstance(node, yaml.SequenceNode):
        pairs = [(None, each) for each in node.value]
    for place, (key, child) in enumerate(pairs):
        inner = (*path, key.value if key is not None else f"#{place + 1}")
        start, flow = child.start_mark.index, bool(node.flow_style)
        end = max(start, start + len(text[start : child.end_mark.index].rstrip()))
        dash = start if flow else text.rfind("-", 0, start)
        first = key.start_mark.index if key is not None else dash
        yield Spot(inner, first, start, end, first - text.rfind("\n", 0, first) - 1, flow, key is not None)
        yield from _within(child, text, inner)


def removed(text: str, spot: Spot) -> str:
    before, after = text[: spot.first], text[spot.end :]
    if spot.flow:
        if after.lstrip().startswith(","):
            return before + after.lstrip()[1:].lstrip()
        return before.rstrip().removesuffix(",") + after
    return before + after


def renamed(text: str, spot: Spot, random: Random) -> str:
    """Another key, or a dash that is none."""
    old = text[spot.first : spot.start]
    new = random.choice(
        (old[:1] + "x" + old[1:], old[1:], old.upper(), "x" + old, "x: ", "? ", "'': ", "null: ", "\t" + old)
    )
    return text[: spot.first] + new + text[spot.start :]


def doubled(text: str, spot: Spot) -> str:
    copy = text[spot.first : spot.end]
    return text[: spot.first] + copy + (", " if spot.flow else "\n" + " " * spot.column) + text[spot.first :]


def replaced(text: str, spot: Spot, value: str) -> str:
    return text[: spot.start] + value + text[spot.end :]


def scaled(text: str, spot: Spot, factor: float) -> str:
    """Every number of a value times a factor."""
    value = NUMBER.sub(lambda found: f"{float(found[0]) * factor:.12g}", text[spot.start : spot.end])
    return replaced(text, spot, value)


def swapped(text: str, spot: Spot, random: Random) -> str:
    """A value that stands elsewhere in the file."""
    other = random.choice(spots(text))
    return replaced(text, spot, text[other.start : other.end])


OPERATIONS = ("removed", "renamed", "doubled", "scaled", "swapped", "scalar", "structure", "text")


def spoiled(text: str, spot: Spot, operation: str, random: Random) -> tuple[str, str]:
    """The text after one operation on a spot, and what was done, in words."""
    if operation == "removed":
        return removed(text, spot), f"{spot.name}: removed"
    if operation == "renamed":
        return renamed(text, spot, random), f"{spot.name}: renamed"
    if operation == "doubled":
        return doubled(text, spot), f"{spot.name}: doubled"
    if operation == "scaled":
        factor = random.choice(FACTORS)
        return scaled(text, spot, factor), f"{spot.name}: numbers x {factor:g}"
    if operation == "swapped":
        return swapped(text, spot, random), f"{spot.name}: another value of the file"
    value = random.choice({"scalar": SCALARS, "structure": STRUCTURES, "text": HARD_TEXTS}.get(operation, NODES))
    return replaced(text, spot, value), f"{spot.name}: {value[:40]!r}"


def spoiled_often(text: str, count: int, random: Random) -> tuple[str, str]:
    """The text after so many operations on spots that do not overlap."""
    chosen = sorted(random.sample(spots(text), min(count, len(spots(text)))), key=lambda spot: -spot.first)
    said = []
    limit = len(text)
    for spot in chosen:
        if spot.end <= limit:
            text, done = spoiled_at(text, spot, random)
            said.append(done)
            limit = spot.first
    return text, "; ".join(said)


def spoiled_at(text: str, spot: Spot, random: Random) -> tuple[str, str]:
    operation = random.choice([each for each in OPERATIONS if each != "swapped"])  # a text half spoiled has no spots
    return spoiled(text, spot, operation, random)
