"""Owns the two questions to the simulation: days of a team, and a long time at one steady pace.

Importing this module imports SimPy (the extra `sim`): do it late.
"""

from collections.abc import Callable
from random import Random

from teamplan.questions.simulate.demand import buyers
from teamplan.questions.simulate.floor import run
from teamplan.questions.simulate.summary import Tally, summarise, total
from teamplan.questions.simulate.team import HALF_HOUR, Simulated, Team, Work

BATCHES = 30  # of a steady run; long ones are nearly independent, and 30 make a fair variance


def simulate(
    team: Team, days: int, seed: int, work: Work = "exponential", progress: Callable[[int], None] | None = None
) -> Simulated:
    """Days of the team, each from empty; equal arguments give equal answers.

    `work` is the distribution of the length of a chat around its average. `progress` hears the number of days done
    after each. Raises ValueError below one day.
    """
    if days < 1:
        raise ValueError(f"at least one day, not {days}")
    lengths = (HALF_HOUR,) * len(team.arrivals)
    random = Random(seed)
    diary: list[list[Tally]] = []
    for day in range(1, days + 1):
        diary.append(run(team, lengths, buyers(team.arrivals, lengths, work, team.patience, random)))
        if progress:
            progress(day)
    return summarise([total(day) for day in diary], [total(half_hour) for half_hour in zip(*diary, strict=True)])


def steady(  # noqa: PLR0913 - the figures of a queue formula, by name, one beside the other
    handle: tuple[float, ...],
    patience: float,
    within: float,
    arrivals: float,
    agents: int,
    minutes: float,
    warm_up: float,
    seed: int,
    work: Work = "exponential",
) -> Simulated:
    """`minutes` of `agents` at a constant pace of `arrivals` a minute, after `warm_up` minutes that do not count.

    For comparison with formulas. The minutes are cut into 30 equal batches, `days` of the answer, each with the
    buyers who came in it; `by_half_hour` has one entry for all. Without anybody leaving, fewer arrivals than the
    agents can finish are the caller's duty: otherwise the queue grows with `minutes` and the answer with it.
    """
    count = BATCHES + 1
    team = Team(handle, patience, within, (arrivals,) * count, (agents,) * count)
    lengths = (warm_up, *(minutes / BATCHES,) * BATCHES)
    batches = run(team, lengths, buyers(team.arrivals, lengths, work, patience, Random(seed)))[1:]
    return summarise(batches, [total(batches)])
