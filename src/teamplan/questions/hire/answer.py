"""Answers: whom does the shop start looking for, by which day, so that they work when the volume asks for them?"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from math import ceil

from teamplan.engine.pay.trade import Trade
from teamplan.engine.present import NOBODY, counted, plain
from teamplan.engine.question import Question, ask
from teamplan.errors import Problem, TeamplanError
from teamplan.playbook.base import MOST_PEOPLE
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store
from teamplan.questions.hire.calendar import DatedMove, HiringCalendar, Place, Schedule
from teamplan.questions.hire.cost import with_costs, with_lost
from teamplan.questions.hire.daily_need import Need, needs_of
from teamplan.questions.hire.demand import lasting_shops, orders_of, shops
from teamplan.questions.hire.holidays import known_until, rests_of
from teamplan.questions.hire.leap import leap_of
from teamplan.questions.hire.leavers import expected_leavers, leaver_days
from teamplan.questions.hire.lost import lost_orders
from teamplan.questions.hire.openings import Following, follow
from teamplan.questions.hire.places import backfills_of, hires_of
from teamplan.questions.hire.short import short_needs_of
from teamplan.questions.hire.slack import slack_of
from teamplan.questions.hire.stock import months_of
from teamplan.questions.hire.waves import waves_of
from teamplan.record import Record

STEPS_A_DAY = 2  # what the day needs, and how the team follows


class Hiring(Record):
    """A hiring calendar worked out, before it is told: the shop day by day, and its team as it follows the need.

    `present` are the people at the beginning by title, `leaving` the days on which expected leavers of a role go.
    """

    question: Question
    schedule: Schedule
    days: tuple[Store, ...]
    volumes: tuple[float, ...]
    needs: tuple[Need, ...]
    present: Mapping[str, Fraction]
    team: Following
    flows: Mapping[str, tuple[Fraction, ...]]
    leaving: Mapping[str, tuple[int, ...]]
    hires: tuple[Place, ...]
    backfills: tuple[Place, ...]
    moves: tuple[DatedMove, ...]

    @property
    def first(self) -> date:
        """The first day of the schedule that is not gone by."""
        return max(self.schedule.start, self.schedule.today)


def hire(
    playbook: Playbook,
    store: Store,
    schedule: Schedule,
    advance: Callable[[], None] = lambda: None,
    trade: Trade | None = None,
) -> HiringCalendar:
    """The hiring calendar: every place back-planned from the first day on which `recommend` asks for it to last.

    Where the search would have had to begin before today it begins today, and the place has the days that follow.
    Without a team in the store, the present one is what `recommend` asks for on the first day. `advance` is called
    twice a day of the schedule, as the work goes on. With a `trade` it tells what the orders would have left that are
    lost while somebody is late. Raises a TeamplanError that carries everything wrong with the store, and for a volume
    or a team beyond all planning, before anything is worked out.
    """
    return told(hiring_of(playbook, store, schedule, advance), trade)


def hiring_of(
    playbook: Playbook,
    store: Store,
    schedule: Schedule,
    advance: Callable[[], None] = lambda: None,
    before: Question | None = None,
) -> Hiring:
    """The work behind a hiring calendar; see `hire`, and `ask` for what was asked before."""
    days = shops(store, schedule)
    question = ask(playbook, days[0], before)
    volumes = orders_of(days, schedule)
    _check_size(store)
    needs = needs_of(question, _hired_for(store, days, schedule, lasting_days(question, schedule)), advance)
    present = counted(store.team, question.shop.amounts.time) if store.team else _planned(needs[0])
    team = follow(question, needs, present, advance)
    flows = {role: _expected(question, team, role) for role in team.people}
    leaving = {role: tuple(leaver_days(flow)) for role, flow in flows.items()}
    return Hiring(
        question=question,
        schedule=schedule,
        days=days,
        volumes=tuple(volumes),
        needs=needs,
        present=present,
        team=team,
        flows=flows,
        leaving=leaving,
        hires=tuple(hires_of(question, team, schedule)),
        backfills=backfills_of(question, team, needs, leaving, schedule),
        moves=tuple(_moves(team, schedule)),
    )


def told(work: Hiring, trade: Trade | None = None) -> HiringCalendar:
    """The hiring calendar of what was worked out; see `hire` for the trade."""
    question, schedule, volumes, team = work.question, work.schedule, work.volumes, work.team
    places, first = (*work.hires, *work.backfills), work.first
    there = sum(work.present.values(), NOBODY)
    months = tuple(months_of(there, places, work.flows, work.leaving, schedule))
    found = HiringCalendar(
        start=first,
        end=schedule.end,
        today=schedule.today,
        today_given=schedule.today_given,
        orders_at_start=volumes[(first - schedule.start).days],
        orders_at_most=max(volumes[(first - schedule.start).days :]),
        orders_at_end=volumes[-1],
        people_at_start=plain(there),
        people_at_end=months[-1].people_at_end,
        people_needed_at_end=plain(sum(team.people.values(), NOBODY)),
        hires=work.hires,
        backfills=work.backfills,
        moves=work.moves,
        slack=slack_of(question.shop, work.days, work.needs[-1], team.people, schedule),
        short_needs=tuple(short_needs_of(question, work.needs, work.days, team, schedule)),
        jump=leap_of(question, team, work.needs, volumes, (work.hires, schedule)),
        waves=tuple(waves_of(question, team, places, schedule)),
        rests=tuple(rests_of(question.playbook, places)),
        holidays_until=known_until(question.playbook),
        months=months,
    )
    if trade is None:
        return with_costs(question, found)
    lost = lost_orders(question, places, work.needs, work.days, team.history, schedule)
    return with_costs(question, with_lost(question, found, lost, trade))


def _hired_for(store: Store, days: Sequence[Store], schedule: Schedule, lasting: int) -> tuple[Store, ...]:
    """The shop at the volume of each day that lasts; a team that is that of the first day is there for all of it."""
    found = lasting_shops(store, schedule, lasting)
    return found if store.team else (days[0], *found[1:])


def lasting_days(question: Question, schedule: Schedule) -> int:
    """The days over which a need holds for which somebody is hired: of the schedule, else of the playbook, else one."""
    reference = question.playbook.frame.lasting
    if schedule.lasting is not None or reference is None:
        return schedule.lasting or 1
    return max(ceil(question.shop.amounts[reference]), 1)


def _planned(need: Need) -> dict[str, Fraction]:
    return {role: Fraction(people) for role, people in need.heads.items() if people}


def _check_size(store: Store) -> None:
    titles = store.team.roles if store.team else {}
    heads = {title: staff.people + staff.part_time for title, staff in titles.items()}
    large = {title: people for title, people in heads.items() if people >= MOST_PEOPLE}
    if large:
        problems = (
            Problem("team-too-large", {"role": role, "given": people, "most": MOST_PEOPLE})
            for role, people in large.items()
        )
        raise TeamplanError(list(problems))


def _moves(team: Following, schedule: Schedule) -> Iterator[DatedMove]:
    """Moves of days gone by are still to be made: today."""
    together: dict[tuple[int, str, str], Fraction] = {}
    for each in team.moves:
        key = (each.day, each.before, each.after)
        together[key] = together.get(key, NOBODY) + each.people
    for (day, before, after), people in together.items():
        yield DatedMove(max(schedule.on(day), schedule.today), plain(people), before, after)


def _expected(question: Question, team: Following, role: str) -> tuple[Fraction, ...]:
    function = question.playbook.roles[role].function
    reference = question.playbook.frame.leavers.get(function)
    yearly = question.shop.amounts[reference] if reference else Fraction(0)
    return expected_leavers((people.get(role, NOBODY) for people in team.history), yearly)
