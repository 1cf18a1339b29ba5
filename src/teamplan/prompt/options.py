"""Owns the options that several commands share, each declared once, and how a command receives them as one value."""

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any, get_type_hints

import typer

from teamplan.page.formats import FORMATS
from teamplan.prompt.language import say
from teamplan.record import Record, RecordType, fields

Number = str | None  # numbers stay text until the model reads them, so that every fault is told at once


class ShopOptions(Record):
    """The shop, as the prompt gives it; texts are checked by the model."""

    visitors: Annotated[Number, typer.Option(help=say("opt.visitors"))] = None
    conversion: Annotated[Number, typer.Option(help=say("opt.conversion"))] = None
    orders: Annotated[Number, typer.Option(help=say("opt.orders"))] = None
    new_products: Annotated[Number, typer.Option(help=say("opt.new-products"))] = None
    ad_spend: Annotated[Number, typer.Option(help=say("opt.ad-spend"))] = None
    age_days: Annotated[Number, typer.Option(help=say("opt.age-days"))] = None
    owner_hours: Annotated[Number, typer.Option(help=say("opt.owner-hours"))] = None
    founder_skills: Annotated[str | None, typer.Option(help=say("opt.founder-skills"))] = None
    silent_share: Annotated[Number, typer.Option(help=say("opt.silent-share"))] = None
    inquiry_conversion: Annotated[Number, typer.Option(help=say("opt.inquiry-conversion"))] = None
    return_rate: Annotated[Number, typer.Option(help=say("opt.return-rate"))] = None
    campaign_ahead: Annotated[bool, typer.Option("--campaign-ahead", help=say("opt.campaign-ahead"))] = False
    stock_counted: Annotated[bool, typer.Option("--stock-counted", help=say("opt.stock-counted"))] = False
    set_: Annotated[list[str] | None, typer.Option("--set", metavar="NAME=VALUE", help=say("opt.set"))] = None
    team: Annotated[str | None, typer.Option(help=say("opt.team"))] = None
    store: Annotated[str | None, typer.Option(help=say("opt.store"))] = None


class StageOption(Record):
    """A stage that is planned for whatever the orders say."""

    stage: Annotated[str | None, typer.Option(help=say("opt.stage"))] = None


class PlaybookOption(Record):
    """The playbook folder; None is the built-in one."""

    playbook: Annotated[str | None, typer.Option(envvar="TEAMPLAN_PLAYBOOK", help=say("opt.playbook"))] = None


class OutputOptions(Record):
    """In which format and language the answer is printed."""

    format: Annotated[str, typer.Option(help=say("opt.format", formats=", ".join(FORMATS)))] = "table"
    lang: Annotated[str | None, typer.Option(help=say("opt.lang"))] = None


def grouped(function: Callable[..., int]) -> Callable[..., int]:
    """Let a command take option groups: a parameter typed with one becomes its options at the prompt."""
    hints = get_type_hints(function, include_extras=True)
    groups = {name: hint for name, hint in hints.items() if isinstance(hint, RecordType)}

    @wraps(function)
    def command(**given: Any) -> int:
        values = {name: group(**{field: given.pop(field) for field in fields(group)}) for name, group in groups.items()}
        return function(**given, **values)

    own = [each for name, each in inspect.signature(function).parameters.items() if name not in groups]
    shared = [each for group in groups.values() for each in inspect.signature(group).parameters.values()]
    parameters = [each.replace(kind=inspect.Parameter.KEYWORD_ONLY) for each in (*own, *shared)]
    command.__signature__ = inspect.Signature(parameters, return_annotation=int)  # type: ignore[attr-defined]
    command.__annotations__ = {each.name: hints.get(each.name, each.annotation) for each in parameters} | {
        "return": int
    }
    return command
