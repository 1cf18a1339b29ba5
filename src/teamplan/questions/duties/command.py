"""`teamplan duties`: who does, answers for, covers and is told of each duty."""

from teamplan.prompt.options import OutputOptions, PlaybookOption, ShopOptions, StageOption, grouped
from teamplan.prompt.output import emit, opened
from teamplan.prompt.shop import file_of, led_of, may_buy, shop_of


@grouped
def duties(shop: ShopOptions, of_stage: StageOption, playbook: PlaybookOption, out: OutputOptions) -> int:
    from teamplan.questions.duties.answer import duty_table
    from teamplan.questions.duties.page import shown
    from teamplan.reading.duties import read_duties

    words = opened(playbook, out, sourcing=may_buy(shop))
    led = led_of(playbook, words.playbook)
    store = shop_of(words, shop, of_stage.stage)
    people = read_duties(store.team, file_of(shop.team), file_of(shop.store), words.playbook)
    result = duty_table(words.playbook, led, store, people)
    return emit(shown(result, led.management, words), out, words, code=1 if result.findings else 0)
