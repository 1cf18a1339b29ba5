"""Answers: how far may each headcount be off, which assumptions move it most, and what do the shop's choices change?

Each assumption is set to the ends of its range, alone: a load rises or falls with it all along, so the ends suffice,
and where they do not the answer says so. What they come to together is drawn: see `sample`.
"""

from collections.abc import Iterator
from fractions import Fraction
from math import fsum

from teamplan.engine.amounts import time_names
from teamplan.engine.question import Question, given_values
from teamplan.engine.staffing import StageCurves
from teamplan.errors import TeamplanError
from teamplan.playbook.duties import references
from teamplan.playbook.figures import CHOICE
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.quantity import Quantity
from teamplan.questions.recommend.moved import TOTAL, Heads, heads_of, moved, planned
from teamplan.questions.recommend.range_plan import Choice, HeadcountRange, Mover, RangePlan
from teamplan.questions.recommend.sample import DRAWS, Drawn, drawn
from teamplan.record import Record

MOST_MOVERS = 3
SAME = 1e-9
Loads = dict[str, float]


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
        fewer, more = self.people
        loads = self.at_low[role], self.at_high[role]
        return Mover(self.name, str(self.low), str(self.high), *loads, fewer[role], more[role])

    def moves(self, role: str) -> float:
        """By how many people the role's load moves from end to end; below 0 where it falls."""
        return self.at_high[role] - self.at_low[role]


def ranges(question: Question, seed: int = 1, draws: int = DRAWS) -> RangePlan:
    """The range of every headcount of the question's stage. Choices and the bounds of law and advice are not moved."""
    names = _unknown(question)
    here = _found(question, question.stage)
    ends = [_ends(question, name, here) for name in sorted(names)]
    shops = drawn(question, names, seed, draws)
    total, *roles = (_range(question, ends, shops, role) for role in (TOTAL, *question.heads))
    held = tuple((each.name, str(end)) for each in ends for end in each.held)
    bent = tuple(each.name for each in ends if not each.held and _bends(each, here[0]))
    return RangePlan(total, tuple(roles), held, bent, shops.sample, tuple(_choices(question)))


def _range(question: Question, ends: list[_Ends], shops: Drawn, role: str) -> HeadcountRange:
    moving = sorted(ends, key=lambda each: -abs(each.moves(role)))
    movers = tuple(each.mover(role) for each in moving[:MOST_MOVERS] if abs(each.moves(role)) > SAME)
    central = question.heads[role] if role != TOTAL else sum(question.heads.values())
    alone = [central, *(heads[role] for each in ends for heads in each.people)]
    return HeadcountRange(role, min(alone), central, max(alone), *shops.percentiles(role), movers)


def _ends(question: Question, name: str, here: tuple[Loads, Heads]) -> _Ends:
    low, high = question.playbook.assumptions[name].ends
    held, found = [], []
    for end in (low, high):
        there = _at(question, name, end)
        held += [end] if there is None else []
        found.append(here if there is None else there)
    (at_low, fewer), (at_high, more) = found
    return _Ends(name, low, high, at_low, at_high, (fewer, more), tuple(held))


def _at(question: Question, name: str, value: Quantity) -> tuple[Loads, Heads] | None:
    """The loads and headcounts with this value; None if it is not sound, or asks for more than can be planned."""
    stage = moved(question, {name: value})
    try:
        return None if stage is None else _found(question, stage.seen_at(question.volume.orders))
    except TeamplanError:
        return None


def _found(question: Question, stage: StageCurves) -> tuple[Loads, Heads]:
    heads = heads_of(question, stage)
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


def _choices(question: Question) -> Iterator[Choice]:
    """What the shop may decide otherwise, where that changes its people, the strongest first."""
    people = sum(question.heads.values())
    found = [_choice(question, name) for name in sorted(_chosen(question) & _decisive(question))]
    ends = [(each, [end for end in (each.people_at_low, each.people_at_high) if end is not None]) for each in found]
    moving = [(max([people, *at]) - min([people, *at]), each) for each, at in ends]
    yield from (each for most, each in sorted(moving, key=lambda pair: -pair[0]) if most)


def _choice(question: Question, name: str) -> Choice:
    figure = question.playbook.assumptions[name]
    heads = [planned(question, {name: end}) for end in figure.ends]
    low, high = (None if each is None else each[TOTAL] for each in heads)
    return Choice(name, str(figure.value), str(figure.ends[0]), str(figure.ends[1]), low, high)


def _bends(ends: _Ends, here: Loads) -> bool:
    """Whether a load between the ends lies outside those at the ends."""
    pairs = ((ends.at_low[role], ends.at_high[role], load) for role, load in here.items())
    return any(not min(low, high) - SAME <= load <= max(low, high) + SAME for low, high, load in pairs)


def _unknown(question: Question) -> set[str]:
    """The assumptions that the stage's loads rest on, without those that somebody chooses and the given ones."""
    playbook, stage_id = question.playbook, question.stage.stage_id
    time = playbook.frame.working_time
    found = {time.productive, time.attendance, *_of_drivers(playbook)}
    for duty_id, duty in playbook.duties.items():
        if playbook.arises(duty_id, stage_id):
            found |= {reference for reference in references(duty) if reference}
    return {reference[1:] for reference in found} - _chosen(question) - set(given_values(question.store)[0])


def _chosen(question: Question) -> set[str]:
    """The assumptions that are declared as a choice and that the shop does not give itself."""
    declared = {name for name, figure in question.playbook.assumptions.items() if figure.kind == CHOICE}
    return declared - set(given_values(question.store)[0])


def _decisive(question: Question) -> set[str]:
    """The assumptions that people of this stage rest on: by posts, working time, inputs, or the owner's limit."""
    stage, frame = question.stage, question.playbook.frame
    onward = stage.loads.onward
    taken = (stage.loads.inputs, (onward and onward.next_inputs) or {})
    inputs = {reference[1:] for references_ in taken for reference in references_.values()}
    owner = {frame.owner.limit[1:]} if frame.owner else set()
    return time_names(question.playbook).union(inputs, owner, *(base.rests_on for base in stage.bases.values()))


def _of_drivers(playbook: Playbook) -> Iterator[str]:
    for driver in playbook.frame.drivers.values():
        for term in driver.from_:
            yield from (*term.times, *term.less, *term.over)
