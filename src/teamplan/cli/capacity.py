"""`teamplan capacity`: what the present team carries."""

from teamplan.cli.options import OutputOptions, PlaybookOption, ShopOptions, StageOption, grouped


@grouped
def capacity(shop: ShopOptions, stage: StageOption, playbook: PlaybookOption, out: OutputOptions) -> int:
    from teamplan.answers.capacity import capacity as ask
    from teamplan.cli.output import emit, speaker
    from teamplan.cli.shop import playbook_of, shop_of
    from teamplan.render.capacity_page import capacity_page

    say = speaker(out)
    loaded = playbook_of(playbook)
    result = ask(loaded, shop_of(loaded, shop, say, stage.stage))
    emit(result, capacity_page, loaded, out)
    return 0 if result.fits else 1
