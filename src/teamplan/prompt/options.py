"""Owns the options that several commands share, each declared once, and how a command receives them as one value."""

import inspect
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Annotated, Any, get_type_hints

import typer

from teamplan.page.formats import DRAWINGS, FORMATS, STATEMENTS, WORKBOOKS
from teamplan.prompt.language import say
from teamplan.record import Record, RecordType, fields, fresh

STDIN = ("-", "/dev/stdin")  # a file that comes by standard input
ARGUMENTS = ("a", "b", "file")  # files that have no name at the prompt
STDOUT = "-"  # a name of a file that is none
DECLARED = "inputs"  # the field of a group that the playbook fills
PREFIX = "input_"  # before the name of its parameters
ANYTHING = FORMATS | WORKBOOKS  # formats of every answer
AsJson = Annotated[bool, typer.Option("--json", help=say("opt.json"))]
AsLabels = Annotated[bool, typer.Option("--labels", help=say("opt.labels"))]
OutputFile = Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help=say("opt.output"))]
Number = str | None  # numbers stay text until the model reads them, so that every fault is told at once


def _formats(known: Mapping[str, str]) -> str:
    return say("opt.format", formats=", ".join(known))


class ShopOptions(Record):
    """The shop, as the prompt gives it; texts are checked by the model."""

    visitors: Annotated[Number, typer.Option(help=say("opt.visitors"))] = None
    conversion: Annotated[Number, typer.Option(help=say("opt.conversion"))] = None
    orders: Annotated[Number, typer.Option(help=say("opt.orders"))] = None
    inputs: Mapping[str, Number] = fresh(factory=dict)  # those that the playbook declares, by id: see `fitted`
    category: Annotated[str | None, typer.Option(help=say("opt.category"))] = None
    city: Annotated[str | None, typer.Option(help=say("opt.city"))] = None
    currency: Annotated[str | None, typer.Option(help=say("opt.currency"))] = None
    exchange: Annotated[str | None, typer.Option(help=say("opt.exchange"))] = None
    age_days: Annotated[Number, typer.Option(help=say("opt.age-days"))] = None
    owner_hours: Annotated[Number, typer.Option(help=say("opt.owner-hours"))] = None
    percentile: Annotated[Number, typer.Option(help=say("opt.percentile"))] = None
    founder_skills: Annotated[str | None, typer.Option(help=say("opt.founder-skills"))] = None
    campaign_ahead: Annotated[bool, typer.Option("--campaign-ahead", help=say("opt.campaign-ahead"))] = False
    stock_counted: Annotated[bool, typer.Option("--stock-counted", help=say("opt.stock-counted"))] = False
    set_: Annotated[list[str] | None, typer.Option("--set", metavar="NAME=VALUE", help=say("opt.set"))] = None
    team: Annotated[str | None, typer.Option(help=say("opt.team"))] = None
    hire_order: Annotated[str | None, typer.Option(metavar="NAME", help=say("opt.hire-order"))] = None
    sourcing: Annotated[
        list[str] | None, typer.Option("--sourcing", metavar="ROLE=OPTION", help=say("opt.sourcing"))
    ] = None
    store: Annotated[str | None, typer.Option(help=say("opt.store"))] = None


class TradeOptions(Record):
    """What an order is worth; texts are checked by the model."""

    order_value: Annotated[Number, typer.Option(help=say("opt.order-value"))] = None
    gross_margin: Annotated[Number, typer.Option(help=say("opt.gross-margin"))] = None
    platform_fee: Annotated[Number, typer.Option(help=say("opt.platform-fee"))] = None
    courier: Annotated[Number, typer.Option(help=say("opt.courier"))] = None


class StageOption(Record):
    """A stage that is planned for whatever the orders say."""

    stage: Annotated[str | None, typer.Option(help=say("opt.stage"))] = None


class PlaybookOption(Record):
    """The playbook, a folder or a shipped one by name, None is the built-in one; and what is laid over it."""

    playbook: Annotated[str | None, typer.Option(envvar="TEAMPLAN_PLAYBOOK", help=say("opt.playbook"))] = None
    overlays: Annotated[list[str] | None, typer.Option("--with", metavar="NAME", help=say("opt.with"))] = None


class LangOption(Record):
    """The language of an answer that has no format."""

    lang: Annotated[str | None, typer.Option(help=say("opt.lang"))] = None


class OutputOptions(Record):
    """In which format and language the answer is written, and where to."""

    format: Annotated[str | None, typer.Option("--format", "-f", help=_formats(ANYTHING))] = None
    json: AsJson = False
    output: OutputFile = None
    labels: AsLabels = False
    lang: Annotated[str | None, typer.Option(help=say("opt.lang"))] = None

    @property
    def formats(self) -> Mapping[str, str]:
        """The formats that may be asked for."""
        return ANYTHING


class DrawingOptions(Record):
    """The same for an answer that is a chart, which drawings show as well."""

    format: Annotated[str | None, typer.Option("--format", "-f", help=_formats(ANYTHING | DRAWINGS))] = None
    json: AsJson = False
    output: OutputFile = None
    labels: AsLabels = False
    lang: Annotated[str | None, typer.Option(help=say("opt.lang"))] = None

    @property
    def formats(self) -> Mapping[str, str]:
        return ANYTHING | DRAWINGS


class StatementOptions(Record):
    """The same for an answer that data bases can work out."""

    format: Annotated[str | None, typer.Option("--format", "-f", help=_formats(ANYTHING | STATEMENTS))] = None
    json: AsJson = False
    output: OutputFile = None
    labels: AsLabels = False
    lang: Annotated[str | None, typer.Option(help=say("opt.lang"))] = None

    @property
    def formats(self) -> Mapping[str, str]:
        return ANYTHING | STATEMENTS


def grouped(function: Callable[..., int]) -> Callable[..., int]:
    """Let a command take option groups: a parameter typed with one becomes its options at the prompt."""
    hints = get_type_hints(function, include_extras=True)
    groups = {name: hint for name, hint in hints.items() if isinstance(hint, RecordType)}

    @wraps(function)
    def command(**given: Any) -> int:
        _one_stdin(given)
        if DECLARED in shared:
            given[DECLARED] = {
                name.removeprefix(PREFIX).replace("_", "-"): given.pop(name)
                for name in [*given]
                if name.startswith(PREFIX)
            }
        values = {name: group(**{field: given.pop(field) for field in fields(group)}) for name, group in groups.items()}
        return function(**given, **values)

    own = [each for name, each in inspect.signature(function).parameters.items() if name not in groups]
    shared = {name: each for group in groups.values() for name, each in inspect.signature(group).parameters.items()}
    own = [each.replace(annotation=hints[each.name]) for each in own]
    signed(command, [each.replace(kind=inspect.Parameter.KEYWORD_ONLY) for each in (*own, *shared.values())])
    return command


def _one_stdin(given: Mapping[str, Any]) -> None:
    """Raises a TeamplanError where two files are to come by standard input, which can be read once."""
    names = [name.strip("_") for name, value in given.items() if value in STDIN and name != "output"]
    if len(names) > 1:
        from teamplan.errors import Problem, TeamplanError

        raise TeamplanError([Problem("stdin-twice", {"names": ", ".join(map(_typed, names))})])


def _typed(name: str) -> str:
    return name.upper() if name in ARGUMENTS else "--" + name.replace("_", "-")


def fitted(command: Callable[..., int], inputs: Callable[[], Mapping[str, str]]) -> Callable[..., int]:
    """A command with an option for each input that a playbook declares, by its help; only one about a shop asks."""
    parameters = list(inspect.signature(command).parameters.values())
    place = next((place for place, each in enumerate(parameters) if each.name == DECLARED), None)
    if place is None:
        return command

    @wraps(command)
    def offering(**given: Any) -> int:
        return command(**given)

    kind = inspect.Parameter.KEYWORD_ONLY
    offered = [
        inspect.Parameter(
            PREFIX + name.replace("-", "_"),
            kind,
            default=None,
            annotation=Annotated[Number, typer.Option(f"--{name}", help=told)],
        )
        for name, told in inputs().items()
    ]
    signed(offering, [*parameters[:place], *offered, *parameters[place + 1 :]])
    return offering


def signed(command: Any, parameters: list[inspect.Parameter]) -> None:
    """Let typer see these parameters."""
    command.__signature__ = inspect.Signature(parameters, return_annotation=int)
    command.__annotations__ = {each.name: each.annotation for each in parameters} | {"return": int}
