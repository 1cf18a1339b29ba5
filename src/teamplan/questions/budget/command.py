"""`teamplan budget`: what the team costs, what the month leaves, from how many orders on it pays."""

from typing import Annotated

import typer

from teamplan.prompt.language import say
from teamplan.prompt.options import (
    Number,
    OutputOptions,
    PlaybookOption,
    ShopOptions,
    StageOption,
    TradeOptions,
    grouped,
)
from teamplan.prompt.output import emit, opened
from teamplan.prompt.shop import shop_of
from teamplan.record import Record, as_dict


class BreakEvenOption(Record):
    """How far a break-even is looked for."""

    most_orders: Annotated[Number, typer.Option(help=say("opt.most-orders"))] = None


class ValidityOption(Record):
    """The day on which the figures of the place ought to hold: nothing here looks at a clock."""

    today: Annotated[str | None, typer.Option(metavar="DATE", help=say("opt.budget-today"))] = None


@grouped
def budget(  # noqa: PLR0913 - options of a prompt, by name
    shop: ShopOptions,
    trade: TradeOptions,
    most: BreakEvenOption,
    validity: ValidityOption,
    stage: StageOption,
    playbook: PlaybookOption,
    out: OutputOptions,
) -> int:
    from teamplan.errors import collected
    from teamplan.questions.budget.answer import budget as ask
    from teamplan.questions.budget.page import shown
    from teamplan.questions.budget.question import BudgetQuestion
    from teamplan.reading.inputs import read_options

    words = opened(playbook, out)
    options = as_dict(trade) | as_dict(most) | as_dict(validity)
    given = {name: value for name, value in options.items() if value is not None}
    asked, store = collected(lambda: read_options(given, BudgetQuestion), lambda: shop_of(words, shop, stage.stage))
    return emit(shown(ask(words.playbook, store, asked), words), out)
