"""Owns staffing curves: monotone steps from a volume to people, and back to the largest volume that people carry.

For a maximum of curves, the headcount is the largest of theirs, and breakpoint `k` the smallest of theirs. A curve
answers directly where it is asked once, and learns its breakpoints one after the other where it is asked often.

Threads may share a curve without a lock. What it learns is published as whole tuples, read once by each question, and
says the same in whatever order it was learnt: at worst two threads work the same breakpoint out.
"""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from heapq import merge
from itertools import count, repeat
from math import ceil, inf, nan

from teamplan.engine.breakpoints import largest_float_not_above, people_at
from teamplan.engine.linear import VOLUMES, Linear
from teamplan.errors import Problem, TeamplanError
from teamplan.playbook.base import MOST_PEOPLE

MOST_LEARNT = 300  # people up to which a look-up is worth its breakpoints
FEW_HIRES = 60  # hires that are walked one by one
NEAR_WHOLE = 1e-9  # of the terms of a sum: binary arithmetic does not decide that near to a whole number
MOST_STEPS, VOLUME_CLOSE = 30, 1.001  # to a volume from where hires are walked, and how close it is
Needed = Callable[[float], int]  # volume -> people
Full = Callable[[int, float], float]  # people, a volume that needs no more (or 0) -> the largest volume they carry


class Curve:
    """Volume -> people. Breakpoint `k` is the largest volume `k` people carry: -inf below a floor, inf at a cap.

    `needed` and `full` say the same from both sides: `needed(volume) <= k` where `volume <= full(k)`, nowhere else.
    """

    __slots__ = ("_asked", "_far", "_full", "_known", "_last", "_needed", "_once")

    def __init__(self, needed: Needed, full: Full, once: Needed | None = None) -> None:
        self._needed, self._full, self._once = needed, full, once or needed
        self._known: tuple[float, ...] = ()  # breakpoints from 0 people on; replaced, never changed
        self._far: dict[int, float] = {}  # others that were asked for
        self._asked = (nan, MOST_PEOPLE)  # the last volume beyond those known, and its people
        self._last = (nan, 0)  # the last volume that was asked for once, and its people

    def people(self, volume: float) -> int:
        """People needed at a volume; `volume` is finite and not negative.

        Raises a TeamplanError from 100,000 people on.
        """
        known = self._known
        return _counted(people_at(known, volume) if known and volume <= known[-1] else self._beyond(known, volume))

    def people_once(self, volume: float) -> int:
        """`people` for a volume that is asked for once."""
        return _counted(self.once(volume))

    def once(self, volume: float) -> int:
        """People for a volume that is asked for once: it learns nothing, and knows what was learnt."""
        known = self._known
        if known and volume <= known[-1]:
            return people_at(known, volume)
        last, people = self._last
        if last != volume:
            people = self._once(volume)
            self._last = volume, people
        return people

    def _beyond(self, known: tuple[float, ...], volume: float) -> int:
        asked, people = self._asked
        if asked == volume:
            return people
        if people < MOST_LEARNT and volume <= self.full_at(len(known)):  # not the first time: learn one more
            return len(known)
        people = self._needed(volume)
        self._asked = volume, people
        return people

    def full_at(self, people: int) -> float:
        """The largest volume that `people` carry; inf from 100,000 people on."""
        known = self._known
        if people < len(known):
            return known[people]
        if people >= MOST_PEOPLE or (known and known[-1] == inf):
            return inf
        full = self._far.get(people)
        if full is None:
            asked, needed = self._asked
            below = known[-1] if known else 0.0
            full = self._full(people, max(below, asked if needed <= people else 0.0, 0.0))
        if people == len(known):
            self._known = (*known, full)  # a longer one of another thread may be lost: it is learnt again
        else:
            self._far[people] = full
        return full


def _counted(people: int) -> int:
    """So many people. Raises a TeamplanError from 100,000 on."""
    if people >= MOST_PEOPLE:
        raise TeamplanError([Problem("too-many-people", {"most": MOST_PEOPLE})])
    return people


def crossing(load: Linear, limit: Fraction, reports: Mapping[str, Curve], near: float = 0.0) -> float:
    """The largest volume at which `load` is not above a limit, -inf where it is above it from 0 on.

    The load depends on one volume, or on headcounts (`reports`: their curves over one volume), or on constants alone.
    `near` is a volume at which it is not above the limit, from where the hires of the reports are walked, or 0.
    """
    axes = load.axes
    if not axes:
        return inf if load.constant <= limit else -inf
    volume = next((axis for axis in VOLUMES if axis in axes), None)
    if volume is not None:
        return largest_float_not_above((limit - load.constant) / load.slopes[volume])
    return _head_crossing(load, limit, {role: reports[role] for role in axes}, near)


def _head_crossing(load: Linear, limit: Fraction, reports: Mapping[str, Curve], near: float) -> float:
    """The hire that lifts the load above the limit, one after the other from a volume not far below."""
    total = _hours(load, reports, near)
    if total > limit:
        return -inf
    if limit - total > FEW_HIRES * min(load.slopes[role] for role in reports):
        near = _not_far_below(load, limit, reports, near)
        total = _hours(load, reports, near)
    hires = merge(*(zip(_from(curve, near), repeat(load.slopes[role])) for role, curve in reports.items()))
    for at, hours in hires:
        total += hours
        if at == inf or total > limit:
            return at
    return inf


def _not_far_below(load: Linear, limit: Fraction, reports: Mapping[str, Curve], low: float) -> float:
    """A volume at which the load is just not above the limit, by steps as if it grew in proportion."""
    high, used = inf, _hours(load, reports, low)
    for _ in range(MOST_STEPS):
        further = float(limit / used) if used else 2.0
        point = min(low * further if low >= 1 else 1.0, (low + high) / 2)
        if point <= low * VOLUME_CLOSE:
            break
        hours = _hours(load, reports, point)
        low, high, used = (low, point, used) if hours > limit else (point, high, hours)
    return low


def _from(curve: Curve, volume: float) -> Iterator[float]:
    """The breakpoints from those on that a volume has reached."""
    return map(curve.full_at, count(curve.people(volume)))


def highest(*curves: Curve) -> Curve:
    """The maximum of staffing curves."""
    return Curve(
        lambda volume: max(curve.people(volume) for curve in curves),
        lambda people, _: min(curve.full_at(people) for curve in curves),
        lambda volume: max(curve.once(volume) for curve in curves),
    )


def work_curve(load: Linear, capacity: Fraction, reports: Mapping[str, Curve]) -> Curve:
    """People whose hours a day cover the load: breakpoint `k` where the load is `k x capacity`."""

    def exact(volume: float) -> int:
        return max(0, ceil(_hours(load, reports, volume) / capacity))

    return Curve(
        exact if reports else _quick(load, capacity, exact),
        lambda people, near: crossing(load, people * capacity, reports, near),
        (lambda volume: max(0, ceil(_hours_once(load, reports, volume) / capacity))) if reports else None,
    )


def _quick(load: Linear, capacity: Fraction, exact: Needed) -> Needed:
    """The same in binary arithmetic, and exactly where that is near a whole number of people."""
    constant, slope = float(load.constant / capacity), float(sum(load.slopes.values()) / capacity)

    def needed(volume: float) -> int:
        people = constant + slope * volume
        if abs(people - round(people)) <= NEAR_WHOLE * (1 + abs(constant) + slope * volume):
            return exact(volume)
        return max(0, ceil(people))

    return needed


def gate_curve(load: Linear, limit: Fraction, reports: Mapping[str, Curve]) -> Curve:
    """1 where the load is above the limit, and 0 up to there."""
    return Curve(
        lambda volume: int(_hours(load, reports, volume) > limit),
        lambda people, near: inf if people else crossing(load, limit, reports, near),
        lambda volume: int(_hours_once(load, reports, volume) > limit),
    )


def _hours_once(load: Linear, reports: Mapping[str, Curve], volume: float) -> Fraction:
    """`_hours` at a volume that is asked for once."""
    point = {axis: reports[axis].once(volume) if axis in reports else volume for axis in load.axes}
    return load.at({axis: Fraction(value) for axis, value in point.items()})


def _hours(load: Linear, reports: Mapping[str, Curve], volume: float) -> Fraction:
    point = {axis: reports[axis].people(volume) if axis in reports else volume for axis in load.axes}
    return load.at({axis: Fraction(value) for axis, value in point.items()})


def floor_curve(people: int) -> Curve:
    """So many people whatever the volume."""
    return Curve(lambda _: people, lambda at, _: -inf if at < people else inf)


def step_curve(above: float) -> Curve:
    """1 above a volume, and 0 up to there."""
    return Curve(lambda volume: int(volume > above), lambda people, _: inf if people else above)


def until(curve: Curve, volume: float) -> Curve:
    """The curve up to a volume, and its people there ever after."""
    return Curve(
        lambda at: curve.people(min(at, volume)),
        lambda people, _: full if (full := curve.full_at(people)) < volume else inf,
        lambda at: curve.once(min(at, volume)),
    )


def capped(curve: Curve, people: int) -> Curve:
    """Never more than `people`."""
    return Curve(
        lambda volume: people if not people or volume > curve.full_at(people - 1) else curve.people(volume),
        lambda at, _: inf if at >= people else curve.full_at(at),
        lambda volume: min(curve.once(volume), people),
    )


def gated(curve: Curve, gate: Curve) -> Curve:
    """The curve where the gate is open, and nobody else."""
    return Curve(
        lambda volume: curve.people(volume) if gate.people(volume) else 0,
        lambda people, _: max(curve.full_at(people), gate.full_at(0)),
        lambda volume: curve.once(volume) if gate.once(volume) else 0,
    )
