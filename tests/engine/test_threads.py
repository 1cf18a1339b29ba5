"""Threads may share what a shop learns: whoever is stopped where, every answer is that of one alone."""

import sys
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from random import Random

import pytest

from teamplan.engine.cover import Cover
from teamplan.engine.curve import work_curve
from teamplan.engine.linear import ORDERS, Linear
from teamplan.engine.live import Seats, seats_of
from teamplan.engine.load import Setting
from teamplan.engine.queue.line import Goal, Queue
from teamplan.engine.roster import Shift
from teamplan.engine.service import _week
from teamplan.engine.shop import Shop
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import FOUNDER_SKILLS
from tests.interleaved import interleaved

LEARNING = [f"teamplan.engine.{name}" for name in ("curve", "live", "service", "cover")]
ROUNDS = 12
Asked = Callable[[float], object]


def alike(
    fresh: Callable[[], Asked], volumes: Sequence[float], modules: Sequence[str], often: float, seed: int
) -> None:
    """Four threads ask one that has learnt nothing, each in an order of its own; the answers are those of one alone."""
    alone = fresh()
    expected = {volume: alone(volume) for volume in volumes}
    shared = fresh()

    def task(place: int) -> Callable[[], dict[float, object]]:
        order = Random(10 * seed + place).sample(list(volumes), len(volumes))
        return lambda: {volume: shared(volume) for volume in order}

    assert interleaved([task(place) for place in range(4)], modules, often, seed) == [expected] * 4


def curve() -> Asked:
    """People, and how far they carry."""
    one = work_curve(Linear(Fraction(1), {ORDERS: Fraction(1, 3)}), Fraction(2), {})
    return lambda volume: (one.people(volume), one.full_at(int(volume) % 9))


def seats() -> Asked:
    return Seats(Queue("chat", (6.0, 7.0), 2.0), Goal(0.8, 0.5, 0.8)).needed


def cover() -> Asked:
    """Shifts with breaks, whose prices are learnt one after the other."""
    shifts = [Shift(start, "day", frozenset({start, start + 1, start + 3})) for start in range(6)]
    day = Cover(shifts, [1.0, 3.0, 2.0, 5.0, 4.0, 2.0, 1.0, 3.0, 2.0])
    return lambda volume: day.solved(lambda weight: max(1.0, volume * weight), 1.0)


LEARNERS = pytest.mark.parametrize(
    ("fresh", "module", "volumes"),
    [
        (curve, "curve", [float(each) for each in range(1, 40, 3)]),
        (seats, "live", [0.1, 0.2, 0.5, 0.9, 1.4, 2.0]),
        (cover, "cover", [0.5, 1.5, 2.5, 4.0]),
    ],
    ids=["curve", "seats", "cover"],
)


@LEARNERS
def test_what_is_learnt_may_be_shared(fresh: Callable[[], Asked], module: str, volumes: list[float]) -> None:
    in_turns(fresh, module, volumes, range(ROUNDS))


@pytest.mark.slow
@LEARNERS
def test_what_is_learnt_may_be_shared_for_long(fresh: Callable[[], Asked], module: str, volumes: list[float]) -> None:
    in_turns(fresh, module, volumes, range(ROUNDS, 20 * ROUNDS))


def in_turns(fresh: Callable[[], Asked], module: str, volumes: list[float], seeds: Iterable[int]) -> None:
    """The turn passes on at one instruction in twenty or in four."""
    for seed in seeds:
        alike(fresh, volumes, [f"teamplan.engine.{module}"], 0.25 if seed % 2 else 0.05, seed)


def shop_of(playbook: Playbook) -> Shop:
    """A shop, compiled, that has learnt nothing. Compiling itself waits at locks of Python's own."""
    seats_of.cache_clear()
    _week.cache_clear()
    shop = Shop(playbook, Setting(frozenset(FOUNDER_SKILLS)))
    for stage in playbook.stages:
        shop.compiled(stage)
    return shop


def drawn(seed: int, plans: int) -> list[float]:
    """Orders a day."""
    draw = Random(seed)
    return [draw.choice([draw.uniform(0, 600), 10 ** draw.uniform(0, 4)]) for _ in range(plans)]


def no_wrong_plan(playbook: Playbook, rounds: int, plans: int) -> None:
    """Four threads, one shop that has learnt nothing, a switch interval of a microsecond."""
    usual = sys.getswitchinterval()
    for seed in range(rounds):
        orders, alone = drawn(seed, plans), shop_of(playbook)
        expected = [alone.headcounts({ORDERS: each}) for each in orders]
        seats_of.cache_clear()
        _week.cache_clear()
        shared = Shop(playbook, Setting(frozenset(FOUNDER_SKILLS)))
        sys.setswitchinterval(1e-6)
        try:
            with ThreadPoolExecutor(4) as threads:
                assert list(threads.map(shared.headcounts, [{ORDERS: each} for each in orders])) == expected
        finally:
            sys.setswitchinterval(usual)


def test_threads_may_share_a_shop(playbook: Playbook) -> None:
    no_wrong_plan(playbook, 1, 60)


@pytest.mark.slow
def test_no_wrong_plan_in_two_thousand(playbook: Playbook) -> None:
    no_wrong_plan(playbook, 20, 100)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_no_wrong_plan_whoever_is_stopped_where(playbook: Playbook, seed: int) -> None:
    def fresh() -> Asked:
        shop = shop_of(playbook)
        return lambda orders: shop.headcounts({ORDERS: orders})

    alike(fresh, drawn(seed, 12), LEARNING, 0.02, seed)
