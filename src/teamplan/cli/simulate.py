"""`teamplan simulate`: the planned service team in a discrete-event simulation."""

from typing import Annotated

import typer

from teamplan.cli.language import say
from teamplan.cli.options import OutputOptions, PlaybookOption, ShopOptions, StageOption, grouped
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
    from teamplan.answers.question import ask
    from teamplan.answers.trial import planned
    from teamplan.cli.output import emit, speaker
    from teamplan.cli.shop import playbook_of, shop_of
    from teamplan.playbook.questions import read_trial_question
    from teamplan.render.progress import progress
    from teamplan.render.service_page import trials_page
    from teamplan.simulation.trial import tried

    speak = speaker(out)
    asked = read_trial_question(as_dict(trial))
    loaded = playbook_of(playbook)
    teams = planned(ask(loaded, shop_of(loaded, shop, speak, stage.stage)))
    with progress(speak("progress.simulating"), len(teams) * asked.days) as advance:
        trials = tuple(tried(team, asked, advance) for team in teams)
    return emit(trials, trials_page, loaded, out)
