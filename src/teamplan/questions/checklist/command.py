"""`teamplan checklist [STAGE]`: who must be in place, as boxes to tick."""

from pathlib import Path
from typing import Annotated

import typer

from teamplan.prompt.language import say
from teamplan.prompt.options import OutputOptions, PlaybookOption, ShopOptions, grouped
from teamplan.prompt.output import emit, opened
from teamplan.prompt.shop import may_buy, shop_of


@grouped
def checklist(
    shop: ShopOptions,
    playbook: PlaybookOption,
    out: OutputOptions,
    stage: Annotated[str | None, typer.Argument(help=say("arg.stage"))] = None,
    done: Annotated[str | None, typer.Option(metavar="FILE", help=say("opt.done"))] = None,
    tick: Annotated[list[str] | None, typer.Option(metavar="ID", help=say("opt.tick"))] = None,
) -> int:
    from teamplan.questions.checklist.answer import checklist as ask
    from teamplan.questions.checklist.page import shown

    words = opened(playbook, out, sourcing=may_buy(shop))
    store = shop_of(words, shop, stage)
    if done is None and not tick:
        return emit(shown(ask(words.playbook, store), words), out)
    from teamplan.questions.checklist.ticks import kept_ticks

    known = ask(words.playbook, store).ids
    ticked = kept_ticks(None if done is None else Path(done), tick or [], known)
    return emit(shown(ask(words.playbook, store, ticked), words), out)
