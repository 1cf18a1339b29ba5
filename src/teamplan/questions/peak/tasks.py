"""Owns the way from the load of event days to the duties that count: minutes by day, how long they may wait.

Live work and what the playbook lets wait for some days counts; everything else (books, buying, hiring) is put off.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import ceil, floor

from teamplan.engine.staffing import StageCurves
from teamplan.playbook.duties import SHIPS_WITHIN, Duty
from teamplan.playbook.events import AFTER_IT
from teamplan.questions.peak.question import DayLoad, PeakQuestion
from teamplan.questions.peak.work import HOUR, OWNER, Offer, Task

MINUTES_A_DAY = 1440


def people_of(question: PeakQuestion, role: str) -> Fraction:
    """Full-time people on the books: those of the given team by their duties, else of the ordinary plan."""
    return question.people.get(role, Fraction(0))


def carrier(question: PeakQuestion, duty: str) -> str:
    """The role that carries a duty, or the owner: an event opens no post that is empty on ordinary days."""
    posts = question.ordinary.stage.posts.values()
    role = next((post.role for post in posts if duty in post.arising), OWNER)
    return role if people_of(question, role) else OWNER


def tasks_of(question: PeakQuestion) -> tuple[Task, ...]:
    """The duties that count, live ones first."""
    playbook, stage = question.ordinary.playbook, question.ordinary.stage.stage_id
    arising = {each: duty for each, duty in playbook.duties.items() if playbook.arises(each, stage)}
    live = [_live(question, each, duty) for each, duty in arising.items() if duty.live is not None]
    later = [
        _task(question, each, arising[each], _wait(question, wait))
        for each, wait in question.events.waits.items()
        if wait != AFTER_IT and each in arising and arising[each].live is None
    ]
    return (*(_with_meanwhile(task, later) for task in live), *later)


def _wait(question: PeakQuestion, wait: str) -> int:
    if wait != SHIPS_WITHIN:
        return floor(question.amount(wait))
    within = question.ordinary.playbook.stages[question.ordinary.stage.stage_id].ships_within
    return int(within.canonical // MINUTES_A_DAY) if within is not None else 0


def _with_meanwhile(live: Task, later: list[Task]) -> Task:
    """Live work with what its people may do between chats: the other duties of their post."""
    own = tuple(task.duty for task in later if task.role == live.role and task.wait)
    return live.with_(meanwhile=own) if live.role != OWNER else live


def _task(question: PeakQuestion, duty_id: str, duty: Duty, wait: int) -> Task:
    minutes = {load.day.day: _minutes(load, duty) for load in question.days}
    return Task(
        duty=duty_id,
        function=duty.function,
        role=carrier(question, duty_id),
        wait=wait,
        need={day: floor(each) for day, each in minutes.items()},
        offer=_offer(question, duty_id, duty, minutes),
    )


def _live(question: PeakQuestion, duty_id: str, duty: Duty) -> Task:
    """A live duty needs its seats, or the work of its chats where that is more."""
    work, task = {load.day.day: _minutes(load, duty) for load in question.days}, _task(question, duty_id, duty, 0)
    if task.role == OWNER:
        return task
    shift = question.ordinary.shop.amounts.time.shift * HOUR
    known: dict[float, Fraction] = {}  # by chats: days of many phases are alike
    seats = {
        load.day.day: _shifts(load.stage, task.role, duty_id, load.volume, known) * shift for load in question.days
    }
    need = {day: max(seats[day], work[day]) for day in work}
    return task.with_(
        need={day: floor(each) for day, each in need.items()},
        between={day: ceil(need[day] - work[day]) for day in work},
        offer=_offer(question, duty_id, duty, need),
    )


def _minutes(load: DayLoad, duty: Duty) -> Fraction:
    """Minutes of the clock that a day's work takes a trained person."""
    return load.stage.loads.planned(duty).at(load.point) * HOUR / load.stage.loads.amounts.time.productive


def _shifts(
    stage: StageCurves, role: str, duty: str, volume: Mapping[str, float], known: dict[float, Fraction]
) -> Fraction:
    """Shifts of an average day of the week; a post's first live duty stands for all of them."""
    staffed = stage.posts[role]
    first = next(each for each in staffed.arising if stage.loads.playbook.duties[each].live is not None)
    if staffed.service is None or first != duty:
        return Fraction(0)
    service, amount = staffed.service, volume[staffed.volume]
    chats = service.chats(amount)
    if chats not in known:
        shifts = {day.alike: service.shifts(amount, day) for day in service.week}
        parts = (Fraction(shifts[day.alike]) * Fraction(day.part) for day in service.week)
        known[chats] = sum(parts, Fraction(0)) / sum((Fraction(day.part) for day in service.week), Fraction(0))
    return known[chats]


def _offer(question: PeakQuestion, duty_id: str, duty: Duty, minutes: Mapping[int, Fraction]) -> Offer | None:
    """What an agency offers for a duty, from the first day on which it can be there."""
    terms = question.events.outsourcing.get(duty_id)
    if terms is None or not isinstance(duty.driver, str):
        return None
    first, share = question.first_day(question.amount(terms.days_to_start)), question.amount(terms.share)
    units = {
        load.day.day: load.stage.loads.driver(duty.driver).at(load.point)
        for load in question.days
        if first is None or load.day.day >= first
    }
    return Offer(
        price=question.payroll.told(question.amount(terms.price) * (1 + question.amount(terms.surcharge))),
        lot=ceil(question.amount(terms.lot)) if terms.lot else 1,
        most={day: floor(count * share) for day, count in units.items() if count},
        all={day: count for day, count in units.items() if count},
        minutes={day: minutes[day] / count for day, count in units.items() if count},
    )


def other_minutes(question: PeakQuestion, role: str, tasks: tuple[Task, ...]) -> dict[int, int]:
    """Minutes of a post's other work that count on a day: none in a rush, when it is put off, else what chats leave."""
    counted, found = {task.duty for task in tasks}, {}
    for load in question.days:
        put_off = load.day.rush or load.day.all_hands
        minutes = Fraction(0) if put_off else sum(_others(question, role, load, counted), Fraction(0))
        between = sum(task.between.get(load.day.day, 0) for task in tasks if task.role == role)
        found[load.day.day] = max(floor(minutes) - between, 0)
    return found


def _others(question: PeakQuestion, role: str, load: DayLoad, counted: set[str]) -> Iterator[Fraction]:
    playbook, stage = question.ordinary.playbook, question.ordinary.stage
    for duty in stage.posts[role].arising if role in stage.posts else ():
        if duty not in counted:
            yield _minutes(load, playbook.duties[duty])
