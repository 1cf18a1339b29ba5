"""`teamplan recommend`: the team a shop needs."""

from typing import Annotated

import typer

from teamplan.prompt.language import say
from teamplan.prompt.options import OutputOptions, PlaybookOption, ShopOptions, StageOption, grouped
from teamplan.prompt.output import emit, opened
from teamplan.prompt.shop import shop_of


@grouped
def recommend(  # noqa: PLR0913 - options of a prompt, by name
    shop: ShopOptions,
    stage: StageOption,
    playbook: PlaybookOption,
    out: OutputOptions,
    range_: Annotated[bool, typer.Option("--range", help=say("opt.range"))] = False,
    seed: Annotated[str, typer.Option(help=say("opt.range-seed"))] = "1",
    details: Annotated[bool, typer.Option("--details", help=say("opt.details"))] = False,
) -> int:
    from teamplan.engine.question import ask
    from teamplan.questions.recommend.answer import plan_of
    from teamplan.questions.recommend.page import shown
    from teamplan.questions.recommend.question import RangeQuestion
    from teamplan.reading.inputs import read_options

    asked = read_options({"seed": seed}, RangeQuestion)
    words = opened(playbook, out)
    store = shop_of(words, shop, stage.stage)
    question = ask(words.playbook, store)
    plan = plan_of(question)
    if details or plan.percentile is not None:
        from teamplan.questions.recommend.percentiles import percentiles

        plan = plan.with_(percentiles=percentiles(words.playbook, store))
    if range_:
        from teamplan.questions.recommend.ranges import ranges

        plan = plan.with_(range=ranges(question, asked.seed))
    return emit(shown(plan, words, details=details), out)
