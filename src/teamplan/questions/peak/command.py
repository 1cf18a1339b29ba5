"""`teamplan peak --event EVENT`: what a promotion asks of the shop, day by day."""

from teamplan.prompt.options import OutputOptions, PlaybookOption, ShopOptions, StageOption, grouped
from teamplan.prompt.output import emit, opened
from teamplan.prompt.shop import may_buy
from teamplan.questions.peak.options import PeakOptions


@grouped
def peak(
    event: PeakOptions, shop: ShopOptions, stage: StageOption, playbook: PlaybookOption, out: OutputOptions
) -> int:
    from teamplan.questions.peak.answer import peak as ask
    from teamplan.questions.peak.page import shown
    from teamplan.questions.peak.reading import read_request

    words = opened(playbook, out, events=True, sourcing=may_buy(shop))
    store, request = read_request(words, event, (shop, stage.stage))
    return emit(shown(ask(words.playbook, store, request), words), out, words)
