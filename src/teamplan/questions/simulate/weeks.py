"""Owns what simulated weeks come to: each figure with the interval that its kind asks for."""

from collections.abc import Sequence
from math import fsum

from teamplan.questions.simulate.summary import Lived, mean, ratio, service_level, total, wilson
from teamplan.questions.simulate.team import Team, Weeks


def of_weeks(team: Team, diary: Sequence[Sequence[Lived]]) -> Weeks:
    """The answer from the days of at least one week."""
    days = [day for week in diary for day in week]
    left = {id(day): max(0.0, team.deferred - day.labour.idle) for day in days}  # of the deferred work, each day
    late = [fsum(day.labour.overtime + left[id(day)] for day in week) / 60 for week in diary]
    everyone = total(day.tally for day in days)
    slots = len(team.line.handle)
    worked = [(day.labour.busy + team.deferred - left[id(day)], day.labour.there) for day in days]
    below = sum(service_level(day.tally) < team.line.answered for day in days)
    return Weeks(
        weeks=len(diary),
        days=len(days),
        offered=everyone.offered,
        service_level=ratio([(day.tally.in_time, day.tally.offered) for day in days], empty=1.0),
        abandoned=ratio([(day.tally.left, day.tally.offered) for day in days]),
        mean_wait_minutes=everyone.waited / max(1, everyone.offered),
        occupancy=ratio([(day.labour.chat_minutes, slots * day.labour.there) for day in days]),
        worked=ratio(worked),
        overtime=mean(late),
        after_turns=fsum(day.labour.overtime for day in days) / 60 / len(diary),
        left_over=fsum(left.values()) / 60 / len(diary),
        below=wilson(below, len(days)),
        by_day=tuple(
            (day.name, _level([each for each in days if each.place == place]))
            for place, day in enumerate(team.week.days)
        ),
    )


def _level(days: Sequence[Lived]) -> float | None:
    everyone = total(day.tally for day in days)
    return service_level(everyone) if everyone.offered else None
