"""`teamplan simulate`: the planned service team in a discrete-event simulation."""

from typing import Annotated

import typer

from teamplan.prompt.language import say
from teamplan.prompt.options import OutputOptions, PlaybookOption, ShopOptions, StageOption, grouped
from teamplan.prompt.output import emit, opened
from teamplan.prompt.shop import shop_of
from teamplan.record import Record, as_dict


class TrialOptions(Record):
    """How long and with which chance a planned team is simulated."""

    days: Annotated[str, typer.Option(help=say("opt.days"))] = "200"
    seed: Annotated[str, typer.Option(help=say("opt.seed"))] = "1"
    work: Annotated[str, typer.Option(help=say("opt.work"))] = "exponential"


@grouped
def simulate(
    trial: TrialOptions, shop: ShopOptions, stage: StageOption, playbook: PlaybookOption, out: OutputOptions
) -> int:
    from teamplan.engine.question import ask
    from teamplan.page.progress import progress
    from teamplan.questions.simulate.page import shown
    from teamplan.questions.simulate.planned import planned
    from teamplan.questions.simulate.question import TrialQuestion
    from teamplan.questions.simulate.trial import tried
    from teamplan.questions.simulate.words import WORDS
    from teamplan.reading.inputs import read_options

    asked = read_options(as_dict(trial), TrialQuestion)
    words = opened(playbook, out).of(WORDS)
    teams = planned(ask(words.playbook, shop_of(words, shop, stage.stage)))
    with progress(words.say("progress.simulating"), len(teams) * asked.days) as advance:
        trials = tuple(tried(team, asked, advance) for team in teams)
    return emit(shown(trials, words), out)
