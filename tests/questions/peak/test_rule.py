"""What covers the days of an event: lawful always, the cheapest mix equal to brute force and never above the rule."""

from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamplan.playbook.money import Money, nothing
from teamplan.questions.peak import least_cost as solver
from teamplan.questions.peak.least_cost import least_cost
from teamplan.questions.peak.rule import (
    Cover,
    DayCover,
    Means,
    NeedDay,
    Offer,
    Post,
    by_rule,
    lawful,
    needed,
    price,
    short,
    uncovered,
)

NOTHING = nothing("CNY")


def coins(amount: int) -> Money:
    return Money(Decimal(amount) / 100, "CNY")


def sums(least: int, most: int) -> st.SearchStrategy[Money]:
    return st.integers(least, most).map(coins)


def offers() -> st.SearchStrategy[tuple[Offer, ...]]:
    each = st.builds(
        Offer,
        duty=st.just("pack-parcels"),
        price=sums(0, 9000),
        most=st.integers(0, 3),
        work=st.sampled_from([Fraction(1, 4), Fraction(1, 3), Fraction(1)]),
        service=st.sampled_from([Fraction(0), Fraction(1, 2)]),
    )
    return st.lists(each, max_size=1).map(tuple)


@st.composite
def posts(draw: st.DrawFn, days: int = 3, most: int = 60) -> Post:
    need = st.integers(0, most).map(lambda amount: Fraction(amount, 10))
    temporary = draw(st.sampled_from([Fraction(0), Fraction(1, 2), Fraction(3, 4)]))
    means = Means(
        people=draw(st.integers(0, 2)),
        overtime=draw(st.sampled_from([Fraction(1, 6), Fraction(1, 3), Fraction(1, 8)])),
        overtime_price=draw(sums(0, 9000)),
        overtime_day=draw(st.integers(0, 3)),
        overtime_month=draw(st.sampled_from([Fraction(0), Fraction(5, 2), Fraction(4), Fraction(36)])),
        temporary=temporary,
        temporary_price=draw(sums(1, 40000)),
        training_price=draw(sums(0, 90000)),
        temporary_days_a_week=draw(st.sampled_from([1, 2, 5])),
    )
    found = tuple(
        NeedDay(
            day, draw(st.sampled_from([11, 12])), draw(need), Fraction(draw(st.integers(0, most // 10))), draw(offers())
        )
        for day in range(draw(st.integers(1, days)))
    )
    return Post("warehouse-keeper", means, found)


def brute_force(post: Post) -> tuple[Fraction, Money]:
    """(people-days not covered, price) of the best of all choices."""
    means = post.means
    room = 7 if means.temporary else 1  # six halves cover the highest need
    days = [
        [
            DayCover(overtime, temporary, {each.duty: units for each in day.offers})
            for overtime in range(means.overtime_day + 1)
            for temporary in range(room)
            for units in range((day.offers[0].most if day.offers else 0) + 1)
        ]
        for day in post.busy
    ]
    found = []
    for drawn in product(*days):
        bare = Cover({day.day: each for day, each in zip(post.busy, drawn, strict=True)})
        cover = Cover(bare.days, needed(post, bare))
        if lawful(post, cover):
            found.append((uncovered(post, cover), price(post, cover)))
    return min(found)


@settings(max_examples=60, deadline=None)
@given(posts(days=2, most=30))
def test_the_cheapest_mix_is_that_of_brute_force(post: Post) -> None:
    cover = least_cost(post)
    assert (uncovered(post, cover), price(post, cover)) == brute_force(post)


@settings(max_examples=150, deadline=None)
@given(posts(days=12))
def test_the_cheapest_mix_is_lawful_complete_and_never_dearer_than_the_rule(post: Post) -> None:
    rule, cheapest = by_rule(post), least_cost(post)
    for cover in (rule, cheapest):
        assert lawful(post, cover)
        assert not (post.means.temporary and uncovered(post, cover))
    assert (uncovered(post, cheapest), price(post, cheapest)) <= (uncovered(post, rule), price(post, rule))


@given(posts(days=12))
def test_temporary_people_have_a_legal_week_when_dealt_out_in_turn(post: Post) -> None:
    cover = by_rule(post)
    worked: dict[int, list[int]] = {person: [] for person in range(cover.hired)}
    turn = 0
    for day, drawn in cover.days.items():
        for _ in range(drawn.temporary):
            worked[turn % cover.hired].append(day)
            turn += 1
    for days in worked.values():
        assert len(days) == len(set(days))
        assert all(sum(first <= day < first + 7 for day in days) <= post.means.temporary_days_a_week for first in days)


def test_a_team_that_suffices_draws_on_nothing() -> None:
    means = Means(2, Fraction(1, 6), coins(4000), 4, Fraction(48), coins(24000), coins(48000), Fraction(1, 2))
    post = Post("warehouse-keeper", means, (NeedDay(0, 11, Fraction(2), Fraction(1)),))
    assert by_rule(post) == least_cost(post) == Cover({})
    assert price(post, Cover({})) == NOTHING


@pytest.mark.parametrize("people", [0, 3])
def test_what_nobody_can_do_is_told_and_not_hidden(people: int) -> None:
    means = Means(people, Fraction(1, 6), coins(4000), people, Fraction(36), NOTHING, NOTHING)
    post = Post("service-lead", means, (NeedDay(0, 11, Fraction(people + 2), Fraction(0)),))
    for cover in (by_rule(post), least_cost(post)):
        assert uncovered(post, cover) == 2 - Fraction(people, 6)


def test_the_rule_keeps_overtime_for_the_hardest_day() -> None:
    means = Means(1, Fraction(1, 4), coins(1), 3, Fraction(3), NOTHING, NOTHING)
    post = Post(
        "bookkeeper", means, (NeedDay(0, 11, Fraction(2), Fraction(0)), NeedDay(1, 11, Fraction(3), Fraction(0)))
    )
    assert [by_rule(post).days[day].overtime for day in (0, 1)] == [0, 3]


OFFER = Offer("pack-parcels", coins(100), 2, Fraction(1, 4), Fraction(0))
HARD = Post(
    "warehouse-keeper",
    Means(2, Fraction(1, 4), coins(50), 3, Fraction(5), coins(700), coins(900), Fraction(1, 2), 5),
    tuple(NeedDay(day, 11 + day // 7, Fraction(3), Fraction(1), (OFFER,)) for day in range(14)),
)


@pytest.mark.parametrize(
    ("days", "hired", "holds"),
    [
        ({}, 0, True),
        ({0: DayCover(3)}, 0, True),
        ({0: DayCover(4)}, 0, False),
        ({0: DayCover(-1)}, 0, False),
        ({0: DayCover(3), 1: DayCover(2)}, 0, True),  # five hours in a month
        ({0: DayCover(3), 1: DayCover(3)}, 0, False),
        ({6: DayCover(3), 7: DayCover(3)}, 0, True),  # in two months
        ({0: DayCover(units={"pack-parcels": 2})}, 0, True),
        ({0: DayCover(units={"pack-parcels": 3})}, 0, False),
        ({0: DayCover(units={"pack-parcels": -1})}, 0, False),
        ({0: DayCover(0, 2)}, 2, True),
        ({0: DayCover(0, 2)}, 1, False),
        ({0: DayCover(0, -1)}, 0, False),
        ({day: DayCover(0, 1) for day in range(5)}, 1, True),  # five days in seven
        ({day: DayCover(0, 1) for day in range(6)}, 1, False),
        ({day: DayCover(0, 1) for day in (0, 1, 2, 3, 4, 7, 8)}, 1, True),
        ({day: DayCover(0, 1) for day in (2, 3, 4, 5, 6, 8)}, 1, False),
    ],
)
def test_the_law_holds_to_the_hour_the_unit_and_the_day(days: dict[int, DayCover], hired: int, holds: bool) -> None:
    assert lawful(HARD, Cover(days, hired)) == holds


def test_what_is_missing_and_what_it_costs_to_the_unit() -> None:
    drawn = DayCover(2, 1, {"pack-parcels": 1})  # half a person, half a one, and a quarter of the work alone
    assert short(HARD, HARD.days[0], DayCover()) == 1
    assert short(HARD, HARD.days[0], DayCover(2)) == Fraction(1, 2)
    assert short(HARD, HARD.days[0], DayCover(0, 1)) == Fraction(1, 2)
    assert short(HARD, HARD.days[0], DayCover(units={"pack-parcels": 1})) == Fraction(3, 4)
    assert short(HARD, HARD.days[0], drawn) == 0
    assert uncovered(HARD, Cover({0: drawn, 1: DayCover(1)})) == Fraction(3, 4) + 12
    assert price(HARD, Cover({0: drawn, 1: DayCover(1)}, 1)) == coins(900 + 2 * 50 + 700 + 100 + 50)


def test_the_service_curve_counts_where_it_misses_more() -> None:
    day = NeedDay(0, 11, Fraction(1), Fraction(4), (OFFER,))
    assert short(HARD, day, DayCover(units={"pack-parcels": 2})) == 2  # parcels answer no chat


def test_the_rule_draws_on_overtime_then_offers_then_temporary_people() -> None:
    post = Post("warehouse-keeper", HARD.means, HARD.days[:2])
    drawn = by_rule(post)
    assert drawn.days == {0: DayCover(3, 0, {"pack-parcels": 1}), 1: DayCover(2, 0, {"pack-parcels": 2})}
    harder = Post("warehouse-keeper", HARD.means, (NeedDay(0, 11, Fraction(4), Fraction(0), (OFFER,)),))
    assert by_rule(harder) == Cover({0: DayCover(3, 2, {"pack-parcels": 2})}, 2)


RULE = by_rule(Post("warehouse-keeper", HARD.means, HARD.days[:2]))


@pytest.mark.parametrize(
    ("solved", "taken"),
    [
        (None, False),
        (Cover({0: DayCover(4), 1: DayCover(4)}), False),  # above the law
        (Cover({0: DayCover(3), 1: DayCover(2, 1)}, 1), False),  # covers as much as it can for more
        (RULE, False),  # no better
        (Cover({0: DayCover(3, 0, {"pack-parcels": 1}), 1: DayCover(2)}), False),  # cheaper and leaves people missing
        (Cover({0: DayCover(2, 0, {"pack-parcels": 2}), 1: DayCover(2, 0, {"pack-parcels": 2})}), True),
    ],
    ids=["none", "unlawful", "dearer", "same", "incomplete", "cheaper"],
)
def test_a_solver_is_believed_where_it_is_lawful_and_better(
    solved: Cover | None, taken: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = tuple(day.with_(offers=(OFFER.with_(price=coins(40)),)) for day in HARD.days[:2])
    monkeypatch.setattr(solver, "_solved", lambda _: solved)
    post = Post("warehouse-keeper", HARD.means, days)
    assert by_rule(post) == RULE
    assert least_cost(post) == (solved if taken else RULE)
