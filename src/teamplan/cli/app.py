"""Owns the list of commands, and builds no more of them than a prompt needs."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Annotated, Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup

from teamplan.libraries import in_chinese, left_as_typed
from teamplan.prompt.declared import Offered
from teamplan.prompt.language import say
from teamplan.prompt.manner import mannered
from teamplan.prompt.options import fitted
from teamplan.prompt.settings import NONE, defaults
from teamplan.reading.settings import Settings

Inputs = Callable[[], Mapping[str, str]]


class Command(TyperCommand):
    """A command whose help is in our language and whose values stay text: our models read them, all at once."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if ctx.obj is not None and ctx.obj.of:  # what a file says of options: see `_run`
            ctx.default_map = defaults(ctx.obj, self.params)
        return super().parse_args(ctx, args)

    def get_params(self, ctx: Any) -> Any:
        return left_as_typed(super().get_params(ctx))

    def get_help(self, ctx: Any) -> str:
        return _translated(super().get_help(ctx))


class Group(TyperGroup):
    """A group whose help is in our language."""

    def get_params(self, ctx: Any) -> Any:
        return left_as_typed(super().get_params(ctx))

    def get_help(self, ctx: Any) -> str:
        return _translated(super().get_help(ctx))


def _translated(text: str) -> str:
    return in_chinese(text) if say.language == "zh" else text


def _group(help_: str, epilog: str | None = None) -> typer.Typer:
    return typer.Typer(
        cls=Group,
        help=help_,
        epilog=epilog,
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )


class Entry(NamedTuple):
    """A command: its folder, the function there, and what follows its name in a prompt that works.

    `module` is where the function is, if in no folder of a question.
    """

    folder: str
    function: str
    example: str
    module: str = ""


SHOP = "--visitors 6000 --conversion 4.5%"
COMMANDS = {  # in the order of `--help`
    "recommend": Entry("recommend", "recommend", SHOP),
    "report": Entry("report", "report", f"{SHOP} --growth 8%/month --from 2026-12-01 -o plan.html"),
    "explain": Entry("explain", "explain", f"warehouse-keeper {SHOP}"),
    "checklist": Entry("checklist", "checklist", "half-year --format markdown"),
    "orgchart": Entry("orgchart", "orgchart", SHOP),
    "duties": Entry("duties", "duties", SHOP),
    "diff": Entry("diff", "diff", "three-months half-year"),
    "service": Entry("service", "service", "--chats 300 --open 09:00-23:00"),
    "simulate": Entry("simulate", "simulate", f"{SHOP} --weeks 4 --day-cv 20%"),
    "capacity": Entry("capacity", "capacity", f"--team team.yaml {SHOP}"),
    "next": Entry("next", "next_", f"{SHOP} --steps 12"),
    "sweep": Entry("sweep", "sweep", "visitors=1000..20000 --conversion 4.5%"),
    "curves": Entry("curves", "curves", "--most-orders 1000 --format sql --dialect duckdb --table shops"),
    "budget": Entry("budget", "budget", f"{SHOP} --order-value 80 --gross-margin 40%"),
    "source": Entry("source", "source", f"pre-sale-service {SHOP}"),
    "hire": Entry("hire", "hire", f"{SHOP} --growth 10%/month --from 2026-12-01"),
    "peak": Entry("peak", "peak", "--event double-11 --orders 270 --orders-x 5"),
    "playbooks": Entry("playbooks", "playbooks", ""),
    "schema": Entry("schema", "schema", "duties"),
}
STAGES = {
    "list": Entry("stages", "list_", ""),
    "show": Entry("stages", "show", "half-year"),
    "check": Entry("stages", "check", "my-playbook"),
    "new": Entry("stages", "new", "my-playbook"),
}
PAY = {
    "phase": Entry("pay", "phase", SHOP),
    "template": Entry("pay", "template", SHOP),
    "check": Entry("pay", "check", "pay.yaml --city hangzhou"),
    "sheet": Entry("pay", "sheet", "pay.yaml --city hangzhou"),
    "explain": Entry("pay", "explain", "Zhao pay.yaml --city hangzhou"),
}
GROUPS = {"stages": STAGES, "pay": PAY}
CONFIG = {"show": Entry("config", "show", "--origin")}
OF_ALL_GROUPS = GROUPS | {"config": CONFIG}
OF_ITSELF = {  # commands that answer no question about a shop
    "help": Entry("help", "help_", "formats", "teamplan.cli.help"),
    "completion": Entry("completion", "completion", "bash", "teamplan.cli.completion"),
}


def app_for(arguments: Sequence[str], settings: Settings = NONE) -> typer.Typer:
    """The program as a prompt needs it: with the one command that the prompt names, or with all of them."""
    app = _group(say("help.app"), say("help.exit-codes"))
    app.callback()(main)
    named, inputs = next(iter(arguments), ""), Offered(arguments, settings).inputs
    alone = COMMANDS.get(named) or OF_ITSELF.get(named)
    if alone is not None:
        _add(app, {named: alone}, inputs)
        return app
    for group, entries in OF_ALL_GROUPS.items():
        if named == group or named not in OF_ALL_GROUPS:
            members = _group(say(f"help.{group}"))
            _add(members, entries, inputs if named == group else dict, f"{group} ")
            app.add_typer(members, name=group)
    if named not in OF_ALL_GROUPS:
        _add(app, COMMANDS | OF_ITSELF, dict)
    return app


def _told_version(asked: bool) -> None:
    if asked:
        from teamplan.version import __version__

        typer.echo(f"teamplan {__version__}")
        raise typer.Exit


def main(
    version: Annotated[
        bool, typer.Option("--version", "-V", help=say("opt.version"), is_eager=True, callback=_told_version)
    ] = False,
) -> None:
    """What is asked of the program itself."""


def made(entry: Entry, inputs: Inputs) -> Callable[..., int]:
    """The function of a command, with the options that the playbook and the program add to its own."""
    module = import_module(entry.module or f"teamplan.questions.{entry.folder}.command")
    return mannered(fitted(getattr(module, entry.function), inputs))


def _add(group: typer.Typer, entries: Mapping[str, Entry], inputs: Inputs, before: str = "") -> None:
    for name, entry in entries.items():
        spelled = before + name
        epilog = say("help.example", command=f"teamplan {spelled} {entry.example}".rstrip())
        help_ = say("help." + spelled.replace(" ", "-"))
        group.command(name, cls=Command, help=help_, epilog=epilog)(made(entry, inputs))
