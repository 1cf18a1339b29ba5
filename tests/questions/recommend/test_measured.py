"""Chats that a shop counts: they stand for the formula, grow with the orders, and say nothing without them."""

import json

import pytest

from teamplan.errors import TeamplanError
from teamplan.playbook.playbook import Playbook
from tests.cli.prompt import teamplan
from tests.shops import asked


@pytest.mark.parametrize("robot", [0, 0.3])
def test_counted_chats_grow_with_the_orders(playbook: Playbook, robot: float) -> None:
    curves = asked(playbook, orders=270, chats=600, robot_share=robot).shop
    for orders in (30, 150, 270, 650, 4000):
        there = asked(playbook, orders=orders, chats=600 * orders / 270, robot_share=robot)
        assert curves.headcounts({"orders": float(orders)}) == there.heads


def test_counted_chats_ask_for_the_agents_that_service_asks_for() -> None:
    plan = json.loads(teamplan("recommend", "--orders", "270", "--chats", "612", "--format", "json").stdout)
    assert plan["drivers"]["chats"] == 612


def test_a_count_needs_the_orders_of_its_days(playbook: Playbook) -> None:
    for orders in (0, None):
        with pytest.raises(TeamplanError) as raised:
            asked(playbook, chats=600, **({} if orders is None else {"orders": orders}))
        assert "count-without-orders" in [problem.key for problem in raised.value.problems]


def test_a_shop_that_counts_and_one_that_does_not_are_compiled_apart(playbook: Playbook) -> None:
    from teamplan.engine.question import ask
    from tests.shops import store

    plain = asked(playbook, orders=270)
    assert ask(playbook, store(orders=270, chats=900), plain).heads == asked(playbook, orders=270, chats=900).heads
