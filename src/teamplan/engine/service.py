"""Owns the service of a post: its live duties over the days of a week, as people on the books.

Each half hour needs the seats of its queues, more by the time that agents on a shift do not work, and at least one; a
day needs the fewest fractional shifts that cover it; a week needs people whose working days make those shifts. That
rises with the volume, and is rounded once.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from math import ceil, fsum, inf
from typing import NamedTuple, Protocol

from teamplan.engine.amounts import Amounts
from teamplan.engine.cover import Cover, shifts_on, widest
from teamplan.engine.day import HalfHour, half_hours
from teamplan.engine.delivered.breaks import Rests, rests_of
from teamplan.engine.queue.line import Goal, Queue
from teamplan.engine.roster import Shift
from teamplan.engine.solve import Point, largest_kept, regula_falsi, ten_digits_up
from teamplan.playbook.quantity import Quantity, Window
from teamplan.playbook.service import WEEK, Pattern, ServiceFrame, Weekday

FURTHER = 1 / 256  # of a volume: the first step of its own on the way up
PEOPLE_CLOSE = 1e-11  # of the people: as good as reached
SLIP = 1e-9  # of binary arithmetic: what is less above a whole number is on it


class Day(NamedTuple):
    """A day of the week on which the shop is open: arrivals over the mean day's, how much of it is open, its cover."""

    name: Weekday
    factor: float
    part: float
    half_hours: tuple[HalfHour, ...]
    cover: Cover

    @property
    def alike(self) -> tuple[float, int]:
        """The same for days that need the same shifts."""
        return self.factor, id(self.cover)


class Rota(NamedTuple):
    """How shifts become people: `share` of a covered half hour is worked, the rest is breaks and other losses.

    `days_worked` and `attendance` of one person; both None where the owner takes over on days off. `rests` are the
    breaks of each kind of shift, by its name.
    """

    share: float
    days_worked: float | None
    attendance: float | None
    rests: tuple[tuple[str, Rests], ...] = ()

    def people(self, shifts: Sequence[tuple[float, float]]) -> float:
        """People on the books for the shifts of each day, given as (shifts, part of the day that is open)."""
        busiest = max((each for each, _ in shifts), default=0.0)
        if self.days_worked is None or self.attendance is None:
            return busiest
        return max(fsum(each * part for each, part in shifts) / self.days_worked, busiest) / self.attendance


class _Frame:
    """A service frame as a key: the same one, not one that is equal."""

    __slots__ = ("it",)

    def __init__(self, it: ServiceFrame) -> None:
        self.it = it

    def __hash__(self) -> int:
        return id(self.it)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Frame) and self.it is other.it


def open_days(frame: ServiceFrame, window: Window, amounts: Amounts) -> tuple[Day, ...]:
    """The week of a shop with these opening hours: days open are counted from Monday on.

    The same week for shops that differ in nothing else than what it rests on, with all that its covers have learnt.
    """
    lengths = tuple(amounts[pattern.hours] for pattern in frame.shifts.values())
    return _week(_Frame(frame), window, amounts.time.days_open, lengths)


@lru_cache(maxsize=64)
def _week(key: _Frame, window: Window, days_open: Fraction, lengths: tuple[Fraction, ...]) -> tuple[Day, ...]:
    frame = key.it
    open_ = [name for place, name in enumerate(WEEK) if place < days_open]
    known: dict[int, tuple[tuple[HalfHour, ...], Cover]] = {}  # by the identity of the profile
    shifts: tuple[Shift, ...] = ()
    profiles = [frame.profile_of(name) for name in open_]
    for profile in profiles:
        if id(profile) not in known:
            halves = half_hours(window, [float(share) for share in profile.hours])
            shifts = shifts or widest(_shifts(frame, lengths, halves))
            known[id(profile)] = halves, Cover(shifts, [each.share for each in halves])
    parts = [float(min(Fraction(1), days_open - place)) for place in range(len(open_))]
    return tuple(
        Day(name, float(frame.factor(name)), part, *known[id(profile)])
        for name, part, profile in zip(open_, parts, profiles, strict=True)
    )


def rota(frame: ServiceFrame, amounts: Amounts, relieved_by_owner: bool) -> Rota:
    """The rota of a post. A break that a shift pattern holds leaves the productive share, so that it counts once."""
    share = float(min(_worked_share(pattern, amounts) for pattern in frame.shifts.values()))
    productive = amounts.time.productive
    rests = tuple(
        (name, rests_of(pattern, amounts[pattern.hours], productive, frame.breaks))
        for name, pattern in frame.shifts.items()
    )
    if relieved_by_owner:
        return Rota(share, None, None, rests)
    return Rota(share, float(amounts.time.days_worked), float(amounts.time.attendance), rests)


def _worked_share(pattern: Pattern, amounts: Amounts) -> Fraction:
    """Of the time that a shift covers, the share that is worked."""
    hours = amounts[pattern.hours]
    covered = hours - (pattern.pause.length.canonical if pattern.pause else 0)
    return min(Fraction(1), amounts.time.productive * hours / covered)


def _shifts(frame: ServiceFrame, lengths: Sequence[Fraction], day: Sequence[HalfHour]) -> Iterator[Shift]:
    for (name, pattern), length in zip(frame.shifts.items(), lengths, strict=True):
        yield from shifts_on(day, name, pattern, float(length))


class Sized(Protocol):
    """A queue and its promise with a rule that sizes it, such as `Seats`."""

    @property
    def queue(self) -> Queue: ...
    @property
    def goal(self) -> Goal: ...
    def needed(self, arrivals: float) -> float:
        """Agents, real-valued, for so many arrivals a minute."""


class Chats(NamedTuple):
    """The chats a day that a queue gets, over the volume of its post."""

    seats: Sized
    constant: float
    slope: float

    def at(self, volume: float) -> float:
        return self.constant + self.slope * volume

    def times(self, factor: float) -> "Chats":
        return Chats(self.seats, self.constant * factor, self.slope * factor)


class PostService(NamedTuple):
    """The live duties of a post compiled: queues with their chats, the week, and the rota.

    Chats are those of the mean day; seats and people are sized for `rise` times as many, a percentile of days.
    """

    queues: tuple[Chats, ...]
    week: tuple[Day, ...]
    rota: Rota
    rise: float = 1.0

    @property
    def at_percentile(self) -> "PostService":
        """The same people with the chats that they are sized for as those of the mean day."""
        if self.rise == 1.0:
            return self
        return self._replace(queues=tuple(chats.times(self.rise) for chats in self.queues), rise=1.0)

    def chats(self, volume: float) -> float:
        """Chats of a mean day."""
        return fsum(chats.at(volume) for chats in self.queues)

    def agents(self, volume: float, arrivals: float) -> float:
        """Agents that the queues need, real-valued, when this share of a day's chats comes each minute."""
        return fsum([chats.seats.needed(chats.at(volume) * self.rise * arrivals) for chats in self.queues])

    def seats(self, volume: float, arrivals: float) -> float:
        """Seats to be taken on a shift then: agents and what they lose to breaks, and at least one."""
        return max(1.0, self.agents(volume, arrivals) / self.rota.share)

    def people(self, volume: float) -> float:
        """People on the books, before they are rounded; never falls as the volume grows."""
        deciding = self._deciding
        shifts = {day.alike: self.shifts(volume, day) for day in deciding}
        return self.rota.people([(shifts[day.alike], day.part) for day in deciding])

    @property
    def _deciding(self) -> Sequence[Day]:
        """The days that decide on the people: where the owner takes over on days off, the busiest of each cover."""
        if self.rota.days_worked is not None:
            return self.week
        busiest: dict[int, Day] = {}
        for day in self.week:
            known = busiest.setdefault(id(day.cover), day)
            if day.factor > known.factor:
                busiest[id(day.cover)] = day
        return tuple(busiest.values())

    def shifts(self, volume: float, day: Day) -> float:
        """Shifts of a day, in fractions."""
        return day.cover.shifts_for(self._seats_at(volume), day.factor)

    @property
    def presence(self) -> float:
        """People on the books for one seat in every open hour."""
        return self.rota.people([(day.cover.shifts_for(lambda _: 1.0, 1.0), day.part) for day in self.week])

    def needed(self, volume: float) -> int:
        """People on the books for a volume, rounded once."""
        return max(0, ceil(self.people(ten_digits_up(volume)) - SLIP))

    def full_at(self, people: int, near: float) -> float:
        """The largest volume of ten digits that so many people serve: -inf below the presence, inf without chats.

        `near` is a volume that needs no more people than these, from where it is looked for, or 0.
        """
        if not near and not self._enough(people, 0.0):
            return -inf
        if not any(chats.slope for chats in self.queues):
            return inf
        aim, found = people + SLIP, -1.0
        while True:
            last, found = found, self._crossing(aim, near)
            if self._enough(people, found) or found == last:  # if not, the bound has learnt what decides there
                return largest_kept(lambda volume: self._enough(people, volume), found)

    def _enough(self, people: int, volume: float) -> bool:
        return self.people(volume) - SLIP <= people

    def _crossing(self, aim: float, near: float) -> float:
        """The volume at which the lower bound on people reaches `aim`."""
        spare = aim - self._at_least(near)
        if spare <= 0:
            return near
        low, high = self._around(aim, (near, spare))
        return regula_falsi(lambda volume: aim - self._at_least(volume), low, high, PEOPLE_CLOSE * aim)

    def _around(self, aim: float, below: Point) -> tuple[Point, Point]:
        """A bracket of the crossing: two volumes and the people each leaves of `aim`, some at the lower, too few above.

        Each step is as long as if people grew in proportion to the volume, and at least `further`, which doubles: more
        chats need fewer people each, so that proportional steps alone would fall short for ever.
        """
        further = FURTHER
        while True:
            volume, spare = below
            point = volume * (1 + max(spare / (aim - spare), further)) if volume >= 1 else 1.0
            left = aim - self._at_least(point)
            if left <= 0:
                return below, (point, left)
            below, further = (point, left), min(2 * further, 1.0)

    def _at_least(self, volume: float) -> float:
        """A quick lower bound on `people`, piecewise linear in the volume."""
        seats = self._seats_at(volume)
        return self.rota.people([(day.cover.shifts_at_least(seats, day.factor), day.part) for day in self._deciding])

    def _seats_at(self, volume: float) -> Callable[[float], float]:
        """`seats` at one volume, quick for the usual single queue."""
        if len(self.queues) > 1:
            return lambda arrivals: self.seats(volume, arrivals)
        chats, needed, share = self.queues[0].at(volume) * self.rise, self.queues[0].seats.needed, self.rota.share

        def seats(arrivals: float) -> float:
            wanted = needed(chats * arrivals) / share
            return wanted if wanted > 1.0 else 1.0

        return seats


def peak_factor(frame: ServiceFrame, amounts: Amounts, ships_within: Quantity | None) -> Fraction:
    """Peak factor of deferrable work: the highest mean load over any run of days, over the mean open day.

    The work of a day may slip by whole days of `ships_within`; what falls due in a run of days is at least the work
    that came in it, less that of its last days. 1 without a promise.
    """
    if ships_within is None:
        return Fraction(1)
    return _peak_factor(_Frame(frame), amounts.time.days_open, int(ships_within.canonical // 1440))


@lru_cache(maxsize=64)
def _peak_factor(key: _Frame, days_open: Fraction, later: int) -> Fraction:
    days = [key.it.factor(name) for place, name in enumerate(WEEK) if place < days_open]
    mean = sum(days, Fraction(0)) / len(days)
    if not mean:
        return Fraction(1)
    twice = [day / mean for day in days] * 2
    most = Fraction(1)
    for start in range(len(days)):
        due = Fraction(0)
        for length, day in enumerate(twice[start : start + max(0, len(days) - later)], start=1 + later):
            due += day
            most = max(most, due / length)
    return most
