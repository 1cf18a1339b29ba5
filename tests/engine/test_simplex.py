"""The fractional covering: the least by another solver, exact whatever the way, and sure to end."""

from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from teamplan.engine import simplex
from teamplan.engine.simplex import Basis, Programme

Sets = list[frozenset[int]]


@st.composite
def coverings(draw: st.DrawFn) -> tuple[Sets, list[list[int]]]:
    """Random sets that cover every row, often in rows that follow each other round the clock, with several needs."""
    height = draw(st.integers(1, 9))
    rows = st.integers(0, height - 1)
    length = draw(st.integers(1, height))
    around = [frozenset((start + at) % height for at in range(length)) for start in range(height)]
    others = draw(st.lists(st.frozensets(rows, min_size=1), max_size=8))
    needs = st.lists(st.integers(0, 9), min_size=height, max_size=height)
    return [*around, *others], draw(st.lists(needs, min_size=1, max_size=4))


def least(columns: Sets, needs: list[int]) -> float:
    matrix = np.array([[float(row in column) for column in columns] for row in range(len(needs))])
    return float(linprog(np.ones(len(columns)), A_ub=-matrix, b_ub=[-float(need) for need in needs]).fun)


def worth(basis: Basis, needs: list[int]) -> Fraction:
    return Fraction(sum(price * need for price, need in zip(basis.prices, needs, strict=True)), basis.divisor)


@settings(derandomize=True, max_examples=150, deadline=None)
@given(coverings())
def test_it_is_the_least_from_wherever_it_starts(given_: tuple[Sets, list[list[int]]]) -> None:
    columns, needs = given_
    programme = Programme(columns, len(needs[0]))
    warm = programme.start
    for need in needs:
        warm, cold = programme.optimum(need, warm), programme.optimum(need, programme.start)
        assert worth(warm, need) == worth(cold, need)
        assert float(worth(warm, need)) == pytest.approx(least(columns, need), abs=1e-9)


@settings(derandomize=True, max_examples=60, deadline=None)
@given(coverings())
def test_what_it_says_is_a_proof(given_: tuple[Sets, list[list[int]]]) -> None:
    """Amounts that cover, and prices that no column exceeds, of the same worth: in whole numbers, without rounding."""
    columns, needs = given_
    programme = Programme(columns, len(needs[0]))
    basis = programme.start
    for need in needs:
        basis = programme.optimum(need, basis)
        amounts = programme.amounts(basis, need)
        for row, wanted in enumerate(need):
            there = sum(amount for column, amount in amounts.items() if row in columns[column])
            assert there >= wanted * basis.divisor
        assert all(sum(basis.prices[row] for row in column) <= basis.divisor for column in columns)
        assert min(basis.prices) >= 0
        assert sum(amounts.values()) == worth(basis, need) * basis.divisor


@settings(derandomize=True, max_examples=60, deadline=None)
@given(coverings())
def test_no_basis_returns(given_: tuple[Sets, list[list[int]]]) -> None:
    """The rule against going round: at costs 1 + e, 1 + e^2, ... no reduced cost is ever 0 but that of a member.

    So each exchange raises the worth at these costs, for a need that does not change, and no basis can come back.
    """
    columns, needs = given_
    programme = Programme(columns, len(needs[0]))
    basis, passed = programme.start, list[Basis]()
    kept = simplex._pivoted

    def watched(*arguments: Any) -> Any:
        after = kept(*arguments)
        passed.append(after[0])
        return after

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(simplex, "_pivoted", watched)
        for need in needs:
            passed.clear()
            start, basis = basis, programme.optimum(need, basis)
            members = [frozenset(each.members) for each in [start, *passed]]
            assert len(set(members)) == len(members)
            for each in passed:
                assert_positive_at_other_costs(columns, each)


def assert_positive_at_other_costs(columns: Sets, basis: Basis) -> None:
    little = Fraction(1, 10**9)
    costs = [1 + little ** (power + 1) for power in range(len(columns))] + [Fraction(0)] * len(basis.prices)
    prices = [
        sum((costs[member] * line[row] for member, line in zip(basis.members, basis.inverse, strict=True)), Fraction(0))
        / basis.divisor
        for row in range(len(basis.prices))
    ]
    for member, cost in enumerate(costs):
        slack = member - len(columns)
        value = -prices[slack] if slack >= 0 else sum((prices[row] for row in columns[member]), Fraction(0))
        assert (cost > value) if member not in basis.members else (cost == value)


def test_a_day_round_the_clock_is_solved_in_few_steps() -> None:
    """All half hours alike, and shifts with a break from each: every ratio ties, at every step."""
    day = range(48)
    shifts = [frozenset((start + at) % 48 for at in range(16) if at not in (8, 9)) for start in day]
    programme = Programme(shifts, 48)
    basis = programme.optimum([7] * 48, programme.start)
    assert worth(basis, [7] * 48) == Fraction(7 * 48, 14)
    assert programme.pivots < 200
