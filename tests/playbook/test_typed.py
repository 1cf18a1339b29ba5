"""Numbers as people type them, at the prompt and in files: one reading, and nothing guessed where there are two."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from teamplan.playbook.quantity import Quantity, parse_amount, parse_number, parse_quantity, parse_share
from teamplan.playbook.typed import TIMES, plain

exactly = settings(derandomize=True, max_examples=200, deadline=None)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("6,000", 6000),
        ("1,234,567.5", Fraction(2469135, 2)),
        ("6k", 6000),
        ("1.2K", 1200),
        ("1万", 10_000),
        ("1.5 万", 15_000),
        ("3千", 3000),
        ("0.2亿", 20_000_000),
        ("６０００", 6000),
        ("６，０００", 6000),
        ("１．５万", 15_000),
        ("　270 ", 270),
    ],
)
def test_a_number_is_read_as_it_is_typed(typed: str, number: int | Fraction) -> None:
    assert parse_number(typed) == parse_amount(typed) == parse_quantity(typed).number == number


@pytest.mark.parametrize(
    ("typed", "number", "unit"),
    [
        ("4.5％", Fraction(9, 2), "%"),
        ("４．５％", Fraction(9, 2), "%"),
        ("1,500 CNY/month", Fraction(1500), "CNY/month"),
        ("6k/day", Fraction(6000), "/day"),
        ("2.6　min", Fraction(13, 5), "min"),
    ],
)
def test_a_unit_may_follow(typed: str, number: Fraction, unit: str) -> None:
    assert parse_quantity(typed) == Quantity(number, unit)
    assert unit != "%" or parse_share(typed) == number / 100


@pytest.mark.parametrize(
    ("typed", "like"),
    [
        ("4,5%", "4.5%"),
        ("4,5", "4.5"),
        ("0,500", "0.500"),
        ("1,5万", "1.5万"),
        ("60,00", "60.00"),
        ("12,34,567", "1234567"),
        ("6，00", "6.00"),
    ],
)
def test_a_comma_that_does_not_set_off_thousands_is_refused_with_what_was_meant(typed: str, like: str) -> None:
    for read in (parse_number, parse_quantity, parse_share):
        with pytest.raises(PydanticCustomError) as raised:
            read(typed)
        assert (raised.value.type, raised.value.context) == ("comma-in-number", {"given": typed, "like": like})


@pytest.mark.parametrize(
    "typed", ["6 000", "1万2", "1w", "5kg", "k", ",5", "1,000k5", "6,000,", "1_000", "9" * 99 + "k"]
)
def test_what_is_no_number_stays_none(typed: str) -> None:
    with pytest.raises(PydanticCustomError):
        parse_number(typed)


@exactly
@given(number=st.integers(0, 10**15), places=st.integers(0, 3), times=st.sampled_from(sorted(TIMES)))
def test_thousands_and_multiples_change_no_digit(number: int, places: int, times: str) -> None:
    decimal = Decimal(number).scaleb(-places)
    assert parse_number(f"{decimal:,f}{times}") == Fraction(decimal) * TIMES[times]


@exactly
@given(text=st.text(alphabet="0123456789,.kK万千亿% +-eE", max_size=12))
def test_whatever_is_typed_is_one_number_or_none(text: str) -> None:
    try:
        number = parse_number(text)
    except PydanticCustomError:
        return
    assert plain(text) is None or parse_number(plain(text)) == number
