"""`teamplan diff A B`: what changes between two stages, plans, teams or playbooks."""

from typing import Annotated

import typer

from teamplan.prompt.language import say
from teamplan.prompt.options import OutputOptions, PlaybookOption, ShopOptions, grouped


@grouped
def diff(
    a: Annotated[str, typer.Argument(help=say("arg.a"))],
    b: Annotated[str, typer.Argument(help=say("arg.a"))],
    shop: ShopOptions,
    playbook: PlaybookOption,
    out: OutputOptions,
    exit_code: Annotated[bool, typer.Option("--exit-code", help=say("opt.exit-code"))] = False,
) -> int:
    from teamplan.prompt.output import emit, speaker
    from teamplan.prompt.shop import gives_volume, playbook_of, shop_of
    from teamplan.questions.diff.page import diff_page
    from teamplan.questions.diff.sides import compare

    speak = speaker(out)
    loaded = playbook_of(playbook)
    difference = compare(loaded, a, b, shop_of(loaded, shop, speak) if gives_volume(shop) else None)
    emit(difference, diff_page, loaded, out)
    return 1 if exit_code and difference.changes else 0
