"""Owns how a stage is compiled: its posts, the openings that the owner's limit asks for, and who goes on in it."""

from collections.abc import Collection, ItemsView, Iterator, Mapping, Set

from teamplan.engine.amounts import Amounts, time_names
from teamplan.engine.bases import Base, Builder, Seen, gate_of, lent_by, work_of, workload
from teamplan.engine.curve import Curve, capped, floor_curve, gate_curve, gated, highest
from teamplan.engine.linear import ORDERS, VISITORS, Linear, total
from teamplan.engine.load import Loads, Onward, Setting
from teamplan.engine.openings import Openings, held_by_heirs
from teamplan.engine.owner import owner_limit
from teamplan.engine.owner_load import Heads, Owner, OwnerLoad, Workload, in_order
from teamplan.engine.staffing import ALONE, Staffed, StageCurves
from teamplan.playbook.handed_on import HandedOn
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.stages import Stage
from teamplan.playbook.store import MEAN_DAY


def compile_stage(
    playbook: Playbook,
    amounts: Amounts,
    stage_id: str,
    setting: Setting,
    before: HandedOn | None = None,
    ends: tuple[float, float] = ALONE,
) -> StageCurves:
    """Compile every post of a stage between its first and last orders; `before` is what the stage before hands on.

    The playbook has been checked: no loops, one axis a role. For a percentile of days the mean day is compiled as well.
    """
    stage = playbook.stages[stage_id]
    onward = _onward(playbook, stage_id, ends)
    loads = Loads(playbook, amounts, stage.inputs, setting, onward, stage.ships_within)
    bases = Builder(loads, stage_id, {}).bases()
    if setting.percentile == MEAN_DAY:
        return _opened(loads, stage_id, bases, before, ends)
    at_mean = setting.with_(percentile=MEAN_DAY)
    return _above_mean(loads, bases, compile_stage(playbook, amounts, stage_id, at_mean, before, ends))


def recompiled(
    stage: StageCurves, playbook: Playbook, amounts: Amounts, changed: Set[str], before: HandedOn | None = None
) -> StageCurves:
    """`compile_stage` of a playbook that differs in the `changed` assumptions alone; what they do not move is kept."""
    loads = stage.loads.with_(playbook=playbook, amounts=amounts)
    untouched = {role: base for role, base in stage.bases.items() if base.rests_on.isdisjoint(changed)}
    kept = {} if changed & time_names(playbook) else untouched
    bases = Builder(loads, stage.stage_id, kept).bases()
    if stage.mean is None:
        return _opened(loads, stage.stage_id, bases, before, stage.ends)
    return _above_mean(loads, bases, recompiled(stage.mean, playbook, amounts, changed, before))


def rests_on(stage: StageCurves) -> frozenset[str]:
    """The assumptions that a stage rests on: those of its posts, of the owner's own work and bounds, of the time."""
    playbook, seen = stage.loads.playbook, Seen(stage.loads.amounts.values)
    loads = stage.loads.with_(amounts=Amounts(seen, stage.loads.amounts.time))
    for duty in _own_duties(playbook, stage.stage_id, stage.bases):
        loads.duty(playbook.duties[duty])
    frame = playbook.frame.owner
    owner = {reference[1:] for reference in (frame.limit, frame.worth, frame.day, frame.relief)} if frame else set()
    posts = (base.rests_on for base in stage.bases.values())
    return frozenset(seen.names | owner | time_names(playbook)).union(*posts)


def compile_post(loads: Loads, stage: Stage, stage_id: str, role: str) -> Staffed:
    """One post of a stage that may differ from the playbook's, such as one with longer opening hours, if it is open."""
    stages = loads.playbook.stages | {stage_id: stage}
    loads = loads.with_(playbook=loads.playbook.with_(stages=stages))
    builder = Builder(loads, stage_id, {})
    return _Assembly(builder.bases(), None, {}, ()).staffed(role)


def compile_open(base: Base) -> Staffed:
    """One post that is open, before the owner's limit and without any that it looks after."""
    return _Assembly({base.role: base}, None, {}, ()).staffed(base.role)


def _onward(playbook: Playbook, stage_id: str, ends: tuple[float, float]) -> Onward | None:
    """How the inputs grow on the way through a stage; None where it stands alone."""
    following = playbook.stage_after(stage_id)
    starts = playbook.stages[stage_id].starts_at.orders
    if ends == ALONE:
        return None
    if following is None:
        return Onward(starts, starts, None)
    return Onward(starts, playbook.stages[following].starts_at.orders, playbook.stages[following].inputs)


def _opened(
    loads: Loads, stage_id: str, bases: Mapping[str, Base], before: HandedOn | None, ends: tuple[float, float]
) -> StageCurves:
    """The stage with the openings that the owner's limit asks for, and the people whom the stage before had."""
    openings, kept = _openings(loads, stage_id, bases, before, ends)
    opened = before.opened if before else {}
    inherited = {role: each for role, each in opened.items() if role in kept and bases[role].waits}
    posts = _Posts(_Assembly(bases, openings, kept, inherited.keys()), bases)
    return StageCurves(stage_id, loads, posts, openings, bases, ends, inherited, kept)


def _above_mean(loads: Loads, bases: Mapping[str, Base], mean: StageCurves) -> StageCurves:
    """The stage for a percentile of days: more people for more work, and the openings of the mean day.

    The owner's limit is one of weeks, not of days. With openings of its own a percentile could need fewer people in a
    role: one more agent leaves the owner less, so that he would hand the next post over later.
    """
    posts = _Posts(_Assembly(bases, mean.openings, mean.kept, mean.inherited.keys()), bases)
    return mean.with_(loads=loads, posts=posts, bases=bases, mean=mean)


def _openings(
    loads: Loads, stage_id: str, bases: Mapping[str, Base], before: HandedOn | None, ends: tuple[float, float]
) -> tuple[Openings | None, dict[str, int]]:
    limit = owner_limit(loads.playbook, loads.amounts, loads.setting.owner_hours)
    frame, time = loads.playbook.frame.owner, loads.amounts.time
    if limit is None or frame is None:
        return None, {}
    duties = _own_duties(loads.playbook, stage_id, bases)
    own = total(loads.duty(loads.playbook.duties[each]) for each in duties)
    owner = Owner(own, limit, loads.amounts[frame.worth] * time.job_day, loads.playbook.stages[stage_id].hand_over)
    order = in_order({role: base.load for role, base in bases.items()})
    posts = {role: workload(bases[role], lent_by(bases, role)) for role in order}
    kept = _kept(before, bases, posts, owner, loads, ends) if before else {}
    return Openings(OwnerLoad(posts, owner, time, kept), ends), kept


def _own_duties(playbook: Playbook, stage_id: str, bases: Mapping[str, Base]) -> list[str]:
    """The duties of a stage that no post of it can have."""
    carried = {duty for base in bases.values() for duty in base.post.duties}
    return [each for each in playbook.duties if playbook.arises(each, stage_id) and each not in carried]


def _kept(
    before: HandedOn,
    bases: Mapping[str, Base],
    posts: Mapping[str, Workload],
    owner: Owner,
    loads: Loads,
    ends: tuple[float, float],
) -> dict[str, int]:
    """The people of the stage before that go on in this one."""
    there = before.heads
    own = {role: people for role, people in there.items() if role in bases}
    if all(role in bases for role, people in there.items() if people):
        return {role: people for role, people in there.items() if people}
    after = Openings(OwnerLoad(posts, owner, loads.amounts.time, own), ends).heads(ends[0])
    return held_by_heirs(there, before.duties, after, {role: base.post.duties for role, base in bases.items()})


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
        own = base.reports
        reports = {axis: self.staffed(axis) for axis in self._bases if axis in own} if own else {}
        people_of = {axis: report.headcount for axis, report in reports.items()}
        curves, opens = self._curves(base, people_of)
        headcount = highest(*curves.values())
        if opens is not None:
            headcount = gated(headcount, opens)
        if base.bought_below is not None:
            headcount = gated(headcount, gate_curve(base.load, base.bought_below, people_of))
        if kept := self._kept.get(base.role):
            curves = {**curves, "kept": floor_curve(kept)}
            headcount = highest(headcount, curves["kept"])
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

    def _curves(self, base: Base, people_of: Mapping[str, Curve]) -> tuple[dict[str, Curve], Curve | None]:
        """What may bind a post, and where it is open; of two curves that ask for the same the earlier binds."""
        curves = {
            "work": work_of(base, people_of, lent_by(self._bases, base.role)),
            **base.curves,
            "floor": floor_curve(base.post.floor),
        }
        kept = floor_curve(self._kept.get(base.role, 0))
        owner = self._openings.of(base.role) if self._openings else floor_curve(0)
        if base.role in self._inherited:
            owner = highest(owner, kept)
        if not base.waits:
            return {**curves, "owner": owner}, None
        gate = gate_of(base, people_of)
        opens = highest(*(each for each in (gate, capped(owner, 1), capped(kept, 1)) if each is not None))
        first = {"floor": curves["floor"]} if base.opens_above is not None else {}
        return {"owner": owner, **first, **curves}, opens


class _Posts(Mapping[str, Staffed]):
    """The posts of a stage, each joined when it is first asked for: of a stage on the way to a later one none is."""

    def __init__(self, assembly: _Assembly, roles: Collection[str]) -> None:
        self._assembly, self._roles = assembly, roles
        self._all: dict[str, Staffed] = {}

    def items(self) -> ItemsView[str, Staffed]:
        """All posts; they are looked up once, as every headcount of the stage asks for them."""
        if not self._all:
            self._all = {role: self._assembly.staffed(role) for role in self._roles}
        return self._all.items()

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
