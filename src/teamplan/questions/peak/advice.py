"""Owns the remarks on an event: when each holds and what it names; the sentences stand in the catalogue."""

from collections.abc import Callable, Iterator
from math import fsum

from teamplan.questions.peak.dates import too_late
from teamplan.questions.peak.days import phase_of_the_day
from teamplan.questions.peak.hands import event_work
from teamplan.questions.peak.question import PeakQuestion
from teamplan.questions.peak.result import Peak, PeakAdvice
from teamplan.questions.peak.work import OWNER

Remarks = Iterator[PeakAdvice]
SENIOR_TIME = 3  # temporary people whose training keeps one experienced person busy (J, as senior-time)


def advice_of(question: PeakQuestion, result: Peak) -> tuple[PeakAdvice, ...]:
    """Every remark that holds, warnings first."""
    found = [advice for check in CHECKS for advice in check(question, result)]
    return tuple(sorted(found, key=lambda each: each.severity != "warning"))


def _uncovered(question: PeakQuestion, result: Peak) -> Remarks:
    """What nobody can do, with the multiple that can be carried."""
    if not result.missing_hours:
        return
    late = {cover.duty: fsum(day.missing for day in cover.days) for cover in result.cover}
    duties = [duty for duty, hours in sorted(late.items(), key=lambda pair: -pair[1]) if hours]
    values = {"hours": result.missing_hours, "duties": duties}
    if result.carried_x is None:
        yield PeakAdvice("uncovered", "warning", values, "004-R3")
    else:
        yield PeakAdvice("uncovered-above", "warning", values | {"times": result.carried_x}, "004-R3")


def _late(question: PeakQuestion, result: Peak) -> Remarks:
    """What can no longer be begun, and what can no longer be had on the day itself."""
    late = {each.what for each in too_late(question, result)}
    if "order-goods" in late:
        yield PeakAdvice("late-goods", "warning", {"orders": result.extra_orders}, "000-K2")
    if not result.missing_hours:
        return
    work = event_work(question)
    functions = [each.function for each in work.temps if not each.there(0)]
    if functions:
        yield PeakAdvice("late-people", "warning", {"functions": functions}, "001-O1")
    agencies = [task.duty for task in work.tasks if task.offer is not None and not task.offer.all.get(0)]
    if agencies:
        yield PeakAdvice("late-agencies", "warning", {"duties": agencies}, "001-O1")


def _contractors(question: PeakQuestion, result: Peak) -> Remarks:
    """Temporary people, agencies, and people on contract in the given team: not always there when needed most."""
    outside = [each.function for each in result.temporary]
    outside += [each.function for each in result.cover if any(day.outsourced for day in each.days)]
    team, roles = question.ordinary.store.team, question.ordinary.playbook.roles
    outside += [roles[role].function for role, staff in team.roles.items() if staff.contract] if team else []
    if outside:
        yield PeakAdvice("contractor", "warning", {"functions": list(dict.fromkeys(outside))}, "001-O1")


def _stock(question: PeakQuestion, result: Peak) -> Remarks:
    if result.extra_orders and not question.ordinary.store.stock_counted:
        yield PeakAdvice("stock-unknown", "warning", {"orders": result.extra_orders}, "000-K2")


def _underforecast(question: PeakQuestion, result: Peak) -> Remarks:
    """The ends of the range of the day's orders, where the multiple is the playbook's own."""
    phase = phase_of_the_day(question.event)
    if question.request.orders_x is not None or phase is None or phase.visitors is None or phase.conversion is None:
        return
    low, high = (
        float(visitors.canonical * conversion.canonical)
        for visitors, conversion in zip(phase.visitors.ends, phase.conversion.ends, strict=True)
    )
    yield PeakAdvice("range", "note", {"times": result.orders_x, "low": low, "high": high}, "000-K1")


def _training(question: PeakQuestion, result: Peak) -> Remarks:
    people = sum(each.people for each in result.temporary)
    if people >= SENIOR_TIME:
        yield PeakAdvice("senior-time", "note", {"people": people}, "001-A1")


def _outsourcing(question: PeakQuestion, result: Peak) -> Remarks:
    duties = sorted(cover.duty for cover in result.cover if any(day.outsourced for day in cover.days))
    if duties:
        yield PeakAdvice("price-is-not-all", "note", {"duties": duties}, "001-O2")


def _overtime(question: PeakQuestion, result: Peak) -> Remarks:
    """The bound that was kept; where something is missing and the law knows a longer one, how to ask for it."""
    bounds = question.events.overtime
    day, month = (float(question.amount(each)) for each in (bounds.hours_a_day, bounds.hours_a_month))
    most = float(question.ordinary.playbook.assumptions[bounds.hours_a_day[1:]].range[1])
    if any(each.overtime for hand in result.hands for each in hand.days):
        yield PeakAdvice("overtime", "note", {"day": day, "month": month}, "labour-law")
    if result.missing_hours and day < most:
        values = {"day": day, "most": most, "name": bounds.hours_a_day[1:]}
        yield PeakAdvice("longer-overtime", "note", values, "labour-law")


def _put_off(question: PeakQuestion, result: Peak) -> Remarks:
    """The owner's other work, where his days do not hold it beside that of the event."""
    if result.put_off_hours >= 1:
        yield PeakAdvice("put-off", "note", {"hours": result.put_off_hours}, "000-K1")


def _all_hands(question: PeakQuestion, result: Peak) -> Remarks:
    """Who leaves his own work on the days of all hands, and helps."""
    helping = sorted({h.who for h in result.hands if not any(h.who == each.role for each in result.cover)} - {OWNER})
    if helping:
        yield PeakAdvice("all-hands", "note", {"roles": helping}, "000-K1")


CHECKS: tuple[Callable[[PeakQuestion, Peak], Remarks], ...] = (
    _uncovered,
    _late,
    _contractors,
    _stock,
    _put_off,
    _underforecast,
    _overtime,
    _training,
    _outsourcing,
    _all_hands,
)
