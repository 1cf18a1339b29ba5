"""Owns the page of one budget for several shops of one owner: the roles with their costs, and what sharing saves."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from teamplan.engine.amounts import DAYS_A_MONTH
from teamplan.page.answer import Answer
from teamplan.page.blocks import Bullets, Page, Title
from teamplan.page.price import coins, price_data
from teamplan.page.table import Table
from teamplan.page.words import Words, number
from teamplan.questions.budget.answer import place_told
from teamplan.questions.budget.page import place_lines, roles_table
from teamplan.questions.budget.words import WORDS
from teamplan.questions.recommend.shops import ShopsPlan


def shown(plan: ShopsPlan, words: Words) -> Answer:
    """What `budget --shops` prints."""
    words = words.of(WORDS)
    return Answer(lambda: _page(plan, words), lambda: _data(plan), lambda: (_roles(plan, words),))


def _page(plan: ShopsPlan, words: Words) -> Page:
    total, people, orders = (
        words.money(plan.cost.now.total.likely),
        words.plural("people", plan.people),
        number(plan.orders, 1),
    )
    key = "budget.title" if len(plan.shops) == 1 else "budget.shops-title"
    title = words.say(key, total=total, people=people, shops=len(plan.shops), orders=orders)
    return Page((Title(title), _roles(plan, words), Bullets(tuple(_costs(plan, words)))))


def _roles(plan: ShopsPlan, words: Words) -> Table:
    return roles_table(plan.cost.now.roles, plan.cost.now.total, plan.cost.now.grade, words)


def _costs(plan: ShopsPlan, words: Words) -> Iterator[str]:
    say, now = words.say, plan.cost.now
    yield say("budget.range", low=words.money(now.total.low), high=words.money(now.total.high), grade=now.grade)
    if len(plan.shops) > 1:
        yield _apart(plan, words)
    for payroll in plan.cost.places:
        yield from place_lines(place_told(payroll, None), words)
    if len(plan.cost.places) > 1:
        yield say("budget.shops-places")
    if now.exchange is not None:
        yield say("budget.exchange", currency=now.currency, exchange=str(now.exchange))
    if plan.orders:
        an_order = now.total.likely * (1 / (DAYS_A_MONTH * Fraction(plan.orders)))
        yield say("budget.an-order", amount=words.money_in_coins(an_order))


def _apart(plan: ShopsPlan, words: Words) -> str:
    """What people of its own in each shop would cost; less where who is shared is paid in the dearer city."""
    now, apart = plan.cost.now.total.likely, plan.cost.apart.total.likely
    more, less = apart - now, now - apart
    key = (
        "budget.shops-apart" if less < more else "budget.shops-apart-less" if more < less else "budget.shops-apart-same"
    )
    people, saved = words.plural("people", plan.apart), words.money(max(more, less))
    return words.say(key, apart=words.money(apart), people=people, saved=saved)


def _data(plan: ShopsPlan) -> dict[str, Any]:
    """The budget for machines, by the keys of a budget of one shop, and what it would be with people apart."""
    data = price_data(plan.cost.now) or {}
    return data | {
        "orders": plan.orders,
        "places": [each.place_id for each in plan.cost.places],
        "shops": [{"name": each.name, "orders": each.orders} for each in plan.shops],
        "apart": {"people": plan.apart, "monthly_payroll": coins(plan.cost.apart.total.likely)},
    }
