"""Owns the page of options: a line each, with its origin where that is asked for."""

from collections.abc import Sequence

from teamplan.language import Speaker
from teamplan.page.answer import Answer
from teamplan.page.blocks import Page
from teamplan.page.table import Column, Shown, Table, table
from teamplan.questions.config.answer import Chosen
from teamplan.questions.config.words import WORDS
from teamplan.record import as_dict


def shown(options: Sequence[Chosen], say: Speaker, *, origin: bool) -> Answer:
    """What `config show` prints; machines always get the origins."""
    say = say.with_own(WORDS)
    return Answer(
        lambda: Page((_table(options, say, origin=origin),)),
        lambda: {"options": [as_dict(each) for each in options]},
        lambda: (_table(options, say, origin=True),),
    )


def _table(options: Sequence[Chosen], say: Speaker, *, origin: bool) -> Table:
    columns = [Column(name, say(f"config.{name}")) for name in ("option", "value")]
    if origin:
        columns += [Column(name, say(f"config.{name}")) for name in ("origin", "place")]
    return table(columns, [as_dict(each) | {"origin": _origin(each, say)} for each in options])


def _origin(each: Chosen, say: Speaker) -> Shown:
    return Shown(each.origin, say(f"config.by-{each.origin}"))
