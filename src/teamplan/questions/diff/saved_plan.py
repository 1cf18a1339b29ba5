"""Owns the reading of what `recommend` or `orgchart` saved as JSON: what `diff` compares of it, with every fault."""

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

SHAPES: dict[str, dict[str, type]] = {  # by which a plan and a chart are known
    "plan": {"format_version": int, "stage": dict, "store": dict, "roles": list},
    "chart": {"format_version": int, "stage": str, "people": list, "spans": list},
}
LISTED = {"plan": "roles", "chart": "people"}  # whose items have ids


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


class SavedSeat(Saved):
    """One person of a chart, or a place to fill, and who the boss is."""

    id: Line
    role: Line
    status: Line
    boss: Line
    name: Line | None = None


class SavedChart(Saved):
    """What `diff` compares of a chart of reporting lines."""

    stage: Line
    orders: Annotated[float, BeforeValidator(_orders)]
    people: tuple[SavedSeat, ...]


MODELS: dict[str, type[Saved]] = {"plan": SavedPlan, "chart": SavedChart}


def read_saved(path: Path, version: int) -> tuple[str, dict[str, Any]]:
    """Whether a file is a plan or a chart of a format version, and its data.

    Raises a TeamplanError with every fault in what `diff` compares.
    """
    kind, data = _data(path)
    if data["format_version"] != version:
        values = {"given": str(data["format_version"])[:40], "known": str(version)}
        raise TeamplanError([Problem("plan-version", values, ("format_version",), Location(str(path)))])
    problems = _faults(kind, data, path)
    if problems:
        raise TeamplanError(problems)
    return kind, data


def _data(path: Path) -> tuple[str, dict[str, Any]]:
    """A mapping with the shape of a plan or a chart. Raises a TeamplanError for a file that is neither."""
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
    for kind, shape in SHAPES.items():
        if isinstance(data, dict) and all(type(data.get(key)) is known for key, known in shape.items()):
            return kind, data
    raise TeamplanError([Problem("not-a-plan", where=where)])


def _faults(kind: str, data: dict[str, Any], path: Path) -> list[Problem]:
    where, listed = Location(str(path)), LISTED[kind]
    problems = []
    try:
        MODELS[kind].model_validate(data)
    except ValidationError as error:
        faults = error.errors(include_url=False)
        problems = [described(fault, _named(data, fault["loc"]), where) for fault in faults]
    seen: set[str] = set()
    for place, item in enumerate(data[listed]):
        name = item.get("id") if isinstance(item, dict) else None
        if isinstance(name, str) and name in seen:
            problems.append(Problem("role-twice", {"given": name}, _named(data, (listed, place)), where))
        seen |= {name} if isinstance(name, str) else set()
    return problems


def _named(data: dict[str, Any], loc: tuple[int | str, ...]) -> tuple[str, ...]:
    """The path of a fault, a role or a person by the id where there is one."""
    if loc[0] not in LISTED.values() or len(loc) < 2:
        return tuple(map(str, loc))
    item = data[str(loc[0])][int(loc[1])]
    name = item.get("id") if isinstance(item, dict) else None
    return (str(loc[0]), name if isinstance(name, str) else f"#{int(loc[1]) + 1}", *map(str, loc[2:]))
