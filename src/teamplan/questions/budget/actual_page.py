"""Owns how differences between a budget and what was really paid are shown: by month and role."""

from typing import Any

from teamplan.engine.present import plain
from teamplan.page.blocks import Block, Lines, Title
from teamplan.page.price import coins_of
from teamplan.page.table import Cell, Column, Shown, Table, table
from teamplan.page.words import Words, number
from teamplan.questions.budget.actual import Deviation

SUMS = ("gross", "total")


def actual_blocks(actual: tuple[Deviation, ...], words: Words) -> list[Block]:
    """Nothing where nothing was paid."""
    if not actual:
        return []
    return [Title(words.say("budget.actual-title")), _table(actual, words), Lines((words.say("budget.actual-note"),))]


def actual_tables(actual: tuple[Deviation, ...], words: Words) -> tuple[Table, ...]:
    return (_table(actual, words),) if actual else ()


def actual_data(actual: tuple[Deviation, ...]) -> dict[str, Any]:
    """The differences for machines, sums as texts; the key is there only where a file was given."""
    return {"actual": [_row(each) for each in actual]} if actual else {}


def _table(actual: tuple[Deviation, ...], words: Words) -> Table:
    """Pages have what was paid and its difference; machines also have what was planned."""
    say = words.say
    told = [name for name in SUMS if any(getattr(each.paid, name) is not None for each in actual)]
    titles = {"gross": say("budget.column.pay"), "total": say("budget.column.total")}
    columns = [Column("month", say("budget.column.month")), Column("role", say("budget.column.role"))]
    for name in ("people", *SUMS):
        on_page = name in told or name == "people"
        title = titles.get(name, say("budget.column.people"))
        columns += [
            Column(f"planned_{name}"),
            Column(f"paid_{name}", title if on_page else None, right=True),
            Column(f"{name}_difference", say("budget.column.difference") if on_page else None, right=True),
        ]
    rows = (_cells(each) | {"role": Shown(each.role, words.role(each.role))} for each in actual)
    return table(columns, rows)


def _cells(each: Deviation) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for key, value in _row(each).items():
        signed = key.endswith("_difference")
        if value is None or key in ("month", "role"):
            cells[key] = value
        else:
            text = number(float(value), 2 if "people" in key else 0)
            cells[key] = Shown(value, f"+{text}" if signed and float(value) > 0 else text)
    return cells


def _row(each: Deviation) -> dict[str, Any]:
    """What was planned, paid, and the difference, by column."""
    planned = each.planned
    row: dict[str, Any] = {"month": each.month, "role": each.role}
    row |= {"planned_people": plain(planned.people) if planned else 0}
    row |= {"paid_people": None if each.paid.people is None else plain(each.paid.people)}
    row |= {"people_difference": None if each.people is None else plain(each.people)}
    for name in SUMS:
        row[f"planned_{name}"] = coins_of(getattr(planned, name).likely) if planned else "0.00"
        row[f"paid_{name}"] = coins_of(getattr(each.paid, name))
        row[f"{name}_difference"] = coins_of(getattr(each, name))
    return row
