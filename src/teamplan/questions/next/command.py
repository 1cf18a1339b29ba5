"""`teamplan next`: what comes next as the shop grows, and who becomes slack when it shrinks."""

from typing import Annotated

import typer

from teamplan.prompt.language import say
from teamplan.prompt.options import Number, OutputOptions, PlaybookOption, ShopOptions, StageOption, grouped
from teamplan.prompt.output import emit, opened
from teamplan.prompt.shop import shop_of

MOST_STEPS = 1000


@grouped
def next_(
    shop: ShopOptions,
    stage: StageOption,
    playbook: PlaybookOption,
    out: OutputOptions,
    steps: Annotated[Number, typer.Option(help=say("opt.steps"))] = "8",
) -> int:
    from teamplan.questions.next.answer import outlook
    from teamplan.questions.next.page import shown

    count = _count(steps or "")
    words = opened(playbook, out)
    return emit(shown(outlook(words.playbook, shop_of(words, shop, stage.stage), count), words), out)


def _count(given: str) -> int:
    from teamplan.errors import Location, Problem, TeamplanError

    text = given.strip()
    if not (text.isascii() and text.isdecimal() and len(text) <= 4 and 1 <= int(text) <= MOST_STEPS):
        raise TeamplanError([Problem("not-steps", {"given": given, "most": MOST_STEPS}, where=Location("--steps"))])
    return int(text)
