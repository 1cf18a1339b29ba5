"""Owns who is there on a day: which of the turns people come to, and what of them lies on the day.

A turn that nobody comes to is missed as a whole. Where the days of a shop meet (it never closes), what goes on after
midnight is work of the next morning.
"""

from collections.abc import Iterable, Iterator, Sequence
from math import floor
from random import Random
from typing import NamedTuple

from teamplan.engine.delivered.turns import Pause, Turn, WorkedDay
from teamplan.playbook.service import WEEK
from teamplan.questions.simulate.team import ROUND_THE_CLOCK, Team


class Stint(NamedTuple):
    """The part of a turn on one day, in minutes after the opening; `goes_on` where the turn does not end with it."""

    start: float
    end: float
    pauses: tuple[Pause, ...] = ()
    goes_on: bool = False


def stints(team: Team, seed: int, week: int, place: int) -> list[Stint]:
    """Who is there on a day of a week; equal arguments give equal people, and one more turn leaves the others alone."""
    own = _come_to(team, seed, week, place)
    if team.days[place].closing < ROUND_THE_CLOCK:
        return [Stint(*turn) for turn in own]
    before = (week, place - 1) if place else (week - 1, len(team.days) - 1)
    night = _come_to(team, seed, *before) if _follows(team, place, before[1]) else []
    return [*_after_midnight(night), *map(_before_midnight, own)]


def is_due(share: float, time: int) -> bool:
    """Whether something that happens in this share of the times does so at one of them, counted from 0: evenly."""
    return floor((time + 1) * share + 0.5) > floor(time * share + 0.5)


def chance(what: str, seed: int, week: int, place: int) -> Random:
    """The chance of one thing on one day: apart for each, so that none moves another."""
    return Random(f"{what} {seed} {week} {place}")


def _come_to(team: Team, seed: int, week: int, place: int) -> list[Turn]:
    """The turns of a day that people come to."""
    random = chance("absence", seed, week, place)
    turns = _planned(team.week.days[place], week)
    return [turn for turn in turns if random.random() < team.week.attendance]


def _planned(day: WorkedDay, week: int) -> Sequence[Turn]:
    openings = floor(week * day.part + 0.5)  # before this week
    return (*day.turns, *day.more) if is_due(day.often, openings) else day.turns


def _follows(team: Team, place: int, before: int) -> bool:
    """Whether a day is the one after another in the week."""
    days = team.week.days
    return (WEEK.index(days[before].name) + 1) % len(WEEK) == WEEK.index(days[place].name)


def _before_midnight(turn: Turn) -> Stint:
    end = min(turn.end, ROUND_THE_CLOCK)
    return Stint(turn.start, end, turn.pauses, goes_on=turn.end > end)


def _after_midnight(turns: Iterable[Turn]) -> Iterator[Stint]:
    for turn in turns:
        if turn.end > ROUND_THE_CLOCK:
            moved = (Pause(start - ROUND_THE_CLOCK, minutes) for start, minutes in turn.pauses)
            left = (Pause(max(0.0, start), minutes + min(0.0, start)) for start, minutes in moved)
            pauses = tuple(pause for pause in left if pause.minutes > 0)
            yield Stint(0.0, turn.end - ROUND_THE_CLOCK, pauses)
