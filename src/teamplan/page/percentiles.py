"""Owns the table of what percentiles of days cost in people and buy in days."""

from collections.abc import Sequence

from teamplan.engine.percentile import PercentilePlan
from teamplan.page.answer import as_data
from teamplan.page.table import Column, Shown, Table, table
from teamplan.page.words import Words, number


def percentile_table(plans: Sequence[PercentilePlan], asked: float, words: Words) -> Table:
    """A row for each percentile, the one that was asked for set off."""
    say = words.say
    columns = (
        Column("percentile", say("percentile.column"), "number", right=True),
        Column("people", say("column.people"), "people", right=True),
        Column("more", say("percentile.more"), "people", right=True),
        Column("days_above", say("percentile.days-above"), "number", right=True),
    )
    named = ((each, number(each.percentile)) for each in plans)
    rows = [
        as_data(each) | {"percentile": Shown(each.percentile, say("percentile.days", percentile=name))}
        for each, name in named
    ]
    return table(columns, rows, strong=frozenset(at for at, each in enumerate(plans) if each.percentile == asked))
