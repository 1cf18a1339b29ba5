"""Sums of money: exact, in whole coins, and never of two currencies."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from operator import add, ge, gt, le, lt, sub

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamplan.playbook.money import Money, nothing, rounded
from teamplan.playbook.quantity import parse_quantity

CNY = Money(Decimal("4700.10"), "CNY")
COINS = st.integers(-(10**12), 10**12).map(lambda coins: rounded(Fraction(coins, 100), "CNY"))


@pytest.mark.parametrize("both", [add, sub, lt, le, gt, ge])
def test_two_currencies_neither_add_nor_compare(both: Callable[[Money, Money], object]) -> None:
    with pytest.raises(TypeError, match="not of one currency"):
        both(CNY, Money(CNY.amount, "USD"))


def test_the_same_amount_of_two_currencies_is_not_equal() -> None:
    assert nothing("CNY") != nothing("USD")
    assert parse_quantity("7000 CNY/month").kind != parse_quantity("7000 USD/month").kind


@given(COINS, COINS, COINS)
def test_sums_are_exact_and_do_not_hang_on_their_order(one: Money, two: Money, three: Money) -> None:
    assert (one + two) + three == one + (two + three) == three + two + one
    assert one + two - two == one
    assert (one + two).coins == one.coins + two.coins
    assert (one <= two) == (one.coins <= two.coins)
    assert (one < two) == (one.coins < two.coins)


@pytest.mark.parametrize(
    ("amount", "coins"),
    [(Fraction(1, 3), 33), (Fraction(1, 200), 0), (Fraction(3, 200), 2), (Fraction(-1, 3), -33), (Fraction(50), 5000)],
)
def test_an_exact_amount_is_rounded_to_whole_coins(amount: Fraction, coins: int) -> None:
    assert rounded(amount, "CNY").coins == coins


def test_a_product_is_in_whole_coins() -> None:
    assert Money(Decimal("14100.30"), "CNY") == CNY * 3
    assert CNY * Fraction(1, 3) == Money(Decimal("1566.70"), "CNY")
    assert float(CNY) == 4700.1
    assert not nothing("USD")
    assert CNY


def test_only_a_quantity_with_a_currency_is_money() -> None:
    assert parse_quantity("1.5 CNY/unit").money == Money(Decimal("1.50"), "CNY")
    assert parse_quantity("8579 USD/month").money == Money(Decimal("8579.00"), "USD")
    with pytest.raises(TypeError, match="no money"):
        _ = parse_quantity("8 h").money
