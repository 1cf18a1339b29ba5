"""Owns the reading of an owner's own files and options: `store.yaml`, `team.yaml`, and what the prompt gave."""

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from teamplan.errors import Location, Problem, TeamplanError, escaped, unknown
from teamplan.playbook.base import Apart
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.quantity import Parsed
from teamplan.playbook.store import Store, Team, store_type
from teamplan.reading.text import suffix_of
from teamplan.reading.validate import described, validate

if TYPE_CHECKING:
    from teamplan.reading.document import Document

Model = TypeVar("Model", bound=BaseModel)
ARGUMENTS = {"along": "INPUT"}  # what stands at the prompt without a name -> as its help calls it


def read_store(
    options: Mapping[str, Any], store_file: Path | None, team_file: Path | None, playbook: Playbook
) -> Store:
    """The store: the file first, options over it, the team file over both. Raises everything that is wrong.

    An input or a role that the playbook does not have is told with its place.
    """
    model, roles = store_type(playbook.frame.inputs), playbook.roles
    alone = each_alone(options, model) if store_file is None and team_file is None else None
    if alone is not None:
        return alone
    problems = option_problems(options, model)
    given: dict[str, Any] = {}
    if store_file is not None:
        document, found = team_document(store_file, ("team",))
        _, faults = validate(model, document)
        problems += found + faults + _unknown_roles(document, ("team", "roles"), roles)
        problems += _people(document, ("team",), roles)
        given = document.data if isinstance(document.data, dict) else {}
    if team_file is not None:
        team, found = read_team_file(team_file, roles)
        problems += found
        given = given | {"team": team}
    if problems:
        raise TeamplanError(problems)
    assumptions = (given.get("assumptions") or {}) | options.get("assumptions", {})
    return model.model_validate(given | dict(options) | {"assumptions": assumptions})


def read_team_file(path: Path, roles: Collection[str]) -> tuple[Team | None, list[Problem]]:
    """The people in each role, and every fault in the file; rows of people where its name ends in `.csv`."""
    document, problems = team_document(path)
    team, found = validate(Team, document)
    return team, problems + found + _unknown_roles(document, ("roles",), roles) + _people(document, (), roles)


def team_document(path: Path, at: tuple[str, ...] = ()) -> tuple["Document", list[Problem]]:
    """The document of a file with a team at a path, its people by name, and what is wrong with its text."""
    if not at and suffix_of(path) == ".csv":
        from teamplan.reading.people_file import people_file

        return people_file(path)
    from teamplan.reading.document import read_file

    document, problems = read_file(path)
    return _with_names(document, at), problems


def _with_names(document: "Document", path: tuple[str, ...]) -> "Document":
    """A document whose people of a team stand by name, if it has any."""
    if _team_of(document, path).get("people") is None:
        return document
    from teamplan.reading.people import named

    return named(document, path)


def _team_of(document: "Document", path: tuple[str, ...]) -> dict[str, Any]:
    """The team at a path of a document; nothing where there is none."""
    data = document.data
    for part in path:
        data = data.get(part) if isinstance(data, dict) else None
    return data if isinstance(data, dict) else {}


def _people(document: "Document", path: tuple[str, ...], roles: Collection[str]) -> list[Problem]:
    """What is wrong with the people of a team by name, if it names any."""
    team = _team_of(document, path)
    if not isinstance(team.get("people"), dict):
        return []
    from teamplan.reading.people import people_problems

    return people_problems(document, path, team, roles)


def _unknown_roles(document: "Document", path: tuple[str, ...], roles: Collection[str]) -> list[Problem]:
    """Roles at a path of a file that the playbook does not have."""
    strange = [role for role in _team_of(document, path) if role not in roles]
    return [
        unknown("role", role, roles).with_(path=(*path, role), where=document.locate((*path, role), key=True))
        for role in strange
    ]


def option_problems(options: Mapping[str, Any], model: type[BaseModel] = Store) -> list[Problem]:
    """What is wrong with options, each placed at the option as it is typed."""
    try:
        model.model_validate(_as_unicode(options))
    except ValidationError as error:
        faults = {fault["loc"][:2]: fault for fault in reversed(error.errors(include_url=False))}
        return [described(fault, (), option_place(loc)) for loc, fault in reversed(faults.items())]
    return []


def sound_options(options: Mapping[str, Any], model: type[Model]) -> tuple[Model, list[Problem]]:
    """What the prompt asks, as far as it is sound, and what is wrong with the rest.

    Options that are None, and those that the model does not have, are left to others.
    """
    own = {info.alias or name for name, info in model.model_fields.items()}
    given = {name: value for name, value in options.items() if name in own and value is not None}
    problems = option_problems(given, model)
    faulty = {problem.where for problem in problems}
    return model.model_validate({name: given[name] for name in given if option_place((name,)) not in faulty}), problems


def read_options(options: Mapping[str, Any], model: type[Model]) -> Model:
    """What the prompt asks beside the shop. Raises a TeamplanError with everything that is wrong with it."""
    alone = each_alone(options, model)
    if alone is not None:
        return alone
    problems = option_problems(options, model)
    if problems:
        raise TeamplanError(problems)
    return model.model_validate(options)


def each_alone(options: Mapping[str, Any], model: type[Model]) -> Model | None:
    """The options, each read by its own field, as the check of the whole model would read them.

    None where the fields of the model depend on one another, and where anything is wrong: then the whole is checked.
    To build that check costs a twentieth of the start, and most prompts say a few numbers that are sound.
    """
    fields = {info.alias or name: info for name, info in model.model_fields.items()}
    whole = all(name in options for name, info in fields.items() if info.is_required())
    apart = whole and issubclass(model, Apart)
    if not apart:
        return None
    try:
        return model.model_construct(**{name: _reader(fields[name])(value) for name, value in options.items()})
    except (LookupError, ValueError):
        return None


def _reader(field: FieldInfo) -> Callable[[Any], Any]:
    """What reads a field that is parsed, or parsed or None. Raises a LookupError where that is not all of it."""
    kind, *others = get_args(field.annotation) or (field.annotation,)
    parts = get_args(kind)[1:] if others == [NoneType] else field.metadata
    if len(parts) != 1 or not isinstance(parts[0], Parsed):
        raise LookupError(field)
    return parts[0].read


def _as_unicode(options: Mapping[str, Any]) -> dict[str, Any]:
    """Options with the bytes of the prompt that are no UTF-8 written as escapes: no value holds any, and pydantic
    cannot quote them.
    """
    return {
        escaped(name): _as_unicode(value) if isinstance(value, Mapping) else escaped(value)
        for name, value in options.items()
    }


def option_place(loc: tuple[int | str, ...]) -> Location | None:
    """An option as it is typed, for the path of a value; None for what several options say together."""
    if not loc:
        return None
    if loc[0] == "assumptions":
        return Location(f"--set {loc[1]}")
    if loc[0] in ARGUMENTS:
        return Location(ARGUMENTS[str(loc[0])])
    return Location("--" + str(loc[0]).replace("_", "-"))
