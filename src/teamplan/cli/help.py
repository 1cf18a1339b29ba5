"""`teamplan help [TOPIC]`: the help of a command, a topic, or the manual page."""

from collections.abc import Sequence
from typing import Annotated

import typer

from teamplan.prompt.channels import print_out, put
from teamplan.prompt.language import say
from teamplan.prompt.options import LangOption, grouped


@grouped
def help_(
    lang: LangOption,
    topic: Annotated[str | None, typer.Argument(metavar="[TOPIC]", help=say("arg.topic"))] = None,
    member: Annotated[str | None, typer.Argument(metavar="[COMMAND]", help=say("arg.member"))] = None,
    man: Annotated[bool, typer.Option("--man", help=say("opt.man"))] = False,
) -> int:
    from teamplan.language.topics import SAID, TOPICS

    chinese = say.language == "zh"
    if man:
        from teamplan.cli.manual import manual

        put(manual(say.language).encode())
        return 0
    words = [each for each in (topic, member) if each]
    name = " ".join(words)
    if name in TOPICS:
        print_out(TOPICS[name][chinese] + "\n")
    if not name or is_command(name):
        print_out("\n" * (name in TOPICS))
        _help_of(words)
    elif name not in TOPICS:
        from teamplan.errors import Problem, TeamplanError

        known = (*TOPICS, *names_of_help(()), *names_of_help(words[:1]))
        raise TeamplanError([Problem("unknown-topic", {"given": name}, among=(known,))])
    if not name:
        print_out(f"\n{SAID['topics'][chinese]}\n  " + "  ".join(TOPICS) + "\n")
    return 0


def _help_of(words: Sequence[str]) -> None:
    from teamplan.cli.app import app_for

    app_for(words)([*words, "--help"], standalone_mode=False, prog_name="teamplan")


def is_command(name: str) -> bool:
    """Whether words name a command or a group of commands."""
    first, *rest = name.split(" ")
    return first in names_of_help(()) if not rest else len(rest) == 1 and rest[0] in names_of_help([first])


def names_of_help(before: Sequence[str]) -> list[str]:
    """The commands, and after a group its members."""
    from teamplan.cli.app import COMMANDS, OF_ALL_GROUPS, OF_ITSELF

    if before:
        return list(OF_ALL_GROUPS.get(before[0], ()))
    return [*COMMANDS, *OF_ALL_GROUPS, *OF_ITSELF]
