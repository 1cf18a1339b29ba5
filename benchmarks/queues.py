"""Sizing of queues beside pyworkforce, as ratios of one run on one core.

    python benchmarks/queues.py

Both size the same loads in the same run, in turns, and the best of the turns counts. The peer is pyworkforce 0.5.1
(`pip install teamplan[bench]`), the last release for this Python; it knows Erlang C only.
"""

import subprocess
import sys
import time
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import partial
from importlib.util import find_spec
from itertools import product
from math import inf
from typing import Any

from teamplan.engine.live import Seats, seats_of
from teamplan.engine.load import Setting
from teamplan.engine.queue.line import Goal, Model, Queue, erlang
from teamplan.engine.queue.sizing import agents_needed, agents_real, most_arrivals
from teamplan.engine.shop import Shop
from teamplan.playbook.playbook import Playbook
from teamplan.reading.load import load
from teamplan.reading.places import built_in

TURNS = 5
LOADS = range(1, 501)  # Erlangs
HANDLE, GOAL = 3.0, Goal(0.8, 1 / 3)
COLD, CURVE, ERLANG_A = 6, 300, 20  # promised ratios
LONGEST = 1.0  # second an answer
EXTREMES = (1e-6, 1e-3, 1.0, 1e3, 1e5, 1e6)  # Erlangs
LARGE = 600.0
LINES: tuple[Model, ...] = ("erlang-b", "erlang-c", "erlang-a")
CHAT = Queue("chat", (6.0, 7.0, 8.5, 10.5), 2.0)
PEOPLE, STARTS = 300, 30

# The grid of tests/engine/queue/test_smallest.py
GRID_LOADS = [0.02 + place * (27 - 0.02) / 398 for place in range(399)]
GRID = list(product(GRID_LOADS, (1.5, 3.0, 5.0, 8.0), (1 / 3, 1.0, 2.0, 5.0), (0.5, 0.8, 0.9)))

Sizing = Callable[[], Sequence[int]]


def seconds(job: Callable[[], Any], turns: int = TURNS) -> float:
    """The best of some turns."""
    best = inf
    for _ in range(turns):
        start = time.perf_counter()
        job()
        best = min(best, time.perf_counter() - start)
    return best


def in_turns(jobs: dict[str, Sizing]) -> dict[str, float]:
    """Seconds of each, all in turns, so that a slow spell of the machine hits all of them."""
    best = dict.fromkeys(jobs, inf)
    for _ in range(TURNS):
        for name, job in jobs.items():
            best[name] = min(best[name], seconds(job, 1))
    return best


def cold() -> Sequence[int]:
    queue = erlang("erlang-c", HANDLE)
    return [agents_needed(queue, load / HANDLE, GOAL) for load in LOADS]


def compiled() -> Sizing:
    """Bisection over what each number of agents carries."""
    queue = erlang("erlang-c", HANDLE)
    carried = [0.0]
    while carried[-1] * HANDLE < LOADS[-1]:
        carried.append(most_arrivals(queue, len(carried), GOAL, carried[-1]))
    arrivals = [load / HANDLE for load in LOADS]
    return lambda: [bisect_left(carried, rate) for rate in arrivals]


def peer(load: float, handle: float, goal: Goal) -> int:
    """What pyworkforce answers."""
    from pyworkforce.queuing import ErlangC

    queue = ErlangC(transactions=60 * load / handle, aht=handle, asa=goal.within, interval=60)
    return int(queue.required_positions(service_level=goal.answered)["raw_positions"])


def missed() -> tuple[int, int, int]:
    """Cases of the grid where the peer asks for more than the fewest, of these below 3 Erlangs, and for less."""
    more = small = less = 0
    for erlangs, handle, within, level in GRID:
        fewest = agents_needed(erlang("erlang-c", handle), erlangs / handle, Goal(level, within))
        found = peer(erlangs, handle, Goal(level, within))
        more, small, less = more + (found > fewest), small + (found > fewest and erlangs < 3), less + (found < fewest)
    return more, small, less


def compare() -> None:
    if find_spec("pyworkforce") is None:
        print("pyworkforce is left out: it is not installed here (pip install teamplan[bench])")
        return
    jobs: dict[str, Sizing] = {
        "pyworkforce": lambda: [peer(load, HANDLE, GOAL) for load in LOADS],
        "teamplan, cold": cold,
        "teamplan, compiled curve": compiled(),
    }
    same = len({tuple(job()) for job in jobs.values()}) == 1
    found = in_turns(jobs)
    for name, bound in (("teamplan, cold", COLD), ("teamplan, compiled curve", CURVE)):
        ratio = found["pyworkforce"] / found[name]
        print(line(f"Erlang C, 1 to {LOADS[-1]} Erlangs, {name}", found[name], ratio, ratio >= bound, bound))
    print(f"all three give the same agents: {'yes' if same else 'NO'}")
    more, small, less = missed()
    print(f"pyworkforce on {len(GRID):,} cases: {more} times above the fewest ({small} below 3 Erlangs), {less} below")


def patience() -> None:
    plain, leaving = erlang("erlang-c", HANDLE), erlang("erlang-a", HANDLE, 2.0)
    least, took = (seconds(partial(agents_needed, queue, LARGE / HANDLE, GOAL), 20) for queue in (plain, leaving))
    ratio = took / least
    print(line(f"Erlang A at {LARGE:.0f} Erlangs, times Erlang C", took, ratio, ratio <= ERLANG_A, ERLANG_A))


def extremes() -> None:
    """The slowest answer of the whole range, and of the chat chain at its bound."""
    for sizing in (agents_needed, agents_real):
        slowest, where = 0.0, ""
        for model, erlangs, within, stay in product(LINES, EXTREMES, (0.0, 1 / 3, 480.0), (1e-3, 1.0, 1e9)):
            took = seconds(partial(sizing, erlang(model, HANDLE, stay), erlangs / HANDLE, Goal(0.8, within)), 1)
            slowest, where = max((slowest, where), (took, f"{model} at {erlangs:g} Erlangs"))
        print(line(f"slowest {sizing.__name__}, {where}", slowest, slowest, slowest < LONGEST, LONGEST))
    took = seconds(partial(agents_needed, CHAT, 9_900 * CHAT.best_rate, Goal(0.8, 0.5)), 3)
    print(line("agents_needed, chat near 10,000 agents", took, took, took < LONGEST, LONGEST))


def curves() -> None:
    """The service curve of the pre-sale role from the built-in playbook, and the seats of its queue alone."""
    bare = seconds(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True), 15)
    playbook = load(built_in())
    for what, job in (
        (f"service curve of 0 to {PEOPLE} people", partial(compile_role, playbook)),
        (f"queue of 1 to {PEOPLE} chat agents", partial(compile_queue, playbook)),
    ):
        took = seconds(job, 3)
        ratio = took / bare
        print(line(f"{what}, in bare starts", took, ratio, ratio < STARTS, STARTS))


def compile_role(playbook: Playbook) -> None:
    seats_of.cache_clear()
    curve = Shop(playbook, Setting(frozenset())).compiled("half-year").posts["pre-sale-service"].curves["service"]
    for people in range(PEOPLE + 1):
        curve.full_at(people)


def compile_queue(playbook: Playbook) -> None:
    service = Shop(playbook, Setting(frozenset())).compiled("half-year").posts["pre-sale-service"].service
    assert service is not None
    queue, goal = service.queues[0].seats.queue, service.queues[0].seats.goal
    seats, arrivals = Seats(queue, goal), 0.0
    while seats.needed(arrivals) < PEOPLE:
        arrivals += 0.9 * queue.best_rate * goal.max_occupancy


def line(what: str, took: float, ratio: float, kept: bool, bound: float) -> str:
    return f"{what:<58}{1000 * took:>9.2f} ms{ratio:>10.2f}   promised {bound:g}: {'kept' if kept else 'BROKEN'}"


def main() -> None:
    print(f"{'':<58}{'time':>12}{'ratio':>10}")
    compare()
    patience()
    extremes()
    curves()


if __name__ == "__main__":
    main()
