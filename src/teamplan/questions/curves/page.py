"""Owns the page of the steps: a table a stage, a row a role; and their rows and data for machines."""

from collections.abc import Iterator
from itertools import groupby
from math import inf, nextafter

from teamplan.engine.linear import ORDERS
from teamplan.engine.thresholds import RoleThresholds, StageThresholds, Thresholds
from teamplan.page.answer import Answer, as_data
from teamplan.page.blocks import Block, Lines, Page, Title
from teamplan.page.limits import upto
from teamplan.page.sql import DIALECTS
from teamplan.page.table import Cell, Column, Table, plain_table, table
from teamplan.page.words import Words, number
from teamplan.questions.curves.question import CurvesQuestion
from teamplan.questions.curves.statement import statement
from teamplan.questions.curves.words import WORDS

HEADER = ("stage", "role", "by", "from", "people")


def shown(found: Thresholds, words: Words, asked: CurvesQuestion) -> Answer:
    """What `curves` prints."""
    words = words.of(WORDS)
    return Answer(
        lambda: Page(tuple(_blocks(found, words))),
        lambda: dict(as_data(found)),
        lambda: (plain_table(_rows(found), HEADER),),
        statement=lambda: statement(found, DIALECTS[asked.dialect], asked.table, _comments(found, words)),
    )


def _comments(found: Thresholds, words: Words) -> Iterator[str]:
    say = words.say
    yield say("curves.comment", playbook=say.text(words.playbook.frame.name))
    yield say("curves.comment-range", range=_range(found, words))


def _range(found: Thresholds, words: Words) -> str:
    say, orders = words.say, number(found.most_orders)
    if found.most_visitors is None:
        return say("curves.range", orders=orders)
    return say("curves.range-both", orders=orders, visitors=number(found.most_visitors))


def _blocks(found: Thresholds, words: Words) -> Iterator[Block]:
    say = words.say
    yield Title(say("curves.title", range=_range(found, words)))
    for stage in found.stages:
        yield Title(say("curves.stage", stage=words.stage(stage.stage), orders=number(stage.from_orders)))
        yield _roles(stage, words)
    yield Lines((say("curves.exact"),))


def _roles(stage: StageThresholds, words: Words) -> Table:
    say = words.say
    columns = (
        Column("role", say("column.role")),
        Column("people", say("curves.column.people"), "people", right=True),
        Column("enough", say("curves.column.enough")),
    )
    return table(columns, (_row(role, each, words) for role, each in stage.roles.items()))


def _row(role: str, known: RoleThresholds, words: Words) -> dict[str, Cell]:
    say = words.say
    enough = say("curves.next").join(upto(nextafter(each, -inf)) for each in known.one_more_from)
    if enough and known.by != ORDERS:
        enough = say("curves.visitors", enough=enough)
    return {"role": words.role(role), "people": known.people, "enough": enough or "-"}


def _rows(found: Thresholds) -> Iterator[dict[str, Cell]]:
    """A row for each step, and one where a stage begins, of every role that ever has anybody."""
    ever = [role for role in found.roles if any(role in stage.roles for stage in found.stages)]
    for stage in found.stages:
        for role in ever:
            known = stage.roles.get(role, RoleThresholds(ORDERS, 0, ()))
            head = {"stage": stage.stage, "role": role, "by": known.by}
            people = known.people
            yield head | {"from": stage.from_orders if known.by == ORDERS else 0.0, "people": people}
            for at, together in groupby(known.one_more_from):
                people += sum(1 for _ in together)
                yield head | {"from": at, "people": people}
