"""`teamplan checklist [STAGE]`: who must be in place, as boxes to tick."""

from pathlib import Path
from typing import Annotated

import typer

from teamplan.prompt.language import say
from teamplan.prompt.options import OutputOptions, PlaybookOption, ShopOptions, grouped


@grouped
def checklist(
    shop: ShopOptions,
    playbook: PlaybookOption,
    out: OutputOptions,
    stage: Annotated[str | None, typer.Argument(help=say("arg.stage"))] = None,
    done: Annotated[str | None, typer.Option(metavar="FILE", help=say("opt.done"))] = None,
    tick: Annotated[list[str] | None, typer.Option(metavar="ID", help=say("opt.tick"))] = None,
) -> int:
    from teamplan.prompt.output import emit, speaker
    from teamplan.prompt.shop import playbook_of, shop_of
    from teamplan.questions.checklist.answer import checklist as ask
    from teamplan.questions.checklist.page import checklist_page

    speak = speaker(out)
    loaded = playbook_of(playbook)
    store = shop_of(loaded, shop, speak, stage)
    if done is None and not tick:
        return emit(ask(loaded, store), checklist_page, loaded, out)
    from teamplan.questions.checklist.ticks import kept_ticks

    ticked = kept_ticks(None if done is None else Path(done), tick or [], ask(loaded, store).ids)
    return emit(ask(loaded, store, ticked), checklist_page, loaded, out)
