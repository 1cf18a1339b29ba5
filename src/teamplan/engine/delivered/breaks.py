"""Owns the breaks of a shift: how long they are together, and between which minutes of the shift each may begin.

The share of a shift that is not worked is its breaks: first the meal, then as many short pauses as the rest makes. They
are spread: a meal parts the shift, each part is cut into as many stretches as it has pauses, and a pause begins in the
middle half of its stretch.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor
from typing import NamedTuple

from teamplan.engine.delivered.turns import Pause
from teamplan.playbook.service import Breaks, Pattern

PAUSE = 15.0  # minutes, where a playbook says nothing of breaks
QUARTER = 15.0  # minutes from one possible start of a break to the next


class Rests(NamedTuple):
    """The breaks of a kind of shift of so many `minutes`.

    The long one (None without any) begins between two minutes of the shift, or at one where they are equal; `pauses`
    more take `pause` minutes each.
    """

    minutes: float
    long: tuple[float, float, float] | None  # from, to, length
    pauses: int
    pause: float

    @property
    def lost(self) -> float:
        """Minutes of the shift that are not worked."""
        return (self.long[2] if self.long else 0.0) + self.pauses * self.pause

    def stretches(self, long: Pause | None) -> Iterator[list[float]]:
        """For each pause the minutes at which it may begin, once the long break is placed in the shift."""
        parts = [(long.start, 0.0), (self.minutes, long.start + long.minutes)] if long else [(self.minutes, 0.0)]
        counts = [0] * len(parts)
        for _ in range(self.pauses):
            place = max(range(len(parts)), key=lambda each: (parts[each][0] - parts[each][1]) / (counts[each] + 1))
            counts[place] += 1
        for (end, start), count in zip(parts, counts, strict=True):
            for each in range(count):
                yield _middle(start + (end - start) * each / count, (end - start) / count, self.pause)


class Room(NamedTuple):
    """Where a break may begin: from a minute of the shift on, and each quarter of an hour after it, `places` in all.

    `first` is the place of the first quarter of an hour that it takes then, `length` how many it takes.
    """

    start: float
    first: int
    places: int
    length: int


class Rooms(NamedTuple):
    """Where the breaks of a shift may lie: the long one, and beside each of its places every pause.

    A shift without a long one has the pauses of one place.
    """

    long: Room | None
    beside: tuple[tuple[Room, ...], ...]


@lru_cache(maxsize=64)
def rooms(rests: Rests) -> Rooms:
    """Where the breaks of a shift may lie."""
    if rests.long is None:
        return Rooms(None, (_pauses(rests, None),))
    first, last, length = rests.long
    begins = _quarters(first, last)
    return Rooms(_room(begins, length), tuple(_pauses(rests, Pause(at, length)) for at in begins))


@lru_cache(maxsize=4096)
def quarters(start: float, end: float) -> tuple[int, int]:
    """The quarters of an hour whose middle lies in a stretch of time."""
    return floor(start / QUARTER + 0.5), ceil(end / QUARTER - 0.5)


def _pauses(rests: Rests, long: Pause | None) -> tuple[Room, ...]:
    return tuple(_room(begins, rests.pause) for begins in rests.stretches(long))


def _room(begins: Sequence[float], minutes: float) -> Room:
    first, last = quarters(begins[0], begins[0] + minutes)
    return Room(begins[0], first, len(begins), last - first)


def rests_of(pattern: Pattern, minutes: Fraction, productive: Fraction, breaks: Breaks | None) -> Rests:
    """The breaks of a pattern: its own where it says, and what is left of the loss; else a meal where one fits."""
    lost = (1 - productive) * minutes
    long: tuple[Fraction, Fraction, Fraction] | None = None
    if pattern.pause:
        after = pattern.pause.after.canonical
        long = after, after, pattern.pause.length.canonical
    elif breaks and breaks.meal.earliest.canonical + breaks.meal.length.canonical < minutes and lost:
        length = min(lost, breaks.meal.length.canonical)
        last = max(breaks.meal.earliest.canonical, min(breaks.meal.latest.canonical, minutes - length))
        long = breaks.meal.earliest.canonical, last, length
    left = max(Fraction(0), lost - (long[2] if long else 0))
    each = breaks.pause.canonical if breaks else Fraction(PAUSE)
    count = max(1, round(left / each)) if left else 0
    placed = (float(long[0]), float(long[1]), float(long[2])) if long else None
    return Rests(float(minutes), placed, count, float(left / count) if count else 0.0)


def _quarters(first: float, last: float) -> list[float]:
    return [first + QUARTER * step for step in range(int((last - first) // QUARTER) + 1)]


def _middle(start: float, length: float, pause: float) -> list[float]:
    """Where a pause may begin: so that it lies in the middle half of a stretch, or in its middle where it is longer."""
    first, last = QUARTER * ceil((start + length / 4) / QUARTER), start + 3 * length / 4 - pause
    return _quarters(first, last) if first <= last else [start + max(0.0, length - pause) / 2]
