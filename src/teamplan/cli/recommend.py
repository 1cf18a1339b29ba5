"""`teamplan recommend`: the team a shop needs."""

from teamplan.cli.options import OutputOptions, PlaybookOption, ShopOptions, StageOption, grouped


@grouped
def recommend(shop: ShopOptions, stage: StageOption, playbook: PlaybookOption, out: OutputOptions) -> int:
    from teamplan.answers.recommend import recommend as ask
    from teamplan.cli.output import emit, speaker
    from teamplan.cli.shop import playbook_of, shop_of, telling_places
    from teamplan.render.plan_page import plan_page

    say = speaker(out)
    loaded = playbook_of(playbook)
    with telling_places(shop):
        plan = ask(loaded, shop_of(loaded, shop, say, stage.stage))
    return emit(plan, plan_page, loaded, out)
