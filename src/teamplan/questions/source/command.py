"""`teamplan source [ROLE]`: employ, take part-time help, or buy outside."""

from typing import Annotated

import typer

from teamplan.prompt.language import say
from teamplan.prompt.options import Number, OutputOptions, PlaybookOption, ShopOptions, StageOption, grouped
from teamplan.prompt.output import emit, opened
from teamplan.prompt.shop import shop_of


@grouped
def source(  # noqa: PLR0913 - options of a prompt, by name
    shop: ShopOptions,
    stage: StageOption,
    playbook: PlaybookOption,
    out: OutputOptions,
    role: Annotated[str | None, typer.Argument(metavar="[ROLE]", help=say("arg.source-role"))] = None,
    order_value: Annotated[Number, typer.Option(help=say("opt.order-value"))] = None,
    most_orders: Annotated[Number, typer.Option(help=say("opt.source-most-orders"))] = None,
) -> int:
    from teamplan.errors import collected
    from teamplan.questions.source.answer import source as ask
    from teamplan.questions.source.page import shown
    from teamplan.questions.source.question import SourceQuestion
    from teamplan.reading.inputs import read_options

    words = opened(playbook, out, sourcing=True)
    texts = {"order_value": order_value, "most_orders": most_orders}
    given = {name: value for name, value in texts.items() if value is not None}
    asked, store = collected(lambda: read_options(given, SourceQuestion), lambda: shop_of(words, shop, stage.stage))
    return emit(shown(ask(words.playbook, store, role, asked), words), out, words)
