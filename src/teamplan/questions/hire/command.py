"""`teamplan hire`: whom to look for, from which day."""

from pathlib import Path
from typing import Annotated

import typer

from teamplan.prompt.channels import note, note_problems
from teamplan.prompt.language import say
from teamplan.prompt.options import OutputOptions, PlaybookOption, ShopOptions, TradeOptions, grouped
from teamplan.prompt.output import emit, opened
from teamplan.prompt.shop import may_buy, shop_of
from teamplan.record import Record, as_dict


class DayOptions(Record):
    """Which days are planned, and how the volume moves; texts are checked by the reader of the schedule."""

    growth: Annotated[str | None, typer.Option(help=say("opt.growth"))] = None
    from_: Annotated[str | None, typer.Option("--from", metavar="DATE", help=say("opt.from"))] = None
    months: Annotated[str | None, typer.Option(help=say("opt.months"))] = None
    today: Annotated[str | None, typer.Option(metavar="DATE", help=say("opt.today"))] = None
    jump: Annotated[str | None, typer.Option(metavar="TIMES@DATE", help=say("opt.jump"))] = None
    forecast: Annotated[str | None, typer.Option(metavar="FILE", help=say("opt.forecast"))] = None
    smooth: Annotated[str | None, typer.Option(metavar="DAYS", help=say("opt.smooth"))] = None
    lasting: Annotated[str | None, typer.Option(metavar="DAYS", help=say("opt.lasting"))] = None
    gaps: Annotated[str | None, typer.Option(help=say("opt.gaps"))] = None


class IcsOption(Record):
    """Where the calendar is written for programs of dates."""

    ics: Annotated[str | None, typer.Option("--ics", metavar="FILE", help=say("opt.ics"))] = None


def schedule_options(shop: ShopOptions, days: DayOptions) -> dict[str, str | None]:
    """What the reader of a schedule is told: the days, and the volume that a forecast may stand against."""
    return {"from": days.from_, "visitors": shop.visitors, "orders": shop.orders} | as_dict(days)


def is_calendar(days: DayOptions) -> bool:
    """Whether any option says that the budget runs over days to come; the day of today alone does not."""
    return any(value is not None for name, value in as_dict(days).items() if name != "today")


@grouped
def hire(
    shop: ShopOptions,
    trade: TradeOptions,
    days: DayOptions,
    dates: IcsOption,
    playbook: PlaybookOption,
    out: OutputOptions,
) -> int:
    from teamplan.errors import Faults, TeamplanError
    from teamplan.page.progress import progress
    from teamplan.questions.hire.answer import STEPS_A_DAY
    from teamplan.questions.hire.answer import hire as ask
    from teamplan.questions.hire.page import shown
    from teamplan.questions.hire.schedule import read_schedule
    from teamplan.questions.hire.words import WORDS
    from teamplan.reading.inputs import read_options
    from teamplan.reading.trade import TradeQuestion

    if dates.ics is not None:
        from teamplan.questions.hire.ics import write_ics
    words = opened(playbook, out, events=True, sourcing=may_buy(shop)).of(WORDS)
    options = schedule_options(shop, days)
    given = {name: value for name, value in as_dict(trade).items() if value is not None}
    faults = Faults()
    planned = faults.caught(lambda: read_schedule(options))
    worth = faults.caught(lambda: read_options(given, TradeQuestion))
    store = faults.caught(lambda: shop_of(words, shop))
    if planned is None or worth is None or store is None:
        raise TeamplanError(faults.found)
    schedule, notes = planned
    note_problems(notes, words.say)
    with progress(words.say("progress.hiring"), STEPS_A_DAY * schedule.days) as advance:
        calendar = ask(words.playbook, store, schedule, advance, worth.trade)
    if dates.ics is not None:
        write_ics(Path(dates.ics), calendar, words)
        note(words.say("hiring.written", place=dates.ics))
    return emit(shown(calendar, words), out, words)
