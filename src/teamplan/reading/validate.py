"""Owns the way from plain data to a model: every fault becomes a located problem, and what is sound is kept.

A faulty part is taken out and the rest tried again, so that the relations of the sound parts can still be checked and
one run reports everything.
"""

import json
from collections.abc import Sequence
from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from teamplan.errors import Location, Problem
from teamplan.libraries import literals
from teamplan.playbook.base import Frozen, all_models

if TYPE_CHECKING:
    from teamplan.reading.document import Document, Loc

Model = TypeVar("Model", bound=BaseModel)
MOST_ROUNDS = 20
UNKNOWN = ("extra_forbidden", "unknown-key")  # pydantic's own, and that of a part whose keys a file declares
SENTENCES = {  # pydantic's error type -> the key of our sentence; types of our own validators are keys already
    "extra_forbidden": "unknown-key",
    "missing": "missing-key",
    "literal_error": "not-one-of",
    "string_pattern_mismatch": "not-an-id",
    "string_too_short": "empty",
    "string_too_long": "text-too-long",
    "too_long": "text-too-long",
    "too_short": "empty",
    "string_type": "not-a-text",
    "bool_type": "not-a-bool",
    "bool_parsing": "not-a-bool",
    "int_type": "not-whole",
    "tuple_type": "not-a-list",
    "list_type": "not-a-list",
    "dict_type": "not-a-mapping",
    "model_type": "not-a-mapping",
    "mapping_type": "not-a-mapping",
}


def validate(model: type[Model], document: "Document", loc: "Loc" = ()) -> tuple[Model | None, list[Problem]]:
    """The part of a document at `loc` as a model (None where too little is sound), and every fault in it."""
    data = document.data
    for part in loc:
        data = data[part]
    if not isinstance(data, dict):
        if document.node is None and not loc:
            return None, []  # the text itself was refused, and said so
        return None, [Problem("not-a-mapping", {"given": _short(data)}, document.path(loc), document.locate(loc))]
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return _salvage(model, document, loc, deepcopy(data), error)


def _salvage(
    model: type[Model], document: "Document", loc: "Loc", data: dict[str, Any], error: ValidationError
) -> tuple[Model | None, list[Problem]]:
    """What is left without the faulty parts. A fault of a part that was damaged before is no news and not told."""
    problems: dict[tuple[Location | None, str, tuple[str, ...]], Problem] = {}
    damaged: set[tuple[str | int, ...]] = set()  # parts that something was taken out of
    for _ in range(MOST_ROUNDS):
        removed: set[tuple[str | int, ...]] = set()
        faults = error.errors(include_url=False)
        missing = _missing(faults)
        for fault in faults:
            culprit = _found(data, fault["loc"])
            if culprit not in damaged and not _long_enough(fault):
                problem = _problem(document, (*loc, *fault["loc"]), fault, missing.get(fault["loc"][:-1], ()))
                problems.setdefault((problem.where, problem.key, problem.path), problem)
            removed.add(culprit)
        damaged |= {gone[:length] for gone in removed for length in range(len(gone) + 1)}
        for culprit in sorted(removed - {()}, key=_deepest_last_first):
            _remove(data, culprit)
        try:
            return model.model_validate(data), list(problems.values())
        except ValidationError as again:
            error = again
        if removed == {()}:
            break
    return None, list(problems.values())


def _long_enough(fault: Any) -> bool:
    """Whether a list is called too short only because its faulty items, which are told, do not count."""
    return fault["type"] == "too_short" and bool(len(fault["input"]) >= fault["ctx"]["min_length"])


def _deepest_last_first(culprit: tuple[str | int, ...]) -> tuple[int, list[int]]:
    return -len(culprit), [-part if isinstance(part, int) else 0 for part in culprit]


def _found(data: Any, loc: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """The part of an error's path that is in the data; names of union branches are passed over."""
    path: list[str | int] = []
    for part in loc:
        known: Any = data if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ()
        if part in known:
            data = data[part]
            path.append(part)
    return tuple(path)


def _remove(data: Any, path: tuple[str | int, ...]) -> None:
    for part in path[:-1]:
        data = data[part]
    del data[path[-1]]


def _missing(faults: Sequence[Any]) -> dict[tuple[str | int, ...], list[str]]:
    """The keys that are missing, by the part that they are missing in."""
    missing: dict[tuple[str | int, ...], list[str]] = {}
    for *part, key in (fault["loc"] for fault in faults if fault["type"] == "missing"):
        missing.setdefault(tuple(part), []).append(str(key))
    return missing


def _problem(document: "Document", loc: "Loc", fault: Any, missing: Sequence[str]) -> Problem:
    named = document.path(loc)
    path = (*named, str(loc[-1])) if fault["type"] == "missing" else named
    return described(fault, path, document.locate(loc, key=fault["type"] in UNKNOWN), missing)


def described(fault: Any, path: tuple[str, ...], where: Location | None, missing: Sequence[str] = ()) -> Problem:
    """One of pydantic's errors in the words of our catalogue; an unknown key is first compared with those `missing`."""
    key = SENTENCES.get(fault["type"], fault["type"])
    context = dict(fault.get("ctx", {}))
    name = str(fault["loc"][-1]) if fault["loc"] else ""
    given = fault.get("input")
    shown = given if given is None or isinstance(given, bool) else context.get("given", given)
    values: dict[str, Any] = {"key": name, "like": "pack-parcels"} | context | {"given": _short(shown)}
    among: tuple[Sequence[str], ...] = ()
    if key == "unknown-key":
        values["given"] = name
        among = (missing, _vocabulary())
    elif key == "not-an-id" and str(context.get("pattern")).startswith(r"^\$"):
        key = "not-a-reference"
    elif key == "not-one-of":
        known = literals(context.get("expected", ""))
        values["known"] = ", ".join(known)
        among = (known,)
    elif "known" in context:
        among = (list(context["known"]),)
        values["known"] = ", ".join(context["known"])
    return Problem(key, values, path, where, among)


def _vocabulary() -> Sequence[str]:
    """Every key of every model that has been imported so far."""
    return _keys(tuple(all_models()))


@cache
def _keys(models: tuple[type[Frozen], ...]) -> Sequence[str]:
    return sorted({info.alias or name for model in models for name, info in model.model_fields.items()})


def _short(given: Any) -> str:
    """A value as YAML would write it, cut where it is long."""
    text = given if isinstance(given, str) else json.dumps(given, ensure_ascii=False, default=str)
    return text if len(text) <= 40 else text[:37] + "..."
