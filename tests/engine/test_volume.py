"""Orders, visitors and conversion, and breakpoints read in both directions."""

from fractions import Fraction
from math import inf, nextafter
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from teamplan.engine.linear import ORDERS, VISITORS
from teamplan.engine.volume import both_ways, volume_of
from teamplan.errors import TeamplanError
from teamplan.playbook.store import Store
from teamplan.questions.recommend.answer import recommend
from tests.engine.small import small

exactly = settings(derandomize=True, max_examples=300, deadline=None)
fulls = st.floats(min_value=1e-3, max_value=1e6)
conversions = st.floats(min_value=1e-4, max_value=1.0)


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        ({"orders": 30}, (30.0, None, None, None)),
        ({"visitors": 6000, "conversion": "4.5%"}, (270.0, 6000.0, 0.045, 270.0)),
        ({"visitors": 6000, "conversion": 0.045}, (270.0, 6000.0, 0.045, 270.0)),
        ({"visitors": 2500, "conversion": "4.5%"}, (112.5, 2500.0, 0.045, 112.5)),
        ({"visitors": 5000, "conversion": "4.1%"}, (5000 * 0.041, 5000.0, 0.041, 5000 * 0.041)),
        ({"orders": 100, "visitors": 2000}, (100.0, 2000.0, 0.05, None)),
        ({"orders": 100, "conversion": "5%"}, (100.0, 2000.0, 0.05, None)),
        ({"orders": 100, "visitors": 4000, "conversion": "5%"}, (100.0, 4000.0, 0.05, 200.0)),
        ({"orders": 0}, (0.0, None, None, None)),
        ({"orders": 0, "visitors": 0}, (0.0, 0.0, None, None)),
        ({"visitors": 6000, "conversion": 0}, (0.0, 6000.0, 0.0, 0.0)),
    ],
)
def test_the_volume_of_a_shop(given_: dict[str, Any], expected: tuple[float | None, ...]) -> None:
    volume = volume_of(Store.model_validate(given_))
    assert (volume.orders, volume.visitors, volume.conversion, volume.stated_orders) == expected


@pytest.mark.parametrize(
    ("given_", "key"),
    [
        ({}, "volume-missing"),
        ({"visitors": 100}, "conversion-missing"),
        ({"conversion": "4%"}, "visitors-missing"),
        ({"orders": 1_000_001}, "too-many-orders"),
        ({"visitors": 50_000_000, "conversion": "4%"}, "too-many-orders"),
    ],
)
def test_volumes_that_are_no_volumes(given_: dict[str, Any], key: str) -> None:
    with pytest.raises(TeamplanError) as raised:
        volume_of(Store.model_validate(given_))
    assert [problem.key for problem in raised.value.problems] == [key]


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        ({"orders": 30}, {ORDERS: 450.0}),
        ({"visitors": 6000, "conversion": "4.5%"}, {ORDERS: 450.0, VISITORS: 10000.0}),
        ({"visitors": 0, "conversion": "4.5%"}, {ORDERS: 450.0, VISITORS: 10000.0}),
        ({"visitors": 6000, "conversion": 0}, {ORDERS: 450.0, VISITORS: 6000.0}),
    ],
)
def test_a_shop_at_other_orders_keeps_its_conversion(given_: dict[str, Any], expected: dict[str, float]) -> None:
    assert volume_of(Store.model_validate(given_)).at_orders(450).at == expected


def test_a_day_may_move_orders_and_visitors_apart() -> None:
    shop = volume_of(Store.model_validate({"visitors": 6000, "conversion": "4.5%"}))
    assert shop.times(Fraction(5), Fraction(3)).at == {ORDERS: 1350.0, VISITORS: 18000.0}
    assert volume_of(Store.model_validate({"orders": 10})).times(Fraction(2), Fraction(3)).at == {ORDERS: 20.0}


def test_a_million_orders_are_one_shop() -> None:
    assert volume_of(Store(orders=Fraction(1_000_000))).orders == 1e6


@exactly
@given(full=fulls, conversion=conversions)
@example(full=79.99999999999999, conversion=0.045)
@example(full=282.5396825396825, conversion=0.045)
def test_orders_read_as_visitors(full: float, conversion: float) -> None:
    orders, visitors = both_ways(ORDERS, full, conversion)
    assert orders == full
    assert visitors is not None
    assert visitors * conversion <= full < nextafter(visitors, inf) * conversion


@exactly
@given(full=fulls, conversion=conversions)
@example(full=6278.0, conversion=0.045)
def test_visitors_read_as_orders(full: float, conversion: float) -> None:
    orders, visitors = both_ways(VISITORS, full, conversion)
    assert visitors == full
    assert orders / conversion <= full < nextafter(orders, inf) / conversion


@pytest.mark.parametrize("conversion", [None, 0.0])
def test_without_a_conversion_orders_stay_orders(conversion: float | None) -> None:
    assert both_ways(ORDERS, 80.0, conversion) == (80.0, None)


@pytest.mark.parametrize("axis", [ORDERS, VISITORS])
def test_nothing_is_full_at_nothing(axis: str) -> None:
    """Below the smallest floats every product is 0; that must not be walked through."""
    assert both_ways(axis, 0.0, 1e-300) == (0.0, 0.0)


WATCHER = small({"watcher": {"duties": ["watching"]}})  # one minute a visitor: 480 visitors a person


@pytest.mark.parametrize("conversion", ["4.5%", "4.1%", "3%", "7%", "100%"])
@pytest.mark.parametrize("people", [1, 2, 3, 7, 20])
def test_a_role_that_hangs_on_visitors(people: int, conversion: str) -> None:
    def plan(visitors: float) -> tuple[int, float | None, float | None]:
        plan = recommend(WATCHER, Store.model_validate({"visitors": visitors, "conversion": conversion}))
        full = plan.roles[0].next_at
        return plan.headcount, full.orders if full else None, full.visitors if full else None

    headcount, orders, visitors = plan(480.0 * people)
    assert (headcount, visitors) == (people, 480.0 * people)
    assert plan(nextafter(480.0 * people, inf))[0] == people + 1
    assert orders is not None

    def by_orders(orders: float) -> int:
        return recommend(WATCHER, Store.model_validate({"orders": orders, "conversion": conversion})).headcount

    assert by_orders(orders) == people
    assert by_orders(nextafter(orders, inf)) == people + 1


def test_visitors_that_never_order_lead_to_no_hire_by_orders() -> None:
    for store in ({"orders": 0, "visitors": 400}, {"orders": 5, "visitors": 0}):
        plan = recommend(WATCHER, Store.model_validate(store))
        assert plan.roles[0].next_at is None


def test_a_role_that_hangs_on_visitors_needs_them() -> None:
    with pytest.raises(TeamplanError) as raised:
        recommend(WATCHER, Store.model_validate({"orders": 5}))
    assert raised.value.problems[0].key == "visitors-needed"


def test_the_skills_of_the_account_are_no_skills_where_no_function_needs_them() -> None:
    """A playbook of one's own need not have operations, marketing and design."""
    assert recommend(WATCHER, Store.model_validate({"orders": 5, "visitors": 100})).store.founder_skills == ()


def test_what_the_next_stage_decides_is_no_next_hire_of_this_one() -> None:
    """The first volume above the breakpoint is the bound itself, so nobody is hired in the stage before it."""
    packer = {"packer": {"duties": ["packing"]}}
    playbook = small(packer, packer, pack="4.8000000000000001 min")  # full just below the bound
    assert recommend(playbook, Store.model_validate({"orders": 50})).roles[0].next_at is None
    given_ = recommend(playbook, Store.model_validate({"orders": 50, "stage": "stage-1"})).roles[0].next_at
    assert given_ is not None
    assert given_.orders == nextafter(100.0, 0.0)
