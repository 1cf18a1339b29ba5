"""The promises of the design (section 7), over the built-in playbook and any shop."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, pairwise
from math import inf, nextafter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamplan.engine.linear import ORDERS, VISITORS
from teamplan.engine.load import Setting
from teamplan.engine.owner import RELIEF
from teamplan.engine.shop import Shop
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.quantity import Quantity
from teamplan.playbook.store import FOUNDER_SKILLS
from teamplan.questions.recommend.answer import recommend, role_plan
from teamplan.questions.recommend.plan import Plan, RolePlan
from tests.shops import asked, heads, store, total

STAGES = ("solo-launch", "promotion", "three-months", "half-year", "one-year")
BOUNDS = (0, 10, 80, 200, 500)
BORDERS = sorted({side for bound in BOUNDS[1:] for side in (float(bound), nextafter(float(bound), 0.0))})
SUBSETS = [skills for size in range(4) for skills in combinations(FOUNDER_SKILLS, size)]
SOME_SKILLS: list[tuple[str, ...]] = [FOUNDER_SKILLS, ()]
STEPS = 4  # breakpoints of each role that the quick proof walks up
MOST_STEPS = 30

volumes = st.one_of(
    st.integers(min_value=0, max_value=1200).map(float),
    st.floats(min_value=1e-9, max_value=1200),
    st.sampled_from(BORDERS),
)
orders_a_day = st.tuples(volumes, volumes).map(sorted)
percents = st.integers(min_value=0, max_value=100).map(lambda percent: f"{percent}%")
shops = st.fixed_dictionaries(
    {"founder_skills": st.sampled_from(SUBSETS)},
    optional={
        "silent_share": percents,
        "return_rate": percents,
        "inquiry_conversion": st.integers(min_value=10, max_value=100).map(lambda percent: f"{percent}%"),
        "new_products": st.integers(min_value=0, max_value=40),
        "ad_spend": st.integers(min_value=0, max_value=2_000_000),
    },
)


def any_shop(examples: int) -> settings:
    return settings(derandomize=True, max_examples=examples, deadline=None)


def role_at(playbook: Playbook, role: str, **given_: Any) -> RolePlan:
    """What `recommend` tells of a role."""
    return role_plan(asked(playbook, **given_), role)


# At, just below and just above each breakpoint of each role of each stage.


def walk(playbook: Playbook, stage: str, role: str, steps: int, shop: dict[str, Any], axis: str) -> int:
    """Climb the breakpoints of a role along one axis and check both sides of each; the number climbed."""
    start = float(playbook.stages[stage].starts_at.orders)
    if axis == VISITORS:
        start = start / float(store(**shop).conversion or 1) * 1.001
    here = role_at(playbook, role, **shop, **{axis: start})
    for step in range(steps):
        if here.next_at is None:
            return step
        full = here.next_at.orders if axis == ORDERS else here.next_at.visitors
        assert full is not None
        for carried in (nextafter(full, 0.0), full):
            if carried >= start:
                assert heads(playbook, **shop, **{axis: carried})[role] == here.headcount, (full, carried)
        above = role_at(playbook, role, **shop, **{axis: nextafter(full, inf)})
        assert above.headcount > here.headcount, full
        if above.binding == "work":
            assert above.headcount == here.headcount + 1
        here = above
    return steps


def walk_all(playbook: Playbook, stage: str, steps: int, shop: dict[str, Any], axis: str = ORDERS) -> int:
    return sum(walk(playbook, stage, role, steps, shop, axis) for role in playbook.stages[stage].team)


@pytest.mark.parametrize("skills", SOME_SKILLS, ids=["all-skills", "no-skills"])
@pytest.mark.parametrize("stage", STAGES)
def test_next_at_is_exact_in_a_given_stage(playbook: Playbook, stage: str, skills: tuple[str, ...]) -> None:
    climbed = walk_all(playbook, stage, STEPS, {"stage": stage, "founder_skills": skills})
    assert climbed >= STEPS or stage == "solo-launch"  # nobody is counted by orders there


@pytest.mark.parametrize("stage", STAGES)
def test_next_at_is_exact_where_orders_decide(playbook: Playbook, stage: str) -> None:
    climbed = walk_all(playbook, stage, STEPS, {})
    assert climbed or stage == "solo-launch"


@pytest.mark.parametrize("conversion", ["4.5%", "4.1%", "7%"])
@pytest.mark.parametrize("stage", STAGES[2:])
def test_next_at_is_exact_in_visitors(playbook: Playbook, stage: str, conversion: str) -> None:
    assert walk_all(playbook, stage, 2, {"stage": stage, "conversion": conversion}, VISITORS) >= 4


@pytest.mark.slow
@pytest.mark.parametrize("skills", SOME_SKILLS, ids=["all-skills", "no-skills"])
@pytest.mark.parametrize("stage", STAGES)
def test_every_breakpoint_far_up(playbook: Playbook, stage: str, skills: tuple[str, ...]) -> None:
    walk_all(playbook, stage, MOST_STEPS, {"stage": stage, "founder_skills": skills})
    walk_all(playbook, stage, MOST_STEPS, {"founder_skills": skills})


@pytest.mark.slow
@pytest.mark.parametrize("conversion", ["1%", "4.1%", "4.5%", "33.3%"])
@pytest.mark.parametrize("stage", STAGES)
def test_every_breakpoint_far_up_in_visitors(playbook: Playbook, stage: str, conversion: str) -> None:
    walk_all(playbook, stage, MOST_STEPS, {"stage": stage, "conversion": conversion}, VISITORS)
    walk_all(playbook, stage, MOST_STEPS, {"conversion": conversion}, VISITORS)


# Growth never costs people.


@any_shop(200)
@given(shop=shops, orders=orders_a_day)
def test_more_orders_never_fewer_people(playbook: Playbook, shop: dict[str, Any], orders: list[float]) -> None:
    fewer, more = orders
    assert total(playbook, **shop, orders=fewer) <= total(playbook, **shop, orders=more)


@any_shop(60)
@given(shop=shops, orders=orders_a_day, stage=st.sampled_from(STAGES))
def test_more_orders_never_fewer_people_in_a_given_stage(
    playbook: Playbook, shop: dict[str, Any], orders: list[float], stage: str
) -> None:
    fewer, more = orders
    low, high = (heads(playbook, **shop, orders=each, stage=stage) for each in (fewer, more))
    assert all(low[role] <= high[role] for role in low)


@any_shop(60)
@given(shop=shops, orders=st.sampled_from(BORDERS[1::2]))
def test_no_stage_begins_with_fewer_people(playbook: Playbook, shop: dict[str, Any], orders: float) -> None:
    assert total(playbook, **shop, orders=nextafter(orders, 0.0)) <= total(playbook, **shop, orders=orders)


@any_shop(100)
@given(
    shop=shops,
    visitors=st.tuples(st.integers(0, 20_000), st.integers(0, 20_000)).map(sorted),
    conversions=st.tuples(st.integers(0, 150), st.integers(0, 150)).map(sorted),
)
def test_more_visitors_or_conversion_never_fewer_people(
    playbook: Playbook, shop: dict[str, Any], visitors: list[int], conversions: list[int]
) -> None:
    def people(visitors: int, per_mille: int) -> int:
        return total(playbook, **shop, visitors=visitors, conversion=f"{per_mille / 10}%")

    (few, many), (low, high) = visitors, conversions
    assert people(few, low) <= people(many, low) <= people(many, high)


@pytest.mark.parametrize("skills", SUBSETS, ids=lambda skills: "+".join(skills) or "none")
def test_a_shop_that_grows_order_by_order(playbook: Playbook, skills: tuple[str, ...]) -> None:
    shop = Shop(playbook, Setting(frozenset(skills)))
    volumes = sorted([*map(float, range(1001)), *BORDERS])
    totals = [sum(shop.headcounts({ORDERS: orders}).values()) for orders in volumes]
    fell = [volumes[place] for place, (before, after) in enumerate(pairwise(totals), start=1) if after < before]
    assert fell == []


@any_shop(60)
@given(shop=shops, orders=volumes, more=st.integers(0, 40), ads=st.integers(0, 10**6))
def test_more_new_products_or_ads_never_fewer_people(
    playbook: Playbook, shop: dict[str, Any], orders: float, more: int, ads: int
) -> None:
    low = shop | {"new_products": 3, "ad_spend": 50_000}
    high = low | {"new_products": 3 + more, "ad_spend": 50_000 + ads}
    few, many = (asked(playbook, **each, orders=orders).heads for each in (low, high))
    assert all(few[role] <= many[role] for role in few)


@any_shop(60)
@given(
    skills=st.sampled_from(SUBSETS),
    places=st.dictionaries(st.integers(0, 200), st.integers(0, 10), max_size=12),
    inputs=st.integers(0, 10),
)
def test_growth_never_costs_people_under_any_assumptions(
    playbook: Playbook, skills: tuple[str, ...], places: dict[int, int], inputs: int
) -> None:
    """Each assumption anywhere between the ends of its range; the inputs of all stages at the same place, and so the
    chat lengths, which may not fall. The bounds of the law stay where they are."""
    names = list(playbook.assumptions)
    chosen = {names[place % len(names)]: tenths for place, tenths in places.items()}
    chosen |= {name: inputs for name in names if name.startswith(("new_products_", "ad_spend_", "chat_minutes_"))}
    given_ = {name: _between(playbook, name, tenths) for name, tenths in chosen.items() if name[:6] != "legal_"}
    shop = asked(playbook, orders=0, founder_skills=skills, assumptions=given_).shop
    totals = [sum(shop.headcounts({ORDERS: orders}).values()) for orders in sorted([*range(0, 1001, 20), *BORDERS])]
    assert totals == sorted(totals)


def _between(playbook: Playbook, name: str, tenths: int) -> Quantity:
    low, high = playbook.assumptions[name].range
    return Quantity(low + (high - low) * Fraction(tenths, 10), playbook.assumptions[name].value.unit)


# Nothing is counted twice, and nothing is lost.


@any_shop(60)
@given(shop=shops, orders=volumes)
def test_the_sums_agree(playbook: Playbook, shop: dict[str, Any], orders: float) -> None:
    plan = recommend(playbook, store(**shop, orders=orders))
    assert (
        plan.headcount == sum(role.headcount for role in plan.roles) == sum(each.headcount for each in plan.functions)
    )
    for function in plan.functions:
        own = [role for role in plan.roles if role.function == function.id]
        assert function.headcount == sum(role.headcount for role in own)
        assert function.fte == pytest.approx(sum(role.fte for role in own if role.headcount))
    assert all((role.not_hired is None) == (role.headcount > 0) == (role.binding is not None) for role in plan.roles)


@any_shop(60)
@given(shop=shops, orders=volumes, stage=st.none() | st.sampled_from(STAGES))
def test_every_hour_is_somebodys(playbook: Playbook, shop: dict[str, Any], orders: float, stage: str | None) -> None:
    """Roles, owner and hours bought in share all duties that arise, but those that come with a post not open yet.

    What the owner does on the days off of colleagues comes on top: what those who are there leave.
    """
    question = asked(playbook, **shop, orders=orders, stage=stage)
    stage_id, posts, owner = question.stage.stage_id, question.stage.posts, question.owner()
    hours = {
        duty: question.stage.loads.duty(each).at(question.point)
        for duty, each in playbook.duties.items()
        if playbook.arises(duty, stage_id)
    }
    hired = [role for role, people in question.heads.items() if people]
    bought = [role for role in posts if role not in hired and question.stage.bought_in(role, question.volume.at)]
    with_post = question.stage.comes_later(orders)
    by_roles = {duty for role in (*hired, *bought) for duty in posts[role].arising}
    own = {each.duty: each.hours for each in owner if each.why != RELIEF}
    assert by_roles | set(own) | with_post == set(hours)
    assert len(by_roles) + len(own) + len(with_post) == len(hours)
    shared = sum((posts[role].load.at(question.point) for role in (*hired, *bought)), Fraction(0))
    later = sum((hours[duty] for duty in with_post), Fraction(0))
    assert shared + later + sum(own.values(), Fraction(0)) == sum(hours.values(), Fraction(0))
    for role in hired:
        relief = {each.duty: each.hours for each in owner if each.why == RELIEF and each.role == role}
        assert set(relief) == (set(posts[role].arising) if posts[role].relieved else set())
        assert all(0 <= relief[duty] <= hours[duty] for duty in relief)


@any_shop(60)
@given(shop=shops, orders=volumes)
def test_everybody_can_do_the_work_given_to_them(playbook: Playbook, shop: dict[str, Any], orders: float) -> None:
    question = asked(playbook, **shop, orders=orders)
    for role, people in question.heads.items():
        post = question.stage.posts[role]
        if people and post.post.exactly is None:
            assert question.fte(post) <= people


# One object answers every question.


@any_shop(80)
@given(shop=shops, orders=volumes)
def test_a_compiled_shop_and_recommend_agree(playbook: Playbook, shop: dict[str, Any], orders: float) -> None:
    question = asked(playbook, **shop, orders=orders)
    plan = recommend(playbook, question.store)
    team = question.shop.headcounts({ORDERS: orders})
    assert team == question.heads == heads(playbook, **shop, orders=orders)
    assert {role.id: role.headcount for role in plan.roles if role.id in team} == team
    postponed = {role for role, post in question.stage.posts.items() if post.postponed and not team[role]}
    assert {role.id for role in plan.roles if role.not_hired == "founder"} <= postponed
    assert sum(team.values()) == plan.headcount


def test_one_shop_asked_up_and_down_agrees_with_new_ones(playbook: Playbook) -> None:
    shop = Shop(playbook, Setting(frozenset(FOUNDER_SKILLS)))
    for orders in (900.0, 3.0, 650.5, 80.0, 499.9, 1000.0, 0.0, 200.0):
        assert shop.headcounts({ORDERS: orders}) == asked(playbook, orders=orders).heads


@pytest.mark.parametrize("orders", [*range(0, 1001, 50), 10, 80, 499])
def test_silent_buyers_never_need_more_service(playbook: Playbook, orders: int) -> None:
    few, many = (service(recommend(playbook, store(orders=orders, silent_share=share))) for share in ("85%", "50%"))
    assert few <= many


def service(plan: Plan) -> int:
    return next(each.headcount for each in plan.functions if each.id == "customer-service")


def hires(playbook: Playbook, plan: Plan) -> Iterator[tuple[str, float]]:
    yield from ((role.id, role.next_at.orders) for role in plan.roles if role.next_at)


@pytest.mark.parametrize("orders", [4.0, 45.0, 120.0, 270.0, 480.0, 700.0])
def test_nobody_is_hired_before_the_nearest_next(playbook: Playbook, orders: float) -> None:
    """Along the way to the nearest next hire, or to the next stage, the whole team stays the same."""
    plan = recommend(playbook, store(orders=orders))
    ends = [full for _, full in hires(playbook, plan)] + ([plan.stage.next.orders] if plan.stage.next else [])
    nearest = min(ends)
    team = asked(playbook, orders=orders).heads
    reached = nextafter(nearest, 0.0)
    for step in range(1, 6):
        assert asked(playbook, orders=orders + (reached - orders) * step / 5).heads == team
