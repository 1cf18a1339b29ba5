"""Owns what time costs: to have people before they are needed, and to be without them when they are."""

from collections.abc import Iterable
from fractions import Fraction

from teamplan.engine.pay.payroll import Payroll, payroll_of
from teamplan.engine.pay.trade import Trade
from teamplan.engine.question import Question
from teamplan.playbook.money import Money, nothing, rounded
from teamplan.questions.hire.calendar import HiringCalendar, Place


def with_costs(question: Question, calendar: HiringCalendar) -> HiringCalendar:
    """The calendar with the cost of being early and of being late, by place and in all.

    Raises a TeamplanError with every fault in place, currency and rate.
    """
    payroll = payroll_of(question.playbook, question.store)
    hires, backfills = (
        tuple(_priced(payroll, place) for place in places) for places in (calendar.hires, calendar.backfills)
    )
    places = (*hires, *backfills)
    return calendar.with_(
        hires=hires,
        backfills=backfills,
        early_cost=_sum((place.early_cost for place in places), payroll.currency),
        late_cost=_sum((place.late_cost for place in places), payroll.currency),
    )


def with_lost(question: Question, calendar: HiringCalendar, orders: Fraction, trade: Trade) -> HiringCalendar:
    """The calendar with the orders that are lost, and what they would have left: nothing where an order leaves nothing.

    Raises a TeamplanError with every fault in place, currency and rate.
    """
    currency = payroll_of(question.playbook, question.store).currency
    lost = rounded(orders * max(trade.contribution, Fraction(0)), currency)
    return calendar.with_(lost_orders=float(orders), lost_contribution=lost)


def _priced(payroll: Payroll, place: Place) -> Place:
    """A day of a post is its month over the days of a mean one; who is promoted costs what the new post costs more."""
    day = payroll.day(place.role)
    before = payroll.day(place.promoted_from) if place.promoted_from else Fraction(0)
    early = max((place.needed_on - place.start_by).days, 0) * place.people
    return place.with_(
        early_cost=rounded(early * max(day - before, Fraction(0)), payroll.currency),
        late_cost=rounded(Fraction(place.uncovered_days) * day, payroll.currency),
    )


def _sum(costs: Iterable[Money | None], currency: str) -> Money:
    return sum((cost for cost in costs if cost is not None), nothing(currency))
