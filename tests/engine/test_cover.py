"""The fewest shifts, in fractions and whole, against an integer programme on random days; half hours of a day."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import LinearConstraint, linprog, milp

from teamplan.engine.cover import Cover, shifts_on, widest
from teamplan.engine.day import half_hours, share_within
from teamplan.engine.roster import Shift
from teamplan.playbook.quantity import Window, parse_window
from teamplan.playbook.service import Pattern

FLAT = [1 / 24] * 24
TEXT = {"en": "x", "zh": "x"}
WINDOWS = ("14:00-22:00", "09:00-23:00", "18:00-02:00", "00:00-24:00", "08:00-12:00", "09:15-21:45")


def pattern(pause: bool = False, every: str = "30 min") -> Pattern:
    rest = {"break": {"after": "4 h", "length": "60 min"}} if pause else {}
    start = {"first": "00:00", "last": "23:30", "every": every}
    return Pattern.model_validate({"name": TEXT, "hours": "$x", **start, **rest})


def shifts(window: str, pause: bool, every: str = "30 min") -> tuple[Shift, ...]:
    day = half_hours(parse_window(window), FLAT)
    return widest(shifts_on(day, "full", pattern(pause, every), 540 if pause else 480))


def matrix(covers: tuple[Shift, ...], rows: int) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    return np.array([[float(row in shift.covers) for shift in covers] for row in range(rows)])


def fewest(covers: tuple[Shift, ...], needs: list[int]) -> int:
    """By an integer programme that shares nothing with ours."""
    found = milp(
        np.ones(len(covers)),
        constraints=LinearConstraint(matrix(covers, len(needs)), lb=np.array(needs)),
        integrality=np.ones(len(covers)),
    )
    return round(float(found.fun))


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("pause", [False, True])
@settings(derandomize=True, max_examples=8, deadline=None)
@given(data=st.data())
def test_whole_shifts_are_the_fewest(window: str, pause: bool, data: st.DataObject) -> None:
    rows = len(half_hours(parse_window(window), FLAT))
    needs = data.draw(st.lists(st.integers(0, 9), min_size=rows, max_size=rows))
    covers = shifts(window, pause)
    roster = Cover(covers, [1.0] * rows).whole(needs).shifts
    cover = [sum(people for shift, people in roster.items() if row in shift.covers) for row in range(rows)]
    assert all(there >= need for there, need in zip(cover, needs, strict=True))
    assert sum(roster.values()) == fewest(covers, needs)


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("pause", [False, True])
@settings(derandomize=True, max_examples=8, deadline=None)
@given(data=st.data())
def test_fractional_shifts_are_the_fewest(window: str, pause: bool, data: st.DataObject) -> None:
    """Also for the quick way, and for a need that is bent as a queue bends it."""
    rows = len(half_hours(parse_window(window), FLAT))
    weights = data.draw(st.lists(st.floats(0.01, 1), min_size=rows, max_size=rows))
    factor = data.draw(st.floats(1, 300))
    covers = shifts(window, pause)

    def need(arrivals: float) -> float:
        return max(1.0, float(arrivals**0.9))

    cover = Cover(covers, weights)
    limits = [-need(each * factor) for each in weights]
    least = float(linprog(np.ones(len(covers)), A_ub=-matrix(covers, rows), b_ub=limits).fun)
    assert cover.solved(need, factor) == pytest.approx(least, rel=1e-7)
    assert cover.shifts_for(need, factor) == pytest.approx(least, rel=1e-7)
    assert cover.shifts_at_least(need, factor) <= least * (1 + 1e-9)


@pytest.mark.parametrize("window", ["14:00-22:00", "09:00-23:00", "18:00-02:00"])
def test_a_day_without_breaks_that_closes_is_told_without_solving_anything(
    window: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = len(half_hours(parse_window(window), FLAT))
    cover = Cover(shifts(window, False), [1 + row % 5 for row in range(rows)])
    least = cover.solved(float, 7.0)
    monkeypatch.delattr(Cover, "solved")
    assert cover.shifts_for(float, 7.0) == pytest.approx(least)


def test_two_overlapping_shifts_cover_a_long_day_with_one_peak() -> None:
    roster = Cover(shifts("09:00-23:00", False), [1.0] * 28).whole([1] * 14 + [2] + [1] * 13).shifts
    assert sorted(shift.start // 60 for shift in roster) == [9, 15]  # 16:00 lies in both


@pytest.mark.parametrize(
    ("window", "first", "count", "last_minutes"),
    [
        ("09:00-23:00", 540, 28, 30),
        ("18:00-02:00", 1080, 16, 30),
        ("09:15-17:10", 540, 17, 10),
        ("00:00-24:00", 0, 48, 30),
    ],
)
def test_half_hours_of_a_window(window: str, first: int, count: int, last_minutes: int) -> None:
    day = half_hours(parse_window(window), FLAT)
    assert (day[0].start, len(day), day[-1].minutes) == (first, count, last_minutes)
    assert sum(each.minutes for each in day) == parse_window(window).hours * 60


def test_the_hours_apart_make_the_day() -> None:
    profile = [hour / 276 for hour in range(24)]
    inside, outside = (share_within(parse_window(each), profile) for each in ("09:20-21:50", "21:50-09:20"))
    assert inside + outside == pytest.approx(1, abs=1e-12)
    assert share_within(Window(0, 60), profile) == 0


def test_a_shift_does_not_reach_over_the_closed_hours() -> None:
    late = list(shifts_on(half_hours(parse_window("06:00-02:00"), FLAT), "full", pattern(), 480))
    evening = next(each for each in late if each.start == 22 * 60)
    assert evening.covers == frozenset(range(32, 40))  # 22:00 to 02:00, and not from 06:00


def test_nothing_is_needed_where_nobody_comes() -> None:
    cover = Cover(shifts("09:00-17:00", False), [0.0] * 16)
    assert cover.solved(lambda arrivals: arrivals, 1.0) == 0
    assert cover.whole([0] * 16) == ({}, 0)


@pytest.mark.parametrize("lengths", [("60 min",), ("30 min", "60 min"), ("60 min", "30 min", "30 min")])
@settings(derandomize=True, max_examples=6, deadline=None)
@given(data=st.data())
def test_round_the_clock_with_breaks_fractional_shifts_are_the_fewest(
    lengths: tuple[str, ...], data: st.DataObject
) -> None:
    """In whatever order volumes are asked, by the quick bound too where it was solved, and never falling."""
    day = half_hours(parse_window("00:00-24:00"), FLAT)
    covers = widest(
        shift
        for after, length in zip(("4 h", "3 h", "5 h"), lengths, strict=False)
        for shift in shifts_on(day, after, pattern_with(after, length), 480)
    )
    hours = data.draw(st.lists(st.floats(0.01, 1), min_size=24, max_size=24))
    cover = Cover(covers, [hours[row // 2] for row in range(48)])

    def need(arrivals: float) -> float:
        return max(1.0, float(arrivals**0.9))

    found: dict[float, float] = {}
    for factor in data.draw(st.lists(st.floats(1, 3000), min_size=4, max_size=4)):
        limits = [-need(each * factor) for each in cover.weights]
        least = float(linprog(np.ones(len(covers)), A_ub=-matrix(covers, 48), b_ub=limits).fun)
        found[factor] = cover.shifts_for(need, factor)
        assert found[factor] == pytest.approx(least, rel=1e-9)
        assert cover.shifts_at_least(need, factor) == pytest.approx(least, rel=1e-9)
    risen = [found[factor] for factor in sorted(found)]
    assert risen == sorted(risen)


def pattern_with(after: str, length: str) -> Pattern:
    rest = {"first": "00:00", "last": "23:30", "every": "30 min", "break": {"after": after, "length": length}}
    return Pattern.model_validate({"name": TEXT, "hours": "$x", **rest})


def test_each_need_is_worked_out_once_for_each_weight() -> None:
    """A queue is dear to solve: half hours that are alike ask for it once."""
    cover = Cover(shifts("00:00-24:00", True), [0.1, 0.2, 0.3] * 16)
    asked: list[float] = []
    cover.solved(lambda arrivals: asked.append(arrivals) or 1.0 + arrivals, 1.0)  # type: ignore[func-returns-value]
    assert sorted(asked) == [0.1, 0.2, 0.3]
