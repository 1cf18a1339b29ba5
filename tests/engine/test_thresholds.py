"""Thresholds, read by a plain bisection, say what the shop says, at, below and above each of them."""

from bisect import bisect_right
from math import inf, nextafter
from typing import Any

import pytest

from teamplan.engine.shop import Shop
from teamplan.engine.thresholds import Thresholds, by_visitors, thresholds_of
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import FOUNDER_SKILLS
from tests.engine.small import small
from tests.engine.test_table import SKILLS, shop_of

PACKER: dict[str, Any] = {"duties": ["packing"]}
WATCHER: dict[str, Any] = {"duties": ["watching"]}


def read(found: Thresholds, orders: float, visitors: float = 0.0) -> tuple[str, dict[str, int]]:
    """The team as any program with a bisection reads it."""
    stage = found.stages[bisect_right([each.from_orders for each in found.stages], orders) - 1]
    assert stage.from_orders <= orders <= stage.to_orders
    volumes = {"orders": orders, "visitors": visitors}
    return stage.stage, {
        role: known.people + bisect_right(known.one_more_from, volumes[known.by]) for role, known in stage.roles.items()
    }


def said(shop: Shop, orders: float, visitors: float = 0.0, given: str | None = None) -> tuple[str, dict[str, int]]:
    stage = shop.curves(given, orders)
    heads = stage.headcounts({"orders": orders, "visitors": visitors})
    return stage.stage_id, {role: people for role, people in heads.items() if people}


def around(volumes: set[float], most: float) -> list[float]:
    near = {other for at in volumes for other in (nextafter(at, -inf), at, nextafter(at, inf))}
    return sorted(each for each in near if 0 <= each <= most)


def hired(team: tuple[str, dict[str, int]]) -> tuple[str, dict[str, int]]:
    return team[0], {role: people for role, people in team[1].items() if people}


def by(found: Thresholds, axis: str) -> set[float]:
    roles = [known for stage in found.stages for known in stage.roles.values() if known.by == axis]
    return {at for known in roles for at in known.one_more_from}


@pytest.mark.parametrize("skills", SKILLS)
def test_thresholds_are_those_of_the_table_of_the_shop(playbook: Playbook, skills: tuple[str, ...]) -> None:
    found, shop = thresholds_of(shop_of(playbook, skills), 3000.0), shop_of(playbook, skills)
    table = shop.table(3000.0)
    bounds = {stage.from_orders for stage in found.stages}
    assert {nextafter(cut, inf) for cut in table.cuts[:-1]} == (by(found, "orders") | bounds) - {0.0}
    for orders in around(by(found, "orders") | bounds | {3000.0}, 3000.0):
        stage, row = table.at(orders)
        wanted = {role: people for role, people in zip(table.roles, row, strict=True) if people}
        assert hired(read(found, orders)) == (stage, wanted), orders


def test_a_stage_that_is_asked_for_stands_alone(playbook: Playbook) -> None:
    shop = shop_of(playbook)
    found = thresholds_of(shop, 700.0, given="half-year")
    assert [(each.stage, each.from_orders, each.to_orders) for each in found.stages] == [("half-year", 0.0, 700.0)]
    for orders in around(by(found, "orders"), 700.0):
        assert hired(read(found, orders)) == said(shop, orders, given="half-year")


def test_roles_by_visitors_have_steps_of_visitors() -> None:
    shop = shop_of(small({"packer": PACKER}, {"packer": PACKER, "watcher": WATCHER}, {"watcher": WATCHER}))
    assert by_visitors(shop, 99.0, None) == ()
    assert by_visitors(shop, 100.0, None) == ("watcher",)
    found = thresholds_of(shop, 250.0, 3000.0)
    assert [len(by(found, axis)) for axis in ("orders", "visitors")] == [2, 7]
    for orders in around({1.0, 100.0, 150.0, 200.0, *by(found, "orders")}, 250.0):
        for visitors in around(by(found, "visitors") | {0.0, 3000.0}, 3000.0):
            assert hired(read(found, orders, visitors)) == said(shop, orders, visitors)


def test_nothing_is_told_beyond_the_end(playbook: Playbook) -> None:
    shop = shop_of(playbook, FOUNDER_SKILLS)
    assert [each.stage for each in thresholds_of(shop, nextafter(80.0, -inf)).stages] == ["solo-launch", "promotion"]
    assert thresholds_of(shop, 80.0).stages[-1].to_orders == 80.0
    assert all(at <= 700.0 for at in by(thresholds_of(shop, 700.0), "orders"))
    with pytest.raises(ValueError, match="no end"):
        thresholds_of(shop, inf)
