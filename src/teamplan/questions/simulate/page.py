"""Owns the page of a simulation: each role's plan against what was simulated."""

from collections.abc import Iterator, Sequence

from teamplan.page.answer import Answer, as_data, flat_rows
from teamplan.page.blocks import Block, Bullets, Page, Title
from teamplan.page.table import plain_table
from teamplan.page.words import Words, number, percent
from teamplan.questions.service.day_page import shift_lines, unproven
from teamplan.questions.service.plan import Trial
from teamplan.questions.simulate.words import WORDS


def shown(trials: Sequence[Trial], words: Words) -> Answer:
    """What `simulate` prints, one part for each role."""
    words = words.of(WORDS)
    return Answer(
        lambda: Page(tuple(block for trial in trials for block in _trial(trial, words))),
        lambda: {"items": as_data(trials)},
        lambda: (plain_table(flat_rows(trials)),),
    )


def _trial(trial: Trial, words: Words) -> Iterator[Block]:
    say = words.say
    weekday = say(f"day.{trial.day}")
    yield Title(say("trial.title", role=words.role(trial.role), weekday=weekday, days=trial.days))
    yield Bullets(
        (
            say("trial.shifts", shifts=say.join(shift_lines(trial.shifts, words))),
            *unproven(trial.shifts, trial.shifts_at_least, words),
            say("trial.target", target=percent(trial.target), within=words.time(trial.within_minutes)),
            say("trial.promised", level=percent(round(trial.promised, 4))),
            say(
                "trial.simulated",
                level=percent(round(trial.simulated, 4)),
                low=percent(round(trial.low, 4)),
                high=percent(round(trial.high, 4)),
            ),
            say("trial.abandoned", share=percent(round(trial.abandoned_simulated, 4))),
            say("trial.how", chats=number(trial.chats, 0), work=say(f"work.{trial.work}"), seed=trial.seed),
        )
    )
