"""Owns what a team needs day by day: the headcounts of `recommend` at the largest volume so far.

A team hired is not unhired by a dip, so the volume that counts on a day is the running maximum.
"""

from collections.abc import Callable, Sequence
from math import inf

from teamplan.engine.linear import VISITORS
from teamplan.engine.question import Question
from teamplan.engine.staffing import Staffed, StageCurves
from teamplan.engine.volume import Volume, both_ways, volume_of
from teamplan.playbook.store import Store
from teamplan.questions.hire.calendar import MISSING, STAGE
from teamplan.record import Record


class Need(Record):
    """One day: its number, the largest volume so far, the stage there, and the people it asks for."""

    day: int
    volume: Volume
    stage: StageCurves
    heads: dict[str, int]


class Cause(Record):
    """Why one more person, and the volume up to which fewer are enough; None where nothing leads to it."""

    because: str
    orders: float | None
    visitors: float | None


def needs_of(question: Question, shops: Sequence[Store], advance: Callable[[], None]) -> tuple[Need, ...]:
    """The need of each day, `advance` called after it; the largest is worked out first, as it may be too large.

    Raises a TeamplanError where a volume is too large, or visitors are needed and unknown.
    """
    most = _largest_so_far(shops)
    stages = [_stage(question, volume) for volume in most]
    heads_at(stages[-1], most[-1])
    needs: list[Need] = []
    for day, (stage, volume) in enumerate(zip(stages, most, strict=True)):
        same = (
            needs and needs[-1].stage is stage and needs[-1].volume.at == volume.at
        )  # no new record: nothing to count
        needs.append(Need(day, volume, stage, needs[-1].heads if same else heads_at(stage, volume)))
        advance()
    return tuple(needs)


def _stage(question: Question, volume: Volume) -> StageCurves:
    return question.shop.curves(question.store.stage, volume.orders)


def _largest_so_far(shops: Sequence[Store]) -> list[Volume]:
    found = []
    orders, visitors = -inf, -inf
    for volume in map(volume_of, shops):
        orders, visitors = max(orders, volume.orders), max(visitors, volume.visitors or 0.0)
        found.append(volume.with_(orders=orders, visitors=None if volume.visitors is None else visitors))
    return found


def heads_at(stage: StageCurves, volume: Volume) -> dict[str, int]:
    """People in each role of a stage at a volume, as `recommend` counts them."""
    return stage.headcounts(volume.at)


def cause_of(question: Question, need: Need, role: str, person: int) -> Cause:
    """What asks for the person of that number (from 1): its stage, or the breakpoint that the volume has passed."""
    post = need.stage.posts[role]
    bound = 0.0 if question.store.stage else question.shop.starts_at(need.stage.stage_id)
    orders, visitors = _full_at(post, person - 1, need.volume.conversion)
    because = post.binding(need.volume.at[post.volume]) or STAGE
    if orders is not None and orders <= bound:
        conversion = need.volume.conversion
        orders, visitors, because = bound, bound / conversion if conversion else None, STAGE
    return Cause(MISSING if need.day == 0 else because, orders, visitors)


def _full_at(post: Staffed, people: int, conversion: float | None) -> tuple[float | None, float | None]:
    full = post.headcount.full_at(people)
    if post.volume == VISITORS and not conversion:
        return None, max(full, 0.0)
    return both_ways(post.volume, full, conversion)
