"""Owns the compiled stage: one staffing curve per post over the shop's own volume, and what is left to the owner."""

from collections.abc import Collection, Mapping, Sequence, Set
from fractions import Fraction
from functools import cached_property
from math import ceil

from teamplan.engine.amounts import Amounts, time_names
from teamplan.engine.curve import Curve, capped, floor_curve, gate_curve, gated, highest, work_curve
from teamplan.engine.linear import ORDERS, VISITORS, Linear
from teamplan.engine.live import goal_of, queue_of, seats_of
from teamplan.engine.load import Loads, Setting
from teamplan.engine.service import SLIP, Chats, Day, PostService, busiest_day, open_days, rota
from teamplan.errors import Problem, TeamplanError
from teamplan.playbook.duties import Duty
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.stages import Post, Stage
from teamplan.record import Record


class Staffed(Record):
    """A post compiled: its load in hours a day, what one person gives, the curves that may bind, and their maximum.

    `service` holds the live duties (None without any). `rests_on` are the assumptions that it was compiled from, those
    of the working time apart.
    """

    role: str
    post: Post
    volume: str
    load: Linear
    capacity: Fraction
    service: PostService | None
    curves: Mapping[str, Curve]
    headcount: Curve
    rests_on: frozenset[str]

    def binding(self, volume: float) -> str | None:
        """Which curve sets the headcount at the volume; None where nobody is hired."""
        people = self.headcount.people(volume)
        if people == 0:
            return None
        if self.post.exactly is not None:
            return "floor"
        return next(name for name, curve in self.curves.items() if curve.people(volume) == people)


class StageCurves(Record):
    """A stage compiled for a setting: curves of the posts it fills, in the order of its team."""

    stage_id: str
    loads: Loads
    posts: Mapping[str, Staffed]
    skipped: tuple[str, ...]  # posts that the founder's skills make unnecessary

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

    def uncounted(self, volumes: Collection[str]) -> tuple[str, ...]:
        """The roles that depend on a volume which is not among these axes."""
        return tuple(role for role, post in self.posts.items() if post.volume not in volumes)


def refuse_uncounted(roles: Sequence[str]) -> None:
    """Raise a TeamplanError that names the first of the roles whose visitors are not known, if there is one."""
    if roles:
        raise TeamplanError([Problem("visitors-needed", {"role": roles[0]})])


def compile_stage(playbook: Playbook, amounts: Amounts, stage_id: str, setting: Setting) -> StageCurves:
    """Compile every post of a stage. The playbook has been checked: no loops, one axis a role."""
    stage = playbook.stages[stage_id]
    skipped = {role for role, post in stage.team.items() if post.unless_founder in setting.founder_skills}
    loads = Loads(playbook, amounts, stage.inputs, setting)
    builder = _Builder(loads, stage, stage_id, skipped)
    posts = {role: builder.staffed(role) for role in stage.team if role not in skipped}
    return StageCurves(stage_id, loads, posts, tuple(role for role in stage.team if role in skipped))


def recompiled(
    stage: StageCurves, playbook: Playbook, amounts: Amounts, changed: Set[str], roles: Collection[str] | None = None
) -> StageCurves:
    """`compile_stage` of a playbook that differs in the `changed` assumptions alone; posts they do not move are kept.

    Only these `roles` and those they look after, if any are given.
    """
    loads = Loads(playbook, amounts, stage.loads.inputs, stage.loads.setting)
    kept = {} if changed & time_names(playbook) else _untouched(stage, changed)
    builder = _Builder(loads, playbook.stages[stage.stage_id], stage.stage_id, set(stage.skipped), kept)
    wanted = stage.posts if roles is None else roles
    posts = {role: builder.staffed(role) for role in wanted}
    return StageCurves(stage.stage_id, loads, posts, stage.skipped)


def _untouched(stage: StageCurves, changed: Set[str]) -> dict[str, Staffed]:
    return {role: post for role, post in stage.posts.items() if post.rests_on.isdisjoint(changed)}


def compile_post(loads: Loads, stage: Stage, stage_id: str, role: str) -> Staffed:
    """One post of a stage that may differ from the playbook's, such as one with longer opening hours."""
    return _Builder(loads, stage, stage_id, set()).staffed(role)


class _Seen(dict[str, Fraction]):
    """Amounts by name that remember which of them were looked up."""

    def __init__(self, values: Mapping[str, Fraction]) -> None:
        super().__init__(values)
        self.names: set[str] = set()

    def __getitem__(self, name: str) -> Fraction:
        self.names.add(name)
        return super().__getitem__(name)


class _Builder:
    """Compiles the posts of one stage, those that others look after first; `kept` are compiled already."""

    def __init__(
        self, loads: Loads, stage: Stage, stage_id: str, skipped: set[str], kept: Mapping[str, Staffed] | None = None
    ) -> None:
        self._seen = _Seen(loads.amounts.values)
        self._loads = loads.with_(amounts=Amounts(self._seen, loads.amounts.time))
        self._stage, self._stage_id, self._skipped = stage, stage_id, skipped
        self._done: dict[str, Staffed] = dict(kept or {})

    @property
    def _week(self) -> tuple[Day, ...]:
        service, loads = self._stage.service, self._loads
        return open_days(loads.playbook.service, service.open, loads.amounts) if service else ()

    @cached_property
    def _peak(self) -> Fraction:
        return busiest_day(self._loads.playbook.service, self._loads.amounts, self._stage.ships_within)

    def staffed(self, role: str) -> Staffed:
        if role not in self._done:
            outside, self._seen.names = self._seen.names, set()
            self._done[role] = self._compile(role, self._stage.team[role])
            self._seen.names = outside
        return self._done[role]

    def _compile(self, role: str, post: Post) -> Staffed:
        load, service = self._load(post), self._service(post)
        capacity = self._capacity(post)
        reports = {axis: self.staffed(axis) for axis in load.axes if axis not in (ORDERS, VISITORS)}
        report_curves = {axis: report.headcount for axis, report in reports.items()}
        curves = {  # of two that ask for the same, the earlier is said to bind
            "work": work_curve(load, capacity, report_curves),
            "presence": floor_curve(ceil(service.presence - SLIP) if service else 0),
            "service": Curve(service.needed, service.full_at) if service else floor_curve(0),
            "floor": floor_curve(post.floor),
        }
        headcount = highest(*curves.values())
        if post.from_fte is not None:
            headcount = gated(headcount, gate_curve(load, post.from_fte * capacity, report_curves))
        if post.exactly is not None:
            headcount = capped(headcount, post.exactly)
        volume = _volume(load, reports)
        rests_on = frozenset(self._seen.names.union(*(report.rests_on for report in reports.values())))
        return Staffed(role, post, volume, load, capacity, service, curves, headcount, rests_on)

    def _arising(self, post: Post) -> list[Duty]:
        playbook = self._loads.playbook
        return [playbook.duties[duty] for duty in post.duties if playbook.arises(duty, self._stage_id)]

    def _load(self, post: Post) -> Linear:
        load = sum((self._loads.duty(duty) for duty in self._arising(post)), Linear())
        absent = load.axes - {ORDERS, VISITORS} - (set(self._stage.team) - self._skipped)
        return Linear(load.constant, {axis: slope for axis, slope in load.slopes.items() if axis not in absent})

    def _capacity(self, post: Post) -> Fraction:
        """Hours a day that one person gives, on the mean and on the busiest day that the promise to ship leaves."""
        time = self._loads.amounts.time
        if post.relieved_by == "owner":
            return time.productive_day / self._peak
        return time.productive_day * min(time.presence, time.attendance / self._peak)

    def _service(self, post: Post) -> PostService | None:
        """The queues of a post's live duties, None without opening hours or live duties."""
        loads, service, frame = self._loads, self._stage.service, self._loads.playbook.service
        lives = [(duty.live, duty.driver) for duty in self._arising(post) if duty.live is not None]
        if service is None or not lives:
            return None
        queues = []
        for live, driver in lives:
            seats = seats_of(queue_of(live, loads.amounts), goal_of(live, service, loads.amounts))
            chats = loads.driver(str(driver))  # over one volume: a role has one axis
            queues.append(Chats(seats, float(chats.constant), float(sum(chats.slopes.values()))))
        return PostService(tuple(queues), self._week, rota(frame, loads.amounts, post.relieved_by == "owner"))


def _volume(load: Linear, reports: Mapping[str, Staffed]) -> str:
    """The volume that a post's curves run over; orders where nothing moves them."""
    axes = load.axes | {report.volume for report in reports.values() if report.load.axes}
    return VISITORS if VISITORS in axes else ORDERS
