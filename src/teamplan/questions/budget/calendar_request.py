"""Owns the way from the options of a budget to a calendar: schedule, shop, trade, pay; every fault told at once."""

from teamplan.engine.pay.payroll import Payroll, payroll_of
from teamplan.errors import Faults, Location, Problem, TeamplanError
from teamplan.page.words import Words
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store
from teamplan.prompt.channels import note_problems
from teamplan.prompt.options import ShopOptions
from teamplan.prompt.shop import shop_of
from teamplan.questions.budget.options import EventOptions, PaidOptions
from teamplan.questions.budget.question import BudgetQuestion
from teamplan.questions.hire.calendar import Schedule
from teamplan.questions.hire.command import DayOptions, schedule_options
from teamplan.questions.hire.schedule import read_schedule
from teamplan.questions.peak.question import EventAsked, event_problems
from teamplan.questions.peak.reading import next_usual
from teamplan.questions.peak.result import PeakRequest
from teamplan.reading.inputs import read_options, sound_options
from teamplan.reading.payroll import Paid, Payable, read_payroll
from teamplan.reading.text import named_file
from teamplan.record import Record, as_dict


class CalendarAsked(Record):
    """The options of a budget by months beside those of the shop and the days."""

    trade: dict[str, str]
    event: EventOptions
    paid: PaidOptions


class CalendarRequest(Record):
    """What a calendar is asked for: shop, days, what an order is worth, what was really paid, and an event."""

    store: Store
    schedule: Schedule
    asked: BudgetQuestion
    paid: tuple[Paid, ...] = ()
    event: PeakRequest | None = None


def read_calendar(
    words: Words, shop: tuple[ShopOptions, str | None], days: DayOptions, options: CalendarAsked
) -> CalendarRequest:
    """The request of the options (the shop with its stage). Raises a TeamplanError with every fault in all of them."""
    faults = Faults()
    asked = faults.caught(lambda: read_options(options.trade, BudgetQuestion))
    read = faults.caught(lambda: read_schedule(schedule_options(shop[0], days)))
    window = read[0] if read else None
    store = faults.caught(lambda: shop_of(words, *shop))
    payroll = None if store is None else faults.caught(lambda: payroll_of(words.playbook, store))
    paid: tuple[Paid, ...] = ()
    if options.paid.pay is not None:  # of one month, and a calendar has several
        faults.found.append(Problem("sheet-in-calendar", where=Location("--pay")))
    if options.paid.actual is not None:
        paid, problems = read_payroll(named_file(options.paid.actual), payable(words.playbook, payroll, window))
        faults.found += problems
    event = faults.caught(lambda: _event(words.playbook, options.event, window))
    if faults.found or asked is None or read is None or store is None:
        raise TeamplanError(faults.found)
    schedule, notes = read
    note_problems(notes, words.say)
    return CalendarRequest(store, schedule, asked, paid, event)


def _event(playbook: Playbook, given: EventOptions, schedule: Schedule | None) -> PeakRequest | None:
    """The event with its day: as given, else its next usual one. Raises a TeamplanError with every fault of it."""
    if given.event is None:
        if given.date is not None or given.orders_x is not None:
            raise TeamplanError([Problem("missing-argument", {"name": "--event"})])
        return None
    asked, problems = sound_options(as_dict(given), EventAsked)
    problems += event_problems(playbook, given.event)
    if problems or schedule is None:
        raise TeamplanError(problems)
    first = max(schedule.start, schedule.today)
    on = asked.on or next_usual(playbook, given.event, first)
    if on is None or not first <= on <= schedule.end:
        values = {"given": on.isoformat() if on else given.event, "low": str(first), "high": str(schedule.end)}
        raise TeamplanError([Problem("not-between", values, where=Location("--date"))])
    today = schedule.today if schedule.today_given else None
    return PeakRequest(given.event, on, asked.orders_x, today=today)


def payable(playbook: Playbook, payroll: Payroll | None, schedule: Schedule | None) -> Payable:
    """What a file of pay may tell of: months of the plan that are not gone by, roles by id or name in any language."""
    months = None
    if schedule is not None:
        first = max(schedule.start, schedule.today)
        months = (first.isoformat()[:7], schedule.end.isoformat()[:7])
    names = [(name, role) for role, each in playbook.roles.items() for name in (role, each.name.en, each.name.zh)]
    return Payable(payroll.currency if payroll else None, months, dict(reversed(names)))
