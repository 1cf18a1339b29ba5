"""Owns the page of a simulation: what was promised to buyers against what was simulated, for each role."""

from collections.abc import Iterator, Sequence

from teamplan.page.answer import Answer, as_data, flat_rows
from teamplan.page.blocks import Block, Bullets, Page, Title
from teamplan.page.table import plain_table
from teamplan.page.words import Words, number, percent
from teamplan.questions.simulate.result import Bounded, Trial
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
    yield Title(say("trial.title", role=words.role(trial.role), people=trial.people, weeks=trial.weeks))
    yield Bullets((*_service(trial, words), *_time(trial, words), *_how(trial, words)))


def _service(trial: Trial, words: Words) -> Iterator[str]:
    """What buyers were promised and what they got."""
    say, level = words.say, Bounded(trial.simulated, trial.low, trial.high)
    yield say("trial.target", target=percent(trial.target), within=words.time(trial.within_minutes))
    yield say("trial.computed", level=_share(trial.computed))
    yield say("trial.simulated", **_bounds(level))
    yield say("trial.below", target=percent(trial.target), **_bounds(trial.below_target))
    yield say("trial.abandoned", **_bounds(trial.abandoned))


def _time(trial: Trial, words: Words) -> Iterator[str]:
    """How the people spent their time."""
    say, overtime = words.say, trial.overtime_hours
    yield say("trial.turns", turns=say.join(_turns(trial, words)))
    yield say("trial.occupancy", slots=_share(trial.occupancy.value), **_bounds(trial.worked))
    late, left = number(trial.overtime_after_turns, 1), number(trial.overtime_left_over, 1)
    hours = number(overtime.value, 1)
    if overtime.high is None:
        yield say("trial.overtime-once", hours=hours, late=late, left=left)
    else:
        low, high = number(overtime.low, 1), number(overtime.high, 1)
        yield say("trial.overtime", hours=hours, low=low, high=high, late=late, left=left)


def _turns(trial: Trial, words: Words) -> Iterator[str]:
    """The turns of each day; days alike in a row are told as one."""
    say, days = words.say, list(trial.turns.items())
    begins = [place for place, (_, turns) in enumerate(days) if not place or turns != days[place - 1][1]]
    for first, after in zip(begins, [*begins[1:], len(days)], strict=True):
        start, end = say(f"day.{days[first][0]}"), say(f"day.{days[after - 1][0]}")
        values = {"turns": number(days[first][1], 1), "start": start, "end": end}
        yield say("trial.turns-day" if after - first == 1 else "trial.turns-days", **values)


def _how(trial: Trial, words: Words) -> Iterator[str]:
    """What was simulated."""
    say = words.say
    yield say(
        "trial.how",
        chats=number(trial.chats, 0),
        hours=number(trial.deferred_hours, 1),
        absent=percent(round(1 - trial.attendance, 4)),
        cv=percent(trial.day_cv),
    )
    yield say("trial.chance", work=say(f"work.{trial.work}"), seed=trial.seed, days=trial.days)


def _share(share: float) -> str:
    return percent(round(share, 3))


def _bounds(found: Bounded) -> dict[str, str]:
    high = 1.0 if found.high is None else found.high
    return {"share": _share(found.value), "low": _share(found.low), "high": _share(high)}
