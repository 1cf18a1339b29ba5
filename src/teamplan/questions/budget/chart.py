"""Answers: how does a month's result go over the orders of a day, and which hires break it?"""

from collections.abc import Iterator

from teamplan.engine.pay.payroll import payroll_of
from teamplan.engine.pay.trade import Trade, month_result
from teamplan.engine.question import Question, ask
from teamplan.playbook.money import Money
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store
from teamplan.questions.budget.outside import Outside
from teamplan.record import Record

STEPS = 24  # rows of a chart: a screen
TIMES = 2  # the shop's orders, up to which it is drawn


class ChartStep(Record):
    """A volume with the result of its month, and how many people it asks for in each role beyond the step before."""

    orders: int
    result: Money
    hires: dict[str, int]


def chart(playbook: Playbook, store: Store, trade: Trade) -> tuple[ChartStep, ...]:
    """The result at evenly spaced whole orders up to twice those of the shop, with the team recommended at each."""
    return steps_of(ask(playbook, store), trade)


def steps_of(question: Question, trade: Trade) -> tuple[ChartStep, ...]:
    """The same of a shop that is compiled."""
    payroll = payroll_of(question.playbook, question.store)
    last = max(int(TIMES * question.volume.orders), STEPS)
    outside = Outside(question, payroll, trade)
    return tuple(_steps([last * step // STEPS for step in range(1, STEPS + 1)], question, outside, trade))


def _steps(volumes: list[int], question: Question, outside: Outside, trade: Trade) -> Iterator[ChartStep]:
    before: dict[str, int] | None = None
    for orders in volumes:
        volume = question.volume.at_orders(float(orders))
        stage = question.shop.curves(question.store.stage, float(orders))
        heads = stage.headcounts(volume.at)
        month = month_result(trade, outside.payroll, stage, heads, float(orders))
        result = month.with_bill(outside.likely(volume)).result
        more = {role: n - (before or heads).get(role, 0) for role, n in heads.items()}
        yield ChartStep(orders, result, {role: n for role, n in more.items() if n > 0})
        before = heads
