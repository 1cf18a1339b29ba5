"""Owns the page of what ships: a line each."""

from collections.abc import Iterator, Sequence
from typing import Any

from teamplan.language import Speaker
from teamplan.page.answer import Answer
from teamplan.page.blocks import Block, Labelled, Page, Title
from teamplan.page.table import Cell, plain_table
from teamplan.questions.playbooks.answer import Shipped
from teamplan.questions.playbooks.words import WORDS


def shown(shipping: Sequence[Shipped], say: Speaker) -> Answer:
    """What `playbooks` prints; in data and tables a row each, with its kind."""
    say = say.with_own(WORDS)
    return Answer(
        lambda: Page(tuple(_blocks(shipping, say))),
        lambda: {"items": [_data(each, say) for each in shipping]},
        lambda: (plain_table(_row(each, say) for each in shipping),),
    )


def _data(each: Shipped, say: Speaker) -> dict[str, Any]:
    return {
        "id": each.id,
        "kind": each.kind,
        "name": say.text(each.name),
        "about": say.text(each.about) if each.about else None,
        "extends": each.extends,
        "stages": list(each.stages),
        "roles": each.roles,
    }


def _row(each: Shipped, say: Speaker) -> dict[str, Cell]:
    return _data(each, say) | {"stages": len(each.stages)}


def _blocks(shipping: Sequence[Shipped], say: Speaker) -> Iterator[Block]:
    for kind in dict.fromkeys(each.kind for each in shipping):
        yield Title(say(f"playbooks.{kind}"))
        yield Labelled(tuple((each.id, _line(each, say)) for each in shipping if each.kind == kind))


def _line(each: Shipped, say: Speaker) -> str:
    name, stages = say.text(each.name), len(each.stages)
    said = say("playbooks.said", name=name, about=say.text(each.about)) if each.about else name
    if not stages:
        return say("playbooks.adds", said=said, roles=each.roles)
    return say("playbooks.one-stage" if stages == 1 else "playbooks.size", said=said, stages=stages, roles=each.roles)
