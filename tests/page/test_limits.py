"""Limits on a page: rounded to the side on which they still hold, wherever one is told."""

import re
from math import inf, nextafter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamplan.page.limits import above, both, since, upto
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store
from teamplan.questions.next.answer import outlook
from teamplan.questions.recommend.answer import recommend
from tests.cli.prompt import teamplan

VOLUMES = st.floats(0.1, 1e9)
SHOPS = (12, 45.0, 80, 150.5, 200, 270, 284.8, 333, 499, 650, 900, 2500)
CONVERSION = 0.045


def read(text: str) -> float:
    return float(text.replace(",", ""))


@given(VOLUMES, st.integers(0, 2))
def test_a_limit_that_is_told_still_holds(value: float, digits: int) -> None:
    step = 10.0**-digits + 1e-6
    assert value - step < read(above(value, digits)) <= value
    assert value <= read(since(value, digits)) < value + step
    assert above(round(value, digits), digits) == since(round(value, digits), digits)


def test_a_bound_that_does_not_belong_is_told_as_one() -> None:
    assert [upto(nextafter(200.0, 0)), upto(200.0), above(nextafter(200.0, 0)), since(200.0)] == [
        "< 200", "200", "199.99", "200",
    ]  # fmt: skip
    assert both(284.79, 6328.7) == both(284.79, 6328.7, above) == "284.7 / 6,328"
    assert both(284.79, None, since) == "284.8"


@pytest.mark.parametrize("orders", SHOPS)
def test_nobody_is_missing_yet_at_the_volume_that_recommend_tells(orders: float, playbook: Playbook) -> None:
    """And somebody is at the next orders that a page could tell."""
    plan = recommend(playbook, Store(visitors=orders / CONVERSION, conversion=CONVERSION))
    told = [role for role in plan.roles if role.next_at is not None and role.next_at.visitors is not None]
    for role in told[:4]:
        limit, visitors = map(read, both(role.next_at.orders, role.next_at.visitors, above).split(" / "))  # type: ignore[union-attr]
        for shop in (Store(orders=limit), Store(visitors=visitors, conversion=CONVERSION)):
            assert people_of(playbook, shop, role.id) <= role.headcount
        assert people_of(playbook, Store(orders=limit + 0.2), role.id) > role.headcount


def people_of(playbook: Playbook, shop: Store, role: str) -> int:
    return next((each.headcount for each in recommend(playbook, shop).roles if each.id == role), 0)


@pytest.mark.parametrize(
    "prompt",
    [
        "recommend --visitors 6000 --conversion 4.5% --details",
        "next --visitors 6000 --conversion 4.5%",
        "hire --visitors 6000 --conversion 4.5% --growth 8%/month --from 2026-12-01",
        "explain pre-sale-service --visitors 6000 --conversion 4.5%",
        "curves --most-orders 300",
    ],
)
def test_every_page_tells_the_same_limit(prompt: str, playbook: Playbook) -> None:
    exact = outlook(playbook, Store(orders=270), 1).triggers[0].orders
    assert 284.75 < exact < 284.8
    told = teamplan(*prompt.split()).stdout
    found = {each for each in re.findall(r"\b28[45]\.?\d*\b", told) if 284 < float(each) < 286}
    assert found <= {"284.7", "284.79"}
    assert found
    assert nextafter(exact, inf) > 284.79
