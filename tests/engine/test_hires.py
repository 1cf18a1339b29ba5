"""The hire order is a choice among those who are needed alike: it changes who comes first, never who comes."""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from teamplan.engine.hires import hire_order
from teamplan.errors import TeamplanError
from teamplan.playbook.growth import parse_growth
from teamplan.playbook.playbook import Playbook
from teamplan.questions.hire.answer import hire
from teamplan.questions.hire.calendar import Schedule
from teamplan.questions.next.answer import outlook
from teamplan.questions.recommend.answer import recommend
from teamplan.reading.load import inspect
from tests.reading.test_load import edit, faults, folder
from tests.shops import store

__all__ = ["folder"]
ORDERS = (None, "source000", "source003")
TEAM = {"team": {"roles": {"customer-service-agent": 1, "designer": 1}}}
SHOP: dict[str, Any] = {"orders": 270, **TEAM}


def test_without_tiers_the_order_is_that_of_the_hire_tiers(playbook: Playbook) -> None:
    roles = list(playbook.roles)
    by_tier = sorted(roles, key=lambda role: playbook.roles[role].hire_tier)
    assert hire_order(playbook, roles) == hire_order(playbook.with_(hire_order="source004"), roles) == by_tier


def test_a_named_order_comes_first_and_the_others_follow_by_hire_tier(playbook: Playbook) -> None:
    roles = ["bookkeeper", "photographer", "promoter", "warehouse-keeper", "pre-sale-service", "store-manager"]
    named = ["pre-sale-service", "warehouse-keeper", "promoter", "store-manager", "photographer", "bookkeeper"]
    assert hire_order(playbook.with_(hire_order="source000"), roles) == named


def test_whoever_is_hired_is_hired_in_any_order(playbook: Playbook) -> None:
    plans = [recommend(playbook, store(**SHOP, hire_order=order)) for order in ORDERS]
    assert len({plan.to_hire for plan in plans}) == 3
    for plan in plans:
        assert Counter(plan.to_hire) == Counter(plans[0].to_hire)
        assert plan.with_(to_hire=(), stage=plan.stage, advice=()) == plans[0].with_(to_hire=(), advice=())


def test_growth_brings_the_same_people_at_the_same_volumes_in_any_order(playbook: Playbook) -> None:
    ways = [outlook(playbook, store(**SHOP, hire_order=order), 8) for order in ORDERS]
    assert len({way.now for way in ways}) == len(ORDERS)
    for way in ways:
        assert Counter(way.now) == Counter(ways[0].now)
        assert [each.orders for each in way.triggers] == [each.orders for each in ways[0].triggers]
        assert Counter((each.orders, each.role, each.people) for each in way.triggers) == Counter(
            (each.orders, each.role, each.people) for each in ways[0].triggers
        )


def test_a_calendar_has_the_same_places_on_the_same_days_in_any_order(playbook: Playbook) -> None:
    start = date(2026, 12, 1)
    schedule = Schedule(start, 20, start, parse_growth("30%/month"), None, 7)
    calendars = [hire(playbook, store(**SHOP, hire_order=order), schedule) for order in ORDERS]
    assert calendars[0].hires
    assert calendars[0].hires != calendars[1].hires
    for calendar in calendars:
        for places, first in ((calendar.hires, calendars[0].hires), (calendar.backfills, calendars[0].backfills)):
            assert [each.needed_on for each in places] == [each.needed_on for each in first]
            assert Counter(map(str, places)) == Counter(map(str, first))
        assert calendar.months == calendars[0].months
        assert (calendar.early_cost, calendar.late_cost) == (calendars[0].early_cost, calendars[0].late_cost)


def test_roles_that_do_not_exist_or_stand_twice_in_an_order_are_told_in_their_place(folder: Path) -> None:
    edit(folder, [("playbook.yaml", "      - [design-lead, service-lead]", "      - [desing-lead, promoter]")])
    edit(
        folder,
        [
            (
                "playbook.yaml",
                '{en: The leader first, zh: 先找负责人}\n    source: "004"',
                "{en: a, zh: b}\n    source: nobody",
            )
        ],
    )
    path = "hire_orders > source003 > tiers > #5 > "
    found = faults(folder)
    assert {(place, key) for _, place, key in found} == {
        (f"{path}desing-lead", "unknown-role"),
        (f"{path}promoter", "role-twice"),
        ("hire_orders > source004b > source", "unknown-source"),
    }


def test_no_order_has_the_name_that_asks_for_all_of_them(folder: Path) -> None:
    edit(folder, [("playbook.yaml", "  source000:\n    name:", "  all:\n    name:")])
    assert [(place, key) for _, place, key in faults(folder)] == [("hire_orders > all", "reserved-input")]


def test_a_playbook_may_do_without_orders_and_then_offers_none(folder: Path) -> None:
    text = (folder / "playbook.yaml").read_text(encoding="utf-8")
    before, _, after = text.partition("hire_orders:\n")
    (folder / "playbook.yaml").write_text(before + after[after.index("\n# What a shop") :], encoding="utf-8")
    playbook, problems = inspect(folder)
    assert playbook is not None, problems
    for given in ("source004", "all"):
        with pytest.raises(TeamplanError) as raised:
            recommend(playbook, store(orders=270, hire_order=given))
        assert [problem.key for problem in raised.value.problems] == ["unknown-hire-order"]
