"""Weeks made by hand, and what the chain says of them: half hour by half hour, with whoever is there."""

from collections.abc import Sequence
from math import fsum

from teamplan.engine.delivered.turns import Pause, Turn, WorkedDay, WorkedWeek
from teamplan.engine.queue.line import Queue
from teamplan.engine.queue.measures import measures
from teamplan.playbook.service import WEEK
from teamplan.questions.simulate.team import ChatLine, OpenDay, Team

HALF = 30.0
LINE = ChatLine((6.0, 7.0, 8.8), 2.0, 0.5, 0.8)
HILL = (0.2, 0.3, 0.4, 0.5, 0.5, 0.4, 0.45, 0.5, 0.45, 0.3)  # buyers a minute in five hours


def day(*rates: float) -> OpenDay:
    return OpenDay(rates, (HALF,) * len(rates))


def turn(start: float, end: float, *pauses: tuple[float, float]) -> Turn:
    return Turn(start, end, tuple(Pause(*each) for each in pauses))


def hand_made(
    rates: Sequence[float], *turns: Turn, attendance: float = 1.0, deferred: float = 0.0, line: ChatLine = LINE
) -> Team:
    """The same day seven times a week, with the same turns."""
    days = tuple(WorkedDay(name, 1.0, turns) for name in WEEK)
    return Team(line, (day(*rates),) * 7, WorkedWeek(len(turns), days, attendance), deferred)


def chain(team: Team) -> float:
    """The level of a week of turns without breaks and absence, each half hour as if steady."""
    queue = Queue("chat", team.line.handle, team.line.patience)
    parts = []
    for place, open_ in enumerate(team.days):
        for at, rate in enumerate(open_.arrivals):
            there = sum(each.start <= at * HALF < each.end for each in team.week.days[place].turns)
            parts.append((rate, rate * measures(queue, rate, there, team.line.within).in_time if there else 0.0))
    return fsum(part for _, part in parts) / fsum(rate for rate, _ in parts)
