"""Owns the covering of a day by shifts: how few, exactly, in whole shifts and in fractions of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from math import ceil, floor, inf
from typing import NamedTuple

from teamplan.engine.day import STEP, HalfHour
from teamplan.engine.simplex import TINY, Covering, Pricing, least_cover
from teamplan.model.service import Pattern

Chains = list[tuple[float, ...]]
Prices = tuple[tuple[float, float], ...]  # weight and price of each half hour that has one
MOST_CHAINS = 64


class Shift(NamedTuple):
    """A shift by its start in minutes after midnight, its pattern, and the half hours (by place) that it covers."""

    start: int
    pattern: str
    covers: frozenset[int]


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
    """The shifts that may cover a day, less those that cover only what another one covers as well."""

    __slots__ = ("_complete", "_priced", "_pricing", "_rows", "shifts", "weights")

    def __init__(self, shifts: Iterable[Shift], weights: Sequence[float]) -> None:
        """`weights` are the arrivals of each half hour: a need never falls with them. Every half hour has a shift."""
        self.shifts = tuple(shifts)
        self.weights = tuple(weights)
        self._rows = _decisive(self.shifts, dict(enumerate(self.weights)))
        columns = _largest(each.covers & set(self._rows) for each in self.shifts)
        self._pricing = Pricing(columns, self._rows)
        apart = _apart(columns, self._rows, self.weights)
        self._complete = apart is not None  # whether these are all the prices that can decide
        self._priced: list[Prices] = [tuple((weight, 1.0) for weight in chain) for chain in apart or ()]

    @property
    def uncovered(self) -> list[int]:
        """Half hours that no shift reaches."""
        return [place for place in range(len(self.weights)) if not any(place in each.covers for each in self.shifts)]

    def relaxed(self, need: Callable[[float], float], factor: float = 1.0) -> Covering[int]:
        """The fewest fractional shifts for the need at each weight x factor, and the prices that set their number."""
        found = self._pricing.cover({row: need(self.weights[row] * factor) for row in self._rows})
        prices = tuple((self.weights[row], price) for row, price in found.prices.items())
        if not self._complete and prices not in self._priced:
            self._priced.append(prices)
        return found

    def shifts_for(self, need: Callable[[float], float], factor: float) -> float:
        """The number of fractional shifts alone; where all prices are known beforehand, without solving anything."""
        return self.shifts_at_least(need, factor) if self._complete else self.relaxed(need, factor).total

    def shifts_at_least(self, need: Callable[[float], float], factor: float) -> float:
        """A quick bound from below: by the prices known so far, each of which is dear enough for no shift to pay."""
        most = 0.0
        for prices in self._priced:
            total = 0.0
            for weight, price in prices:
                total += price * need(weight * factor)
            most = max(most, total)
        return most

    def whole(self, needs: Sequence[int]) -> dict[Shift, int]:
        """The fewest whole shifts that cover a need by half hour, how many of each.

        Branch and bound on the fractional cover. Without breaks, in a shop that closes, that is whole already.
        """
        rows = _decisive(self.shifts, {place: float(need) for place, need in enumerate(needs)})
        best = _Best(inf, {})
        _branch(list(self.shifts), {row: float(needs[row]) for row in rows}, {}, best)
        return {shift: best.plan[shift] for shift in self.shifts if best.plan.get(shift)}


@dataclass(slots=True)
class _Best:
    """The fewest shifts found so far."""

    total: float
    plan: dict[Shift, int]


def _branch(shifts: list[Shift], needs: Mapping[int, float], chosen: dict[Shift, int], best: _Best) -> None:
    """Try how many of one shift after the other, nearest to the fractional cover first, as long as it may pay."""
    found = least_cover([shift.covers for shift in shifts], needs)
    used = sum(chosen.values())
    if found is None or used + ceil(found.total - TINY * 100) >= best.total:
        return
    split = next((at for at, amount in enumerate(found.amounts) if abs(amount - round(amount)) > 1e-6), None)
    if split is None:
        best.plan = chosen | {shift: round(amount) for shift, amount in zip(shifts, found.amounts, strict=True)}
        best.total = sum(best.plan.values())
        return
    shift, others = shifts[split], shifts[:split] + shifts[split + 1 :]
    down, up = floor(found.amounts[split]), ceil(found.amounts[split])
    for counts in (range(up, up + _most(needs) + 1), range(down, -1, -1)):
        for count in counts:
            left = {row: need - count * (row in shift.covers) for row, need in needs.items()}
            bound = least_cover([each.covers for each in others], left)
            if bound is not None and used + count + ceil(bound.total - TINY * 100) >= best.total:
                break  # the bound is convex in the count: further away is no better
            _branch(others, left, chosen | {shift: count}, best)


def _most(needs: Mapping[int, float]) -> int:
    return ceil(max(needs.values(), default=0))


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
    """The weights of half hours of which no shift reaches two, each set as large as can be and none below another.

    Where every shift reaches rows that stand side by side, the matrix is totally unimodular, the best prices are 0 or
    1, and these sets are all that can decide. None where that does not hold, or there are too many.
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


def _decisive(shifts: Sequence[Shift], weights: Mapping[int, float]) -> list[int]:
    """Half hours that do not follow from another one which is as heavy and only reached by shifts that reach this."""
    reached = {row: frozenset(at for at, shift in enumerate(shifts) if row in shift.covers) for row in weights}
    kept: list[int] = []
    for row in sorted(weights, key=lambda each: (-weights[each], len(reached[each]))):
        if not any(reached[other] <= reached[row] for other in kept):
            kept.append(row)
    return sorted(kept)
