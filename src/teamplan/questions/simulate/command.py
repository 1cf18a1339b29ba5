"""`teamplan simulate`: the weeks of a service team in a discrete-event simulation."""

from typing import Annotated, Any

import typer

from teamplan.prompt.language import say
from teamplan.prompt.options import Number, OutputOptions, PlaybookOption, ShopOptions, StageOption, grouped
from teamplan.prompt.output import emit, opened
from teamplan.prompt.shop import may_buy, shop_of
from teamplan.record import Record, as_dict


class TrialOptions(Record):
    """How long, how and with whom is simulated; texts are checked by the model."""

    weeks: Annotated[Number, typer.Option(help=say("opt.weeks"))] = None
    days: Annotated[Number, typer.Option(help=say("opt.days"))] = None
    day_cv: Annotated[str | None, typer.Option(metavar="SHARE", help=say("opt.simulated-day-cv"))] = None
    people: Annotated[str | None, typer.Option(metavar="[ROLE=]PEOPLE", help=say("opt.people"))] = None
    seed: Annotated[Number, typer.Option(help=say("opt.seed"))] = None
    work: Annotated[str | None, typer.Option(help=say("opt.work"))] = None

    def given(self) -> dict[str, Any]:
        """What was typed."""
        return {name: value for name, value in as_dict(self).items() if value is not None}


@grouped
def simulate(
    trial: TrialOptions, shop: ShopOptions, stage: StageOption, playbook: PlaybookOption, out: OutputOptions
) -> int:
    from teamplan.engine.question import ask
    from teamplan.page.progress import progress
    from teamplan.questions.simulate.page import shown
    from teamplan.questions.simulate.planned import planned
    from teamplan.questions.simulate.reading import read_trial_question
    from teamplan.questions.simulate.trial import tried
    from teamplan.questions.simulate.words import WORDS

    asked = read_trial_question(trial.given(), shop.team)
    words = opened(playbook, out, sourcing=may_buy(shop)).of(WORDS)
    teams = planned(ask(words.playbook, shop_of(words, shop, stage.stage)), asked.people)
    with progress(words.say("progress.simulating"), len(teams) * asked.whole_weeks) as advance:
        trials = tuple(tried(team, asked, advance) for team in teams)
    return emit(shown(trials, words), out, words)
