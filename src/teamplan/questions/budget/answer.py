"""Answers: what does the team cost a month, what does the month leave, and from how many orders on does it pay?"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from teamplan.engine.amounts import DAYS_A_MONTH
from teamplan.engine.pay.band import summed, weakest
from teamplan.engine.pay.payroll import Payroll, People, payroll_of
from teamplan.engine.pay.price import people_of
from teamplan.engine.pay.trade import (
    MonthResult,
    Trade,
    month_result,
    needed_of,
    pieces_of,
    refuse_two_currencies,
    turns_of,
)
from teamplan.engine.question import Question, ask
from teamplan.playbook.money import Money
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store
from teamplan.questions.budget.outside import Outside
from teamplan.questions.budget.question import BudgetQuestion
from teamplan.questions.budget.result import Budget, PathStep, PlaceTold, Ratios


def budget(playbook: Playbook, store: Store, asked: BudgetQuestion) -> Budget:
    """The budget of the recommended team, or of the one that the store holds.

    Raises a TeamplanError with everything wrong with the store, and where sums of two currencies would meet.
    """
    return budget_of(ask(playbook, store), asked)


def budget_of(question: Question, asked: BudgetQuestion) -> Budget:
    """The same of a shop that is compiled."""
    payroll = payroll_of(question.playbook, question.store)
    heads = people_of(question)
    roles = payroll.roles(heads)
    trade = asked.trade
    if trade is not None:
        refuse_two_currencies(question.playbook, payroll)
    outside = Outside(question, payroll, trade)
    bought = outside.carried(question.volume)
    month = month_result(trade, payroll, question.stage, heads, question.volume.orders) if trade else None
    if month is not None and bought:
        month = month.with_bill(outside.likely(question.volume))
    most = asked.most_orders
    pieces = pieces_of(trade, payroll, question.shop, most, outside.pieces(most)) if trade else ()
    return Budget(
        orders=question.volume.orders,
        visitors=question.volume.visitors,
        stage=question.stage.stage_id,
        currency=payroll.currency,
        exchange=payroll.exchange,
        place=place_told(payroll, asked.today),
        roles=roles,
        total=payroll.month(heads) + summed((each.amount for each in bought), payroll.currency),
        grade=weakest([each.each.grade for each in roles] + [each.grade for each in bought] or ["A"]),
        ratios=_ratios(question, payroll.month(heads).likely + outside.likely(question.volume), heads, month),
        month=month,
        turns=turns_of(pieces) if trade else None,
        needed=needed_of(trade, payroll, pieces) if trade else None,
        looked_up_to=most,
        path=tuple(_path(question, outside, trade)) if trade else (),
        bought=bought,
    )


def place_told(payroll: Payroll, today: str | None) -> PlaceTold:
    """Where the costs hold, and whether they do on a day."""
    place = payroll.place
    if place is None:
        return PlaceTold(None, payroll.given, None, None, today)
    holds = None if today is None else place.holds_on(date.fromisoformat(today))
    return PlaceTold(payroll.place_id, payroll.given, place.first, place.last, today, holds)


def _path(question: Question, outside: Outside, trade: Trade) -> Iterator[PathStep]:
    """The stages at their typical orders, with the team that each asks for there."""
    for stage_id, stage in question.playbook.stages.items():
        first, last = (_at(question, outside, trade, stage_id, float(orders)) for orders in stage.typical_orders)
        said = stage.money if stage.money and stage.money.sign else None
        signs = _sign(question, first), _sign(question, last)
        yield PathStep(stage_id, first, last, signs, said.sign if said else None, said.source if said else None)


def _at(question: Question, outside: Outside, trade: Trade, stage_id: str, orders: float) -> MonthResult:
    stage, volume = question.shop.compiled(stage_id), question.volume.at_orders(orders)
    month = month_result(trade, outside.payroll, stage, stage.headcounts(volume.at), orders)
    return month.with_bill(outside.likely(volume))


def _sign(question: Question, month: MonthResult) -> str:
    frame = question.playbook.frame.cost
    even = question.shop.amounts[frame.even] if frame else Fraction(0)
    if abs(month.result.amount) <= even * Fraction(month.sales.amount):
        return "even"
    return "gain" if month.result.amount > 0 else "loss"


def _ratios(question: Question, cost: Money, heads: People, month: MonthResult | None) -> Ratios:
    volume = question.volume
    people = Fraction(sum(heads.values()))
    sales = month.sales if month else None
    return Ratios(
        of_sales=Fraction(cost.amount) / Fraction(sales.amount) if sales else None,
        an_order=_each(cost, volume.orders),
        a_visitor=_each(cost, volume.visitors),
        sales_a_head=sales * (1 / people) if sales and people else None,
    )


def _each(cost: Money, a_day: float | None) -> Money | None:
    return cost * (1 / (Fraction(a_day) * DAYS_A_MONTH)) if a_day else None
