"""Answers: what does the team cost month by month as it grows, and how much cash does the way take?"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from teamplan.engine.pay.band import Band, summed, weakest
from teamplan.engine.pay.month import RoleMonth
from teamplan.engine.pay.payroll import Payroll, payroll_of
from teamplan.engine.pay.trade import Earned, Trade, Volumes, earned, refuse_two_currencies
from teamplan.engine.present import plain
from teamplan.engine.volume import Volume
from teamplan.playbook.money import Exchange, Money, nothing
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store
from teamplan.questions.budget.answer import place_told
from teamplan.questions.budget.outside import Outside
from teamplan.questions.budget.result import PlaceTold
from teamplan.questions.hire.answer import Hiring, hiring_of
from teamplan.questions.hire.at_work import AtWork, at_work
from teamplan.questions.hire.calendar import Schedule
from teamplan.record import Record

if TYPE_CHECKING:
    from teamplan.questions.budget.event_cost import EventCost
    from teamplan.questions.peak.result import PeakRequest


class CalendarMonth(Record):
    """One month of a budget: `days` of it are planned, `people` are those on the last of them.

    `event` is what an event costs beyond ordinary pay, and `outside` what is bought outside by the orders of the days
    (None where nothing is), both within the total. What is earned, its result and the results cumulated are None where
    nobody says what an order is worth.
    """

    month: str
    days: int
    people: int | float
    roles: tuple[RoleMonth, ...]
    gross: Band
    employer_cost: Band
    hiring_and_training: Band
    total: Band
    event: "EventCost | None" = None
    outside: Band | None = None
    earned: Earned | None = None
    result: Money | None = None
    cumulated: Money | None = None


class Cash(Record):
    """The way of the cash from nothing: the lowest end of a month (None where none is below nothing), and the turns.

    `gains_from` is the month from which on every month gains, `paid_back_in` the one from which on the cash is never
    below nothing again; None where the plan ends before.
    """

    lowest: Money
    lowest_in: str | None
    gains_from: str | None
    paid_back_in: str | None
    at_end: Money


class BudgetCalendar(Record):
    """A budget by month and role, from the first day that anybody of the plan works to its end."""

    start: date
    end: date
    currency: str
    exchange: Exchange | None
    place: PlaceTold
    months: tuple[CalendarMonth, ...]
    total: Band
    grade: str
    cash: Cash | None

    @property
    def outside(self) -> Band | None:
        """All that is bought outside; None where nothing is."""
        bills = [month.outside for month in self.months if month.outside is not None]
        return summed(bills, self.currency) if bills else None

    @property
    def event(self) -> "EventCost | None":
        return next((month.event for month in self.months if month.event), None)


def budget_calendar(
    playbook: Playbook,
    store: Store,
    schedule: Schedule,
    trade: Trade | None = None,
    advance: Callable[[], None] = lambda: None,
    event: "PeakRequest | None" = None,
) -> BudgetCalendar:
    """The budget of the hiring calendar of a schedule: everybody on the books costs from the first day at work.

    An event lies within the days of the plan that are not gone by.

    Raises a TeamplanError with everything wrong with the store, and where sums of two currencies would meet.
    """
    return calendar_of(playbook, store, hiring_of(playbook, store, schedule, advance), trade, event)


def calendar_of(
    playbook: Playbook, store: Store, work: Hiring, trade: Trade | None = None, event: "PeakRequest | None" = None
) -> BudgetCalendar:
    """The same of a hiring calendar that is worked out."""
    schedule = work.schedule
    payroll = payroll_of(work.question.playbook, store)
    if trade is not None:
        refuse_two_currencies(work.question.playbook, payroll)
    books = at_work(work)
    outside = Outside(work.question, payroll, trade)
    months = tuple(
        _with_bills(month, outside.days(_volumes(work, books, month.month))) for month in _months(books, payroll)
    )
    if event is not None:
        from teamplan.questions.budget.event_cost import event_cost

        paid = event_cost(playbook, work, books, event)
        months = tuple(_with_event(month, paid) if month.month == paid.month else month for month in months)
    if trade is not None:
        months = tuple(_cumulated(months, [_earned(work, payroll, trade, books, each.month) for each in months]))
    costs = [role.each.grade for month in months for role in month.roles]
    return BudgetCalendar(
        start=books.first,
        end=schedule.end,
        currency=payroll.currency,
        exchange=payroll.exchange,
        place=place_told(payroll, schedule.end.isoformat()),
        months=months,
        total=summed((month.total for month in months), payroll.currency),
        grade=weakest(costs or ["A"]),
        cash=cash_of(months, payroll.currency) if trade is not None else None,
    )


def _months(books: AtWork, payroll: Payroll) -> Iterator[CalendarMonth]:
    """The months with the roles that somebody holds on any of their days, in the order in which they come up."""
    roles = list(dict.fromkeys(role for day in books.days for role in day))
    for month, numbers in groupby(range(len(books.days)), key=lambda number: _month(books, number)):
        days = [books.days[number] for number in numbers]
        found = (_role(role, month, days, books, payroll) for role in roles)
        costs = tuple(each for each in found if each.paid_days or each.newcomers)
        gross, employer, joining = (
            summed((getattr(each, name) for each in costs), payroll.currency)
            for name in ("gross", "employer_cost", "hiring_and_training")
        )
        people = plain(sum((each.people for each in costs), Fraction(0)))
        yield CalendarMonth(month, len(days), people, costs, gross, employer, joining, gross + employer + joining)


def _with_bills(month: CalendarMonth, bills: Band | None) -> CalendarMonth:
    return month if bills is None else month.with_(outside=bills, total=month.total + bills)


def _volumes(work: Hiring, books: AtWork, month: str) -> list[Volume]:
    """The volume of each day of a month; before the first day of the plan that of that day."""
    numbers = [number for number in range(len(books.days)) if _month(books, number) == month]
    before = (work.schedule.start - books.first).days
    return [work.question.volume.at_orders(work.volumes[max(number - before, 0)]) for number in numbers]


def _with_event(month: CalendarMonth, event: "EventCost") -> CalendarMonth:
    """What an event costs has no range: the prices of the playbook are taken as they are."""
    return month.with_(event=event, total=month.total + Band(event.total, event.total, event.total))


def _role(role: str, month: str, days: Sequence[Mapping[str, Fraction]], books: AtWork, payroll: Payroll) -> RoleMonth:
    paid = sum((day.get(role, Fraction(0)) for day in days), Fraction(0))
    starts = (each for each in books.starts if each.role == role and _of(each.on) == month)
    newcomers = sum(each.people for each in starts)
    last = days[-1].get(role, Fraction(0))
    return RoleMonth(role, last, paid, _length(month), newcomers, payroll.costs.of(role))


def _earned(work: Hiring, payroll: Payroll, trade: Trade, books: AtWork, month: str) -> Earned:
    """What the days of a month bring."""
    orders = [Fraction(volume.orders) for volume in _volumes(work, books, month)]
    question = work.question
    stages = [question.shop.curves(question.store.stage, float(each)) for each in orders]
    return earned(trade, payroll, (Volumes(*each, Fraction(1)) for each in zip(stages, orders, strict=True)))


def _cumulated(months: Sequence[CalendarMonth], brought: Sequence[Earned]) -> Iterator[CalendarMonth]:
    results = [each.less(month.total.likely) for month, each in zip(months, brought, strict=True)]
    sums = accumulate(results, lambda so_far, result: so_far + result)
    for month, each, result, cumulated in zip(months, brought, results, sums, strict=True):
        yield month.with_(earned=each, result=result, cumulated=cumulated)


def cash_of(months: Sequence[CalendarMonth], currency: str) -> Cash:
    """The cash trough of months that have results, told by the ends of months."""
    none = nothing(currency)
    results = [(month.month, month.result or none, month.cumulated or none) for month in months]
    lowest_in, lowest = min(((month, sum_) for month, _, sum_ in results), key=lambda each: each[1].amount)
    below = lowest < none
    return Cash(
        lowest=lowest if below else none,
        lowest_in=lowest_in if below else None,
        gains_from=_for_good([(month, result) for month, result, _ in results], none),
        paid_back_in=_for_good([(month, sum_) for month, _, sum_ in results], none) if below else None,
        at_end=results[-1][2],
    )


def _for_good(sums: Sequence[tuple[str, Money]], none: Money) -> str | None:
    """The first month from which on no sum is below nothing."""
    found = None
    for month, sum_ in sums:
        found = None if sum_ < none else found or month
    return found


def _month(books: AtWork, number: int) -> str:
    return _of(books.first + timedelta(number))


def _of(day: date) -> str:
    return day.isoformat()[:7]


def _length(month: str) -> int:
    """Calendar days of a month."""
    first = date.fromisoformat(f"{month}-01")
    return ((first + timedelta(31)).replace(day=1) - first).days
