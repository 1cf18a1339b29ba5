"""Owns the places of a calendar and their days: back-planned from the need, onwards from today where it is late."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from itertools import groupby

from teamplan.engine.hires import tier_of
from teamplan.engine.question import Question
from teamplan.questions.hire.calendar import HIRE, LEAVER, PROMOTION, VACANCY, Place, Schedule
from teamplan.questions.hire.daily_need import Cause, Need
from teamplan.questions.hire.holidays import holidays_of
from teamplan.questions.hire.openings import Following, OpenPlace
from teamplan.questions.hire.ramp_up import Lead, lead_of


def hires_of(question: Question, team: Following, schedule: Schedule) -> Iterator[Place]:
    """The places that growth opens; those of a role on a day are one."""
    holidays = holidays_of(question.playbook)
    for (opening, _), same in groupby(team.openings, key=lambda each: (each.with_(vacancy=False), each.day)):
        kind = PROMOTION if opening.inside else HIRE
        lead = lead_of(question.playbook.roles[opening.role], holidays, inside=opening.inside is not None)
        place = _place(opening, kind, opening.cause, schedule.on(opening.day), lead, schedule)
        people = len(list(same))
        uncovered = people * place.uncovered_days
        yield place.with_(people=people, uncovered_days=uncovered, promoted_from=opening.inside)


def backfills_of(
    question: Question,
    team: Following,
    needs: Sequence[Need],
    leaving: Mapping[str, tuple[int, ...]],
    schedule: Schedule,
) -> tuple[Place, ...]:
    """The places of the promoted and of the expected leavers, in the order of their need."""
    places = (*_vacancies(question, team, schedule), *_replaced(question, needs, schedule, leaving))
    return tuple(sorted(places, key=lambda place: (place.needed_on, tier_of(question.playbook, place.role))))


def _vacancies(question: Question, team: Following, schedule: Schedule) -> Iterator[Place]:
    """The places of the promoted, free from the first day as a lead on."""
    roles, holidays = question.playbook.roles, holidays_of(question.playbook)
    for opening in team.openings:
        if opening.vacancy and opening.inside:
            inside = lead_of(roles[opening.role], holidays, inside=True)
            promoted = _place(opening, PROMOTION, opening.cause, schedule.on(opening.day), inside, schedule)
            left = opening.with_(role=opening.inside)
            cause, lead = opening.cause.with_(because=PROMOTION), lead_of(roles[opening.inside], holidays)
            yield _place(left, VACANCY, cause, promoted.start_by, lead, schedule)


def _replaced(
    question: Question, needs: Sequence[Need], schedule: Schedule, leaving: Mapping[str, tuple[int, ...]]
) -> Iterator[Place]:
    """Who takes the places of the expected leavers, from the day they leave on."""
    holidays = holidays_of(question.playbook)
    for role, days in leaving.items():
        for day in days:
            left = OpenPlace(role, day, needs[day].stage.stage_id, Cause(LEAVER, None, None))
            lead = lead_of(question.playbook.roles[role], holidays)
            yield _place(left, LEAVER, left.cause, schedule.on(day), lead, schedule)


def _place(opening: OpenPlace, kind: str, cause: Cause, needed: date, lead: Lead, schedule: Schedule) -> Place:
    """One person; a need of days gone by is one of today."""
    dates = lead.back_from(needed)
    earliest = schedule.today if kind == LEAVER else schedule.searched_from(needed)
    days_late = max((earliest - dates.search).days, 0)
    needed_on = max(needed, schedule.today)
    if days_late:
        dates = lead.onward_from(earliest)
    share = lead.share((needed_on - dates.start).days)
    return Place(
        role=opening.role,
        people=1,
        kind=kind,
        because=cause.because,
        stage=opening.stage,
        trigger_orders=cause.orders,
        trigger_visitors=cause.visitors,
        needed_on=needed_on,
        working_by=dates.working,
        start_by=dates.start,
        search_by=dates.search,
        late=days_late > 0,
        days_late=days_late,
        gap_days=(dates.working - needed_on).days,
        uncovered_days=float(lead.uncovered(needed_on, dates)),
        ready=dates.working if days_late else None,
        share_then=float(share) if days_late else None,
    )


def undone_on(question: Question, place: Place, day: date) -> Fraction:
    """People of a place whose work nobody does on a day: from the need until the whole work is done."""
    if not place.needed_on <= day < place.working_by:
        return Fraction(0)
    role, holidays = question.playbook.roles[place.role], holidays_of(question.playbook)
    lead = lead_of(role, holidays, inside=place.promoted_from is not None)
    return place.people * (1 - lead.share((day - place.start_by).days))
