"""The way to a whole team: each hire of an order with the owner's week and what has been paid by then."""

import json
from fractions import Fraction
from itertools import pairwise
from math import ceil
from pathlib import Path
from typing import Any

import pytest

from teamplan.engine.pay.payroll import payroll_of
from teamplan.playbook.playbook import Playbook
from teamplan.questions.recommend.answer import plan_of
from teamplan.questions.recommend.hire_paths import HirePath, hire_paths
from tests.cli.prompt import teamplan
from tests.shops import asked, store

ORDERS = ("source004", "source000", "source003")
TEAM = {"roles": {"customer-service-agent": 1}}
SHOPS: tuple[dict[str, Any], ...] = ({"orders": 270}, {"orders": 270, "team": TEAM}, {"orders": 620, "city": "beijing"})


def paths_of(playbook: Playbook, **shop: Any) -> tuple[HirePath, ...]:
    return hire_paths(asked(playbook, **shop), ORDERS)


@pytest.mark.parametrize("shop", SHOPS)
def test_the_whole_team_is_that_of_the_plan_at_its_price(playbook: Playbook, shop: dict[str, Any]) -> None:
    plan = plan_of(asked(playbook, **shop))
    wanted = {role.id: role.missing if plan.cost_now else role.headcount for role in plan.roles}
    month = payroll_of(playbook, store(**shop)).month(wanted).likely
    for path in paths_of(playbook, **shop):
        assert {step.role: step.people for step in path.steps} == {role: n for role, n in wanted.items() if n}
        assert path.month == month
        assert plan.cost is not None
        assert plan.cost_now or path.month == plan.cost.total.likely
        assert path.steps[-1].owner_hours_per_week == plan.owner.hours_per_week
        assert path.days == path.steps[-1].day


@pytest.mark.parametrize("orders", [200, 270])  # at 200 the owner is within his limit before the team is whole
def test_days_and_costs_are_those_of_one_search_after_the_other(orders: float, playbook: Playbook) -> None:
    payroll = payroll_of(playbook, store(orders=orders))
    for path in paths_of(playbook, orders=orders):
        started: list[tuple[int, int, Fraction]] = []
        day = 0
        for step in path.steps:
            day += ceil(playbook.roles[step.role].days_to_hire.value.number)
            each = Fraction(payroll.month({step.role: 1}).likely.amount) * 12 / 365
            paid = sum((people * (day - since) * cost for since, people, cost in started), Fraction(0))
            assert step.day == day
            assert float(step.cost) == pytest.approx(float(paid), abs=0.006)
            started.append((day, step.people, each))
        assert path.cost == path.steps[-1].cost
        hours, days = (
            [path.owner_hours_before, *(step.owner_hours_per_week for step in path.steps)],
            [0, *(each[0] for each in started)],
        )
        spans = [after - before for before, after in pairwise(days)]
        mean = sum(week * span for week, span in zip(hours, spans, strict=False)) / day
        assert path.owner_hours_per_week == pytest.approx(mean)
        assert path.days_over == sum(span for week, span in zip(hours, spans, strict=False) if week > 52)


def test_the_order_of_service_first_spares_the_owner_and_costs_more(playbook: Playbook) -> None:
    by_hire_tier, service_first, shipping_late = paths_of(playbook, orders=270)
    assert service_first.owner_hours_per_week < by_hire_tier.owner_hours_per_week < shipping_late.owner_hours_per_week
    assert float(service_first.cost) > float(by_hire_tier.cost) > float(shipping_late.cost)


def test_who_lacks_nobody_has_no_way_to_go(playbook: Playbook) -> None:
    (path, *_) = paths_of(playbook, orders=4)
    assert (path.steps, path.days, float(path.cost), path.days_over) == ((), 0, 0.0, 0)
    assert path.owner_hours_per_week == path.owner_hours_before


def test_machines_get_the_orders_that_were_asked_for_alone(tmp_path: Path) -> None:
    prompt = ("recommend", "--orders", "270", "--format", "json")
    assert "hire_paths" not in json.loads(teamplan(*prompt).stdout)
    found = json.loads(teamplan(*prompt, "--hire-order", "all").stdout)["hire_paths"]
    assert [each["id"] for each in found] == list(ORDERS)
    file = tmp_path / "store.yaml"
    file.write_text("orders: 270\nhire_order: source000\n", encoding="utf-8")
    (one,) = json.loads(teamplan("recommend", "--store", str(file), "--format", "json").stdout)["hire_paths"]
    assert one == found[1]
    assert one["steps"][0] | {"cost": "0.00"} == one["steps"][0]


def test_all_orders_are_a_line_each_and_one_is_its_hires(playbook: Playbook) -> None:
    page = teamplan("recommend", "--orders", "270", "--hire-order", "all").stdout
    for path in paths_of(playbook, orders=270):
        assert f"{path.owner_hours_per_week:.0f} " in next(line for line in page.splitlines() if path.id in line)
        assert f"{float(path.cost):,.0f}" in page
    one = teamplan("recommend", "--orders", "270", "--hire-order", "source000", "--details").stdout
    assert "28   1 × After-sale agent" in one
    nobody = teamplan("recommend", "--orders", "4", "--hire-order", "all").stdout
    assert "Nobody has to be hired, so there is no order." in nobody
