"""Owns the reading of a plan that `recommend --format json` saved: what `diff` compares of it, with every fault."""

import json
from decimal import Decimal
from pathlib import Path
from re import ASCII, fullmatch
from typing import Annotated, Any

from pydantic import BeforeValidator, ValidationError
from pydantic_core import PydanticCustomError

from teamplan.errors import Location, Problem, TeamplanError
from teamplan.playbook.base import Frozen, Line, Whole
from teamplan.playbook.quantity import parse_amount, refuse_above
from teamplan.playbook.store import MOST_ORDERS, CurrencyCode
from teamplan.reading.text import text_of_file
from teamplan.reading.validate import described

SHAPE: dict[str, type] = {
    "format_version": int,
    "stage": dict,
    "store": dict,
    "roles": list,
}  # by which a plan is known


def _orders(given: Any) -> Any:
    if isinstance(given, bool) or not isinstance(given, int | float):
        raise PydanticCustomError("not-a-number", "not a number", {"given": json.dumps(given, ensure_ascii=False)})
    refuse_above(MOST_ORDERS, parse_amount(given), given)
    return given


class Saved(Frozen, extra="ignore"):
    """A part of a saved plan; what `diff` does not compare is passed over."""


class SavedRole(Saved):
    """The people of one role."""

    id: Line
    headcount: Whole


class SavedStage(Saved):
    """The stage that was planned for."""

    id: Line


class SavedStore(Saved):
    """The volume that was planned for, in orders a day."""

    orders: Annotated[float, BeforeValidator(_orders)]


def _sum(given: Any) -> Decimal:
    """A sum of money as `recommend` saves it: a text of the exact decimal."""
    if not isinstance(given, str) or fullmatch(r"\d{1,20}\.\d\d", given, ASCII) is None:
        raise PydanticCustomError("not-a-number", "not a number", {"given": json.dumps(given, ensure_ascii=False)[:40]})
    return Decimal(given)


class SavedCost(Saved):
    """What the people of the plan cost a month; a plan of an earlier version has none.

    `monthly_total` is with what is bought outside, where anything is.
    """

    currency: CurrencyCode
    monthly_payroll: Annotated[Decimal, BeforeValidator(_sum)]
    monthly_total: Annotated[Decimal, BeforeValidator(_sum)] | None = None


class SavedPlan(Saved):
    """What `diff` compares of a plan."""

    cost: SavedCost | None = None

    stage: SavedStage
    store: SavedStore
    roles: tuple[SavedRole, ...]


def read_plan(path: Path, version: int) -> dict[str, Any]:
    """The data of a saved plan of a format version. Raises a TeamplanError with every fault in what `diff` compares."""
    data = _data(path)
    if data["format_version"] != version:
        values = {"given": str(data["format_version"])[:40], "known": str(version)}
        raise TeamplanError([Problem("plan-version", values, ("format_version",), Location(str(path)))])
    problems = _faults(data, path)
    if problems:
        raise TeamplanError(problems)
    return data


def _data(path: Path) -> dict[str, Any]:
    """A mapping with the shape of a plan. Raises a TeamplanError for a file that is none, located if broken."""
    text, problems = text_of_file(path)
    if text is None:
        raise TeamplanError(problems)
    where = Location(str(path))
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        where = Location(str(path), error.lineno, error.colno)
        data = None
    except (ValueError, RecursionError):  # more digits than Python reads, or nested without end
        data = None
    if isinstance(data, dict) and all(type(data.get(key)) is kind for key, kind in SHAPE.items()):
        return data
    raise TeamplanError([Problem("not-a-plan", where=where)])


def _faults(data: dict[str, Any], path: Path) -> list[Problem]:
    where = Location(str(path))
    problems = []
    try:
        SavedPlan.model_validate(data)
    except ValidationError as error:
        faults = error.errors(include_url=False)
        problems = [described(fault, _named(data, fault["loc"]), where) for fault in faults]
    seen: set[str] = set()
    for place, role in enumerate(data["roles"]):
        name = role.get("id") if isinstance(role, dict) else None
        if isinstance(name, str) and name in seen:
            problems.append(Problem("role-twice", {"given": name}, _named(data, ("roles", place)), where))
        seen |= {name} if isinstance(name, str) else set()
    return problems


def _named(data: dict[str, Any], loc: tuple[int | str, ...]) -> tuple[str, ...]:
    """The path of a fault, a role by its id where it has one."""
    if loc[0] != "roles" or len(loc) < 2:
        return tuple(map(str, loc))
    role = data["roles"][int(loc[1])]
    name = role.get("id") if isinstance(role, dict) else None
    return ("roles", name if isinstance(name, str) else f"#{int(loc[1]) + 1}", *map(str, loc[2:]))
