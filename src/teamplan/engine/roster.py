"""Owns rosters: how few whole shifts cover a need, by branch and bound, which ends whatever it is asked.

Without breaks, in a shop that closes, the greedy roster is one of the fewest. Else the fractional cover is a lower
bound, and the search rounds it, again and again, to a roster; mostly one of as few shifts is found. The search is
bounded by steps, never by the clock, so that it says the same everywhere; where it stays short of a proof the solver
is asked, if it is there, and if not the roster says between which numbers the fewest lies.
"""

from collections.abc import Mapping, Sequence
from operator import mul
from typing import NamedTuple

from teamplan.engine.highs import solver_installed
from teamplan.engine.simplex import Basis, Programme

MOST_PIVOTS = 1000  # of the simplex method, in the search for one roster


class Shift(NamedTuple):
    """A shift by its start in minutes after midnight, its pattern, and the half hours (by place) that it covers."""

    start: int
    pattern: str
    covers: frozenset[int]


class Roster(NamedTuple):
    """How many of each shift cover a need; no roster has fewer shifts than `at_least`."""

    shifts: dict[Shift, int]
    at_least: int

    @property
    def total(self) -> int:
        return sum(self.shifts.values())


def fewest(shifts: Sequence[Shift], needs: Sequence[int], most_pivots: int = MOST_PIVOTS) -> Roster:
    """The fewest whole shifts that cover a need by half hour, as far as they are found.

    Of rosters as small it is always the same one; only where the solver found fewer shifts, it is the solver's.
    """
    greedy = _greedy(shifts, needs)
    search = _Search(shifts, needs, greedy)
    search.run(most_pivots)
    if not search.proven and solver_installed():
        search.ask_solver()
    return Roster({shift: search.found[shift] for shift in shifts if search.found.get(shift)}, search.at_least)


def decisive(shifts: Sequence[Shift], weights: Mapping[int, float]) -> list[int]:
    """Rows left after dominance: drop a row if a kept one needs at least as much and all its shifts cover this too."""
    reached = {row: frozenset(at for at, shift in enumerate(shifts) if row in shift.covers) for row in weights}
    kept: list[int] = []
    for row in sorted(weights, key=lambda each: (-weights[each], len(reached[each]))):
        if not any(reached[other] <= reached[row] for other in kept):
            kept.append(row)
    return sorted(kept)


def _greedy(shifts: Sequence[Shift], needs: Sequence[int]) -> dict[Shift, int]:
    """From the last half hour back: who is missing there comes with the shift that begins earliest."""
    left, found = list(needs), dict[Shift, int]()
    for row in reversed(range(len(needs))):
        if left[row] > 0:
            shift = min((each for each in shifts if row in each.covers), key=lambda each: min(each.covers))
            found[shift] = found.get(shift, 0) + left[row]
            left = [need - left[row] * (place in shift.covers) for place, need in enumerate(left)]
    return found


class _Search:
    """Branch and bound: what the fractional cover holds whole is taken, then of one shift one, the largest part first.

    Only shifts of the fractional cover are tried: it may miss the fewest, and proves only what meets the bound.
    """

    def __init__(self, shifts: Sequence[Shift], needs: Sequence[int], best: dict[Shift, int]) -> None:
        rows = decisive(shifts, {place: float(need) for place, need in enumerate(needs)})
        self._shifts = _widest_on(shifts, rows)
        self._columns = [[place for place, row in enumerate(rows) if row in each.covers] for each in self._shifts]
        self._programme = Programme([set(column) for column in self._columns], len(rows))
        self._needs = [needs[row] for row in rows]
        self._root = self._programme.optimum(self._needs, self._programme.start)
        self._seen: dict[tuple[int, ...], int] = {}
        self.found, self._total = best, sum(best.values())
        self.at_least = _rounded_up(self._root, self._needs)

    def run(self, most_pivots: int) -> None:
        """Search until the bound is met, or so many pivots are made."""
        self._most_pivots = self._programme.pivots + most_pivots
        self._explore(self._needs, {}, self._root)

    def ask_solver(self) -> None:
        """Take what HiGHS finds better, a roster or a bound. Needs the extra `optimize`."""
        from teamplan.engine.roster_solver import solved

        counts, at_least = solved(self._columns, self._needs)
        if counts is not None and sum(counts) < self._total:
            self.found = {shift: count for shift, count in zip(self._shifts, counts, strict=True) if count}
            self._total = sum(counts)
        self.at_least = max(self.at_least, at_least)

    @property
    def proven(self) -> bool:
        """Whether no roster has fewer shifts than the one found."""
        return self._total <= self.at_least

    @property
    def _over(self) -> bool:
        return self.proven or self._programme.pivots >= self._most_pivots

    def _explore(self, left: list[int], chosen: dict[int, int], start: Basis) -> None:
        used = sum(chosen.values())
        basis = self._programme.optimum(left, start)
        if used + _rounded_up(basis, left) >= self._total:
            return
        amounts = self._programme.amounts(basis, left)
        if not amounts:
            self.found, self._total = {self._shifts[column]: count for column, count in chosen.items()}, used
            return
        whole = {column: amount // basis.divisor for column, amount in amounts.items() if amount >= basis.divisor}
        largest_first = sorted(amounts, key=lambda column: -amounts[column])
        for more in [whole] if whole else [{column: 1} for column in largest_first]:
            after = chosen | {column: chosen.get(column, 0) + count for column, count in more.items()}
            rest = self._without(left, more)
            if not self._over and self._is_new(rest, sum(after.values())):
                self._explore(rest, after, basis)

    def _without(self, left: Sequence[int], more: Mapping[int, int]) -> list[int]:
        """What is still needed beside these shifts."""
        rest = list(left)
        for column, count in more.items():
            for row in self._columns[column]:
                rest[row] -= count
        return rest

    def _is_new(self, left: Sequence[int], used: int) -> bool:
        """Whether nothing was tried before with the same need left and no more shifts used."""
        key = tuple(max(0, need) for need in left)
        if self._seen.get(key, used + 1) <= used:
            return False
        self._seen[key] = used
        return True


def _widest_on(shifts: Sequence[Shift], rows: Sequence[int]) -> list[Shift]:
    """Columns left after dominance: a shift goes if another covers the same of these rows or more."""
    kept: list[tuple[Shift, frozenset[int]]] = []
    for shift in sorted(shifts, key=lambda each: -len(each.covers.intersection(rows))):
        covers = shift.covers.intersection(rows)
        if not any(covers <= other for _, other in kept):
            kept.append((shift, covers))
    chosen = {shift for shift, _ in kept}
    return [shift for shift in shifts if shift in chosen]


def _rounded_up(basis: Basis, needs: Sequence[int]) -> int:
    """The value of a dual solution, as whole shifts."""
    value: int = sum(map(mul, basis.prices, needs))
    return -(-value // basis.divisor)
