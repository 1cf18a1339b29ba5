"""Owns the day of so many people: which whole shifts they work and where their breaks lie.

The shifts are first spread evenly over the day, and each break lies in the quarter of an hour in which it costs least.
Then one turn after the other is moved, with its breaks, to where it answers most chats in time, while that helps. So
breaks are staggered, and off the peak.
"""

from collections.abc import Iterator, Sequence
from math import fsum

from teamplan.engine.delivered.answering import DAY, Answering, Gains, Row, Stretch, opening
from teamplan.engine.delivered.floor import TIE, Presence, Sums, around_of, reach
from teamplan.engine.delivered.turns import Turn
from teamplan.engine.roster import Shift
from teamplan.engine.service import Day, Rota

WEIGHED = 16  # people up to whom all shifts are weighed anew; beyond, each one more is added to those before
ROUNDS = 3  # of moving turns


class Rosters:
    """The rosters of days with the same profile, by the number of people from `fewest` on; `day` is their mean."""

    def __init__(self, answering: Answering, day: Day, rota: Rota, fewest: int) -> None:
        chance, rests = 1.0 if rota.attendance is None else rota.attendance, dict(rota.rests)
        self.halves, self.fewest, self._answering = day.half_hours, fewest, answering
        arrivals = [day.factor * each.share for each in self.halves]
        self._rows = [answering.row(each, chance) for each in arrivals]
        self._gains = _gains(answering, arrivals, chance)
        self._minutes = tuple(each.minutes for each in self.halves)
        shifts = [(_begins(shift, day), rests[shift.pattern]) for shift in day.cover.shifts]
        self._around = around_of(shifts, self._minutes)
        self._shifts = [reach(*shift, self._around) for shift in shifts]
        self._made: dict[int, tuple[Turn, ...]] = {}

    def turns(self, people: int) -> tuple[Turn, ...]:
        """The turns of so many people."""
        if people not in self._made:
            if people > max(self.fewest, WEIGHED):
                self._made[people] = self.with_one_more(self.turns(people - 1))
            else:
                self._made[people] = self._rested(people)
        return self._made[people]

    def spans(self, people: int) -> list[Stretch]:
        return self.cut(self.turns(people))

    def cut(self, turns: Sequence[Turn]) -> list[Stretch]:
        """A day with these turns in stretches of time."""
        return self._answering.spans(turns, self.halves)

    def with_one_more(self, turns: Sequence[Turn]) -> tuple[Turn, ...]:
        """The same turns and the one that adds most."""
        floor_ = Presence(self._rows, self._minutes, self._around)
        for turn in turns:
            floor_.add(turn)
        return (*turns, self._best(floor_.gains(self._gains)))

    def _best(self, gains: Sums) -> Turn:
        return gains.turn(gains.most(self._shifts))

    def _rested(self, people: int) -> tuple[Turn, ...]:
        """Shifts spread evenly over the day, with breaks; then each turn is moved to where it adds most."""
        floor_ = Presence(self._rows, self._minutes, self._around)
        turns: list[Turn] = []
        for at in range(people):
            shift = self._shifts[int((at + 0.5) * len(self._shifts) / people)]
            turns.append(floor_.gains(self._gains).turn(shift))
            floor_.add(turns[-1])
        unmoved = 0
        for at in [*range(people)] * ROUNDS:
            moved = self._moved(turns[at], floor_)
            unmoved = 0 if moved else unmoved + 1
            turns[at] = moved or turns[at]
            if unmoved == people:
                break
        return tuple(sorted(turns))

    def _moved(self, turn: Turn, floor_: Presence) -> Turn | None:
        """A turn moved to where it adds most; None where it lies best already."""
        floor_.add(turn, -1)
        gains = floor_.gains()
        better = self._best(gains)
        adds_more = gains.of(better) > gains.of(turn) + TIE
        floor_.add(better if adds_more else turn)
        return better if adds_more else None


def _gains(answering: Answering, arrivals: Sequence[float], chance: float) -> list[Gains]:
    known = {
        each: Gains(answering.row(each, chance), round(answering.needed(each) / chance)) for each in sorted({*arrivals})
    }
    return [known[each] for each in arrivals]


def _begins(shift: Shift, day: Day) -> float:
    """Minutes after the opening; below 0 before it."""
    length = sum(each.minutes for each in day.half_hours)
    since = (shift.start - opening(day.half_hours)) % int(DAY)
    return float(since if since < length else since - int(DAY))


def days_of(rosters: Rosters, rows: Sequence[Row], most: int) -> Iterator[tuple[tuple[Turn, ...], float]]:
    """The turns of so many people and more on one day, with the chats they answer in time: never fewer with one more.

    They are those of the mean day, unless one turn more beside those before answers more on this one.
    """
    before: tuple[tuple[Turn, ...], float] = (), 0.0
    for people in range(rosters.fewest, most + 1):
        turns, value = rosters.turns(people), answered(rosters.spans(people), rows)
        if value < before[1]:
            turns = rosters.with_one_more(before[0])
            value = answered(rosters.cut(turns), rows)
        before = turns, value
        yield before


def answered(spans_: Sequence[Stretch], rows: Sequence[Row]) -> float:
    """Chats of a day answered in time."""
    return fsum(minutes * rows[place][due] for place, minutes, due in spans_)
