"""Owns the owner in a jump: on which days what nobody there does is more than he can take."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction

from teamplan.engine.owner import hours_carried, on_the_clock, owner_duties, owner_limit
from teamplan.engine.present import read_team
from teamplan.engine.question import Question
from teamplan.questions.hire.calendar import OwnerBreak, Place, Schedule
from teamplan.questions.hire.daily_need import Need
from teamplan.questions.hire.openings import Following


def owner_break(
    question: Question, team: Following, needs: Sequence[Need], hires: Sequence[Place], schedule: Schedule
) -> OwnerBreak | None:
    """The first run of days from the jump on that ask too much of him; None where none does, or nothing bounds him.

    Who is not fully working yet is not counted, as nobody counts on him: so it is a bound from above.
    """
    limit = owner_limit(question.playbook, question.shop.amounts, question.store.owner_hours)
    if limit is None:
        return None
    over: list[tuple[date, Fraction]] = []
    for day, hours in _loads(question, team, needs, hires, schedule):
        if hours > limit:
            over.append((day, hours))
        elif over:
            break
    if not over:
        return None
    first, last = over[0][0], over[-1][0]
    weeks = [_week(question, hours) for _, hours in over]
    return OwnerBreak(first, last + timedelta(1), weeks[0], max(weeks), _week(question, limit))


def _week(question: Question, hours_a_day: Fraction) -> float:
    """Hours of work a day as hours a week of presence."""
    amounts = question.shop.amounts
    return float(on_the_clock(amounts, hours_a_day) * amounts.time.days_open)


def _loads(
    question: Question, team: Following, needs: Sequence[Need], hires: Sequence[Place], schedule: Schedule
) -> Iterator[tuple[date, Fraction]]:
    """Each day from the jump until the last late newcomer works, with the owner's hours of work on it."""
    late = [place for place in hires if place.late and schedule.jump and place.needed_on >= schedule.jump.on]
    if not late or schedule.jump is None:
        return
    before: tuple[object, ...] = ()
    load = Fraction(0)
    end = min(max(place.working_by for place in late), schedule.end)
    for number in range((schedule.jump.on - schedule.start).days, (end - schedule.start).days + 1):
        day, need, people = schedule.on(number), needs[number], team.history[number]
        there = _there(need, people, [place for place in late if place.needed_on <= day < place.working_by])
        now = (need.stage.stage_id, need.volume.at, people, there)
        if now != before:
            before, load = now, _load(question, need, people, there)
        yield day, load


def _there(need: Need, people: Mapping[str, Fraction], missing: Sequence[Place]) -> dict[str, int]:
    """The people of each role who work fully on a day."""
    there = {role: int(people.get(role, 0)) for role in need.heads}
    for place in missing:
        there[place.role] = max(there.get(place.role, 0) - place.people, 0)
    return there


def _load(question: Question, need: Need, people: Mapping[str, Fraction], there: Mapping[str, int]) -> Fraction:
    """The owner's hours of work a day, less what people without a post take off him."""
    stage = need.stage.seen_at(need.volume.orders)
    read = read_team(stage, need.volume.at, need.heads, people, planned=question.store.team is None)
    return hours_carried(read.left(owner_duties(stage, need.volume.exact, there)))
