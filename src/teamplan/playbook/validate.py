"""Owns the way from plain data to a model: every fault becomes a located problem, and what is sound is kept.

A faulty part is taken out and the rest tried again, so that the relations of the sound parts can still be checked and
one run reports everything.
"""

from copy import deepcopy
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from teamplan.errors import Location, Problem
from teamplan.model.base import Frozen
from teamplan.playbook.document import Document, Loc

Model = TypeVar("Model", bound=BaseModel)
MOST_ROUNDS = 20
SENTENCES = {  # pydantic's error type -> the key of our sentence; types of our own validators are keys already
    "extra_forbidden": "unknown-key",
    "missing": "missing-key",
    "literal_error": "not-one-of",
    "string_pattern_mismatch": "not-an-id",
    "string_too_short": "empty",
    "string_too_long": "text-too-long",
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


def validate(model: type[Model], document: Document, loc: Loc = ()) -> tuple[Model | None, list[Problem]]:
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
    model: type[Model], document: Document, loc: Loc, data: dict[str, Any], error: ValidationError
) -> tuple[Model | None, list[Problem]]:
    problems: dict[tuple[Location, str], Problem] = {}
    for _ in range(MOST_ROUNDS):
        removed: set[tuple[str | int, ...]] = set()
        for fault in error.errors(include_url=False):
            culprit = _found(data, fault["loc"])
            if not any(culprit[: len(gone)] == gone for gone in removed):
                problem = _problem(document, (*loc, *fault["loc"]), fault)
                problems.setdefault((problem.where or Location(""), problem.key), problem)
            if not culprit:
                return None, list(problems.values())
            removed.add(culprit)
        for culprit in sorted(removed, key=_deepest_last_first):
            _remove(data, culprit)
        try:
            return model.model_validate(data), list(problems.values())
        except ValidationError as again:
            if not _says_more(again, removed):
                return None, list(problems.values())
            error = again
    return None, list(problems.values())


def _says_more(error: ValidationError, removed: set[tuple[str | int, ...]]) -> bool:
    """Whether the next round finds more than that the parts taken out are missing."""
    return any(fault["type"] != "missing" or fault["loc"] not in removed for fault in error.errors())


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


def _problem(document: Document, loc: Loc, fault: Any) -> Problem:
    named = document.path(loc)
    path = (*named, str(loc[-1])) if fault["type"] == "missing" else named
    return described(fault, path, document.locate(loc, key=fault["type"] == "extra_forbidden"))


def described(fault: Any, path: tuple[str, ...], where: Location) -> Problem:
    """One of pydantic's errors in the words of our catalogue."""
    key = SENTENCES.get(fault["type"], fault["type"])
    context = dict(fault.get("ctx", {}))
    name = str(fault["loc"][-1]) if fault["loc"] else ""
    values: dict[str, Any] = {"given": _short(fault.get("input")), "key": name} | context
    near = None
    if key == "unknown-key":
        values["given"] = name
        near = _near(name, _vocabulary())
    elif key == "not-an-id" and "$" in str(context.get("pattern", "")):
        key = "not-a-reference"
    elif key == "not-one-of":
        values["known"] = str(context.get("expected", ""))
    elif "known" in context:
        near = _near(str(context["given"]), list(context["known"]))
        values["known"] = ", ".join(context["known"])
    return Problem(key, values, path, where, near)


def _near(given: str, known: list[str]) -> str | None:
    return next(iter(get_close_matches(given, known, n=1)), None)


def _vocabulary() -> list[str]:
    fields = (field for model in Frozen.__subclasses__() for field in model.model_fields.items())
    return sorted({info.alias or name for name, info in fields})


def _short(given: Any) -> str:
    text = str(given)
    return text if len(text) <= 40 else text[:37] + "..."
