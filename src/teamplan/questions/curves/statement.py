"""Owns the statement of SQL: the stage, the people of each role and their total for every row of a table of shops.

Each column is one CASE, the highest step first, over the plain columns `orders` and `visitors`: no join, no function,
so that every data base reads it alike. A row outside of the steps gets NULL in it, never a guess.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from teamplan.engine.linear import ORDERS, VISITORS
from teamplan.engine.thresholds import RoleThresholds, StageThresholds, Thresholds
from teamplan.page.sql import Dialect

STAGE, TOTAL = "stage", "total"
Step = tuple[float, str]  # from a volume on, an expression


def statement(found: Thresholds, dialect: Dialect, table: str, comments: Iterable[str]) -> str:
    """One statement that selects the columns of a table with those of the team beside them."""
    writer = _Writer(found, dialect)
    columns = [writer.stage(), *map(writer.role, found.roles)]
    total = " + ".join(writer.column(role) for role in found.roles)
    lines = [
        *(f"-- {line}" for line in comments),
        "WITH planned AS (",
        "  SELECT",
        "    shop.*,",
        ",\n".join(columns),
        f"  FROM {dialect.table(table)} AS shop",
        ")",
        "SELECT",
        "  planned.*,",
        f"  {total} AS {dialect.quoted(TOTAL)}",
        "FROM planned",
    ]
    return "\n".join(lines) + "\n"


def column_of(role: str) -> str:
    """The column of a role: its id, hyphens as underscores, which all data bases take in a name."""
    return role.replace("-", "_")


class _Writer:
    """Writes the columns of one dialect."""

    def __init__(self, found: Thresholds, dialect: Dialect) -> None:
        self._found, self._dialect = found, dialect

    def column(self, role: str) -> str:
        return self._dialect.quoted(column_of(role))

    def stage(self) -> str:
        steps = [(each.from_orders, f"'{each.stage}'") for each in self._found.stages]
        return self._told(steps, STAGE)

    def role(self, role: str) -> str:
        steps = [step for stage in self._found.stages for step in self._role(stage, role)]
        return self._told(steps, column_of(role))

    def _told(self, steps: Sequence[Step], name: str) -> str:
        cases = self._case(ORDERS, steps, self._found.most_orders, "    ")
        return f"    {cases} AS {self._dialect.quoted(name)}"

    def _role(self, stage: StageThresholds, role: str) -> Iterator[Step]:
        """The steps of a role in a stage by orders; one by visitors is a single step, with those within it."""
        known = stage.roles.get(role)
        if known is None:
            yield stage.from_orders, "0"
        elif known.by == VISITORS:
            most = self._found.most_visitors or 0.0
            yield stage.from_orders, self._case(VISITORS, _counted(known, 0.0), most, "        ")
        else:
            yield from _counted(known, stage.from_orders)

    def _case(self, volume: str, steps: Sequence[Step], most: float, indent: str) -> str:
        """The highest step that the volume has reached, NULL beyond the last, below the first and where it is none."""
        number = self._dialect.number
        whens = [f"WHEN {volume} >= {number(at)} THEN {told}" for at, told in reversed(_changes(steps))]
        lines = ["CASE", f"  WHEN {volume} > {number(most)} THEN NULL", *(f"  {when}" for when in whens), "END"]
        return f"\n{indent}".join(lines)


def _counted(known: RoleThresholds, first: float) -> list[Step]:
    """The people from the first volume on, and from each at which they grow."""
    steps, people = [(first, str(known.people))], known.people
    for at, together in groupby(known.one_more_from):
        people += sum(1 for _ in together)
        steps.append((at, str(people)))
    return steps


def _changes(steps: Sequence[Step]) -> list[Step]:
    """The steps without those that change nothing."""
    return [step for place, step in enumerate(steps) if not place or steps[place - 1][1] != step[1]]
