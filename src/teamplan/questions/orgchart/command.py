"""`teamplan orgchart`: who reports to whom, and in which form of organisation."""

from typing import Annotated

import typer

from teamplan.prompt.language import say
from teamplan.prompt.options import DrawingOptions, PlaybookOption, ShopOptions, StageOption, grouped
from teamplan.prompt.output import emit, opened
from teamplan.prompt.shop import place_of, shop_of


@grouped
def orgchart(
    shop: ShopOptions,
    stage: StageOption,
    playbook: PlaybookOption,
    out: DrawingOptions,
    template: Annotated[str | None, typer.Option(metavar="NAME", help=say("opt.template"))] = None,
    compare: Annotated[bool, typer.Option("--compare", help=say("opt.compare"))] = False,
) -> int:
    from teamplan.questions.orgchart.answer import orgchart as ask
    from teamplan.questions.orgchart.page import shown
    from teamplan.reading.organisation import read_organisation

    words = opened(playbook, out)
    organisation = read_organisation(place_of(playbook), words.playbook)
    store = shop_of(words, shop, stage.stage)
    chart = ask(words.playbook, organisation, store, template, compare=compare)
    return emit(shown(chart, words, organisation), out, words)
