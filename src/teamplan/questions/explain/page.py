"""Owns the page of an explanation: one sentence a step, the steps as a tree."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from teamplan.page.answer import Answer, as_data, flat
from teamplan.page.blocks import Page, Tree
from teamplan.page.kept import alone_line, kept_line
from teamplan.page.limits import above, since
from teamplan.page.table import plain_table
from teamplan.page.words import Words, number, percent, span
from teamplan.playbook.money import Money
from teamplan.questions.explain.reasons import INPUT, Reason
from teamplan.questions.explain.words import WORDS
from teamplan.questions.service.day_page import day_blocks
from teamplan.questions.service.plan import DayPlan

NAMED: dict[str, str] = {  # value -> how it is named
    "role": "role",
    "duty": "duty",
    "function": "function",
    "driver": "driver",
    "stage": "stage",
}
WRITTEN = (  # quantities as a playbook writes them
    "value", "low", "high", "within", "meal", "earliest", "latest", "pause",
)  # fmt: skip


def shown(reason: Reason, words: Words) -> Answer:
    """What `explain` prints; for tables a row a step, with its level in the tree."""
    words = words.of(WORDS)
    return Answer(lambda: _page(reason, words), lambda: as_data(reason), lambda: (plain_table(_steps(reason, 0)),))


def _steps(reason: Reason, level: int) -> Iterator[dict[str, Any]]:
    values = {key: value for key, value in reason.values.items() if not isinstance(value, DayPlan)}
    yield {"level": level, "what": reason.what} | flat(as_data(values))
    for child in reason.because:
        yield from _steps(child, level + 1)


def _page(reason: Reason, words: Words) -> Page:
    days = tuple(block for day in _days(reason) for block in day_blocks(day, words))
    return Page((_tree(reason, words), *days))


def _days(reason: Reason) -> Iterator[DayPlan]:
    """The days that the steps speak of, to be drawn below the tree."""
    day = reason.values.get("day")
    if isinstance(day, DayPlan):
        yield day
    for child in reason.because:
        yield from _days(child)


def _tree(reason: Reason, words: Words) -> Tree:
    return Tree(sentence(reason, words), tuple(_tree(child, words) for child in reason.because))


def sentence(reason: Reason, words: Words) -> str:
    """One step in words."""
    values: dict[str, Any] = {}
    for key, value in reason.values.items():
        if key in NAMED:
            values[key] = getattr(words, NAMED[key])(value) if value else ""
        elif key in WRITTEN:
            values[key] = words.quantity(value)
        elif isinstance(value, Money):
            values[key] = words.money_in_coins(value)
        else:
            values[key] = number(value) if isinstance(value, int | float | Fraction) and value is not True else value
    special = _input if reason.what.startswith(INPUT) else SPECIAL.get(reason.what, _plain)
    return special(reason, values, words)


def _plain(reason: Reason, values: dict[str, Any], words: Words) -> str:
    return words.say(f"why.{reason.what}", **values)


def _input(reason: Reason, values: dict[str, Any], words: Words) -> str:
    """An amount in the unit that the playbook declares."""
    declared = words.playbook.frame.inputs[reason.values["driver"]]
    return words.say("why.input", name=words.say.text(declared.name), **words.per(declared, values["amount"]))


def _bounded(reason: Reason, values: dict[str, Any], words: Words) -> str:
    """What hangs on so much of an input, in the unit that the playbook declares."""
    declared = words.playbook.frame.inputs[reason.values["input"]]
    per = words.per(declared, values["amount"])
    return _plain(reason, values | per | {"name": words.say.text(declared.name)}, words)


def _role(reason: Reason, values: dict[str, Any], words: Words) -> str:
    values["binding"] = words.say(f"binding.{reason.values['binding']}")
    return _plain(reason, values, words)


def _curve(reason: Reason, values: dict[str, Any], words: Words) -> str:
    values["binds"] = words.say("why.binds") if reason.values["binds"] else ""
    if "above" in values:
        values["above"] = above(reason.values["above"])
    return _plain(reason, values, words)


def _from_visitors(reason: Reason, values: dict[str, Any], words: Words) -> str:
    values["conversion"] = percent(reason.values["conversion"])
    return _plain(reason, values, words)


def _assumption(reason: Reason, values: dict[str, Any], words: Words) -> str:
    values["means"] = values["means"][words.say.language]
    values["use"] = words.say(f"use.{values['use']}")
    values["source"] = values["source"] or words.say("why.our-judgement")
    return _plain(reason, values, words)


def _units(reason: Reason, values: dict[str, Any], words: Words) -> str:
    """So many units of a driver, each with its minutes."""
    values["units"] = words.counted(str(reason.values["driver"]), values["units"])
    return _plain(reason, values, words)


def _bilingual(reason: Reason, values: dict[str, Any], words: Words) -> str:
    texts = {key: value[words.say.language] for key, value in values.items() if isinstance(value, dict)}
    return _plain(reason, values | texts, words)


def _source(reason: Reason, values: dict[str, Any], words: Words) -> str:
    key = "why.source-unplaced" if reason.values["where"] is None else "why.source"
    return words.say(key, **values | {"title": values["title"][words.say.language]})


def _shares(reason: Reason, values: dict[str, Any], words: Words) -> str:
    """Shares in percent, the day and the roles by name, a sum of money in whole units."""
    for key in ("share", "answered"):
        if key in values:
            values[key] = percent(round(reason.values[key], 4 if key == "answered" else 3))
    if "day" in values:
        values["weekday"] = words.say("day." + values.pop("day"))
    if "roles" in values:
        values["roles"] = words.say.join(words.role(role) for role in reason.values["roles"])
    if reason.values.get("pay") is not None:
        values["pay"] = words.money(reason.values["pay"])
    if "name" in values:
        values["name"] = reason.values["name"][words.say.language]
    return _plain(reason, values, words)


def _spans(reason: Reason, values: dict[str, Any], words: Words) -> str:
    """Numbers that a bounded search may leave between two."""
    for key in ("whole", "roster"):
        if key in values and reason.values[key] != reason.values[f"{key}_at_least"]:
            values[key] = span(reason.values[f"{key}_at_least"], reason.values[key], words)
    return _plain(reason, values, words)


def _observed(reason: Reason, values: dict[str, Any], words: Words) -> str:
    values["source"] = values["source"] or words.say("why.our-judgement")
    values["text"] = values["text"][words.say.language] if values["text"] else ""
    return _plain(reason, values, words).rstrip()


def _paid(reason: Reason, values: dict[str, Any], words: Words) -> str:
    """A step of the payroll: texts in this language, what held the pay that counts, until when a notice holds."""
    say, given = words.say, reason.values
    texts: dict[str, Any] = {key: value[say.language] for key, value in given.items() if isinstance(value, dict)}
    if "source" in given:
        texts["source"] = given["source"] or say("why.our-judgement")
    if "per" in given:
        texts["units"] = _counted(given, words)
    if "share" in given:
        texts["share"] = percent(given["share"])
    if "held" in given:
        texts |= {"held": say(f"why.pay-held-{given['held']}"), "rate": words.quantity(given["rate"])}
    if "bases" in given:
        texts["bounds"] = _bounds(given, words)
    if "last" in given:
        texts["until"] = say("why.pay-until", last=given["last"]) if given["last"] else ""
        texts["assumed"] = "" if given["given"] else say("why.pay-assumed")
    return _plain(reason, values | texts, words)


def _counted(given: Mapping[str, Any], words: Words) -> str:
    """How much of what a bill counts: units of a driver, or seats, hours and sales."""
    from teamplan.playbook.sourcing import PER

    amount = number(given["units"], 1)
    if given["per"] in PER:
        return words.say(f"why.bill-{given['per']}", amount=amount, currency=words.currency(given["currency"]))
    return words.counted(given["per"], amount)


def _bounds(given: Mapping[str, Any], words: Words) -> str:
    """The pay that counts at least and at most, a month or a year."""
    say, ends = words.say, []
    for key in ("floor", "cap"):
        if given[key] is not None:
            amount = say("money", amount=number(given[key]), currency=words.currency(given["currency"]))
            ends.append(say(f"why.pay-{key}", amount=amount, span=say(f"why.pay-a-{given['bases']}")))
    return "".join(ends)


def _next(reason: Reason, values: dict[str, Any], words: Words) -> str:
    visitors, slack = reason.values["visitors"], reason.values["slack"]
    values["orders"] = above(reason.values["orders"])
    values["visitors"] = "" if visitors is None else words.say("plan.or-visitors", visitors=above(visitors))
    values["slack"] = "" if slack is None else words.say("why.slack", percent=number(100 * slack, 1))
    return _plain(reason, values, words)


def _pays_from(reason: Reason, values: dict[str, Any], words: Words) -> str:
    axis = "orders" if "orders" in values else "visitors"
    key, limit = ("why.above", above) if reason.values["above"] else ("why.from", since)
    volume = words.counted(axis, limit(reason.values[axis]))
    return _plain(reason, values | {"relation": words.say(key), "volume": volume}, words)


def _opens(reason: Reason, values: dict[str, Any], words: Words) -> str:
    return _plain(reason, values | {"orders": above(reason.values["orders"])}, words)


def _carried_by(reason: Reason, values: dict[str, Any], words: Words) -> str:
    by = reason.values["by"]
    if not by:
        return words.say("why.not-yet", **values)
    return _plain(reason, values | {"by": words.role(by)}, words)


def _kept(reason: Reason, values: dict[str, Any], words: Words) -> str:
    return kept_line(reason.values["kept"], words)


def _alone(reason: Reason, values: dict[str, Any], words: Words) -> str:
    return alone_line(reason.values["alone"], words)


SPECIAL: dict[str, Callable[[Reason, dict[str, Any], Words], str]] = {
    "role": _role,
    "curve-work": _curve,
    "curve-service": _curve,
    "curve-presence": _curve,
    "curve-floor": _curve,
    "curve-owner": _curve,
    "curve-kept": _curve,
    "orders-from-visitors": _from_visitors,
    "duty-units": _units,
    "assumption": _assumption,
    "subject": _assumption,
    "reason": _bilingual,
    "source": _source,
    "next": _next,
    "service-promise": _shares,
    "service-profile": _shares,
    "service-breaks-in-share": _shares,
    "service-breaks-in-shift": _shares,
    "service-shifts": _spans,
    "service-roster": _spans,
    "service-outside": _shares,
    "service-outside-bought": _shares,
    "service-longer": _shares,
    "service-longer-free": _shares,
    "service-pooling": _shares,
    "service-delivered": _kept,
    "service-alone": _alone,
    "breaks": _observed,
    "profile-hours": _observed,
    "profile-week": _observed,
    "pays-from": _pays_from,
    "opens-at": _opens,
    **dict.fromkeys(("pay-wage", "pay-wages", "pay-contribution", "pay-place", "pay-rate"), _paid),
    **dict.fromkeys(("pay-bought", "pay-part", "pay-night", "pay-least", "duty-bought"), _paid),
    "carried-by": _carried_by,
    "splits-above": _bounded,
    "from-input": _bounded,
}
