"""Owns the page of a sweep: a row and a bar for each value, stage changes marked."""

from teamplan.page.answer import Answer, as_data, cells_of, flat
from teamplan.page.blocks import Lines, Page, Title
from teamplan.page.table import Cell, Column, Shown, Table, plain_table, table
from teamplan.page.words import Words
from teamplan.questions.sweep.steps import VOLUME, Sweep, SweepStep
from teamplan.questions.sweep.words import WORDS

BAR = 30  # characters


def shown(result: Sweep, words: Words) -> Answer:
    """What `sweep` prints."""
    words = words.of(WORDS)
    tables = (plain_table(flat(as_data(step)) for step in result.steps),)
    return Answer(lambda: _page(result, words), lambda: as_data(result), lambda: tables)


def _page(result: Sweep, words: Words) -> Page:
    say, steps = words.say, result.steps
    low, high = (words.quantity(step.value) for step in (steps[0], steps[-1]))
    title = say("sweep.title", name=_meaning(result.input, words), low=low, high=high)
    return Page((Title(title), _steps(result, words), Lines((say("sweep.legend"),))))


def _steps(result: Sweep, words: Words) -> Table:
    say, most = words.say, max((step.headcount for step in result.steps), default=0)
    columns = (
        Column("value", _name(result.input, words), right=True),
        Column("orders", say("sweep.column.orders"), "orders", 1, right=True),
        Column("headcount", say("sweep.column.people"), "people", right=True),
        Column("bar", "", page_only=True),
        Column("stage", say("sweep.column.stage")),
    )
    marked = frozenset(place for place, step in enumerate(result.steps) if step.begins)
    return table(columns, (_step(step, most, words) for step in result.steps), strong=marked)


def _step(step: SweepStep, most: int, words: Words) -> dict[str, Cell]:
    stage = words.stage(step.stage)
    mark = words.say("sweep.begins", stage=stage) if step.begins else stage
    bar = "█" * round(BAR * step.headcount / most) if most else ""
    value = Shown(step.value, words.quantity(step.value))
    return cells_of(step) | {"value": value, "bar": bar, "stage": Shown(step.stage, mark)}


def _declared(name: str, words: Words) -> bool:
    return name.replace("_", "-") in words.playbook.frame.inputs


def _name(name: str, words: Words) -> str:
    """An input of the shop in words, an assumption by its id."""
    return words.input(name) if name in VOLUME or _declared(name, words) else name


def _meaning(name: str, words: Words) -> str:
    """The same, an assumption with what it means."""
    known = words.playbook.assumptions.get(name)
    if known is None or _declared(name, words):
        return _name(name, words)
    return words.say("sweep.meaning", name=name, means=words.say.text(known.means))
