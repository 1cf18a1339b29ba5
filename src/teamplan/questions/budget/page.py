"""Owns the page of a budget: the roles with their costs, the ratios, the month's result, and where its sign turns."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from teamplan.engine.pay.band import Band, summed
from teamplan.engine.pay.payroll import RoleCost
from teamplan.engine.pay.trade import MonthResult
from teamplan.page.answer import Answer, as_data
from teamplan.page.blocks import Block, Bullets, Page, Title
from teamplan.page.price import band_data, bought_data, coin_cell, coins, role_data
from teamplan.page.table import Cell, Column, Shown, Table, table
from teamplan.page.words import Words, number, percent
from teamplan.questions.budget.result import Budget, PathStep, PlaceTold
from teamplan.questions.budget.turning import change, turning
from teamplan.questions.budget.words import WORDS

if TYPE_CHECKING:
    from teamplan.engine.pay.outside import Bill


def shown(result: Budget, words: Words) -> Answer:
    """What `budget` prints."""
    words = words.of(WORDS)
    return Answer(lambda: _page(result, words), lambda: _data(result), lambda: (_roles(result, words),))


def _page(result: Budget, words: Words) -> Page:
    say = words.say
    total = words.money(result.total.likely)
    orders = number(result.orders, 1)
    blocks: list[Block] = [
        Title(say("budget.title", total=total, orders=orders, people=words.plural("people", _people(result)))),
        _roles(result, words),
        Bullets(tuple(_costs(result, words))),
    ]
    if result.month is not None and result.turns is not None and result.needed is not None:
        blocks += [Title(say("budget.month-title")), Bullets(tuple(_month(result.month, words)))]
        told = (*turning(result.turns, result.looked_up_to, words), *change(result.turns, result.needed, words))
        blocks += [Title(say("budget.turns-title")), Bullets(told)]
        blocks += [Title(say("budget.path-title")), _path(result, words)]
    return Page(tuple(blocks))


def _people(result: Budget) -> float:
    return float(sum(each.people for each in result.roles))


def _roles(result: Budget, words: Words) -> Table:
    return roles_table(result.roles, result.total, result.grade, words, result.bought)


def roles_table(
    roles: Sequence[RoleCost], total: Band, grade: str, words: Words, bought: Sequence["Bill"] = ()
) -> Table:
    """What each role costs a month, what is bought outside, and the sum of them."""
    say = words.say
    columns = (
        Column("role", say("budget.column.role")),
        Column("people", say("budget.column.people"), "people", right=True),
        Column("monthly_pay", say("budget.column.pay"), "money", 0, right=True),
        Column("employer_cost", say("budget.column.employer"), "money", 0, right=True),
        Column("total", say("budget.column.total"), "money", 0, right=True),
        Column("low", say("budget.column.low"), "money", 0, right=True),
        Column("high", say("budget.column.high"), "money", 0, right=True),
        Column("grade"),
    )
    rows = [_role(each, words) for each in roles]
    pay = summed((each.pay for each in roles), total.likely.currency)
    employer = summed((each.employer_cost for each in roles), total.likely.currency)
    rows += [_bought(each, words) for each in bought]
    people = float(sum(each.people for each in roles))
    rows.append(_cells(Shown("total", say("budget.total")), people, pay, employer, total, grade))
    return table(columns, rows, sums=frozenset({len(rows) - 1}))


def _role(each: RoleCost, words: Words) -> dict[str, Cell]:
    title = Shown(each.role, words.role(each.role))
    return _cells(title, float(each.people), each.pay, each.employer_cost, each.total, each.each.grade)


def _bought(bill: "Bill", words: Words) -> dict[str, Cell]:
    """What is bought outside for a role, on a line of its own without people or pay."""
    name = words.say.text(words.playbook.sourcing[bill.option].name)
    return {
        "role": Shown(
            f"{bill.role}={bill.option}", words.say("budget.bought", role=words.role(bill.role), option=name)
        ),
        "total": coin_cell(bill.amount.likely),
        "low": coin_cell(bill.amount.low),
        "high": coin_cell(bill.amount.high),
        "grade": bill.grade,
    }


def _cells(title: Cell, people: float, pay: Band, employer: Band, total: Band, grade: str) -> dict[str, Cell]:
    return {
        "role": title,
        "people": int(people) if people == int(people) else people,
        "monthly_pay": coin_cell(pay.likely),
        "employer_cost": coin_cell(employer.likely),
        "total": coin_cell(total.likely),
        "low": coin_cell(total.low),
        "high": coin_cell(total.high),
        "grade": grade,
    }


def _costs(result: Budget, words: Words) -> Iterator[str]:
    say, total = words.say, result.total
    yield say("budget.range", low=words.money(total.low), high=words.money(total.high), grade=result.grade)
    yield from place_lines(result.place, words)
    if result.exchange is not None:
        yield say("budget.exchange", currency=result.currency, exchange=str(result.exchange))
    ratios = result.ratios
    for key, money in (("an-order", ratios.an_order), ("a-visitor", ratios.a_visitor), ("a-head", ratios.sales_a_head)):
        if money is not None:
            yield say(f"budget.{key}", amount=words.money_in_coins(money))
    if ratios.of_sales is not None:
        yield say("budget.of-sales", share=percent(round(float(ratios.of_sales), 3)))


def place_lines(place: PlaceTold, words: Words) -> Iterator[str]:
    """Where the costs hold, until when, and that they do not on the day that was asked about."""
    yield _place(place, words)
    if place.holds is False:
        yield words.say("budget.stale", today=place.today)


def _place(place: PlaceTold, words: Words) -> str:
    say = words.say
    if place.id is None:
        return say("budget.no-place")
    name = say.text(words.playbook.places[place.id].name)
    key = "budget.place" if place.given else "budget.place-assumed"
    until = say("budget.until", last=place.last) if place.last else ""
    return say(key, place=name, first=place.first, until=until)


def _month(month: MonthResult, words: Words) -> Iterator[str]:
    say = words.say
    yield say("budget.sales", amount=words.money(month.sales), contribution=words.money(month.contribution))
    for name, spend in month.spends.items():
        yield say("budget.spend", name=say.text(words.playbook.frame.inputs[name].name), amount=words.money(spend))
    yield say("budget.team", amount=words.money(month.team))
    key = "budget.gain" if month.result.amount >= 0 else "budget.loss"
    yield say(key, amount=words.money(month.result.with_(amount=abs(month.result.amount))))


def _path(result: Budget, words: Words) -> Table:
    say = words.say
    columns = (
        Column("stage", say("budget.column.stage")),
        Column("orders", say("budget.column.orders"), right=True),
        Column("result", say("budget.column.result"), right=True),
        Column("sign", say("budget.column.sign")),
        Column("says", say("budget.column.says")),
    )
    return table(columns, (_step(each, words) for each in result.path))


def _step(step: PathStep, words: Words) -> dict[str, Cell]:
    say = words.say
    signs = [say(f"budget.sign.{each}") for each in dict.fromkeys(step.signs)]
    said = "" if step.says is None else say(f"budget.sign.{step.says}")
    if step.agrees is False:
        said = say("budget.differs", said=said)
    return {
        "stage": words.stage(step.stage),
        "orders": say("budget.ends", low=number(step.first.orders_a_day), high=number(step.last.orders_a_day)),
        "result": say("budget.ends", low=number(step.first.result.amount, 0), high=number(step.last.result.amount, 0)),
        "sign": say("budget.to").join(signs),
        "says": said,
    }


def _data(result: Budget) -> dict[str, Any]:
    """The budget for machines: sums as texts of exact decimals, with the currency once."""
    data = {
        "orders": result.orders,
        "visitors": result.visitors,
        "stage": result.stage,
        "currency": result.currency,
        "exchange": None if result.exchange is None else str(result.exchange),
        "place": as_data(result.place),
        "monthly_payroll": coins(result.payroll.likely),
        "range": band_data(result.total) | {"grade": result.grade},
        "roles": [role_data(each) for each in result.roles],
        "ratios": as_data(result.ratios, coins),
        "month": as_data(result.month, coins),
        "break_even_orders": None if result.turns is None else [each.orders for each in result.turns if each.gains],
        "turns": as_data(result.turns, coins),
        "needed": as_data(result.needed, coins),
        "path": as_data(result.path, coins),
    }
    if result.bought:
        data |= {"bought": bought_data(result.bought), "monthly_total": coins(result.total.likely)}
    return data
