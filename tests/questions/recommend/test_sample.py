"""The drawn range: reproducible, between the ends that all at once can reach, and that of a count of all cases."""

from fractions import Fraction
from math import ceil, fsum
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as some

from teamplan.engine.question import Question, ask
from teamplan.engine.rules import check_amounts
from teamplan.engine.shop import Shop
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.quantity import Quantity
from teamplan.questions.recommend.moved import TOTAL
from teamplan.questions.recommend.ranges import _choices, _chosen, _unknown, ranges
from teamplan.questions.recommend.sample import _ranks, _sure, drawn, two_sided
from tests.cli.prompt import teamplan
from tests.engine.small import small
from tests.shops import store

ORDERS = 400
PACK, WEEKLY = (2, 10), (0, 40)  # minutes an order, hours a week; 4 and 10 as they are


@pytest.fixture(scope="module")
def two() -> Question:
    """A packer who packs and plans; everything else is known."""
    playbook = small({"packer": {"duties": ["packing", "planning"]}})
    wide = {"pack": PACK, "weekly": WEEKLY}
    figures = {
        name: figure.model_copy(
            update={"range": tuple(map(Fraction, wide.get(name, (figure.value.number, figure.value.number))))}
        )
        for name, figure in playbook.assumptions.items()
    }
    return ask(playbook.with_(assumptions=figures), store(orders=ORDERS))


def people(pack: Fraction, weekly: Fraction) -> int:
    """Hours a day over 8, rounded up."""
    return ceil((ORDERS * pack / 60 + weekly / 5) / 8)


def test_a_seed_says_the_same_again_and_another_seed_something_else(two: Question) -> None:
    first, again, other = (ranges(two, seed) for seed in (7, 7, 8))
    assert first == again
    assert first.sample.seed == 7
    assert first.sample != other.sample
    rows = [[drawn(two, _unknown(two), seed).percentiles(TOTAL) for seed in (7, 7)]]
    assert rows[0][0] == rows[0][1] == (first.total.p10, first.total.p90)


def test_the_drawn_people_are_those_of_the_question_asked_with_these_values(two: Question) -> None:
    """The same numbers from the same random source, each shop asked for in the usual way."""
    random, found = Random(3), []
    for _ in range(20):
        values = {name: two_sided(two.playbook.assumptions[name], random.random()) for name in sorted(_unknown(two))}
        heads = ask(two.playbook, store(orders=ORDERS, assumptions=values)).heads
        assert sum(heads.values()) == people(values["pack"].number, values["weekly"].number)
        found.append(sum(heads.values()))
    found.sort()
    assert drawn(two, _unknown(two), 3, 20).percentiles(TOTAL) == (found[1], found[17])


def test_the_drawn_range_lies_within_all_at_once_and_tells_every_case(two: Question) -> None:
    """200 x 200 cases of equal chance, counted: their percentiles lie where the sample says that they do."""
    found = ranges(two, draws=60)
    least, most = people(*map(Fraction, (PACK[0], WEEKLY[0]))), people(*map(Fraction, (PACK[1], WEEKLY[1])))
    assert least <= found.total.p10 < found.total.p90 <= most
    known = two.playbook.assumptions
    packs, weeks = (
        [two_sided(known[name], (place + 0.5) / 200).number for place in range(200)] for name in ("pack", "weekly")
    )
    cases = sorted(people(pack, week) for pack in packs for week in weeks)
    assert found.sample.p10_within[0] <= cases[3999] <= found.sample.p10_within[1]
    assert found.sample.p90_within[0] <= cases[35999] <= found.sample.p90_within[1]


def test_the_leading_assumptions_are_those_of_the_widest_swing(playbook: Playbook) -> None:
    """The load of a team at the ends of each unknown, each shop compiled whole; opening hours follow its chats."""
    question = ask(playbook, store(orders=70, stage="promotion"))
    widest: dict[str, float] = {}
    for name in _unknown(question):
        figure = playbook.assumptions[name]
        changed = [playbook.with_values({name: figure.model_copy(update={"value": end})}) for end in figure.ends]
        if all(not list(check_amounts(each)) for each in changed):
            low, high = (_load(Shop(each, question.shop.setting), question) for each in changed)
            widest[name] = abs(high - low)
    leading = sorted(widest, key=lambda name: -widest[name])[:3]
    found = ranges(question, draws=1).total.movers
    assert [mover.name for mover in found] == leading
    assert [abs(each.load_at_high - each.load_at_low) for each in found] == pytest.approx(
        [widest[name] for name in leading]
    )


def _load(shop: Shop, question: Question) -> float:
    volume = question.volume
    stage = shop.alone("promotion").seen_at(volume.orders)
    point = volume.exact | {role: Fraction(each) for role, each in stage.headcounts_once(volume.at).items()}
    service = {role: post.service.people(volume.orders) if post.service else 0 for role, post in stage.posts.items()}
    return fsum(max(float(post.load.at(point) / post.capacity), service[role]) for role, post in stage.posts.items())


def test_no_choice_is_drawn_and_choices_that_change_people_are_told(playbook: Playbook) -> None:
    question = ask(playbook, store(orders=270))
    kinds = {playbook.assumptions[name].kind for name in _unknown(question)}
    assert kinds == {"unknown"}
    choices = {each.name: each for each in _choices(question)}
    assert {"shift_hours", "days_worked", "ad_spend_half_year", "owner_jobs_limit"} <= choices.keys()
    shift = ask(playbook, store(orders=270, assumptions={"shift_hours": "4 h"}))
    assert choices["shift_hours"].people_at_low == sum(shift.heads.values())
    assert "shift_hours" not in _chosen(shift)


@given(some.floats(0, 1, exclude_max=True), some.integers(0, 100), some.integers(0, 100), some.integers(0, 100))
def test_a_draw_stays_in_its_range_and_rises(share: float, low: int, value: int, high: int) -> None:
    low, value, high = sorted((low, value, high))
    figure = small({"packer": {"duties": ["packing"]}}).assumptions["pack"]
    figure = figure.model_copy(
        update={"value": Quantity(Fraction(value), "min"), "range": (Fraction(low), Fraction(high))}
    )
    found = two_sided(figure, share).number
    assert low <= found <= high
    assert two_sided(figure, share / 2).number <= found


def test_a_value_is_as_often_too_high_as_too_low() -> None:
    """0 to 10 around 4: half of the chances below it, and a quarter of those at half the way, on either side."""
    figure = small({"packer": {"duties": ["packing"]}}).assumptions["pack"]
    figure = figure.model_copy(update={"range": (Fraction(0), Fraction(10))})
    assert [two_sided(figure, share).number for share in (0.0, 0.125, 0.5, 0.875)] == [0, 2, 4, 7]


def test_percentiles_are_nearest_ranks_and_their_bounds_those_of_the_binomial() -> None:
    assert [_ranks(draws) for draws in (1, 10, 40, 60)] == [(1, 1), (1, 9), (4, 36), (6, 54)]
    for draws in (1, 10, 40, 60, 200):
        few, many = _sure(draws)
        assert 1 <= few <= _ranks(draws)[0] <= many <= draws
    assert _sure(60) == (2, 12)


def test_the_prompt_draws_by_its_seed() -> None:
    def row(*more: str) -> str:
        return teamplan("recommend", "--orders", "4", "--range", "--format", "csv", *more).stdout

    assert row() == row("--seed", "1")
    assert ",2,20," in row("--seed", "2")
    assert "--seed" in (failed := teamplan("recommend", "--orders", "4", "--range", "--seed", "x")).stderr
    assert failed.returncode == 2
