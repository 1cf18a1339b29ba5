"""Complete headcount vectors a second on one core, beside two peers that answer less.

    python benchmarks/vectors.py

Every engine answers the same random orders in the same run, in turns, and the best of its turns counts. `zen-engine`
(`pip install teamplan[bench]`) looks up a decision table of 5 stages x 12 roles: a far smaller task, as its answers are
fixed numbers and a team grows with its work. The bare bisection looks 12 plain lists up and does nothing else.
"""

import json
import random
import time
from bisect import bisect_left
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from itertools import pairwise
from typing import Any

from teamplan.engine.load import Setting
from teamplan.engine.shop import Shop
from teamplan.playbook.store import FOUNDER_SKILLS
from teamplan.reading.load import load
from teamplan.reading.places import built_in

VECTORS, TURNS, SEED, MOST_ORDERS = 20_000, 5, 7, 1000.0
PROMISED = 20_000
STAGES, ROLES = 5, 12

Engine = Callable[[Sequence[float]], int]


def ours() -> Engine:
    """The built-in playbook, loaded and compiled once."""
    shop = Shop(load(built_in()), Setting(frozenset(FOUNDER_SKILLS)))

    def answer(volumes: Sequence[float]) -> int:
        return sum(sum(shop.headcounts({"orders": orders}).values()) for orders in volumes)

    return answer


def bisection() -> Engine:
    """Twelve sorted lists of breakpoints, asked one after the other."""
    curves = [[step * (role + 1) * 10.0 for step in range(101)] for role in range(ROLES)]

    def answer(volumes: Sequence[float]) -> int:
        return sum(sum([bisect_left(curve, orders) for curve in curves]) for orders in volumes)

    return answer


def zen() -> Engine:
    """A decision table: the stage by orders, and a fixed number for each of twelve roles."""
    import zen as engine

    decision = engine.ZenEngine().create_decision(json.dumps(decision_model()))

    def answer(volumes: Sequence[float]) -> int:
        return sum(sum(decision.evaluate({"orders": orders})["result"].values()) for orders in volumes)

    return answer


def decision_model() -> dict[str, Any]:
    """The decision model of zen in JSON: input, one table of five rules, output."""
    bounds = [0, 10, 80, 200, 500, 1_000_000_001]
    roles = [f"role{place}" for place in range(ROLES)]
    rules = [
        {"_id": f"r{place}", "orders": f"[{low}..{high})"} | {role: str(place + 1) for role in roles}
        for place, (low, high) in enumerate(pairwise(bounds))
    ]
    table = {
        "hitPolicy": "first",
        "inputs": [{"id": "orders", "name": "orders", "type": "expression", "field": "orders"}],
        "outputs": [{"id": role, "name": role, "type": "expression", "field": role} for role in roles],
        "rules": rules,
    }
    node = {"position": {"x": 0, "y": 0}}
    return {
        "contentType": "application/vnd.gorules.decision",
        "nodes": [
            node | {"id": "in", "name": "in", "type": "inputNode"},
            node | {"id": "table", "name": "table", "type": "decisionTableNode", "content": table},
            node | {"id": "out", "name": "out", "type": "outputNode"},
        ],
        "edges": [
            {"id": "e1", "type": "edge", "sourceId": "in", "targetId": "table"},
            {"id": "e2", "type": "edge", "sourceId": "table", "targetId": "out"},
        ],
    }


def measure(engines: dict[str, Engine], volumes: Sequence[float]) -> dict[str, float]:
    """Vectors a second of each engine: all in turns, so that a slow spell of the machine hits all of them."""
    best = dict.fromkeys(engines, 0.0)
    for answer in engines.values():
        answer(volumes)
    for _ in range(TURNS):
        for name, answer in engines.items():
            start = time.perf_counter()
            answer(volumes)
            best[name] = max(best[name], len(volumes) / (time.perf_counter() - start))
    return best


def main() -> None:
    draw = random.Random(SEED)
    volumes = [draw.uniform(0.0, MOST_ORDERS) for _ in range(VECTORS)]
    start = time.perf_counter()
    engines = {"teamplan, the whole team": ours()}
    engines["teamplan, the whole team"]([MOST_ORDERS, *range(0, 1000, 100)])
    ready = time.perf_counter() - start
    if find_spec("zen") is not None:
        engines[f"zen-engine, {STAGES} x {ROLES} fixed numbers"] = zen()
    engines[f"bare bisection of {ROLES} lists"] = bisection()
    speeds = measure(engines, volumes)
    own = speeds["teamplan, the whole team"]
    print(f"{VECTORS:,} random volumes of 0 to {MOST_ORDERS:.0f} orders, best of {TURNS} turns, one core")
    print(f"{'engine':<40}{'vectors/s':>12}{'ours against it':>18}")
    for name, speed in speeds.items():
        print(f"{name:<40}{speed:>12,.0f}{own / speed:>17.2f}x")
    if find_spec("zen") is None:
        print("zen-engine is left out: it is not installed here (pip install teamplan[bench])")
    print(f"playbook loaded and compiled in {1000 * ready:.0f} ms, once")
    print(f"promised: {PROMISED:,} vectors/s; {'kept' if own >= PROMISED else 'BROKEN'}")


if __name__ == "__main__":
    main()
