"""Owns the manual page, made of the help of every command and the topics; `man` reads it as troff."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import typer

from teamplan.cli.app import OF_ALL_GROUPS, app_for
from teamplan.language import Language
from teamplan.language.topics import SAID, TOPICS
from teamplan.libraries import in_chinese
from teamplan.version import __version__

STOPS = "，、；：。）"
MANY = 10  # commands; an option of more is told once for all
Option = tuple[str, str]  # how it is typed, and its help


def manual(language: Language) -> str:
    """The manual page in a language."""
    said = {key: pair[language == "zh"] for key, pair in SAID.items()}
    commands = list(_commands())
    options = {name: _options(context) for name, context in commands}
    counted = Counter(option for each in options.values() for option in each)
    common = [option for option, times in counted.items() if times > MANY]
    lines = [
        f'.TH TEAMPLAN 1 "" "teamplan {__version__}"',
        ".ad l",  # ragged, and no word parted: there are commands in the text
        ".nh",
        f".SH {said['name']}",
        f"teamplan \\- {_plain(said['summary'])}",
        f".SH {said['synopsis']}",
        ".B teamplan",
        "COMMAND [OPTIONS]",
        f".SH {said['commands']}",
    ]
    for name, context in commands:
        lines += [f".SS {_plain(_usage(context))}", _plain(context.command.help or "")]
        lines += _listed(option for option in options[name] if option not in common)
    lines += [f".SH {said['of-many']}", *_listed(common)]
    for topic, texts in TOPICS.items():
        lines += [f".SH {topic.upper()}", ".nf", *map(_plain, texts[language == "zh"].split("\n")), ".fi"]
    page = "\n".join(lines) + "\n"
    return in_chinese(page) if language == "zh" else page


def _commands() -> Iterator[tuple[str, Any]]:
    """Every command with a context in which it tells its help."""
    root: Any = typer.main.get_command(app_for([]))
    top = typer.Context(root, info_name="teamplan", help_option_names=["-h", "--help"])
    for name, command in root.commands.items():
        context = typer.Context(command, info_name=name, parent=top)
        if name not in OF_ALL_GROUPS:
            yield name, context
            continue
        for inner, member in command.commands.items():
            yield f"{name} {inner}", typer.Context(member, info_name=inner, parent=context)


def _usage(context: Any) -> str:
    """How a command is typed, without its options."""
    pieces = [piece for piece in context.command.collect_usage_pieces(context) if piece != "[OPTIONS]"]
    return " ".join([*context.command_path.split()[1:], *pieces])


def _options(context: Any) -> list[Option]:
    records = (param.get_help_record(context) for param in context.command.get_params(context))
    return [(typed, told) for typed, told in filter(None, records) if typed.startswith("-")]


def _listed(options: Any) -> Iterator[str]:
    for typed, told in options:
        yield from (".TP", f".B {_plain(typed)}", _plain(told))


def _plain(text: str) -> str:
    """A text that troff takes as it is."""
    written = text.replace("\\", "\\e").replace("-", "\\-").replace("\n", " ")
    for stop in STOPS:
        written = written.replace(stop, f"{stop}\\:")  # here a line may be broken
    return f"\\&{written}" if written[:1] in (".", "'") else written
