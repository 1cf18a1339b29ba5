"""Owns the page of `source`: a table a role, then for one role the volumes, the terms, what is lost and the risks."""

from collections.abc import Iterator
from typing import Any

from teamplan.page.answer import Answer, as_data
from teamplan.page.blocks import Block, Bullets, Labelled, Lines, Page, Title
from teamplan.page.price import band_data, coin_cell, coins, coins_of
from teamplan.page.table import Cell, Column, Shown, Table, table
from teamplan.page.words import Words, number
from teamplan.playbook.money import Money
from teamplan.questions.source.result import OptionCost, RoleSources, Sources
from teamplan.questions.source.told import changes, lost, name_of, notes, risks, terms
from teamplan.questions.source.words import WORDS

OWN = "own"


def shown(result: Sources, words: Words) -> Answer:
    """What `source` prints."""
    words = words.of(WORDS)
    return Answer(lambda: _page(result, words), lambda: _data(result), lambda: (_rows(result, words),))


def _page(result: Sources, words: Words) -> Page:
    say = words.say
    now = {
        "people": number(result.people),
        "total": words.money(result.team.likely),
        "hours": number(result.owner_hours, 1),
    }
    title = say("source.title", orders=number(result.orders, 1), stage=words.stage(result.stage))
    blocks: list[Block] = [Title(title), Lines((say("source.now", **now),))]
    for role in result.roles:
        blocks += [Title(_heading(role, words)), _table(result, [role], words)]
        if told := tuple(notes(result, role, words)):
            blocks.append(Bullets(told))
        if result.looked_up_to is not None:
            blocks += _closely(result, role, words)
    if not result.roles:
        return Page((*blocks, Lines((say("source.nothing"),))))
    blocks.append(Lines((say("source.month", currency=words.currency(result.currency)), say("source.price-alone"))))
    if result.looked_up_to is None:
        blocks.append(Lines((say("source.more", role=result.roles[0].role),)))
    return Page(tuple(blocks))


def _closely(result: Sources, role: RoleSources, words: Words) -> Iterator[Block]:
    """The volumes, terms, losses and risks of one role."""
    say = words.say
    if told := tuple(changes(role, words)):
        yield Title(say("source.flips-title", most=number(result.looked_up_to or 0)))
        yield Bullets(told)
    yield Title(say("source.terms-title"))
    yield Labelled(tuple((each.option, terms(each, words)) for each in role.options))
    if gone := tuple(lost(role, words)):
        yield Title(say("source.lost-title"))
        yield Bullets(gone)
    if found := risks(role, words):
        yield Title(say("source.risks-title"))
        yield Bullets(found)


def _heading(role: RoleSources, words: Words) -> str:
    name, own = words.role(role.role), role.own
    if not own.people:
        return words.say("source.role-none", role=name)
    return words.say("source.role", role=name, people=number(own.people), cost=words.money(own.cost.likely))


def _rows(result: Sources, words: Words) -> Table:
    return _table(result, result.roles, words)


def _table(result: Sources, roles: list[RoleSources] | tuple[RoleSources, ...], words: Words) -> Table:
    say = words.say
    columns = (
        Column("role"),
        Column("option", say("source.column.option")),
        Column("people", say("source.column.people"), "people", right=True),
        Column("owner_hours", say("source.column.owner"), "hours", 1, right=True),
        Column("bill", say("source.column.bill"), "money", 0, right=True),
        Column("bill_low"),
        Column("bill_high"),
        Column("grade"),
        Column("unit"),
        Column("units"),
        Column("each", say("source.column.each"), "money", 2, right=True),
        Column("month", say("source.column.month"), "money", 0, right=True),
        Column("month_low"),
        Column("month_high"),
        Column("currency"),
        Column("unusable"),
    )
    return table(columns, (row for role in roles for row in _role_rows(result, role, words)))


def _role_rows(result: Sources, role: RoleSources, words: Words) -> Iterator[dict[str, Cell]]:
    """Own people and the options, the least month first; on a page what cannot be bought here has no row."""
    own = _own_row(result, role, words)
    rows = [(result.team.likely.amount, own)]
    rows += [
        (each.month.likely.amount, _option_row(each, words) | {"role": role.role, "currency": result.currency})
        for each in role.options
        if each.month is not None
    ]
    yield from (row for _, row in sorted(rows, key=lambda row: row[0]))


def _own_row(result: Sources, role: RoleSources, words: Words) -> dict[str, Cell]:
    return {
        "role": role.role,
        "option": Shown(OWN, words.say("source.own")),
        "people": result.people,
        "owner_hours": float(result.owner_hours),
        "unit": role.own.unit,
        "each": None if role.own.each is None else _each(role.own.each),
        "month": coin_cell(result.team.likely),
        "month_low": coins(result.team.low),
        "month_high": coins(result.team.high),
        "currency": result.currency,
    }


def _option_row(each: OptionCost, words: Words) -> dict[str, Cell]:
    assert each.bill is not None
    assert each.month is not None
    bill, month = each.bill, each.month
    return {
        "option": Shown(each.option, name_of(each.option, words)),
        "people": each.people,
        "owner_hours": float(each.owner_hours or 0),
        "bill": coin_cell(bill.amount.likely),
        "bill_low": coins(bill.amount.low),
        "bill_high": coins(bill.amount.high),
        "grade": bill.grade,
        "unit": bill.unit,
        "units": None if bill.units is None else float(bill.units),
        "each": None if each.each is None else _each(each.each),
        "month": coin_cell(month.likely),
        "month_low": coins(month.low),
        "month_high": coins(month.high),
    }


def _each(money: Money) -> Shown:
    return Shown(coins(money), f"{money.amount:,.2f}")


def _data(result: Sources) -> dict[str, Any]:
    """The answer for machines: sums as texts of exact decimals, with the currency once."""
    return {
        "orders": result.orders,
        "stage": result.stage,
        "currency": result.currency,
        "exchange": None if result.exchange is None else str(result.exchange),
        "own": {
            "people": result.people,
            "owner_hours": float(result.owner_hours),
            "month": coins(result.team.likely),
            **band_data(result.team),
        },
        "roles": [_role_data(each) for each in result.roles],
        "looked_up_to": result.looked_up_to,
    }


def _role_data(role: RoleSources) -> dict[str, Any]:
    own = role.own
    cost = {"cost": coins(own.cost.likely), **band_data(own.cost), "unit": own.unit, "each": coins_of(own.each)}
    return {
        "role": role.role,
        "own": {"people": own.people, **cost},
        "options": [_option_data(each) for each in role.options],
    }


def _option_data(each: OptionCost) -> dict[str, Any]:
    data: dict[str, Any] = {"option": each.option, "unusable": each.unusable, "jobs": float(each.jobs)}
    if each.bill is None or each.month is None:
        return data
    bill = each.bill
    return data | {
        "people": each.people,
        "owner_hours": float(each.owner_hours or 0),
        "bill": {"amount": coins(bill.amount.likely), **band_data(bill.amount), "grade": bill.grade},
        "unit": bill.unit,
        "units": None if bill.units is None else float(bill.units),
        "each": coins_of(each.each),
        "month": {"amount": coins(each.month.likely), **band_data(each.month)},
        "flips": None if each.flips is None else as_data(each.flips),
        "lost_orders": None if each.lost_orders is None else float(each.lost_orders),
        "outside_a_day": None if each.outside_a_day is None else float(each.outside_a_day),
    }
