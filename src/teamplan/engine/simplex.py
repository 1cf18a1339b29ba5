"""Owns the smallest covering in fractions: the simplex method on its dual, dense, for some dozens of columns."""

from collections.abc import Hashable, Mapping, Sequence, Set
from typing import Generic, NamedTuple, TypeVar

TINY = 1e-9

Row = TypeVar("Row", bound=Hashable)


class Covering(NamedTuple, Generic[Row]):
    """The least total, how much of each column, and what one more unit of need in each row would cost."""

    total: float
    amounts: tuple[float, ...]
    prices: dict[Row, float]


def least_cover(columns: Sequence[Set[Row]], needs: Mapping[Row, float]) -> Covering[Row] | None:
    """The fewest columns, in fractions, that cover every row as often as it needs; None where a row has no column."""
    rows = [row for row, need in needs.items() if need > 0]
    if any(not any(row in column for column in columns) for row in rows):
        return None
    return Pricing(columns, rows).cover(needs)


class Pricing(Generic[Row]):
    """The dual of a covering: prices that make the need dearest while no column is worth more than 1.

    It starts feasible, and the prices of one need are a good start for the next: where the same decide again, a look
    suffices. Bland's rule keeps it from going round in circles. Every row has a column.
    """

    __slots__ = ("_basis", "_rows", "_table", "_width")

    def __init__(self, columns: Sequence[Set[Row]], rows: Sequence[Row]) -> None:
        height = len(columns)
        self._rows, self._width = list(rows), len(rows)
        self._table = [
            [
                *(1.0 if row in column else 0.0 for row in rows),
                *(1.0 if at == place else 0.0 for at in range(height)),
                1.0,
            ]
            for place, column in enumerate(columns)
        ]
        self._basis = list(range(self._width, self._width + height))

    def cover(self, needs: Mapping[Row, float]) -> Covering[Row]:
        """The least cover of a need."""
        table, basis, width = self._table, self._basis, self._width
        goal = self._goal([needs[row] for row in self._rows])
        while (enters := next((at for at, gain in enumerate(goal[:-1]) if gain < -TINY), None)) is not None:
            leaves = min(
                (line[-1] / line[enters], basis[at], at) for at, line in enumerate(table) if line[enters] > TINY
            )[2]
            _pivot(table, goal, leaves, enters)
            basis[leaves] = enters
        prices = {self._rows[at]: table[place][-1] for place, at in enumerate(basis) if at < width}
        return Covering(goal[-1], tuple(goal[width:-1]), {row: price for row, price in prices.items() if price > TINY})

    def _goal(self, needs: list[float]) -> list[float]:
        """What each column of the table would still add to the value of the need, turned round."""
        goal = [*(-need for need in needs), *([0.0] * (len(self._table[0]) - len(needs)))] if self._table else [0.0]
        for line, at in zip(self._table, self._basis, strict=True):
            worth = needs[at] if at < self._width else 0.0
            if worth:
                goal = [value + worth * mine for value, mine in zip(goal, line, strict=True)]
        return goal


def _pivot(table: list[list[float]], goal: list[float], leaves: int, enters: int) -> None:
    divisor = table[leaves][enters]
    own = table[leaves] = [value / divisor for value in table[leaves]]
    for place, line in enumerate(table):
        if place != leaves and line[enters]:
            factor = line[enters]
            table[place] = [value - factor * mine for value, mine in zip(line, own, strict=True)]
    factor = goal[enters]
    goal[:] = [value - factor * mine for value, mine in zip(goal, own, strict=True)]
