"""Owns the work of an event and what is drawn on for it: the types, what stays uncovered, what is lawful, the price.

Work is counted in whole minutes of the clock of a trained person, hours of overtime, days and units are whole, prices
are whole coins, and every bound is checked exactly. Days off are settled before: `present` says who is there.
"""

from collections import deque
from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import ceil

from teamplan.playbook.money import Money
from teamplan.record import Record, fresh

ZERO = Fraction(0)
WEEK = 7
HOUR = 60
OWNER = "owner"
LEAST = 1  # minutes; less is no shortage but the rounding of a solver
Source = tuple[str, str]  # what minutes come from: ("hand", role or owner), ("temporary", function), ("between", duty)
HAND, TEMPORARY, BETWEEN = "hand", "temporary", "between"


class PlanDay(Record):
    """A day of the plan, the month it lies in, and whether all hands are called."""

    day: int
    month: int
    all_hands: bool = False


class Offer(Record):
    """An agency for a duty: price of a unit, units paid at least, and by day the most units and the minutes each saves.

    A unit of live work saves its even share of the seats; `all` are the units of the day.
    """

    price: Money
    lot: int
    most: Mapping[int, int]
    all: Mapping[int, Fraction]
    minutes: Mapping[int, Fraction]


class Task(Record):
    """A duty that counts on the days of an event: minutes by the day on which they arise, days that they may wait.

    `role` carries it, or the owner. A seat that is taken for live work leaves minutes `between` its chats, in which
    `meanwhile` may be done.
    """

    duty: str
    function: str
    role: str
    wait: int
    need: Mapping[int, int]
    between: Mapping[int, int] = fresh(factory=dict)
    meanwhile: tuple[str, ...] = ()
    offer: Offer | None = None


class Hand(Record):
    """The people of a role, or the owner: who is there by day, and with which duties they may help at what efficiency.

    `present` are people whom the plan finds there, before `attendance`; `other` are minutes of their own work that
    counts on a day. `overtime_day` and `overtime_month` bound one person, who may be there on every day.
    """

    who: str
    people: int | Fraction
    shift: int
    attendance: Fraction
    present: Mapping[int, Fraction]
    other: Mapping[int, int]
    own: Mapping[str, Fraction]
    helps: Mapping[int, Mapping[str, Fraction]]
    overtime_day: Fraction
    overtime_month: Fraction
    overtime_price: Money

    def ordinary(self, day: int) -> int:
        """Minutes of ordinary time that are free for the work of the event."""
        return max(ceil(self.present[day] * self.attendance * self.shift) - self.other.get(day, 0), 0)

    def most_overtime(self, day: int) -> int:
        """Whole hours of overtime of all who are there, at most."""
        return int(self.present[day] * self.overtime_day)

    @property
    def hour(self) -> Fraction:
        """Minutes of work in an hour of overtime."""
        return HOUR * self.attendance

    def doing(self, day: int) -> dict[str, Fraction]:
        """The duties that they may do on a day, with their work against a trained person's."""
        return {**self.helps.get(day, {}), **self.own}


class Temps(Record):
    """Temporary people of a function: pay a day, price of training once, minutes of work a day, days of a legal week.

    `first` is the first day on which they can be there, None where they cannot at all.
    """

    function: str
    price: Money
    training: Money
    minutes: Fraction
    days_a_week: int
    first: int | None
    duties: tuple[str, ...]

    def there(self, day: int) -> bool:
        return self.first is not None and day >= self.first


class Work(Record):
    """What an event asks for on each of its days, and all that it may draw on."""

    days: tuple[PlanDay, ...]
    tasks: tuple[Task, ...]
    hands: tuple[Hand, ...]
    temps: tuple[Temps, ...] = ()

    def temps_for(self, duty: str) -> Temps | None:
        return next((each for each in self.temps if duty in each.duties), None)


class EventCover(Record):
    """A choice: minutes by source, duty and day; overtime hours, temporary people and units by day; people trained."""

    minutes: Mapping[tuple[Source, str, int], Fraction] = fresh(factory=dict)
    overtime: Mapping[tuple[str, int], int] = fresh(factory=dict)
    temporary: Mapping[tuple[str, int], int] = fresh(factory=dict)
    units: Mapping[tuple[str, int], int] = fresh(factory=dict)
    hired: Mapping[str, int] = fresh(factory=dict)


def efficiency(work: Work, source: Source, duty: str, day: int) -> Fraction:
    """Work of a minute of a source on a duty, in minutes of a trained person; 0 where it may not do it."""
    kind, name = source
    if kind == HAND:
        hand = next(each for each in work.hands if each.who == name)
        return hand.doing(day).get(duty, ZERO)
    return Fraction(1)  # those of temporary people are counted as a trained person's


def given(work: Work, cover: EventCover, task: Task) -> dict[int, Fraction]:
    """Minutes of the duty that are done, by day."""
    done = {day.day: ZERO for day in work.days}
    for (source, duty, day), minutes in cover.minutes.items():
        if duty == task.duty:
            done[day] += minutes * efficiency(work, source, duty, day)
    for (duty, day), units in cover.units.items():
        if duty == task.duty and task.offer is not None:
            done[day] += units * task.offer.minutes[day]
    return done


def undone(work: Work, cover: EventCover, task: Task) -> dict[int, Fraction]:
    """Minutes left undone on the last day on which they could wait, by that day; what is due first is done first.

    Work that is still within its time on the last day of the plan is not missing.
    """
    done, waiting = given(work, cover, task), deque[tuple[int, Fraction]]()
    found: dict[int, Fraction] = {}
    for each in work.days:
        day, left = each.day, done[each.day]
        waiting.append((day + task.wait, Fraction(task.need.get(day, 0))))
        while waiting and left > 0:
            due, minutes = waiting.popleft()
            if minutes > left:
                waiting.appendleft((due, minutes - left))
            left -= min(left, minutes)
        late = ZERO
        while waiting and waiting[0][0] <= day:
            late += waiting.popleft()[1]
        found[day] = late if late >= LEAST else ZERO
    return found


def uncovered(work: Work, cover: EventCover) -> Fraction:
    """All minutes that stay undone."""
    return sum((sum(undone(work, cover, task).values(), ZERO) for task in work.tasks), ZERO)


def paid_units(task: Task, cover: EventCover) -> int:
    """The units of an agency that are paid: at least its lot where it is called at all."""
    called = sum(units for (duty, _), units in cover.units.items() if duty == task.duty)
    return max(called, task.offer.lot) if called and task.offer else 0


def price(work: Work, cover: EventCover, nothing: Money) -> Money:
    """What all that is drawn on costs; ordinary time is paid anyway."""
    hours = {hand.who: hand.overtime_price for hand in work.hands}
    total = nothing
    for (who, _), overtime in cover.overtime.items():
        total += hours[who] * overtime
    for temps in work.temps:
        total += temps.training * cover.hired.get(temps.function, 0)
        total += temps.price * sum(n for (function, _), n in cover.temporary.items() if function == temps.function)
    for task in work.tasks:
        if task.offer is not None:
            total += task.offer.price * paid_units(task, cover)
    return total


def needed(temps: Temps, called: Mapping[int, int]) -> int:
    """Temporary people to train so that each has a legal week: dealt out in turn, none works more days in seven."""
    weeks = (sum(called.get(day + later, 0) for later in range(WEEK)) for day in called)
    return max(max(called.values(), default=0), ceil(Fraction(max(weeks, default=0), temps.days_a_week)))


def called(temps: Temps, cover: EventCover) -> dict[int, int]:
    """Temporary people of a function by day."""
    return {day: n for (function, day), n in cover.temporary.items() if function == temps.function}


def lawful(work: Work, cover: EventCover) -> bool:
    """Whether every bound holds: each day's hours, overtime, lots and shares, a legal week of temporary people."""
    return not any(
        broken for check in (_hours, _overtime, _temporary, _units, _between, _may) for broken in check(work, cover)
    )


def _used(cover: EventCover, source: Source, day: int) -> Fraction:
    return sum((each for (by, _, on), each in cover.minutes.items() if by == source and on == day), ZERO)


def _hours(work: Work, cover: EventCover) -> Iterator[bool]:
    for hand in work.hands:
        for each in work.days:
            time = hand.ordinary(each.day) + hand.hour * cover.overtime.get((hand.who, each.day), 0)
            yield _used(cover, (HAND, hand.who), each.day) > time + LEAST


def _overtime(work: Work, cover: EventCover) -> Iterator[bool]:
    """Of each person a day and a month; one who is there on every day of it does an even share each day."""
    for hand in work.hands:
        months: dict[int, Fraction] = {}
        for each in work.days:
            hours = cover.overtime.get((hand.who, each.day), 0)
            yield not 0 <= hours <= hand.most_overtime(each.day)
            if hours:
                months[each.month] = months.get(each.month, ZERO) + hours / hand.present[each.day]
        yield any(hours > hand.overtime_month for hours in months.values())


def _temporary(work: Work, cover: EventCover) -> Iterator[bool]:
    for temps in work.temps:
        there = called(temps, cover)
        yield any(n < 0 or (n and not temps.there(day)) for day, n in there.items())
        yield cover.hired.get(temps.function, 0) < needed(temps, there)
        for day, n in there.items():
            yield _used(cover, (TEMPORARY, temps.function), day) > n * temps.minutes + LEAST


def _units(work: Work, cover: EventCover) -> Iterator[bool]:
    offers = {task.duty: task.offer for task in work.tasks if task.offer}
    for (duty, day), units in cover.units.items():
        yield units < 0 or (units > 0 and (duty not in offers or units > offers[duty].most.get(day, 0)))


def _between(work: Work, cover: EventCover) -> Iterator[bool]:
    for task in work.tasks:
        for each in work.days:
            yield _used(cover, (BETWEEN, task.duty), each.day) > between(task, cover, each.day) + LEAST


def _may(work: Work, cover: EventCover) -> Iterator[bool]:
    """Whether somebody does what they may not, or less than nothing."""
    meanwhile = {task.duty: task.meanwhile for task in work.tasks}
    for (source, duty, day), minutes in cover.minutes.items():
        kind, name = source
        yield minutes < 0
        if kind == HAND:
            yield minutes > 0 and not efficiency(work, source, duty, day)
        elif kind == TEMPORARY:
            temps = work.temps_for(duty)
            yield temps is None or temps.function != name
        else:
            yield duty not in meanwhile[name]


def between(task: Task, cover: EventCover, day: int) -> Fraction:
    """Minutes between the chats of the seats that the shop's own people take on a day."""
    own = Fraction(1)
    units = cover.units.get((task.duty, day), 0)
    if units and task.offer is not None:
        own -= units / task.offer.all[day]
    return task.between.get(day, 0) * max(own, ZERO)
