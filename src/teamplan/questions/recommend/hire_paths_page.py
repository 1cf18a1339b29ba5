"""Owns the page of the way to a whole team: the hires of one order, or several orders beside each other."""

from typing import Any

from teamplan.page.answer import as_data
from teamplan.page.blocks import Block, Lines, Title
from teamplan.page.price import coin_cell, coins
from teamplan.page.table import Column, Shown, Table, table
from teamplan.page.words import Words, number
from teamplan.questions.recommend.hire_paths import HirePath
from teamplan.questions.recommend.plan import Plan

FIRST = 3  # roles that an order begins with, told in a comparison


def path_data(path: HirePath, words: Words) -> dict[str, Any]:
    """An order for machines: its hires in turn, sums as texts of exact decimals."""
    data: dict[str, Any] = as_data(path, coins)
    data["steps"] = [step | {"name": words.role(step["role"])} for step in data["steps"]]
    return data | {"name": _name(path, words), "currency": path.cost.currency}


def path_blocks(plan: Plan, words: Words) -> list[Block]:
    """The hires in turn where one order was asked for, else a line for each of the orders."""
    say, path = words.say, plan.hire_paths[0]
    if not path.steps:
        return [Title(say("orders.title")), Lines((say("orders.nobody"),))]
    one = len(plan.hire_paths) == 1
    title = say("orders.title-one", name=_name(path, words)) if one else say("orders.title")
    drawn = _steps(path, words) if one else _compared(plan.hire_paths, words)
    return [Title(title), drawn, Lines((_told(plan, path, words), say("orders.how")))]


def _name(path: HirePath, words: Words) -> str:
    order = words.playbook.frame.hire_orders[path.id]
    return words.say("orders.name", id=path.id, name=words.say.text(order.name))


def _told(plan: Plan, path: HirePath, words: Words) -> str:
    """What is the same in every order: the first week, the last one, and the day and price of the whole team."""
    before, after = number(path.owner_hours_before, 0), number(plan.owner.hours_per_week, 0)
    values = {"days": path.days, "before": before, "after": after, "month": words.money(path.month)}
    return words.say("orders.whole", **values)


def _steps(path: HirePath, words: Words) -> Table:
    say = words.say
    columns = (
        Column("day", say("orders.day"), "number", right=True),
        Column("role", say("orders.who")),
        Column("owner_hours_per_week", say("orders.owner"), "hours", 0, right=True),
        Column("cost", say("orders.cost", currency=words.currency(path.cost.currency)), "money", 0, right=True),
    )
    rows = (
        {
            "day": step.day,
            "role": Shown(step.role, say("hire", people=step.people, role=words.role(step.role))),
            "owner_hours_per_week": step.owner_hours_per_week,
            "cost": coin_cell(step.cost),
        }
        for step in path.steps
    )
    return table(columns, rows)


def _compared(paths: tuple[HirePath, ...], words: Words) -> Table:
    say, currency = words.say, words.currency(paths[0].cost.currency)
    columns = (
        Column("id", say("orders.order")),
        Column("first", say("orders.first"), page_only=True),
        Column("owner_hours_per_week", say("orders.owner-mean"), "hours", 0, right=True),
        Column("cost", say("orders.cost-whole", currency=currency), "money", 0, right=True),
    )
    rows = (
        {
            "id": path.id,
            "first": say.join(words.role(step.role) for step in path.steps[:FIRST]),
            "owner_hours_per_week": path.owner_hours_per_week,
            "cost": coin_cell(path.cost),
        }
        for path in paths
    )
    return table(columns, rows)
