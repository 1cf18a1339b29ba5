"""Owns what `teamplan curves` can be asked beside the shop: how far, and for which data base."""

import re
from fractions import Fraction
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from teamplan.errors import Location, Problem, TeamplanError
from teamplan.page.sql import DIALECTS
from teamplan.playbook.base import Asked, one_of
from teamplan.playbook.quantity import up_to
from teamplan.playbook.store import MOST_ORDERS, MOST_VISITORS

TABLE = re.compile(r"[\w$-]+(\.[\w$-]+){0,3}")  # with its schema, data set or project before it


def _table(given: Any) -> str:
    name = str(given).strip()
    if not TABLE.fullmatch(name):
        raise PydanticCustomError("not-a-table", "not a table", {"given": str(given)})
    return name


class CurvesQuestion(Asked):
    """How far the steps are told, and the dialect of SQL and the table of shops that a statement is for."""

    most_orders: Annotated[Fraction, up_to(MOST_ORDERS)] | None = None
    most_visitors: Annotated[Fraction, up_to(MOST_VISITORS)] | None = None
    dialect: Annotated[str, BeforeValidator(one_of("unknown-dialect", tuple(DIALECTS)))] = next(iter(DIALECTS))
    table: Annotated[str, BeforeValidator(_table)] = "shops"


def refuse_without_sql(given: dict[str, str], format_: str) -> None:
    """Raise a TeamplanError where something is said of a statement that is not asked for."""
    if format_ != "sql":
        names = [name for name in ("dialect", "table") if name in given]
        if names:
            raise TeamplanError([Problem("without-sql", where=Location(f"--{name}")) for name in names])
