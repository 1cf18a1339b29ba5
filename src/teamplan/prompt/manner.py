"""Owns the options that every command takes without a word of its own about them: how it behaves, not what it says."""

from collections.abc import Callable
from functools import wraps
from inspect import Parameter, signature
from typing import Annotated, Any

import typer

from teamplan.page.manner import COLORS, Manner, behaving
from teamplan.prompt.language import say
from teamplan.prompt.options import signed

KIND = Parameter.KEYWORD_ONLY
QUIET = Annotated[bool, typer.Option("--quiet", "-q", help=say("opt.quiet"))]
COLOR = Annotated[str, typer.Option(metavar="|".join(COLORS), help=say("opt.color"))]
NO_CONFIG = Annotated[bool, typer.Option("--no-config", help=say("opt.no-config"))]
OPTIONS = [
    Parameter("quiet", KIND, default=False, annotation=QUIET),
    Parameter("color", KIND, default="auto", annotation=COLOR),
    Parameter("no_config", KIND, default=False, annotation=NO_CONFIG),  # looked up before: see `settings_for`
]


def mannered(command: Callable[..., int]) -> Callable[..., int]:
    """A command that behaves as these options say. Raises a TeamplanError for a look that does not exist."""

    @wraps(command)
    def behaved(*, quiet: bool, color: str, no_config: bool, **given: Any) -> int:
        if color not in COLORS:
            from teamplan.errors import Location, TeamplanError, unknown

            raise TeamplanError([unknown("color", color, COLORS).with_(where=Location("--color"))])
        with behaving(Manner(quiet, color)):
            return command(**given)

    signed(behaved, [*signature(command).parameters.values(), *OPTIONS])
    return behaved
