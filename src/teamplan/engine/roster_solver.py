"""Owns the question for the fewest whole shifts as HiGHS takes it (extra `optimize`), where our own search stops short.

The solver works in floating point: its roster counts only when it covers the need, which is checked in whole numbers.
It is bounded by nodes, never by the clock.
"""

from collections.abc import Sequence
from math import ceil
from typing import Any, NamedTuple

from teamplan.engine.highs import optimal, quiet_model

MOST_NODES = 300
BOUND_SLIP = 1e-6  # of the solver: a bound above a whole number by less means that number


class Solved(NamedTuple):
    """How many of each column, None without any that cover, and a number that no roster stays below."""

    counts: tuple[int, ...] | None
    at_least: int


def solved(columns: Sequence[Sequence[int]], needs: Sequence[int]) -> Solved:
    """The fewest columns that cover every row as often as it needs. Needs the extra `optimize`."""
    model: Any = quiet_model()
    for option, value in (("mip_rel_gap", 0.0), ("mip_abs_gap", 0.5), ("mip_max_nodes", MOST_NODES)):
        model.setOptionValue(option, value)
    amounts = [model.addIntegral(lb=0, ub=model.inf, obj=1.0) for _ in columns]
    for row, need in enumerate(needs):
        model.addConstr(sum(amount for amount, column in zip(amounts, columns, strict=True) if row in column) >= need)
    model.minimize()
    info = model.getInfo()
    found = tuple(round(value) for value in model.getSolution().col_value)
    counts = found if _covers(found, columns, needs) else None
    if optimal(model) and counts is not None:
        return Solved(counts, sum(counts))
    return Solved(counts, max(0, ceil(info.mip_dual_bound - BOUND_SLIP)))


def _covers(counts: Sequence[int], columns: Sequence[Sequence[int]], needs: Sequence[int]) -> bool:
    if len(counts) != len(columns) or min(counts, default=0) < 0:
        return False
    left = list(needs)
    for count, column in zip(counts, columns, strict=True):
        for row in column:
            left[row] -= count
    return max(left, default=0) <= 0
