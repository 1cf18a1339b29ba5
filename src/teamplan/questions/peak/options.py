"""Owns the options that only `peak` has."""

from typing import Annotated

import typer

from teamplan.prompt.language import say
from teamplan.prompt.options import Number
from teamplan.record import Record


class PeakOptions(Record):
    """The event as the prompt gives it; texts are read all at once."""

    event: Annotated[str | None, typer.Option(help=say("opt.event"))] = None
    date: Annotated[str | None, typer.Option(help=say("opt.date"))] = None
    orders_x: Annotated[Number, typer.Option(help=say("opt.orders-x"))] = None
    today: Annotated[str | None, typer.Option(metavar="DATE", help=say("opt.peak-today"))] = None
    mix: Annotated[str | None, typer.Option(help=say("opt.mix"))] = None
    baseline: Annotated[str | None, typer.Option(metavar="FILE", help=say("opt.baseline"))] = None
