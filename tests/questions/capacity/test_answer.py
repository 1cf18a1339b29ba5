"""What a team carries: `recommend` asks for nobody more at the limit, and for somebody one float above it."""

import shutil
from math import inf, nextafter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamplan.engine.pay.payroll import payroll_of
from teamplan.errors import TeamplanError
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import MOST_ORDERS
from teamplan.questions.capacity.answer import capacity
from teamplan.questions.capacity.result import Capacity
from teamplan.reading.load import load
from teamplan.reading.places import built_in
from tests.reading.test_load import BY_VISITORS, edit
from tests.shops import heads, short, store
from tests.test_promises import BOUNDS, STAGES, any_shop, shops, volumes

ROLES = (
    "store-manager", "operator", "promoter", "designer", "customer-service-agent", "pre-sale-service",
    "after-sale-service", "service-lead", "warehouse-keeper", "bookkeeper",
)  # fmt: skip
stages = st.none() | st.sampled_from(STAGES)
conversions = st.integers(min_value=1, max_value=1000).map(lambda per_mille: f"{per_mille / 10}%")
teams = st.fixed_dictionaries({}, optional={role: st.integers(0, 6) for role in ROLES})


def asked(playbook: Playbook, team: dict[str, Any], **shop: Any) -> Capacity:
    return capacity(playbook, store(**shop, team={"roles": team}))


def check_limit(playbook: Playbook, team: dict[str, int], result: Capacity, shop: dict[str, Any]) -> None:
    """Nobody is missing at the limits, somebody one float above them, nor at any stage that begins above them."""
    for axis, limit in (("orders", result.orders), ("visitors", result.visitors)):
        if limit is not None:
            assert not short(playbook, team, **shop, **{axis: limit})
            assert short(playbook, team, **shop, **{axis: nextafter(limit, inf)})
    if result.orders is not None and "stage" not in shop:
        above = [bound for bound in BOUNDS if bound > result.orders]
        assert all(short(playbook, team, **shop, orders=bound) for bound in above)


@any_shop(10)
@given(shop=shops, orders=volumes, stage=stages, conversion=st.none() | conversions)
def test_a_recommended_team_carries_its_volume(
    playbook: Playbook, shop: dict[str, Any], orders: float, stage: str | None, conversion: str | None
) -> None:
    shop = shop | ({"stage": stage} if stage else {}) | ({"conversion": conversion} if conversion else {})
    team = heads(playbook, **shop, orders=orders)
    result = asked(playbook, team, **shop)
    assert result.fits
    assert result.orders is None or result.orders >= orders
    assert (result.visitors is None) == (conversion is None or result.orders is None)
    check_limit(playbook, team, result, shop)


@any_shop(10)
@given(shop=shops, team=teams, stage=stages, conversion=conversions)
def test_any_team_carries_exactly_what_is_said(
    playbook: Playbook, shop: dict[str, Any], team: dict[str, int], stage: str | None, conversion: str
) -> None:
    shop = shop | ({"stage": stage} if stage else {}) | {"conversion": conversion}
    result = asked(playbook, team, **shop)
    if not result.fits:
        check_mend(playbook, team, result, shop)
        return
    check_limit(playbook, team, result, shop)
    first = result.from_orders
    assert first is not None
    assert not short(playbook, team, **shop, orders=first)
    assert not first or short(playbook, team, **shop, orders=nextafter(first, 0.0))
    for fit in result.ranges:
        assert not short(playbook, team, **shop, orders=fit.from_orders)
        assert fit.to_orders is None or short(playbook, team, **shop, orders=nextafter(fit.to_orders, inf))


def check_mend(playbook: Playbook, team: dict[str, int], result: Capacity, shop: dict[str, Any]) -> None:
    """Every stage lacks somebody; with the hires of the mend it fits, and no stage needs fewer."""
    assert result.mend is not None
    bounds = [0] if "stage" in shop else BOUNDS
    lacking = [short(playbook, team, **shop, orders=bound) for bound in bounds]
    missing = [sum(each.values()) for each in lacking]
    hires = {hire.role: hire.people for hire in result.mend.hires}
    assert sum(hires.values()) == min(missing) > 0
    more = {role: team.get(role, 0) + hires.get(role, 0) for role in {**team, **hires}}
    mended = asked(playbook, more, **shop)
    assert mended.fits
    assert (mended.orders, mended.visitors) == (result.mend.orders, result.mend.visitors)


@any_shop(10)
@given(shop=shops, team=teams, orders=volumes)
def test_the_rows_agree_with_the_limit_and_with_recommend(
    playbook: Playbook, shop: dict[str, Any], team: dict[str, int], orders: float
) -> None:
    result = asked(playbook, team, **shop, orders=orders)
    carried = [row.carries_orders for row in result.roles if row.carries_orders is not None]
    assert carried == sorted(carried)
    if result.orders is not None:
        assert min(carried) == result.orders
        assert result.bottleneck is not None
        assert result.bottleneck.role in {row.role for row in result.roles if row.carries_orders == result.orders}
    need = heads(playbook, **shop, orders=orders)
    for row in result.roles:
        assert row.need_now == need.get(row.role, 0)
        assert row.over_staffed <= max(row.have - row.need_now, 0)
        more = team | {row.role: team.get(row.role, 0) + 1}
        if row.one_more_orders:
            assert not short(playbook, more, **shop, orders=row.one_more_orders)
            assert short(playbook, more, **shop, orders=nextafter(row.one_more_orders, inf))
        else:
            assert asked(playbook, more, **shop).orders is None
    assert result.today is not None
    assert result.today.fits == (not short(playbook, team, **shop, orders=orders))


def test_the_end_of_a_stage_is_the_last_number_below_the_bound(playbook: Playbook) -> None:
    result = asked(playbook, heads(playbook, orders=199))
    assert result.orders == nextafter(200.0, 0.0)
    assert result.stage == "three-months"
    assert result.from_orders == 0
    assert result.visitors is None
    assert result.bottleneck is not None
    assert (result.bottleneck.role, result.bottleneck.stage) == ("pre-sale-service", "half-year")


def test_people_under_the_titles_of_a_later_stage_carry_the_earlier_ones(playbook: Playbook) -> None:
    team = {role: 4 for role in ROLES if role != "customer-service-agent"}
    result = asked(playbook, team, conversion="4.5%")
    assert [(fit.from_stage, fit.from_orders) for fit in result.ranges] == [("solo-launch", 0)]
    assert result.orders is not None
    assert result.orders > 200


def test_part_time_people_count_their_hours_and_temporary_ones_are_among_the_people(playbook: Playbook) -> None:
    whole = {"customer-service-agent": 2, "warehouse-keeper": 2}
    halves = {
        "customer-service-agent": {"people": 1, "part_time": 2},
        "warehouse-keeper": {"people": 2, "temporary": 1},
    }
    hours = {"customer-service-agent": {"people": 1, "part_time": 4, "hours": 10}, "warehouse-keeper": 2}
    assert asked(playbook, whole).orders == asked(playbook, halves).orders == asked(playbook, hours).orders
    team = heads(playbook, orders=250)
    one, half = asked(playbook, team | {"warehouse-keeper": 3}), {"people": 4, "part_time": 1}
    more = asked(playbook, team | {"warehouse-keeper": half})
    assert one.orders is not None
    assert more.orders is not None
    assert one.orders < more.orders  # the work of three days and a half, as far as only work asks for it


def test_a_team_beyond_all_planning_has_no_limit(playbook: Playbook) -> None:
    result = asked(playbook, dict.fromkeys(ROLES, 99_999), stage="solo-launch", conversion="4.5%")
    assert result.fits
    assert (result.orders, result.visitors, result.bottleneck) == (None, None, None)


@pytest.mark.parametrize("people", [600, 3000, 100_000])
def test_thousands_in_every_role_still_have_one(playbook: Playbook, people: int) -> None:
    """A post of exactly one, and the bound of all planning."""
    thousands = asked(playbook, dict.fromkeys(ROLES, people))
    assert thousands.orders is not None
    assert thousands.orders < MOST_ORDERS


def test_a_store_without_visitors_has_none(playbook: Playbook) -> None:
    for shop in ({}, {"conversion": "0%"}, {"orders": 100}):
        assert asked(playbook, {"customer-service-agent": 2, "warehouse-keeper": 2}, **shop).visitors is None


def test_a_role_that_hangs_on_visitors_is_carried_exactly(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(built_in(), tmp_path / "mine"))
    edit(folder, BY_VISITORS)
    playbook = load(folder)
    team = dict.fromkeys(ROLES, 9) | {"operator": 2}
    for conversion in ("4.5%", "4.1%", "33.3%"):
        result = asked(playbook, team, conversion=conversion)
        assert result.bottleneck is not None
        check_limit(playbook, team, result, {"conversion": conversion})
    with pytest.raises(TeamplanError, match="visitors-needed"):
        asked(playbook, team)


def test_a_team_is_needed_and_everything_wrong_is_told(playbook: Playbook) -> None:
    with pytest.raises(TeamplanError) as raised:
        capacity(playbook, store(visitors=3, founder_skills="cooking"))
    assert [problem.key for problem in raised.value.problems] == [
        "unknown-function",
        "conversion-missing",
        "team-missing",
    ]


def test_slack_costs_what_those_beyond_the_need_cost(playbook: Playbook) -> None:
    shop = store(orders=60, team={"roles": {"operator": 3, "customer-service-agent": 2}})
    found, payroll = capacity(playbook, shop), payroll_of(playbook, shop)
    spare = {row.role: row.over_staffed for row in found.roles if row.over_staffed}
    assert spare == {"operator": 2}
    assert found.slack_cost == payroll.month(spare).likely
    assert {row.role: row.slack_cost for row in found.roles}["operator"] == found.slack_cost
    assert found.cost is not None
    assert found.cost.total == payroll.month({"operator": 3, "customer-service-agent": 2})
