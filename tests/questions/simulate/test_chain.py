"""The chat chain against the simulation, which knows no formula: three distributions of work, and where it ends."""

import pytest

from teamplan.engine.queue.line import Queue
from teamplan.engine.queue.measures import measures
from tests.questions.simulate.cases import BEYOND, CASES, Case, stored

NEAR = 0.015  # of the service level
FAR = 0.035


def chain(case: Case) -> float:
    queue = Queue("chat", case.handle, case.patience)
    return measures(queue, case.arrivals, case.agents, case.within).in_time


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_chain_is_near_the_simulation(case: Case) -> None:
    assert chain(case) == pytest.approx(stored()[str(case)].answer.service_level, abs=NEAR)


@pytest.mark.parametrize("case", BEYOND, ids=str)
def test_where_the_chain_is_further_off(case: Case) -> None:
    """Equal lengths with endless patience, heavy overload, a third chat that slows: known limits of the model."""
    off = abs(chain(case) - stored()[str(case)].answer.service_level)
    assert NEAR < off < FAR


def test_there_are_enough_cases_of_each_kind() -> None:
    assert len(CASES) >= 30
    assert {case.work for case in CASES} == {"exponential", "lognormal", "fixed"}
    assert {len(case.handle) for case in CASES} == {1, 2, 3, 4, 5}
