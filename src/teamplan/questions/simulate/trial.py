"""Owns the trial of people: what was promised and computed beside what the simulation saw."""

from collections.abc import Callable
from typing import cast

from teamplan.errors import Problem, TeamplanError
from teamplan.questions.simulate.planned import PlannedTeam
from teamplan.questions.simulate.question import TrialQuestion
from teamplan.questions.simulate.result import Trial, bounded
from teamplan.questions.simulate.team import Weeks, Work


def tried(planned: PlannedTeam, asked: TrialQuestion, advance: Callable[[], None]) -> Trial:
    """Simulate the weeks of a role. Raises a TeamplanError where the extra is not installed."""
    try:
        from teamplan.questions.simulate.run import simulate
    except ModuleNotFoundError as error:
        raise TeamplanError([Problem("extra-missing", {"extra": "sim", "library": str(error.name)})]) from None
    work, day_cv = cast(Work, asked.work), float(asked.day_cv)
    seen = simulate(planned.team, asked.whole_weeks, asked.seed, work, day_cv, advance)
    return _trial(planned, asked, seen)


def _trial(planned: PlannedTeam, asked: TrialQuestion, seen: Weeks) -> Trial:
    week, level = planned.team.week, seen.service_level
    return Trial(
        role=planned.role,
        whose=planned.whose,
        people=week.people,
        turns={day.name: len(day.turns) + day.often * len(day.more) for day in week.days},
        chats=seen.offered / seen.days,
        within_minutes=planned.goal.within,
        target=planned.goal.answered,
        computed=planned.computed,
        simulated=level.value,
        low=level.low,
        high=1.0 if level.high is None else level.high,
        by_day=dict(seen.by_day),
        below_target=bounded(seen.below),
        abandoned=bounded(seen.abandoned),
        mean_wait_minutes=seen.mean_wait_minutes,
        occupancy=bounded(seen.occupancy),
        worked=bounded(seen.worked),
        deferred_hours=planned.team.deferred / 60,
        overtime_hours=bounded(seen.overtime),
        overtime_after_turns=seen.after_turns,
        overtime_left_over=seen.left_over,
        attendance=week.attendance,
        day_cv=float(asked.day_cv),
        weeks=seen.weeks,
        days=seen.days,
        work=asked.work,
        seed=asked.seed,
    )
