"""Owns the reading of what a report is asked for: the shop, its days to come, an event, and what an order is worth."""

from typing import TYPE_CHECKING

from teamplan.errors import Faults, Problem, TeamplanError
from teamplan.page.words import Words
from teamplan.playbook.store import Store
from teamplan.prompt.channels import note_problems
from teamplan.prompt.options import ShopOptions, TradeOptions
from teamplan.prompt.shop import gives_volume, shop_of
from teamplan.prompt.shops import shops_of
from teamplan.questions.budget.options import EventOptions
from teamplan.questions.budget.question import BudgetQuestion
from teamplan.questions.hire.command import DayOptions, is_calendar, schedule_options
from teamplan.reading.inputs import read_options
from teamplan.record import Record, as_dict

if TYPE_CHECKING:
    from teamplan.questions.hire.calendar import Schedule
    from teamplan.questions.peak.result import PeakRequest


class ReportOptions(Record):
    """The options of a report beside those of the shop."""

    trade: TradeOptions
    days: DayOptions
    event: EventOptions


class ReportRequest(Record):
    """What a report tells: the shop of today, what an order is worth, and where asked for its days and an event.

    `growing` is the shop of the days, which has no volume of its own where a forecast tells it.
    """

    store: Store
    growing: Store
    money: BudgetQuestion
    schedule: "Schedule | None"
    event: "PeakRequest | None"


class ShopsAsked(Record):
    """What a report of several shops tells: the shops by name, and for each what an order is worth, and its days."""

    stores: dict[str, Store]
    money: BudgetQuestion
    schedule: "Schedule | None"


def read_report(words: Words, shop: tuple[ShopOptions, str | None], options: ReportOptions) -> ReportRequest:
    """The request of the options (the shop with its stage). Raises a TeamplanError with every fault in all of them."""
    faults, by_days = Faults(), is_calendar(options.days)
    money = faults.caught(lambda: _money(options))
    read = faults.caught(lambda: _schedule(shop[0], options.days)) if by_days else None
    asked = faults.caught(lambda: _shop_and_event(words, shop, options))
    if faults.found or money is None or asked is None:
        raise TeamplanError(faults.found)
    growing, event = asked
    schedule, notes = read or (None, [])
    note_problems(notes, words.say)
    today = growing if schedule is None or gives_volume(shop[0]) else _first_day(growing, schedule)
    return ReportRequest(today, growing, money, schedule, event)


def read_shops(words: Words, file: str, shop: tuple[ShopOptions, str | None], options: ReportOptions) -> ShopsAsked:
    """The shops of a file, and what is asked of all of them. Raises a TeamplanError with every fault in all of it."""
    faults, days = Faults(), options.days
    beside = {"stage": shop[1], "forecast": days.forecast, **as_dict(options.event)}
    stores = faults.caught(lambda: shops_of(words, file, shop[0], beside))
    money = faults.caught(lambda: _money(options))
    days = days.with_(forecast=None)
    read = faults.caught(lambda: _schedule(ShopOptions(), days)) if is_calendar(days) else None
    if faults.found or stores is None or money is None:
        raise TeamplanError(faults.found)
    schedule, notes = read or (None, [])
    note_problems(notes, words.say)
    return ShopsAsked(stores, money, schedule)


def _money(options: ReportOptions) -> BudgetQuestion:
    worth = as_dict(options.trade) | {"today": None if is_calendar(options.days) else options.days.today}
    return read_options({name: value for name, value in worth.items() if value is not None}, BudgetQuestion)


def _schedule(shop: ShopOptions, days: DayOptions) -> "tuple[Schedule, list[Problem]]":
    from teamplan.questions.hire.schedule import read_schedule

    return read_schedule(schedule_options(shop, days))


def _first_day(growing: Store, schedule: "Schedule") -> Store:
    """The shop at the volume of the first day of a forecast."""
    from teamplan.questions.hire.demand import shops

    return shops(growing, schedule)[0]


def _shop_and_event(
    words: Words, shop: tuple[ShopOptions, str | None], options: ReportOptions
) -> "tuple[Store, PeakRequest | None]":
    event = options.event
    if event.event is None:
        lonely = [Problem("missing-argument", {"name": "--event"})] if event.date or event.orders_x else []
        faults = Faults()
        store = faults.caught(lambda: shop_of(words, *shop))
        if lonely or store is None:
            raise TeamplanError([*lonely, *faults.found])
        return store, None
    from teamplan.questions.peak.options import PeakOptions
    from teamplan.questions.peak.reading import read_request

    return read_request(words, PeakOptions(today=options.days.today, **as_dict(event)), shop)
