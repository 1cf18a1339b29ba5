"""Owns the way from the options of a budget to a calendar: schedule, shop, trade; every fault is told at once."""

from teamplan.engine.pay.payroll import payroll_of
from teamplan.errors import Faults, TeamplanError
from teamplan.page.words import Words
from teamplan.playbook.store import Store
from teamplan.prompt.channels import note_problems
from teamplan.prompt.options import ShopOptions
from teamplan.prompt.shop import shop_of
from teamplan.questions.budget.question import BudgetQuestion
from teamplan.questions.hire.calendar import Schedule
from teamplan.questions.hire.command import DayOptions, schedule_options
from teamplan.questions.hire.schedule import read_schedule
from teamplan.reading.inputs import read_options
from teamplan.record import Record, as_dict


class CalendarRequest(Record):
    """What a calendar is asked for: the shop, the days, and what an order is worth."""

    store: Store
    schedule: Schedule
    asked: BudgetQuestion


def is_calendar(days: DayOptions) -> bool:
    """Whether any option says that the budget runs over days to come; the day of today alone does not."""
    return any(value is not None for name, value in as_dict(days).items() if name != "today")


def read_calendar(
    words: Words, shop: tuple[ShopOptions, str | None], days: DayOptions, trade: dict[str, str]
) -> CalendarRequest:
    """The request of the options (the shop with its stage). Raises a TeamplanError with every fault in all of them."""
    faults = Faults()
    asked = faults.caught(lambda: read_options(trade, BudgetQuestion))
    read = faults.caught(lambda: read_schedule(schedule_options(shop[0], days)))
    store = faults.caught(lambda: shop_of(words, *shop))
    if store is not None:
        faults.caught(lambda: payroll_of(words.playbook, store))
    if faults.found or asked is None or read is None or store is None:
        raise TeamplanError(faults.found)
    schedule, notes = read
    note_problems(notes, words.say)
    return CalendarRequest(store, schedule, asked)
