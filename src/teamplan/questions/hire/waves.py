"""Owns the waves of newcomers: more people start than a team can show the work to at once, and what that costs whom.

Somebody promoted is no newcomer: he knows the shop.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from functools import partial
from math import floor

from teamplan.engine.question import Question
from teamplan.questions.hire.calendar import PROMOTION, Place, Schedule, Trainer, Wave
from teamplan.questions.hire.openings import Following
from teamplan.questions.hire.ramp_up import ramp_days

OWNER = "owner"
WINDOW = timedelta(14)  # about the shortest ramp-up: who starts within it learns side by side


def waves_of(question: Question, team: Following, places: Sequence[Place], schedule: Schedule) -> Iterator[Wave]:
    """Every wave: starts of more people within two weeks than the playbook's bound; none where it has no bound."""
    onboarding = question.playbook.frame.onboarding
    if onboarding is None:
        return
    amounts = question.shop.amounts
    leads = [each for each in places if question.playbook.roles[each.role].level == "lead"]
    there = partial(_leads_there, question, team, leads, schedule)
    newcomers = sorted((each for each in places if each.kind != PROMOTION), key=lambda place: place.start_by)
    for crowd in _crowds(newcomers, amounts[onboarding.newcomers]):
        taught: dict[str, list[Place]] = {}
        for place in crowd:
            taught.setdefault(_trainer(question, there, place), []).append(place)
        hours = amounts[onboarding.hours]
        yield Wave(
            more_than=floor(amounts[onboarding.newcomers]),
            first=crowd[0].start_by,
            last=crowd[-1].start_by,
            until=max(_taught_until(question, place) for place in crowd),
            people=sum(place.people for place in crowd),
            roles=_by_role(crowd),
            hours_a_week=float(hours * _most_at_once(question, crowd)),
            trainers=tuple(
                Trainer(role, float(hours * _most_at_once(question, part))) for role, part in taught.items()
            ),
        )


def _crowds(newcomers: Sequence[Place], most: Fraction) -> Iterator[Sequence[Place]]:
    """Runs of places, each of which stands in some two weeks with starts of more than `most` people."""
    spans: list[tuple[int, int]] = []
    first = people = 0
    for last, place in enumerate(newcomers):
        people += place.people
        while newcomers[first].start_by + WINDOW <= place.start_by:
            people -= newcomers[first].people
            first += 1
        if people > most:
            begun = spans.pop()[0] if spans and first <= spans[-1][1] else first
            spans.append((begun, last))
    yield from (newcomers[first : last + 1] for first, last in spans)


def _by_role(places: Sequence[Place]) -> dict[str, int]:
    people: Counter[str] = Counter()
    for place in places:
        people[place.role] += place.people
    return dict(people)


def _trainer(question: Question, there: Callable[[date], Iterator[str]], place: Place) -> str:
    """The lead of the newcomer's function who is at work on the first day of the newcomer, else the owner."""
    roles = question.playbook.roles
    leads = (role for role in there(place.start_by) if role != place.role)
    return next((role for role in leads if roles[role].function == roles[place.role].function), OWNER)


def _leads_there(
    question: Question, team: Following, leads: Sequence[Place], schedule: Schedule, day: date
) -> Iterator[str]:
    """The roles of leads with somebody at work on a day: those needed by then, less those who start later."""
    needed = team.history[min(max((day - schedule.start).days, 0), schedule.days - 1)]
    for role, people in needed.items():
        if question.playbook.roles[role].level == "lead":
            later = (place.people for place in leads if place.role == role and place.needed_on <= day < place.start_by)
            if people > sum(later):
                yield role


def _taught_until(question: Question, place: Place) -> date:
    return place.start_by + timedelta(ramp_days(question.playbook.roles[place.role]))


def _most_at_once(question: Question, places: Sequence[Place]) -> int:
    """The most newcomers who are not up to speed on the same day."""
    changes: Counter[date] = Counter()
    for place in places:
        changes[place.start_by] += place.people
        changes[_taught_until(question, place)] -= place.people
    most = there = 0
    for day in sorted(changes):
        there += changes[day]
        most = max(most, there)
    return most
