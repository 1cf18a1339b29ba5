"""`teamplan recommend`: the team a shop needs."""

from typing import Annotated

import typer

from teamplan.cli.language import say
from teamplan.cli.options import OutputOptions, PlaybookOption, ShopOptions, StageOption, grouped


@grouped
def recommend(
    shop: ShopOptions,
    stage: StageOption,
    playbook: PlaybookOption,
    out: OutputOptions,
    range_: Annotated[bool, typer.Option("--range", help=say("opt.range"))] = False,
) -> int:
    from teamplan.answers.question import ask
    from teamplan.answers.recommend import plan_of
    from teamplan.cli.output import emit, speaker
    from teamplan.cli.shop import playbook_of, shop_of
    from teamplan.render.plan_page import plan_page

    speak = speaker(out)
    loaded = playbook_of(playbook)
    question = ask(loaded, shop_of(loaded, shop, speak, stage.stage))
    plan = plan_of(question)
    if range_:
        from teamplan.answers.ranges import ranges

        plan = plan.with_(range=ranges(question))
    return emit(plan, plan_page, loaded, out)
