"""`teamplan diff A B`: what changes between two stages, plans, teams or playbooks."""

from typing import Annotated

import typer

from teamplan.prompt.language import say
from teamplan.prompt.options import OutputOptions, PlaybookOption, ShopOptions, grouped
from teamplan.prompt.output import emit, opened
from teamplan.prompt.shop import gives_volume, may_buy, shop_of


@grouped
def diff(
    a: Annotated[str, typer.Argument(help=say("arg.a"))],
    b: Annotated[str, typer.Argument(help=say("arg.a"))],
    shop: ShopOptions,
    playbook: PlaybookOption,
    out: OutputOptions,
    exit_code: Annotated[bool, typer.Option("--exit-code", help=say("opt.exit-code"))] = False,
) -> int:
    from teamplan.questions.diff.page import shown
    from teamplan.questions.diff.sides import compare, named_in

    words = opened(playbook, out, sourcing=may_buy(shop))
    store = shop_of(words, shop)
    difference = compare(words.playbook, a, b, store if gives_volume(shop) else None, store)
    words = words.with_(playbook=named_in(words.playbook, a, b))
    return emit(shown(difference, words), out, words, code=1 if exit_code and difference.changes else 0)
