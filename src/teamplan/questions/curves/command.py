"""`teamplan curves`: every step of the team up to a volume, for other programs."""

from typing import Annotated

import typer

from teamplan.prompt.language import say
from teamplan.prompt.options import Number, PlaybookOption, ShopOptions, StageOption, StatementOptions, grouped
from teamplan.prompt.output import emit, format_of, opened
from teamplan.prompt.shop import may_buy, shop_of


@grouped
def curves(  # noqa: PLR0913 - options of a prompt, by name
    shop: ShopOptions,
    stage: StageOption,
    playbook: PlaybookOption,
    out: StatementOptions,
    most_orders: Annotated[Number, typer.Option(help=say("opt.curves-most-orders"))] = None,
    most_visitors: Annotated[Number, typer.Option(help=say("opt.most-visitors"))] = None,
    dialect: Annotated[str | None, typer.Option(metavar="NAME", help=say("opt.dialect"))] = None,
    table: Annotated[str | None, typer.Option(metavar="NAME", help=say("opt.table"))] = None,
) -> int:
    from teamplan.errors import collected
    from teamplan.questions.curves.answer import curves as ask
    from teamplan.questions.curves.page import shown
    from teamplan.questions.curves.question import CurvesQuestion, refuse_without_sql
    from teamplan.reading.inputs import read_options

    words = opened(playbook, out, sourcing=may_buy(shop))
    texts = {"most_orders": most_orders, "most_visitors": most_visitors, "dialect": dialect, "table": table}
    given = {name: value for name, value in texts.items() if value is not None}
    refuse_without_sql(given, format_of(out))
    asked, store = collected(lambda: read_options(given, CurvesQuestion), lambda: shop_of(words, shop, stage.stage))
    return emit(shown(ask(words.playbook, store, asked), words, asked), out, words)
