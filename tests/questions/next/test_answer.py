"""What comes next agrees with `recommend` at every trigger, and the path across a border leads from team to team."""

import shutil
from fractions import Fraction
from itertools import pairwise
from math import inf, nextafter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamplan.engine.volume import volume_of
from teamplan.playbook.playbook import Playbook
from teamplan.questions.next.answer import outlook
from teamplan.questions.next.outlook import Crossing, Outlook, Trigger
from teamplan.questions.recommend.answer import recommend
from teamplan.reading.load import load
from teamplan.reading.places import built_in
from tests.reading.test_load import BY_VISITORS, edit
from tests.shops import heads, store, total
from tests.test_promises import BOUNDS, SUBSETS, any_shop, shops, volumes


def asked(playbook: Playbook, steps: int = 12, **shop: Any) -> Outlook:
    return outlook(playbook, store(**shop), steps)


def border(playbook: Playbook, orders: float, **shop: Any) -> tuple[Trigger, Crossing]:
    """The way across the stage bound at `orders`, from just below it."""
    found = asked(playbook, 1, **shop, orders=nextafter(orders, 0.0)).triggers[0]
    assert found.kind == "stage"
    assert found.crossing is not None
    return found, found.crossing


@any_shop(25)
@given(shop=shops, orders=volumes, conversion=st.none() | st.sampled_from(["4.5%", "4.1%", "33.3%"]))
def test_every_trigger_is_where_recommend_changes(
    playbook: Playbook, shop: dict[str, Any], orders: float, conversion: str | None
) -> None:
    shop = shop | ({"conversion": conversion} if conversion else {})
    result = asked(playbook, **shop, orders=orders)
    volumes_ = [trigger.orders for trigger in result.triggers]
    assert volumes_ == sorted(volumes_)
    for trigger in result.triggers:
        check_trigger(playbook, trigger, shop, "orders", trigger.orders)
        if trigger.visitors is not None:
            check_trigger(playbook, trigger, shop, "visitors", trigger.visitors)
        assert trigger.percent is None or trigger.percent == pytest.approx(100 * (trigger.orders / orders - 1))
    ends = [orders, *volumes_]
    for low, high in pairwise(ends):
        middle = nextafter((low + high) / 2, inf)
        if low < middle < high:
            assert heads(playbook, **shop, orders=middle) == heads(
                playbook, **shop, orders=max(nextafter(low, inf), 1e-9)
            )


def check_trigger(playbook: Playbook, trigger: Trigger, shop: dict[str, Any], axis: str, amount: float) -> None:
    """A hire happens one float above its volume, a stage begins at it."""
    if trigger.kind == "hire":
        before, after = (heads(playbook, **shop, **{axis: each}) for each in (amount, nextafter(amount, inf)))
        role = trigger.role or ""
        assert before[role] < after[role]
        if axis == "orders":
            assert after[role] - before[role] == trigger.people
    else:
        assert total(playbook, **shop, **{axis: amount}) == trigger.headcount
        at, below = (volume_of(store(**shop, **{axis: each})).orders for each in (amount, nextafter(amount, 0)))
        bound = float(playbook.stages[trigger.stage].starts_at.orders)
        assert below < bound <= at


@pytest.mark.parametrize("skills", SUBSETS, ids=lambda skills: "+".join(skills) or "none")
@pytest.mark.parametrize("orders", BOUNDS[1:])
def test_the_path_across_a_border_leads_from_team_to_team(
    playbook: Playbook, orders: float, skills: tuple[str, ...]
) -> None:
    trigger, way = border(playbook, orders, founder_skills=skills)
    before = heads(playbook, orders=nextafter(orders, 0.0), founder_skills=skills)
    plan = recommend(playbook, store(orders=orders, founder_skills=skills))
    team: dict[str, float] = dict(before)
    for move in way.moves:
        team[move.role] -= move.people
        team[move.to] = team.get(move.to, 0) + move.people
    for step in way.path:
        team[step.role] = team.get(step.role, 0) + step.people
    for hire in way.spare:
        team[hire.role] -= hire.people
    after = {role.id: role.headcount for role in plan.roles}
    assert {role: people for role, people in team.items() if people} == {k: v for k, v in after.items() if v}
    assert trigger.people == plan.headcount - sum(before.values()) + sum(hire.people for hire in way.spare)
    assert way.owner_jobs == pytest.approx(plan.owner.fte)
    tiers = [playbook.roles[step.role].hire_tier for step in way.path]
    assert tiers == sorted(tiers)


def test_two_are_hired_at_half_a_year_and_the_agents_go_to_both_halves_of_service(playbook: Playbook) -> None:
    trigger, way = border(playbook, 200)
    assert trigger.people == 2
    assert [(step.role, step.people) for step in way.path] == [("pre-sale-service", 2)]  # the others came before
    assert [(move.role, move.to, move.people) for move in way.moves] == [
        ("customer-service-agent", "pre-sale-service", 2),
        ("customer-service-agent", "after-sale-service", 1),
    ]
    split = asked(playbook, 2, orders=199).triggers[1]
    assert (split.kind, split.role, split.into) == (
        "split", "customer-service-agent", ("pre-sale-service", "after-sale-service")
    )  # fmt: skip


def test_a_gap_costs_the_owner_what_nobody_carries_or_the_others_their_load(playbook: Playbook) -> None:
    (_, way), (_, later) = border(playbook, 200), border(playbook, 500)
    agents = recommend(playbook, store(orders=200)).role("pre-sale-service")
    lead = recommend(playbook, store(orders=500)).role("service-lead")
    assert agents is not None
    assert lead is not None
    alone, joined = later.path[0], way.path[0]
    assert (alone.role, joined.role) == (lead.id, agents.id)
    presence = 0.94  # a full-time job is one without absence, a post's load is counted with it
    assert alone.gap_jobs == pytest.approx(lead.fte * presence, rel=0.05)
    assert alone.load_percent is None
    assert joined.load_percent == pytest.approx(100 * agents.fte / 2)
    assert joined.gap_jobs == 0
    assert alone.owner_jobs > later.owner_jobs


def test_who_may_wait_stands_last_and_nobody_waits_while_others_are_overloaded(playbook: Playbook) -> None:
    for orders in BOUNDS[1:]:
        _, way = border(playbook, orders, founder_skills="none")
        waits = [step.may_wait for step in way.path]
        assert waits == sorted(waits)
    _, way = border(playbook, 10, founder_skills="none")
    assert [step.role for step in way.path if step.may_wait] == ["designer", "promoter"]
    _, strict = border(playbook, 10, founder_skills="none", assumptions={"owner_jobs_limit": "0.4"})
    assert [step.role for step in strict.path if step.may_wait] == ["promoter"]


@any_shop(60)
@given(shop=shops, orders=volumes, percent=st.integers(5, 30))
def test_it_is_safe_to_shrink_a_margin_below_slack(
    playbook: Playbook, shop: dict[str, Any], orders: float, percent: int
) -> None:
    result = asked(playbook, 1, **shop, orders=orders, assumptions={"shrink_margin": f"{percent}%"})
    assert result.shrink_margin == percent / 100
    for fall in result.falls:
        there, above = (
            heads(playbook, **shop, orders=each) for each in (fall.slack_orders, nextafter(fall.slack_orders, inf))
        )
        if fall.role is None:
            assert sum(there.values()) == fall.people
        else:
            assert there[fall.role] == fall.people < above[fall.role]
        assert fall.safe_orders == pytest.approx(fall.slack_orders * (1 - percent / 100))
        assert fall.state == "fine"  # a planned team has nobody to spare


def test_a_team_that_is_there_starts_as_it_is(playbook: Playbook) -> None:
    team = {"roles": {"customer-service-agent": 4, "store-manager": 1}}
    result = asked(playbook, 9, orders=150, team=team)
    assert [(hire.role, hire.people) for hire in result.now] == [
        ("operator", 1), ("warehouse-keeper", 1), ("designer", 1)
    ]  # fmt: skip
    assert [(read.title, read.role, read.people) for read in result.team.reads] == [
        ("customer-service-agent", "warehouse-keeper", Fraction(1))  # agents have packed before
    ]
    assert result.spare == ()
    assert [helps.title for helps in result.team.helps] == ["store-manager"]
    way = next(each.crossing for each in result.triggers if each.kind == "stage")
    assert way is not None
    assert [(move.to, move.people) for move in way.moves] == [("pre-sale-service", 2), ("after-sale-service", 1)]
    assert "store-manager" not in {step.role for step in way.path}
    slack = {fall.role: fall.state for fall in result.falls}
    assert slack["customer-service-agent"] == "fine"
    assert slack["warehouse-keeper"] == "fine"


def test_a_given_stage_has_no_border(playbook: Playbook) -> None:
    result = asked(playbook, 30, orders=150, stage="three-months")
    assert {trigger.kind for trigger in result.triggers} == {"hire"}
    assert all(fall.role for fall in result.falls)
    early = asked(playbook, 5, orders=150, stage="solo-launch")  # the owner's limit counts in every stage
    assert {(trigger.kind, trigger.stage) for trigger in early.triggers} == {("hire", "solo-launch")}


def test_a_shop_without_orders_has_no_percent(playbook: Playbook) -> None:
    result = asked(playbook, 2, orders=0)
    assert [trigger.percent for trigger in result.triggers] == [None, None]
    assert asked(playbook, 2, visitors=10, conversion="0%").triggers[0].visitors is None


def test_triggers_go_on_to_the_end_of_planning(playbook: Playbook) -> None:
    result = asked(playbook, 1000, orders=990_000)
    assert 0 < len(result.triggers) < 1000
    assert all(trigger.orders < 1_000_000 for trigger in result.triggers)


@pytest.mark.parametrize("conversion", ["4.5%", "4.1%"])
def test_a_role_that_hangs_on_visitors_comes_in_its_turn(tmp_path: Path, conversion: str) -> None:
    folder = Path(shutil.copytree(built_in(), tmp_path / "mine"))
    edit(folder, BY_VISITORS)
    playbook = load(folder)
    result = asked(playbook, 25, orders=210, conversion=conversion)
    operators = [trigger for trigger in result.triggers if trigger.role == "operator"]
    assert operators
    for trigger in operators:
        assert trigger.visitors is not None
        check_trigger(playbook, trigger, {"conversion": conversion}, "orders", trigger.orders)
        check_trigger(playbook, trigger, {"conversion": conversion}, "visitors", trigger.visitors)
