"""Owns the share of days on which the people on the books of a post answer fewer in time than was promised.

A day misses its promise because more buyers come than on the mean day, because somebody is away, or by chance alone.

    share = sum over open days of  P(missed chats > (1 - promised) x chats)  /  open days

The height of a day is gamma distributed around its weekday; those away are a binomial number of the turns due, each as
likely as another; the level is that of the chain over the day. Given those, the share of chats that are missed is
gamma distributed, with the variance level x (1 - level) / chats x (1 + 2 x chats at once): whether a buyer waits hangs
on the chats in hand, which are forgotten within the length of a chat, so that buyers close together fare alike. Gamma
numbers are cubes of normal ones (Wilson and Hilferty, 1931).
"""

from collections.abc import Sequence
from functools import cache
from math import ceil, comb, floor, fsum, sqrt
from statistics import NormalDist, fmean

from teamplan.engine.delivered.answering import Answering, chances, share_open
from teamplan.engine.delivered.turns import Turn, WorkedWeek
from teamplan.engine.service import Day, PostService

HEIGHTS = 8  # of days, each as likely as another
KNOTS = 9  # of the level of a day over its height, straight between them
RARE = 0.005  # a chance of so many away that is left out
EACH_UP_TO = 16  # turns of a day; of more, those due at a time are away in proportion
LEAST = 1e-9  # of chats and of shares, so that they are some
NORMAL = NormalDist()


def missed_days(service: PostService, volume: float, week: WorkedWeek, day_cv: float) -> float:
    """The share of open days below the promise, by a variation of the level of days; 0 where nobody comes."""
    answering = Answering(service, volume, week.people)
    heights = _heights(day_cv)
    factors = [day.factor * height for day in service.week for height in (heights[0], heights[-1])]
    known: dict[tuple[int, Sequence[Turn]], _Days] = {}
    missed = 0.0
    for day, worked in zip(service.week, week.days, strict=True) if answering.chats else ():
        for turns, often in ((worked.turns, 1 - worked.often), ((*worked.turns, *worked.more), worked.often)):
            if often:
                key = id(day.half_hours), turns
                if key not in known:
                    known[key] = _Days(answering, day, turns, (min(factors), max(factors)))
                alike = known[key].missed([day.factor * height for height in heights], service, week.attendance)
                missed += day.part * often * alike
    return missed / fsum(day.part for day in service.week)


class _Days:
    """Days with the same turns: their level by their chats over those of the mean day, and by how many are away."""

    def __init__(self, answering: Answering, day: Day, turns: Sequence[Turn], reach: tuple[float, float]) -> None:
        self._answering, self._halves, self._turns = answering, day.half_hours, len(turns)
        self._cut = answering.spans(turns, day.half_hours)
        self._open = share_open(day.half_hours)
        self._low, self._step = reach[0], (reach[1] - reach[0]) / (KNOTS - 1)
        self._curves: dict[int, list[float]] = {}

    def missed(self, factors: Sequence[float], service: PostService, attendance: float) -> float:
        """The share of days below the promise, over equally likely factors of the chats."""
        queue, goal = service.queues[0].seats.queue, service.queues[0].seats.goal
        minutes = fsum(each.minutes for each in self._halves)
        found = 0.0
        for away, odds in _away(self._turns, attendance):
            for factor in factors:
                level, chats = self._level(factor, away), self._answering.chats * factor * self._open
                together = 1 + 2 * chats / minutes * fmean(queue.handle)
                spread = sqrt(level * (1 - level) * together / max(chats, LEAST))
                found += odds * _above(1 - goal.answered, 1 - level, spread) / len(factors)
        return found

    def _level(self, factor: float, away: int) -> float:
        """Straight between two knots."""
        if away not in self._curves:
            self._curves[away] = [self._solved(self._low + self._step * knot, away) for knot in range(KNOTS)]
        place = (factor - self._low) / self._step if self._step else 0.0
        first = min(int(place), KNOTS - 2)
        low, high = self._curves[away][first : first + 2]
        return low + (place - first) * (high - low)

    def _solved(self, factor: float, away: int) -> float:
        """The share of the chats within opening hours that are answered in time."""

        @cache
        def level(place: int, due: int) -> float:
            rate, odds = factor * self._halves[place].share, _of_those(self._turns, away, due)
            return fsum(chance * self._answering.level(rate, due - fewer) for fewer, chance in odds)

        parts = (minutes * self._halves[place].share * level(place, due) for place, minutes, due in self._cut)
        return min(1.0, fsum(parts) / self._open)


def _above(bound: float, mean: float, spread: float) -> float:
    """The chance that a gamma number of this mean and spread is above a bound."""
    if min(mean, spread) < LEAST:
        return float(mean > bound)
    third = spread / mean / 3
    return 1 - NORMAL.cdf((float((bound / mean) ** (1 / 3)) - 1 + third**2) / third)


@cache
def _of_those(turns: int, away: int, due: int) -> tuple[tuple[int, float], ...]:
    """How many of those due at a time are among those away: a hypergeometric number, of many turns about its mean."""
    due = min(due, turns)
    if turns > EACH_UP_TO:
        mean = due * away / turns
        return (floor(mean), 1 - mean % 1), (ceil(mean), mean % 1)
    every = comb(turns, away)
    numbers = range(max(0, away + due - turns), min(away, due) + 1)
    return tuple((each, comb(due, each) * comb(turns - due, away - each) / every) for each in numbers)


def _away(turns: int, attendance: float) -> list[tuple[int, float]]:
    """How many turns nobody works, with the chances of all that are not rare."""
    kept = [(turns - there, odds) for there, odds in chances(turns, attendance) if odds > RARE]
    whole = fsum(odds for _, odds in kept)
    return [(away, odds / whole) for away, odds in kept]


def _heights(day_cv: float) -> list[float]:
    """Levels of days, equally likely and rising: the middles of as many parts of a gamma number of mean 1."""
    third = day_cv / 3
    normal = (NORMAL.inv_cdf((part + 0.5) / HEIGHTS) for part in range(HEIGHTS))
    found = [max(0.0, 1 - third**2 + third * each) ** 3 for each in normal] if day_cv else [1.0]
    mean = fmean(found)
    return [each / mean for each in found]
