"""`teamplan peak --event EVENT`: what a promotion asks of the shop, day by day."""

from teamplan.cli.options import OutputOptions, PlaybookOption, ShopOptions, StageOption, grouped
from teamplan.cli.peak_options import PeakOptions


@grouped
def peak(
    event: PeakOptions, shop: ShopOptions, stage: StageOption, playbook: PlaybookOption, out: OutputOptions
) -> int:
    from teamplan.answers.peak import peak as ask
    from teamplan.cli.output import emit, speaker
    from teamplan.cli.peak_request import read_request
    from teamplan.cli.shop import playbook_of
    from teamplan.render.peak_page import peak_page

    speak = speaker(out)
    loaded = playbook_of(playbook, events=True)
    store, request = read_request(loaded, event, (shop, stage.stage), speak)
    return emit(ask(loaded, store, request), peak_page, loaded, out)
