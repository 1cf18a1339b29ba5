"""Owns the options of a budget that are asked together; their texts are read with the rest."""

from typing import Annotated

import typer

from teamplan.prompt.language import say
from teamplan.prompt.options import Number
from teamplan.record import Record


class BreakEvenOptions(Record):
    """How far a break-even is looked for, and whether it is drawn."""

    most_orders: Annotated[Number, typer.Option(help=say("opt.most-orders"))] = None
    chart: Annotated[bool, typer.Option("--chart", help=say("opt.chart"))] = False


class EventOptions(Record):
    """An event within a budget by months."""

    event: Annotated[str | None, typer.Option(help=say("opt.event"))] = None
    date: Annotated[str | None, typer.Option(metavar="DATE", help=say("opt.budget-date"))] = None
    orders_x: Annotated[Number, typer.Option(help=say("opt.orders-x"))] = None


class PaidOptions(Record):
    """Files of pay: what was really paid in the months of a calendar, or the people of a month by name."""

    actual: Annotated[str | None, typer.Option(metavar="FILE", help=say("opt.actual"))] = None
    pay: Annotated[str | None, typer.Option(metavar="FILE", help=say("opt.pay"))] = None
