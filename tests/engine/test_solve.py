"""Roots are found by each method, and told in ten digits: next to each other, on the grid, whatever the way there."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from math import ceil, floor, log10

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from teamplan.engine.solve import (
    largest_kept,
    last_above,
    regula_falsi,
    secant,
    smallest_reaching,
    ten_digits,
    ten_digits_up,
)

numbers = st.floats(1e-12, 1e12)
exactly = settings(derandomize=True, max_examples=300, deadline=None)


def by_decimal(value: float, rounding: str) -> float:
    """The same in decimal arithmetic."""
    exact = Decimal(value)
    unit = Decimal(1).scaleb(exact.adjusted() - 9)
    return float(exact.quantize(unit, rounding=rounding))


@exactly
@given(value=numbers)
@example(value=1000.0)
@example(value=284.7909857)
def test_ten_digits_are_those_of_decimal_arithmetic(value: float) -> None:
    assert ten_digits(value) <= value <= ten_digits_up(value)
    nearest = float(f"{value:.9e}")
    for found, rounding in ((ten_digits(value), ROUND_FLOOR), (ten_digits_up(value), ROUND_CEILING)):
        assert found in (nearest, by_decimal(value, rounding))  # a float that prints in ten digits is one of them
        assert ten_digits(found) == ten_digits_up(found) == found


@pytest.mark.parametrize("value", [0.0, 1e-300, 5e-324])
def test_next_to_nothing(value: float) -> None:
    assert ten_digits(value) == 0.0
    assert ten_digits_up(value) == (1e-200 if value else 0.0)


@exactly
@given(at=numbers, away=st.integers(-3, 3))
@example(at=1000.0, away=-3)
@example(at=1000.0, away=2)
def test_the_largest_number_that_keeps_a_promise_does_not_depend_on_the_start(at: float, away: int) -> None:
    step = 10.0 ** (floor(log10(at)) - 9)
    assert largest_kept(lambda value: value <= at, at + away * step) == ten_digits(at)


def test_nothing_keeps_it() -> None:
    assert largest_kept(lambda value: value <= 0, 1e-200) == 0.0


@exactly
@given(at=st.floats(0.01, 99.0), power=st.sampled_from([1, 3, 9]))
def test_the_crossing_of_a_falling_function_to_eleven_digits(at: float, power: int) -> None:
    found = last_above(lambda value: at**power - value**power, at / 3, at * 2)
    assert found <= at
    assert found == pytest.approx(at, rel=2.1e-11)


@pytest.mark.parametrize("flat_up_to", [1.0, 30.0, 1e12])
def test_a_flat_stretch_is_crossed_in_few_steps(flat_up_to: float) -> None:
    asked: list[float] = []

    def kept(value: float) -> bool:
        asked.append(value)
        return value <= flat_up_to

    assert largest_kept(kept, 0.37) == flat_up_to
    assert largest_kept(kept, 5e15) == flat_up_to
    assert len(asked) < 200


def test_what_is_kept_for_ever_ends_at_the_last_number() -> None:
    assert largest_kept(lambda value: True, 5.0) == pytest.approx(1e200)


@exactly
@given(at=st.floats(0.01, 99.0), bend=st.sampled_from([1.0, 1.5, 40.0]))
def test_false_position_finds_a_root_of_straight_pieces(at: float, bend: float) -> None:
    def falling(value: float) -> float:
        return (at - value) * (bend if value > at else 1.0)

    low, high = ((end, falling(end)) for end in (at / 3, at * 2))
    assert regula_falsi(falling, low, high, close=1e-12) == pytest.approx(at, rel=1e-10)


def test_false_position_ends_where_it_never_comes_close() -> None:
    """A step has no value near 0: the steps run out, and bracketing finds where it falls."""
    assert regula_falsi(lambda value: 1.0 if value <= 3 else -1e-6, (0.0, 1.0), (8.0, -1e-6), 1e-9) == pytest.approx(3)


@pytest.mark.parametrize("flat", [False, True], ids=["smooth", "a step, which no secant finds"])
def test_the_secant_method_ends_next_to_a_root(flat: bool) -> None:
    found = secant((lambda value: 1.0 if value <= 2 else -1.0) if flat else lambda value: 8 - value**3, 1.5, 2.5, 10)
    assert found == pytest.approx(2, rel=1e-10)


@exactly
@given(at=st.floats(-5, 5000), likely=st.integers(1, 9000), power=st.sampled_from([1, 3]))
def test_the_smallest_whole_number_that_reaches_does_not_depend_on_the_start(
    at: float, likely: int, power: int
) -> None:
    assert smallest_reaching(lambda number: (number - at) ** power, likely) == max(1, ceil(at))
