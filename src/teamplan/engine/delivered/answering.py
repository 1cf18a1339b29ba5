"""Owns what the people of a post answer in time: by how many are due at once, how many of them come, and who rests."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from math import comb, fsum, sqrt
from typing import NamedTuple

from teamplan.engine.day import STEP, HalfHour
from teamplan.engine.delivered.levels import levels_of, shared_level
from teamplan.engine.delivered.turns import Turn
from teamplan.engine.service import PostService

RARE = 1e-6  # a chance that is left out
SURE = 1 - 1e-6  # a level beyond which more people add nothing
DAY = 1440.0
WIDE = 3.0  # people: a spread from which on five numbers tell a binomial
FIVE = ((-2.85697, 0.0112574), (-1.355626, 0.222076), (0.0, 0.5333332), (1.355626, 0.222076), (2.85697, 0.0112574))


class Row(dict[int, float]):
    """Chats answered in time a minute, by the blocks of people due: worked out when first asked for."""

    def __init__(self, answering: "Answering", arrivals: float, chance: float) -> None:
        super().__init__()
        self._answering, self._arrivals, self._chance = answering, arrivals, chance

    def __missing__(self, due: int) -> float:
        found = self[due] = self._answering.answered(self._arrivals, due * self._answering.block, self._chance)
        return found


class Gains(dict[int, float]):
    """What one more block of people due adds, by those before: the slopes of the concave hull of a row.

    Up to the number at which each of them is worth most, every one counts the same: few of many who are needed are
    worth little alone. `likely` is about that number.
    """

    def __init__(self, row: Row, likely: int) -> None:
        super().__init__()
        self._row, best = row, max(1, likely)
        while row[best + 1] / (best + 1) > row[best] / best:
            best += 1
        while best > 1 and row[best - 1] / (best - 1) >= row[best] / best:
            best -= 1
        self._best, self._each = best, row[best] / best

    def __missing__(self, due: int) -> float:
        found = self[due] = self._each if due < self._best else self._row[due + 1] - self._row[due]
        return found


class Answering:
    """A post at a volume: what people who are due answer in time; those of a `block` come, go and rest together.

    Each of them is there with the same chance, independently, and those who are there share the queues.
    """

    def __init__(self, service: PostService, volume: float, people: int, block: int = 1) -> None:
        self.block = block
        self._service, self._volume = service, volume
        self._chats = [queue.at(volume) for queue in service.queues]
        self._levels = [levels_of(queue.seats.queue, queue.seats.goal) for queue in service.queues]
        self.chats = fsum(self._chats)
        self.leaving = _leaving(service, volume, people)
        self._rows: dict[tuple[float, float], Row] = {}
        self._known: dict[float, dict[int, float]] = {}
        self._enough: dict[float, int] = {}
        self._spans: dict[tuple[tuple[Turn, ...], tuple[HalfHour, ...]], list[Stretch]] = {}

    def needed(self, arrivals: float) -> float:
        """Blocks of people that the promise takes, when this share of a mean day's chats comes each minute."""
        return self._service.agents(self._volume, arrivals) / self.block

    def row(self, arrivals: float, chance: float) -> Row:
        """Chats answered in time a minute, when this share of a mean day's chats comes each minute."""
        if (arrivals, chance) not in self._rows:
            self._rows[arrivals, chance] = Row(self, arrivals, chance)
        return self._rows[arrivals, chance]

    def answered(self, arrivals: float, due: int, chance: float) -> float:
        """The mean over who comes: the chances are those of a binomial, cut where they are below a millionth."""
        known, level = self._known.setdefault(arrivals, {}), self.level
        parts = (
            odds * (known[people] if people in known else level(arrivals, people))
            for people, odds in chances(due, chance)
        )
        return self.chats * arrivals * fsum(parts)

    def level(self, arrivals: float, people: int) -> float:
        """The service level of so many people present; that of more than enough is 1."""
        known = self._known.setdefault(arrivals, {})
        if people not in known:
            enough = people >= self._enough.get(arrivals, people + 1)
            known[people] = 1.0 if enough else self._solved(arrivals, people)
        return known[people]

    def _solved(self, arrivals: float, people: int) -> float:
        rates = [chats * arrivals for chats in self._chats]
        found = shared_level(rates, people, lambda place, rate, some: self._levels[place].at(rate, some))
        if found <= SURE:
            return found
        self._enough[arrivals] = people
        return 1.0

    def spans(self, turns: Sequence[Turn], halves: tuple[HalfHour, ...]) -> list["Stretch"]:
        """The open hours of a day cut where somebody comes, goes, or takes a break; each day is cut once."""
        key = tuple(turns), halves
        if key not in self._spans:
            self._spans[key] = spans(turns, halves, self.leaving)
        return self._spans[key]


@lru_cache(maxsize=4096)
def chances(due: int, chance: float) -> tuple[tuple[int, float], ...]:
    """How many of those due come, with the chance of each number that is not rare.

    Of many people five numbers stand for all, with the moments of a normal number (Gauss and Hermite).
    """
    if chance >= 1:
        return ((due, 1.0),)
    spread = sqrt(due * chance * (1 - chance))
    if spread > WIDE:
        return tuple((min(due, round(due * chance + far * spread)), odds) for far, odds in FIVE)
    odds = [comb(due, come) * chance**come * (1 - chance) ** (due - come) for come in range(due + 1)]
    kept = [(come, each) for come, each in enumerate(odds) if each > RARE]
    whole = fsum(each for _, each in kept)
    return tuple((come, each / whole) for come, each in kept)


class Stretch(NamedTuple):
    """A stretch of the day in which neither arrivals nor people change: its half hour by place, minutes, people due."""

    place: int
    minutes: float
    due: int


def opening(halves: Sequence[HalfHour]) -> int:
    """The minute after midnight at which the shop opens."""
    return halves[0].start + (STEP - halves[0].minutes if len(halves) > 1 else 0)


class Leaving(NamedTuple):
    """What happens when somebody goes who holds chats: no new one is taken, and those held are finished.

    That takes `winding` minutes on average, after which a break begins, for its full length. For `finishing` minutes,
    the length of a chat, the others are not busier than before.
    """

    winding: float
    finishing: float


def _leaving(service: PostService, volume: float, people: int) -> Leaving:
    """From the chats that one person holds on average; each slot of a person is as likely to be taken as another."""
    open_ = fsum(day.part for day in service.week)
    turns = people * (open_ if service.rota.days_worked is None else service.rota.days_worked)
    minutes = fsum(rests.minutes - rests.lost for _, rests in service.rota.rests) / len(service.rota.rests)
    there = turns * minutes * (1.0 if service.rota.attendance is None else service.rota.attendance)
    chats = service.chats(volume) * fsum(day.part * day.factor * share_open(day.half_hours) for day in service.week)
    handle = max((queue.seats.queue.handle for queue in service.queues), key=_mean)
    taken = min(1.0, chats * _mean(handle) / (there * len(handle))) if there else 0.0
    clearing = list(accumulate((minutes / held for held, minutes in enumerate(handle, start=1)), initial=0.0))
    odds = chances(len(handle), taken) if taken else ()
    return Leaving(fsum(each * clearing[held] for held, each in odds), _mean(handle))


def share_open(halves: Sequence[HalfHour]) -> float:
    """The share of a day's chats that come within the opening hours."""
    return fsum(each.share * each.minutes for each in halves)


def spans(turns: Sequence[Turn], halves: Sequence[HalfHour], leaving: Leaving) -> list[Stretch]:
    """The open hours of a day cut where somebody comes, goes, or takes a break.

    Who has just gone still counts while the chats in hand are finished, unless nobody else is due. In a shop that never
    closes a turn goes on into the morning of the same day, as that of the day before did.
    """
    ends = list(accumulate(float(each.minutes) for each in halves))
    changes: dict[float, list[int]] = {each: [0, 0] for each in (0.0, *ends)}
    for turn in turns:
        for start, *lasts in _worked(turn, leaving):
            for which, last in enumerate(lasts):
                for low, high in _open(start, last, ends[-1]):
                    changes.setdefault(low, [0, 0])[which] += 1
                    changes.setdefault(high, [0, 0])[which] -= 1
    found, due, felt = list[Stretch](), 0, 0
    times = sorted(changes)
    for time, after in pairwise(times):
        due, felt = due + changes[time][0], felt + changes[time][1]
        found.append(Stretch(bisect_right(ends, time), after - time, felt if due else 0))
    return found


def _worked(turn: Turn, leaving: Leaving) -> Iterator[tuple[float, float, float]]:
    """The stretches between the breaks of a turn: when each begins, when it ends, and when the others feel that."""
    start = turn.start
    for pause in turn.pauses:
        back = pause.start + leaving.winding + pause.minutes
        yield start, pause.start, min(back, pause.start + leaving.finishing)
        start = back
    yield start, turn.end, turn.end + leaving.finishing


def _open(start: float, end: float, length: float) -> list[tuple[float, float]]:
    """The parts of a stretch within the opening hours."""
    parts = [(start, end)]
    if length == DAY:
        parts = [(start - DAY, end - DAY), (start, end), (start + DAY, end + DAY)]
    cut = [(max(low, 0.0), min(high, length)) for low, high in parts]
    return [(low, high) for low, high in cut if low < high]


def _mean(numbers: Sequence[float]) -> float:
    return fsum(numbers) / len(numbers)
