"""`teamplan pay`: the phase that fits, a file of people to fill in, its check, the sheet, and a slip each."""

from typing import TYPE_CHECKING, Annotated

import typer

from teamplan.prompt.language import say
from teamplan.prompt.options import OutputOptions, PlaybookOption, ShopOptions, StageOption, TradeOptions, grouped
from teamplan.prompt.output import emit, opened
from teamplan.prompt.shop import may_buy, shop_of
from teamplan.record import Record, as_dict

if TYPE_CHECKING:
    from teamplan.engine.pay.sheet import PayTerms
    from teamplan.page.words import Words

PeopleFile = Annotated[str, typer.Argument(metavar="FILE", help=say("arg.people"))]


class PlaceOption(Record):
    """Where people are paid."""

    city: Annotated[str | None, typer.Option(help=say("opt.city"))] = None


@grouped
def phase(
    shop: ShopOptions, trade: TradeOptions, stage: StageOption, playbook: PlaybookOption, out: OutputOptions
) -> int:
    from teamplan.errors import collected
    from teamplan.prompt.pay import rules_of
    from teamplan.questions.pay.phase import pay_phase
    from teamplan.questions.pay.phase_page import shown
    from teamplan.reading.inputs import read_options
    from teamplan.reading.trade import TradeQuestion

    words = opened(playbook, out, sourcing=may_buy(shop))
    given = {name: value for name, value in as_dict(trade).items() if value is not None}
    asked, store = collected(lambda: read_options(given, TradeQuestion), lambda: shop_of(words, shop, stage.stage))
    rules = rules_of(playbook, words.playbook)
    return emit(shown(pay_phase(words.playbook, store, rules, asked.trade), words), out, words)


@grouped
def template(shop: ShopOptions, stage: StageOption, playbook: PlaybookOption, out: OutputOptions) -> int:
    from teamplan.prompt.pay import rules_of
    from teamplan.questions.pay.template import template as ask
    from teamplan.questions.pay.template_page import shown

    words = opened(playbook, out, sourcing=may_buy(shop))
    store = shop_of(words, shop, stage.stage)
    return emit(shown(ask(words, store, rules_of(playbook, words.playbook)), words), out, words)


@grouped
def check(file: PeopleFile, place: PlaceOption, playbook: PlaybookOption, out: OutputOptions) -> int:
    from teamplan.questions.pay.sheet_page import check_shown
    from teamplan.reading.pay_sheet import inspect_sheet
    from teamplan.reading.text import named_file

    words = opened(playbook, out)
    sheet, problems = inspect_sheet(named_file(file), words.playbook, _terms(words, place, playbook))
    return emit(check_shown(file, sheet, problems, words), out, words, code=1 if problems else 0)


@grouped
def sheet(file: PeopleFile, place: PlaceOption, playbook: PlaybookOption, out: OutputOptions) -> int:
    from teamplan.questions.pay.sheet_page import shown
    from teamplan.reading.pay_sheet import read_sheet
    from teamplan.reading.text import named_file

    words = opened(playbook, out)
    return emit(shown(read_sheet(named_file(file), words.playbook, _terms(words, place, playbook)), words), out, words)


@grouped
def explain(
    person: Annotated[str, typer.Argument(metavar="PERSON", help=say("arg.person"))],
    file: PeopleFile,
    place: PlaceOption,
    playbook: PlaybookOption,
    out: OutputOptions,
) -> int:
    from teamplan.errors import Location, TeamplanError, unknown
    from teamplan.questions.pay.slip_page import shown
    from teamplan.reading.pay_sheet import read_sheet
    from teamplan.reading.text import named_file

    words = opened(playbook, out)
    found = read_sheet(named_file(file), words.playbook, _terms(words, place, playbook))
    slips = {slip.person.name: slip for slip in found.slips}
    if person not in slips:
        raise TeamplanError([unknown("person", person, slips).with_(where=Location("PERSON"))])
    return emit(shown(slips[person], found, words), out, words)


def _terms(words: "Words", place: PlaceOption, playbook: PlaybookOption) -> "PayTerms":
    """What people are paid by at the place of the prompt. Raises a TeamplanError where it is none."""
    from teamplan.engine.pay.payroll import payroll_of
    from teamplan.playbook.store import Store
    from teamplan.prompt.pay import rules_of
    from teamplan.reading.pay_sheet import terms_of

    payroll = payroll_of(words.playbook, Store(city=place.city))
    return terms_of(words.playbook, rules_of(playbook, words.playbook), payroll)
