"""Owns the list of commands: the folder listing is `--help`."""

from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from teamplan.cli import (
    capacity,
    checklist,
    diff,
    explain,
    hire,
    peak,
    recommend,
    schema,
    service,
    simulate,
    stages,
    sweep,
)
from teamplan.cli import next as next_
from teamplan.cli.language import say

HEADINGS = {  # what typer says itself and does not translate
    "Usage:": "用法：",
    "Options:": "选项：",
    "Arguments:": "参数：",
    "Commands:": "命令：",
    "Show this message and exit.": "显示本说明并退出。",
    "[required]": "[必填]",
    "[default:": "[默认：",
    "[env var:": "[环境变量：",
    "[OPTIONS]": "[选项]",
    "COMMAND [ARGS]...": "命令 [参数]...",
}


class AsTyped:
    """Leaves a value as it was typed. Typer would build a pydantic adapter for each option, also those not given."""

    def coerce(self, value: Any, **_: Any) -> Any:
        return value


class Command(TyperCommand):
    """A command whose help is in our language and whose values stay text: our models read them, all at once."""

    def get_params(self, ctx: Any) -> Any:
        return _as_typed(super().get_params(ctx))

    def get_help(self, ctx: Any) -> str:
        return _translated(super().get_help(ctx))


class Group(TyperGroup):
    """A group whose help is in our language, typer's own completion options included."""

    def get_params(self, ctx: Any) -> Any:
        return _as_typed(super().get_params(ctx))

    def get_help(self, ctx: Any) -> str:
        for option in self.params:
            if option.name in ("install_completion", "show_completion"):
                option.help = say("opt." + option.name.replace("_", "-"))  # type: ignore[attr-defined]
        return _translated(super().get_help(ctx))


def _as_typed(params: list[Any]) -> list[Any]:
    for param in params:
        param._runtime_param = AsTyped()  # unknown before typer 0.29, and harmless there
    return params


def _translated(text: str) -> str:
    if say.language == "zh":
        for english, chinese in HEADINGS.items():
            text = text.replace(english, chinese)
    return text


def _group(help_: str, epilog: str | None = None) -> typer.Typer:
    return typer.Typer(
        cls=Group,
        help=help_,
        epilog=epilog,
        no_args_is_help=True,
        add_completion=epilog is not None,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )


def _add(group: typer.Typer, name: str, function: Any, help_: str, example: str) -> None:
    epilog = say("help.example", command=example)
    group.command(name, cls=Command, help=say(help_), epilog=epilog)(function)


app = _group(say("help.app"), say("help.exit-codes"))
stages_app = _group(say("help.stages"))
SHOP = "--visitors 6000 --conversion 4.5%"


@app.callback()
def main(version: Annotated[bool, typer.Option("--version", help=say("opt.version"))] = False) -> None:
    if version:
        from teamplan import __version__

        typer.echo(f"teamplan {__version__}")
        raise typer.Exit


_add(app, "recommend", recommend.recommend, "help.recommend", f"teamplan recommend {SHOP}")
_add(app, "explain", explain.explain, "help.explain", f"teamplan explain warehouse-keeper {SHOP}")
_add(app, "checklist", checklist.checklist, "help.checklist", "teamplan checklist half-year --format markdown")
_add(app, "diff", diff.diff, "help.diff", "teamplan diff three-months half-year")
_add(app, "service", service.service, "help.service", "teamplan service --chats 300 --open 09:00-23:00")
_add(app, "simulate", simulate.simulate, "help.simulate", f"teamplan simulate {SHOP} --days 20")
_add(app, "capacity", capacity.capacity, "help.capacity", f"teamplan capacity --team team.yaml {SHOP}")
_add(app, "next", next_.next_, "help.next", f"teamplan next {SHOP} --steps 12")
_add(app, "sweep", sweep.sweep, "help.sweep", "teamplan sweep visitors=1000..20000 --conversion 4.5%")
_add(app, "hire", hire.hire, "help.hire", f"teamplan hire {SHOP} --growth 10%/month --from 2026-12-01")
_add(app, "peak", peak.peak, "help.peak", "teamplan peak --event double-11 --orders 270 --orders-x 5")
app.add_typer(stages_app, name="stages")
_add(stages_app, "list", stages.list_, "help.stages-list", "teamplan stages list")
_add(stages_app, "show", stages.show, "help.stages-show", "teamplan stages show half-year")
_add(stages_app, "check", stages.check, "help.stages-check", "teamplan stages check my-playbook")
_add(stages_app, "new", stages.new, "help.stages-new", "teamplan stages new my-playbook")
_add(app, "schema", schema.schema, "help.schema", "teamplan schema duties")
