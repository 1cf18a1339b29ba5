"""Owns the covering of a day by shifts: how few, exactly, in whole shifts and in fractions of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from operator import mul
from typing import NamedTuple

from teamplan.engine.day import STEP, HalfHour
from teamplan.engine.roster import Roster, Shift, decisive, fewest
from teamplan.engine.simplex import Basis, Programme
from teamplan.playbook.service import Pattern

Chains = list[tuple[float, ...]]
Prices = tuple[tuple[int, float], ...]  # which of the distinct weights, and the price of its half hours together
MOST_CHAINS = 64
PARTS = 2**40  # of a person, in which needs are counted so that the simplex method computes in whole numbers


def shifts_on(day: Sequence[HalfHour], name: str, pattern: Pattern, minutes: float) -> Iterator[Shift]:
    """The shifts of a pattern on a day, each with the half hours it covers whole.

    They may begin before the opening; over the closed hours into the next morning they do not reach.
    """
    worked = [into for into in range(1440) if pattern.works(into, minutes)] if pattern.pause else None
    opening, length = day[0].start, len(day) * STEP
    at_opening = opening in pattern.starts
    for start in pattern.starts:
        since_opening = (start - opening) % 1440
        if at_opening and since_opening >= length:
            continue  # a shift before the opening covers no more than the one that starts with it
        first = since_opening if since_opening < length < 1440 else 0
        into = [(place, (each.start - start) % 1440) for place, each in enumerate(day) if place * STEP >= first]
        covers = (place for place, minute in into if minute + STEP <= minutes and (worked is None or minute in worked))
        yield Shift(start, name, frozenset(covers))


class Cover:
    """The shifts that may cover a day, less those that cover only what another one covers as well.

    It remembers the prices that decided, and the rosters that it found. Threads may share it without a lock: the prices
    are replaced as a whole and read once, a roster is the same whoever finds it.
    """

    __slots__ = (
        "_complete",
        "_distinct",
        "_known",
        "_programme",
        "_rosters",
        "_row_weights",
        "shifts",
        "weights",
    )

    def __init__(self, shifts: Iterable[Shift], weights: Sequence[float]) -> None:
        """`weights` are the arrivals of each half hour: a need never falls with them. Every half hour has a shift."""
        self.shifts = tuple(shifts)
        self.weights = tuple(weights)
        rows = decisive(self.shifts, dict(enumerate(self.weights)))
        columns = _largest(each.covers & set(rows) for each in self.shifts)
        self._distinct = sorted({self.weights[row] for row in rows}, reverse=True)
        self._row_weights = [self._distinct.index(self.weights[row]) for row in rows]
        self._programme = Programme([{rows.index(row) for row in column} for column in columns], len(rows))
        apart = _apart(columns, rows, self.weights)
        self._complete = apart is not None  # whether these are all the prices that can decide
        at = self._distinct.index
        self._known = [_Vertex(tuple((at(each), 1.0) for each in chain), None, ()) for chain in apart or ()]
        self._rosters: dict[tuple[int, ...], Roster] = {}

    @property
    def uncovered(self) -> list[int]:
        """Half hours that no shift reaches."""
        return [place for place in range(len(self.weights)) if not any(place in each.covers for each in self.shifts)]

    def shifts_for(self, need: Callable[[float], float], factor: float) -> float:
        """The fewest fractional shifts for the need at each weight x factor."""
        return self.shifts_at_least(need, factor) if self._complete else self.solved(need, factor)

    def shifts_at_least(self, need: Callable[[float], float], factor: float) -> float:
        """A lower bound, by weak duality: the best of the dual solutions found so far (no shift is worth more than 1).

        Where no shift has a break and the shop closes, all that can decide are known, and it is the least itself.
        """
        known, needs = self._known, dict[int, float]()  # the needs of those weights alone that have a price
        for each in known:
            for place, _ in each.prices:
                if place not in needs:
                    needs[place] = need(self._distinct[place] * factor)
        return max([_worth(each.prices, needs) for each in known], default=0.0)

    def solved(self, need: Callable[[float], float], factor: float) -> float:
        """The same as `shifts_for`, by the simplex method: from the basis whose prices make the need dearest."""
        needs = self._needs(need, factor)
        best = max(self._known, key=lambda each: _worth(each.prices, needs), default=None)
        parts = [round(each * PARTS) for each in needs]
        if best is not None and best.basis is not None and best.decides(parts):
            return _worth(best.prices, needs)
        start = best.basis if best is not None and best.basis is not None else self._programme.start
        found = self._vertex(self._programme.optimum([parts[place] for place in self._row_weights], start))
        if not self._complete:
            self._known = [*(each for each in self._known if each.prices != found.prices), found]
        return max(_worth(each.prices, needs) for each in (found, best or found))

    def whole(self, needs: Sequence[int]) -> Roster:
        """The fewest whole shifts that cover a need by half hour, as far as they are found: see `fewest`."""
        asked = tuple(needs)
        if asked not in self._rosters:
            self._rosters[asked] = fewest(self.shifts, asked)
        return self._rosters[asked]

    def _needs(self, need: Callable[[float], float], factor: float) -> list[float]:
        return [need(weight * factor) for weight in self._distinct]

    def _vertex(self, basis: Basis) -> "_Vertex":
        prices = [price / basis.divisor for price in self._by_weight(basis.prices)]
        amounts = {tuple(self._by_weight(line)) for line in basis.inverse}
        falling = tuple(line for line in sorted(amounts) if min(line, default=0) < 0)
        return _Vertex(tuple((place, price) for place, price in enumerate(prices) if price), basis, falling)

    def _by_weight(self, values: Sequence[int]) -> list[int]:
        """Of values by row, the sums over rows of the same weight: they have the same need."""
        sums = [0] * len(self._distinct)
        for place, value in zip(self._row_weights, values, strict=True):
            sums[place] += value
        return sums


class _Vertex(NamedTuple):
    """A dual solution by the distinct weights; its basis, unless it was known beforehand.

    `falling` are the amounts of the basis as sums over the needs, those that a need can make negative.
    """

    prices: Prices
    basis: Basis | None
    falling: tuple[tuple[int, ...], ...]

    def decides(self, needs: Sequence[int]) -> bool:
        """Whether no dual solution is better for a need: the basis covers it, with no amount below 0."""
        return all(sum(map(mul, line, needs)) >= 0 for line in self.falling)


def _worth(prices: Prices, needs: Sequence[float] | Mapping[int, float]) -> float:
    total = 0.0
    for place, price in prices:
        total += price * needs[place]
    return total


def widest(shifts: Iterable[Shift]) -> tuple[Shift, ...]:
    """Shifts that no other one includes; of equals the latest start."""
    kept: list[Shift] = []
    for shift in sorted(shifts, key=lambda each: (-len(each.covers), -each.start)):
        if shift.covers and not any(shift.covers <= other.covers for other in kept):
            kept.append(shift)
    return tuple(sorted(kept, key=lambda each: (min(each.covers), each.start)))


def _largest(sets: Iterable[frozenset[int]]) -> list[frozenset[int]]:
    kept: list[frozenset[int]] = []
    for each in sorted(set(sets), key=len, reverse=True):
        if not any(each <= other for other in kept):
            kept.append(each)
    return kept


def _apart(columns: Sequence[Set[int]], rows: Sequence[int], weights: Sequence[float]) -> Chains | None:
    """The weights of all maximal sets of half hours no two of which share a shift, less those that another dominates.

    They are the 0/1 solutions of the dual. Where every shift covers consecutive rows the matrix is totally unimodular,
    every vertex of the dual is one of them, and no other price can decide. None where that does not hold, or where
    there are too many.
    """
    places = {row: place for place, row in enumerate(rows)}
    spans = [sorted(places[row] for row in column) for column in columns]
    if any(span and span[-1] - span[0] >= len(span) for span in spans):
        return None
    ends = [max((span[-1] for span in spans if place in span), default=place) for place in range(len(rows))]
    chains: list[list[int]] = [[]]
    found: set[tuple[float, ...]] = set()
    while chains and len(found) < MOST_CHAINS:
        chain = chains.pop()
        later = [place for place in range(len(rows)) if not chain or place > ends[chain[-1]]]
        chains += [[*chain, place] for place in later]
        if not later:
            found.add(tuple(sorted((weights[rows[place]] for place in chain), reverse=True)))
    if chains:
        return None
    return [each for each in found if not any(each != other and _below(each, other) for other in found)]


def _below(lower: tuple[float, ...], upper: tuple[float, ...]) -> bool:
    return len(lower) <= len(upper) and all(low <= high for low, high in zip(lower, upper, strict=False))
