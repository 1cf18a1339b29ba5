"""`teamplan recommend`: the team a shop needs."""

from typing import TYPE_CHECKING, Annotated

import typer

from teamplan.prompt.language import say
from teamplan.prompt.options import OutputOptions, PlaybookOption, ShopOptions, StageOption, grouped
from teamplan.prompt.output import emit, opened
from teamplan.prompt.shop import may_buy, shop_of
from teamplan.prompt.shops import ShopsOption, shops_of
from teamplan.record import Record

if TYPE_CHECKING:
    from teamplan.page.answer import Answer
    from teamplan.page.words import Words
    from teamplan.playbook.store import Store


class RangeOptions(Record):
    """How far each number may be off, and from which seed that is drawn."""

    range_: Annotated[bool, typer.Option("--range", help=say("opt.range"))] = False
    seed: Annotated[str, typer.Option(help=say("opt.range-seed"))] = "1"


@grouped
def recommend(  # noqa: PLR0913 - options of a prompt, by name
    spread: RangeOptions,
    shop: ShopOptions,
    shops: ShopsOption,
    stage: StageOption,
    playbook: PlaybookOption,
    out: OutputOptions,
    details: Annotated[bool, typer.Option("--details", help=say("opt.details"))] = False,
) -> int:
    from teamplan.playbook.reserved import ALL_ORDERS
    from teamplan.questions.recommend.answer import plan_asked_for
    from teamplan.questions.recommend.page import shown
    from teamplan.questions.recommend.question import PlanAsked, RangeQuestion
    from teamplan.reading.inputs import read_options

    seed = read_options({"seed": spread.seed}, RangeQuestion).seed
    words = opened(playbook, out, sourcing=may_buy(shop))
    if shops.shops is not None:
        beside = {"stage": stage.stage, "range": spread.range_, "details": details}
        return emit(_together(words, shops_of(words, shops.shops, shop, beside)), out, words)
    compared = tuple(words.playbook.frame.offered_orders) if shop.hire_order == ALL_ORDERS else ()
    store = shop_of(words, shop.with_(hire_order=None) if compared else shop, stage.stage)
    plan = plan_asked_for(words.playbook, store, PlanAsked(details, seed if spread.range_ else None, compared))
    return emit(shown(plan, words, details=details or bool(compared)), out, words)


def _together(words: "Words", stores: "dict[str, Store]") -> "Answer":
    """The answer of several shops of one owner."""
    from teamplan.questions.recommend.shops import shops_plan
    from teamplan.questions.recommend.shops_page import shown

    return shown(shops_plan(words.playbook, stores), words)
