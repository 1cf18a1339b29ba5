"""`teamplan config show`: options without a command, and how they stand here."""

from typing import Annotated

import typer

from teamplan.prompt.language import say
from teamplan.prompt.options import OutputOptions, PlaybookOption, ShopOptions, grouped
from teamplan.prompt.output import emit, speaker


@grouped
def show(
    ctx: typer.Context,
    shop: ShopOptions,
    playbook: PlaybookOption,
    out: OutputOptions,
    origin: Annotated[bool, typer.Option("--origin", help=say("opt.origin"))] = False,
) -> int:
    from teamplan.questions.config.answer import chosen
    from teamplan.questions.config.page import shown

    spoken = speaker(out)
    return emit(shown(chosen(ctx, spoken.language), spoken, origin=origin), out)
