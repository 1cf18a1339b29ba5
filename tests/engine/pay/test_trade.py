"""Where a month turns from loss to gain, and what it would take: the same as looking at each order one by one."""

from fractions import Fraction
from random import Random
from typing import Any, NamedTuple

import pytest

from teamplan.engine.amounts import DAYS_A_MONTH
from teamplan.engine.pay.payroll import Payroll, payroll_of
from teamplan.engine.pay.trade import MonthResult, SignChange, Trade, month_result, needed_of, pieces_of, turns_of
from teamplan.engine.question import ask
from teamplan.engine.shop import Shop
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import FOUNDER_SKILLS
from tests.shops import store

CITIES = ("other", "beijing", "shanghai", "guangzhou", "shenzhen", "hangzhou", "chengdu")
COIN = Fraction(1, 100)


class Traded(NamedTuple):
    """A shop, what its orders are worth, and how its people are paid."""

    trade: Trade
    payroll: Payroll
    shop: Shop


def traded(playbook: Playbook, trade: Trade, **given: Any) -> Traded:
    wanted = store(orders=1, **given)
    question = ask(playbook, wanted)
    return Traded(trade, payroll_of(question.playbook, wanted), question.shop)


def seeded(playbook: Playbook, seed: int) -> Traded:
    """A shop by chance that is the same each time: prices, city, founder, ad spend."""
    chance = Random(seed)
    value, courier = chance.randint(30, 260), Fraction(chance.randint(0, 16), 2)
    trade = Trade(Fraction(value), Fraction(chance.randint(15, 70), 100), Fraction(chance.randint(0, 10), 100), courier)
    given: dict[str, Any] = {"city": chance.choice(CITIES)}
    given["founder_skills"] = ",".join(each for each in FOUNDER_SKILLS if chance.random() < 0.6) or "none"
    if chance.random() < 0.5:
        given["ad_spend"] = chance.randint(0, 60_000)
    if chance.random() < 0.2:
        given |= {"currency": "USD", "exchange": "7.1 CNY 2026-11-01"}
    return traded(playbook, trade, **given)


def month(each: Traded, orders: int) -> MonthResult:
    stage = each.shop.compiled(each.shop.stage_of(orders))
    heads = each.shop.headcounts({"orders": float(orders)})
    return month_result(each.trade, each.payroll, stage, heads, float(orders))


def agrees(each: Traded, most: int) -> int:
    """Looks at every order up to the most; how many turns there are."""
    results = {orders: Fraction(month(each, orders).result.amount) for orders in range(1, most + 1)}
    turns, gains = [], False
    for orders, result in results.items():
        if (result >= 0) != gains:
            gains = not gains
            turns.append(SignChange(orders, gains))
    pieces = pieces_of(*each, most)
    assert turns_of(pieces) == tuple(turns)
    needed = needed_of(each.trade, each.payroll, pieces)
    kept = {orders: each.trade.contribution - result / (DAYS_A_MONTH * orders) for orders, result in results.items()}
    least = min(kept.values())
    assert abs(Fraction(needed.contribution.amount) - least) <= COIN
    assert kept[needed.orders] - least <= COIN
    return len(turns)


@pytest.mark.parametrize("seed", [1, 3, 8])
def test_turns_and_what_is_needed_are_those_of_looking_at_each_order(playbook: Playbook, seed: int) -> None:
    agrees(seeded(playbook, seed), 250)


@pytest.mark.slow
def test_turns_of_twenty_shops_are_those_of_looking_at_each_order(playbook: Playbook) -> None:
    found = [agrees(seeded(playbook, seed), 2000) for seed in range(20)]
    assert 0 in found
    assert max(found) > 3


def test_a_month_is_sales_less_goods_platform_courier_team_and_ads(playbook: Playbook) -> None:
    each = traded(playbook, Trade(Fraction(80), Fraction(2, 5), Fraction(1, 20), Fraction(3)), ad_spend=3000)
    found = month(each, 12)
    assert str(found.sales.amount) == "29200.00"  # 12 x 365 / 12 x 80
    assert str(found.contribution.amount) == "9125.00"  # 365 x 25: 35 % of 80, less 3
    assert {name: str(spend.amount) for name, spend in found.spends.items()} == {"ad-spend": "3000.00"}
    assert found.result == found.contribution - found.team - found.spends["ad-spend"]


def test_what_an_order_must_leave_is_enough_and_a_cent_less_is_not(playbook: Playbook) -> None:
    losing = traded(playbook, Trade(Fraction(60), Fraction(1, 4), Fraction(1, 20), Fraction(4)), city="beijing")
    pieces = pieces_of(*losing, 600)
    assert turns_of(pieces) == ()
    needed = needed_of(losing.trade, losing.payroll, pieces)
    assert needed.now < needed.contribution
    assert needed.gross_margin is not None
    assert needed.order_value is not None
    margin, least = needed.gross_margin, Fraction(1, 10_000)
    for enough, short in (
        (losing.trade.with_(gross_margin=margin), losing.trade.with_(gross_margin=margin - least)),
        (
            losing.trade.with_(order_value=Fraction(needed.order_value.amount) + COIN),
            losing.trade.with_(order_value=Fraction(needed.order_value.amount) - 2 * COIN),
        ),
    ):
        assert turns_of(pieces_of(enough, losing.payroll, losing.shop, 600))
        assert not turns_of(pieces_of(short, losing.payroll, losing.shop, 600))


def test_no_margin_is_enough_where_the_courier_takes_more_than_the_order(playbook: Playbook) -> None:
    lost = traded(playbook, Trade(Fraction(2), Fraction(1, 20), Fraction(1, 20), Fraction(9)), city="beijing")
    pieces = pieces_of(*lost, 300)
    needed = needed_of(lost.trade, lost.payroll, pieces)
    assert (needed.gross_margin, needed.order_value) == (None, None)
    assert turns_of(pieces) == ()
