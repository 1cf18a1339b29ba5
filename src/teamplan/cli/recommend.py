"""`teamplan recommend`: the team a shop needs."""

from teamplan.cli.options import OutputOptions, PlaybookOption, ShopOptions, StageOption, grouped


@grouped
def recommend(shop: ShopOptions, stage: StageOption, playbook: PlaybookOption, out: OutputOptions) -> int:
    from teamplan.answers.recommend import recommend as ask
    from teamplan.cli.output import emit, speaker
    from teamplan.cli.shop import playbook_of, store_of
    from teamplan.render.plan_page import plan_page

    speaker(out)
    loaded = playbook_of(playbook)
    return emit(ask(loaded, store_of(shop, stage.stage)), plan_page, loaded, out)
