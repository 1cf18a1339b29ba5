"""Owns whether every name in `advice.yaml` exists, and whether a condition fills every placeholder of its sentences."""

from collections.abc import Collection, Iterator, Mapping
from string import Formatter
from typing import Any

from teamplan.engine.rules import Finding
from teamplan.playbook.advice import PLACEHOLDERS, Advice
from teamplan.reading.references import NUMBER, BadReference, Kinds, Names

THRESHOLDS: dict[str, Kinds] = {"owner_hours_below": ("hours a day",)}  # other thresholds are plain numbers and shares


def advice_references(advice: Mapping[str, Advice], names: Names, faulty: Collection[str]) -> Iterator[BadReference]:
    """Dangling names in `advice.yaml`, and placeholders that no condition fills unless the advice is `faulty`."""
    kinds = {"stage_from": "stage", "stage_to": "stage", "team_lacks": "role", "absence_of": "role"}
    lists = {"owner_does": "duty", "team_lacks_functions": "function"}
    for advice_id, item in advice.items():
        yield from names.source(item.source, "advice", (advice_id, "source"))
        wanted: dict[str, Any] = item.when.model_dump(exclude_unset=True)
        for key, value in wanted.items():
            path = (advice_id, "when", key)
            if key in kinds:
                yield from names.check(kinds[key], value, "advice", path)
            elif key in lists:
                for place, each in enumerate(value):
                    yield from names.check(lists[key], each, "advice", (*path, str(place)))
            elif isinstance(value, str) and value.startswith("$"):
                yield from names.amount(value, THRESHOLDS.get(key, NUMBER), "advice", path)
        filled = {name for key in wanted for name in PLACEHOLDERS.get(key, ())}
        if advice_id not in faulty:
            yield from _placeholders(advice_id, item, filled)


def _placeholders(advice_id: str, item: Advice, filled: set[str]) -> Iterator[BadReference]:
    for language in ("en", "zh"):
        path = (advice_id, "say", language)
        try:
            parts = list(Formatter().parse(getattr(item.say, language)))
        except ValueError:
            yield BadReference(Finding("open-brace", "advice", path))
            continue
        used = {_placeholder(name, form, how) for _, name, form, how in parts if name is not None}
        for name in sorted(used - filled):
            values = {"given": name, "known": ", ".join(sorted(filled))}
            yield BadReference(Finding("unknown-placeholder", "advice", path, values))


def _placeholder(name: str, form: str | None, conversion: str | None) -> str:
    """The name in braces with whatever is written behind it, as nothing may be."""
    return name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "")
