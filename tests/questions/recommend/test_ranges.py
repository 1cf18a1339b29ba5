"""The range of each headcount: what one assumption alone can do, what all can, and which move most."""

from fractions import Fraction

import pytest

from teamplan.engine import curve
from teamplan.engine.amounts import moved, resolve
from teamplan.engine.compiling import compile_stage, recompiled
from teamplan.engine.question import ask
from teamplan.engine.rules import check_amounts
from teamplan.playbook.duties import Driver
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.quantity import Quantity
from teamplan.questions.recommend.answer import recommend
from teamplan.questions.recommend.range_plan import RangePlan
from teamplan.questions.recommend.ranges import _unknown, ranges
from tests.shops import store

pytestmark = pytest.mark.xdist_group("ranges")  # one process draws once


@pytest.fixture(scope="module")
def found(playbook: Playbook) -> RangePlan:
    return ranges(ask(playbook, store(orders=270)), draws=5)


def test_the_centre_is_the_plan(playbook: Playbook, found: RangePlan) -> None:
    plan = recommend(playbook, store(orders=270))
    assert {each.role: each.central for each in found.roles} == {role.id: role.headcount for role in plan.roles}
    assert found.total.central == plan.headcount


def test_ends_lie_around_the_centre(found: RangePlan) -> None:
    for each in (*found.roles, found.total):
        assert each.low <= each.central <= each.high
        moves = [abs(mover.load_at_high - mover.load_at_low) for mover in each.movers]
        assert moves == sorted(moves, reverse=True)
        assert len(moves) <= 3


def test_the_ends_are_those_of_recommend_one_assumption_at_a_time(playbook: Playbook, found: RangePlan) -> None:
    """Packing at the ends of its range, asked for in the usual way."""
    keepers = next(each for each in found.roles if each.role == "warehouse-keeper")
    ends = []
    for end in playbook.assumptions["pack_minutes"].ends:
        plan = recommend(playbook, store(orders=270, assumptions={"pack_minutes": str(end)}))
        ends.append(next(role.headcount for role in plan.roles if role.id == "warehouse-keeper"))
    assert keepers.movers[0].name == "pack_minutes"
    assert keepers.low <= ends[0] <= keepers.central < ends[1] == keepers.high


@pytest.mark.parametrize("name", ["silent_share", "chat_patience", "return_rate", "attendance", "occupancy_max"])
def test_no_value_between_the_ends_lies_outside_the_range(playbook: Playbook, found: RangePlan, name: str) -> None:
    low, high = playbook.assumptions[name].ends
    for tenth in range(11):
        value = Quantity(low.number + (high.number - low.number) * Fraction(tenth, 10), low.unit)
        heads = ask(playbook, store(orders=270, assumptions={name: str(value)})).heads
        assert all(each.low <= heads[each.role] <= each.high for each in found.roles)


def test_what_the_shop_gives_itself_is_not_moved(playbook: Playbook) -> None:
    shop = store(orders=270, silent_share="50%", new_products=1, assumptions={"pack_minutes": 3})
    given = ranges(ask(playbook, shop), draws=1)
    moved = {mover.name for each in given.roles for mover in each.movers}
    assert not moved & {"silent_share", "new_products_half_year", "pack_minutes"}
    assert moved


def test_what_is_chosen_is_not_moved(playbook: Playbook) -> None:
    """Hours of work and of a shift, opening days, new products and ad spend are decisions: nobody is unsure of them."""
    time = playbook.frame.working_time
    chosen = {reference[1:] for reference in (time.shift, time.days_worked, time.days_open)} | {"robot_share"}
    chosen |= {name for name in playbook.assumptions if name.startswith(("new_products_", "ad_spend_"))}
    assert all(playbook.assumptions[name].kind == "choice" for name in chosen)
    for orders in (4, 270, 5000):
        question = ask(playbook, store(orders=orders, founder_skills="none"))
        assert not _unknown(question) & chosen
        assert {"productive_share", "attendance", "pack_minutes"} <= _unknown(question)


def test_ends_that_would_not_be_sound_are_named(found: RangePlan) -> None:
    """Chats of 6, 7 and 8.8 minutes: none may take longer than one beside more others."""
    held = (("1", "8 min"), ("2", "4 min"), ("2", "10 min"), ("3", "6 min"))
    assert found.held == tuple((f"chat_minutes_{chats}", end) for chats, end in held)
    assert found.bent == ()


def test_an_end_beyond_all_planning_is_left_out(playbook: Playbook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(curve, "MOST_PEOPLE", 6)
    question = ask(playbook, store(orders=270))
    found = ranges(question, draws=5)
    assert {"pack_minutes", "silent_share"} <= {name for name, _ in found.held}
    assert max(each.p90 for each in found.roles) < 6
    assert found.sample.left_out > 0
    assert found.total.low < found.total.central < found.total.high


@pytest.mark.parametrize(
    ("stage_id", "orders"), [("three-months", 150.0), pytest.param("one-year", 600.0, marks=pytest.mark.slow)]
)
def test_what_is_compiled_anew_is_what_was_compiled_from_the_start(
    playbook: Playbook, stage_id: str, orders: float
) -> None:
    """Every assumption at both ends: the same loads, capacities and headcounts, and untouched posts are kept."""
    question = ask(playbook, store(orders=orders, stage=stage_id))
    shared = 0
    for name, figure in playbook.assumptions.items():
        for end in figure.ends:
            changed = playbook.with_values({name: figure.model_copy(update={"value": end})})
            sound = not list(check_amounts(changed))
            assert sound == (not list(check_amounts(changed, {name}))), name
            if not sound or changed.frame.drivers != playbook.frame.drivers:
                continue  # who measured a driver asks for another shop, compiled from the start
            amounts = moved(question.shop.amounts, changed, {name})
            assert amounts == resolve(changed)
            anew = recompiled(question.stage, changed, amounts, {name})
            whole = compile_stage(changed, amounts, stage_id, question.shop.setting)
            at = {"orders": orders}
            assert anew.headcounts_once(at) == whole.headcounts_once(at), name
            for role, post in whole.posts.items():
                mine = anew.posts[role]
                assert (mine.load, mine.capacity, mine.rests_on) == (post.load, post.capacity, post.rests_on)
                assert (mine.service and mine.service.people(orders)) == (post.service and post.service.people(orders))
                shared += anew.bases[role] is question.stage.bases[role]
    assert shared > 300


def test_a_load_that_is_least_or_most_between_the_ends_is_named(playbook: Playbook) -> None:
    """Returns of which the same share is sent back again: r (1 - r) is most at a half."""
    drivers = playbook.frame.drivers
    term = {"driver": "parcels", "times": ["$return_rate"], "less": ["$return_rate"]}
    twice = Driver.model_validate({"name": drivers["returns"].name, "from": [term]})
    rate = playbook.assumptions["return_rate"]
    half = rate.model_copy(update={"value": Quantity(Fraction(50), "%"), "range": (Fraction(10), Fraction(90))})
    frame = playbook.frame.model_copy(update={"drivers": drivers | {"returns": twice}})
    bending = playbook.with_(frame=frame, assumptions={**playbook.assumptions, "return_rate": half})
    assert ranges(ask(bending, store(orders=270)), draws=1).bent == ("return_rate",)
