"""Owns the page of a sweep: a row and a bar for each value, stage changes marked."""

from teamplan.page.blocks import Grid, Lines, Page, Title
from teamplan.page.words import Words, number
from teamplan.questions.sweep.steps import Sweep, SweepStep

BAR = 30  # characters


def sweep_page(result: Sweep, words: Words) -> Page:
    """What `sweep` prints."""
    say, steps = words.say, result.steps
    most = max((step.headcount for step in steps), default=0)
    header = (result.input, say("sweep.column.orders"), say("sweep.column.people"), "", say("sweep.column.stage"))
    rows = tuple(_row(step, most, words) for step in steps)
    marked = frozenset(place for place, step in enumerate(steps) if step.begins)
    title = say("sweep.title", name=result.input, low=steps[0].value, high=steps[-1].value)
    return Page((Title(title), Grid(header, rows, frozenset({0, 1, 2}), marked), Lines((say("sweep.legend"),))))


def _row(step: SweepStep, most: int, words: Words) -> tuple[str, ...]:
    bar = "█" * round(BAR * step.headcount / most) if most else ""
    stage = words.stage(step.stage)
    mark = words.say("sweep.begins", stage=stage) if step.begins else stage
    return step.value, number(step.orders, 1), str(step.headcount), bar, mark
