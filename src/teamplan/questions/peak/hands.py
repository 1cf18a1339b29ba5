"""Owns who may do the work of an event, at what price: the people of the shop, the owner, temporary people."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import floor

from teamplan.engine.extra_hands import overtime_hour, temporary_hands
from teamplan.playbook.money import nothing
from teamplan.questions.peak.presence import present
from teamplan.questions.peak.question import PeakQuestion
from teamplan.questions.peak.tasks import other_minutes, people_of, tasks_of
from teamplan.questions.peak.work import HOUR, OWNER, ZERO, Hand, PlanDay, Task, Temps, Work

ONE = Fraction(1)
NO_DAY_OFF = 2  # times the orders of an ordinary day (J: below it those who are there on ordinary days find room)


def event_work(question: PeakQuestion) -> Work:
    """The work of an event with all that may be drawn on for it."""
    tasks = tasks_of(question)
    days = tuple(PlanDay(load.day.day, question.month(load.day.day), load.day.all_hands) for load in question.days)
    hands = tuple(hand for hand in (*_roles(question, tasks), _owner(question, tasks)) if hand.own or hand.helps)
    return Work(days, tasks, hands, tuple(_temps(question, tasks)))


def own_people_only(work: Work) -> Work:
    """The same work with the people of the shop alone: no agency, nobody temporary."""
    return work.with_(tasks=tuple(task.with_(offer=None) for task in work.tasks), temps=())


def _roles(question: PeakQuestion, tasks: tuple[Task, ...]) -> Iterator[Hand]:
    """The people of each role who carry a duty that counts, or may help with one."""
    time, team = question.ordinary.shop.amounts.time, question.ordinary.store.team
    named = dict.fromkeys([*question.ordinary.stage.posts, *(team.roles if team else ())])
    for role in named:
        people = people_of(question, role)
        if not people:
            continue
        own = {task.duty: ONE for task in tasks if task.role == role}
        other = other_minutes(question, role, tasks)
        yield Hand(
            who=role,
            people=people,
            shift=int(time.shift * HOUR),
            attendance=time.attendance,
            present=_present(question, people, _wanted(question, role, tasks, other)),
            other=other,
            own=own,
            helps=_helps(question, role, tasks),
            overtime_day=question.amount(question.events.overtime.hours_a_day),
            overtime_month=question.amount(question.events.overtime.hours_a_month),
            overtime_price=overtime_hour(question.ordinary, role),
        )


def _owner(question: PeakQuestion, tasks: tuple[Task, ...]) -> Hand:
    """The owner, there on every day for the hours he gives; else a legal day and the overtime he may ask of others.

    He carries what no role carries and relieves those whom he relieves on ordinary days; his other work is put off.
    """
    given = question.ordinary.store.owner_hours
    overtime = question.events.overtime
    hours = question.ordinary.shop.amounts.time.shift if given is None else given
    posts = question.ordinary.stage.posts
    relieved = {role for role, staffed in posts.items() if staffed.post.relieved_by == OWNER}
    return Hand(
        who=OWNER,
        people=1,
        shift=floor(hours * HOUR),
        attendance=ONE,
        present=dict.fromkeys((load.day.day for load in question.days), ONE),
        other={},
        own={task.duty: ONE for task in tasks if task.role == OWNER or task.role in relieved},
        helps=_helps(question, OWNER, tasks),
        overtime_day=question.amount(overtime.hours_a_day) if given is None else ZERO,
        overtime_month=question.amount(overtime.hours_a_month),
        overtime_price=nothing(question.currency),
    )


def _present(question: PeakQuestion, people: Fraction, wanted: Mapping[int, Fraction]) -> dict[int, Fraction]:
    """Nobody has a day off on days of all hands with `NO_DAY_OFF` times the ordinary orders."""
    days = [load.day for load in question.days]
    first = {day.day for day in days if day.all_hands and day.orders >= NO_DAY_OFF}
    a_week = floor(question.ordinary.shop.amounts.time.days_worked)
    return present([day.day for day in days], people, a_week, first, wanted)


def _wanted(
    question: PeakQuestion, role: str, tasks: tuple[Task, ...], other: Mapping[int, int]
) -> dict[int, Fraction]:
    """People of a role wanted by day for their own duties, each dealt evenly over the days that it may wait.

    On days of all hands those who have no such duty are wanted, and those who have one are wanted less by their help.
    """
    time = question.ordinary.shop.amounts.time
    shift = time.shift * HOUR * time.attendance
    live = [task for task in tasks if task.role == role and not task.wait]
    later = [task for task in tasks if task.role == role and task.wait]
    help_ = _help_for(question, tasks, [*live, *later])
    found, people = {}, Fraction(people_of(question, role))
    for load in question.days:
        day, called = load.day.day, load.day.all_hands
        seats = Fraction(sum(task.need[day] for task in live))
        work = seats - sum(task.between.get(day, 0) for task in live) + other[day]
        work += sum((_dealt(task, day) for task in later), ZERO)
        mine = max(seats, work) / shift - (help_ if called else 0)
        found[day] = max(mine, people if called and not (live or later) else ZERO)
    return found


def _help_for(question: PeakQuestion, tasks: tuple[Task, ...], own: Sequence[Task]) -> Fraction:
    """People whom those without a duty of their own are worth to these duties on a day of all hands."""
    rules, carrying = question.events.all_hands, {task.role for task in tasks}
    if rules is None:
        return ZERO
    able = [who for who, duties in rules.who.items() if who not in carrying and {t.duty for t in own} & set(duties)]
    return sum((people_of(question, who) for who in able if who != OWNER), ZERO) * question.amount(rules.efficiency)


def _dealt(task: Task, day: int) -> Fraction:
    return Fraction(sum(task.need.get(day - later, 0) for later in range(task.wait + 1)), task.wait + 1)


def _helps(question: PeakQuestion, who: str, tasks: tuple[Task, ...]) -> dict[int, dict[str, Fraction]]:
    """Duties that somebody may help with: of their own function on any day, as trained; others on days of all hands."""
    rules = question.events.all_hands
    if rules is None or who not in rules.who:
        return {}
    roles = question.ordinary.playbook.roles
    share = {
        task.duty: ONE if who != OWNER and roles[who].function == task.function else question.amount(rules.efficiency)
        for task in tasks
        if task.duty in rules.who[who]
    }
    always = {duty: part for duty, part in share.items() if part == 1} if who != OWNER else {}
    by_day = {load.day.day: share if load.day.all_hands else always for load in question.days}
    return {day: duties for day, duties in by_day.items() if duties}


def _temps(question: PeakQuestion, tasks: tuple[Task, ...]) -> Iterator[Temps]:
    """Temporary people by function, from the first day on which they can be found and trained."""
    for function in question.events.temporary:
        duties = tuple(task.duty for task in tasks if task.function == function)
        terms = temporary_hands(question.ordinary, function)
        if not duties or terms is None:
            continue
        first = question.first_day(Fraction(terms.lead))
        yield Temps(
            function=function,
            price=terms.price,
            training=terms.training,
            minutes=terms.minutes,
            days_a_week=floor(question.ordinary.shop.amounts.time.days_worked),
            first=question.days[0].day.day if first is None else first,
            duties=duties,
        )
