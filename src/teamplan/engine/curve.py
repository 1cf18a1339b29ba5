"""Owns staffing curves: monotone steps from a volume to people, as breakpoints known only as far as a question needs.

The breakpoints of the maximum of curves are the minima of their breakpoints; those of a sum are their sorted merge.
"""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from heapq import merge
from itertools import chain, count, islice, repeat
from math import inf

from teamplan.engine.breakpoints import largest_float_not_above, people_at
from teamplan.engine.linear import VOLUMES, Linear
from teamplan.errors import Problem, TeamplanError

MOST_PEOPLE = 100_000  # in one role; more is a slip in the figures, and counting them would take for ever


class Curve:
    """Volume -> people. Breakpoint `k` is the largest volume `k` people carry: -inf below a floor, inf at a cap."""

    __slots__ = ("_known", "_rest")

    def __init__(self, breakpoints: Iterable[float]) -> None:
        self._known: list[float] = []
        self._rest = chain(islice(breakpoints, MOST_PEOPLE), repeat(inf))

    def people(self, volume: float) -> int:
        """People needed at a volume; `volume` is finite and not negative.

        Raises a TeamplanError from 100,000 people on.
        """
        while not self._known or self._known[-1] < volume:
            self._known.append(next(self._rest))
        people = people_at(self._known, volume)
        if people >= MOST_PEOPLE:
            raise TeamplanError([Problem("too-many-people", {"most": MOST_PEOPLE})])
        return people

    def full_at(self, people: int) -> float:
        """The largest volume that `people` carry; inf from 100,000 people on."""
        while len(self._known) <= people:
            self._known.append(next(self._rest))
        return self._known[people]

    def up_to(self, volume: float) -> tuple[float, ...]:
        """The breakpoints as far as `volume` needs, for array look-up and export."""
        return tuple(self._known[: self.people(volume) + 1])

    def __iter__(self) -> Iterator[float]:
        return map(self.full_at, count())


def crossings(load: Linear, limits: Iterable[Fraction], reports: Mapping[str, Curve]) -> Iterator[float]:
    """For each limit, ascending: the largest volume at which `load` is not above it.

    The load hangs on one volume, or on headcounts (`reports`: their curves over one volume), or on constants alone.
    """
    axes = load.axes
    if not axes:
        return (inf if load.constant <= limit else -inf for limit in limits)
    volume = next((axis for axis in VOLUMES if axis in axes), None)
    if volume is not None:
        slope = load.slopes[volume]
        return (largest_float_not_above((limit - load.constant) / slope) for limit in limits)
    return _head_crossings(load, limits, {role: reports[role] for role in axes})


def _head_crossings(load: Linear, limits: Iterable[Fraction], reports: Mapping[str, Curve]) -> Iterator[float]:
    """Walk the hires of all reports in order of volume; a limit is crossed at the hire that lifts the load above it."""
    hires = merge(*(zip(curve, repeat(load.slopes[role])) for role, curve in reports.items()))
    total, volume = load.constant, -inf
    for limit in limits:
        while total <= limit and volume < inf:
            volume, hours = next(hires)
            total += hours
        yield volume if total > limit else inf


def highest(*curves: Iterable[float]) -> Curve:
    """The maximum of staffing curves."""
    return Curve(map(min, zip(*curves, strict=False)))


def work_curve(load: Linear, capacity: Fraction, reports: Mapping[str, Curve]) -> Curve:
    """People whose hours a day cover the load: breakpoint `k` where the load is `k x capacity`."""
    return Curve(crossings(load, (people * capacity for people in count()), reports))


def floor_curve(people: int) -> Curve:
    """So many people whatever the volume."""
    return Curve(chain(repeat(-inf, people), repeat(inf)))


def capped(curve: Curve, people: int) -> Curve:
    """Never more than `people`."""
    return Curve(chain((curve.full_at(k) for k in range(people)), repeat(inf)))


def gated(curve: Curve, gate: float) -> Curve:
    """Nobody up to and at the volume `gate`, the curve above it."""
    return Curve(max(breakpoint_, gate) for breakpoint_ in curve)
