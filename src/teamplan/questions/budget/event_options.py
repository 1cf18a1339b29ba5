"""Owns the options of an event within a budget by months."""

from typing import Annotated

import typer

from teamplan.prompt.language import say
from teamplan.prompt.options import Number
from teamplan.record import Record


class EventOptions(Record):
    """An event within a budget by months; texts are read with the rest."""

    event: Annotated[str | None, typer.Option(help=say("opt.event"))] = None
    date: Annotated[str | None, typer.Option(metavar="DATE", help=say("opt.budget-date"))] = None
    orders_x: Annotated[Number, typer.Option(help=say("opt.orders-x"))] = None
