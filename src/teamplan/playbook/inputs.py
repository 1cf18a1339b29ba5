"""Owns the reading of an owner's own files and options: `store.yaml`, `team.yaml`, and what the prompt gave."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from teamplan.errors import Location, Problem, TeamplanError
from teamplan.model.store import Store, Team
from teamplan.playbook.document import read_file
from teamplan.playbook.validate import described, validate


def read_store(options: Mapping[str, Any], store_file: Path | None, team_file: Path | None) -> Store:
    """The store: the file first, options over it, the team file over both. Raises everything that is wrong."""
    problems = option_problems(options)
    given: dict[str, Any] = {}
    if store_file is not None:
        document, found = read_file(store_file)
        _, faults = validate(Store, document)
        problems += found + faults
        given = document.data if isinstance(document.data, dict) else {}
    if team_file is not None:
        team, found = read_team(team_file)
        problems += found
        given = given | {"team": team}
    if problems:
        raise TeamplanError(problems)
    assumptions = (given.get("assumptions") or {}) | options.get("assumptions", {})
    return Store.model_validate(given | dict(options) | {"assumptions": assumptions})


def read_team(path: Path) -> tuple[Team | None, list[Problem]]:
    """The people in each role, and every fault in the file."""
    document, problems = read_file(path)
    team, found = validate(Team, document)
    return team, problems + found


def placed(problems: Sequence[Problem], store_file: Path | None, team_file: Path | None) -> list[Problem]:
    """The problems, unknown roles of a team with their place in the file that names them."""
    files: dict[tuple[str, ...], Path | None] = {("roles",): team_file, ("team", "roles"): store_file}
    found = []
    for problem in problems:
        for parents, file in files.items():
            if problem.key == "unknown-role" and problem.where is None and file is not None:
                problem = _placed(problem, file, (*parents, str(problem.values["given"])))
        found.append(problem)
    return found


def _placed(problem: Problem, file: Path, path: tuple[str, ...]) -> Problem:
    document, _ = read_file(file)
    if document.path(path) != path:
        return problem
    return replace(problem, path=path, where=document.locate(path, key=True))


def option_problems(options: Mapping[str, Any], model: type[BaseModel] = Store) -> list[Problem]:
    """What is wrong with options, each placed at the option as it is typed."""
    try:
        model.model_validate(options)
    except ValidationError as error:
        faults = {fault["loc"][:2]: fault for fault in reversed(error.errors(include_url=False))}
        return [described(fault, (), option_place(loc)) for loc, fault in reversed(faults.items())]
    return []


def option_place(loc: tuple[int | str, ...]) -> Location:
    """An option as it is typed, for the path of a value."""
    if loc[0] == "assumptions":
        return Location(f"--set {loc[1]}")
    return Location("--" + str(loc[0]).replace("_", "-"))
