"""`teamplan capacity`: what the present team carries."""

from teamplan.prompt.options import OutputOptions, PlaybookOption, ShopOptions, StageOption, grouped
from teamplan.prompt.output import emit, opened
from teamplan.prompt.shop import may_buy, shop_of


@grouped
def capacity(shop: ShopOptions, stage: StageOption, playbook: PlaybookOption, out: OutputOptions) -> int:
    from teamplan.questions.capacity.answer import capacity as ask
    from teamplan.questions.capacity.page import shown

    words = opened(playbook, out, sourcing=may_buy(shop))
    result = ask(words.playbook, shop_of(words, shop, stage.stage))
    return emit(shown(result, words), out, words, code=0 if result.fits else 1)
