"""How a team is read: by duties, whatever the titles, alike in every question."""

from datetime import date
from fractions import Fraction
from itertools import product
from math import inf, nextafter
from random import Random
from typing import Any

import pytest

from teamplan.engine.present import People, Present, counted, missing_in, read_team
from teamplan.playbook.growth import parse_growth
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Team
from teamplan.questions.capacity.answer import capacity
from teamplan.questions.hire.answer import hire
from teamplan.questions.hire.calendar import MISSING, Schedule
from teamplan.questions.next.answer import outlook
from teamplan.questions.peak.question import ask_peak
from teamplan.questions.peak.result import PeakRequest
from teamplan.questions.peak.tasks import people_of
from teamplan.questions.recommend.answer import recommend
from tests.shops import asked, store

AGENTS = {"customer-service-agent": 3, "warehouse-keeper": 2}
THREE = {"operator": 1, "designer": 1, "customer-service-agent": 1}
FOURTEEN = {
    "store-manager": 1, "operator": 1, "promoter": 1, "designer": 1, "pre-sale-service": 5, "after-sale-service": 1,
    "warehouse-keeper": 4,
}  # fmt: skip


def read(playbook: Playbook, team: dict[str, Any], **shop: Any) -> Present:
    question = asked(playbook, **shop)
    people = counted(Team.model_validate({"roles": team}), question.shop.amounts.time)
    return read_team(question.stage, question.volume.at, question.heads, people)


@pytest.mark.parametrize("skills", [None, "none", ("operations", "design")])
@pytest.mark.parametrize(
    ("team", "orders"), [(AGENTS, 270), (THREE, 60), (FOURTEEN, 270), (FOURTEEN, 60), (AGENTS, 20)]
)
def test_all_questions_hire_the_same_people(playbook: Playbook, team: dict[str, int], orders: int, skills: Any) -> None:
    shop = store(orders=orders, founder_skills=skills, team={"roles": team})
    plan, following, limit = recommend(playbook, shop), outlook(playbook, shop, 1), capacity(playbook, shop)
    day = date(2026, 12, 1)
    calendar = hire(playbook, shop, Schedule(day, 2, day, parse_growth("0%/month"), None, 7))
    hires = {each.role: each.people for each in plan.to_hire}
    assert hires == {each.role: each.people for each in following.now}
    assert limit.today is not None
    assert hires == {each.role: each.people for each in limit.today.short}
    planned: dict[str, int] = {}
    for place in calendar.hires:
        planned[place.role] = planned.get(place.role, 0) + place.people if place.because == MISSING else 0
    assert hires == planned
    assert plan.to_spare == following.spare
    spare = {each.role for each in plan.to_spare}
    assert not [duty for duty in plan.owner.duties if duty.why != "relief" and duty.role in spare]
    if skills is not None:  # a skill that nobody has is missing from the first order on
        return
    assert [(each.from_stage, each.from_orders) for each in limit.ranges] == [("solo-launch", 0)]


def test_agents_are_read_as_both_halves_of_service_and_keepers_as_keepers(playbook: Playbook) -> None:
    present = read(playbook, AGENTS, orders=270)
    assert [(each.title, each.role, each.people) for each in present.reads] == [
        ("customer-service-agent", "pre-sale-service", Fraction(2)),
        ("customer-service-agent", "after-sale-service", Fraction(1)),
    ]
    assert present.people == {"pre-sale-service": 2, "after-sale-service": 1, "warehouse-keeper": 2}
    assert present.spare == {}


def test_both_halves_of_service_are_agents_in_an_earlier_stage(playbook: Playbook) -> None:
    present = read(playbook, {"pre-sale-service": 1, "after-sale-service": 1, "designer": 1}, orders=60)
    assert present.people["customer-service-agent"] == asked(playbook, orders=60).heads["customer-service-agent"]
    assert present.missing == {}


def test_a_keeper_helps_an_agent_who_packs_but_is_not_the_only_one(playbook: Playbook) -> None:
    alone = read(playbook, {"warehouse-keeper": 2}, orders=60)
    assert alone.missing["customer-service-agent"] == asked(playbook, orders=60).heads["customer-service-agent"]
    beside = read(playbook, {"customer-service-agent": 1, "warehouse-keeper": 1, "designer": 1}, orders=60)
    assert beside.missing == {}


def test_who_has_no_post_takes_the_duties_off_the_owner(playbook: Playbook) -> None:
    plan = recommend(playbook, store(orders=60, team={"roles": THREE}))
    done = {duty for helps in plan.team.helps for duty in helps.duties}
    assert {"daily-operations", "plan-products"} <= done
    assert not done & {duty.id for duty in plan.owner.duties}
    assert plan.to_spare == ()
    many = recommend(playbook, store(orders=60, team={"roles": THREE | {"operator": 5}}))
    assert [(each.role, each.people) for each in many.to_spare] == [("operator", 4)]


def test_what_is_taken_and_what_is_left_are_all_that_the_owner_did(playbook: Playbook) -> None:
    question = asked(playbook, orders=60)
    present = read(playbook, THREE | {"bookkeeper": 1, "purchaser": 1}, orders=60)
    before, after = question.owner(), present.left(question.owner())
    taken = sum((each.hours for each in present.taken), Fraction(0))
    assert taken > 0
    assert sum(each.hours for each in before) == taken + sum(each.hours for each in after)


def test_a_tiny_load_goes_to_whoever_is_there(playbook: Playbook) -> None:
    present = read(playbook, THREE, orders=60, founder_skills="none")
    assert present.shared == ("promoter",)
    assert "promoter" not in present.missing
    busy = read(playbook, {"customer-service-agent": 2}, orders=60, founder_skills="none")
    assert busy.missing["promoter"] == 1  # who answers buyers does not promote on the side
    assert read(playbook, THREE, orders=270, founder_skills="none").missing["promoter"] == 1  # a post of its own there


@pytest.mark.parametrize(
    ("staff", "people"),
    [
        ({"people": 4, "part_time": 1}, Fraction(9, 2)),
        ({"people": 4, "part_time": 1, "hours": 20}, Fraction(9, 2)),
        ({"people": 4, "part_time": 2, "hours": 10}, Fraction(9, 2)),
        ({"people": 4, "part_time": 1, "hours": 60}, Fraction(5)),
        ({"people": 4, "temporary": 1, "contract": 1}, Fraction(4)),
        (3, Fraction(3)),
    ],
)
def test_part_time_people_count_their_hours(playbook: Playbook, staff: Any, people: Fraction) -> None:
    time = asked(playbook, orders=0).shop.amounts.time
    assert counted(Team.model_validate({"roles": {"promoter": staff}}), time) == {"promoter": people}


def test_half_a_person_is_enough_where_only_work_asks_for_it(playbook: Playbook) -> None:
    question = asked(playbook, orders=250)
    load = question.fte(question.stage.posts["warehouse-keeper"])
    assert 3 < load < Fraction(7, 2)
    assert (
        read(playbook, {"warehouse-keeper": {"people": 3, "part_time": 1}}, orders=250).missing.get("warehouse-keeper")
        is None
    )
    assert read(playbook, {"warehouse-keeper": 3}, orders=250).missing["warehouse-keeper"] == 1


def test_a_team_that_suffices_suffices_at_every_lower_volume_and_capacity_finds_the_last(playbook: Playbook) -> None:
    """By hand: every order of the stages, for teams under all kinds of titles."""
    shop = asked(playbook, orders=0).shop
    titles = ("customer-service-agent", "pre-sale-service", "after-sale-service", "warehouse-keeper", "operator")
    for counts in product((0, 2), repeat=len(titles)):
        people = {title: Fraction(count) for title, count in zip(titles, counts, strict=True) if count}
        fits = [_fits(shop, people, orders) for orders in range(0, 200, 7)]
        assert fits == sorted(fits, reverse=True)
        limit = capacity(playbook, store(team={"roles": {title: int(n) for title, n in people.items()}})).orders
        assert limit is not None
        assert _fits(shop, people, limit)
        assert not _fits(shop, people, nextafter(limit, inf))


def _fits(shop: Any, people: People, orders: float) -> bool:
    stage, at = shop.compiled(shop.stage_of(orders)), {"orders": float(orders)}
    return not missing_in(stage, at, stage.headcounts(at), people)


def test_an_event_counts_on_the_people_as_they_are_read(playbook: Playbook) -> None:
    question = ask_peak(playbook, store(orders=270, team={"roles": AGENTS}), PeakRequest("double-11"))
    assert people_of(question, "pre-sale-service") == 2
    assert people_of(question, "warehouse-keeper") == 2


@pytest.mark.parametrize("orders", [9, 79, 150, 270, 480])
@pytest.mark.parametrize("team", [None, AGENTS, FOURTEEN])
def test_recommend_and_next_agree_on_who_comes_at_a_border(
    playbook: Playbook, orders: int, team: dict[str, int] | None
) -> None:
    shop = store(orders=orders, **({"team": {"roles": team}} if team else {}))
    brought = recommend(playbook, shop).stage.next
    assert brought is not None
    way = next(each.crossing for each in outlook(playbook, shop, 99).triggers if each.kind == "stage")
    assert way is not None
    assert {each.role: each.people for each in brought.hires} == {step.role: step.people for step in way.path}


@pytest.mark.parametrize(("orders", "bound"), [(9, 10), (79, 80), (195, 200), (495, 500)])
def test_the_calendar_hires_at_a_border_whom_recommend_says_it_brings(
    playbook: Playbook, orders: int, bound: int
) -> None:
    day = date(2026, 12, 1)
    shop = store(orders=orders)
    brought = recommend(playbook, shop).stage.next
    assert brought is not None
    calendar = hire(playbook, shop, Schedule(day, 300, day, parse_growth("4%/month"), None, 7))
    came: dict[str, int] = {}
    for place in calendar.hires:
        if place.trigger_orders == bound:
            came[place.role] = came.get(place.role, 0) + place.people
    assert came == {each.role: each.people for each in brought.hires}


Coming = dict[float, dict[str, int]]  # volume -> who comes above it
TEAMS = (
    None, AGENTS, THREE, FOURTEEN,
    {"customer-service-agent": {"people": 4, "part_time": 1}, "warehouse-keeper": {"people": 2, "part_time": 1}},
    {"customer-service-agent": 2, "operator": 1, "designer": 1},
)  # fmt: skip
GRID = list(product((60, 100, 150, 190, 195, 200, 270, 499, 500), range(len(TEAMS)), (None, "none", ("design",))))


@pytest.mark.parametrize(("orders", "team", "skills"), Random(11).sample(GRID, 12))
def test_all_questions_agree_on_who_comes_next_and_above_which_volume(
    playbook: Playbook, orders: int, team: int, skills: Any
) -> None:
    shop = store(orders=orders, founder_skills=skills, **({"team": {"roles": TEAMS[team]}} if TEAMS[team] else {}))
    plan, day = recommend(playbook, shop), date(2026, 12, 1)
    calendar = hire(playbook, shop, Schedule(day, 150, day, parse_growth("12%/month"), None, 7))
    assert plan.stage.next is None or plan.stage.next.orders > orders
    wanted = _coming(playbook, shop, calendar.orders_at_most)
    dated: Coming = {}
    for place in calendar.hires:
        if place.because != MISSING and place.trigger_orders is not None:
            came = dated.setdefault(place.trigger_orders, {})
            came[place.role] = came.get(place.role, 0) + place.people
    assert dated == wanted
    nearest = min((role.next_at.orders for role in plan.roles if role.next_at), default=inf)
    bound = plan.stage.next.orders if plan.stage.next else inf
    within = min((volume for volume in wanted if volume < bound), default=None)
    if within is not None:
        assert nearest == within
        assert {role.id for role in plan.roles if role.next_at and role.next_at.orders == within} == wanted[
            within
        ].keys()
    if wanted and shop.team and not plan.to_hire:
        limit = capacity(playbook, shop)
        assert limit.bottleneck is not None
        assert {hire.role: hire.people for hire in limit.bottleneck.short} == wanted[min(wanted)]
        assert limit.orders in (min(wanted), nextafter(min(wanted), 0.0))  # a stage begins at its bound


def _coming(playbook: Playbook, shop: Any, most: float) -> Coming:
    """Whom `next` brings up to a volume, by the volume."""
    found: Coming = {}
    for trigger in outlook(playbook, shop, 60).triggers:
        hires = trigger.crossing.path if trigger.crossing else ()
        came = {step.role: step.people for step in hires} or ({trigger.role: trigger.people} if trigger.role else {})
        if trigger.kind != "split" and trigger.orders < most and came:
            found.setdefault(trigger.orders, {}).update(came)
    return found
