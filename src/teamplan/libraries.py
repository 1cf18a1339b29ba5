"""Owns every lean on what a library does not promise: private attributes, classes known by name alone, English texts.

Each has a case in `tests/test_libraries.py`, which tries it on the installed release and says what breaks without it.
None of them is imported here; the libraries keep their homes.
"""

import re
from typing import Any, NamedTuple

HEADINGS = {  # typer: what its help says itself and does not translate
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
    "<str>": "<值> ",  # as wide as it was
}
NO_COMMAND = re.compile(r"""No such command (['"])((?:\\.|(?!\1).)*)\1""", re.DOTALL)  # typer quotes as Python does


class AsTyped:
    """Leaves a value as it was typed."""

    def coerce(self, value: Any, **_: Any) -> Any:
        return value


def left_as_typed(params: list[Any]) -> list[Any]:
    """typer: `_runtime_param`. It would build a pydantic adapter for each option, also for those not given."""
    for param in params:
        param._runtime_param = AsTyped()  # unknown before 0.29, and harmless there
    return params


def in_chinese(help_text: str) -> str:
    """typer: the headings of a finished help text, put into Chinese."""
    for english, chinese in HEADINGS.items():
        help_text = help_text.replace(english, chinese)
    return help_text


class Complaint(NamedTuple):
    """What typer refuses. `key` is that of our sentence: `usage` for what we do not know, `help` where help is told."""

    key: str
    given: str
    known: tuple[str, ...] = ()


def complaint(error: Any) -> Complaint:
    """typer: its exceptions, most of which are not public, told apart by the names of their classes."""
    kind = type(error).__name__
    if kind == "NoArgsIsHelpError":
        return Complaint("help", error.format_message())
    if kind == "NoSuchOption":
        params = context_of(error).command.params if context_of(error) else ()
        return Complaint("no-such-option", error.option_name, tuple(name for each in params for name in each.opts))
    if kind == "MissingParameter" and error.param is not None:
        return Complaint("missing-argument", str(error.param.metavar or error.param.name).upper())
    if kind == "BadOptionUsage":
        key = "option-takes-none" if "does not take" in error.format_message() else "option-needs-value"
        return Complaint(key, error.option_name)
    return _by_text(error.format_message(), getattr(context_of(error), "command", None))


def _by_text(told: str, command: Any) -> Complaint:
    """typer: exceptions of one class, told apart by their English."""
    commands = tuple(getattr(command, "commands", ()))
    quoted = NO_COMMAND.search(told)
    if commands and quoted:
        return Complaint("no-such-command", quoted[2], commands)
    if "unexpected extra argument" in told:
        return Complaint("extra-argument", told.partition("(s)")[2].strip(" ()"))
    return Complaint("usage", told)


def context_of(error: Any) -> Any:
    """typer: `ctx` of an exception, with the command and its path; None where there is none."""
    return getattr(error, "ctx", None)


def literals(expected: Any) -> list[str]:
    """pydantic: the values that a `literal_error` expects, which it tells only as English: `'a', 'b' or 'c'`."""
    return str(expected).replace("'", "").replace(" or ", ", ").replace("True", "true").split(", ")
