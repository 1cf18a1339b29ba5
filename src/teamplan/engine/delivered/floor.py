"""Owns who is there in each quarter of an hour of a day, what one more adds, and where a break costs least."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from math import ceil, fsum, inf
from operator import sub
from typing import NamedTuple

from teamplan.engine.delivered.answering import DAY, Gains, Row
from teamplan.engine.delivered.breaks import QUARTER, Rests, Room, Rooms, quarters, rooms
from teamplan.engine.delivered.turns import Pause, Turn

TIE = 1e-12  # chats: a difference that is none
AROUND = int(DAY / QUARTER)  # quarters of an hour: no turn reaches further beyond the opening hours


class Reach(NamedTuple):
    """A shift that may be worked: its start, its breaks, and the sums between which it and they may lie."""

    start: float
    rests: Rests
    first: int
    last: int
    rooms: Rooms


@lru_cache(maxsize=4096)
def reach(start: float, rests: Rests, around: int = AROUND) -> Reach:
    """The shift that begins so many minutes after the opening, among sums with so many quarters around them."""
    first, last = quarters(start, start + rests.minutes)
    return Reach(start, rests, first + around, last + around, rooms(rests))


def around_of(shifts: Sequence[tuple[float, Rests]], minutes: tuple[int, ...]) -> int:
    """How many quarters of an hour shifts, by their start, reach beyond the opening hours; all of a day without end."""
    if sum(minutes) == DAY:
        return AROUND
    ends = [quarters(start, start + rests.minutes) for start, rests in shifts]
    return max(0, *(max(-first, last - len(places_of(minutes))) for first, last in ends))


class Sums:
    """Values by quarter of an hour, summed over any stretch; a shop that never closes goes on in the morning."""

    def __init__(self, values: Sequence[float], endless: bool, around: int = AROUND) -> None:
        beyond = values if endless else [0.0] * around
        self._around = around
        self._sums = [0.0, *accumulate([*beyond, *values, *beyond])]
        self._runs: dict[int, list[float]] = {}
        self._losing = min(values) >= 0  # whatever a break takes

    def of(self, turn: Turn) -> float:
        """The sum over the time that a turn works."""
        whole = self._over(*quarters(turn.start, turn.end))
        return whole - fsum(self._over(*quarters(at, at + minutes)) for at, minutes in turn.pauses)

    def most(self, shifts: Sequence[Reach]) -> Reach:
        """The shift that adds most with its breaks; the first of equals."""
        sums, most, found = self._sums, -inf, shifts[0]
        for shift in shifts:
            if self._losing and sums[shift.last] - sums[shift.first] < most - TIE:
                continue  # not even without breaks
            adds = self._rested(shift)
            if adds > most:
                most, found = adds, shift
        return found

    def _rested(self, shift: Reach) -> float:
        """The most over a shift with its breaks, each where it takes least, the long one first."""
        _, _, first, last, (long, beside) = shift
        place, whole = 0, self._sums[last] - self._sums[first]
        if long:
            taken = self._taken(long, first)
            least = min(taken)
            place, whole = taken.index(least), whole - least
        for room in beside[place]:
            whole -= min(self._taken(room, first))
        return whole

    def turn(self, shift: Reach) -> Turn:
        """The shift with breaks where they take least; of equal places the middle one."""
        start, rests, first, _, (long, beside) = shift
        place, pauses = 0, list[Pause]()
        if long and rests.long:
            place = self._least(long, first)
            pauses.append(Pause(start + long.start + place * QUARTER, rests.long[2]))
        for room in beside[place]:
            pauses.append(Pause(start + room.start + self._least(room, first) * QUARTER, rests.pause))
        return Turn(start, start + rests.minutes, tuple(sorted(pauses)))

    def _least(self, room: Room, first: int) -> int:
        taken = self._taken(room, first)
        most = min(taken) + TIE
        alike = [place for place, lost in enumerate(taken) if lost <= most]
        return alike[len(alike) // 2]

    def _taken(self, room: Room, first: int) -> list[float]:
        """What a break takes at each of its places in a shift that begins at a sum."""
        _, later, places, length = room
        if length not in self._runs:
            self._runs[length] = list(map(sub, self._sums[length:], self._sums))
        first += later
        return self._runs[length][first : first + places]

    def _over(self, first: int, last: int) -> float:
        return self._sums[last + self._around] - self._sums[first + self._around]


@lru_cache(maxsize=64)
def places_of(minutes: tuple[int, ...]) -> tuple[int, ...]:
    """The half hour, by place, of each quarter of an hour after the opening; each is open for so many minutes."""
    ends, found, place = list(accumulate(minutes)), list[int](), 0
    for quarter in range(ceil(ends[-1] / QUARTER)):
        while place + 1 < len(ends) and ends[place] <= (quarter + 0.5) * QUARTER:
            place += 1
        found.append(place)
    return tuple(found)


class Presence:
    """The people due in each quarter of an hour.

    `rows` are what people answer in each half hour, which is open for so many `minutes`; turns reach `around` beyond.
    """

    def __init__(self, rows: Sequence[Row], minutes: tuple[int, ...], around: int) -> None:
        self._endless, self._places, self._around = sum(minutes) == DAY, places_of(minutes), around
        self._count = len(self._places)
        self._rows = [rows[each] for each in self._places]
        self._due = [0] * self._count

    def add(self, turn: Turn, sign: int = 1) -> None:
        """Let one more work a turn, or take it away again."""
        self._put(turn.start, turn.end, sign)
        for pause in turn.pauses:
            self._put(pause.start, pause.start + pause.minutes, -sign)

    def gains(self, gains: Sequence[Gains] | None = None) -> Sums:
        """What one more adds in each quarter of an hour: as the rows say, or else by half hour as `gains` do."""
        if gains is None:
            added = [row[due + 1] - row[due] for row, due in zip(self._rows, self._due, strict=True)]
        else:
            added = [gains[place][due] for place, due in zip(self._places, self._due, strict=True)]
        return Sums(added, self._endless, self._around)

    def _put(self, start: float, end: float, sign: int) -> None:
        first, last = quarters(start, end)
        if self._endless:
            for each in range(first, last):
                self._due[each % self._count] += sign
        else:
            for each in range(max(first, 0), min(last, self._count)):
                self._due[each] += sign
