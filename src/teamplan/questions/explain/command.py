"""`teamplan explain SUBJECT`: why this number."""

from typing import Annotated

import typer

from teamplan.prompt.language import say
from teamplan.prompt.options import OutputOptions, PlaybookOption, ShopOptions, StageOption, grouped
from teamplan.prompt.output import emit, opened
from teamplan.prompt.shop import may_buy, shop_of


@grouped
def explain(
    subject: Annotated[str, typer.Argument(metavar="ROLE", help=say("arg.subject"))],
    shop: ShopOptions,
    stage: StageOption,
    playbook: PlaybookOption,
    out: OutputOptions,
) -> int:
    from teamplan.questions.explain.answer import explain as ask
    from teamplan.questions.explain.page import shown

    words = opened(playbook, out, sourcing=may_buy(shop))
    return emit(shown(ask(words.playbook, shop_of(words, shop, stage.stage), subject), words), out, words)
