"""`teamplan budget`: what the team costs, what the month leaves, from how many orders on it pays."""

from typing import TYPE_CHECKING, Annotated

import typer

from teamplan.prompt.language import say
from teamplan.prompt.options import OutputOptions, PlaybookOption, ShopOptions, StageOption, TradeOptions, grouped
from teamplan.prompt.output import emit, opened
from teamplan.prompt.shop import may_buy, shop_of
from teamplan.prompt.shops import ShopsOption, shops_of
from teamplan.questions.budget.options import BreakEvenOptions, EventOptions, PaidOptions
from teamplan.questions.hire.command import DayOptions, is_calendar
from teamplan.record import as_dict

if TYPE_CHECKING:
    from teamplan.engine.pay.trade import Trade
    from teamplan.page.answer import Answer
    from teamplan.page.words import Words
    from teamplan.playbook.store import Store
    from teamplan.questions.budget.calendar_request import CalendarRequest
    from teamplan.questions.budget.result import Budget


@grouped
def budget(  # noqa: PLR0913 - options of a prompt, by name
    shop: ShopOptions,
    shops: ShopsOption,
    trade: TradeOptions,
    even: BreakEvenOptions,
    days: DayOptions,
    event: EventOptions,
    paid: PaidOptions,
    stage: StageOption,
    playbook: PlaybookOption,
    out: OutputOptions,
    details: Annotated[bool, typer.Option("--details", help=say("opt.budget-details"))] = False,
) -> int:
    from teamplan.errors import collected
    from teamplan.questions.budget.answer import budget as ask
    from teamplan.questions.budget.calendar_request import CalendarAsked, read_calendar
    from teamplan.questions.budget.page import shown
    from teamplan.questions.budget.question import BudgetQuestion
    from teamplan.reading.inputs import read_options

    by_month = is_calendar(days) or paid.actual is not None or any(as_dict(event).values())
    words = opened(playbook, out, events=by_month, sourcing=may_buy(shop))
    if shops.shops is not None:
        groups = (trade, even, days, event, paid, stage)
        beside = {name: value for group in groups for name, value in as_dict(group).items()} | {"details": details}
        return emit(_together(words, shops_of(words, shops.shops, shop, beside)), out, words)
    worth = as_dict(trade) | {"most_orders": even.most_orders, "today": None if by_month else days.today}
    given = {name: value for name, value in worth.items() if value is not None}
    if by_month:
        request = read_calendar(words, (shop, stage.stage), days, CalendarAsked(given, event, paid))
        return emit(_calendar(words, request, details=details), out, words)
    asked, store = collected(lambda: read_options(given, BudgetQuestion), lambda: shop_of(words, shop, stage.stage))
    found = ask(words.playbook, store, asked)
    answer = shown(found, words)
    if paid.pay is not None:
        answer = _paid(words, answer, found, (paid.pay, store), playbook)
    return emit(_charted(words, answer, store, asked.trade) if even.chart else answer, out, words)


def _paid(
    words: "Words", answer: "Answer", found: "Budget", given: "tuple[str, Store]", playbook: PlaybookOption
) -> "Answer":
    """The answer with the pay sheet of a file, at the place of the shop."""
    from teamplan.prompt.pay import rules_of
    from teamplan.questions.budget.pay_sheet import line_of, read_line
    from teamplan.questions.budget.pay_sheet_page import with_sheet

    file, store = given
    sheet = read_line(file, words.playbook, store, rules_of(playbook, words.playbook))
    return with_sheet(answer, found, line_of(found, sheet), words)


def _together(words: "Words", stores: "dict[str, Store]") -> "Answer":
    """The answer of several shops of one owner."""
    from teamplan.questions.budget.shops_page import shown
    from teamplan.questions.recommend.shops import shops_plan

    return shown(shops_plan(words.playbook, stores), words)


def _charted(words: "Words", answer: "Answer", store: "Store", trade: "Trade | None") -> "Answer":
    """The answer with the chart of its results. Raises a TeamplanError where nothing is said of an order's worth."""
    from teamplan.errors import Problem, TeamplanError
    from teamplan.questions.budget.chart import chart
    from teamplan.questions.budget.chart_page import with_chart

    if trade is None:
        raise TeamplanError([Problem("missing-argument", {"name": "--order-value"})])
    return with_chart(answer, chart(words.playbook, store, trade), words)


def _calendar(words: "Words", request: "CalendarRequest", *, details: bool) -> "Answer":
    """The answer by months, with a bar as the work goes on."""
    from teamplan.page.progress import progress
    from teamplan.questions.budget.actual import deviations
    from teamplan.questions.budget.calendar import budget_calendar
    from teamplan.questions.budget.calendar_page import shown
    from teamplan.questions.hire.answer import STEPS_A_DAY

    schedule = request.schedule
    with progress(words.say("progress.hiring"), STEPS_A_DAY * schedule.days) as advance:
        trade, event = request.asked.trade, request.event
        found = budget_calendar(words.playbook, request.store, schedule, trade, advance, event)
    return shown(found, words, deviations(found, request.paid), details=details)
