"""Owns the least fractional covering: the dual simplex method, revised and in whole numbers, warm from any basis.

Least sum of x with `A x >= need`, `x >= 0`; each column of `A` is the set of rows that it covers. The inverse of the
basis is kept in whole numbers over its determinant (Edmonds 1967), so that no figure drifts and the prices of a basis
do not depend on the way that led to it. A basis whose reduced costs are not negative stays so whatever the need: each
optimum is a start for the next. The row with the largest shortfall leaves; ties of the ratio test are broken by the
lexicographic rule (costs 1 + e, 1 + e^2, ... for an e as small as need be), under which no basis returns.
"""

from collections.abc import Callable, Sequence, Set
from itertools import accumulate
from operator import mul
from typing import NamedTuple

Vector = list[int]


class Basis(NamedTuple):
    """The columns of a vertex, one a row, with the inverse of their matrix and the dual prices, both over `divisor`.

    Members from the number of columns on are the slacks of rows. The lists are shared, and never changed.
    """

    members: Vector
    inverse: list[Vector]
    divisor: int
    prices: Vector


class Candidate(NamedTuple):
    """A column that may enter: its reduced cost, and how fast that falls as the price of the leaving row rises."""

    member: int
    reduced: int
    rate: int


class Programme:
    """A covering programme whose needs may change. Every row has a column."""

    __slots__ = ("_along", "_columns", "pivots", "start")

    def __init__(self, columns: Sequence[Set[int]], height: int) -> None:
        self._columns = [sorted(column) for column in columns]
        self._along = _sums(self._columns)
        minus = [[-int(row == place) for place in range(height)] for row in range(height)]
        self.start = Basis([len(columns) + row for row in range(height)], minus, 1, [0] * height)
        self.pivots = 0  # so far, over all needs

    def optimum(self, needs: Sequence[int], start: Basis) -> Basis:
        """The basis of a least covering, from one of this programme whose reduced costs are not negative."""
        basis = start
        amounts = [sum(map(mul, line, needs)) for line in basis.inverse]
        while (least := min(amounts, default=0)) < 0:
            leaves = amounts.index(least)
            enters = self._enters(basis, leaves)
            column = [self._entry(line, enters.member) for line in basis.inverse]
            self.pivots += 1
            basis, amounts = _pivoted(basis, amounts, column, leaves, enters)
        return basis

    def amounts(self, basis: Basis, needs: Sequence[int]) -> dict[int, int]:
        """How much of each column of a basis covers a need, over its divisor: those above 0, in the columns' order."""
        lines = zip(basis.members, basis.inverse, strict=True)
        found = {member: sum(map(mul, line, needs)) for member, line in lines if member < len(self._columns)}
        return {member: found[member] for member in sorted(found) if found[member] > 0}

    def _entry(self, line: Vector, member: int) -> int:
        """The product of a row vector with a column or a slack."""
        slack = member - len(self._columns)
        return -line[slack] if slack >= 0 else sum([line[row] for row in self._columns[member]])

    def _enters(self, basis: Basis, leaves: int) -> Candidate:
        """The ratio test: the column whose reduced cost is the first to reach 0."""
        tied: list[Candidate] = []
        for each in self._candidates(basis, basis.inverse[leaves]):
            order = each.reduced * tied[0].rate - tied[0].reduced * each.rate if tied else 0
            if order < 0:
                tied = [each]
            elif order == 0:
                tied.append(each)
        return tied[0] if len(tied) == 1 else self._first(basis, tied)

    def _candidates(self, basis: Basis, line: Vector) -> list[Candidate]:
        """Columns and slacks whose reduced cost falls as the price of the leaving row, a row of the inverse, rises."""
        divisor, count = basis.divisor, len(self._columns)
        columns = enumerate(zip(self._along(basis.prices), self._along(line), strict=True))
        slacks = enumerate(zip(basis.prices, line, strict=True), start=count)
        found = [Candidate(member, divisor - worth, -rise) for member, (worth, rise) in columns if rise < 0]
        return found + [Candidate(member, price, rise) for member, (price, rise) in slacks if rise > 0]

    def _first(self, basis: Basis, tied: list[Candidate]) -> Candidate:
        """The lexicographic rule: of tied columns the least by the powers of e in its reduced cost, lowest first."""
        places = dict(zip(basis.members, basis.inverse, strict=True))
        for power in range(len(self._columns)):
            if power in places:
                costs = [-self._entry(places[power], each.member) for each in tied]
            else:
                costs = [basis.divisor * (each.member == power) for each in tied]
            if any(costs):
                tied = _least(tied, costs)
                if len(tied) == 1:
                    break
        return tied[0]


def _least(tied: list[Candidate], costs: Vector) -> list[Candidate]:
    """Those of the least cost by their rate."""
    kept: list[Candidate] = []
    low = 0
    for each, cost in zip(tied, costs, strict=True):
        order = cost * kept[0].rate - low * each.rate if kept else -1
        if order < 0:
            kept, low = [each], cost
        elif order == 0:
            kept.append(each)
    return kept


def _pivoted(basis: Basis, amounts: Vector, column: Vector, leaves: int, enters: Candidate) -> tuple[Basis, Vector]:
    """The basis after an exchange, and its amounts; `column` is the entering one in terms of the basis."""
    old, new = basis.divisor, -column[leaves]
    line, amount = basis.inverse[leaves], amounts[leaves]
    inverse, moved = list(basis.inverse), list(amounts)
    for place, entry in enumerate(column):
        if entry or new != old:
            inverse[place] = _combined(basis.inverse[place], line, entry, new, old)
            moved[place] = (new * amounts[place] + entry * amount) // old
    inverse[leaves], moved[leaves] = [-value for value in line], -amount
    members = list(basis.members)
    members[leaves] = enters.member
    return Basis(members, inverse, new, _combined(basis.prices, line, -enters.reduced, new, old)), moved


def _combined(own: Vector, line: Vector, entry: int, new: int, old: int) -> Vector:
    """(new x own + entry x line) / old, which is whole."""
    if new == old == 1:
        return [mine + entry * other for mine, other in zip(own, line, strict=True)]
    return [(new * mine + entry * other) // old for mine, other in zip(own, line, strict=True)]


def _sums(columns: Sequence[Sequence[int]]) -> Callable[[Vector], Vector]:
    """Sums of a vector over the rows of each column: by running totals, as its rows mostly follow each other."""
    runs = [_runs(column) for column in columns]
    most = max(map(len, runs), default=0)
    padded = [[*run, *[(0, 0)] * (most - len(run))] for run in runs]
    ends = [([run[at][1] for run in padded], [run[at][0] for run in padded]) for at in range(most)]

    def along(vector: Vector) -> Vector:
        totals = [0, *accumulate(vector)]
        sums = [0] * len(columns)
        for after, before in ends:
            sums = [total + totals[end] - totals[start] for total, end, start in zip(sums, after, before, strict=True)]
        return sums

    return along


def _runs(column: Sequence[int]) -> list[tuple[int, int]]:
    """Rows that follow each other, from the first to after the last."""
    runs: list[tuple[int, int]] = []
    for row in column:
        if runs and runs[-1][1] == row:
            runs[-1] = runs[-1][0], row + 1
        else:
            runs.append((row, row + 1))
    return runs
