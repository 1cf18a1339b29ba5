"""Owns the needs that do not last: whom the days of a peak lack beside the team, and what helps over them.

A peak opens no stage and no search: its days are those of the stage that the shop is in, and what the people there do
not do is overtime, temporary help, or waits.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from teamplan.engine.extra_hands import MAY_BE_TEMPORARY, TemporaryHands, overtime_hour, temporary_hands
from teamplan.engine.present import NOBODY, missing_in
from teamplan.engine.question import Question
from teamplan.engine.staffing import StageCurves
from teamplan.engine.volume import Volume, volume_of
from teamplan.playbook.money import Money, rounded
from teamplan.playbook.store import Store
from teamplan.questions.hire.calendar import OVERTIME, TEMPORARY, WAIT, Schedule, ShortNeed
from teamplan.questions.hire.daily_need import Need
from teamplan.questions.hire.openings import Following


class Lack(NamedTuple):
    """A day on which a role lacks people: whole ones, full-time ones as far as their work needs them, those there."""

    day: int
    people: int
    full_time: Fraction
    there: Fraction


class Help(NamedTuple):
    """What helps, at what cost, with how many temporary people, who are searched for so many days before."""

    by: str
    cost: Money | None = None
    helpers: int = 0
    lead: int | None = None


def short_needs_of(
    question: Question, needs: Sequence[Need], days: Sequence[Store], team: Following, schedule: Schedule
) -> Iterator[ShortNeed]:
    """The needs that nobody is hired for, in the order of their days, from today on.

    Days less apart than the mean of the schedule are one need; one of fewer days is noise and not told.
    """
    lacking: dict[str, list[Lack]] = {}
    for need, shop, people in zip(needs, days, team.history, strict=True):
        volume = volume_of(shop)
        if schedule.on(need.day) >= schedule.today and volume.at != need.volume.at:
            for role, lack in _lacking(need, volume, people):
                lacking.setdefault(role, []).append(lack)
    found = [(role, run) for role, lacks in lacking.items() for run in _runs(lacks, schedule.smooth)]
    for role, run in sorted(found, key=lambda each: each[1][0].day):
        yield _told(question, role, run, schedule)


def _lacking(need: Need, volume: Volume, people: Mapping[str, Fraction]) -> Iterator[tuple[str, Lack]]:
    heads = need.stage.headcounts(volume.at)
    if all(people.get(role, NOBODY) >= count for role, count in heads.items()):
        return
    stage = need.stage.seen_at(volume.orders)
    for role, count in missing_in(need.stage, volume.at, heads, people).items():
        there = people.get(role, NOBODY)
        full_time = min(asked_people(stage, volume, heads, role) - there, Fraction(count))
        yield role, Lack(need.day, count, full_time if full_time > 0 else Fraction(count), there)


def asked_people(stage: StageCurves, volume: Volume, heads: Mapping[str, int], role: str) -> Fraction:
    """Full-time people: those of the work where only that asks for the last of them, else whole ones."""
    post = stage.posts[role]
    if post.binding(volume.at[post.volume]) != "work":
        return Fraction(heads[role])
    point = volume.exact | {each: Fraction(count) for each, count in heads.items()}
    return post.load.at(point) / post.capacity


def _runs(lacks: Sequence[Lack], smooth: int) -> Iterator[tuple[Lack, ...]]:
    run: list[Lack] = []
    for lack in lacks:
        if run and lack.day - run[-1].day > smooth:
            yield from _if_long(run, smooth)
            run = []
        run.append(lack)
    yield from _if_long(run, smooth)


def _if_long(run: Sequence[Lack], smooth: int) -> Iterator[tuple[Lack, ...]]:
    if run[-1].day - run[0].day + 1 >= smooth:
        yield tuple(run)


def _told(question: Question, role: str, run: Sequence[Lack], schedule: Schedule) -> ShortNeed:
    a_day, chosen = _hours_a_day(question), helped_by(question, role, run, schedule)
    first = schedule.on(run[0].day)
    return ShortNeed(
        role=role,
        first=first,
        last=schedule.on(run[-1].day),
        people=max(each.people for each in run),
        days=len(run),
        hours=float(a_day * sum((each.full_time for each in run), NOBODY)),
        by=chosen.by,
        helpers=chosen.helpers,
        cost=chosen.cost,
        search_by=None if chosen.lead is None else first - timedelta(chosen.lead),
    )


def helped_by(question: Question, role: str, run: Sequence[Lack], schedule: Schedule) -> Help:
    """The cheapest that helps over days on which a role lacks people; where nothing does, its work waits."""
    ways = [*_overtime(question, role, run), *_temporary(question, role, run, schedule)]
    return min(ways, key=lambda way: way.cost.amount if way.cost else 0, default=Help(WAIT))


def temporary_from(question: Question, role: str, searched: date) -> date | None:
    """The first day on which temporary people who are searched for from a day on can help; None where nobody may."""
    terms = _temporary_terms(question, role)
    return None if terms is None else searched + timedelta(terms.lead)


def _temporary_terms(question: Question, role: str) -> TemporaryHands | None:
    post = question.playbook.roles[role]
    return temporary_hands(question, post.function) if MAY_BE_TEMPORARY & set(post.sourcing) else None


def _hours_a_day(question: Question) -> Fraction:
    """Hours on the clock that one person on the books is there, on the mean of all days."""
    time = question.shop.amounts.time
    return time.shift * time.attendance * time.days_worked / 7


def _overtime(question: Question, role: str, run: Sequence[Lack]) -> Iterator[Help]:
    """Overtime of those who are there, where no day and no month of it is longer than the bound of the playbook."""
    events, amounts = question.playbook.events, question.shop.amounts
    if events is None or any(each.there <= 0 for each in run):
        return
    a_day, there = _hours_a_day(question), min(each.there for each in run)
    hours = a_day * sum((each.full_time for each in run), NOBODY)
    most = amounts[events.overtime.hours_a_day] / amounts.time.shift
    lawful = hours <= there * amounts[events.overtime.hours_a_month]
    if lawful and all(each.full_time <= each.there * most for each in run):
        price = overtime_hour(question, role)
        yield Help(OVERTIME, rounded(Fraction(price.amount) * hours, price.currency))


def _temporary(question: Question, role: str, run: Sequence[Lack], schedule: Schedule) -> Iterator[Help]:
    """Temporary people, paid for whole days and their training, where they can still be found and trained."""
    terms, first = _temporary_terms(question, role), schedule.on(run[0].day)
    if terms is None or first - timedelta(terms.lead) < schedule.searched_from(first):
        return
    a_day = 60 * _hours_a_day(question) / terms.minutes  # of temporary people for one full-time one
    called = ceil(a_day * sum((each.full_time for each in run), NOBODY))
    busiest = max(each.full_time for each in run) * a_day * 7 / question.shop.amounts.time.days_worked
    cost = Fraction(terms.price.amount) * called + Fraction(terms.training.amount) * ceil(busiest)
    yield Help(TEMPORARY, rounded(cost, terms.price.currency), ceil(busiest), terms.lead)
