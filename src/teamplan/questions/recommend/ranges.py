"""Answers: how far may each headcount be off, and which assumptions move it most?

Each assumption is set to the ends of its range, alone: a load rises or falls with it all along, so the ends suffice,
and where they do not the answer says so. Then all at once are set to the ends that lower a headcount, and to those
that raise it.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import fsum

from teamplan.engine.question import Question, given_values
from teamplan.engine.rules import check_amounts
from teamplan.engine.staffing import StageCurves, refuse_uncounted
from teamplan.errors import TeamplanError
from teamplan.playbook.duties import references
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.quantity import Quantity
from teamplan.questions.recommend.range_plan import HeadcountRange, Mover, RangePlan
from teamplan.record import Record

TOTAL = "total"
MOST_MOVERS = 3
SAME = 1e-9
Loads = dict[str, float]
Heads = dict[str, int]


class _Ends(Record):
    """An assumption at its ends: the loads of all roles there; an end that is not sound has the loads as they are."""

    name: str
    low: Quantity
    high: Quantity
    at_low: Loads
    at_high: Loads
    people: tuple[Heads, Heads]
    held: tuple[Quantity, ...]

    def mover(self, role: str) -> Mover:
        return Mover(self.name, str(self.low), str(self.high), self.at_low[role], self.at_high[role])

    def moves(self, role: str) -> float:
        """By how many people the role's load moves from end to end; below 0 where it falls."""
        return self.at_high[role] - self.at_low[role]

    def raising(self, role: str, *, up: bool) -> Quantity | None:
        """The end at which the role needs more (or fewer) people; None where it does not move."""
        if abs(self.moves(role)) <= SAME:
            return None
        end = self.high if (self.moves(role) > 0) == up else self.low
        return None if end in self.held else end


def ranges(question: Question) -> RangePlan:
    """The range of every headcount of the question's stage. Choices and the bounds of law and advice are not moved."""
    here = _found(question, question.stage)
    ends = [_ends(question, name, here) for name in sorted(_used(question))]
    roles = [_range(question, ends, role) for role in question.heads]
    total = _range(question, ends, TOTAL)
    held = tuple((each.name, str(end)) for each in ends for end in each.held)
    bent = tuple(each.name for each in ends if not each.held and _bends(each, here[0]))
    return RangePlan(total, tuple(roles), held, bent)


def _range(question: Question, ends: list[_Ends], role: str) -> HeadcountRange:
    moving = sorted(ends, key=lambda each: -abs(each.moves(role)))
    movers = tuple(each.mover(role) for each in moving[:MOST_MOVERS] if abs(each.moves(role)) > SAME)
    central = question.heads[role] if role != TOTAL else sum(question.heads.values())
    alone = [central, *(heads[role] for each in ends for heads in each.people)]
    counts = []
    for up in (False, True):
        chosen = {each.name: end for each in moving if (end := each.raising(role, up=up)) is not None}
        counts.append(_people(question, chosen, role, max(alone) if up else min(alone)))
    return HeadcountRange(role, min(alone), central, max(alone), min(*alone, *counts), max(*alone, *counts), movers)


def _ends(question: Question, name: str, here: tuple[Loads, Heads]) -> _Ends:
    low, high = question.playbook.assumptions[name].ends
    held, found = [], []
    for end in (low, high):
        there = _at(question, {name: end})
        held += [end] if there is None else []
        found.append(here if there is None else there)
    (at_low, fewer), (at_high, more) = found
    return _Ends(name, low, high, at_low, at_high, (fewer, more), tuple(held))


def _at(question: Question, chosen: Mapping[str, Quantity]) -> tuple[Loads, Heads] | None:
    """The loads and headcounts with these values; None if they are not sound, or ask for more than can be planned."""
    stage = _moved(question, chosen)
    try:
        return None if stage is None else _found(question, stage)
    except TeamplanError:
        return None


def _heads(question: Question, stage: StageCurves) -> Heads:
    refuse_uncounted(stage.uncounted(question.volume.at))
    heads = stage.headcounts_once(question.volume.at)
    return heads | {TOTAL: sum(heads.values())}


def _found(question: Question, stage: StageCurves) -> tuple[Loads, Heads]:
    heads = _heads(question, stage)
    return _loads(question, stage, heads), heads


def _loads(question: Question, stage: StageCurves, heads: Heads) -> Loads:
    """People that each role needs before rounding: by its work, or by its service where that is more."""
    point = question.volume.exact | {role: Fraction(people) for role, people in heads.items() if role != TOTAL}
    loads = {}
    for role, post in stage.posts.items():
        work = float(post.load.at(point) / post.capacity)
        service = post.service.people(question.volume.at[post.volume]) if post.service else 0.0
        loads[role] = max(work, service)
    return loads | {TOTAL: fsum(loads.values())}


def _people(question: Question, chosen: Mapping[str, Quantity], role: str, otherwise: int) -> int:
    """The headcount with all that was chosen; if that cannot be planned, with as much as can, the strongest first."""
    people = _planned(question, chosen, role)
    if people is not None:
        return people
    kept: dict[str, Quantity] = {}
    for name, end in chosen.items():
        further = _planned(question, {**kept, name: end}, role)
        if further is not None:
            kept[name], people = end, further
    return otherwise if people is None else people


def _planned(question: Question, chosen: Mapping[str, Quantity], role: str) -> int | None:
    """The headcount with these values; None where they are not sound, or ask for more than can be planned."""
    stage = _moved(question, chosen)
    try:
        return None if stage is None else _heads(question, stage)[role]
    except TeamplanError:
        return None


def _moved(question: Question, chosen: Mapping[str, Quantity]) -> StageCurves | None:
    """The stage with other values, only what they move compiled anew; None if they are not sound."""
    figures = {
        name: question.playbook.assumptions[name].model_copy(update={"value": end}) for name, end in chosen.items()
    }
    playbook, names = question.playbook.with_values(figures), chosen.keys()
    if next(check_amounts(playbook, names), None) is not None:
        return None
    shop = question.shop.moved(playbook, names)
    return shop.curves(question.store.stage, question.volume.orders).seen_at(question.volume.orders)


def _bends(ends: _Ends, here: Loads) -> bool:
    """Whether a load between the ends lies outside those at the ends."""
    pairs = ((ends.at_low[role], ends.at_high[role], load) for role, load in here.items())
    return any(not min(low, high) - SAME <= load <= max(low, high) + SAME for low, high, load in pairs)


def _used(question: Question) -> set[str]:
    """The assumptions that the stage's loads rest on, without those of the law, the chosen and the given ones."""
    playbook, stage_id = question.playbook, question.stage.stage_id
    time = playbook.frame.working_time
    found = {time.productive, time.attendance, *_of_drivers(playbook)}
    for duty_id, duty in playbook.duties.items():
        if playbook.arises(duty_id, stage_id):
            found |= {reference for reference in references(duty) if reference}
    given = given_values(question.store)[0]
    return {reference[1:] for reference in found - _chosen(playbook)} - set(given)


def _chosen(playbook: Playbook) -> set[str]:
    """What somebody decides and nobody has to guess: hours and days of work, opening days, and the inputs of stages."""
    time = playbook.frame.working_time
    hours = {pattern.hours for pattern in playbook.service.shifts.values()}
    inputs = {name for stage in playbook.stages.values() for name in stage.inputs.values()}
    return {time.shift, time.days_worked, time.days_open} | hours | inputs


def _of_drivers(playbook: Playbook) -> Iterator[str]:
    for driver in playbook.frame.drivers.values():
        for term in driver.from_:
            yield from (*term.times, *term.less, *term.over)
