"""Owns how a file of people to fill in is written: YAML with remarks for a terminal, rows and data for the rest."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from teamplan.page.answer import Answer
from teamplan.page.blocks import Lines, Page, Title
from teamplan.page.price import coins
from teamplan.page.table import plain_table
from teamplan.page.words import Words
from teamplan.page.yaml_text import in_one_line
from teamplan.playbook.money import Money
from teamplan.playbook.pay_people import COLUMNS
from teamplan.questions.pay.template import PayTemplate
from teamplan.questions.pay.words import WORDS


def shown(found: PayTemplate, words: Words) -> Answer:
    """What `pay template` writes; its JSON, YAML and CSV can be read by `pay check` as they are."""
    words = words.of(WORDS)
    return Answer(
        lambda: _page(found, words),
        lambda: _data(found),
        lambda: (plain_table([_plain(row) for row in found.rows], COLUMNS),),
        lambda: "".join(f"{line}\n" for line in _lines(found, words)),
        versioned=False,
    )


def _page(found: PayTemplate, words: Words) -> Page:
    return Page((Title(words.say.text(found.fit.phase.name)), Lines(tuple(_lines(found, words)))))


def _lines(found: PayTemplate, words: Words) -> Iterator[str]:
    say = words.say
    name = say.text(found.fit.phase.name)
    yield "# " + say("pay.file.head", name=name, currency=words.currency(found.currency))
    yield "# " + say("pay.file.as-planned")
    if found.inquiries is not None:
        yield "inquiries:"
        yield from (f"  {key}: {coins(each)}" for key, each in found.inquiries.items())
        yield "  # benchmark:  " + say("pay.file.benchmark")
    yield "people:"
    yield from (f"- {in_one_line(_plain(row))}" for row in found.rows)
    yield "# " + say("pay.file.more")
    given = [key for key in COLUMNS if key not in found.rows[0]]
    yield from (f"#   {key}: {say(f'pay-column.{key}')}" for key in given)


def _data(found: PayTemplate) -> dict[str, Any]:
    inquiries = {key: float(each) for key, each in (found.inquiries or {}).items()}
    return ({"inquiries": inquiries} if inquiries else {}) | {"people": [_plain(row) for row in found.rows]}


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _value(each) for key, each in row.items()}


def _value(each: Any) -> Any:
    """Sums as numbers with the digits that they have, factors as people write them."""
    if isinstance(each, Money | Fraction):
        whole = float(each)
        return int(whole) if whole == int(whole) else whole
    return each if isinstance(each, str) else str(each)
