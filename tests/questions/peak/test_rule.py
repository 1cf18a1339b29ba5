"""What covers an event: lawful always, the cheapest cover that of brute force and never dearer than the rule."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamplan.playbook.money import Money, nothing
from teamplan.questions.peak import least_cost as solver
from teamplan.questions.peak.least_cost import COST_GAP, least_cost
from teamplan.questions.peak.rule import by_rule
from teamplan.questions.peak.work import (
    BETWEEN,
    HAND,
    OWNER,
    TEMPORARY,
    EventCover,
    Hand,
    Offer,
    PlanDay,
    Task,
    Temps,
    Work,
    called,
    lawful,
    needed,
    price,
    uncovered,
    undone,
)

NOTHING = nothing("CNY")
CHAT, PACK = "pre-sale-chat", "pack-parcels"
ONE, HALF = Fraction(1), Fraction(1, 2)


def coins(amount: int) -> Money:
    return Money(Decimal(amount) / 100, "CNY")


def hand(who: str, days: range, duties: Mapping[str, Fraction], **given: object) -> Hand:
    usual: dict[str, object] = {
        "people": 1,
        "shift": 100,
        "attendance": ONE,
        "present": dict.fromkeys(days, ONE),
        "other": {},
        "own": duties,
        "helps": {},
        "overtime_day": ONE,
        "overtime_month": Fraction(36),
        "overtime_price": coins(5000),
    }
    return Hand(who=who, **(usual | given))  # type: ignore[arg-type]


def temps(duties: tuple[str, ...], **given: object) -> Temps:
    usual: dict[str, object] = {
        "function": "warehouse",
        "price": coins(24000),
        "training": coins(48000),
        "minutes": Fraction(200),
        "days_a_week": 5,
        "first": 0,
        "duties": duties,
    }
    return Temps(**(usual | given))  # type: ignore[arg-type]


def offer(days: range, price_: int, most: int, lot: int = 1) -> Offer:
    ten = dict.fromkeys(days, Fraction(10))
    return Offer(coins(price_), lot, dict.fromkeys(days, most), ten, ten)


def plan_days(days: range) -> tuple[PlanDay, ...]:
    return tuple(PlanDay(day, 10 + day // 30, day == 0) for day in days)


@st.composite
def single(draw: st.DrawFn) -> Work:
    """One duty, live or not, its people and somebody who helps: all their minutes go to it."""
    days = range(draw(st.integers(1, 2)))
    tens = st.integers(0, 40).map(lambda n: 20 * n)
    agency = offer(days, draw(st.integers(1, 9000)), draw(st.integers(0, 4)), draw(st.sampled_from([1, 5])))
    task = Task(
        PACK, "warehouse", "warehouse-keeper", draw(st.integers(0, 1)), {day: draw(tens) for day in days}, offer=agency
    )
    own = hand("warehouse-keeper", days, {PACK: ONE}, overtime_day=Fraction(draw(st.integers(0, 2))))
    helper = hand("operator", days, {PACK: HALF}, overtime_price=coins(draw(st.integers(0, 9000))))
    people = temps(
        (PACK,),
        price=coins(draw(st.integers(1, 40000))),
        training=coins(draw(st.integers(0, 90000))),
        days_a_week=draw(st.sampled_from([1, 5])),
        first=draw(st.sampled_from([None, 0, 1])),
    )
    return Work(plan_days(days), (task,), (own, helper), (people,))


def everybody(work: Work, bare: EventCover) -> EventCover:
    """The cover in which everybody works on the one duty all of their time."""
    task, minutes = work.tasks[0], {}
    for each in work.days:
        for one in work.hands:
            time = one.ordinary(each.day) + one.hour * bare.overtime.get((one.who, each.day), 0)
            minutes[(HAND, one.who), task.duty, each.day] = Fraction(time)
        people = bare.temporary.get((work.temps[0].function, each.day), 0)
        minutes[(TEMPORARY, work.temps[0].function), task.duty, each.day] = people * work.temps[0].minutes
    hired = {each.function: needed(each, called(each, bare)) for each in work.temps}
    return bare.with_(minutes=minutes, hired=hired)


def choices(work: Work) -> Iterator[EventCover]:
    """Every whole number of hours, people and units."""
    task, days, people = work.tasks[0], work.days, work.temps[0]
    assert task.offer is not None
    spans = {
        **{("o", h.who, d.day): range(h.most_overtime(d.day) + 1) for h in work.hands for d in days},
        **{("t", people.function, d.day): range(5 if people.there(d.day) else 1) for d in days},
        **{("u", task.duty, d.day): range(task.offer.most[d.day] + 1) for d in days},
    }
    for chosen in product(*spans.values()):
        named = dict(zip(spans, chosen, strict=True))
        parts = ({(who, day): n for (k, who, day), n in named.items() if k == kind and n} for kind in "otu")
        overtime, temporary, units = parts
        yield everybody(work, EventCover({}, overtime, temporary, units))


@settings(max_examples=25, deadline=None)
@given(single())
def test_the_cheapest_cover_is_that_of_brute_force(work: Work) -> None:
    best = min((uncovered(work, each), price(work, each, NOTHING)) for each in choices(work) if lawful(work, each))
    found = least_cost(work, NOTHING)
    assert uncovered(work, found) == best[0]
    assert best[1] <= price(work, found, NOTHING)
    assert float(price(work, found, NOTHING)) <= float(best[1]) * (1 + COST_GAP) + 1e-9


@st.composite
def several(draw: st.DrawFn) -> Work:
    """A post with chats and parcels, the owner, a helper, an agency for both and temporary packers."""
    days = range(draw(st.integers(2, 10)))
    tens = st.integers(0, 60).map(lambda n: 10 * n)
    chats = {day: draw(tens) for day in days}
    parcels = {day: draw(tens) for day in days}
    agency = offer(days, draw(st.integers(1, 900)), draw(st.integers(0, 9)), draw(st.sampled_from([1, 20])))
    between = {day: minutes // 2 for day, minutes in chats.items()}
    tasks = (
        Task(CHAT, "customer-service", "customer-service-agent", 0, chats, between, (PACK,), agency),
        Task(PACK, "warehouse", "customer-service-agent", draw(st.integers(1, 3)), parcels),
    )
    agents = hand("customer-service-agent", days, {CHAT: ONE, PACK: ONE}, people=2, other=dict.fromkeys(days, 10))
    owner = hand(OWNER, days, {CHAT: ONE}, overtime_price=NOTHING, overtime_month=Fraction(draw(st.integers(0, 3))))
    helper = hand("operator", days, {}, helps={0: {CHAT: HALF, PACK: HALF}})
    people = temps((PACK,), days_a_week=draw(st.integers(1, 5)), first=draw(st.sampled_from([None, 0, 1])))
    return Work(plan_days(days), tasks, (agents, owner, helper), (people,))


@settings(max_examples=40, deadline=None)
@given(several())
def test_both_covers_are_lawful_and_the_cheapest_is_never_dearer_nor_less_complete(work: Work) -> None:
    rule, cheapest = by_rule(work), least_cost(work, NOTHING)
    assert lawful(work, rule)
    assert lawful(work, cheapest)
    worth = [(uncovered(work, cover), price(work, cover, NOTHING)) for cover in (cheapest, rule)]
    assert worth[0] <= worth[1]


@given(several())
def test_temporary_people_have_a_legal_week_when_dealt_out_in_turn(work: Work) -> None:
    cover, people = by_rule(work), work.temps[0]
    hired, turn = cover.hired[people.function], 0
    worked: dict[int, list[int]] = {person: [] for person in range(hired)}
    for day, there in sorted(called(people, cover).items()):
        for _ in range(there):
            worked[turn % hired].append(day)
            turn += 1
    for days in worked.values():
        assert len(days) == len(set(days))
        assert all(sum(first <= day < first + 7 for day in days) <= people.days_a_week for first in days)


DAYS = range(3)
PACKING = Task(PACK, "warehouse", "warehouse-keeper", 1, {0: 250, 1: 0, 2: 0}, offer=offer(DAYS, 100, 4, 3))
KEEPER = hand("warehouse-keeper", DAYS, {PACK: ONE})
ALONE = Work(plan_days(DAYS), (PACKING,), (KEEPER,))


def test_what_can_wait_is_spread_over_its_days() -> None:
    cover = by_rule(ALONE)
    assert [cover.minutes[(HAND, "warehouse-keeper"), PACK, day] for day in (0, 1)] == [100, 150]
    assert cover.overtime == {("warehouse-keeper", 1): 1}
    assert not uncovered(ALONE, cover)


def test_what_nobody_can_do_is_missing_on_the_day_it_is_due() -> None:
    hard = ALONE.with_(tasks=(PACKING.with_(need={0: 500}, offer=None),))
    for cover in (by_rule(hard), least_cost(hard, NOTHING)):
        assert undone(hard, cover, hard.tasks[0]) == {0: 0, 1: 500 - 2 * 160, 2: 0}


def test_an_agency_is_paid_for_its_lot() -> None:
    chosen = EventCover({}, units={(PACK, 0): 2})
    assert price(ALONE, chosen, NOTHING) == coins(300)
    assert price(ALONE, EventCover({}, units={(PACK, 0): 4}), NOTHING) == coins(400)
    assert price(ALONE, EventCover({}), NOTHING) == NOTHING


def test_live_work_that_is_not_done_is_not_made_up_the_next_day() -> None:
    chat = Task(CHAT, "customer-service", "agent", 0, {0: 300, 1: 10})
    work = Work(plan_days(range(2)), (chat,), (hand("agent", range(2), {CHAT: ONE}),))
    for cover in (by_rule(work), least_cost(work, NOTHING)):
        assert undone(work, cover, chat) == {0: 140, 1: 0}


def test_between_chats_parcels_are_packed_but_not_between_those_of_an_agency() -> None:
    chat = Task(CHAT, "customer-service", "agent", 0, {0: 100}, {0: 60}, (PACK,), offer(range(1), 1, 5))
    pack = Task(PACK, "warehouse", "agent", 1, {0: 60})
    work = Work(plan_days(range(1)), (chat, pack), (hand("agent", range(1), {CHAT: ONE, PACK: ONE}),))
    minutes = {((HAND, "agent"), CHAT, 0): Fraction(100), ((BETWEEN, CHAT), PACK, 0): Fraction(60)}
    assert lawful(work, EventCover(minutes))
    assert not lawful(work, EventCover(minutes, units={(CHAT, 0): 5}))


@pytest.mark.parametrize(
    ("cover", "holds"),
    [
        (EventCover(), True),
        (EventCover({((HAND, "warehouse-keeper"), PACK, 0): Fraction(100)}), True),
        (EventCover({((HAND, "warehouse-keeper"), PACK, 0): Fraction(102)}), False),
        (EventCover({((HAND, "warehouse-keeper"), PACK, 0): Fraction(160)}, {("warehouse-keeper", 0): 1}), True),
        (EventCover({((HAND, "warehouse-keeper"), PACK, 0): Fraction(-1)}), False),
        (EventCover(overtime={("warehouse-keeper", 0): 2}), False),
        (EventCover(overtime={("warehouse-keeper", 0): -1}), False),
        (EventCover(overtime={("warehouse-keeper", day): 1 for day in DAYS}), True),
        (EventCover(units={(PACK, 0): 4}), True),
        (EventCover(units={(PACK, 0): 5}), False),
        (EventCover(units={(PACK, 0): -1}), False),
        (EventCover(units={("bookkeeping", 0): 1}), False),
        (EventCover({((HAND, "warehouse-keeper"), "bookkeeping", 0): Fraction(1)}), False),
        (EventCover({((TEMPORARY, "warehouse"), PACK, 0): Fraction(1)}), False),
    ],
)
def test_the_law_holds_to_the_hour_and_the_unit(cover: EventCover, holds: bool) -> None:
    assert lawful(ALONE, cover) == holds


def test_overtime_of_a_month_is_that_of_one_who_is_there_every_day() -> None:
    half_there = KEEPER.with_(people=2, present=dict.fromkeys(DAYS, ONE), overtime_month=Fraction(2))
    work = ALONE.with_(hands=(half_there,))
    assert lawful(work, EventCover(overtime={("warehouse-keeper", day): 1 for day in (0, 1)}))
    assert not lawful(work, EventCover(overtime={("warehouse-keeper", day): 1 for day in DAYS}))


@pytest.mark.parametrize(
    ("there", "hired", "holds"),
    [
        ({0: 2}, 2, True),
        ({0: 2}, 1, False),
        (dict.fromkeys(range(5), 1), 1, True),
        (dict.fromkeys(range(6), 1), 1, False),
        (dict.fromkeys((0, 1, 2, 3, 4, 7, 8), 1), 1, True),
        (dict.fromkeys((2, 3, 4, 5, 6, 8), 1), 1, False),
    ],
)
def test_temporary_people_have_a_legal_week(there: dict[int, int], hired: int, holds: bool) -> None:
    days = range(9)
    work = Work(plan_days(days), (PACKING,), (hand("warehouse-keeper", days, {PACK: ONE}),), (temps((PACK,)),))
    cover = EventCover(temporary={("warehouse", day): n for day, n in there.items()}, hired={"warehouse": hired})
    assert lawful(work, cover) == holds
    late = work.with_(temps=(temps((PACK,), first=3),))
    assert not lawful(late, cover)


@pytest.mark.parametrize("solved", [None, EventCover(overtime={("warehouse-keeper", 0): 9}), EventCover()])
def test_a_solver_is_believed_where_it_is_lawful_and_better(
    solved: EventCover | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(solver, "_solved", lambda _: solved)
    assert least_cost(ALONE, NOTHING) == by_rule(ALONE)


def test_the_rule_buys_what_is_missing_and_then_the_rest_of_its_lot() -> None:
    days = range(2)
    task = PACKING.with_(need={0: 330, 1: 60}, offer=offer(days, 100, 4, 6))
    cover = by_rule(Work(plan_days(days), (task,), (hand("warehouse-keeper", days, {PACK: ONE}),)))
    assert cover.overtime == {("warehouse-keeper", 0): 1, ("warehouse-keeper", 1): 1}
    assert cover.units == {
        (PACK, 0): 4,
        (PACK, 1): 2,
    }  # ten minutes have nobody; six units are paid, four a day to be had
