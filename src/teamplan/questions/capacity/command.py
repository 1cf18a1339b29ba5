"""`teamplan capacity`: what the present team carries."""

from teamplan.prompt.options import OutputOptions, PlaybookOption, ShopOptions, StageOption, grouped


@grouped
def capacity(shop: ShopOptions, stage: StageOption, playbook: PlaybookOption, out: OutputOptions) -> int:
    from teamplan.prompt.output import emit, speaker
    from teamplan.prompt.shop import playbook_of, shop_of
    from teamplan.questions.capacity.answer import capacity as ask
    from teamplan.questions.capacity.page import capacity_page

    say = speaker(out)
    loaded = playbook_of(playbook)
    result = ask(loaded, shop_of(loaded, shop, say, stage.stage))
    emit(result, capacity_page, loaded, out)
    return 0 if result.fits else 1
