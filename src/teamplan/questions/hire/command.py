"""`teamplan hire`: whom to look for, from which day."""

from pathlib import Path
from typing import Annotated

import typer

from teamplan.prompt.language import say
from teamplan.prompt.options import OutputOptions, PlaybookOption, ShopOptions, grouped
from teamplan.record import Record, as_dict


class DayOptions(Record):
    """Which days are planned, and how the volume moves; texts are checked by the reader of the schedule."""

    growth: Annotated[str | None, typer.Option(help=say("opt.growth"))] = None
    from_: Annotated[str | None, typer.Option("--from", metavar="DATE", help=say("opt.from"))] = None
    months: Annotated[str | None, typer.Option(help=say("opt.months"))] = None
    today: Annotated[str | None, typer.Option(metavar="DATE", help=say("opt.today"))] = None
    forecast: Annotated[str | None, typer.Option(metavar="FILE", help=say("opt.forecast"))] = None
    smooth: Annotated[str | None, typer.Option(metavar="DAYS", help=say("opt.smooth"))] = None
    gaps: Annotated[str | None, typer.Option(help=say("opt.gaps"))] = None
    ics: Annotated[str | None, typer.Option("--ics", metavar="FILE", help=say("opt.ics"))] = None


@grouped
def hire(shop: ShopOptions, days: DayOptions, playbook: PlaybookOption, out: OutputOptions) -> int:
    from teamplan.errors import collected
    from teamplan.page.progress import progress
    from teamplan.page.words import Words
    from teamplan.prompt.channels import note, note_problems
    from teamplan.prompt.output import emit, speaker
    from teamplan.prompt.shop import playbook_of, shop_of
    from teamplan.questions.hire.answer import STEPS_A_DAY
    from teamplan.questions.hire.answer import hire as ask
    from teamplan.questions.hire.page import hire_page
    from teamplan.questions.hire.schedule import read_schedule

    speak = speaker(out)
    if days.ics is not None:
        from teamplan.questions.hire.ics import to_ics
    loaded = playbook_of(playbook)
    options = {"from": days.from_, "visitors": shop.visitors, "orders": shop.orders} | as_dict(days)
    (schedule, notes), store = collected(lambda: read_schedule(options), lambda: shop_of(loaded, shop, speak))
    note_problems(notes, speak)
    with progress(speak("progress.hiring"), STEPS_A_DAY * schedule.days) as advance:
        calendar = ask(loaded, store, schedule, advance)
    if days.ics is not None:
        from teamplan.reading.write import write_file

        write_file(Path(days.ics), to_ics(calendar, Words(speak, loaded)))
        note(speak("hiring.written", place=days.ics))
    return emit(calendar, hire_page, loaded, out)
