"""Owns the page of an explanation: one sentence a step, the steps as a tree."""

from collections.abc import Callable
from typing import Any

from teamplan.answers.reasons import Reason
from teamplan.render.page import Page, Tree
from teamplan.render.words import Words, number, percent

NAMED: dict[str, str] = {  # value -> how it is named
    "role": "role",
    "duty": "duty",
    "function": "function",
    "driver": "driver",
    "stage": "stage",
}


def explain_page(reason: Reason, words: Words) -> Page:
    """What `explain` prints."""
    return Page((_tree(reason, words),))


def _tree(reason: Reason, words: Words) -> Tree:
    return Tree(sentence(reason, words), tuple(_tree(child, words) for child in reason.because))


def sentence(reason: Reason, words: Words) -> str:
    """One step in words."""
    values: dict[str, Any] = {}
    for key, value in reason.values.items():
        if key in NAMED:
            values[key] = getattr(words, NAMED[key])(value) if value else ""
        else:
            values[key] = value if isinstance(value, str | bool | dict) or value is None else number(value)
    special = SPECIAL.get(reason.what, _plain)
    return special(reason, values, words)


def _plain(reason: Reason, values: dict[str, Any], words: Words) -> str:
    return words.say(f"why.{reason.what}", **values)


def _role(reason: Reason, values: dict[str, Any], words: Words) -> str:
    values["binding"] = words.say(f"binding.{reason.values['binding']}")
    return _plain(reason, values, words)


def _curve(reason: Reason, values: dict[str, Any], words: Words) -> str:
    values["binds"] = words.say("why.binds") if reason.values["binds"] else ""
    return _plain(reason, values, words)


def _from_visitors(reason: Reason, values: dict[str, Any], words: Words) -> str:
    values["conversion"] = percent(reason.values["conversion"])
    return _plain(reason, values, words)


def _assumption(reason: Reason, values: dict[str, Any], words: Words) -> str:
    values["means"] = values["means"][words.say.language]
    values["use"] = words.say(f"use.{values['use']}")
    values["source"] = values["source"] or words.say("why.our-judgement")
    return _plain(reason, values, words)


def _bilingual(reason: Reason, values: dict[str, Any], words: Words) -> str:
    texts = {key: value[words.say.language] for key, value in values.items() if isinstance(value, dict)}
    return _plain(reason, values | texts, words)


def _next(reason: Reason, values: dict[str, Any], words: Words) -> str:
    visitors, slack = reason.values["visitors"], reason.values["slack"]
    values["visitors"] = "" if visitors is None else words.say("plan.or-visitors", visitors=number(visitors))
    values["slack"] = "" if slack is None else words.say("why.slack", percent=number(100 * slack, 1))
    return _plain(reason, values, words)


def _pays_from(reason: Reason, values: dict[str, Any], words: Words) -> str:
    axis = "orders" if "orders" in values else "visitors"
    values["relation"] = words.say("why.above" if reason.values["above"] else "why.from")
    return _plain(reason, values | {"volume": values[axis], "axis": words.driver(axis)}, words)


def _carried_by(reason: Reason, values: dict[str, Any], words: Words) -> str:
    by = reason.values["by"]
    values["by"] = words.role(by) if by else words.say("why.not-yet")
    return _plain(reason, values, words)


SPECIAL: dict[str, Callable[[Reason, dict[str, Any], Words], str]] = {
    "role": _role,
    "curve-work": _curve,
    "curve-service": _curve,
    "curve-presence": _curve,
    "curve-floor": _curve,
    "orders-from-visitors": _from_visitors,
    "assumption": _assumption,
    "subject": _assumption,
    "reason": _bilingual,
    "source": _bilingual,
    "next": _next,
    "pays-from": _pays_from,
    "carried-by": _carried_by,
}
