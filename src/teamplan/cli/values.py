"""Owns which values an option or argument can have, told at a glance: names that ship, ids of the playbook, files."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from teamplan.language import LANGUAGES
from teamplan.page.manner import COLORS
from teamplan.prompt.language import say
from teamplan.reading.ids import ids_of, roles_bought_by
from teamplan.reading.places import Where, shipped, shipped_overlays

WORDS, OF_FILES, OF_FOLDERS = "words", "files", "folders"  # what a shell lists beside the candidates: nothing or these
FIXED: dict[str, Sequence[str]] = {  # option -> its values; each list is held to its home by a test
    "lang": LANGUAGES,
    "color": COLORS,
    "currency": ("CNY", "USD"),
    "definition": ("offered", "answered", "left-in-time", "patient", "short-waits", "virtual"),
    "dialect": ("duckdb", "postgres", "bigquery", "spark", "maxcompute"),
    "gaps": ("refuse", "zero"),
    "mix": ("least-cost", "rule"),
    "model": ("erlang-b", "erlang-c", "erlang-a", "chat"),
    "plot": ("people", "cost"),
    "work": ("exponential", "lognormal", "fixed"),
}
KINDS = (  # of files that `schema` describes
    "playbook", "service", "sources", "assumptions", "duties", "roles", "advice", "categories", "places", "events",
    "sourcing", "organisation", "pay", "management", "stage", "overlay", "store", "shops", "team", "pay-people",
)  # fmt: skip
OF_PLAYBOOK = {  # option -> what of the playbook its values are
    "stage": ("stage",),
    "role": ("role",),
    "event": ("event",),
    "city": ("place",),
    "category": ("category",),
    "template": ("template",),
    "hire_order": ("hire-order",),
}
SUBJECTS = ("role", "function", "duty", "assumption", "input")
FILES = ("actual", "baseline", "done", "forecast", "ics", "output", "pay", "shops", "store", "team")


class Candidates(NamedTuple):
    """Values with what they are, and what a shell lists beside them."""

    listed: Mapping[str, str]
    kind: str = WORDS


class Sought(NamedTuple):
    """Whose value is typed: of an option, by its name as a variable, or of an argument; and what is typed of it.

    `given` are the arguments before it, `formats` those of the command, `where` is the playbook of the prompt.
    """

    command: str
    name: str
    current: str
    given: Sequence[str]
    formats: Sequence[str]
    where: Where


def values_of(asked: Sought) -> Candidates:
    """The values that an option or argument can have."""
    name, place = asked.name, f"{asked.command} {asked.name}"
    if name == "format":
        return _plain(asked.formats)
    if name in FIXED:
        return _plain(FIXED[name])
    if name in FILES:
        return Candidates({}, OF_FILES)
    found = OF_PLACE.get(place) or OF_NAME.get(name)
    return found(asked) if found is not None else Candidates(_ids(asked.where, *OF_PLAYBOOK.get(name, ())))


def _plain(values: Iterable[str], kind: str = WORDS) -> Candidates:
    return Candidates(dict.fromkeys(values, ""), kind)


def _ids(where: Where, *kinds: str) -> dict[str, str]:
    """The ids of kinds with their names in the language of the prompt."""
    chinese = say.language == "zh"
    return {id_: names[chinese] for kind in kinds for id_, names in ids_of(where, kind).items()}


def _subjects(asked: Sought) -> Candidates:
    return Candidates(_ids(asked.where, *SUBJECTS) | {"owner": "", "payroll": ""})


def _sides(asked: Sought) -> Candidates:
    """What `diff` compares: stages and playbooks that ship, and files."""
    return Candidates(_ids(asked.where, "stage") | dict.fromkeys(shipped(), ""), OF_FILES)


def _moved(asked: Sought) -> Candidates:
    """What `sweep` moves, up to the sign after which its ends follow."""
    known = dict.fromkeys(("visitors", "conversion", "orders"), "") | _ids(asked.where, "input", "assumption")
    return Candidates({f"{name}=": told for name, told in known.items()})


def _assumptions(asked: Sought) -> Candidates:
    return Candidates({f"{name}=": told for name, told in _ids(asked.where, "assumption").items()})


def _bought(asked: Sought) -> Candidates:
    """`ROLE=OPTION` for everything that can be bought."""
    told = _ids(asked.where, "bought")
    bought = roles_bought_by(asked.where)
    return Candidates({f"{role}={each}": told.get(each, "") for role, options in bought.items() for each in options})


def _skills(asked: Sought) -> Candidates:
    """Functions, those before the last comma left as they are."""
    before = asked.current.rpartition(",")[0]
    known = _ids(asked.where, "function")
    typed = before.split(",") if before else []
    listed = {",".join([*typed, id_]): told for id_, told in known.items() if id_ not in typed}
    return Candidates(listed | ({} if typed else {"none": ""}))


def _topics(asked: Sought) -> Candidates:
    from teamplan.cli.help import names_of_help
    from teamplan.language.topics import TOPICS

    return _plain([*names_of_help(asked.given), *(() if asked.given else TOPICS)])


def _shells(asked: Sought) -> Candidates:
    from teamplan.cli.completion import SHELLS

    return _plain(SHELLS)


OF_PLACE: dict[str, Callable[[Sought], Candidates]] = {  # arguments by their command
    "pay check file": lambda _: Candidates({}, OF_FILES),
    "pay sheet file": lambda _: Candidates({}, OF_FILES),
    "pay explain file": lambda _: Candidates({}, OF_FILES),
    "stages check folder": lambda _: Candidates({}, OF_FOLDERS),
    "stages new folder": lambda _: Candidates({}, OF_FOLDERS),
    "explain subject": _subjects,
    "checklist stage": lambda asked: Candidates(_ids(asked.where, "stage")),
    "stages show stage": lambda asked: Candidates(_ids(asked.where, "stage")),
    "diff a": _sides,
    "diff b": _sides,
    "sweep along": _moved,
    "schema kind": lambda asked: _plain(KINDS),
    "completion shell": _shells,
    "help topic": _topics,
    "help member": _topics,
}
OF_NAME: dict[str, Callable[[Sought], Candidates]] = {  # options, whichever command takes them
    "playbook": lambda _: _plain(shipped(), OF_FOLDERS),
    "overlays": lambda _: _plain(shipped_overlays(), OF_FOLDERS),
    "set_": _assumptions,
    "sourcing": _bought,
    "founder_skills": _skills,
}
