"""Owns the trial of a planned team: what was promised beside what the simulation saw."""

from collections.abc import Callable
from typing import cast

from teamplan.errors import Problem, TeamplanError
from teamplan.questions.service.plan import Trial
from teamplan.questions.simulate.planned import PlannedTeam
from teamplan.questions.simulate.question import TrialQuestion
from teamplan.questions.simulate.team import Team, Work


def tried(planned: PlannedTeam, asked: TrialQuestion, advance: Callable[[], None]) -> Trial:
    """Simulate a role's busiest day so many times. Raises a TeamplanError where the extra is not installed."""
    try:
        from teamplan.questions.simulate.run import simulate
    except ModuleNotFoundError as error:
        raise TeamplanError([Problem("extra-missing", {"extra": "sim", "library": str(error.name)})]) from None
    queue, day = planned.queue, planned.day
    team = Team(queue.handle, queue.patience, planned.goal.within, planned.arrivals, planned.cover)
    seen = simulate(team, asked.days, asked.seed, cast(Work, asked.work), lambda _: advance())
    return Trial(
        role=planned.role,
        day=day.day,
        chats=day.chats,
        shifts=day.shifts,
        shifts_at_least=day.whole_at_least,
        within_minutes=planned.goal.within,
        target=planned.goal.answered,
        promised=day.service_level,
        simulated=seen.service_level,
        low=seen.low,
        high=seen.high,
        abandoned_simulated=seen.abandoned,
        days=asked.days,
        work=asked.work,
        seed=asked.seed,
    )
