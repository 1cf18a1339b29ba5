"""`teamplan report`: the whole plan in one file."""

from teamplan.prompt.options import OutputOptions, PlaybookOption, ShopOptions, StageOption, TradeOptions, grouped
from teamplan.prompt.output import emit, opened
from teamplan.prompt.shop import may_buy, place_of
from teamplan.questions.budget.options import EventOptions
from teamplan.questions.hire.command import DayOptions


@grouped
def report(  # noqa: PLR0913 - options of a prompt, by name
    shop: ShopOptions,
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

    words = opened(playbook, out, events=event.event is not None or days != DayOptions(), sourcing=may_buy(shop))
    request = read_report(words, (shop, stage.stage), ReportOptions(trade, days, event))
    organisation = organisation_of(place_of(playbook), words.playbook)
    steps = request.schedule.days * STEPS_A_DAY if request.schedule else 0
    with progress(words.say("progress.hiring"), steps) as advance:
        found = ask(words.playbook, organisation, request, advance)
    return emit(shown(found, words, organisation), out, words)
