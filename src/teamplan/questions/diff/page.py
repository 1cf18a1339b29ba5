"""Owns the page of a difference: one sentence a change."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from teamplan.page.answer import Answer, as_data, flat
from teamplan.page.blocks import Bullets, Lines, Page, Title
from teamplan.page.table import Cell, plain_table
from teamplan.page.words import Words, number
from teamplan.playbook.money import Money
from teamplan.questions.diff.answer import Change, Difference
from teamplan.questions.diff.words import WORDS

ROLE_VALUES = {"duty-moves", "duty-arises", "duty-ends", "person-moves"}
STAGE_VALUES = {"stage"}


HEADER = ("a", "b", "kind", "what")


def shown(result: Difference, words: Words) -> Answer:
    """What `diff` prints; for tables a row a change."""
    words = words.of(WORDS)
    return Answer(lambda: _page(result, words), lambda: as_data(result), lambda: (plain_table(_rows(result), HEADER),))


def _rows(result: Difference) -> Iterator[dict[str, Cell]]:
    sides = {"a": result.a, "b": result.b, "kind": result.kind}
    for change in result.changes:
        yield sides | {"what": change.what} | flat(as_data(change.values))


def _page(result: Difference, words: Words) -> Page:
    title = Title(words.say("diff.title", a=words.stage(result.a), b=words.stage(result.b)))
    if not result.changes:
        return Page((title, Lines((words.say("diff.same"),))))
    return Page((title, Bullets(tuple(_sentence(change, words) for change in result.changes))))


def _sentence(change: Change, words: Words) -> str:
    if change.what in ("cost", "costs"):
        return words.say(f"diff.{change.what}", **_money(change, words))
    values = {key: _worded(change.what, key, value, words) for key, value in change.values.items()}
    return words.say(f"diff.{change.what}", **values)


def _money(change: Change, words: Words) -> dict[str, str]:
    """Sums of a month in whole units, the difference with its sign."""
    values = change.values
    currency, later = values["currency"], values.get("currency_after", values["currency"])
    told = {
        "before": words.money(Money(Decimal(values["before"]), currency)),
        "after": words.money(Money(Decimal(values["after"]), later)),
    }
    return told | ({"difference": f"{Decimal(values['difference']):+,.0f}"} if "difference" in values else {})


def _worded(what: str, key: str, value: Any, words: Words) -> str:
    if key in ("duty", "stage"):
        return words.duty(value) if key == "duty" else words.stage(value)
    if key == "role" or (what in ROLE_VALUES and key in ("before", "after")):
        return words.role(value)
    if isinstance(value, list):
        return words.say.join(words.role(role) for role in value)
    if value is None or what in STAGE_VALUES:
        return words.say("diff.none") if value is None else words.stage(value)
    if isinstance(value, int | float):
        return number(value)
    return words.quantity(value) if what.startswith("assumption") and key != "name" else str(value)
