"""Answers: whom does the shop start looking for, by which day, so that they work when the volume asks for them?"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby

from teamplan.engine.hires import team_heads
from teamplan.engine.question import Question, ask
from teamplan.engine.volume import volume_of
from teamplan.errors import Problem, TeamplanError
from teamplan.playbook.base import MOST_PEOPLE
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store
from teamplan.questions.hire.calendar import (
    HIRE,
    LEAVER,
    PROMOTION,
    VACANCY,
    HiringCalendar,
    Month,
    Move,
    Place,
    Schedule,
)
from teamplan.questions.hire.daily_need import Need, Trigger, needs_of
from teamplan.questions.hire.demand import shops
from teamplan.questions.hire.leavers import expected_leavers, leaver_days
from teamplan.questions.hire.openings import Following, Opening, follow
from teamplan.questions.hire.ramp_up import Lead, lead_of
from teamplan.questions.hire.slack import slack_of

STEPS_A_DAY = 2  # what the day needs, and how the team follows
Flows = Mapping[str, tuple[Fraction, ...]]  # role -> people expected to leave on each day


def hire(
    playbook: Playbook, store: Store, schedule: Schedule, advance: Callable[[], None] = lambda: None
) -> HiringCalendar:
    """The hiring calendar: every place back-planned from the first day on which `recommend` asks for it.

    Without a team in the store, the present one is what `recommend` asks for on the first day. `advance` is called
    twice a day of the schedule, as the work goes on. Raises a TeamplanError that carries everything wrong with the
    store, and for a volume or a team beyond all planning, before anything is worked out.
    """
    days = shops(store, schedule)
    question = ask(playbook, days[0])
    volumes = [volume_of(day).orders for day in days]
    _check_size(store)
    needs = needs_of(question, days, advance)
    present = team_heads(store.team) if store.team else {role: n for role, n in needs[0].heads.items() if n}
    team = follow(question, needs, present, advance)
    flows = {role: _expected(question, team, role) for role in team.people}
    leaving = {role: tuple(leaver_days(flow)) for role, flow in flows.items()}
    backfills = (*_vacancies(question, team, schedule), *_replaced(question, needs, schedule, leaving))
    return HiringCalendar(
        start=schedule.start,
        end=schedule.start + timedelta(schedule.days - 1),
        today=schedule.today,
        orders_at_start=volumes[0],
        orders_at_most=max(volumes),
        orders_at_end=volumes[-1],
        people_at_start=sum(present.values()),
        people_at_end=sum(team.people.values()),
        hires=tuple(_hires(question, team, schedule)),
        backfills=tuple(sorted(backfills, key=lambda place: (place.working_by, playbook.roles[place.role].hire_tier))),
        moves=tuple(_moves(team, schedule.start)),
        slack=slack_of(days, needs[-1], team.people, schedule.start, schedule.smooth),
        months=tuple(_months(team, schedule, flows, leaving)),
    )


def _check_size(store: Store) -> None:
    have = team_heads(store.team) if store.team else {}
    large = {role: people for role, people in have.items() if people >= MOST_PEOPLE}
    if large:
        problems = (
            Problem("team-too-large", {"role": role, "given": people, "most": MOST_PEOPLE})
            for role, people in large.items()
        )
        raise TeamplanError(list(problems))


def _hires(question: Question, team: Following, schedule: Schedule) -> Iterator[Place]:
    for (opening, _), same in groupby(team.openings, key=lambda each: (each.with_(vacancy=False), each.day)):
        kind = PROMOTION if opening.inside else HIRE
        day = schedule.start + timedelta(opening.day)
        lead = lead_of(question.playbook.roles[opening.role], inside=opening.inside is not None)
        place = _place(opening, kind, opening.trigger, day, lead, schedule.today)
        yield place.with_(people=len(list(same)), promoted_from=opening.inside)


def _vacancies(question: Question, team: Following, schedule: Schedule) -> Iterator[Place]:
    """The places of the promoted, free from their first day as a lead on; a late promotion begins today at best."""
    roles = question.playbook.roles
    for opening in team.openings:
        if opening.vacancy and opening.inside:
            day = schedule.start + timedelta(opening.day)
            begins = max(lead_of(roles[opening.role], inside=True).start_by(day), schedule.today)
            left = opening.with_(role=opening.inside)
            trigger, lead = opening.trigger.with_(because=PROMOTION), lead_of(roles[opening.inside])
            yield _place(left, VACANCY, trigger, begins, lead, schedule.today)


def _replaced(
    question: Question, needs: Sequence[Need], schedule: Schedule, leaving: Mapping[str, tuple[int, ...]]
) -> Iterator[Place]:
    """Who takes the places of the expected leavers, from the day they leave on."""
    for role, days in leaving.items():
        for day in days:
            left = Opening(role, day, needs[day].stage.stage_id, Trigger(LEAVER, None, None))
            lead = lead_of(question.playbook.roles[role])
            yield _place(left, LEAVER, left.trigger, schedule.start + timedelta(day), lead, schedule.today)


def _place(opening: Opening, kind: str, trigger: Trigger, working_by: date, lead: Lead, today: date) -> Place:
    search_by, ready = lead.search_by(working_by), lead.ready(today)
    days_late = max((today - search_by).days, 0)
    share = lead.share((working_by - today).days - lead.to_hire)
    return Place(
        role=opening.role,
        people=1,
        kind=kind,
        because=trigger.because,
        stage=opening.stage,
        trigger_orders=trigger.orders,
        trigger_visitors=trigger.visitors,
        working_by=working_by,
        start_by=lead.start_by(working_by),
        search_by=search_by,
        late=days_late > 0,
        days_late=days_late,
        ready=ready if days_late else None,
        share_then=float(share) if days_late else None,
    )


def _moves(team: Following, start: date) -> Iterator[Move]:
    counted: dict[tuple[int, str, str], int] = {}
    for each in team.moves:
        key = (each.day, each.before, each.after)
        counted[key] = counted.get(key, 0) + 1
    for (day, before, after), people in counted.items():
        yield Move(start + timedelta(day), people, before, after)


def _expected(question: Question, team: Following, role: str) -> tuple[Fraction, ...]:
    function = question.playbook.roles[role].function
    reference = question.playbook.frame.leavers.get(function)
    yearly = question.shop.amounts[reference] if reference else Fraction(0)
    return expected_leavers((people.get(role, 0) for people in team.history), yearly)


def _months(
    team: Following, schedule: Schedule, flows: Flows, leaving: Mapping[str, tuple[int, ...]]
) -> Iterator[Month]:
    """Stock and flow: every leaver is replaced, so people at the end are those at the start and the hires."""
    there = sum(team.present.values())
    gone = [day for days in leaving.values() for day in days]
    dates = [(schedule.start + timedelta(day)).isoformat()[:7] for day in range(schedule.days)]
    for month, group in groupby(range(schedule.days), key=dates.__getitem__):
        days = set(group)
        hires = sum(opening.day in days for opening in team.openings)
        expected = sum((flow[day] for flow in flows.values() for day in days), Fraction(0))
        left = sum(day in days for day in gone)
        yield Month(month, there, hires, float(expected), left, left, there + hires)
        there += hires
