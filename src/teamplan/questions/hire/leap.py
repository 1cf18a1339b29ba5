"""Owns the night on which a shop explodes: who breaks on which day, what stays undone until the hires work.

Nobody foresees the night, so whoever is needed from it on is searched for from it on at the earliest.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from teamplan.engine.question import Question
from teamplan.questions.hire.calendar import BrokenRole, Leap, Place, Schedule
from teamplan.questions.hire.daily_need import Need
from teamplan.questions.hire.leap_cost import leap_cost
from teamplan.questions.hire.leap_owner import owner_break
from teamplan.questions.hire.openings import Following

Plan = tuple[Sequence[Place], Schedule]  # the hires, and the days that they lie on


def leap_of(
    question: Question, team: Following, needs: Sequence[Need], volumes: Sequence[float], places: Plan
) -> Leap | None:
    """What the jump of the schedule breaks; None where it has none. `volumes` are the orders of each day."""
    hires, schedule = places
    jump = schedule.jump
    if jump is None:
        return None
    day, ids = (jump.on - schedule.start).days, list(question.playbook.stages)
    late = [place for place in hires if place.late and place.needed_on >= jump.on]
    before, after = (needs[each].stage.stage_id for each in (day - 1, day))
    return Leap(
        on=jump.on,
        factor=float(jump.factor),
        orders_before=volumes[day] / float(jump.factor),
        orders_after=volumes[day],
        stage_before=before,
        stages_passed=tuple(ids[ids.index(before) + 1 : ids.index(after) + 1]),
        breaks=tuple(_breaks(needs, late, schedule)),
        owner=owner_break(question, team, needs, hires, schedule),
        cost=leap_cost(question, team, late, schedule) if late else None,
    )


def _breaks(needs: Sequence[Need], late: Sequence[Place], schedule: Schedule) -> Iterator[BrokenRole]:
    """The roles that lack people from the night on, the first and largest first."""
    by_role: dict[str, list[Place]] = {}
    for place in late:
        by_role.setdefault(place.role, []).append(place)
    found = [_break(role, places, needs, schedule) for role, places in by_role.items()]
    yield from sorted(found, key=lambda each: (each.on, -each.missing))


def _break(role: str, places: Sequence[Place], needs: Sequence[Need], schedule: Schedule) -> BrokenRole:
    on = min(place.needed_on for place in places)
    first = [place for place in places if place.needed_on == on]
    bounds = [place.trigger_orders for place in first if place.trigger_orders is not None]
    return BrokenRole(
        role=role,
        on=on,
        needed=needs[(on - schedule.start).days].heads[role],
        missing=sum(place.people for place in first),
        missing_at_most=_most_missing(places),
        enough_up_to=min(bounds, default=None),
        first_start=min(place.start_by for place in places),
        until=max(place.working_by for place in places),
        uncovered_days=sum(place.uncovered_days for place in places),
    )


def _most_missing(places: Sequence[Place]) -> int:
    """The most people needed and not yet fully working on the same day."""
    changes = sorted(
        change for place in places for change in ((place.needed_on, place.people), (place.working_by, -place.people))
    )
    most = there = 0
    for (day, change), (following, _) in pairwise([*changes, (changes[-1][0], 0)]):
        there += change
        most = max(most, there) if following > day else most
    return most
