"""Answers: at what does each option stand here, and who said so?"""

import os
from collections.abc import Iterator
from typing import Any

from teamplan.prompt.settings import OF_THE_ENVIRONMENT, value_of
from teamplan.reading.places import BUILT_IN
from teamplan.reading.settings import Settings
from teamplan.record import Record

ORIGINS = {"COMMANDLINE": "option", "ENVIRONMENT": "environment", "DEFAULT_MAP": "file", "DEFAULT": "default"}
TABLE = "table"  # the format that is nowhere a default, as the suffix of a file goes before it
APART = ("help", "origin", "no_config")  # options that say nothing for another prompt


class Chosen(Record):
    """The value of an option as one would type it, and its origin: `option`, `environment`, `file` or `default`.

    `place` is the variable or the place in the file.
    """

    option: str
    value: str
    origin: str
    place: str = ""


def chosen(context: Any, language: str) -> tuple[Chosen, ...]:
    """Every option that stands at something, in the order of help; last those of a file that other commands take."""
    settings: Settings = context.obj or Settings()
    found = {each.option: each for each in _of_command(context, settings)}
    for name, setting in settings.of.items():
        found.setdefault(name, Chosen(name, value_of(setting), "file", str(setting.where)))
    for name, value in (("playbook", BUILT_IN), ("lang", language), ("format", TABLE)):
        found.setdefault(name, Chosen(name, value, "default"))
    return tuple(found.values())


def _of_command(context: Any, settings: Settings) -> Iterator[Chosen]:
    for param in context.command.params:
        name, value = param.opts[0].lstrip("-"), context.params.get(param.name)
        origin = ORIGINS[context.get_parameter_source(param.name).name]
        variable = next(filter(os.environ.get, OF_THE_ENVIRONMENT.get(name, ())), "")
        if origin != "option" and variable:
            yield Chosen(name, _by_variable(variable), "environment", variable)
        elif param.name not in APART and value not in (None, False, [], ()):
            place = str(settings.of[name].where) if origin == "file" else ""
            yield Chosen(name, _typed(value), origin, place)


def _by_variable(variable: str) -> str:
    """What a variable comes to: those of colour say it by being there."""
    return {"NO_COLOR": "never", "FORCE_COLOR": "always"}.get(variable, os.environ[variable])


def _typed(value: Any) -> str:
    return "true" if value is True else ", ".join(value) if isinstance(value, list | tuple) else str(value)
