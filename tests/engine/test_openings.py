"""The owner as a post: his limit, what colleagues leave him on their days off, and where he is full."""

from collections.abc import Iterator
from fractions import Fraction
from math import inf, isfinite, nextafter
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamplan.engine.amounts import resolve
from teamplan.engine.load import Setting
from teamplan.engine.openings import held_by_heirs
from teamplan.engine.owner import (
    NOT_HIRED,
    RELIEF,
    DayWork,
    FallingPart,
    Line,
    falling,
    hours_carried,
    jobs_carried,
    missing,
    owner_duties,
    owner_limit,
)
from teamplan.engine.shop import Shop
from teamplan.engine.staffing import StageCurves
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import FOUNDER_SKILLS
from tests.engine.small import small
from tests.shops import asked, heads

SKILLS = [frozenset(FOUNDER_SKILLS), frozenset[str](), *(frozenset({skill}) for skill in FOUNDER_SKILLS)]
INPUTS: list[dict[str, Any]] = [{}, {"new-products": Fraction(10)}, {"ad-spend": Fraction(200_000)}]
VOLUMES = [*range(0, 1001), *(Random(11).uniform(1000, 10_000) for _ in range(200))]


def hours(stage: StageCurves, orders: float, people: dict[str, int]) -> Fraction:
    """The owner's hours a day, duty by duty."""
    return hours_carried(owner_duties(stage, {"orders": Fraction(orders)}, people))


def walked(stage: StageCurves, orders: float) -> Fraction:
    """The owner's hours a day as the walk to his openings counts them, with the people that it knows."""
    assert stage.openings is not None
    least = {each.role: each.people for each in stage.openings.upto(orders)}
    return stage.openings._load.load(orders, stage.openings.heads(orders), least).hours


def path(shop: Shop) -> Iterator[tuple[float, StageCurves, dict[str, int]]]:
    for volume in sorted(map(float, VOLUMES)):
        stage = shop.compiled(shop.stage_of(volume))
        yield volume, stage, stage.headcounts({"orders": volume})


def shop_of(playbook: Playbook, skills: frozenset[str], inputs: dict[str, Any]) -> Shop:
    return Shop(playbook, Setting(skills, inputs))


# Nobody over the limit, and one hire after the other.


@pytest.mark.parametrize("inputs", INPUTS, ids=["defaults", "new products", "ad spend"])
@pytest.mark.parametrize("skills", SKILLS, ids=lambda each: " ".join(sorted(each)) or "none")
def test_the_owner_is_never_over_his_limit_and_people_come_one_by_one(
    playbook: Playbook, skills: frozenset[str], inputs: dict[str, Any]
) -> None:
    shop = shop_of(playbook, skills, inputs)
    limit = owner_limit(playbook, shop.amounts, None)
    assert limit is not None
    totals: dict[float, int] = {}
    last = None
    for orders, stage, people in path(shop):
        assert walked(stage, orders) == hours(stage, orders, people) <= limit, orders
        total = sum(people.values())
        assert last is None or total >= last, orders
        if last is not None and orders <= 1000:
            assert total - last <= (3 if orders == shop.starts_at("half-year") else 2), (orders, people)
        totals[orders], last = total, total
    for orders in range(40, 953):
        few, more = totals[orders], totals[int(orders * 1.05)]
        assert more - few <= (max(3, few // 8) if few > 24 else 3), orders


# One load of the owner: what his limit binds is what his duties sum up to.


def edges(stage: StageCurves) -> Iterator[float]:
    """A stage's first orders, every opening up to 1,000 and the floats beside it, and volumes between."""
    assert stage.openings is not None
    first, last = stage.ends[0], min(stage.ends[1], 1000.0)
    yield from (first, last, *(Random(10).uniform(first, last) for _ in range(4)))
    for opening in stage.openings.upto(last):
        if isfinite(opening.above):
            yield from (nextafter(opening.above, -inf), opening.above, nextafter(opening.above, inf))


@pytest.mark.parametrize("owner_hours", [None, Fraction(4)], ids=["full days", "half days"])
@pytest.mark.parametrize("inputs", INPUTS, ids=["defaults", "new products", "ad spend"])
@pytest.mark.parametrize("skills", SKILLS, ids=lambda each: " ".join(sorted(each)) or "none")
def test_his_duties_sum_up_to_the_load_that_the_openings_rest_on(
    playbook: Playbook, skills: frozenset[str], inputs: dict[str, Any], owner_hours: Fraction | None
) -> None:
    shop = Shop(playbook, Setting(skills, inputs, owner_hours))
    for stage_id in playbook.stages:
        for stage in (shop.compiled(stage_id), shop.alone(stage_id)):
            for orders in edges(stage):
                people, seen = stage.headcounts({"orders": orders}), stage.seen_at(orders)
                assert walked(stage, orders) == hours(stage, orders, people) == hours(seen, orders, people), orders


def test_what_falls_to_him_of_a_post() -> None:
    time = resolve(small({"packer": {"duties": ["packing"]}})).time
    work = DayWork(Line(Fraction(9), Fraction(2)), Line(Fraction(4), Fraction(1)))

    def parts(people: int, relieved: bool, left: bool) -> list[FallingPart]:
        of = {"packer"} if relieved else set[str]()
        return list(falling(time, {"packer": people}, of, lambda _: left, lambda _: work))

    assert (
        parts(0, relieved=True, left=True)
        == parts(0, relieved=False, left=True)
        == [FallingPart("packer", NOT_HIRED, work)]
    )
    assert not parts(0, relieved=True, left=False)
    assert not parts(1, relieved=False, left=True)
    assert parts(1, relieved=True, left=False) == [FallingPart("packer", RELIEF, missing(time, 1, work))]


@pytest.mark.parametrize("orders", [30, 45, 100, 175])
def test_his_relief_is_shared_among_the_duties_as_they_share_the_work(playbook: Playbook, orders: int) -> None:
    question = asked(playbook, orders=orders)
    relieved = [role for role, post in question.stage.posts.items() if post.relieved and question.heads[role]]
    assert relieved
    for role in relieved:
        relief = {each.duty: each.hours for each in question.owner() if (each.why, each.role) == (RELIEF, role)}
        assert set(relief) == set(question.stage.posts[role].arising)
        for live in (True, False):
            of = [each for each in relief if (playbook.duties[each].live is not None) == live]
            hours = {each: question.stage.loads.duty(playbook.duties[each]).at(question.point) for each in of}
            shares = {relief[each] / hours[each] for each in of}
            assert len(shares) <= 1, (role, shares)
            assert all(0 <= share < 1 for share in shares)
    assert any(each.hours for each in question.owner() if each.why == RELIEF)


def test_full_time_jobs_are_the_hours_of_all_duties(playbook: Playbook) -> None:
    question = asked(playbook, orders=150, conversion="4%")
    time, carried = question.shop.amounts.time, question.owner()
    week = sum((each.hours for each in carried), Fraction(0)) * time.days_open
    assert jobs_carried(carried, time) == week / time.productive_week == hours_carried(carried) / time.job_day
    assert jobs_carried((), time) == 0


# Where he is full is exact.


@pytest.mark.parametrize("skills", SKILLS, ids=lambda each: " ".join(sorted(each)) or "none")
@pytest.mark.parametrize("inputs", INPUTS, ids=["defaults", "new products", "ad spend"])
def test_at_its_volume_nobody_comes_and_one_float_above_somebody_does(
    playbook: Playbook, skills: frozenset[str], inputs: dict[str, Any]
) -> None:
    shop = shop_of(playbook, skills, inputs)
    limit = owner_limit(playbook, shop.amounts, None)
    fills_up = "operations" in skills or ("marketing" in skills and "ad-spend" in inputs)  # else the stages come first
    found = 0
    assert limit is not None
    for stage_id in playbook.stages:
        for stage in (shop.compiled(stage_id), shop.alone(stage_id)):
            assert stage.openings is not None
            for opening in stage.openings.upto(min(stage.ends[1], 1000.0)):
                if not isfinite(opening.above):
                    continue
                above = nextafter(opening.above, inf)
                few, more = (stage.headcounts({"orders": orders}) for orders in (opening.above, above))
                assert few[opening.role] < opening.people
                assert opening.people <= more[opening.role] or stage.bought_in(opening.role, {"orders": above})
                assert hours(stage, opening.above, few) <= limit
                assert hours(stage, above, more) <= limit or any(
                    each.above == opening.above and each is not opening for each in stage.openings.upto(above)
                )
                found += 1
    assert (found > 0) == fills_up


def test_the_owner_opens_a_post_and_says_so(playbook: Playbook) -> None:
    question = asked(playbook, orders=30, new_products=10)
    opened = [role for role, post in question.stage.posts.items() if post.binding(30.0) == "owner"]
    assert opened
    for role in opened:
        opening = question.stage.opened_by_owner(role, 30.0)
        assert opening is not None
        assert opening.owner_hours > (owner_limit(playbook, question.shop.amounts, None) or 0)


def test_an_owner_who_gives_less_hands_over_earlier(playbook: Playbook) -> None:
    for orders in (4, 20, 60, 150):
        full, half = (sum(heads(playbook, orders=orders, owner_hours=given).values()) for given in (8, 4))
        assert half >= full


@pytest.mark.parametrize("owner_hours", [None, Fraction(4)], ids=["full days", "half days"])
@pytest.mark.parametrize("skills", SKILLS[:2], ids=["all skills", "none"])
def test_a_post_that_is_not_open_yet_needs_nobody_however_often_it_is_asked(
    playbook: Playbook, skills: frozenset[str], owner_hours: Fraction | None
) -> None:
    shop = Shop(playbook, Setting(skills, {}, owner_hours))
    for stage in (shop.compiled("solo-launch"), shop.alone("solo-launch")):
        gate = stage.bases["customer-service-agent"].opens_above
        assert gate is not None
        for orders in (0.0, 1.0, 4.0, gate, nextafter(gate, inf)):
            once = stage.headcounts_once({"orders": orders})
            assert stage.headcounts({"orders": orders}) == stage.headcounts({"orders": orders}) == once
            assert once["customer-service-agent"] == (1 if orders > gate else 0)


# What colleagues leave undone on days off.


def week_by_hand(people: int, gives: Fraction, worked: int, days: int, live: Fraction, work: Fraction) -> Fraction:
    """A week person by person: days off spread as evenly as can be, buyers first, the rest on anybody's next day."""
    present = [0] * days
    for person in range(people):
        for _ in range(worked):
            free = [day for day in range(days) if present[day] < person + 1]
            present[min(free, key=lambda day: (present[day], day))] += 1
    undone, spare = Fraction(0), Fraction(0)
    for count in present:
        can = count * gives
        undone += max(live - can, Fraction(0))
        spare += max(can - live, Fraction(0))
    return undone + max(days * (work - live) - spare, Fraction(0))


@given(
    people=st.integers(1, 9),
    live=st.fractions(0, 40, max_denominator=16),
    later=st.fractions(0, 40, max_denominator=16),
    attendance=st.integers(50, 100),
    worked=st.integers(1, 7),
)
def test_relief_is_the_work_of_the_week_less_what_those_present_do(
    people: int, live: Fraction, later: Fraction, attendance: int, worked: int
) -> None:
    time = resolve(
        small({"packer": {"duties": ["packing"]}}, attendance=f"{attendance}%", days_open="7 days/week")
    ).time
    time = time.with_(days_worked=Fraction(worked))
    gives = time.productive_day * time.attendance
    zero = Fraction(0)
    left = missing(time, people, DayWork(Line(live + later, zero), Line(live, zero)))
    assert left.all.hours * time.days_open == week_by_hand(people, gives, worked, 7, live, live + later)


@pytest.mark.parametrize("orders", [30, 45, 100, 150, 175])
def test_relief_is_what_the_week_really_lacks(playbook: Playbook, orders: int) -> None:
    question = asked(playbook, orders=orders)
    time = question.shop.amounts.time
    for role, post in question.stage.posts.items():
        if not post.relieved or not question.heads[role]:
            continue
        by_hand = week_by_hand(
            question.heads[role],
            time.productive_day * time.attendance,
            int(time.days_worked),
            int(time.days_open),
            post.live.at(question.point),
            post.load.at(question.point),
        )
        relief = hours_carried(each for each in question.owner() if each.role == role)
        assert relief * time.days_open == by_hand
        assert by_hand < post.load.at(question.point) * time.days_open / 4


# A border gives nobody up.


def test_heirs_keep_the_people_of_a_role_that_ends() -> None:
    before, was = {"agent": 4, "keeper": 2, "lead": 0}, {"agent": ["chat", "tickets"], "keeper": ["pack"], "lead": []}
    now = {"pre": ["chat"], "after": ["tickets"], "keeper": ["pack"]}
    assert held_by_heirs(before, was, {"pre": 2, "after": 1, "keeper": 1}, now) == {"keeper": 2, "pre": 3}
    assert held_by_heirs(before, was, {"pre": 3, "after": 2, "keeper": 3}, now) == {"keeper": 2}


def test_nobody_is_given_up_at_any_border(playbook: Playbook) -> None:
    for skills in SKILLS:
        shop = shop_of(playbook, skills, {})
        for stage_id in list(playbook.stages)[1:]:
            bound = shop.starts_at(stage_id)
            before, after = (shop.headcounts({"orders": orders}) for orders in (nextafter(bound, -inf), bound))
            assert all(after[role] >= people for role, people in before.items() if role in after)
            assert sum(after.values()) >= sum(before.values())
