"""The figures of our study of peers: its oracles, the chat table, the methods in use beside the chain, pooling."""

from dataclasses import dataclass
from math import ceil, inf

import pytest

from teamplan.engine.queue.line import Goal, Queue, erlang
from teamplan.engine.queue.measures import Measures, measures, service_level
from teamplan.engine.queue.sizing import agents_needed, agents_real, most_arrivals

CHAT = (6.0, 7.0, 8.5, 10.5)
IN_HALF_A_MINUTE = Goal(0.8, 0.5)


@dataclass(frozen=True, slots=True)
class Oracle:
    """Chats of `handle` minutes, a number an hour; printed figures, and people with shrinkage before rounding."""

    hourly: float
    handle: float
    goal: Goal
    agents: int
    paid: float
    shrinkage: float
    printed: dict[str, float]

    @property
    def queue(self) -> Queue:
        return erlang("erlang-c", self.handle)

    @property
    def result(self) -> Measures:
        return measures(self.queue, self.hourly / 60, self.agents, self.goal.within)


ORACLES = {
    "cran": Oracle(200, 3, Goal(0.8, 1 / 3), 14, 14, 0, {"p_wait": 0.1741319, "in_time": 0.88835}),
    "call-center-tools": Oracle(
        1000, 2, Goal(0.8, 1 / 3, 0.85), 40, 57.143, 0.3, {"p_wait": 0.1907, "in_time": 0.9372}
    ),
    "mitan": Oracle(600, 3, Goal(0.8, 0.25), 35, 35, 0, {"in_time": 0.8124}),
    "chat-operations": Oracle(100, 16.5, Goal(0.8, 1), 33, 50.769, 0.35, {}),
    "call-centre-helper": Oracle(800, 257 / 60, Goal(0.8, 1 / 3, 0.85), 68, 97.143, 0.3, {}),
    "pyworkforce-85": Oracle(
        200, 3, Goal(0.8, 0.33, 0.85), 14, 20, 0.3, {"in_time": 0.888, "occupancy": 0.714, "p_wait": 0.174}
    ),
    "pyworkforce-70": Oracle(
        200, 3, Goal(0.8, 0.33, 0.70), 15, 21.429, 0.3, {"in_time": 0.941, "occupancy": 0.667, "p_wait": 0.102}
    ),
}
DIGITS = {"cran": 5e-6, "call-center-tools": 5e-5, "mitan": 5e-5}


@pytest.mark.parametrize("name", ORACLES)
def test_oracles_of_erlang_c(name: str) -> None:
    oracle = ORACLES[name]
    assert agents_needed(oracle.queue, oracle.hourly / 60, oracle.goal) == oracle.agents
    assert oracle.agents / (1 - oracle.shrinkage) == pytest.approx(oracle.paid, abs=5e-4)
    for figure, printed in oracle.printed.items():
        assert getattr(oracle.result, figure) == pytest.approx(printed, abs=DIGITS.get(name, 5e-4)), figure


def test_speed_of_answer() -> None:
    assert 60 * ORACLES["cran"].result.mean_wait == pytest.approx(7.83594, abs=5e-6)
    assert 60 * ORACLES["call-center-tools"].result.mean_wait == pytest.approx(3.43, abs=5e-3)


def test_part_of_an_agent() -> None:
    people = agents_real(erlang("erlang-c", 3), 100 / 30, Goal(0.8, 0.33))
    assert people == pytest.approx(13.043, abs=5e-4)
    assert people / 0.7 == pytest.approx(18.633, abs=5e-4)


def test_one_agent_is_enough_for_one_call_in_half_an_hour() -> None:
    queue, goal = erlang("erlang-c", 3), Goal(0.8, 1 / 3)
    assert agents_needed(queue, 1 / 30, goal) == 1
    assert service_level(queue, 1 / 30, 1, goal) == pytest.approx(0.91, abs=5e-3)


def test_oracles_of_erlang_a() -> None:
    patient = measures(erlang("erlang-a", 3, 5), 100 / 30, 14, 1 / 3)
    assert patient.p_wait == pytest.approx(0.14526, abs=5e-6)
    assert patient.abandoned == pytest.approx(0.013984, abs=5e-7)
    assert patient.occupancy == pytest.approx(0.704297, abs=5e-7)
    assert patient.mean_wait == pytest.approx(0.069919, abs=5e-7)
    assert patient.in_time == pytest.approx(0.916792, abs=5e-7)


def test_tickets_with_a_target_of_hours() -> None:
    queue, goal = erlang("erlang-a", 5, 600), Goal(0.95, 480)
    tickets = measures(queue, 118 / 60, 10, 480)
    assert tickets.in_time == pytest.approx(0.984188, abs=5e-7)
    assert tickets.abandoned == pytest.approx(0.015812, abs=5e-7)
    assert service_level(queue, 126 / 60, 10, goal) == pytest.approx(0.950, abs=5e-4)
    assert [agents_needed(queue, hourly / 60, goal) for hourly in (118, 126)] == [10, 10]


@pytest.mark.parametrize("agents", [15, 20, 25])
def test_patience_without_bound_is_erlang_c(agents: int) -> None:
    patient = measures(erlang("erlang-a", 3, 1e6), 100 / 30, agents, 1 / 3)
    endless = measures(erlang("erlang-c", 3), 100 / 30, agents, 1 / 3)
    assert patient.in_time == pytest.approx(endless.in_time, abs=1e-5)


def test_oracles_of_erlang_b() -> None:
    assert [measures(erlang("erlang-b", 1), 1, lines, 0).p_wait for lines in (1, 2)] == pytest.approx(
        [0.5, 0.2], abs=1e-15
    )
    assert agents_needed(erlang("erlang-b", 3), 10 / 3, Goal(0.98, 0)) == 17


@pytest.mark.parametrize(
    ("arrivals", "agents", "level", "abandoned"),
    [
        (0.5, 2, 0.951, 0.029),
        (1.5, 4, 0.819, 0.093),
        (1.5, 5, 0.970, 0.015),
        (4, 11, 0.921, 0.035),
        (10, 27, 0.955, 0.021),
    ],
)
def test_table_of_the_chat_chain(arrivals: float, agents: int, level: float, abandoned: float) -> None:
    result = measures(Queue("chat", CHAT, 2), arrivals, agents, 0.5)
    assert result.in_time == pytest.approx(level, abs=6e-4)
    assert result.abandoned == pytest.approx(abandoned, abs=5e-4)


@pytest.mark.parametrize(
    ("arrivals", "methods"),
    [(0.5, (2, 2, 2, 3, 2, 2)), (1.5, (4, 5, 4, 5, 5, 4)), (4, (11, 12, 8, 11, 13, 8)), (10, (27, 28, 18, 24, 29, 17))],
)
def test_agents_by_the_methods_in_use(arrivals: float, methods: tuple[int, ...]) -> None:
    """The study's column of the chain never goes below the throughput; so must the promise alone be told apart."""

    def by_erlang_c(handle: float) -> int:
        return agents_needed(erlang("erlang-c", handle), arrivals, IN_HALF_A_MINUTE)

    chain = agents_needed(Queue("chat", CHAT, 2), arrivals, IN_HALF_A_MINUTE)
    assert methods == (
        chain,
        agents_needed(Queue("chat", CHAT), arrivals, IN_HALF_A_MINUTE),
        by_erlang_c(6 / 4),
        by_erlang_c(6 / 2.9),
        ceil(by_erlang_c(10.5) / 4),
        ceil(by_erlang_c(6) / 4),
    )


@pytest.mark.parametrize(("arrivals", "agents", "lax"), [(0.5, 2, 2), (1.5, 4, 4), (4, 11, 10), (10, 27, 25)])
def test_a_team_must_be_fast_enough_for_all_who_come(arrivals: float, agents: int, lax: int) -> None:
    """At 10 and 25 agents the queue would keep 80 % only because 7 to 9 % leave it: no team is planned like that."""
    queue = Queue("chat", CHAT, 2)
    assert agents_needed(queue, arrivals, IN_HALF_A_MINUTE) == agents == max(lax, ceil(arrivals / queue.best_rate))
    assert service_level(queue, arrivals, lax, IN_HALF_A_MINUTE) >= 0.8
    assert service_level(queue, arrivals, lax - 1, IN_HALF_A_MINUTE) < 0.8


@pytest.mark.parametrize(("load", "apart", "together"), [(0.5, 20, 8), (1, 30, 13), (2, 40, 24)])
def test_ten_shops_together_need_fewer(load: float, apart: int, together: int) -> None:
    queue, goal = erlang("erlang-c", 6), Goal(0.8, 1, 0.9)
    assert 10 * agents_needed(queue, load / 6, goal) == apart
    assert agents_needed(queue, 10 * load / 6, goal) == together


def test_two_queues_of_ten_erlangs() -> None:
    """Where the peer's multi-skill plan says 14 for both together: 143 % load.

    The study does not give the handling time. Five minutes is chosen because it fits: 3 and 4 need 13, 6 to 10 need 25.
    """
    queue, goal = erlang("erlang-c", 5), Goal(0.8, 0.5)
    assert [agents_needed(queue, load / 5, goal) for load in (10, 20)] == [14, 24]


def test_a_load_that_the_peer_oversizes() -> None:
    assert agents_needed(erlang("erlang-c", 3), 0.2, Goal(0.4, 1)) == 1


def test_nobody_comes() -> None:
    queue = Queue("chat", CHAT, 2)
    assert agents_needed(queue, 0.0, IN_HALF_A_MINUTE) == 0
    assert agents_real(queue, 0.0, IN_HALF_A_MINUTE) == 0
    assert most_arrivals(queue, 0, IN_HALF_A_MINUTE) == 0
    assert measures(Queue("erlang-c", (6,), inf), 0.0, 1, 0.5).in_time == 1
