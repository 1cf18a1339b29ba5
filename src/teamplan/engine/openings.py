"""Owns the openings: at which volumes the owner is full and hands work over, to a new post or to one more person.

The owner's load is walked from the first orders of a stage on, piece by piece: between two breakpoints of the posts it
rests on, nobody comes, and it is convex in the orders. Where it passes his limit, the next post of the order that the
stage declares opens, above an exact volume, and stays. What was opened or hired in one stage stays in the next.

Only orders move it: work that depends on visitors is left out, as a shop without a conversion has no way between them.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import ceil, inf, nextafter

from teamplan.engine.amounts import WorkingTime
from teamplan.engine.breakpoints import largest_float_not_above
from teamplan.engine.curve import Curve
from teamplan.engine.linear import ORDERS, Linear
from teamplan.engine.owner import NOTHING, Line, missing
from teamplan.record import Record, fresh

ZERO = Fraction(0)
Heads = Mapping[str, int]


class Opening(Record):
    """At least so many people in a role above so many orders a day, as the owner's hours a day would be too many.

    `above` is -inf where he is full from the first order of the stage on.
    """

    role: str
    people: int
    above: float
    owner_hours: Fraction


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
    bought_below: Fraction | None  # hours a day up to which it is bought in by the hour


class Owner(Record):
    """The owner as a post: what only he does, his limit and what makes a post worth opening, in hours a day."""

    own: Linear
    limit: Fraction
    worth: Fraction
    hands_over: tuple[str, ...]


class Walked(Record):
    """How far the openings are known: those up to a volume, and whether no more come.

    `least` are the people that they ask for by role.
    """

    at: float
    openings: tuple[Opening, ...] = ()
    least: Heads = fresh(factory=dict)
    done: bool = False


class Openings:
    """The openings of a stage between its first and its last orders a day; `kept` are the people of the stage before.

    Threads may share it without a lock: what is known is replaced as a whole, and the same whoever walks.
    """

    def __init__(
        self, posts: Mapping[str, Workload], owner: Owner, time: WorkingTime, kept: Heads, ends: tuple[float, float]
    ) -> None:
        self._posts, self._owner, self._time, self._kept = posts, owner, time, kept
        self._first, self._last = ends
        self._growing = _growing(posts)
        self._walked = Walked(-inf)

    def of(self, role: str) -> Curve:
        """The people that the owner's limit asks for in a role, over orders a day."""
        return Curve(lambda volume: self._least(role, volume), lambda people, _: self._full_at(role, people))

    def upto(self, orders: float) -> tuple[Opening, ...]:
        """The openings that have happened at a volume."""
        walked = self._walked
        while walked.at < orders and not walked.done:
            walked = self._walked = self._next(walked)
        return tuple(each for each in walked.openings if each.above < orders)

    def heads_at_the_end(self) -> dict[str, int]:
        """The people in each role at the last orders of the stage."""
        return self.heads(self._last)

    def heads(self, orders: float) -> dict[str, int]:
        """The people in each role at a volume."""
        least: dict[str, int] = {}
        for each in self.upto(orders):
            least[each.role] = max(each.people, least.get(each.role, 0))
        return self._heads(orders, least, self._posts)

    def _least(self, role: str, volume: float) -> int:
        return max((each.people for each in self.upto(volume) if each.role == role), default=0)

    def _full_at(self, role: str, people: int) -> float:
        known, walked = 0, self._walked
        while True:
            for each in walked.openings[known:]:
                if each.role == role and each.people > people:
                    return each.above
            known = len(walked.openings)
            if walked.done:
                return inf
            walked = self._walked = self._next(walked)

    def _next(self, walked: Walked) -> Walked:
        """One opening further, or the end."""
        above = walked.at
        low = self._first if above == -inf else nextafter(above, inf)
        while low <= self._last:
            heads, end = self._piece(low, walked.least)
            load = self._load(low, heads, walked.least)
            if load.hours <= self._owner.limit:
                if self._load(end, heads, walked.least).hours <= self._owner.limit:
                    if self._settled(end, heads, walked.least):
                        break
                    above, low = end, nextafter(end, inf)
                    continue
                above = self._crossing(end, heads, walked.least)
                low = nextafter(above, inf)
                load = self._load(low, heads, walked.least)
            opened = self._opened(low, heads, walked.least, load)
            if opened is not None:
                role, people = opened
                opening = Opening(role, people, above, load.hours)
                return Walked(above, (*walked.openings, opening), {**walked.least, role: people})
            above, low = end, nextafter(end, inf)
        return walked.with_(done=True)

    def _piece(self, low: float, least: Heads) -> tuple[dict[str, int], float]:
        """The people from a volume on in the roles that his load rests on, and the volume up to which they stay."""
        posts = {role: self._posts[role] for role in self._moving(low, least)}
        heads = self._heads(low, least, posts)
        ends = [self._last]
        for role, post in posts.items():
            if post.free is not None and (heads[role] or not post.waits):
                ends.append(post.free.full_at(max(heads[role], post.free.people(low))))
            if post.gate is not None and not heads[role]:
                ends.append(post.gate.full_at(0))
        ends += [self._buying_end(post, low) for post in posts.values() if post.bought_below is not None]
        return heads, min(each for each in ends if each >= low)

    def _buying_end(self, post: Workload, low: float) -> float:
        if post.load.axes - {ORDERS} or not post.load.axes:
            return inf
        assert post.bought_below is not None
        end = largest_float_not_above((post.bought_below - post.load.constant) / post.load.slopes[ORDERS])
        return end if end >= low else inf

    def _moving(self, low: float, least: Heads) -> list[str]:
        """The roles whose people or opening move the owner's load, those that others look after first."""
        wanted = {role for role, post in self._posts.items() if post.relieved or self._shut_at(post, low, least)}
        waiting = [self._owner.own, *(self._posts[role].load for role in wanted)]
        while waiting:
            for axis in waiting.pop().axes & self._posts.keys():  # also those that stay as they are: they count
                if axis not in wanted:
                    wanted.add(axis)
                    waiting.append(self._posts[axis].load)
        return [role for role in self._posts if role in wanted]

    def _shut_at(self, post: Workload, volume: float, least: Heads) -> bool:
        """Whether a post may not be open yet, as far as that is known without the people in other roles."""
        if not post.waits or least.get(post.role) or self._kept.get(post.role):
            return False
        return post.gate is None or not post.gate.people(volume)

    def _heads(self, volume: float, least: Heads, posts: Mapping[str, Workload]) -> dict[str, int]:
        heads: dict[str, int] = {}
        for role, post in posts.items():  # those that others look after stand first
            heads[role] = self._people(post, volume, least, heads)
        return heads

    def _people(self, post: Workload, volume: float, least: Heads, heads: Heads) -> int:
        kept = self._kept.get(post.role, 0)
        load = self._hours(post.load, volume, heads)
        if self._shut(post, volume, least, load) or self._bought(post, load):
            return kept
        free = max(post.floor, ceil(load / post.capacity)) if post.free is None else post.free.people(volume)
        people = max(free, least.get(post.role, 0), kept)
        return people if post.most is None else min(people, post.most)

    def _shut(self, post: Workload, volume: float, least: Heads, load: Fraction) -> bool:
        if not self._shut_at(post, volume, least):
            return False
        return post.from_hours is None or load <= post.from_hours

    def _bought(self, post: Workload, load: Fraction) -> bool:
        return post.bought_below is not None and load <= post.bought_below

    def _hours(self, load: Linear, volume: float, heads: Heads) -> Fraction:
        point = {role: Fraction(people) for role, people in heads.items()}
        return load.at(point | {ORDERS: Fraction(volume)})

    def _line(self, load: Linear, volume: float, heads: Heads) -> Line:
        return Line(self._hours(load, volume, heads), load.slopes.get(ORDERS, ZERO))

    def _load(self, volume: float, heads: Heads, least: Heads) -> Line:
        """The owner's load a day with these people, and how it grows with the orders."""
        total = self._line(self._owner.own, volume, heads)
        for role in heads:
            post = self._posts[role]
            work = self._line(post.load, volume, heads)
            if heads[role] == 0:
                total += work if self._shut(post, volume, least, work.hours) else NOTHING
            elif post.relieved:
                total += missing(self._time, heads[role], self._line(post.live, volume, heads), work).all
        return total

    def _crossing(self, end: float, heads: Heads, least: Heads) -> float:
        """The largest volume of a piece within his limit: Newton from its end, exact as the load is convex."""
        exact = Fraction(end)
        while (load := self._load_at(exact, heads, least)).hours > self._owner.limit:
            exact -= (load.hours - self._owner.limit) / load.slope
        return largest_float_not_above(exact)

    def _load_at(self, exact: Fraction, heads: Heads, least: Heads) -> Line:
        return self._load(exact, heads, least)  # type: ignore[arg-type]

    def _opened(self, low: float, heads: Heads, least: Heads, load: Line) -> tuple[str, int] | None:
        """The role that takes work off the owner, and its people: the first that takes enough, else that takes most."""
        best, most = None, ZERO
        for role in self._owner.hands_over:
            post = self._posts.get(role)
            if post is None:
                continue
            people = heads.get(role, 0) + 1
            shut = self._shut(post, low, least, self._hours(post.load, low, heads))
            if not (shut or (post.relieved and heads.get(role))):
                continue
            more = {**least, role: people}
            after, _ = self._piece(low, more)
            taken = load.hours - self._load(low, after, more).hours
            if taken >= self._owner.worth:
                return role, people
            if taken > most:
                best, most = (role, people), taken
        return best

    def _settled(self, volume: float, heads: Heads, least: Heads) -> bool:
        """Whether nothing that grows is left with him."""
        left = [self._owner.own]
        for role in heads:
            post = self._posts[role]
            if post.relieved and heads[role] and self._grows(post.load):
                return False
            if not heads[role] and self._shut(post, volume, least, self._hours(post.load, volume, heads)):
                left.append(post.load)
        return not any(map(self._grows, left))

    def _grows(self, load: Linear) -> bool:
        """Whether a load grows with the orders, by itself or through the people that it looks after."""
        return not load.axes.isdisjoint({ORDERS} | self._growing)


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


def held_by_heirs(
    before: Heads, duties_before: Mapping[str, Sequence[str]], after: Heads, duties: Mapping[str, Sequence[str]]
) -> dict[str, int]:
    """The people that each role keeps at the border of two stages, so that nobody who is there is given up.

    A role that goes on keeps its own; the people of one that ends stay with the roles that take its duties over.
    """
    kept = {role: people for role, people in before.items() if people and role in duties}
    for role, people in before.items():
        if role in duties or not people:
            continue
        heirs = [each for each, own in duties.items() if set(own) & set(duties_before[role])]
        gained = sum(max(after.get(heir, 0), kept.get(heir, 0)) - kept.get(heir, 0) for heir in heirs)
        if heirs and gained < people:
            kept[heirs[0]] = max(after.get(heirs[0], 0), kept.get(heirs[0], 0)) + people - gained
    return kept
