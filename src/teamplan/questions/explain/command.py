"""`teamplan explain SUBJECT`: why this number."""

from typing import Annotated

import typer

from teamplan.prompt.language import say
from teamplan.prompt.options import OutputOptions, PlaybookOption, ShopOptions, StageOption, grouped


@grouped
def explain(
    subject: Annotated[str, typer.Argument(metavar="ROLE", help=say("arg.subject"))],
    shop: ShopOptions,
    stage: StageOption,
    playbook: PlaybookOption,
    out: OutputOptions,
) -> int:
    from teamplan.prompt.output import emit, speaker
    from teamplan.prompt.shop import playbook_of, shop_of
    from teamplan.questions.explain.answer import explain as ask
    from teamplan.questions.explain.page import explain_page

    speak = speaker(out)
    loaded = playbook_of(playbook)
    return emit(ask(loaded, shop_of(loaded, shop, speak, stage.stage), subject), explain_page, loaded, out)
