"""Owns the sentences of a hiring calendar that the machine formats carry too: why a place opens, in one language."""

from typing import Any

from teamplan.page.words import Words, number
from teamplan.questions.hire.calendar import LEAVER, MISSING, PROMOTION, STAGE, VACANCY, Place

SENTENCES = {MISSING: "hiring.why-missing", STAGE: "hiring.why-stage", LEAVER: "hiring.why-leaver"}
PLAIN = ("role", "name", "people", "kind", "why")


def why(place: Place, words: Words) -> str:
    """Why a place opens, with the volume that asks for it."""
    values = {"kind": place.kind, "because": place.because, "stage": place.stage, "promoted_from": place.promoted_from}
    return _why(values | {"trigger_orders": place.trigger_orders, "trigger_visitors": place.trigger_visitors}, words)


def hiring_data(data: dict[str, Any], words: Words) -> dict[str, Any]:
    """The data of a hiring calendar with the names of the roles and the reasons in words."""
    return data | {key: [_named(place, words) for place in data[key]] for key in ("hires", "backfills")}


def hiring_rows(data: dict[str, Any], words: Words) -> list[dict[str, Any]]:
    """One row a place: hires first, then backfills."""
    named = hiring_data(data, words)
    return [*named["hires"], *named["backfills"]]


def _named(place: dict[str, Any], words: Words) -> dict[str, Any]:
    named = place | {"name": words.role(place["role"]), "why": _why(place, words)}
    return {key: named[key] for key in (*PLAIN, *(key for key in place if key not in PLAIN))}


def _why(place: dict[str, Any], words: Words) -> str:
    say = words.say
    if place["kind"] == VACANCY:
        return say("hiring.why-vacancy")
    key = SENTENCES.get(place["because"], "hiring.why-more")
    binding = "" if key != "hiring.why-more" else say(f"binding.{place['because']}")
    values = {"volume": _volume(place, words), "binding": binding, "stage": words.stage(place["stage"])}
    sentence = say(key, **values)
    if place["kind"] != PROMOTION:
        return sentence
    return say("hiring.why-promoted", why=sentence, role=words.role(place["promoted_from"] or ""))


def _volume(place: dict[str, Any], words: Words) -> str:
    axis = "orders" if place["trigger_orders"] is not None else "visitors"
    amount = place[f"trigger_{axis}"]
    return "" if amount is None else f"{number(amount, 1)} {words.driver(axis)}"
