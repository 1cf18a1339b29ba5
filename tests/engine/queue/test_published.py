"""Figures that others have printed, as closely as printed. `tests/data/ground-truth/README.md` names the slips."""

import csv
import json
from math import ceil, floor, log10, sqrt
from pathlib import Path
from typing import Any

import pytest

from teamplan.engine.queue.line import Goal, Model, Queue, erlang
from teamplan.engine.queue.measures import measures
from teamplan.engine.queue.sizing import agents_needed, most_arrivals, wait_percentile
from tests.engine.queue.direct import by_series, erlang_b

FOLDER = Path(__file__).parents[2] / "data" / "ground-truth"
ENTRIES: list[dict[str, Any]] = json.loads((FOLDER / "published.json").read_text(encoding="utf-8"))
SLIPS = {  # (entry, figure) -> what is right; told in the README of the folder
    ("ccmath-chat-1", "service_level"): 0.7444,
    ("gmr-table", "wait_p90_s"): 12.4446,
    ("erlangcom-forum-b-55-0.03", "lines"): 64,
    ("erlangcom-forum-b-55-0.05", "lines"): 61,
}
STEP_IN_BLOCKING = 1e-7  # to which the ITU table was worked out; promised is 2e-6
LINE = erlang("erlang-b", 1)


def itu() -> list[tuple[int, float, float, float]]:
    """Servers, blocking, traffic, and half a step of the last printed digit of the traffic."""
    with (FOLDER / "erlang_b_itu.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [
        (int(row["servers"]), float(blocking), float(traffic), half_a_step(float(traffic)))
        for row in rows
        for blocking, traffic in row.items()
        if blocking != "servers"
    ]


def half_a_step(traffic: float) -> float:
    return 0.5 * 10.0 ** (floor(log10(traffic)) - 4) if traffic >= 1 else 0.5e-5


def figures(model: str, given: dict[str, Any]) -> dict[str, float]:
    """What the engine says to the inputs of an entry, under the names of its expectations."""
    if model == "erlang_b":
        return {"blocking": measures(LINE, given["erlangs"], given["lines"], 0).p_wait}
    if model == "erlang_b_traffic":
        return {"erlangs": most_arrivals(LINE, given["lines"], Goal(1 - given["blocking"], 0))}
    if model == "erlang_b_lines":
        return {"lines": agents_needed(LINE, given["erlangs"], Goal(1 - given["blocking"], 0))}
    if model == "erlang_c_required":
        return required(given)
    if model == "erlang_c_required_asa":
        return {"agents": fastest_enough(given)}
    return interval(model, given)


def required(given: dict[str, Any]) -> dict[str, float]:
    goal = Goal(given["service_level"], given["target_s"], given["max_occupancy"])
    arrivals = given["calls"] / (60 * given["period_min"])
    agents = agents_needed(erlang("erlang-c", given["aht_s"]), arrivals, goal)
    return {"agents": agents, "with_shrinkage": ceil(agents / (1 - given.get("shrinkage", 0)) - 1e-9)}


def fastest_enough(given: dict[str, Any]) -> int:
    """The fewest agents whose buyers wait short enough on average."""
    handle = given["service_time_s"]
    queue, arrivals = erlang("erlang-c", handle), given["erlangs"] / handle
    enough = (n for n in range(1, 100) if measures(queue, arrivals, n, 0).mean_wait <= given["max_asa_s"])
    return next(enough)


def interval(model: str, given: dict[str, Any]) -> dict[str, float]:
    """One queue with so many agents; the service level and the speed of answer of CCmath are of the virtual wait."""
    name: Model = "chat" if model == "erlang_chat" else "erlang-a" if model == "erlang_a" else "erlang-c"
    handle = given.get("aht_min_by_parallel") or [given.get("aht_min") or given.get("aht_s", 60) / 60]
    patience = given.get("patience_min", float("inf"))
    queue, agents = Queue(name, tuple(map(float, handle)), patience), given["agents"]
    arrivals = given.get("arrivals_per_min") or given.get("erlangs") or given["calls"] / given["period_min"]
    result = measures(queue, arrivals, agents, given.get("awt_min", given.get("target_s", 0) / 60))
    return {
        "p_wait": result.p_wait,
        "service_level": result.virtual_in_time,
        "asa_min": result.virtual_wait,
        "asa_s": 60 * result.virtual_wait,
        "mean_wait_s": 60 * result.mean_wait,
        "mean_queue": arrivals * result.mean_wait,
        "abandon": result.abandoned,
        "occupancy": result.occupancy,
        "blocked": 0.0,
        "wait_p90_s": 60 * wait_percentile(queue, arrivals, agents, 0.9),
    }


@pytest.mark.parametrize(
    "entry", [e for e in ENTRIES if e["model"] != "square_root_limit"], ids=lambda entry: entry["id"]
)
def test_every_figure_is_the_printed_one(entry: dict[str, Any]) -> None:
    found = figures(entry["model"], entry["inputs"])
    for name, printed in entry["expect"].items():
        right = SLIPS.get((entry["id"], name), printed)
        assert found[name] == pytest.approx(right, rel=0, abs=entry["tolerance"].get(name, 0)), name


def test_slips_are_slips_of_the_page_and_are_still_printed_so() -> None:
    printed = {(entry["id"], name): value for entry in ENTRIES for name, value in entry["expect"].items()}
    assert {key: printed[key] for key in SLIPS} == dict(zip(SLIPS, (0.7544, 12.5, 63, 60), strict=True))
    assert by_series(Queue("chat", (3, 3.5, 4), 1), 4, 5, 0.333).virtual_in_time == pytest.approx(0.7444, abs=5e-5)
    assert [float(erlang_b(55, lines)) > 0.03 for lines in (63, 64)] == [True, False]
    assert [float(erlang_b(55, lines)) > 0.05 for lines in (60, 61)] == [True, False]


def test_the_ninetieth_percentile_of_garnett_is_nearest_counted_over_all_who_come() -> None:
    """12.5 s stands there from memory; 12.44 s is 0.05 s away, every other way to count is further."""
    queue, wait = erlang("erlang-a", 1, 2), 12.4446 / 60
    exact = by_series(queue, 48, 50, wait)
    still_waiting = 1 - exact.in_time - exact.left_in_time
    assert still_waiting == pytest.approx(0.1, abs=1e-6)
    at_printed = by_series(queue, 48, 50, 12.5 / 60)
    others = {
        "virtual": 1 - at_printed.virtual_in_time,
        "answered": 1 - at_printed.in_time / (1 - at_printed.abandoned),
        "patient": 1 - at_printed.in_time / (1 - at_printed.left_in_time),
        "not answered": 1 - at_printed.in_time,
    }
    nearest = abs(1 - at_printed.in_time - at_printed.left_in_time - 0.1)
    assert nearest < min(abs(share - 0.1) for share in others.values())


@pytest.mark.parametrize(
    ("beta", "limit"),
    [(e["inputs"]["beta"], e["expect"]["p_wait_limit"]) for e in ENTRIES if e["model"] == "square_root_limit"],
)
def test_growing_teams_approach_the_square_root_limit(beta: float, limit: float) -> None:
    """The distance falls with the root of the team; what is left after taking that out is the limit."""
    waits = [staffed_by_root(beta, 10**power) for power in (2, 4, 6)]
    distances = [abs(wait - limit) for wait in waits]
    assert distances[0] > 9 * distances[1] > 81 * distances[2]
    assert (10 * waits[2] - waits[1]) / 9 == pytest.approx(limit, abs=2e-6)


def staffed_by_root(beta: float, agents: int) -> float:
    """Chance to wait with so many agents, load + beta x root of the load."""
    root = (sqrt(beta**2 + 4 * agents) - beta) / 2
    return measures(erlang("erlang-c", 1), root**2, agents, 0).p_wait


def test_the_itu_table_has_all_its_cells() -> None:
    cells = itu()
    assert len(cells) == 6020
    assert {servers for servers, *_ in cells} == set(range(1, 302))


def test_every_cell_of_the_itu_table_blocks_as_its_column_says() -> None:
    """Blocking falls within what half a step of the printed traffic moves it."""
    wrong = []
    for servers, blocking, traffic, half in itu():
        least = measures(LINE, traffic - half, servers, 0).p_wait - STEP_IN_BLOCKING
        most = measures(LINE, traffic + half, servers, 0).p_wait + STEP_IN_BLOCKING
        if not least <= blocking <= most:
            wrong.append((servers, blocking, traffic))
    assert wrong == []


@pytest.mark.parametrize("every", [29, pytest.param(1, marks=pytest.mark.slow)])
def test_traffic_for_a_blocking_is_that_of_the_itu_table(every: int) -> None:
    """Within half a step of its last digit and what 1e-7 of blocking moves it."""
    wrong = []
    for servers, blocking, traffic, half in itu()[::every]:
        less, most = (
            most_arrivals(LINE, servers, Goal(1 - blocking + step, 0)) for step in (STEP_IN_BLOCKING, -STEP_IN_BLOCKING)
        )
        if not less - half <= traffic <= most + half:
            wrong.append((servers, blocking, traffic, less, most))
    assert wrong == []


@pytest.mark.parametrize("servers", [1, 2, 7, 30, 120, 301])
@pytest.mark.parametrize("blocking", [1e-5, 0.001, 0.01, 0.2, 0.4])
def test_traffic_for_a_blocking_blocks_so_much(servers: int, blocking: float) -> None:
    traffic = most_arrivals(LINE, servers, Goal(1 - blocking, 0))
    assert float(erlang_b(traffic, servers)) == pytest.approx(blocking, rel=1e-8)
