"""Owns what `teamplan.yaml` means for a prompt: defaults of its options, below the prompt and the environment."""

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from teamplan.errors import Problem, TeamplanError
from teamplan.reading.settings import Default, Settings, Value, nearest_settings, read_settings

OFF = ("", "0")  # values of a switch in the environment
WRITING = ("done", "ics", "output")  # options that name a file to be written
ONLY_TYPED = (*WRITING, "help", "man", "no-config", "tick", "version")  # no defaults for other prompts
SHORT = {"o": "output", "f": "format", "q": "quiet"}
OF_DRIVERS = ("chats",)  # options whose names are not reserved: a playbook may count the same
NO_OPTIONS = ("assumptions", "ready")  # reserved for other reasons
OF_THE_ENVIRONMENT = {
    "lang": ("TEAMPLAN_LANG",),
    "playbook": ("TEAMPLAN_PLAYBOOK",),
    "color": ("NO_COLOR", "FORCE_COLOR"),
}
WHOLE = {"store", "shops"}  # files that say all of a shop
EITHER = (("growth", "forecast"), ("chats", "per-hour"), ("weeks", "days"), ("store", "shops"))
VOLUME = {"visitors", "conversion"}
OF_THE_FORMAT = {"format", "json", "output"}  # the suffix of a file tells it too
NAMES = {"unknown-format": "format", "unknown-language": "lang", "unknown-playbook": "playbook"}  # told without a place
NONE = Settings()


def settings_for(arguments: Sequence[str]) -> Settings:
    """What the nearest file says that a prompt does not make void: an option with its variable set, or in its place.

    Raises a TeamplanError with every fault of the file, unless the prompt asks for help.
    """
    settings, problems = _found(arguments)
    if not settings.file:
        return NONE
    problems += _unknown(settings, arguments)
    if problems and not {"--help", "-h"} & set(arguments):
        raise TeamplanError(problems)
    return _holding(settings, typed_in(arguments))


def _found(arguments: Sequence[str]) -> tuple[Settings, list[Problem]]:
    """The nearest file as it is, unless it is to be left aside."""
    left_aside = "--no-config" in arguments or os.environ.get("TEAMPLAN_NO_CONFIG", "") not in OFF
    path = None if left_aside else nearest_settings()
    return (NONE, []) if path is None else read_settings(path)


def language_of_file(arguments: Sequence[str]) -> str | None:
    """What the nearest file says of the language, however faulty the rest of it is."""
    return text_of(_found(arguments)[0], "lang")


def typed_in(arguments: Sequence[str]) -> set[str]:
    """The names of the options of a prompt, without dashes; short ones by their long names."""
    long = {each[2:].partition("=")[0] for each in arguments if each[:2] == "--"}
    return long | {SHORT[each[1:2]] for each in arguments if each[:1] == "-" and each[1:2] in SHORT}


def _holding(settings: Settings, typed: set[str]) -> Settings:
    void = {name for name, variables in OF_THE_ENVIRONMENT.items() if any(map(os.environ.get, variables))}
    for pair in EITHER:
        void |= set(pair) if typed & set(pair) else set()
    if WHOLE & typed:
        from teamplan.playbook.reserved import OF_A_SHOP, RESERVED

        void |= {name for name in settings.of if name in OF_A_SHOP or name not in RESERVED}
    if OF_THE_FORMAT & typed:
        void |= {"format", "json"}
    if "orders" in typed:
        void.add("visitors")
    if VOLUME & typed and "visitors" in {*typed, *settings.of}:
        void.add("orders")
    return settings.with_(of={name: each for name, each in settings.of.items() if name not in void})


def options_known() -> list[str]:
    """The options that a file may give, beside the inputs of a playbook."""
    from teamplan.playbook.reserved import RESERVED

    return sorted({*RESERVED, *OF_DRIVERS}.difference(ONLY_TYPED, NO_OPTIONS))


def _unknown(settings: Settings, arguments: Sequence[str]) -> list[Problem]:
    known = options_known()
    strange = {name: each for name, each in settings.of.items() if name not in known}
    inputs = _inputs(settings, arguments) if any(name not in ONLY_TYPED for name in strange) else ()
    problems = []
    for name, each in strange.items():
        if name in ONLY_TYPED:
            problems.append(Problem("not-a-setting", {"given": name}, (), each.where))
        elif name not in inputs:
            problems.append(Problem("unknown-setting", {"given": name}, (), each.where, ((*known, *inputs),)))
    return problems


def _inputs(settings: Settings, arguments: Sequence[str]) -> Iterable[str]:
    """The inputs of the playbook that the prompt will take; those of the built-in one where it cannot say them."""
    from teamplan.reading.declared import declared_inputs
    from teamplan.reading.places import built_in, overlaid

    where = overlaid(*offered_by(arguments, settings))
    return declared_inputs(where) or declared_inputs(built_in()) or ()


def offered_by(arguments: Sequence[str], settings: Settings) -> tuple[str | None, list[str]]:
    """The playbook that a prompt, the environment or a file names, and what they lay over it."""
    return (
        playbook_in(arguments) or text_of(settings, "playbook"),
        overlays_in(arguments) or texts_of(settings, "with"),
    )


def playbook_in(arguments: Sequence[str]) -> str | None:
    """What `--playbook` says in a prompt, last, else `TEAMPLAN_PLAYBOOK`."""
    return next(reversed(_values("--playbook", arguments)), os.environ.get("TEAMPLAN_PLAYBOOK")) or None


def overlays_in(arguments: Sequence[str]) -> list[str]:
    """What each `--with` says in a prompt."""
    return _values("--with", arguments)


def _values(option: str, arguments: Sequence[str]) -> list[str]:
    values: list[str] = []
    for place, argument in enumerate(arguments):
        name, joined, value = argument.partition("=")
        if name == option:
            values += [value] if joined else arguments[place + 1 : place + 2]
    return values


def text_of(settings: Settings, name: str) -> str | None:
    """What a file says of an option of one text."""
    found = settings.of.get(name)
    return found.value if found is not None and isinstance(found.value, str) else None


def texts_of(settings: Settings, name: str) -> list[str]:
    """What a file says of an option that may be given again."""
    found = settings.of.get(name)
    return [] if found is None else [str(each) for each in _listed(found.value)]


def defaults(settings: Settings, params: Iterable[Any]) -> dict[str, Any]:
    """What a file says of the options of a command, by the names of its parameters.

    Raises a TeamplanError where a switch gets another value than true or false, or another option one of them.
    """
    found, problems = dict[str, Any](), list[Problem]()
    for param, name in _given(settings, params):
        setting = settings.of[name]
        if isinstance(setting.value, bool) != bool(getattr(param, "is_flag", False)):
            key = "not-a-value" if isinstance(setting.value, bool) else "not-a-switch"
            problems.append(Problem(key, {"given": _shown(setting.value)}, (name,), setting.where))
        else:
            found[param.name] = _fitting(setting.value, param)
    if problems:
        raise TeamplanError(problems)
    return found


def _given(settings: Settings, params: Iterable[Any]) -> Iterable[tuple[Any, str]]:
    """The parameters that a file says something of, and their names there."""
    for param in params:
        for name in param.opts:
            if name[2:] in settings.of and name[:2] == "--":
                yield param, name[2:]


def _fitting(value: Value, param: Any) -> Any:
    if isinstance(value, bool):
        return value
    return _listed(value) if param.multiple else ",".join(_listed(value))


def _listed(value: Value) -> list[str]:
    return list(value) if isinstance(value, tuple) else [str(value)]


def _shown(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else ", ".join(_listed(value))


def value_of(setting: Default) -> str:
    """What a file says of an option, as one would type it."""
    return _shown(setting.value)


def placed(problems: Sequence[Problem], settings: Mapping[str, Default], typed: set[str]) -> list[Problem]:
    """Problems of options that a file gave, with their place in it."""
    found = []
    for each in problems:
        option = _option_of(each)
        of_file = option in settings and option not in typed
        found.append(each.with_(where=settings[option].where, path=each.path or (option,)) if of_file else each)
    return found


def _option_of(problem: Problem) -> str:
    """The option that a problem is about, without dashes; empty where it is about none."""
    if problem.where is None:
        return NAMES.get(problem.key, "")
    return problem.where.file.split(" ")[0][2:] if problem.where.file[:2] == "--" else ""
