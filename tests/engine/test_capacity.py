"""Spans of stages, and volumes in orders and in visitors, at their ends."""

from fractions import Fraction
from math import inf, nextafter

import pytest

from teamplan.engine.capacity import Axis, planned, spans_of
from teamplan.engine.linear import ORDERS, VISITORS
from teamplan.engine.load import Setting
from teamplan.engine.shop import Shop
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import MOST_ORDERS
from tests.engine.small import small

PACKER = {"packer": {"duties": ["packing"]}}


def beginning_at(orders: float) -> Playbook:
    """Two stages, of which the second begins there."""
    playbook = small(PACKER, PACKER)
    first, second = playbook.stages.items()
    begins = second[1].starts_at.model_copy(update={"orders": Fraction(orders)})
    return playbook.with_(stages=dict([first, (second[0], second[1].model_copy(update={"starts_at": begins}))]))


@pytest.mark.parametrize(("orders", "stages"), [(300.0, 2), (float(MOST_ORDERS), 2), (nextafter(MOST_ORDERS, inf), 1)])
def test_a_stage_counts_up_to_the_end_of_all_planning(orders: float, stages: int) -> None:
    spans = spans_of(Shop(beginning_at(orders), Setting()), None)
    assert len(spans) == stages
    assert (spans[0].first, spans[-1].last) == (0.0, MOST_ORDERS)
    if stages == 2:
        assert (spans[0].last, spans[1].first) == (nextafter(orders, 0.0), orders)


def test_a_stage_that_was_asked_for_stands_for_all_orders() -> None:
    (span,) = spans_of(Shop(beginning_at(300.0), Setting()), "stage-2")
    assert (span.stage.stage_id, span.first, span.last) == ("stage-2", 0.0, MOST_ORDERS)


@pytest.mark.parametrize("conversion", [0.041, 0.045, 0.333, 1.0])
@pytest.mark.parametrize("orders", [0.1, 80.0, 199.99, 500.0])
def test_visitors_at_both_ends_of_a_number_of_orders(conversion: float, orders: float) -> None:
    axis = Axis(VISITORS, conversion)
    most, least = axis.largest(orders), axis.smallest(orders)
    assert axis.orders(most) <= orders < axis.orders(nextafter(most, inf))
    assert axis.orders(nextafter(least, 0.0)) < orders <= axis.orders(least)


@pytest.mark.parametrize("axis", [Axis(ORDERS), Axis(ORDERS, 0.045), Axis(VISITORS), Axis(VISITORS, 0.0)])
def test_orders_and_visitors_that_never_order_are_taken_as_they_are(axis: Axis) -> None:
    assert (axis.orders(80.0), axis.largest(80.0), axis.smallest(80.0)) == (80.0, 80.0, 80.0)
    assert axis.smallest(0.0) == 0.0


def test_the_end_of_planning_is_no_limit_of_a_team() -> None:
    ends = [planned(orders, Axis(ORDERS)) for orders in (nextafter(MOST_ORDERS, 0.0), float(MOST_ORDERS), inf)]
    assert ends == [nextafter(MOST_ORDERS, 0.0), inf, inf]


@pytest.mark.parametrize("people", [499, 500, 501])
def test_many_people_carry_what_few_of_them_would(people: int) -> None:
    """120 orders a packer; the short cut for many people gives the same limit."""
    post = Shop(small(PACKER), Setting()).compiled("stage-1").posts["packer"]
    assert Axis(ORDERS).full(post, people) == 120.0 * people
    assert Axis(ORDERS).full(post, 8334) == inf  # more than a million orders need
