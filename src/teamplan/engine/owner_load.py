"""Owns the owner's load over the orders of a stage: the people there at a volume, and what they leave to him.

Exact where it matters: what is far from his limit is told by binary arithmetic with a margin.
"""

from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction
from math import ceil, fsum, inf
from typing import NamedTuple

from teamplan.engine.amounts import TimeAmounts
from teamplan.engine.breakpoints import largest_float_not_above
from teamplan.engine.curve import Curve
from teamplan.engine.linear import ORDERS, Linear
from teamplan.engine.owner import DayWork, Line, falling
from teamplan.errors import TeamplanError
from teamplan.record import Record

ZERO = Fraction(0)
MARGIN = 1e-6  # of the limit: nearer to it than that, the exact load decides
Heads = Mapping[str, int]


class Workload(Record):
    """A post before the owner's limit: what it has to do, and the people it needs if it is open.

    `free` is the headcount of an open post over orders, None where it follows the people in other roles (`load`,
    `capacity` and `floor` then say it). `gate` opens it by itself, over orders; `from_hours` is the load above which
    one that follows people opens; `waits` says that there is a gate at all.
    """

    role: str
    load: Linear
    live: Linear
    capacity: Fraction
    free: Curve | None
    floor: int
    most: int | None
    waits: bool
    gate: Curve | None
    from_hours: Fraction | None
    relieved: bool
    lent: bool  # another post carries its work until it opens
    bought_below: Fraction | None  # hours a day up to which it is bought in by the hour


class Owner(Record):
    """The owner as a post: what only he does, his limit and what makes a post worth opening, in hours a day."""

    own: Linear
    limit: Fraction
    worth: Fraction
    hands_over: tuple[str, ...]


class _Rough(NamedTuple):
    """A load in binary arithmetic."""

    constant: float
    slope: float
    people: tuple[tuple[str, float], ...]

    def at(self, volume: float, heads: Heads) -> float:
        hours = self.constant + self.slope * volume
        for role, each in self.people:
            hours += each * heads.get(role, 0)
        return hours


def _rough(load: Linear) -> _Rough:
    people = tuple((role, float(slope)) for role, slope in load.slopes.items() if role != ORDERS and slope)
    return _Rough(float(load.constant), float(load.slopes.get(ORDERS, ZERO)), people)


class OwnerLoad:
    """The owner's load in a stage; `kept` are the people of the stage before. Nothing in it changes.

    `least` in its methods are the people by role that his limit has asked for so far.
    """

    def __init__(self, posts: Mapping[str, Workload], owner: Owner, time: TimeAmounts, kept: Heads) -> None:
        self.posts, self.owner = posts, owner
        self._time, self._kept = time, kept
        self._growing = _growing(posts)
        self._relieved = frozenset(role for role, post in posts.items() if post.relieved)
        self._waiting = {
            role: post.gate for role, post in posts.items() if post.waits and not post.lent and not kept.get(role)
        }
        self._after = {role: post.load.axes & posts.keys() for role, post in posts.items()}
        self._after_own = owner.own.axes & posts.keys()
        self._quick = {role: (_rough(post.load), _rough(post.live)) for role, post in posts.items()}
        self._own, self._limit = _rough(owner.own), float(owner.limit) * (1 - MARGIN)
        self._quick_time = time.with_(**{name: float(getattr(time, name)) for name in TIMES})

    def heads(self, volume: float, least: Heads, roles: Collection[str] | None = None) -> dict[str, int]:
        """The people in each role at a volume, or in these roles and not in those that they do not look after."""
        heads: dict[str, int] = {}
        for role in self.posts if roles is None else roles:  # those that others look after stand first
            heads[role] = self._people(self.posts[role], volume, least, heads)
        return heads

    def load(self, volume: float | Fraction, heads: Heads, least: Heads) -> Line:
        """The exact load a day with these people, and how it grows with the orders."""
        point = _point(volume, heads)

        def work(role: str) -> DayWork:
            return DayWork(_line(self.posts[role].load, point), _line(self.posts[role].live, point))

        def left(role: str) -> bool:
            return self.shut(self.posts[role], float(volume), least, heads)

        parts = falling(self._time, heads, self._relieved, left, work)
        return sum((part.work.all for part in parts), _line(self.owner.own, point))

    def within(self, volume: float, heads: Heads, least: Heads) -> bool:
        """Whether he is not over his limit at a volume."""
        if self._roughly(volume, heads, heads, volume, least) <= self._limit:
            return True
        return self.load(volume, heads, least).hours <= self.owner.limit

    def clear(self, low: float, high: float, few: Heads, least: Heads) -> bool:
        """Whether he is within his limit all the way from one volume to another: the people of the lower one (`few`)
        with the work of the higher."""
        try:
            many = self.heads(high, least, few)
        except TeamplanError:  # nobody can be counted that far
            return False
        return self._roughly(high, few, many, low, least) <= self._limit

    def _roughly(self, volume: float, few: Heads, many: Heads, low: float, least: Heads) -> float:
        """A bound on the load from above, by binary arithmetic: work at a volume, people to look after as of `many`."""

        def work(role: str) -> DayWork:
            return DayWork(*(Line(each.at(volume, many), 0.0) for each in self._quick[role]))  # type: ignore[arg-type]

        def left(role: str) -> bool:
            return role in self._relieved or self.shut(self.posts[role], low, least, few)

        parts = falling(self._quick_time, few, self._relieved, left, work)
        return fsum((self._own.at(volume, many), *(float(part.work.all.hours) for part in parts)))

    def moving(self, low: float, least: Heads) -> list[str]:
        """The roles whose people or opening move his load, those that others look after first."""
        wanted = {*self._relieved, *(role for role in self._waiting if self._may_be_shut(role, low, least))}
        waiting = [self._after_own, *map(self._after.__getitem__, wanted)]
        while waiting:
            for role in waiting.pop() - wanted:
                wanted.add(role)
                waiting.append(self._after[role])
        return [role for role in self.posts if role in wanted]

    def same_until(self, low: float, heads: Heads, most: float) -> float:
        """The volume up to which these people stay as they are, and no post opens by itself; `most` at the most."""
        end = min(each for each in (most, *self._borders(heads, low)) if each >= low)
        for role, people in heads.items():
            post = self.posts[role]
            if post.free is not None and (people or not post.waits):
                carry = max(people, post.free.once(low))
                if post.free.once(end) > carry:
                    end = min(end, post.free.full_at(carry))
        return end

    def _borders(self, heads: Heads, low: float) -> Iterator[float]:
        """Where posts without people open by themselves, and where work is no more bought in."""
        for role, people in heads.items():
            post = self.posts[role]
            if post.gate is not None and not people and post.gate.full_at(0) >= low:
                yield post.gate.full_at(0)
            if post.bought_below is not None and post.load.axes == {ORDERS}:
                yield largest_float_not_above((post.bought_below - post.load.constant) / post.load.slopes[ORDERS])

    def shut(self, post: Workload, volume: float, least: Heads, heads: Heads) -> bool:
        """Whether a post is not open yet, so that its work falls to him."""
        if not self._may_be_shut(post.role, volume, least):
            return False
        return post.from_hours is None or _line(post.load, _point(volume, heads)).hours <= post.from_hours

    def may_open(self, role: str, volume: float, least: Heads) -> bool:
        """Whether his limit may ask for somebody in a role from a volume on."""
        post = self.posts[role]
        return role in self.owner.hands_over and (post.relieved or self._may_be_shut(role, volume, least))

    def full_without_him(self, role: str, people: int, least: Heads) -> float:
        """The volume above which a relieved post needs more people whatever he can take; inf where that is not known.

        One that is not open yet needs nobody before its gate opens.
        """
        post = self.posts[role]
        if not post.relieved or post.free is None:
            return inf
        full = post.free.full_at(people)
        if not post.lent and (role not in self._waiting or least.get(role)):
            return full
        return inf if post.gate is None else max(full, post.gate.full_at(0))

    def settled(self, volume: float, heads: Heads, least: Heads) -> bool:
        """Whether nothing that grows is left with him."""
        left = [self.owner.own]
        for role, people in heads.items():
            post = self.posts[role]
            if post.relieved and people and self._grows(post.load):
                return False
            if not people and self.shut(post, volume, least, heads):
                left.append(post.load)
        return not any(map(self._grows, left))

    def _grows(self, load: Linear) -> bool:
        """Whether a load grows with the orders, by itself or through the people that it looks after."""
        return not load.axes.isdisjoint({ORDERS} | self._growing)

    def _may_be_shut(self, role: str, volume: float, least: Heads) -> bool:
        """Whether a post is shut as far as that is known without the people in other roles."""
        if role not in self._waiting or least.get(role):
            return False
        gate = self._waiting[role]
        return gate is None or not gate.once(volume)

    def _people(self, post: Workload, volume: float, least: Heads, heads: Heads) -> int:
        kept = self._kept.get(post.role, 0)
        if post.lent and post.gate is not None and not post.gate.once(volume):
            return kept
        if self.shut(post, volume, least, heads) or self._bought(post, volume, heads):
            return kept
        if post.free is None:
            free = max(post.floor, ceil(_line(post.load, _point(volume, heads)).hours / post.capacity))
        else:
            free = post.free.once(volume)
        people = max(free, least.get(post.role, 0), kept)
        return people if post.most is None else min(people, post.most)

    def _bought(self, post: Workload, volume: float, heads: Heads) -> bool:
        if post.bought_below is None:
            return False
        return _line(post.load, _point(volume, heads)).hours <= post.bought_below


TIMES = ("shift", "productive", "attendance", "days_worked", "days_open")


def _point(volume: float | Fraction, heads: Heads) -> dict[str, Fraction | int]:
    return {**heads, ORDERS: Fraction(volume)}


def _line(load: Linear, point: Mapping[str, Fraction | int]) -> Line:
    return Line(load.at(point), load.slopes.get(ORDERS, ZERO))


def _growing(posts: Mapping[str, Workload]) -> frozenset[str]:
    """The roles whose people may grow with the orders."""
    growing: set[str] = set()
    for role, post in posts.items():  # those that others look after stand first
        if not post.load.axes.isdisjoint({ORDERS} | growing) or (post.gate is not None and post.waits):
            growing.add(role)
    return frozenset(growing)


def in_order(loads: Mapping[str, Linear]) -> Iterator[str]:
    """The roles of a stage, those that others look after before them."""
    done: set[str] = set()

    def walk(role: str) -> Iterator[str]:
        if role in done:
            return
        done.add(role)
        for axis in sorted(loads[role].axes & loads.keys()):
            yield from walk(axis)
        yield role

    for role in loads:
        yield from walk(role)
