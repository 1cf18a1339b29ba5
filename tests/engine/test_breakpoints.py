"""The one conversion from exact to binary, and the sides of a bound."""

from fractions import Fraction
from math import inf, isfinite, nextafter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from teamplan.engine.breakpoints import largest_float_not_above, largest_input, people_at, stage_at

BOUNDS = [0.0, 10.0, 80.0, 200.0, 500.0]
exactly = settings(derandomize=True, max_examples=300, deadline=None)
fractions = st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=10**9)


@exactly
@given(exact=fractions)
@example(exact=Fraction(1, 10))  # 0.1 in binary lies above a tenth
@example(exact=Fraction(1, 3))
@example(exact=Fraction(0))
@example(exact=Fraction(7))
@example(exact=Fraction(1, 10**300))
@example(exact=Fraction(2**53 + 1))  # between two floats
def test_the_float_is_not_above_and_its_successor_is(exact: Fraction) -> None:
    result = largest_float_not_above(exact)
    assert Fraction(result) <= exact < Fraction(nextafter(result, inf))


@exactly
@given(volume=st.floats(min_value=0, max_value=1e9))
def test_a_float_converts_to_itself(volume: float) -> None:
    assert largest_float_not_above(Fraction(volume)) == volume


def test_a_tenth_is_below_the_float_of_a_tenth() -> None:
    assert Fraction(0.1) > Fraction(1, 10)
    assert largest_float_not_above(Fraction(1, 10)) == nextafter(0.1, -inf)


@pytest.mark.parametrize(("volume", "people"), [(0.0, 0), (10.0, 1), (20.0, 2), (30.0, 3)])
def test_people_are_full_at_their_breakpoint(volume: float, people: int) -> None:
    breakpoints = [0.0, 10.0, 20.0, 30.0, inf]
    assert people_at(breakpoints, volume) == people
    assert people_at(breakpoints, nextafter(volume, inf)) == people + 1


@pytest.mark.parametrize(("volume", "people"), [(0.0, 2), (7.0, 2), (nextafter(7.0, inf), 4), (1e300, 4)])
def test_a_floor_two_hires_at_once_and_a_cap(volume: float, people: int) -> None:
    assert people_at([-inf, -inf, 7.0, 7.0, inf], volume) == people


@pytest.mark.parametrize("place", range(5))
def test_a_stage_begins_at_its_bound(place: int) -> None:
    assert stage_at(BOUNDS, BOUNDS[place]) == place
    assert stage_at(BOUNDS, nextafter(BOUNDS[place], inf)) == place
    assert stage_at(BOUNDS, nextafter(BOUNDS[place], -inf)) == place - 1


def test_no_stage_below_the_first_bound() -> None:
    assert stage_at([18.0, 20.0], 17.0) == -1


@exactly
@given(
    bound=st.floats(min_value=1e-6, max_value=1e6),
    conversion=st.floats(min_value=1e-6, max_value=1.0),
)
@example(bound=79.99999999999999, conversion=0.045)
@example(bound=200.0, conversion=0.041)
def test_the_largest_input_is_the_last_one_that_stays(bound: float, conversion: float) -> None:
    visitors = largest_input(lambda each: each * conversion, bound, bound / conversion)
    assert visitors * conversion <= bound < nextafter(visitors, inf) * conversion
    orders = largest_input(lambda each: each / conversion, bound, bound * conversion)
    assert orders / conversion <= bound < nextafter(orders, inf) / conversion


@pytest.mark.parametrize("guess", [0.0, 5e-324, 100.0])
def test_nothing_bounds_an_input_without_a_bound(guess: float) -> None:
    assert not isfinite(largest_input(lambda each: each * 0.045, inf, guess))
