"""`teamplan explain SUBJECT`: why this number."""

from typing import Annotated

import typer

from teamplan.cli.language import say
from teamplan.cli.options import OutputOptions, PlaybookOption, ShopOptions, StageOption, grouped


@grouped
def explain(
    subject: Annotated[str, typer.Argument(metavar="ROLE", help=say("arg.subject"))],
    shop: ShopOptions,
    stage: StageOption,
    playbook: PlaybookOption,
    out: OutputOptions,
) -> int:
    from teamplan.answers.explain import explain as ask
    from teamplan.cli.output import emit, speaker
    from teamplan.cli.shop import playbook_of, shop_of
    from teamplan.render.explain_page import explain_page

    speak = speaker(out)
    loaded = playbook_of(playbook)
    return emit(ask(loaded, shop_of(loaded, shop, speak, stage.stage), subject), explain_page, loaded, out)
