"""Owns the week of the people on the books of a post: who is there on which day, and the service level they deliver.

The level of a week is the share of the chats within opening hours that are answered as promised,

    sum over stretches of time of  chats x E[level(chats a minute, people)]  /  sum of chats,

where a stretch is a part of a half hour in which nobody comes or goes, the level is that of the queue, and the people
are those due then, less breaks, each of whom comes with the chance of the attendance (a binomial number).
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil, floor, fsum

from teamplan.engine.delivered.answering import Answering, Row, share_open
from teamplan.engine.delivered.day import Rosters, answered, days_of
from teamplan.engine.delivered.turns import Turn, WorkedDay, WorkedWeek
from teamplan.engine.service import Day, PostService
from teamplan.record import Record

MANY = 100  # people beyond whom several work as one block, so that a week is found as quickly
LEAST, MOST = 0.9, 1.1  # of the turns of an even day, as the chats of a day are fewer or more
LEFT = 1e-9  # of a turn: as good as none


class Delivered(Record):
    """The service level that people on the books deliver over the week, and that week."""

    level: float
    week: WorkedWeek


def worked_week(service: PostService, volume: float, people: int) -> WorkedWeek:
    """The week of so many people, as it answers most chats in time: days off, whole shifts, breaks."""
    return delivered(service, volume, people).week


def delivered(service: PostService, volume: float, people: int) -> Delivered:
    """What so many people on the books of a post deliver at a volume; nobody answers nothing."""
    answering = Answering(service, volume, people, max(1, ceil(people / MANY)))
    week = _Search(answering, service, people).week()
    return Delivered(level_of(answering, service, week), week)


def level_of(answering: Answering, service: PostService, week: WorkedWeek) -> float:
    """The service level of a week that is worked; of turns in blocks each block is one."""
    in_time, chats = 0.0, 0.0
    for day, worked in zip(service.week, week.days, strict=True):
        rows = [answering.row(day.factor * each.share, week.attendance) for each in day.half_hours]
        turns, extra = worked.turns[:: answering.block], worked.more[:: answering.block]
        usual = answered(answering.spans(turns, day.half_hours), rows)
        more = answered(answering.spans((*turns, *extra), day.half_hours), rows) if extra else usual
        value = usual + worked.often * (more - usual)
        in_time += day.part * value
        chats += day.part * day.factor * answering.chats * share_open(day.half_hours)
    return min(1.0, in_time / chats) if chats else float(week.people > 0)


class _Search:
    """The dealing of a week's turns to its days: the fewest that may be right, then each where it adds most."""

    def __init__(self, answering: Answering, service: PostService, people: int) -> None:
        self._answering, self._service, self._people = answering, service, people
        self._attendance = 1.0 if service.rota.attendance is None else service.rota.attendance
        self._budget = (service.rota.days_worked or 0.0) * people / answering.block
        self._covers: dict[int, tuple[Rosters, int]] = {}
        scarce = self._scarce(people // answering.block)
        for day in service.week:
            if id(day.cover) not in self._covers:
                alike = self._alike(day)
                fewest, most = self._bounds(people // answering.block, alike)
                rosters = Rosters(answering, _mean(alike), service.rota, fewest if scarce is None else scarce)
                self._covers[id(day.cover)] = rosters, most

    def _alike(self, day: Day) -> list[Day]:
        """The days with the profile of one."""
        return [each for each in self._service.week if each.cover is day.cover]

    def _scarce(self, people: int) -> int | None:
        """The fewest turns of any day where there are not enough for the fewest of each, None where there are."""
        week = self._service.week
        if self._service.rota.days_worked is None:
            return None
        fewest = fsum(day.part * self._bounds(people, self._alike(day))[0] for day in week)
        return None if fewest <= self._budget else int(fsum(day.part for day in week) <= self._budget)

    def week(self) -> WorkedWeek:
        """The week found."""
        week = self._service.week
        covers = [self._covers[id(day.cover)] for day in week]
        chains = [
            list(days_of(rosters, self._rows(day), most)) for day, (rosters, most) in zip(week, covers, strict=True)
        ]
        fewest = [rosters.fewest for rosters, _ in covers]
        counts, often = self._dealt([[value for _, value in chain] for chain in chains], fewest)
        days = []
        for place, day in enumerate(week):
            turns = chains[place][counts[place]][0]
            more = covers[place][0].with_one_more(turns)[len(turns) :] if place in often else ()
            days.append(self._worked(day, turns, more, often.get(place, 0.0)))
        return WorkedWeek(self._people, tuple(days), self._attendance)

    def _bounds(self, people: int, alike: Sequence[Day]) -> tuple[int, int]:
        """The fewest and the most turns of such days that come into question; all people where the owner relieves."""
        if self._service.rota.days_worked is None:
            return people, people
        week = self._service.week
        even = self._budget / fsum(day.part for day in week) / _mean(week).factor
        fewest = floor(even * LEAST * min(day.factor for day in alike))
        most = ceil(even * MOST * max(day.factor for day in alike))
        return min(people, max(fewest, 1)), min(people, most)

    def _rows(self, day: Day) -> list[Row]:
        return [self._answering.row(day.factor * each.share, self._attendance) for each in day.half_hours]

    def _worked(self, day: Day, turns: Sequence[Turn], more: Sequence[Turn], often: float) -> WorkedDay:
        block = self._answering.block
        each = tuple(turn for turn in turns for _ in range(block))
        return WorkedDay(day.name, day.part, each, tuple(turn for turn in more for _ in range(block)), often)

    def _dealt(self, values: Sequence[Sequence[float]], fewest: Sequence[int]) -> tuple[list[int], dict[int, float]]:
        """How many turns beside the fewest each day gets every week, and how often a day gets one more."""
        week = self._service.week
        left = self._budget - fsum(least * day.part for least, day in zip(fewest, week, strict=True))
        counts = [0] * len(values)
        steps = [step for at, value in enumerate(values) for step in _steps(value, at)]
        for _, fewer, place, more in sorted(steps):
            part = week[place].part
            whole = min(more - fewer, floor(left / part + LEFT))
            counts[place] += whole
            left -= whole * part
            if whole < more - fewer:
                return counts, {place: left / part} if left > LEFT else {}
        return counts, {}


def _steps(values: Sequence[float], place: int) -> Iterator[tuple[float, int, int, int]]:
    """The steps up the concave hull of a day's values by turns, the dearest first.

    Each is what a turn adds, below 0 so that the largest sorts first, the turns before, the day, and the turns after.
    """
    hull = [0]
    for turns in range(1, len(values)):
        while len(hull) > 1 and _slope(values, hull[-2], hull[-1]) <= _slope(values, hull[-1], turns):
            hull.pop()
        hull.append(turns)
    return ((-round(_slope(values, low, high), 9), low, place, high) for low, high in pairwise(hull))


def _slope(values: Sequence[float], low: int, high: int) -> float:
    return (values[high] - values[low]) / (high - low)


def _mean(days: Sequence[Day]) -> Day:
    """The mean of days with the same profile, by how often they are open."""
    factor = fsum(each.factor * each.part for each in days) / fsum(each.part for each in days)
    return days[0]._replace(factor=factor)
