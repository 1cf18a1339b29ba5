"""`teamplan next`: what comes next as the shop grows, and who becomes slack when it shrinks."""

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
from teamplan.prompt.shop import may_buy, shop_of
from teamplan.record import as_dict


@grouped
def next_(
    shop: ShopOptions,
    trade: TradeOptions,
    stage: StageOption,
    playbook: PlaybookOption,
    out: OutputOptions,
    steps: Annotated[Number, typer.Option(help=say("opt.steps"))] = "8",
) -> int:
    from teamplan.questions.next.answer import outlook
    from teamplan.questions.next.page import shown
    from teamplan.questions.next.question import OutlookQuestion
    from teamplan.reading.inputs import read_options

    given = {name: value for name, value in as_dict(trade).items() if value is not None}
    asked = read_options({"steps": steps or "", **given}, OutlookQuestion)
    words = opened(playbook, out, sourcing=may_buy(shop))
    result = outlook(words.playbook, shop_of(words, shop, stage.stage), asked.steps, asked.trade)
    return emit(shown(result, words), out, words)
