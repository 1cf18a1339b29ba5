"""Owns the compiled stage: one staffing curve per post over the shop's own volume, and what is left to the owner."""

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from fractions import Fraction
from functools import cached_property
from math import ceil, inf, isinf

from teamplan.engine.amounts import Amounts, time_names
from teamplan.engine.breakpoints import largest_float_not_above
from teamplan.engine.curve import Curve, capped, floor_curve, gate_curve, gated, highest, step_curve, until, work_curve
from teamplan.engine.linear import ORDERS, VISITORS, Linear
from teamplan.engine.live import goal_of, queue_of, seats_of
from teamplan.engine.load import Loads, Onward, Setting
from teamplan.engine.openings import Opening, Openings, held_by_heirs
from teamplan.engine.owner import owner_limit
from teamplan.engine.owner_load import Heads, Owner, OwnerLoad, Workload, in_order
from teamplan.engine.posts import posts_of
from teamplan.engine.service import SLIP, Chats, Day, PostService, busiest_day, open_days, rota
from teamplan.errors import Problem, TeamplanError
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.quantity import Window
from teamplan.playbook.stages import Post, Stage, Wider
from teamplan.playbook.store import MOST_ORDERS
from teamplan.record import Record, fresh

ALONE = (0.0, float(MOST_ORDERS))  # the orders a day of a stage that was asked for, whatever they are


class Staffed(Record):
    """A post compiled: its load in hours a day, what one person gives, the curves that may bind, and their maximum.

    `live` is the part of the load for which somebody waits. `service` holds the live duties (None without any) in the
    opening hours of a volume. `rests_on` are the assumptions behind it, those of the working time apart.
    """

    role: str
    post: Post
    arising: tuple[str, ...]  # its duties that there are in this stage
    volume: str
    load: Linear
    live: Linear
    capacity: Fraction
    service: PostService | None
    curves: Mapping[str, Curve]
    headcount: Curve
    rests_on: frozenset[str]
    opens: Curve | None = None  # 1 where the post is open, None where it always is
    postponed: bool = False  # a skill of the founder puts it off
    early: bool = False  # it is a post of a later stage
    wider: tuple[tuple[float, Window, PostService], ...] = ()  # opening hours above so many orders

    @property
    def relieved(self) -> bool:
        """Whether the owner takes over on days off."""
        return self.post.relieved_by == "owner"

    def binding(self, volume: float) -> str | None:
        """Which curve sets the headcount at the volume; None where nobody is hired."""
        people = self.headcount.people(volume)
        if people == 0:
            return None
        if self.post.exactly is not None:
            return "floor"
        return next(name for name, curve in self.curves.items() if curve.people(volume) == people)

    def bought_in(self, volume: float) -> bool:
        """Whether the post is open and its work is too little for a head, so that it is bought in by the hour."""
        return (self.opens is None or self.opens.people(volume) > 0) and self.headcount.people(volume) == 0


class StageCurves(Record):
    """A stage compiled for a setting: curves of the posts it can have, its team before early ones.

    `inherited` are the last openings by role of the stages before.
    """

    stage_id: str
    loads: Loads
    posts: Mapping[str, Staffed]
    openings: Openings | None = None
    bases: Mapping[str, "Base"] = fresh(factory=dict)
    ends: tuple[float, float] = ALONE
    inherited: Mapping[str, Opening] = fresh(factory=dict)

    def headcounts(self, volumes: Mapping[str, float]) -> dict[str, int]:
        """People in each role at a volume by axis: `orders`, and `visitors` where a role depends on them.

        Raises a TeamplanError that names the first role whose volume is not given.
        """
        refuse_uncounted(self.uncounted(volumes))
        return self.known_headcounts(volumes)

    def known_headcounts(self, volumes: Mapping[str, float]) -> dict[str, int]:
        """`headcounts` of the roles that can be counted; the `uncounted` ones are left out."""
        known = {role: post for role, post in self.posts.items() if post.volume in volumes}
        return {role: post.headcount.people(volumes[post.volume]) for role, post in known.items()}

    def headcounts_once(self, volumes: Mapping[str, float]) -> dict[str, int]:
        """`known_headcounts` at a volume that nothing else is asked about: nothing is learnt for it."""
        known = {role: post for role, post in self.posts.items() if post.volume in volumes}
        return {role: post.headcount.people_once(volumes[post.volume]) for role, post in known.items()}

    def uncounted(self, volumes: Collection[str]) -> tuple[str, ...]:
        """The roles that depend on a volume which is not among these axes."""
        return tuple(role for role, post in self.posts.items() if post.volume not in volumes)

    def bought_in(self, role: str, volume: Mapping[str, Fraction | float]) -> bool:
        """Whether the work of a role is bought in by the hour at a volume by axis."""
        post = self.posts[role]
        return post.volume in volume and post.bought_in(float(volume[post.volume]))

    def opened_by_owner(self, role: str, orders: float) -> Opening | None:
        """The last opening of a role by the owner's limit that has happened at a volume."""
        return self._opened(orders).get(role)

    def opened_at_the_end(self) -> Mapping[str, Opening]:
        """The last opening of each role up to the last orders of the stage."""
        return self._opened(inf)

    def _opened(self, orders: float) -> dict[str, Opening]:
        known = self.openings.upto(orders) if self.openings else ()
        return dict(self.inherited) | {each.role: each for each in known}

    def window(self, orders: float) -> Window | None:
        """The opening hours of service at a volume."""
        service = self.loads.playbook.stages[self.stage_id].service
        if service is None:
            return None
        wider = [each.open for each in service.wider if orders > opens_wider_above(self.loads, each)]
        return wider[-1] if wider else service.open

    def seen_at(self, orders: float) -> "StageCurves":
        """The same stage with the opening hours of a volume, and each duty with the post that carries it there."""
        posts = {role: self._seen_at(post, orders) for role, post in self.posts.items()}
        stage, window = self.loads.playbook.stages[self.stage_id], self.window(orders)
        if stage.service is None or window is None or window == stage.service.open:
            return self.with_(posts=posts)
        open_ = stage.service.model_copy(update={"open": window})
        stages = self.loads.playbook.stages | {self.stage_id: stage.model_copy(update={"service": open_})}
        return self.with_(posts=posts, loads=self.loads.with_(playbook=self.loads.playbook.with_(stages=stages)))

    def lent(self, role: str, orders: float) -> bool:
        """Whether the work of a role is still with the one that it splits from."""
        base = self.bases[role]
        return base.lender is not None and base.opens_above is not None and orders <= base.opens_above

    def _seen_at(self, post: Staffed, orders: float) -> Staffed:
        """A post with the opening hours of a volume, and with the duties that it carries there."""
        services = [service for above, _, service in post.wider if orders > above]
        post = post.with_(service=services[-1]) if services else post
        if self.lent(post.role, orders):
            return post.with_(arising=(), load=Linear(), live=Linear())
        borrowed = [each for each in self.bases.values() if each.lender == post.role and self.lent(each.role, orders)]
        if not borrowed:
            return post
        load = sum((each.lent_load for each in borrowed), post.load)
        return post.with_(arising=(*post.arising, *(duty for each in borrowed for duty in each.lent)), load=load)


def opens_wider_above(loads: Loads, wider: Wider) -> float:
    """The orders a day above which opening hours are wider; inf where the orders do not move their driver."""
    driver = loads.driver(wider.driver)
    slope = driver.slopes.get(ORDERS)
    return largest_float_not_above((loads.amounts[wider.above] - driver.constant) / slope) if slope else inf


def refuse_uncounted(roles: Sequence[str]) -> None:
    """Raise a TeamplanError that names the first of the roles whose visitors are not known, if there is one."""
    if roles:
        raise TeamplanError([Problem("visitors-needed", {"role": roles[0]})])


def compile_stage(
    playbook: Playbook,
    amounts: Amounts,
    stage_id: str,
    setting: Setting,
    before: StageCurves | None = None,
    ends: tuple[float, float] = ALONE,
) -> StageCurves:
    """Compile every post of a stage between its first and last orders, `before` being the stage that it follows.

    The playbook has been checked: no loops, one axis a role.
    """
    loads = Loads(playbook, amounts, playbook.stages[stage_id].inputs, setting, _onward(playbook, stage_id, ends))
    return _opened(loads, stage_id, _Builder(loads, stage_id, {}).bases(), before, ends)


def recompiled(
    stage: StageCurves, playbook: Playbook, amounts: Amounts, changed: Set[str], before: StageCurves | None = None
) -> StageCurves:
    """`compile_stage` of a playbook that differs in the `changed` assumptions alone; what they do not move is kept."""
    loads = stage.loads.with_(playbook=playbook, amounts=amounts)
    untouched = {role: base for role, base in stage.bases.items() if base.rests_on.isdisjoint(changed)}
    kept = {} if changed & time_names(playbook) else untouched
    return _opened(loads, stage.stage_id, _Builder(loads, stage.stage_id, kept).bases(), before, stage.ends)


def compile_post(loads: Loads, stage: Stage, stage_id: str, role: str) -> Staffed:
    """One post of a stage that may differ from the playbook's, such as one with longer opening hours, if it is open."""
    stages = loads.playbook.stages | {stage_id: stage}
    loads = loads.with_(playbook=loads.playbook.with_(stages=stages))
    builder = _Builder(loads, stage_id, {})
    return _Assembly(builder.bases(), None, {}, ()).staffed(role)


def _onward(playbook: Playbook, stage_id: str, ends: tuple[float, float]) -> Onward | None:
    """How the inputs grow on the way through a stage; None where it stands alone."""
    following = playbook.stage_after(stage_id)
    starts = playbook.stages[stage_id].starts_at.orders
    if ends == ALONE:
        return None
    if following is None:
        return Onward(starts, starts, None)
    return Onward(starts, playbook.stages[following].starts_at.orders, playbook.stages[following].inputs)


class Base(Record):
    """A post before the owner's limit and the people of others: its loads, and the curves that its own volume gives."""

    role: str
    post: Post
    arising: tuple[str, ...]
    load: Linear
    live: Linear
    capacity: Fraction
    unrelieved: (
        tuple[Linear, Fraction] | None
    )  # of one that the owner relieves: what he leaves, and what one person gives
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


class _Seen(dict[str, Fraction]):
    """Amounts by name that remember which of them were looked up."""

    def __init__(self, values: Mapping[str, Fraction]) -> None:
        super().__init__(values)
        self.names: set[str] = set()

    def __getitem__(self, name: str) -> Fraction:
        self.names.add(name)
        return super().__getitem__(name)


class _Builder:
    """Compiles the posts of one stage; `kept` are compiled already."""

    def __init__(self, loads: Loads, stage_id: str, kept: Mapping[str, Base]) -> None:
        self._seen = _Seen(loads.amounts.values)
        self._loads = loads.with_(amounts=Amounts(self._seen, loads.amounts.time))
        self._stage, self._stage_id, self._kept = loads.playbook.stages[stage_id], stage_id, kept
        self._posts = posts_of(loads.playbook.stages, loads.playbook.duties, stage_id)
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
            capacity=self._capacity(post.relieved_by == "owner"),
            unrelieved=self._unrelieved(post, arising),
            service=services[0][2] if services else None,
            wider=services[1:],
            curves=dict(_service_curves(services)),
            postponed=postponed,
            early=early,
            waits=early or postponed or post.from_fte is not None or opens_above is not None,
            opens_above=opens_above,
            lender=lender,
            lent=lent,
            lent_load=self._load(lent),
            bought_below=self._bought_below(post),
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
        load = sum(map(self._duty, duties), Linear())
        known = {ORDERS, VISITORS} | self._posts.keys()
        return Linear(load.constant, {axis: slope for axis, slope in load.slopes.items() if axis in known})

    def _duty(self, duty: str) -> Linear:
        """The hours a day of a duty, worked out once; what it rests on counts as seen each time."""
        if duty not in self._duties:
            seen, self._seen.names = self._seen.names, set()
            self._duties[duty] = self._loads.duty(self._loads.playbook.duties[duty]), self._seen.names
            self._seen.names = seen
        load, names = self._duties[duty]
        self._seen.names |= names
        return load

    @cached_property
    def _peak(self) -> Fraction:
        return busiest_day(self._loads.playbook.service, self._loads.amounts, self._stage.ships_within)

    def _unrelieved(self, post: Post, arising: Sequence[str]) -> tuple[Linear, Fraction] | None:
        frame = self._loads.playbook.frame.owner
        if frame is None or post.relieved_by != "owner":
            return None
        load, relief = self._load(arising), self._loads.amounts[frame.relief] / self._loads.amounts.time.days_open
        return Linear(load.constant - relief, load.slopes), self._capacity(relieved=False)

    def _capacity(self, relieved: bool) -> Fraction:
        """Hours a day that one person gives, on the mean and on the busiest day that the promise to ship leaves."""
        time = self._loads.amounts.time
        if relieved:
            return time.productive_day / self._peak
        return time.productive_day * min(time.presence, time.attendance / self._peak)

    def _bought_below(self, post: Post) -> Fraction | None:
        """Hours a day up to which a post is bought in: where the stage does so, or the owner gives less than a day."""
        frame, hours = self._loads.playbook.frame.owner, self._loads.setting.owner_hours
        if frame is None or post.floor:
            return None
        if not self._stage.buys_in and (hours is None or hours >= self._loads.amounts[frame.day]):
            return None
        return self._loads.amounts[frame.worth] * self._capacity(post.relieved_by == "owner")

    def _services(self, post: Post, arising: Sequence[str]) -> Iterator[tuple[float, Window, PostService]]:
        """The queues of a post's live duties in each of the opening hours, with the orders above which these hold."""
        loads, service, frame = self._loads, self._stage.service, self._loads.playbook.service
        lives = [(duty.live, duty.driver) for duty in map(loads.playbook.duties.__getitem__, arising) if duty.live]
        if service is None or not lives:
            return
        queues = []
        for live, driver in lives:
            seats = seats_of(queue_of(live, loads.amounts), goal_of(live, service, loads.amounts))
            chats = loads.driver(str(driver))  # over one volume: a role has one axis
            queues.append(Chats(seats, float(chats.constant), float(sum(chats.slopes.values()))))
        windows = [(-inf, service.open), *((opens_wider_above(loads, each), each.open) for each in service.wider)]
        for above, window in windows:
            week: tuple[Day, ...] = open_days(frame, window, loads.amounts)
            yield (
                above,
                window,
                PostService(tuple(queues), week, rota(frame, loads.amounts, post.relieved_by == "owner")),
            )


def _service_curves(services: Sequence[tuple[float, Window, PostService]]) -> Iterator[tuple[str, Curve]]:
    """The presence and the service of a post, each in the opening hours of the volume."""
    if not services:
        yield from (("presence", floor_curve(0)), ("service", floor_curve(0)))
        return
    presence = [(above, floor_curve(ceil(each.presence - SLIP))) for above, _, each in services]
    queues = [(above, Curve(each.needed, each.full_at)) for above, _, each in services]
    for name, curves in (("presence", presence), ("service", queues)):
        stepped = [curve if isinf(above) else gated(curve, step_curve(above)) for above, curve in curves]
        yield name, highest(*stepped) if len(stepped) > 1 else stepped[0]


def _opened(
    loads: Loads, stage_id: str, bases: Mapping[str, Base], before: StageCurves | None, ends: tuple[float, float]
) -> StageCurves:
    """The stage with the openings that the owner's limit asks for, and the people whom the stage before had."""
    openings, kept = _openings(loads, stage_id, bases, before, ends)
    inherited = {role: each for role, each in _inherited(before).items() if role in kept and bases[role].waits}
    posts = _Posts(_Assembly(bases, openings, kept, inherited.keys()), bases)
    return StageCurves(stage_id, loads, posts, openings, bases, ends, inherited)


def _inherited(before: StageCurves | None) -> Mapping[str, Opening]:
    return before.opened_at_the_end() if before else {}


def _openings(
    loads: Loads, stage_id: str, bases: Mapping[str, Base], before: StageCurves | None, ends: tuple[float, float]
) -> tuple[Openings | None, dict[str, int]]:
    limit = owner_limit(loads.playbook, loads.amounts, loads.setting.owner_hours)
    frame, time = loads.playbook.frame.owner, loads.amounts.time
    if limit is None or frame is None:
        return None, {}
    carried = {duty for base in bases.values() for duty in base.post.duties}
    arising = [each for each in loads.playbook.duties if loads.playbook.arises(each, stage_id)]
    own = sum((loads.duty(loads.playbook.duties[each]) for each in arising if each not in carried), Linear())
    worth = loads.amounts[frame.worth] * time.productive_week / time.days_open
    owner = Owner(own, limit, worth, loads.playbook.stages[stage_id].hand_over)
    order = in_order({role: base.load for role, base in bases.items()})
    posts = {role: _workload(bases[role], _lent(bases, role)) for role in order}
    kept = _kept(before, bases, posts, owner, loads, ends) if before and before.openings else {}
    return Openings(OwnerLoad(posts, owner, time, kept), ends), kept


def _kept(
    before: StageCurves,
    bases: Mapping[str, Base],
    posts: Mapping[str, Workload],
    owner: Owner,
    loads: Loads,
    ends: tuple[float, float],
) -> dict[str, int]:
    """The people of the stage before that go on in this one."""
    assert before.openings is not None
    there = before.openings.heads_at_the_end()
    own = {role: people for role, people in there.items() if role in bases}
    if all(role in bases for role, people in there.items() if people):
        return {role: people for role, people in there.items() if people}
    after = Openings(OwnerLoad(posts, owner, loads.amounts.time, own), ends).heads(ends[0])
    was = {role: base.post.duties for role, base in before.bases.items()}
    return held_by_heirs(there, was, after, {role: base.post.duties for role, base in bases.items()})


Lent = Sequence[tuple[float, Linear]]  # the volume up to which a post carries the work of another, and that work


def _lent(bases: Mapping[str, Base], role: str) -> Lent:
    lent = [(each.opens_above, each.lent_load) for each in bases.values() if each.lender == role]
    return [(above, load) for above, load in lent if above is not None]


def _workload(base: Base, lent: Lent) -> Workload:
    """A post as the owner's load needs it: over orders, or over the people in other roles."""
    post, on_visitors = base.post, VISITORS in base.load.axes
    over_orders = not base.reports and not on_visitors
    own = [_work(base, {}, lent)] if over_orders else []
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
        gate=_gate(base, {}) if over_orders or base.opens_above is not None or base.postponed else None,
        from_hours=from_hours if base.reports else None,
        relieved=post.relieved_by == "owner",
        lent=base.lender is not None,
        bought_below=base.bought_below,
    )


def _work(base: Base, reports: Mapping[str, Curve], lent: Lent) -> Curve:
    """The people that the work of a post needs, nobody less when a post that splits from it takes its part.

    One that the owner relieves leaves him no more than his hours of it.
    """
    work = work_curve(base.load, base.capacity, reports)
    for last in sorted({volume for volume, _ in lent}):
        together = sum((load for volume, load in lent if volume >= last), base.load)
        work = highest(work, until(work_curve(together, base.capacity, reports), last))
    if base.unrelieved is None or base.reports:
        return work
    rest, capacity = base.unrelieved
    return highest(work, work_curve(rest, capacity, reports))


def _gate(base: Base, reports: Mapping[str, Curve]) -> Curve | None:
    """Where a post opens by itself; None where it always is open."""
    if not base.waits:
        return None
    if base.opens_above is not None:
        return step_curve(base.opens_above)
    if base.postponed or base.post.from_fte is None:
        return floor_curve(0)
    return gate_curve(base.load, base.post.from_fte * base.capacity, reports)


class _Assembly:
    """Joins what may bind the posts of a stage, those that others look after first."""

    def __init__(
        self, bases: Mapping[str, Base], openings: Openings | None, kept: Heads, inherited: Collection[str]
    ) -> None:
        self._bases, self._openings, self._kept, self._inherited = bases, openings, kept, inherited
        self._done: dict[str, Staffed] = {}

    def staffed(self, role: str) -> Staffed:
        if role not in self._done:
            self._done[role] = self._join(self._bases[role])
        return self._done[role]

    def _join(self, base: Base) -> Staffed:
        reports = {axis: self.staffed(axis) for axis in self._bases if axis in base.reports}
        people_of = {axis: report.headcount for axis, report in reports.items()}
        curves = {  # of two that ask for the same, the earlier is said to bind
            "work": _work(base, people_of, _lent(self._bases, base.role)),
            **base.curves,
            "floor": floor_curve(base.post.floor),
        }
        kept = floor_curve(self._kept.get(base.role, 0))
        owner = self._openings.of(base.role) if self._openings else floor_curve(0)
        if base.role in self._inherited:
            owner = highest(owner, kept)
        opens = None
        if base.waits:
            gate = _gate(base, people_of)
            opens = highest(*(each for each in (gate, capped(owner, 1), capped(kept, 1)) if each is not None))
            curves = {"owner": owner, **({"floor": curves["floor"]} if base.opens_above is not None else {}), **curves}
        else:
            curves = {**curves, "owner": owner}
        headcount = highest(*curves.values())
        if opens is not None:
            headcount = gated(headcount, opens)
        if base.bought_below is not None:
            headcount = gated(headcount, gate_curve(base.load, base.bought_below, people_of))
        if self._kept.get(base.role):
            curves["kept"], headcount = kept, highest(headcount, kept)
        if base.post.exactly is not None:
            headcount = capped(headcount, base.post.exactly)
        rests_on = base.rests_on.union(*(report.rests_on for report in reports.values()))
        return Staffed(
            role=base.role,
            post=base.post,
            arising=base.arising,
            volume=_volume(base.load, reports),
            load=base.load,
            live=base.live,
            capacity=base.capacity,
            service=base.service,
            curves=curves,
            headcount=headcount,
            rests_on=rests_on,
            opens=opens,
            postponed=base.postponed,
            early=base.early,
            wider=base.wider,
        )


class _Posts(Mapping[str, Staffed]):
    """The posts of a stage, each joined when it is first asked for: of a stage on the way to a later one none is."""

    def __init__(self, assembly: _Assembly, roles: Collection[str]) -> None:
        self._assembly, self._roles = assembly, roles

    def __getitem__(self, role: str) -> Staffed:
        if role not in self._roles:
            raise KeyError(role)
        return self._assembly.staffed(role)

    def __iter__(self) -> Iterator[str]:
        return iter(self._roles)

    def __len__(self) -> int:
        return len(self._roles)


def _volume(load: Linear, reports: Mapping[str, Staffed]) -> str:
    """The volume that a post's curves run over; orders where nothing moves them."""
    axes = load.axes | {report.volume for report in reports.values() if report.load.axes}
    return VISITORS if VISITORS in axes else ORDERS
