"""`teamplan report`: the whole plan in one file, or of several shops in a folder."""

from typing import TYPE_CHECKING

from teamplan.prompt.options import OutputOptions, PlaybookOption, ShopOptions, StageOption, TradeOptions, grouped
from teamplan.prompt.output import emit, opened
from teamplan.prompt.shop import may_buy, place_of
from teamplan.prompt.shops import ShopsOption
from teamplan.questions.budget.options import EventOptions
from teamplan.questions.hire.command import DayOptions

if TYPE_CHECKING:
    from teamplan.questions.report.request import ReportOptions


@grouped
def report(  # noqa: PLR0913 - options of a prompt, by name
    shop: ShopOptions,
    shops: ShopsOption,
    trade: TradeOptions,
    days: DayOptions,
    event: EventOptions,
    stage: StageOption,
    playbook: PlaybookOption,
    out: OutputOptions,
) -> int:
    from teamplan.page.progress import progress
    from teamplan.questions.hire.answer import STEPS_A_DAY
    from teamplan.questions.report.answer import report as ask
    from teamplan.questions.report.page import shown
    from teamplan.questions.report.request import ReportOptions, read_report
    from teamplan.reading.organisation import organisation_of

    options, given = ReportOptions(trade, days, event), (shop, stage.stage)
    events = event.event is not None or days != DayOptions()
    if shops.shops is not None:
        return _of_shops(shops.shops, given, options, (playbook, out))
    words = opened(playbook, out, events=events, sourcing=may_buy(shop))
    request = read_report(words, given, options)
    organisation = organisation_of(place_of(playbook), words.playbook)
    steps = request.schedule.days * STEPS_A_DAY if request.schedule else 0
    with progress(words.say("progress.hiring"), steps) as advance:
        found = ask(words.playbook, organisation, request, advance)
    return emit(shown(found, words, organisation), out, words)


def _of_shops(
    file: str,
    shop: tuple[ShopOptions, str | None],
    options: "ReportOptions",
    beside: tuple[PlaybookOption, OutputOptions],
) -> int:
    """The report of several shops, in a folder."""
    from teamplan.errors import collected
    from teamplan.page.progress import progress
    from teamplan.prompt.folder import folder_of, save_pages
    from teamplan.questions.report.request import read_shops
    from teamplan.questions.report.shops import shops_report
    from teamplan.questions.report.shops_page import files_of
    from teamplan.reading.organisation import organisation_of

    (playbook, out), events = beside, options.days != DayOptions()
    bare = out.with_(output=None, format=None, json=False)
    words, folder = collected(lambda: opened(playbook, bare, events=events), lambda: folder_of(out))
    asked = read_shops(words, file, shop, options)
    organisation = organisation_of(place_of(playbook), words.playbook)
    with progress(words.say("progress.reporting"), 2 * len(asked.stores)) as advance:
        found = shops_report(words.playbook, organisation, asked, advance)
        files = files_of(found, words, organisation, advance)
    save_pages(files, folder, out)
    return 0
