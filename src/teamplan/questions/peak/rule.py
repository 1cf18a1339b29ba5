"""Owns the rule without a solver: day by day, first what is paid anyway, then overtime, agencies, temporary people.

Live work comes first, then what is due first. Ordinary time is used as far as it goes: that of the people who carry
the duty, on days of all hands that of all who may help. More is drawn on only for what the days left cannot do.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil, floor

from teamplan.questions.peak.work import (
    BETWEEN,
    HAND,
    OWNER,
    TEMPORARY,
    ZERO,
    EventCover,
    Hand,
    PlanDay,
    Source,
    Task,
    Temps,
    Work,
    between,
    called,
    needed,
)

ORDINARY, OVERTIME, UNITS = 0, 1, 2  # what the days to come are counted on for, beside their ordinary time


def by_rule(work: Work) -> EventCover:
    """The cover of the rule; what nothing covers stays missing."""
    forward = _Forward(work)
    for place, _ in enumerate(work.days):
        forward.day(place)
    return forward.cover()


class _Forward:
    """The pass over the days: what still waits, what is drawn on, and the overtime that is left of each month."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._waiting: dict[str, deque[tuple[int, Fraction]]] = {task.duty: deque() for task in work.tasks}
        self._minutes: dict[tuple[Source, str, int], Fraction] = {}
        self._overtime: dict[tuple[str, int], int] = {}
        self._units: dict[tuple[str, int], int] = {}
        self._temporary: dict[tuple[str, int], int] = {}
        self._left = {(hand.who, day.month): Fraction(hand.overtime_month) for hand in work.hands for day in work.days}
        self._free: dict[Source, Fraction] = {}
        self._known: dict[tuple[str, int, int], Fraction] = {}  # by role, day, level: see `_capacity`

    def cover(self) -> EventCover:
        bare = EventCover(self._minutes, self._overtime, self._temporary, self._units)
        return bare.with_(hired={each.function: needed(each, called(each, bare)) for each in self._work.temps})

    def day(self, place: int) -> None:
        """Do the work of one day."""
        day, work = self._work.days[place], self._work
        self._free = {(HAND, hand.who): Fraction(hand.ordinary(day.day)) for hand in work.hands}
        for task in work.tasks:
            self._waiting[task.duty].append((day.day + task.wait, Fraction(task.need.get(day.day, 0))))
        live = [task for task in work.tasks if not task.wait]
        later = [task for task in work.tasks if task.wait]
        posts = [[task for task in later if task.role == role] for role in dict.fromkeys(task.role for task in later)]
        for task in live:
            self._take((HAND, task.role), task, day.day, Fraction(1))
        for post in posts:  # their own before they help others; on days of all hands only what cannot wait
            self._own(post, day.day, self._urgent(post, place, ORDINARY) if day.all_hands else self._all(post))
        for task in live:
            self._ordinary(task, day)
            self._more([task], place)
        for task in live:
            self._free[BETWEEN, task.duty] = between(task, EventCover(units=self._units), day.day)
        for task in sorted(later, key=self._due):
            self._ordinary(task, day)
        for post in posts:
            self._more(post, place)
        for task in work.tasks:
            self._drop(task, day.day)

    def _own(self, tasks: Sequence[Task], day: int, urgent: Fraction) -> None:
        """Let those who carry the duties do so many minutes of them, what is due first."""
        for task in sorted(tasks, key=self._due):
            before = self._undone(task)
            self._take((HAND, task.role), task, day, Fraction(1), max(urgent, ZERO))
            urgent -= before - self._undone(task)

    def _due(self, task: Task) -> int:
        return self._waiting[task.duty][0][0]

    def _drop(self, task: Task, day: int) -> None:
        waiting = self._waiting[task.duty]
        while waiting and waiting[0][0] <= day:
            waiting.popleft()

    def _ordinary(self, task: Task, day: PlanDay) -> None:
        for live in self._work.tasks:
            if task.duty in live.meanwhile:
                self._take((BETWEEN, live.duty), task, day.day, Fraction(1))
        for hand, share in _hands_for(self._work, task, day.day):
            self._take((HAND, hand.who), task, day.day, share)

    def _take(self, source: Source, task: Task, day: int, share: Fraction, most: Fraction | None = None) -> None:
        """Do as much of what waits as the source has minutes for, at most so much."""
        waiting = self._waiting[task.duty]
        able = self._free.get(source, ZERO) * share
        able = able if most is None else min(able, most)
        while waiting and able > 0:
            due, minutes = waiting.popleft()
            done = min(minutes, able)
            if done < minutes:
                waiting.appendleft((due, minutes - done))
            key = (source, task.duty, day)
            if done:
                self._minutes[key] = self._minutes.get(key, ZERO) + done / share
            self._free[source] -= done / share
            able -= done
        if not waiting:
            waiting.append((day + task.wait, ZERO))

    def _more(self, tasks: Sequence[Task], place: int) -> None:
        """Draw on what costs money for all that cannot be done later."""
        day = self._work.days[place]
        for task in tasks:
            for hand, share in _hands_for(self._work, task, day.day):
                self._work_longer(hand, share, task, day, self._urgent(tasks, place, OVERTIME))
        for task in tasks:
            self._buy(task, day.day, self._urgent(tasks, place, OVERTIME))
        for task in tasks:
            temps = self._work.temps_for(task.duty)
            if temps is not None and temps.there(day.day):
                self._call(temps, task, day.day, self._spread(tasks, place))

    def _work_longer(self, hand: Hand, share: Fraction, task: Task, day: PlanDay, urgent: Fraction) -> None:
        urgent = min(urgent, self._undone(task))
        wanted = ceil(urgent / (hand.hour * share)) if urgent > 0 else 0
        known = self._overtime.get((hand.who, day.day), 0)
        hours = min(wanted, hand.most_overtime(day.day) - known, floor(self._room(hand, day) * hand.present[day.day]))
        if hours <= 0:
            return
        self._overtime[hand.who, day.day] = known + hours
        self._left[hand.who, day.month] -= hours / hand.present[day.day]
        self._free[HAND, hand.who] += hours * hand.hour
        self._take((HAND, hand.who), task, day.day, share)

    def _room(self, hand: Hand, day: PlanDay) -> Fraction:
        """Hours of overtime a person that are left of the month, less those kept for the days of all hands to come."""
        left = self._left[hand.who, day.month]
        if day.all_hands:
            return left
        kept = sum(each.all_hands and each.month == day.month and each.day > day.day for each in self._work.days)
        return max(left - kept * hand.overtime_day, ZERO)

    def _buy(self, task: Task, day: int, urgent: Fraction) -> None:
        """Buy what cannot be done otherwise, and the rest of a lot that is paid once anything is bought."""
        urgent = min(urgent, self._undone(task))
        if task.offer is None or not task.offer.minutes.get(day):
            return
        if urgent <= 0 and not any(duty == task.duty for duty, _ in self._units):
            return
        minutes = task.offer.minutes[day]
        paid = task.offer.lot - sum(units for (duty, _), units in self._units.items() if duty == task.duty)
        wanted = max(ceil(urgent / minutes), min(paid, ceil(self._undone(task) / minutes)))  # a lot is paid, so use it
        units = min(wanted, task.offer.most.get(day, 0))
        if units:
            self._units[task.duty, day] = units
            self._credit(task, units * task.offer.minutes[day])

    def _credit(self, task: Task, minutes: Fraction) -> None:
        """Strike off what is first due."""
        waiting = self._waiting[task.duty]
        while waiting and minutes > 0:
            due, there = waiting.popleft()
            if there > minutes:
                waiting.appendleft((due, there - minutes))
            minutes -= min(there, minutes)

    def _call(self, temps: Temps, task: Task, day: int, urgent: Fraction) -> None:
        source = (TEMPORARY, temps.function)
        self._take(source, task, day, Fraction(1), urgent)
        urgent = min(urgent, self._undone(task))
        people = ceil(urgent / temps.minutes) if urgent > 0 else 0
        if people:
            self._temporary[temps.function, day] = self._temporary.get((temps.function, day), 0) + people
            self._free[source] = self._free.get(source, ZERO) + people * temps.minutes
            self._take(source, task, day, Fraction(1))

    def _all(self, tasks: Sequence[Task]) -> Fraction:
        return sum((self._undone(task) for task in tasks), ZERO)

    def _undone(self, task: Task) -> Fraction:
        return sum((minutes for _, minutes in self._waiting[task.duty]), ZERO)

    def _urgent(self, tasks: Sequence[Task], place: int, level: int) -> Fraction:
        """Minutes that must be done today, as later days cannot; by the day that leaves most undone."""
        return max((due - able for _, due, able in self._ahead(tasks, place, level)), default=ZERO)

    def _spread(self, tasks: Sequence[Task], place: int) -> Fraction:
        """As `_urgent`, but dealt evenly over the days until it is due: temporary people come on all of them."""
        ahead = self._ahead(tasks, place, UNITS + 1)
        return max((Fraction(ceil((due - able) / days)) for days, due, able in ahead), default=ZERO)

    def _ahead(self, tasks: Sequence[Task], place: int, level: int) -> Iterator[tuple[int, Fraction, Fraction]]:
        """For each day until which work may wait: days until then, minutes due by it, what later days can do."""
        days, able = self._work.days, ZERO
        today, last = days[place].day, max(task.wait for task in tasks)
        waiting = [pair for task in tasks for pair in self._waiting[task.duty]]
        for further, each in enumerate(days[place : place + last + 1]):
            able += self._capacity(tasks, each.day, level) if further else 0
            fresh = sum(_due_by(task, today, each.day) for task in tasks)
            yield further + 1, fresh + sum((minutes for due, minutes in waiting if due <= each.day), ZERO), able

    def _capacity(self, tasks: Sequence[Task], day: int, level: int) -> Fraction:
        """Minutes of a later day for these duties of one role: ordinary time, overtime and units as the level says."""
        key = (tasks[0].duty + tasks[-1].duty, day, level)
        if key not in self._known:
            able = self._people(tasks[0].role, day, level)
            if level >= UNITS:
                offers = [task.offer for task in tasks if task.offer]
                able += sum((each.most.get(day, 0) * each.minutes.get(day, ZERO) for each in offers), ZERO)
            self._known[key] = able
        return self._known[key]

    def _people(self, role: str, day: int, level: int) -> Fraction:
        """Minutes of a role on a day that its live work leaves."""
        hand = next((each for each in self._work.hands if each.who == role), None)
        live = [task for task in self._work.tasks if not task.wait and task.role == role]
        able = Fraction(hand.ordinary(day)) if hand else ZERO
        if hand and level >= OVERTIME:
            able += hand.most_overtime(day) * hand.hour
        between_ = sum(task.between.get(day, 0) for task in live)
        return max(able - sum(task.need.get(day, 0) for task in live), ZERO) + between_


def _due_by(task: Task, today: int, day: int) -> int:
    """What arises after today and is due by the day."""
    return sum(task.need.get(on, 0) for on in range(today + 1, day - task.wait + 1))


def _hands_for(work: Work, task: Task, day: int) -> list[tuple[Hand, Fraction]]:
    """Who may do a duty on a day: those who carry it, then the best of those who help, the owner last."""
    able = [(hand, hand.doing(day)[task.duty]) for hand in work.hands if hand.doing(day).get(task.duty)]
    return sorted(able, key=lambda pair: (pair[0].who != task.role, pair[0].who == OWNER, -pair[1], pair[0].who))
