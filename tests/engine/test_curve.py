"""Staffing curves against loops that count people one by one."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import count
from math import ceil, inf, nextafter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from teamplan.engine.curve import Curve, capped, crossing, floor_curve, gate_curve, gated, highest, work_curve
from teamplan.engine.linear import ORDERS, VISITORS, Linear

exactly = settings(derandomize=True, max_examples=100, deadline=None)
positive = st.fractions(min_value=Fraction(1, 1000), max_value=20, max_denominator=1000)
an_hour_or_two = st.fractions(min_value=Fraction(1, 20), max_value=2, max_denominator=60)
constants = st.fractions(min_value=0, max_value=30, max_denominator=100)
volumes = st.one_of(st.integers(min_value=0, max_value=1000).map(float), st.floats(min_value=0, max_value=1000))


def over(slope: Fraction | int, constant: Fraction | int = 0, axis: str = ORDERS) -> Linear:
    return Linear(Fraction(constant), {axis: Fraction(slope)})


def counted(load: Fraction, capacity: Fraction) -> int:
    """People whose capacity covers the load, counted one by one."""
    return next(people for people in count() if people * capacity >= load)


def breakpoints(curve: Curve, people: int) -> list[float]:
    """The first breakpoints, from that of nobody on."""
    return [curve.full_at(each) for each in range(people)]


@exactly
@given(slope=positive, constant=constants, capacity=positive, volume=volumes)
@example(slope=Fraction(1), constant=Fraction(0), capacity=Fraction(10), volume=30.0)
def test_work_curve_counts_people(slope: Fraction, constant: Fraction, capacity: Fraction, volume: float) -> None:
    slope, capacity = slope / 10, capacity + 1  # at most a few thousand people
    curve = work_curve(over(slope, constant), capacity, {})
    assert curve.people(volume) == counted(constant + slope * Fraction(volume), capacity)


@exactly
@given(slope=positive, constant=constants, capacity=positive, people=st.integers(0, 60))
def test_people_are_full_at_the_breakpoint_and_one_more_is_needed_above(
    slope: Fraction, constant: Fraction, capacity: Fraction, people: int
) -> None:
    curve = work_curve(over(slope, constant), capacity, {})
    full = curve.full_at(people)
    if full < 0:
        assert people * capacity < constant
        return
    assert curve.people(full) <= people < curve.people(nextafter(full, inf))


@pytest.mark.parametrize("people", range(1, 60))
@pytest.mark.parametrize("silent", [0, 10, 30, 50, 70, 85])
def test_round_numbers_stay_round(people: int, silent: int) -> None:
    """`21 / (1 - 0.3)` is 30 and not 31: people x capacity against orders x (1 - silent share)."""
    load = over(1 - Fraction(silent, 100))
    curve = work_curve(load, Fraction(1), {})
    at = Fraction(people * 100, 100 - silent)
    if float(at) == at:
        assert curve.people(float(at)) == people
        assert curve.people(nextafter(float(at), inf)) == people + 1
    assert curve.full_at(people) <= at < Fraction(nextafter(curve.full_at(people), inf))


def test_twenty_one_chats_of_thirty_orders() -> None:
    assert ceil(21 / (1 - 0.3)) == 31  # the formula that this program must not contain
    asked = over(Fraction(7, 10))
    assert work_curve(asked, Fraction(21), {}).full_at(1) == 30.0
    assert work_curve(over(1), Fraction(21) / Fraction(7, 10), {}).people(30.0) == 1


@pytest.mark.parametrize("people", range(1, 200))
def test_150_parcels_a_person(people: int) -> None:
    curve = work_curve(over(Fraction(26, 600)), Fraction(13, 2), {})
    assert curve.people(150.0 * people) == people
    assert curve.people(nextafter(150.0 * people, inf)) == people + 1


@exactly
@given(
    loads=st.lists(st.tuples(positive, constants), min_size=1, max_size=4),
    floor=st.integers(0, 6),
    volume=volumes,
)
def test_highest_is_the_maximum(loads: list[tuple[Fraction, Fraction]], floor: int, volume: float) -> None:
    def curves() -> list[Curve]:
        return [floor_curve(floor), *(work_curve(over(each / 10, start), Fraction(2), {}) for each, start in loads)]

    assert highest(*curves()).people(volume) == max(curve.people(volume) for curve in curves())


@exactly
@given(slope=positive, gate=st.floats(min_value=0, max_value=500), cap=st.integers(0, 9), volume=volumes)
def test_gate_and_cap(slope: Fraction, gate: float, cap: int, volume: float) -> None:
    def plain() -> Curve:
        return work_curve(over(slope / 10, 1), Fraction(3), {})

    def opening() -> Curve:
        return gate_curve(over(1), Fraction(gate), {})

    people = plain().people(volume)
    assert gated(plain(), opening()).people(volume) == (people if volume > gate else 0)
    assert gated(plain(), opening()).full_at(people) == max(plain().full_at(people), gate)
    assert capped(plain(), cap).people(volume) == min(people, cap)
    assert gated(plain(), opening()).people(gate) == 0
    assert gated(plain(), opening()).people(nextafter(gate, inf)) == plain().people(nextafter(gate, inf))


def test_a_cap_never_ends_the_curve() -> None:
    curve = capped(work_curve(over(1), Fraction(1), {}), 2)
    assert (curve.people(1e9), curve.full_at(2), curve.full_at(7)) == (2, inf, inf)
    assert breakpoints(curve, 3) == [0.0, 1.0, inf]


@pytest.mark.parametrize("hours", [Fraction(0), Fraction(1), Fraction(13, 2), Fraction(14)])
def test_constant_work_never_asks_for_more(hours: Fraction) -> None:
    curve = work_curve(Linear(hours), Fraction(13, 2), {})
    people = counted(hours, Fraction(13, 2))
    assert (curve.people(0.0), curve.people(1e9), curve.full_at(people)) == (people, people, inf)


@exactly
@given(slope=positive, constant=constants, asked=st.lists(volumes, min_size=1, max_size=8))
def test_a_curve_grown_bit_by_bit_is_the_one_grown_at_once(
    slope: Fraction, constant: Fraction, asked: list[float]
) -> None:
    lazy, long = (work_curve(over(slope / 20, constant), Fraction(3), {}) for _ in range(2))
    long.full_at(1000)
    for volume in asked:
        people = lazy.people(volume)
        assert people == long.people(volume)
        assert lazy.full_at(people) == long.full_at(people)
        assert breakpoints(lazy, people) == breakpoints(long, people)
    assert breakpoints(lazy, 200) == breakpoints(long, 200)


@exactly
@given(
    slopes=st.dictionaries(st.sampled_from(["a", "b"]), positive, min_size=2),
    hours=st.fixed_dictionaries(dict.fromkeys(("a", "b"), st.sampled_from([Fraction(1, 2), Fraction(1), Fraction(3)]))),
    asked=st.lists(st.tuples(st.booleans(), volumes), min_size=1, max_size=12),
)
def test_a_curve_asked_here_and_there_is_the_one_walked_from_the_start(
    slopes: dict[str, Fraction], hours: dict[str, Fraction], asked: list[tuple[bool, float]]
) -> None:
    def lead() -> Curve:
        return work_curve(Linear(Fraction(1), dict(hours)), Fraction(13, 2), reports_of(slopes, {"a": 0, "b": 1}))

    curve, walked = lead(), breakpoints(lead(), 40)
    for of_people, volume in asked:
        if of_people:
            people = curve.people(volume / 5)
            assert curve.full_at(people - 1) < volume / 5 <= curve.full_at(people)
        else:
            assert curve.full_at(int(volume) % 40) == walked[int(volume) % 40]


@pytest.mark.parametrize("leads", [7, 100, 3000])
@pytest.mark.parametrize("floor", [0, 40])
def test_leads_of_thousands_are_hired_at_the_hire_that_is_too_many(leads: int, floor: int) -> None:
    reports = {
        "many": highest(work_curve(over(Fraction(3, 7)), Fraction(2), {}), floor_curve(floor)),
        "few": work_curve(over(Fraction(1, 500)), Fraction(3), {}),
        "ended": capped(work_curve(over(1), Fraction(10), {}), 5),
        "none": floor_curve(0),
    }
    load = Linear(Fraction(1), {role: Fraction(1, 5) for role in reports})
    full = work_curve(load, Fraction(13, 2), reports).full_at(leads)

    def hours(volume: float) -> Fraction:
        return load.at({role: Fraction(report.people(volume)) for role, report in reports.items()})

    assert hours(full) <= leads * Fraction(13, 2) < hours(nextafter(full, inf))


@pytest.mark.parametrize("floor", [0, 40])
@pytest.mark.parametrize("leads", [7, 100, 3000])
def test_far_leads_are_found_in_strides_and_not_hire_by_hire(leads: int, floor: int) -> None:
    asked: list[float] = []
    many = work_curve(over(Fraction(3, 7)), Fraction(2), {})

    def noted(volume: float) -> int:
        asked.append(volume)
        return max(many.people(volume), floor)

    def full(people: int, near: float) -> float:
        asked.append(people)
        return many.full_at(people) if people >= floor else -inf

    load = Linear(Fraction(1), {"many": Fraction(1, 2)})
    lead = work_curve(load, Fraction(13, 2), {"many": Curve(noted, full)})
    at = lead.full_at(leads)
    assert len(asked) <= 70  # at most FEW_HIRES hires are walked
    assert lead.people(at) == leads
    assert lead.people(nextafter(at, inf)) == leads + 1


# Those who look after others: their load depends on headcounts, and those on one volume.


def reports_of(slopes: Mapping[str, Fraction], floors: Mapping[str, int], cap: int | None = None) -> dict[str, Curve]:
    curves = {
        role: highest(work_curve(over(slope / 100), Fraction(2), {}), floor_curve(floors[role]))
        for role, slope in slopes.items()
    }
    if cap is not None:
        curves["capped"] = capped(work_curve(over(1), Fraction(10), {}), cap)
    return curves


@exactly
@given(
    slopes=st.dictionaries(st.sampled_from(["a", "b", "c"]), positive, min_size=1),
    floors=st.fixed_dictionaries({role: st.integers(0, 3) for role in "abc"}),
    hours=st.fixed_dictionaries(dict.fromkeys(("a", "b", "c", "capped"), an_hour_or_two)),
    cap=st.none() | st.integers(0, 4),
    constant=constants,
    volume=volumes,
)
def test_leaders_are_counted_over_the_heads_they_lead(
    slopes: dict[str, Fraction],
    floors: dict[str, int],
    hours: dict[str, Fraction],
    cap: int | None,
    constant: Fraction,
    volume: float,
) -> None:
    capacity = Fraction(13, 2)
    reports = reports_of(slopes, floors, cap)
    load = Linear(constant / 10, {role: hours[role] for role in reports})
    curve = work_curve(load, capacity, reports)

    def by_force(at: float) -> int:
        fresh = reports_of(slopes, floors, cap)
        heads = {role: Fraction(report.people(at)) for role, report in fresh.items()}
        return counted(load.at(heads), capacity)

    people = curve.people(volume)
    assert people == by_force(volume)
    full = curve.full_at(people)
    if full < 3000:
        assert by_force(full) == people
        assert by_force(nextafter(full, inf)) > people


def test_a_leader_is_hired_with_the_hire_that_is_too_many() -> None:
    """Two reports hired at the same volume cross two limits at once; a fixed team crosses none."""
    reports = {"a": work_curve(over(1), Fraction(10), {}), "b": work_curve(over(1), Fraction(10), {})}
    load = Linear(slopes={"a": Fraction(1), "b": Fraction(1)})
    expected = [0.0, 0.0, 10.0, 10.0, 20.0, 20.0, 30.0]
    assert breakpoints(work_curve(load, Fraction(1), reports), 7) == expected
    fixed = {"a": floor_curve(3)}
    curve = work_curve(Linear(slopes={"a": Fraction(1)}), Fraction(2), fixed)
    assert (curve.people(0.0), curve.full_at(2)) == (2, inf)


@pytest.mark.parametrize("fte", [Fraction(3, 5), Fraction(1), Fraction(1, 3)])
@pytest.mark.parametrize("axis", [ORDERS, VISITORS])
def test_the_gate_lies_where_the_load_reaches_it(fte: Fraction, axis: str) -> None:
    load, limit = over(Fraction(1, 240), Fraction(1, 7), axis), fte * Fraction(13, 2)
    gate = crossing(load, limit, {})
    assert load.at({axis: Fraction(gate)}) <= limit < load.at({axis: Fraction(nextafter(gate, inf))})


@pytest.mark.parametrize(("constant", "gate"), [(4, -inf), (3, inf), (2, inf)])
def test_constant_work_is_worth_a_post_or_is_not(constant: int, gate: float) -> None:
    assert crossing(Linear(Fraction(constant)), Fraction(3), {}) == gate
