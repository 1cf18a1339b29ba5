"""`teamplan recommend`: the team a shop needs."""

from typing import TYPE_CHECKING, Annotated

import typer

from teamplan.prompt.language import say
from teamplan.prompt.options import OutputOptions, PlaybookOption, ShopOptions, StageOption, grouped
from teamplan.prompt.output import emit, opened
from teamplan.prompt.shop import may_buy, shop_of
from teamplan.prompt.shops import ShopsOption, shops_of

if TYPE_CHECKING:
    from teamplan.page.answer import Answer
    from teamplan.page.words import Words
    from teamplan.playbook.store import Store


@grouped
def recommend(  # noqa: PLR0913 - options of a prompt, by name
    shop: ShopOptions,
    shops: ShopsOption,
    stage: StageOption,
    playbook: PlaybookOption,
    out: OutputOptions,
    range_: Annotated[bool, typer.Option("--range", help=say("opt.range"))] = False,
    seed: Annotated[str, typer.Option(help=say("opt.range-seed"))] = "1",
    details: Annotated[bool, typer.Option("--details", help=say("opt.details"))] = False,
) -> int:
    from teamplan.engine.question import ask
    from teamplan.playbook.reserved import ALL_ORDERS
    from teamplan.questions.recommend.answer import plan_of
    from teamplan.questions.recommend.page import shown
    from teamplan.questions.recommend.question import RangeQuestion
    from teamplan.reading.inputs import read_options

    asked = read_options({"seed": seed}, RangeQuestion)
    words = opened(playbook, out, sourcing=may_buy(shop))
    if shops.shops is not None:
        beside = {"stage": stage.stage, "range": range_, "details": details}
        return emit(_together(words, shops_of(words, shops.shops, shop, beside)), out)
    offered = words.playbook.frame.offered_orders
    every = shop.hire_order == ALL_ORDERS and bool(offered)
    store = shop_of(words, shop.with_(hire_order=None) if every else shop, stage.stage)
    question = ask(words.playbook, store)
    plan = plan_of(question)
    if details or plan.percentile is not None:
        from teamplan.questions.recommend.percentiles import percentiles, with_days_below

        plan = with_days_below(plan, question).with_(percentiles=percentiles(words.playbook, store))
    if range_:
        from teamplan.questions.recommend.ranges import ranges

        plan = plan.with_(range=ranges(question, asked.seed))
    if every or store.hire_order is not None:
        from teamplan.questions.recommend.hire_paths import hire_paths

        plan = plan.with_(hire_paths=hire_paths(question, tuple(offered) if every else (str(store.hire_order),)))
    return emit(shown(plan, words, details=details or every), out)


def _together(words: "Words", stores: "dict[str, Store]") -> "Answer":
    from teamplan.questions.recommend.shops import shops_plan
    from teamplan.questions.recommend.shops_page import shown

    return shown(shops_plan(words.playbook, stores), words)
