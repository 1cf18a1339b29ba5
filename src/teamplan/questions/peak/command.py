"""`teamplan peak --event EVENT`: what a promotion asks of the shop, day by day."""

from teamplan.prompt.options import OutputOptions, PlaybookOption, ShopOptions, StageOption, grouped
from teamplan.questions.peak.options import PeakOptions


@grouped
def peak(
    event: PeakOptions, shop: ShopOptions, stage: StageOption, playbook: PlaybookOption, out: OutputOptions
) -> int:
    from teamplan.prompt.output import emit, speaker
    from teamplan.prompt.shop import playbook_of
    from teamplan.questions.peak.answer import peak as ask
    from teamplan.questions.peak.page import peak_page
    from teamplan.questions.peak.reading import read_request

    speak = speaker(out)
    loaded = playbook_of(playbook, events=True)
    store, request = read_request(loaded, event, (shop, stage.stage), speak)
    return emit(ask(loaded, store, request), peak_page, loaded, out)
