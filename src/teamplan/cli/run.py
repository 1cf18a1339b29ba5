"""Owns the exit: runs the prompt, tells what went wrong on stderr, and returns the exit code."""

import os
from collections.abc import Sequence
from enum import IntEnum

from typer import Abort
from typer.exceptions import TyperException

from teamplan.cli.app import COMMANDS, OF_ALL_GROUPS, OF_ITSELF, app_for
from teamplan.cli.interrupt import interrupted
from teamplan.errors import Problem, TeamplanError
from teamplan.language import Speaker
from teamplan.libraries import Complaint, complaint, context_of
from teamplan.page.problems import tell
from teamplan.prompt.channels import answering, complain
from teamplan.prompt.language import for_help, spoken
from teamplan.prompt.settings import NONE, OFF, placed, settings_for, typed_in


class ExitCode(IntEnum):
    """What the exit codes mean."""

    FINE = 0
    CHECK_SAYS_NO = 1
    UNUSABLE_INPUT = 2
    OUR_BUG = 101
    INTERRUPTED = 130


def run(arguments: Sequence[str]) -> int:
    """Run one prompt and return its exit code. Never raises, unless TEAMPLAN_DEBUG asks for the traceback of a bug."""
    try:
        return _run(arguments)
    except Exception as error:
        if interrupted(error):
            return ExitCode.INTERRUPTED
        if os.environ.get("TEAMPLAN_DEBUG", "") not in OFF:
            raise
        _tell(arguments, [Problem("bug", {"reason": f"{type(error).__name__}: {error}"})])
        return ExitCode.OUR_BUG


def _run(arguments: Sequence[str]) -> int:
    result, settings = None, NONE
    try:
        settings = settings_for(arguments)
        with answering():
            app = app_for(arguments, settings)
            result = app(for_help(arguments), standalone_mode=False, prog_name="teamplan", obj=settings)
    except TeamplanError as error:
        return _tell(arguments, placed(error.problems, settings.of, typed_in(arguments)))
    except TyperException as error:
        return _usage(arguments, error)
    except (KeyboardInterrupt, Abort):
        return ExitCode.INTERRUPTED
    except SystemExit as error:  # typer ends a process whose help or version nobody reads to the end
        if not isinstance(error.__context__, BrokenPipeError):
            raise
    return result if isinstance(result, int) else ExitCode.FINE


def _tell(arguments: Sequence[str], problems: Sequence[Problem], more: str = "") -> int:
    say = Speaker(spoken(arguments))
    complain(*tell(problems, say).split("\n"), *([say("mend.help", command=more)] if more else []))
    return ExitCode.UNUSABLE_INPUT


def _usage(arguments: Sequence[str], error: TyperException) -> int:
    """Typer's own complaints in our words."""
    found = complaint(error)
    if found.key == "help":
        complain(*found.given.split("\n"))
        return ExitCode.UNUSABLE_INPUT
    context = context_of(error)
    return _tell(arguments, [_problem(found)], context.command_path if context else _asked(arguments))


def _asked(arguments: Sequence[str]) -> str:
    """The command of a prompt as it is typed."""
    named, second = [*arguments, "", ""][:2]
    if named in OF_ALL_GROUPS:
        return f"teamplan {named} {second}" if second in OF_ALL_GROUPS[named] else f"teamplan {named}"
    return f"teamplan {named}" if named in COMMANDS or named in OF_ITSELF else "teamplan"


def _problem(found: Complaint) -> Problem:
    name = {"usage": "reason", "missing-argument": "name"}.get(found.key, "given")
    values = {name: found.given}
    if found.key == "no-such-command":
        values["known"] = ", ".join(found.known)
    return Problem(found.key, values, among=(found.known,) if found.known else ())
