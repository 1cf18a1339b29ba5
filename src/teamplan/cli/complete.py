"""Owns what a shell completes a prompt with: commands, options, and their values, without a model of anything.

The shell hands over the words up to the one that is typed; a line of the answer is a candidate, a tab, and what it is.
The first line says what kind they are: `words`, or `files` or `folders` beside those listed.
"""

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, get_args, get_type_hints

from teamplan.cli.app import COMMANDS, OF_ALL_GROUPS, OF_ITSELF, Entry, made
from teamplan.cli.values import WORDS, Candidates, Sought, values_of
from teamplan.prompt.language import say
from teamplan.prompt.settings import offered_by, settings_for
from teamplan.reading.ids import ids_of
from teamplan.reading.places import Where, overlaid

OF_LINES = ("bash", "powershell")  # shells that hand over a line


class Slot(NamedTuple):
    """An option or argument of a command: how it is typed, what it says of itself, and whether a value follows."""

    name: str
    typed: tuple[str, ...]
    help: str
    takes_value: bool
    again: bool


def completed(words: Sequence[str]) -> tuple[str, list[tuple[str, str]]]:
    """The kind of what may stand in place of the last word, and the candidates that begin like it, with their help."""
    *before, current = words or [""]
    found = _candidates(before, current)
    kind = found.kind if found is not None else WORDS
    listed = found.listed if found is not None else {}
    return kind, [(name, help_) for name, help_ in listed.items() if name.startswith(current)]


def _candidates(before: Sequence[str], current: str) -> Candidates | None:
    names = [word for word in before if not word.startswith("-")]
    if not names:
        return Candidates(_commands({**COMMANDS, **OF_ALL_GROUPS, **OF_ITSELF}) | _of_program(current))
    entries: Mapping[str, Entry] = {**COMMANDS, **OF_ITSELF}
    path = names[:1]
    if names[0] in OF_ALL_GROUPS:
        entries, path = OF_ALL_GROUPS[names[0]], names[:2]
        if len(names) == 1:
            return Candidates(_commands(entries, f"{names[0]}-"))
    if path[-1] not in entries:
        return None
    rest = list(before[before.index(path[-1]) + 1 :])
    return _of_command(" ".join(path), entries[path[-1]], rest, current)


def _commands(entries: Iterable[str], before: str = "") -> dict[str, str]:
    return {name: _short(say(f"help.{before}{name}")) for name in entries}


def _of_program(current: str) -> dict[str, str]:
    return {"--help": say("opt.help"), "--version": say("opt.version")} if current.startswith("-") else {}


def _of_command(name: str, entry: Entry, rest: Sequence[str], current: str) -> Candidates | None:
    """What may follow within a command: a value of the option before it, else an option, else an argument."""
    where = _playbook(rest)
    options, arguments, formats = slots_of(entry, where)
    by_name = {typed: slot for slot in options for typed in slot.typed}
    given = _positional(rest, by_name)
    option, joined, typed = current.partition("=")
    if joined and option in by_name and by_name[option].takes_value:
        found = values_of(Sought(name, by_name[option].name, typed, given, formats, where))
        return Candidates({f"{option}={each}": told for each, told in found.listed.items()}, found.kind)
    if rest and rest[-1] in by_name and by_name[rest[-1]].takes_value:
        return values_of(Sought(name, by_name[rest[-1]].name, current, given, formats, where))
    place = len(given)
    if current.startswith("-") or not arguments or (place >= len(arguments) and not arguments[-1].again):
        return Candidates(_left(options, rest))
    slot = arguments[min(place, len(arguments) - 1)]
    return values_of(Sought(name, slot.name, current, given, formats, where))


def _left(options: Sequence[Slot], rest: Sequence[str]) -> dict[str, str]:
    """The options that a prompt may still give."""
    typed = {word.partition("=")[0] for word in rest}
    left = [slot for slot in options if slot.again or not typed & set(slot.typed)]
    return {slot.typed[0]: _short(slot.help) for slot in left} | {"--help": say("opt.help")}


def _playbook(rest: Sequence[str]) -> Where:
    """The playbook that a prompt is about, as it is named so far."""
    return overlaid(*offered_by(rest, settings_for([*rest, "--help"])))


def _positional(rest: Sequence[str], options: Mapping[str, Slot]) -> list[str]:
    """The words of a prompt that are neither options nor their values."""
    found, skip = [], False
    for word in rest:
        if not skip and not word.startswith("-"):
            found.append(word)
        skip = not skip and word in options and options[word].takes_value
    return found


def slots_of(entry: Entry, where: Where) -> tuple[list[Slot], list[Slot], Sequence[str]]:
    """The options of a command, its arguments, and the formats that it prints."""
    chinese = say.language == "zh"
    inputs = {name: names[chinese] for name, names in ids_of(where, "input").items()}
    function: Any = made(entry, lambda: inputs)
    found = [_slot(name, each) for name, each in inspect.signature(function).parameters.items()]
    slots = [slot for slot in found if slot is not None]
    return [slot for slot in slots if slot.typed], [slot for slot in slots if not slot.typed], _formats(function)


def _slot(name: str, parameter: inspect.Parameter) -> Slot | None:
    kind, *told = get_args(parameter.annotation) or (parameter.annotation,)
    if not told or not hasattr(told[0], "param_decls"):
        return None
    base = [each for each in (get_args(kind) or (kind,)) if each is not type(None)]
    again = any("list" in str(each) for each in (kind, *base))
    said = (told[0].default, *(told[0].param_decls or ()))  # typer takes the first name for a default until it looks
    declared = tuple(each for each in said if isinstance(each, str) and each.startswith("-"))
    typed = declared or ((f"--{name.replace('_', '-')}",) if type(told[0]).__name__ == "OptionInfo" else ())
    return Slot(name, typed, told[0].help or "", bool not in base, again)


def _formats(function: Callable[..., int]) -> Sequence[str]:
    inner: Any = inspect.unwrap(function)
    groups = get_type_hints(inner).values()
    return next((tuple(group().formats) for group in groups if hasattr(group, "formats")), ())


def _short(help_: str) -> str:
    """The first sentence of a help."""
    stop = "。" if say.language == "zh" else ". "
    return help_.partition(stop)[0].rstrip(".")


def told(shell: str, words: Sequence[str]) -> Iterator[str]:
    """The lines that a shell reads. Some hand over their line as one word; bash breaks words at `=` and `:` as well."""
    line = _split(words[0]) if shell in OF_LINES else list(words)
    kind, found = completed(line)
    broken = max(line[-1].rfind("="), line[-1].rfind(":")) + 1 if shell == "bash" and line else 0
    yield kind
    for name, help_ in found:
        yield f"{name[broken:]}\t{help_}".rstrip("\t") if shell != "bash" else name[broken:]


def _split(line: str) -> list[str]:
    """The words of a line after the name of the program, the last one as far as it is typed."""
    import shlex

    for closing in ("", "'", '"'):
        try:
            words = shlex.split(line + closing)
        except ValueError:
            continue
        return words[1:] + ([""] if line[-1:].isspace() and not closing else [])
    return line.split()[1:]


def complete(shell: str, words: Sequence[str]) -> int:
    """Answer a shell. A prompt that cannot be completed gets nothing, and never a message into its line."""
    from teamplan.prompt.channels import put

    try:
        put("".join(f"{line}\n" for line in told(shell, words)).encode(errors="backslashreplace"))
    except Exception:
        return 1
    return 0
