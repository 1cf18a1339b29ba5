"""Owns a post before the owner's limit and the people of others: its loads, and the curves of its own volume."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from math import ceil, inf, isinf

from teamplan.engine.amounts import Amounts
from teamplan.engine.breakpoints import largest_float_not_above
from teamplan.engine.curve import Curve, floor_curve, gate_curve, gated, highest, step_curve, until, work_curve
from teamplan.engine.linear import ORDERS, VISITORS, Linear, total
from teamplan.engine.live import goal_of, queue_of, seats_of
from teamplan.engine.load import Loads
from teamplan.engine.owner_load import Workload
from teamplan.engine.posts import posts_of
from teamplan.engine.service import SLIP, Chats, Day, PostService, open_days, peak_factor, rota
from teamplan.playbook.quantity import Window
from teamplan.playbook.stages import Post, Wider
from teamplan.record import Record


def opens_wider_above(loads: Loads, wider: Wider) -> float:
    """The orders a day above which opening hours are wider; inf where the orders do not move their driver."""
    driver = loads.driver(wider.driver)
    slope = driver.slopes.get(ORDERS)
    return largest_float_not_above((loads.amounts[wider.above] - driver.constant) / slope) if slope else inf


class Unrelieved(Record):
    """What the owner leaves of a post that he relieves, in hours a day, and what one person without relief gives."""

    load: Linear
    capacity: Fraction


class Base(Record):
    """A post before the owner's limit and the people of others: its loads, and the curves that its own volume gives."""

    role: str
    post: Post
    arising: tuple[str, ...]
    load: Linear
    live: Linear
    capacity: Fraction
    unrelieved: Unrelieved | None  # of a post that the owner relieves
    service: PostService | None
    wider: tuple[tuple[float, Window, PostService], ...]
    curves: Mapping[str, Curve]  # presence and service
    postponed: bool
    early: bool
    waits: bool
    opens_above: float | None
    lender: str | None  # the role that it splits from, which carries what it had of its work until it opens
    lent: tuple[str, ...]  # those duties
    lent_load: Linear
    bought_below: Fraction | None
    rests_on: frozenset[str]

    @property
    def reports(self) -> frozenset[str]:
        """The roles that it looks after."""
        return self.load.axes - {ORDERS, VISITORS}


class Seen(dict[str, Fraction]):
    """Amounts by name that remember which of them were looked up."""

    def __init__(self, values: Mapping[str, Fraction]) -> None:
        super().__init__(values)
        self.names: set[str] = set()

    def __getitem__(self, name: str) -> Fraction:
        self.names.add(name)
        return super().__getitem__(name)


class Builder:
    """Compiles the posts of one stage; `kept` are compiled already."""

    def __init__(self, loads: Loads, stage_id: str, kept: Mapping[str, Base]) -> None:
        self._seen = Seen(loads.amounts.values)
        self._loads = loads.with_(amounts=Amounts(self._seen, loads.amounts.time))
        self._stage, self._stage_id, self._kept = loads.playbook.stages[stage_id], stage_id, kept
        self._posts = posts_of(loads.playbook.stages, loads.playbook.duties, stage_id)
        self._known = {ORDERS, VISITORS} | self._posts.keys()
        self._duties: dict[str, tuple[Linear, set[str]]] = {}  # with the amounts that each rests on

    def bases(self) -> dict[str, Base]:
        return {role: self._kept.get(role) or self._base(role, post) for role, post in self._posts.items()}

    def _base(self, role: str, post: Post) -> Base:
        self._seen.names = set()
        arising = tuple(each for each in post.duties if self._loads.playbook.arises(each, self._stage_id))
        services = tuple(self._services(post, arising))
        live = [each for each in arising if self._loads.playbook.duties[each].live]
        postponed = post.unless_founder in self._loads.setting.founder_skills
        early = role not in self._stage.team
        opens_above = self._opens_above(post, dedicated=not early and not postponed)
        lender, lent = self._lender(role, post) if opens_above and not early and not postponed else (None, ())
        return Base(
            role=role,
            post=post,
            arising=arising,
            load=self._load(arising),
            live=self._load(live),
            capacity=self._capacity(role, post.relieved_by == "owner"),
            unrelieved=self._unrelieved(role, post, arising),
            service=services[0][2] if services else None,
            wider=services[1:],
            curves=dict(service_curves(services)),
            postponed=postponed,
            early=early,
            waits=early or postponed or post.from_fte is not None or opens_above is not None,
            opens_above=opens_above,
            lender=lender,
            lent=lent,
            lent_load=self._load(lent),
            bought_below=self._bought_below(role, post),
            rests_on=frozenset(self._seen.names),
        )

    def _opens_above(self, post: Post, *, dedicated: bool) -> float | None:
        """The orders a day above which a post opens; a post of the team does at the stage's bound at the latest."""
        if post.opens_at is None:
            return None
        volume = self._loads.amounts[post.opens_at]
        if dedicated and (post.unless_founder is not None or volume <= self._stage.starts_at.orders):
            return None
        return float(volume)

    def _lender(self, role: str, post: Post) -> tuple[str | None, tuple[str, ...]]:
        """The role of the team that carried duties of a post in the stage before, and these duties."""
        stages = self._loads.playbook.stages
        ids = list(stages)
        place = ids.index(self._stage_id)
        before = stages[ids[place - 1]].carrier if place else {}
        had = [before[duty] for duty in post.duties if duty in before]
        lender = next((each for each in had if each != role and each in self._stage.team), None)
        return lender, tuple(duty for duty in post.duties if lender is not None and before.get(duty) == lender)

    def _load(self, duties: Sequence[str]) -> Linear:
        load = total(map(self._duty, duties))
        if load.slopes.keys() <= self._known:
            return load
        return Linear(load.constant, {axis: slope for axis, slope in load.slopes.items() if axis in self._known})

    def _duty(self, duty: str) -> Linear:
        """The hours a day of a duty, worked out once; what it rests on counts as seen each time."""
        if duty not in self._duties:
            seen, self._seen.names = self._seen.names, set()
            self._duties[duty] = self._loads.planned(self._loads.playbook.duties[duty]), self._seen.names
            self._seen.names = seen
        load, names = self._duties[duty]
        self._seen.names |= names
        return load

    @cached_property
    def _peak(self) -> Fraction:
        return peak_factor(self._loads.playbook.service, self._loads.amounts, self._stage.ships_within)

    def _unrelieved(self, role: str, post: Post, arising: Sequence[str]) -> Unrelieved | None:
        frame = self._loads.playbook.frame.owner
        if frame is None or post.relieved_by != "owner":
            return None
        load, relief = self._load(arising), self._loads.amounts[frame.relief] / self._loads.amounts.time.days_open
        return Unrelieved(Linear(load.constant - relief, load.slopes), self._capacity(role, relieved=False))

    def _capacity(self, role: str, relieved: bool) -> Fraction:
        """Hours a day that one person gives, on the mean and on the busiest day that the promise to ship leaves.

        A role with hours of its own gives these on the days that it works; nobody is hired for its absence.
        """
        time, own = self._loads.amounts.time, self._loads.playbook.roles[role].hours_a_day
        if own is not None:
            return self._loads.amounts[own] * time.days_worked / time.days_open
        if relieved:
            return time.productive_day / self._peak
        return time.productive_day * min(time.presence, time.attendance / self._peak)

    def _bought_below(self, role: str, post: Post) -> Fraction | None:
        """Hours a day up to which a post is bought in: where the stage does so, or the owner gives less than a day."""
        frame, hours = self._loads.playbook.frame.owner, self._loads.setting.owner_hours
        if frame is None or post.floor:
            return None
        if not self._stage.buys_in and (hours is None or hours >= self._loads.amounts[frame.day]):
            return None
        return self._loads.amounts[frame.worth] * self._capacity(role, post.relieved_by == "owner")

    def _services(self, post: Post, arising: Sequence[str]) -> Iterator[tuple[float, Window, PostService]]:
        """The queues of a post's live duties in each of the opening hours, with the orders above which these hold."""
        loads, service, frame = self._loads, self._stage.service, self._loads.playbook.service
        duties = [duty for duty in map(loads.playbook.duties.__getitem__, arising) if duty.live]
        if service is None or not duties:
            return
        queues = []
        for duty in duties:
            assert duty.live is not None
            seats = seats_of(queue_of(duty.live, loads.amounts), goal_of(duty.live, service, loads.amounts))
            chats = loads.driver(str(duty.driver))  # over one volume: a role has one axis
            queues.append(Chats(seats, float(chats.constant), float(sum(chats.slopes.values()))))
        rise = float(loads.rise(duties[0]))
        windows = [(-inf, service.open), *((opens_wider_above(loads, each), each.open) for each in service.wider)]
        for above, window in windows:
            week: tuple[Day, ...] = open_days(frame, window, loads.amounts)
            shifts = rota(frame, loads.amounts, post.relieved_by == "owner")
            yield above, window, PostService(tuple(queues), week, shifts, rise)


def service_curves(services: Sequence[tuple[float, Window, PostService]]) -> Iterator[tuple[str, Curve]]:
    """The presence and the service of a post, each in the opening hours of the volume."""
    if not services:
        yield from (("presence", floor_curve(0)), ("service", floor_curve(0)))
        return
    presence = [(above, floor_curve(ceil(each.presence - SLIP))) for above, _, each in services]
    queues = [(above, Curve(each.needed, each.full_at)) for above, _, each in services]
    for name, curves in (("presence", presence), ("service", queues)):
        stepped = [curve if isinf(above) else gated(curve, step_curve(above)) for above, curve in curves]
        yield name, highest(*stepped) if len(stepped) > 1 else stepped[0]


Lent = Sequence[tuple[float, Linear]]  # the volume up to which a post carries the work of another, and that work


def lent_by(bases: Mapping[str, Base], role: str) -> Lent:
    lent = [(each.opens_above, each.lent_load) for each in bases.values() if each.lender == role]
    return [(above, load) for above, load in lent if above is not None]


def workload(base: Base, lent: Lent) -> Workload:
    """A post as the owner's load needs it: over orders, or over the people in other roles."""
    post, on_visitors = base.post, VISITORS in base.load.axes
    over_orders = not base.reports and not on_visitors
    own = [work_of(base, {}, lent)] if over_orders else []
    curves = [*own, *base.curves.values(), floor_curve(post.floor)]
    from_hours = None if post.from_fte is None else post.from_fte * base.capacity
    return Workload(
        role=base.role,
        load=Linear() if on_visitors else base.load,
        live=base.live,
        capacity=base.capacity,
        free=None if base.reports else floor_curve(post.floor) if on_visitors else highest(*curves),
        floor=post.floor,
        most=post.exactly,
        waits=base.waits,
        gate=gate_of(base, {}) if over_orders or base.opens_above is not None or base.postponed else None,
        from_hours=from_hours if base.reports else None,
        relieved=post.relieved_by == "owner",
        lent=base.lender is not None,
        bought_below=base.bought_below,
    )


def work_of(base: Base, reports: Mapping[str, Curve], lent: Lent) -> Curve:
    """The people that the work of a post needs, nobody less when a post that splits from it takes its part.

    One that the owner relieves leaves him no more than his hours of it.
    """
    work = work_curve(base.load, base.capacity, reports)
    for last in sorted({volume for volume, _ in lent}):
        together = total((base.load, *(load for volume, load in lent if volume >= last)))
        work = highest(work, until(work_curve(together, base.capacity, reports), last))
    if base.unrelieved is None or base.reports:
        return work
    return highest(work, work_curve(base.unrelieved.load, base.unrelieved.capacity, reports))


def gate_of(base: Base, reports: Mapping[str, Curve]) -> Curve | None:
    """Where a post opens by itself; None where it always is open."""
    if not base.waits:
        return None
    if base.opens_above is not None:
        return step_curve(base.opens_above)
    if base.postponed or base.post.from_fte is None:
        return floor_curve(0)
    return gate_curve(base.load, base.post.from_fte * base.capacity, reports)
