"""Several shops of one owner: shared people are never more than people apart, and one engine sizes both."""

from fractions import Fraction
from random import Random
from typing import Any

import pytest

from teamplan.engine.owner import RELIEF, hours_carried
from teamplan.engine.pooled import ANY, ShopPost, pooled_post, relief_hours
from teamplan.engine.together import Together, shared_hours, together
from teamplan.playbook.playbook import Playbook
from tests.shops import asked, store

SIZES = (5, 40, 95, 180, 270, 520)  # a shop of each stage, and one of a later volume


def of(playbook: Playbook, *shops: dict[str, Any]) -> Together:
    return together(playbook, {f"shop {place}": store(**given) for place, given in enumerate(shops)})


def drawn(seed: int) -> list[dict[str, Any]]:
    """Two or three shops of any size and kind."""
    draw = Random(seed)
    kinds: list[dict[str, Any]] = [{}, {"founder_skills": "none"}, {"city": "beijing"}, {"owner_hours": 2}]
    return [{"orders": round(700 * draw.random() ** 2, 1), **draw.choice(kinds)} for _ in range(2 + seed % 2)]


@pytest.mark.parametrize("seed", range(8))
def test_shared_people_are_never_more_than_people_apart(seed: int, playbook: Playbook) -> None:
    found = of(playbook, *drawn(seed))
    for team in found.teams:
        assert team.post.headcount.people(ANY) <= team.people <= team.apart, team.role
    assert all(people <= found.heads_apart[role] for role, people in found.heads.items())
    assert sum(found.heads.values()) == sum(people for _, _, people in found.own) + sum(
        team.people for team in found.teams
    )


@pytest.mark.parametrize("orders", SIZES)
def test_two_equal_shops_share_every_role_that_a_pool_has(orders: float, playbook: Playbook) -> None:
    found = of(playbook, {"orders": orders}, {"orders": orders})
    pooled = {role for pool in playbook.frame.pools.values() for role in pool.roles}
    shared = {team.role for team in found.teams if len(team.hosts) == 2}
    assert shared == pooled & found.heads_apart.keys()
    assert not found.kept_apart
    assert sum(found.heads.values()) < sum(found.heads_apart.values())


@pytest.mark.parametrize(
    "given", [{"orders": 40}, {"orders": 270, "owner_hours": 3}, {"orders": 120, "city": "beijing"}]
)
def test_one_shop_alone_is_what_it_is_by_itself(given: dict[str, Any], playbook: Playbook) -> None:
    found, question = of(playbook, given), asked(playbook, **given)
    assert found.heads == found.heads_apart == {role: people for role, people in question.heads.items() if people}
    assert found.owner.hours == found.owner.apart == hours_carried(question.owner())
    assert not found.teams


@pytest.mark.parametrize("orders", [40, 105, 120, 270])
def test_a_team_of_one_shop_is_sized_and_relieved_as_its_post(orders: float, playbook: Playbook) -> None:
    question = asked(playbook, orders=orders)
    relief = {each.role: Fraction(0) for each in question.owner() if each.why == RELIEF}
    for each in question.owner():
        if each.why == RELIEF:
            relief[each.role] += each.hours
    for role, people in question.heads.items():
        post = question.stage.posts[role]
        if people and post.post.exactly is None and post.binding(orders) not in ("owner", "kept"):
            mine = ShopPost("shop", question, role)
            alone = pooled_post([mine])
            assert alone.headcount.people(ANY) == people, role
            assert relief_hours([mine], alone, people) == relief.get(role, 0), role


def test_whoever_works_for_another_shop_relieves_nobody(playbook: Playbook) -> None:
    """The owner's hours of days off are those that the team leaves once the work of the other shop is done."""
    small, large = (ShopPost("shop", asked(playbook, orders=orders), "warehouse-keeper") for orders in (120, 270))
    assert (bool(small.post.relieved), bool(large.post.relieved)) == (True, False)
    both = pooled_post([small, large])
    assert large.fte > 3
    nobody = relief_hours([small], pooled_post([small]), 0)
    assert relief_hours([small, large], both, 3) == nobody > relief_hours([small, large], both, 5) > 0
    assert relief_hours([small, large], both, 7) == 0


def test_chats_of_two_shops_wait_in_one_queue(playbook: Playbook) -> None:
    """The people for twice the chats of one shop, by the curve of that shop."""
    mine = ShopPost("shop", asked(playbook, orders=250), "pre-sale-service")
    both = pooled_post([mine, mine])
    assert both.service is not None
    assert mine.post.service is not None
    assert both.service.people(ANY) == pytest.approx(mine.post.service.people(500), abs=1e-9)
    assert both.load.constant == 2 * mine.fte


def test_other_hours_or_another_city_keep_people_apart(playbook: Playbook) -> None:
    found = of(playbook, {"orders": 40}, {"orders": 120, "city": "beijing"}, {"orders": 270, "city": "beijing"})
    why = {each.role: (each.why, dict(each.shops)) for each in found.kept_apart}
    assert why == {"customer-service-agent": ("hours", {"shop 0": "14:00-22:00", "shop 1": "10:00-22:00"})}
    keepers = next(team for team in found.teams if team.role == "warehouse-keeper")
    assert keepers.shops == ("shop 1", "shop 2")
    elsewhere = of(playbook, {"orders": 270}, {"orders": 270, "city": "beijing"})
    assert {each.role: each.why for each in elsewhere.kept_apart} == {"warehouse-keeper": "city"}
    assert elsewhere.heads["warehouse-keeper"] == elsewhere.heads_apart["warehouse-keeper"]


def test_a_team_takes_the_work_of_other_shops_as_long_as_nobody_more_is_needed(playbook: Playbook) -> None:
    found = of(playbook, {"orders": 40}, {"orders": 270})
    promoters = next(team for team in found.teams if team.role == "promoter")
    assert ([each.shop for each in promoters.hosts], [each.shop for each in promoters.takes]) == (
        ["shop 1"],
        ["shop 0"],
    )
    assert promoters.people == 1
    duties = {(shop, each.duty) for shop, each in found.owner.carried}
    assert ("shop 0", "paid-traffic") not in duties
    assert ("shop 0", "steer") in duties


def test_the_owner_is_one_person(playbook: Playbook) -> None:
    """His limit is that of one owner, his hours are shared out, and what is done once is his in one shop alone."""
    found = of(playbook, {"orders": 40}, {"orders": 40}, {"orders": 120})
    alone = asked(playbook, orders=40)
    assert found.owner.limit == Fraction("1.3") * alone.shop.amounts.time.job_day
    hours = [shop.apart.store.owner_hours for shop in found.shops]
    assert len(set(hours)) == 1
    assert sum(each or 0 for each in hours) * alone.shop.amounts.time.productive == found.owner.limit
    assert found.owner.hours <= found.owner.limit
    own = [each.duty for _, each in found.owner.carried if each.why != RELIEF]
    assert (own.count("budget-and-forecast"), own.count("steer")) == (1, 3)


def test_who_relieves_a_team_less_is_hired_only_while_the_owner_is_over_his_limit(playbook: Playbook) -> None:
    found = of(playbook, {"orders": 120}, {"orders": 130})
    keepers = next(team for team in found.teams if team.role == "warehouse-keeper")
    assert (keepers.post.headcount.people(ANY), keepers.people, keepers.binding) == (3, 4, "owner")
    assert found.owner.limit is not None
    assert found.owner.hours <= found.owner.limit
    assert found.owner.hours + keepers.with_(people=3).relief - keepers.relief > found.owner.limit


@pytest.mark.parametrize(
    ("most", "given", "shares"),
    [
        (8, [None, None], [4, 4]),
        (8, [2, None, None], [2, 3, 3]),
        (8, [2, 3], [2, 3]),
        (8, [10, 6], [5, 3]),
        (8, [8, None], [8, 0]),
        (8, [0, None], [0, 8]),
    ],
)
def test_hours_are_as_given_and_the_rest_is_shared_evenly(
    most: int, given: list[int | None], shares: list[int]
) -> None:
    told = [None if each is None else Fraction(each) for each in given]
    assert shared_hours(Fraction(most), told) == shares
