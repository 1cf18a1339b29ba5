"""Owns the way from a cover to the answer: who does each duty, how long people work, what each function costs."""

from collections.abc import Iterator
from fractions import Fraction

from teamplan.engine.present import plain
from teamplan.playbook.money import nothing
from teamplan.questions.peak.question import PeakQuestion
from teamplan.questions.peak.result import Cost, DutyCover, DutyDay, HandCover, HandDay, TemporaryCover, no_cost
from teamplan.questions.peak.work import (
    BETWEEN,
    HAND,
    HOUR,
    OWNER,
    TEMPORARY,
    ZERO,
    EventCover,
    Hand,
    Source,
    Task,
    Work,
    called,
    efficiency,
    paid_units,
    undone,
)


def duties(question: PeakQuestion, work: Work, cover: EventCover) -> tuple[DutyCover, ...]:
    """Each duty with who does it by day."""
    return tuple(
        DutyCover(task.duty, task.function, task.role, tuple(_duty_days(question, work, cover, task)))
        for task in work.tasks
        if any(task.need.values())
    )


def _duty_days(question: PeakQuestion, work: Work, cover: EventCover, task: Task) -> Iterator[DutyDay]:
    late = undone(work, cover, task)
    done = {(_kind(task, source), on): ZERO for (source, _, on) in cover.minutes}
    for (source, duty, on), minutes in cover.minutes.items():
        if duty == task.duty:
            done[_kind(task, source), on] += minutes * efficiency(work, source, duty, on)
    for each in work.days:
        day = each.day
        yield DutyDay(
            day=day,
            date=question.on(day),
            need=task.need.get(day, 0) / HOUR,
            own=float(done.get(("own", day), ZERO) / HOUR),
            owner=float(done.get((OWNER, day), ZERO) / HOUR),
            help=float(done.get(("help", day), ZERO) / HOUR),
            temporary=float(done.get((TEMPORARY, day), ZERO) / HOUR),
            outsourced=cover.units.get((task.duty, day), 0),
            missing=float(late[day] / HOUR),
        )


def _kind(task: Task, source: Source) -> str:
    kind, name = source
    if kind == TEMPORARY:
        return TEMPORARY
    if kind == BETWEEN or name == task.role:
        return "own"
    return OWNER if name == OWNER else "help"


def hands(question: PeakQuestion, work: Work, cover: EventCover) -> tuple[HandCover, ...]:
    """How long everybody works who has a part in it; the owner's hours are those of the work of the event."""
    return tuple(
        HandCover(hand.who, plain(hand.people), tuple(_hand_day(question, hand, cover, each.day) for each in work.days))
        for hand in work.hands
        if any(source == (HAND, hand.who) for source, _, _ in cover.minutes)
    )


def _hand_day(question: PeakQuestion, hand: Hand, cover: EventCover, day: int) -> HandDay:
    overtime, present = cover.overtime.get((hand.who, day), 0), hand.present[day]
    hours = Fraction(hand.shift, HOUR) + (overtime / present if overtime else 0)
    if hand.who == OWNER:
        hours = owner_minutes(cover, day) / HOUR
    return HandDay(day, question.on(day), float(present), float(hours), overtime)


def owner_minutes(cover: EventCover, day: int) -> Fraction:
    """Minutes that the owner works for the event."""
    return sum(
        (minutes for (source, _, on), minutes in cover.minutes.items() if source == (HAND, OWNER) and on == day), ZERO
    )


def temporary(work: Work, cover: EventCover) -> tuple[TemporaryCover, ...]:
    """The temporary people who are trained."""
    return tuple(
        TemporaryCover(temps.function, cover.hired[temps.function], dict(sorted(called(temps, cover).items())))
        for temps in work.temps
        if cover.hired.get(temps.function)
    )


def costs(question: PeakQuestion, work: Work, cover: EventCover) -> dict[str, Cost]:
    """The cost of each function that costs anything: overtime of its people, others by the duty they do."""
    roles, none = question.ordinary.playbook.roles, no_cost(question.currency)
    found = dict.fromkeys(question.ordinary.playbook.frame.functions, none)
    zero = nothing(question.currency)
    for hand in work.hands:
        hours = sum(n for (who, _), n in cover.overtime.items() if who == hand.who)
        if hand.who != OWNER and hours:
            found[roles[hand.who].function] += none.with_(overtime=hand.overtime_price * hours)
    for temps in work.temps:
        days = sum(called(temps, cover).values())
        paid = none.with_(temporary=temps.price * days, training=temps.training * cover.hired.get(temps.function, 0))
        found[temps.function] += paid
    for task in work.tasks:
        if task.offer is not None:
            found[task.function] += none.with_(outsourcing=task.offer.price * paid_units(task, cover))
    return {function: cost for function, cost in found.items() if cost.total != zero}
