"""From a millionth of an Erlang to a million, any patience, targets of nothing to a day: figures that make sense."""

from itertools import product
from math import inf, isfinite

import pytest

from teamplan.engine.queue.line import DEFINITIONS, MODELS, Goal, Model, Queue, erlang
from teamplan.engine.queue.measures import Measures, measures, service_level
from teamplan.engine.queue.sizing import agents_needed, agents_real
from teamplan.errors import TeamplanError

LOADS = (1e-6, 0.02, 1.0, 30.0, 1e3, 1e6)
PATIENCES = (1e-3, 1.0, 1e3, 1e9, inf)
TARGETS = (0.0, 1 / 3, 480.0)
SHARES = ("p_wait", "abandoned", "occupancy", "in_time", "virtual_in_time", "left_in_time")
ROUNDING = 1e-9
QUEUES = [erlang("erlang-b", 3), erlang("erlang-c", 3), *(erlang("erlang-a", 3, patience) for patience in PATIENCES)]


def sound(result: Measures) -> bool:
    found = result._asdict()
    return all(isfinite(found[name]) and -ROUNDING <= found[name] <= 1 + ROUNDING for name in SHARES)


@pytest.mark.parametrize("queue", QUEUES, ids=lambda queue: f"{queue.model}-{queue.patience:g}")
@pytest.mark.parametrize("load", LOADS)
def test_sizes_and_shares_over_the_whole_range(queue: Queue, load: float) -> None:
    for within in TARGETS:
        goal = Goal(0.8, within)
        agents = agents_needed(queue, load / 3, goal)
        result = measures(queue, load / 3, agents, within)
        assert sound(result)
        assert 1 <= agents <= 2 * load + 3
        assert result.in_time >= 0.8 - ROUNDING
        assert agents == 1 or measures(queue, load / 3, agents - 1, within).in_time < 0.8


@pytest.mark.parametrize("queue", QUEUES, ids=lambda queue: f"{queue.model}-{queue.patience:g}")
def test_parts_of_agents_over_the_whole_range(queue: Queue) -> None:
    goal = Goal(0.8, 1 / 3)
    people = [agents_real(queue, load / 3, goal) for load in LOADS]
    assert people == sorted(people)
    assert 0 < people[0] < 1e-4
    assert people[-1] == pytest.approx(1e6, rel=0.25)


@pytest.mark.parametrize("queue", QUEUES, ids=lambda queue: f"{queue.model}-{queue.patience:g}")
def test_short_of_agents_and_full_of_them(queue: Queue) -> None:
    for load, crowd, within in product((1e-3, 1.0, 100.0, 1e5), (0.1, 0.9, 1.0, 1.1, 3.0), TARGETS):
        agents = max(1, round(load * crowd))
        result = measures(queue, load / 3, agents, within)
        assert sound(result)
        assert result.mean_wait >= 0
        assert result.virtual_wait >= result.mean_wait * (1 - ROUNDING)


@pytest.mark.parametrize("model", MODELS)
def test_definitions_stand_in_order(model: Model) -> None:
    """Leaving counted as served is the kindest; over all who came the strictest; the rest lies between."""
    for load, crowd, patience, within in product(
        (0.3, 8.0, 200.0), (0.7, 1.0, 1.3), (0.2, 2.0, 100.0), (0.1, 0.5, 30.0)
    ):
        queue, agents = (
            Queue(model, (3.0,), patience if model in ("erlang-a", "chat") else inf),
            round(load * crowd) or 1,
        )
        level = {name: service_level(queue, load / 3, agents, Goal(0.8, within, 1, name)) for name in DEFINITIONS}
        assert level["offered"] <= level["short-waits"] + ROUNDING
        assert level["short-waits"] <= level["left-in-time"] + ROUNDING
        assert level["offered"] <= level["patient"] + ROUNDING
        assert level["patient"] <= min(level["answered"], level["left-in-time"]) + ROUNDING
        assert level["offered"] <= level["virtual"] + ROUNDING
        assert level["virtual"] <= level["left-in-time"] + ROUNDING
        assert all(-ROUNDING <= share <= 1 + ROUNDING for share in level.values())


def test_a_thousand_answered_of_whom_some_left() -> None:
    """The definitions by hand, from the figures of one queue."""
    queue, arrivals, agents = erlang("erlang-a", 3, 1), 4.0, 12
    result, short = measures(queue, arrivals, agents, 0.5), measures(queue, arrivals, agents, 5 / 60)
    expected = {
        "offered": result.in_time,
        "answered": result.in_time / (1 - result.abandoned),
        "left-in-time": result.in_time + result.left_in_time,
        "patient": result.in_time / (1 - result.left_in_time),
        "short-waits": result.in_time + short.left_in_time,
        "virtual": result.virtual_in_time,
    }
    found = {name: service_level(queue, arrivals, agents, Goal(0.8, 0.5, 1, name)) for name in DEFINITIONS}
    assert found == pytest.approx(expected, abs=1e-15)


@pytest.mark.parametrize("model", MODELS)
def test_no_buyers_and_no_agents(model: Model) -> None:
    queue, goal = Queue(model, (3.0,), 2.0 if model in ("erlang-a", "chat") else inf), Goal(0.8, 0.5, 0.9)
    assert agents_needed(queue, 0.0, goal) == 0
    assert agents_real(queue, 0.0, goal) == 0
    assert service_level(queue, 0.0, 1, goal) == 1
    assert service_level(queue, 1.0, 0, goal) == 0


def test_a_queue_that_grows_for_ever() -> None:
    result = measures(erlang("erlang-c", 3), 2.0, 6, 480)
    assert (result.in_time, result.p_wait, result.mean_wait) == (0, 1, inf)


@pytest.mark.parametrize("patience", [0.1, 2.0, inf])
@pytest.mark.parametrize("arrivals", [7_000.0, 1e5])
def test_chat_above_ten_thousand_agents_is_refused(patience: float, arrivals: float) -> None:
    with pytest.raises(TeamplanError) as refused:
        agents_needed(Queue("chat", (6, 7, 8.5, 10.5), patience), arrivals, Goal(0.8, 0.5))
    assert [(problem.key, problem.values["most"]) for problem in refused.value.problems] == [
        ("too-many-agents", 10_000)
    ]


@pytest.mark.parametrize("patience", [0.001, 2.0, inf])
def test_chat_up_to_ten_thousand_agents_is_answered(patience: float) -> None:
    queue, goal = Queue("chat", (6, 7, 8.5, 10.5), patience), Goal(0.8, 0.5)
    assert agents_needed(queue, 9_900 * queue.best_rate, goal) <= 10_000


@pytest.mark.parametrize("arrivals", [1e-15, 1e-30, 1e-40])
def test_hundreds_of_people_without_any_work_have_nobody_wait(arrivals: float) -> None:
    result = measures(erlang("erlang-c", 6), arrivals, 1000, 0.5)
    assert sound(result)
    assert (result.p_wait, result.in_time) == (0.0, 1.0)
