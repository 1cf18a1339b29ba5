"""Owns the two questions to the simulation: weeks of a team, and a long time at one steady pace.

Importing this module imports SimPy (the extra `sim`): do it late.
"""

from collections.abc import Callable, Sequence
from random import Random

from teamplan.questions.simulate.demand import buyers, level
from teamplan.questions.simulate.floor import run
from teamplan.questions.simulate.stints import Stint, chance, is_due, stints
from teamplan.questions.simulate.summary import Lived, summarise, total
from teamplan.questions.simulate.team import ChatLine, Simulated, Team, Weeks, Work
from teamplan.questions.simulate.weeks import of_weeks

BATCHES = 30  # of a steady run; long ones are nearly independent, and 30 make a fair variance


def simulate(
    team: Team,
    weeks: int,
    seed: int,
    work: Work = "exponential",
    day_cv: float = 0.0,
    progress: Callable[[], None] | None = None,
) -> Weeks:
    """Weeks of the team, each day from empty; equal arguments give equal answers.

    `work` is the distribution of the length of a chat around its average, `day_cv` the coefficient of variation of the
    level of a day. Buyers come without a look at the team: teams with the same days, seed, work and variation meet the
    same ones. `progress` is called after each week. Raises ValueError below one week.
    """
    if weeks < 1:
        raise ValueError(f"at least one week, not {weeks}")
    diary: list[list[Lived]] = []
    for week in range(weeks):
        open_ = [place for place, day in enumerate(team.week.days) if is_due(day.part, week)]
        diary.append([_day(team, seed, (week, place), work, day_cv) for place in open_])
        if progress:
            progress()
    return of_weeks(team, diary)


def _day(team: Team, seed: int, at: tuple[int, int], work: Work, day_cv: float) -> Lived:
    """One day of a week, both by their place."""
    week, place = at
    day, random = team.days[place], chance("buyers", seed, week, place)
    height = level(day_cv, chance("level", seed, week, place))
    crowd = buyers([rate * height for rate in day.arrivals], day.lengths, work, team.line.patience, random)
    tallies, labour = run(team.line, stints(team, seed, week, place), day.lengths, crowd)
    return Lived(place, total(tallies), labour)


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
    lengths = (warm_up, *(minutes / BATCHES,) * BATCHES)
    people: Sequence[Stint] = (Stint(0.0, warm_up + 2 * minutes),) * agents  # beyond the end: nobody goes home before
    crowd = buyers((arrivals,) * len(lengths), lengths, work, patience, Random(seed))
    batches = run(ChatLine(handle, patience, within), people, lengths, crowd)[0][1:]
    return summarise(batches, [total(batches)])
