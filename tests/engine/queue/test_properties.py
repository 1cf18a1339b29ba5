"""What holds for every queue: more work never means fewer agents, and every turning round turns back."""

from math import inf

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from teamplan.engine.queue.line import MODELS, Goal, Model, Queue, erlang
from teamplan.engine.queue.measures import measures, promised, service_level, waits_longer
from teamplan.engine.queue.sizing import agents_needed, agents_real, best_concurrency, most_arrivals, wait_percentile
from tests.engine.queue.direct import by_series

SLIP = 1e-12  # by which the engine lets a promise be missed
ROUNDING = 1e-6  # of an agent: `most_arrivals` has ten digits
widely = settings(derandomize=True, max_examples=80, deadline=None)
minutes = st.floats(0.5, 30)
patiences = st.one_of(st.just(inf), st.floats(-1.5, 3).map(lambda power: 10**power))
chats = st.lists(minutes, min_size=1, max_size=4).map(lambda handle: tuple(sorted(handle)))
loads = st.floats(-2, 1.3).map(lambda power: 10**power)  # agents at full speed
targets = st.one_of(st.just(0.0), st.floats(0.05, 60))
caps = st.one_of(st.just(1.0), st.floats(0.4, 0.98))
goals = st.builds(Goal, st.floats(0.3, 0.99), targets, caps, st.just("offered"))
factors = st.floats(1.0, 1.5)


@st.composite
def queues(draw: st.DrawFn) -> Queue:
    """Of all four models."""
    model: Model = draw(st.sampled_from(("chat", *MODELS)))
    handle = draw(chats) if model == "chat" else (draw(minutes),)
    return Queue(model, handle, draw(patiences) if model in ("chat", "erlang-a") else inf)


def never_fewer(before: tuple[Queue, float, Goal], after: tuple[Queue, float, Goal]) -> None:
    assert agents_needed(*before) <= agents_needed(*after)
    assert agents_real(*before) <= agents_real(*after) + ROUNDING


@widely
@given(queue=queues(), load=loads, goal=goals, factor=factors)
def test_more_arrivals_never_need_fewer(queue: Queue, load: float, goal: Goal, factor: float) -> None:
    arrivals = load * queue.best_rate
    never_fewer((queue, arrivals, goal), (queue, arrivals * factor, goal))


@widely
@given(queue=queues(), load=loads, goal=goals, stretched=st.lists(factors, min_size=4, max_size=4))
def test_longer_handling_never_needs_fewer(queue: Queue, load: float, goal: Goal, stretched: list[float]) -> None:
    """Each length by itself, as long as none falls below the one before."""
    longer: list[float] = []
    for length, factor in zip(queue.handle, stretched, strict=False):
        longer.append(max(length * factor, *longer, 0))
    arrivals = load * queue.best_rate
    never_fewer((queue, arrivals, goal), (queue._replace(handle=tuple(longer)), arrivals, goal))


@widely
@given(queue=queues(), load=loads, goal=goals, stricter=st.tuples(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1)))
def test_a_stricter_promise_never_needs_fewer(
    queue: Queue, load: float, goal: Goal, stricter: tuple[float, float, float]
) -> None:
    """A higher level, a shorter target, a lower cap: one by one and together."""
    level, within, cap = stricter
    higher = goal._replace(answered=goal.answered + (0.995 - goal.answered) * level)
    quicker = goal._replace(within=goal.within * within)
    calmer = goal._replace(max_occupancy=goal.max_occupancy * (1 - 0.5 * cap))
    arrivals = load * queue.best_rate
    for strict in (higher, quicker, calmer, Goal(higher.answered, quicker.within, calmer.max_occupancy)):
        never_fewer((queue, arrivals, goal), (queue, arrivals, strict))


@widely
@given(handle=chats, load=loads, goal=goals, patience=st.floats(-1, 2), factor=factors)
def test_quicker_leaving_never_needs_more_where_it_shortens_every_wait(
    handle: tuple[float, ...], load: float, goal: Goal, patience: float, factor: float
) -> None:
    """True of the virtual wait, and of answers at once; not of a target in minutes, which leavers miss."""
    slow, quick = Queue("chat", handle, 10**patience * factor), Queue("chat", handle, 10**patience)
    arrivals = load * quick.best_rate
    at_once = goal._replace(within=0.0)
    assert agents_needed(quick, arrivals, at_once) <= agents_needed(slow, arrivals, at_once)
    virtual = goal._replace(definition="virtual")
    assert agents_needed(quick, arrivals, virtual) <= agents_needed(slow, arrivals, virtual)


def test_quicker_leaving_may_need_more_for_a_target_in_minutes() -> None:
    patient, hasty = (Queue("chat", (5.0,), patience) for patience in (600.0, 1.0))
    goal = Goal(0.95, 480)
    assert agents_needed(patient, 118 / 60, goal) < agents_needed(hasty, 118 / 60, goal)


@widely
@given(queue=queues(), load=loads, goal=goals)
def test_a_part_of_an_agent_lies_below_the_whole(queue: Queue, load: float, goal: Goal) -> None:
    arrivals = load * queue.best_rate
    needed, people = agents_needed(queue, arrivals, goal), agents_real(queue, arrivals, goal)
    assert needed - 1 <= people <= needed


@widely
@given(queue=queues(), load=loads, goal=goals)
def test_it_is_the_smallest_of_all_numbers(queue: Queue, load: float, goal: Goal) -> None:
    arrivals = load * queue.best_rate
    kept = []
    for agents in range(1, agents_needed(queue, arrivals, goal) + 1):
        level, occupancy = promised(queue, arrivals, agents, goal)
        fast = agents * queue.best_rate >= arrivals * (1 - SLIP) or queue.model != "chat"
        kept.append(level >= goal.answered - SLIP and occupancy <= goal.max_occupancy + SLIP and fast)
    assert kept == [False] * (len(kept) - 1) + [True]


@settings(widely, max_examples=40)
@given(handle=chats, load=st.floats(0.05, 6), goal=goals, patience=st.floats(-1, 2))
@example(handle=(6.0, 7.0, 12.0), load=3.0, goal=Goal(0.8, 0.5), patience=0.3)
def test_it_is_the_smallest_by_the_beta_series_too(
    handle: tuple[float, ...], load: float, goal: Goal, patience: float
) -> None:
    queue = Queue("chat", handle, 10**patience)
    arrivals = load * queue.best_rate
    kept = []
    for agents in range(1, agents_needed(queue, arrivals, goal) + 1):
        result = by_series(queue, arrivals, agents, goal.within)
        fast = agents * queue.best_rate >= arrivals * (1 - 1e-10)
        busy = result.occupancy <= goal.max_occupancy + 1e-10
        kept.append(result.in_time >= goal.answered - 1e-10 and busy and fast)
    assert kept == [False] * (len(kept) - 1) + [True]


@widely
@given(queue=queues(), agents=st.integers(1, 40), goal=goals)
def test_a_team_carries_its_most_arrivals_and_hardly_more(queue: Queue, agents: int, goal: Goal) -> None:
    most = most_arrivals(queue, agents, goal)
    assert agents_needed(queue, most, goal) <= agents < agents_needed(queue, most * (1 + 1e-8), goal)


@widely
@given(queue=queues(), agents=st.integers(0, 30), goal=goals)
def test_one_more_carries_more(queue: Queue, agents: int, goal: Goal) -> None:
    fewer = most_arrivals(queue, agents, goal)
    more = most_arrivals(queue, agents + 1, goal)
    assert fewer < more
    assert more == most_arrivals(queue, agents + 1, goal, fewer)  # from wherever it is looked for


@widely
@given(queue=queues(), agents=st.integers(1, 20), crowd=st.floats(0.1, 1.5), share=st.floats(0.05, 0.999))
def test_a_percentile_of_the_wait_turns_back(queue: Queue, agents: int, crowd: float, share: float) -> None:
    arrivals = crowd * agents * queue.full_rate
    wait = wait_percentile(queue, arrivals, agents, share)
    if wait == inf:
        assert waits_longer(queue, arrivals, agents, 1e15) > 1 - share
        return
    assume(wait < 1e6 * queue.handle[-1])
    longer = waits_longer(queue, arrivals, agents, wait)
    assert longer <= 1 - share if wait == 0 else longer == pytest.approx(1 - share, rel=1e-7, abs=1e-12)


@widely
@given(queue=queues(), agents=st.integers(0, 20), crowd=st.floats(0.1, 1.5), wait=st.floats(0, 60))
@example(queue=erlang("erlang-a", 3.0, 2.0), agents=0, crowd=1.0, wait=3.0)
@example(queue=erlang("erlang-b", 3.0), agents=0, crowd=1.0, wait=3.0)
def test_everybody_is_answered_or_gone_or_waiting(queue: Queue, agents: int, crowd: float, wait: float) -> None:
    arrivals = crowd * max(agents, 1) * queue.full_rate
    result = measures(queue, arrivals, agents, wait)
    fates = result.in_time + result.left_in_time + waits_longer(queue, arrivals, agents, wait)
    assert fates == pytest.approx(1, abs=1e-9)


@widely
@given(queue=queues(), agents=st.integers(1, 12), crowd=st.floats(0.2, 0.95), within=targets)
def test_a_promise_that_is_just_kept_needs_no_more_and_a_hair_above_it_does(
    queue: Queue, agents: int, crowd: float, within: float
) -> None:
    arrivals = crowd * agents * queue.best_rate
    level = service_level(queue, arrivals, agents, Goal(0.5, within))
    assume(1e-6 < level < 1 - 1e-6)
    assert agents_needed(queue, arrivals, Goal(level, within)) == agents
    assert agents_needed(queue, arrivals, Goal(level + 2e-12, within)) > agents


@pytest.mark.parametrize(("answered", "lines"), [(0.999999, 15), (1 - 1e-12, 22), (1 - 2**-53, 23)])
def test_a_promise_to_all_but_one_in_ever_so_many_has_an_answer(answered: float, lines: int) -> None:
    assert agents_needed(erlang("erlang-b", 3.0), 1.0, Goal(answered, 0.0)) == lines


def test_what_is_sure_is_waited_for_no_time() -> None:
    """Lines that turn away keep nobody waiting; one agent of a hundred has nobody waiting either, but by chance."""
    assert wait_percentile(erlang("erlang-b", 3.0), 1.0, 2, 1.0) == 0.0
    assert wait_percentile(erlang("erlang-c", 3.0), 1.0, 100, 0.999) == 0.0
    assert wait_percentile(erlang("erlang-c", 3.0), 1.0, 100, 1.0) == inf


@settings(widely, max_examples=40)
@given(handle=chats, agents=st.integers(1, 8), goal=goals, patience=patiences)
@example(handle=(6.0, 7.0, 8.5, 10.5), agents=5, goal=Goal(0.8, 0.5), patience=2.0)
@example(handle=(6.0, 7.0, 20.0), agents=3, goal=Goal(0.8, 5.0), patience=10.0)
def test_the_best_concurrency_serves_most(handle: tuple[float, ...], agents: int, goal: Goal, patience: float) -> None:
    carried = [by_halving(Queue("chat", handle[:most], patience), agents, goal) for most in range(1, len(handle) + 1)]
    best = best_concurrency(Queue("chat", handle, patience), agents, goal)
    assert carried[best - 1] == pytest.approx(max(carried), rel=1e-8)
    assert all(fewer < carried[best - 1] * (1 - 1e-11) for fewer in carried[: best - 1])


def by_halving(queue: Queue, agents: int, goal: Goal) -> float:
    """The most arrivals, by sixty halvings."""
    low, high = 0.0, 1e4
    for _ in range(60):
        middle = (low + high) / 2
        kept = service_level(queue, middle, agents, goal) >= goal.answered - SLIP
        kept = kept and measures(queue, middle, agents, goal.within).occupancy <= goal.max_occupancy + SLIP
        low, high = (middle, high) if kept else (low, middle)
    return low
