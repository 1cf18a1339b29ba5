"""Posts of a small shop: which curve binds, who relieves whom, who is hired at all."""

from fractions import Fraction
from math import inf, nextafter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamplan.engine.linear import ORDERS, VISITORS
from teamplan.engine.load import Setting
from teamplan.engine.shop import Shop
from teamplan.engine.staffing import Staffed
from teamplan.errors import TeamplanError
from teamplan.playbook.base import MOST_PEOPLE
from tests.engine.small import compiled, small

PACKING: dict[str, Any] = {"duties": ["packing"]}  # 4 minutes an order, 8 hours: 120 orders a person
CHATTING: dict[str, Any] = {"duties": ["chatting"]}

BINDINGS = ("work", "presence", "service", "floor")  # of two that ask for the same, the earlier binds


def post(team: dict[str, Any], role: str = "packer", setting: Setting | None = None, **more: Any) -> Staffed:
    return compiled(small(team, **more), setting).posts[role]


@pytest.mark.parametrize("people", range(1, 30))
def test_120_orders_a_person(people: int) -> None:
    packer = post({"packer": PACKING})
    assert packer.headcount.people(120.0 * people) == people
    assert packer.headcount.people(nextafter(120.0 * people, inf)) == people + 1
    assert packer.binding(120.0 * people) == "work"


@pytest.mark.parametrize(("orders", "binding"), [(0.0, "floor"), (120.0, "floor"), (240.0, "work"), (600.0, "work")])
def test_of_two_that_ask_for_the_same_the_work_binds(orders: float, binding: str) -> None:
    assert post({"packer": PACKING | {"at_least": 2}}).binding(orders) == binding


def test_no_work_no_people_no_binding() -> None:
    packer = post({"packer": PACKING})
    assert (packer.headcount.people(0.0), packer.binding(0.0), packer.headcount.full_at(0)) == (0, None, 0.0)


@pytest.mark.parametrize(
    ("open_", "orders", "people", "binding"),
    [
        ("09:00-17:00", 1.0, 1, "work"),  # one shift covers the day
        ("09:00-18:00", 1.0, 2, "presence"),
        ("09:00-01:00", 1.0, 2, "presence"),
        ("09:00-17:00", 100.0, 2, "work"),  # 200 chats at 4 minutes: 13.3 hours of work
        ("00:00-24:00", 100.0, 3, "presence"),
        ("00:00-24:00", 150.0, 4, "service"),  # 12.5 chats an hour take 1.16 agents, in three shifts
    ],
)
def test_seats_and_presence(open_: str, orders: float, people: int, binding: str) -> None:
    agent = post({"agent": CHATTING}, "agent", service=open_)
    assert (agent.headcount.people(orders), agent.binding(orders)) == (people, binding)


def test_a_stage_without_opening_hours_seats_nobody() -> None:
    agent = post({"agent": CHATTING}, "agent")
    assert [agent.headcount.people(orders) for orders in (0.0, 1.0, 60.0, 100.0)] == [0, 1, 1, 2]


def test_a_live_duty_that_does_not_arise_yet_takes_no_seat() -> None:
    chats = {
        "chatting": {"from_stage": "stage-2"} | small({}).duties["chatting"].model_dump(include={"driver", "live"})
    }
    playbook = small({"agent": CHATTING}, {"agent": CHATTING}, service="00:00-24:00", duties=chats)
    early, late = (compiled(playbook, stage=stage).posts["agent"] for stage in ("stage-1", "stage-2"))
    assert (early.headcount.people(150.0), early.service) == (0, None)
    assert (late.headcount.people(150.0), late.binding(150.0)) == (4, "service")


def test_the_owner_relieves_or_people_cover_for_each_other() -> None:
    away: dict[str, Any] = {"attendance": "50%", "days_open": "5 days/week"}
    covered, relieved = ({"packer": PACKING}, {"packer": PACKING | {"relieved_by": "owner"}})
    assert post(covered, **away).headcount.people(120.0) == 2
    assert post(relieved, **away).headcount.people(120.0) == 1
    assert post(covered, **away).capacity == Fraction(4)
    assert post(relieved, **away).capacity == Fraction(8)


@pytest.mark.parametrize("fte", ["0.5", "0.6", "0.95"])
def test_hired_above_from_fte_and_not_at_it(fte: str) -> None:
    packer = post({"packer": PACKING | {"from_fte": float(fte)}})
    gate = float(120 * Fraction(fte))
    assert packer.headcount.full_at(0) == gate
    assert [packer.headcount.people(orders) for orders in (gate, nextafter(gate, inf), 120.5)] == [0, 1, 2]
    assert [packer.binding(orders) for orders in (gate, nextafter(gate, inf))] == [None, "work"]


@pytest.mark.parametrize(("weekly", "people"), [("24 h/week", 0), ("24.1 h/week", 1), ("41 h/week", 2)])
def test_constant_work_is_hired_for_or_is_not(weekly: str, people: int) -> None:
    planner = post({"packer": {"duties": ["planning"], "from_fte": 0.6}}, weekly=weekly)
    assert (planner.headcount.people(0.0), planner.headcount.people(1e6)) == (people, people)


@pytest.mark.parametrize("exactly", [0, 1, 3])
def test_exactly_stands_whatever_the_load(exactly: int) -> None:
    packer = post({"packer": PACKING | {"exactly": exactly}})
    assert {packer.headcount.people(orders) for orders in (0.0, 120.0, 1e5)} == {exactly}
    assert packer.binding(1e5) == ("floor" if exactly else None)
    assert packer.headcount.full_at(exactly) == inf


def test_a_founder_with_the_skill_needs_no_post_and_nobody_leads_it() -> None:
    team = {
        "packer": PACKING | {"unless_founder": "warehouse", "at_least": 4},
        "agent": CHATTING | {"at_least": 4},
        "leader": {"duties": ["leading"]},
    }
    alone, hired = (compiled(small(team), Setting(frozenset(skills))) for skills in (("warehouse",), ()))
    assert alone.headcounts({ORDERS: 0.0}) == {"packer": 0, "agent": 4, "leader": 1}
    assert hired.headcounts({ORDERS: 0.0}) == {"packer": 4, "agent": 4, "leader": 1}
    assert [alone.posts[role].postponed for role in team] == [True, False, False]
    assert not any(post.postponed for post in hired.posts.values())


def test_leaders_are_hired_with_those_they_lead() -> None:
    stage = compiled(small({"leader": {"duties": ["leading"]}, "packer": PACKING}))  # 8 heads a leader
    assert stage.headcounts({ORDERS: 120.0 * 8}) == {"leader": 1, "packer": 8}
    assert stage.headcounts({ORDERS: nextafter(120.0 * 8, inf)}) == {"leader": 2, "packer": 9}
    assert stage.posts["leader"].volume == ORDERS


def test_a_headcount_that_cannot_be_counted_is_refused() -> None:
    """Only who asks for the known ones gets a team without the roles that depend on visitors."""
    stage = compiled(small({"agent": CHATTING, "packer": PACKING | {"at_least": 1}}))
    stage = stage.with_(posts={**stage.posts, "agent": stage.posts["agent"].with_(volume=VISITORS)})
    assert stage.uncounted({ORDERS}) == ("agent",)
    assert stage.known_headcounts({ORDERS: 0.0}) == {"packer": 1}
    with pytest.raises(TeamplanError) as error:
        stage.headcounts({ORDERS: 0.0})
    assert [(fault.key, fault.values) for fault in error.value.problems] == [("visitors-needed", {"role": "agent"})]
    assert set(stage.headcounts({ORDERS: 0.0, VISITORS: 0.0})) == {"agent", "packer"}


def test_leaders_of_those_who_hang_on_visitors_hang_on_visitors() -> None:
    stage = compiled(small({"leader": {"duties": ["leading"]}, "packer": {"duties": ["watching"]}}))
    assert {post.volume for post in stage.posts.values()} == {VISITORS}
    assert stage.headcounts({ORDERS: 0.0, VISITORS: 480.0 * 8}) == {"leader": 1, "packer": 8}
    assert stage.headcounts({ORDERS: 0.0, VISITORS: nextafter(480.0 * 8, inf)}) == {"leader": 2, "packer": 9}


@pytest.mark.parametrize("given_", [None, Fraction(50), Fraction(0)])
def test_new_products_are_people(given_: Fraction | None) -> None:
    setting = Setting() if given_ is None else Setting(inputs={"new-products": given_})
    products = Fraction(5) if given_ is None else given_
    pager = post({"packer": {"duties": ["paging"]}}, setting=setting)  # two pages a day, ten a week
    assert pager.headcount.people(0.0) == -(-products // 10)


@settings(derandomize=True, max_examples=60, deadline=None)
@given(
    orders=st.floats(min_value=0, max_value=2000),
    floor=st.integers(0, 5),
    hours=st.integers(1, 24),
    attendance=st.integers(50, 100),
)
def test_the_binding_curve_sets_the_headcount(orders: float, floor: int, hours: int, attendance: int) -> None:
    agent = post(
        {"agent": {"duties": ["chatting", "packing", "planning"], "at_least": floor}},
        "agent",
        service=f"00:00-{hours:02d}:00",
        attendance=f"{attendance}%",
    )
    people, binding = agent.headcount.people(orders), agent.binding(orders)
    by_curve = {name: curve.people(orders) for name, curve in agent.curves.items()}
    assert tuple(by_curve) == (*BINDINGS, "owner")
    assert people == max(by_curve.values())
    assert binding == next(name for name in BINDINGS if by_curve[name] == people)
    assert by_curve["work"] * agent.capacity >= agent.load.at({ORDERS: Fraction(orders)})
    assert (by_curve["work"] - 1) * agent.capacity < agent.load.at({ORDERS: Fraction(orders)})


@pytest.mark.parametrize(("bounds", "stage"), [(0.0, 1), (nextafter(100, 0), 1), (100.0, 2), (250.0, 3), (1e6, 3)])
def test_orders_decide_the_stage(bounds: float, stage: int) -> None:
    shop = Shop(small({"packer": PACKING}, {"packer": PACKING}, {"packer": PACKING}), Setting())
    assert shop.stage_of(bounds) == f"stage-{stage}"
    assert shop.starts_at(f"stage-{stage}") == 100.0 * (stage - 1)


def test_a_stage_is_compiled_once() -> None:
    shop = Shop(small({"packer": PACKING}), Setting())
    assert shop.compiled("stage-1") is shop.compiled("stage-1")


@pytest.mark.parametrize(("floor", "minutes"), [(MOST_PEOPLE, "4 min"), (0, "500000 min")])
def test_a_slip_in_the_figures_is_refused_and_not_counted_for_ever(floor: int, minutes: str) -> None:
    with pytest.raises(TeamplanError) as raised:
        post({"packer": PACKING | {"at_least": floor}}, pack=minutes).headcount.people(1000.0)
    assert [problem.key for problem in raised.value.problems] == ["too-many-people"]


def test_the_last_that_is_counted() -> None:
    packer = post({"packer": PACKING | {"at_least": MOST_PEOPLE - 1}})
    assert packer.headcount.people(1.0) == MOST_PEOPLE - 1
    assert packer.headcount.full_at(MOST_PEOPLE - 1) == 120.0 * (MOST_PEOPLE - 1)
    assert packer.headcount.full_at(MOST_PEOPLE) == inf
