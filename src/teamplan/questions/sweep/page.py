"""Owns the page of a sweep: a row and a bar for each value, stage changes marked."""

from collections.abc import Iterator
from typing import Any

from teamplan.page.answer import Answer, as_data, cells_of, flat
from teamplan.page.blocks import Lines, Page, Title
from teamplan.page.price import coins
from teamplan.page.table import Cell, Column, Shown, Table, plain_table, table
from teamplan.page.words import Words
from teamplan.questions.sweep.steps import VOLUME, Sweep, SweepStep
from teamplan.questions.sweep.words import WORDS

BAR = 9  # characters, which a terminal of 80 columns has room for


def shown(result: Sweep, words: Words, plot: str = "people") -> Answer:
    """What `sweep` prints."""
    words = words.of(WORDS)
    tables = (plain_table(_rows(result)),)
    data = {"input": result.input, "steps": [_data(step) for step in result.steps], "currency": result.currency}
    return Answer(lambda: _page(result, words, plot), lambda: data, lambda: tables)


def _rows(result: Sweep) -> Iterator[dict[str, Any]]:
    """A row a step; who is not there at a step is nobody, in the columns of all roles that any step has."""
    steps = [flat(_data(step)) for step in result.steps]
    nobody = dict.fromkeys((key for step in steps for key in step if key.startswith("roles_")), 0)
    for step in steps:
        yield {key: value for key, value in step.items() if key not in nobody} | nobody | step


def _data(step: SweepStep) -> dict[str, Any]:
    """A step for machines: sums as texts of exact decimals."""
    data: dict[str, Any] = as_data(step)
    low, likely, high = (coins(each) for each in step.cost)
    return data | {"cost": likely, "cost_low": low, "cost_high": high}


def _page(result: Sweep, words: Words, plot: str) -> Page:
    say, steps = words.say, result.steps
    low, high = (words.quantity(step.value) for step in (steps[0], steps[-1]))
    title = say("sweep.title", name=_meaning(result.input, words), low=low, high=high)
    return Page((Title(title), _steps(result, words, plot), Lines((say("sweep.legend"),))))


def _steps(result: Sweep, words: Words, plot: str) -> Table:
    say, most = words.say, max((_height(step, plot) for step in result.steps), default=0)
    currency = words.currency(result.currency)
    columns = (
        Column("value", _name(result.input, words), right=True),
        Column("orders", say("sweep.column.orders"), "orders", 1, right=True),
        Column("headcount", say("sweep.column.people"), "people", right=True),
        Column("cost", say("sweep.column.cost", currency=currency), "money", 0, right=True),
        Column("bar", "", page_only=True),
        Column("stage", say("sweep.column.stage")),
    )
    marked = frozenset(place for place, step in enumerate(result.steps) if step.begins)
    return table(
        columns, (_step(step, _height(step, plot) / (most or 1), words) for step in result.steps), strong=marked
    )


def _height(step: SweepStep, plot: str) -> float:
    """What the bar of a step is of: its people, or what they cost."""
    return float(step.cost.likely) if plot == "cost" else step.headcount


def _step(step: SweepStep, share: float, words: Words) -> dict[str, Cell]:
    stage = words.stage(step.stage)
    mark = words.say("sweep.begins", stage=stage) if step.begins else stage
    bar = "█" * round(BAR * share)
    value = Shown(step.value, words.quantity(step.value))
    cost = {"cost": step.cost.likely}
    return cells_of(step) | cost | {"value": value, "bar": bar, "stage": Shown(step.stage, mark)}


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
