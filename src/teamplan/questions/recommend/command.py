"""`teamplan recommend`: the team a shop needs."""

from typing import Annotated

import typer

from teamplan.prompt.language import say
from teamplan.prompt.options import OutputOptions, PlaybookOption, ShopOptions, StageOption, grouped


@grouped
def recommend(
    shop: ShopOptions,
    stage: StageOption,
    playbook: PlaybookOption,
    out: OutputOptions,
    range_: Annotated[bool, typer.Option("--range", help=say("opt.range"))] = False,
) -> int:
    from teamplan.engine.question import ask
    from teamplan.prompt.output import emit, speaker
    from teamplan.prompt.shop import playbook_of, shop_of
    from teamplan.questions.recommend.answer import plan_of
    from teamplan.questions.recommend.page import plan_page

    speak = speaker(out)
    loaded = playbook_of(playbook)
    question = ask(loaded, shop_of(loaded, shop, speak, stage.stage))
    plan = plan_of(question)
    if range_:
        from teamplan.questions.recommend.ranges import ranges

        plan = plan.with_(range=ranges(question))
    return emit(plan, plan_page, loaded, out)
