"""Owns the remarks on an event: when each holds and what it names; the sentences stand in the catalogue."""

from collections.abc import Callable, Iterator
from fractions import Fraction

from teamplan.questions.peak.days import phase_of_the_day
from teamplan.questions.peak.question import PeakQuestion
from teamplan.questions.peak.result import Peak, PeakAdvice

Remarks = Iterator[PeakAdvice]
SENIOR_TIME = 3  # temporary people whose training keeps one experienced person busy (J, as senior-time)


def advice_of(question: PeakQuestion, result: Peak) -> tuple[PeakAdvice, ...]:
    """Every remark that holds, warnings first."""
    found = [advice for check in CHECKS for advice in check(question, result)]
    return tuple(sorted(found, key=lambda each: each.severity != "warning"))


def _uncovered(question: PeakQuestion, result: Peak) -> Remarks:
    for cover in result.cover:
        missing = max(day.uncovered for day in cover.days)
        if missing > 0:
            yield PeakAdvice("uncovered", "warning", {"role": cover.role, "people": missing}, "004-R3")


def _contractors(question: PeakQuestion, result: Peak) -> Remarks:
    """Temporary people, agencies, and people on contract in the given team: not always there when needed most."""
    roles = [cover.role for cover in result.cover if cover.temporary or any(day.outsourced for day in cover.days)]
    team = question.ordinary.store.team
    roles += [role for role, staff in team.roles.items() if staff.contract and role not in roles] if team else []
    if roles:
        yield PeakAdvice("contractor", "warning", {"roles": roles}, "001-O1")


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
    people = sum(cover.temporary for cover in result.cover)
    if people >= SENIOR_TIME:
        yield PeakAdvice("senior-time", "note", {"people": people}, "001-A1")


def _outsourcing(question: PeakQuestion, result: Peak) -> Remarks:
    duties = sorted({duty for cover in result.cover for day in cover.days for duty in day.outsourced})
    if duties:
        yield PeakAdvice("price-is-not-all", "note", {"duties": duties}, "001-O2")


def _overtime(question: PeakQuestion, result: Peak) -> Remarks:
    most = max((day.per_person for cover in result.cover for day in cover.days), default=0.0)
    if most > 0:
        overtime = question.events.overtime
        day, month = (float(question.amount(each)) for each in (overtime.hours_a_day, overtime.hours_a_month))
        yield PeakAdvice("overtime", "note", {"most": most, "day": day, "month": month}, "labour-law")


def _capped(question: PeakQuestion, result: Peak) -> Remarks:
    """A post of exactly so many people that is asked for more on the hardest day."""
    for role, staffed in question.ordinary.stage.posts.items():
        people = staffed.post.exactly
        loads: list[Fraction] = [
            load.stage.posts[role].load.at(load.point) / staffed.capacity for load in question.days
        ]
        if people and max(loads) > max(Fraction(people), question.ordinary.fte(staffed)):
            yield PeakAdvice("capped", "note", {"role": role, "jobs": float(max(loads))}, "003-K2")


def _owner(question: PeakQuestion, result: Peak) -> Remarks:
    hardest = max(result.days, key=lambda day: day.owner_hours)
    legal_day = float(question.ordinary.shop.amounts.time.shift)
    if hardest.owner_hours > legal_day:
        yield PeakAdvice("owner", "warning", {"hours": hardest.owner_hours, "day": hardest.day}, "000-K1")


CHECKS: tuple[Callable[[PeakQuestion, Peak], Remarks], ...] = (
    _uncovered,
    _contractors,
    _stock,
    _owner,
    _underforecast,
    _overtime,
    _training,
    _outsourcing,
    _capped,
)
