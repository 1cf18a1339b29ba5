"""Owns the compiled stage: one staffing curve per post over the shop's own volume, and what is left to the owner."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from teamplan.engine.amounts import Amounts
from teamplan.engine.curve import Curve, capped, crossings, floor_curve, gated, highest, work_curve
from teamplan.engine.linear import ORDERS, VISITORS, Linear
from teamplan.engine.live import seat_hours
from teamplan.engine.load import Loads, Setting
from teamplan.model.duties import Duty
from teamplan.model.playbook import Playbook
from teamplan.model.stages import Post, Stage


@dataclass(frozen=True, slots=True)
class Staffed:
    """A post compiled: its load in hours a day, what one person gives, the curves that may bind, and their maximum.

    `seats` is the load of the service curve (hours a day that seats must be taken) and `seat_capacity` what one
    person gives to it. `gate` is the volume at and below which nobody is hired (`from_fte`), -inf without one.
    """

    role: str
    post: Post
    volume: str
    load: Linear
    capacity: Fraction
    seats: Linear
    seat_capacity: Fraction
    curves: Mapping[str, Curve]
    gate: float
    headcount: Curve

    def binding(self, volume: float) -> str | None:
        """Which curve sets the headcount at the volume; None where nobody is hired."""
        people = self.headcount.people(volume)
        if people == 0:
            return None
        if self.post.exactly is not None:
            return "floor"
        return next(name for name, curve in self.curves.items() if curve.people(volume) == people)


@dataclass(frozen=True, slots=True)
class StageCurves:
    """A stage compiled for a setting: curves of the posts it fills, in the order of its team."""

    stage_id: str
    loads: Loads
    posts: Mapping[str, Staffed]
    skipped: tuple[str, ...]  # posts that the founder's skills make unnecessary

    def headcounts(self, volumes: Mapping[str, float]) -> dict[str, int]:
        """People in each role at a volume (`orders` and, where a role hangs on them, `visitors`)."""
        return {role: post.headcount.people(volumes[post.volume]) for role, post in self.posts.items()}


def compile_stage(playbook: Playbook, amounts: Amounts, stage_id: str, setting: Setting) -> StageCurves:
    """Compile every post of a stage. The playbook has been checked: no loops, one axis a role."""
    stage = playbook.stages[stage_id]
    skipped = {role for role, post in stage.team.items() if post.unless_founder in setting.founder_skills}
    loads = Loads(playbook, amounts, stage.inputs, setting)
    builder = _Builder(loads, stage, stage_id, skipped)
    posts = {role: builder.staffed(role) for role in stage.team if role not in skipped}
    return StageCurves(stage_id, loads, posts, tuple(role for role in stage.team if role in skipped))


class _Builder:
    """Compiles the posts of one stage, those that others look after first."""

    def __init__(self, loads: Loads, stage: Stage, stage_id: str, skipped: set[str]) -> None:
        self._loads, self._stage, self._stage_id, self._skipped = loads, stage, stage_id, skipped
        self._done: dict[str, Staffed] = {}

    def staffed(self, role: str) -> Staffed:
        if role not in self._done:
            self._done[role] = self._compile(role, self._stage.team[role])
        return self._done[role]

    def _compile(self, role: str, post: Post) -> Staffed:
        load = self._load(post)
        seats = self._seats(post)
        time = self._loads.amounts.time
        there = Fraction(1) if post.relieved_by == "owner" else time.presence
        capacity, seat_capacity = time.productive_day * there, time.shift * there
        reports = {axis: self.staffed(axis) for axis in load.axes if axis not in (ORDERS, VISITORS)}
        report_curves = {axis: report.headcount for axis, report in reports.items()}
        curves = {  # of two that ask for the same, the earlier is said to bind
            "work": work_curve(load, capacity, report_curves),
            "service": work_curve(seats, seat_capacity, {}),
            "presence": floor_curve(ceil(self._presence(post) / seat_capacity)),
            "floor": floor_curve(post.floor),
        }
        headcount = highest(*curves.values())
        gate = float("-inf")
        if post.from_fte is not None:
            gate = next(crossings(load, [post.from_fte * capacity], report_curves))
            headcount = gated(headcount, gate)
        if post.exactly is not None:
            headcount = capped(headcount, post.exactly)
        volume = _volume(load, reports)
        return Staffed(role, post, volume, load, capacity, seats, seat_capacity, curves, gate, headcount)

    def _arising(self, post: Post) -> list[Duty]:
        playbook = self._loads.playbook
        return [playbook.duties[duty] for duty in post.duties if playbook.arises(duty, self._stage_id)]

    def _load(self, post: Post) -> Linear:
        load = sum((self._loads.duty(duty) for duty in self._arising(post)), Linear())
        absent = load.axes - {ORDERS, VISITORS} - (set(self._stage.team) - self._skipped)
        return Linear(load.constant, {axis: slope for axis, slope in load.slopes.items() if axis not in absent})

    def _seats(self, post: Post) -> Linear:
        seats = Linear()
        for duty in self._arising(post):
            if duty.live is not None and isinstance(duty.driver, str) and self._stage.service is not None:
                chats = self._loads.driver(duty.driver)
                seats += seat_hours(chats, duty.live, self._loads.amounts, self._stage.service.open.hours)
        return seats

    def _presence(self, post: Post) -> Fraction:
        live = any(duty.live is not None for duty in self._arising(post))
        return self._stage.service.open.hours if live and self._stage.service is not None else Fraction(0)


def _volume(load: Linear, reports: Mapping[str, Staffed]) -> str:
    """The volume that a post's curves run over; orders where nothing moves them."""
    axes = load.axes | {report.volume for report in reports.values() if report.load.axes}
    return VISITORS if VISITORS in axes else ORDERS
