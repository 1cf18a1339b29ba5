"""Owns the page of a budget by months: the months with their total, the cash trough, and the roles where asked for."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from teamplan.engine.pay.band import Band, summed
from teamplan.engine.pay.month import RoleMonth
from teamplan.engine.present import plain
from teamplan.page.answer import Answer, as_data
from teamplan.page.blocks import Block, Bullets, Page, Title
from teamplan.page.price import coin_cell, coins
from teamplan.page.table import Cell, Column, Shown, Table, table
from teamplan.page.words import Words
from teamplan.playbook.money import Money
from teamplan.questions.budget.actual import Deviation
from teamplan.questions.budget.actual_page import actual_blocks, actual_data, actual_tables
from teamplan.questions.budget.calendar import BudgetCalendar, CalendarMonth, Cash
from teamplan.questions.budget.page import place_lines
from teamplan.questions.budget.words import WORDS

if TYPE_CHECKING:
    from teamplan.questions.budget.event_cost import EventCost

PARTS = ("overtime", "temporary", "outsourced")  # of what an event costs
SUMS = ("gross", "employer_cost", "hiring_and_training", "total")


def shown(result: BudgetCalendar, words: Words, actual: tuple[Deviation, ...] = (), *, details: bool = False) -> Answer:
    """What `budget` prints of a calendar; the first table for machines has a row for each month and role.

    Where something was paid its differences stand before the roles.
    """
    words = words.of(WORDS)
    return Answer(
        lambda: Page((*_page(result, words), *actual_blocks(actual, words), *_detailed(result, words, wanted=details))),
        lambda: _data(result) | actual_data(actual),
        lambda: (*actual_tables(actual, words), _roles(result, words), _months(result, words)),
    )


def _page(result: BudgetCalendar, words: Words) -> list[Block]:
    say = words.say
    total = words.money(result.total.likely)
    blocks: list[Block] = [
        Title(say("budget.calendar-title", total=total, start=result.start, end=result.end)),
        _months(result, words),
        Bullets(tuple(_notes(result, words))),
    ]
    if result.cash is not None:
        blocks += [Title(say("budget.cash-title")), Bullets(tuple(_cash(result.cash, words)))]
    return blocks


def _detailed(result: BudgetCalendar, words: Words, *, wanted: bool) -> list[Block]:
    return [Title(words.say("budget.roles-title")), _roles(result, words)] if wanted else []


def _money_columns(words: Words) -> tuple[Column, ...]:
    say = words.say
    return (
        Column("people", say("budget.column.people"), "people", right=True),
        Column("gross", say("budget.column.pay"), "money", 0, right=True),
        Column("employer_cost", say("budget.column.beside"), "money", 0, right=True),
        Column("hiring_and_training", say("budget.column.joining"), "money", 0, right=True),
        Column("total", say("budget.column.total"), "money", 0, right=True),
    )


def _months(result: BudgetCalendar, words: Words) -> Table:
    """A row a month and their sum; results stand beside where an order is worth something."""
    say = words.say
    on_page = None if result.cash else say("budget.column.event")  # with results there is no room: a line says it
    event = Column("event", on_page, "money", 0, right=True)
    cash = (
        Column("result", say("budget.column.result"), "money", 0, right=True),
        Column("cumulated", say("budget.column.cumulated"), "money", 0, right=True),
    )
    *ordinary, total = _money_columns(words)
    first = Column("month", say("budget.column.month"))
    columns = (first, *ordinary, *([event] if result.event else []), total, *(cash if result.cash else ()))
    rows = [_month(each) for each in result.months]
    sums = {name: coin_cell(_sum(result, name).likely) for name in SUMS}
    at_end = {} if result.cash is None else {"result": coin_cell(result.cash.at_end)}
    at_end |= {} if result.event is None else {"event": coin_cell(result.event.total)}
    rows.append({"month": say("budget.total")} | sums | at_end)
    return table(columns, rows, sums=frozenset({len(rows) - 1}))


def _sum(result: BudgetCalendar, name: str) -> Band:
    return summed((getattr(month, name) for month in result.months), result.currency)


def _month(month: CalendarMonth) -> dict[str, Cell]:
    event = month.event.total if month.event else None
    cash = {"event": event, "result": month.result, "cumulated": month.cumulated}
    told = {name: coin_cell(sum_) for name, sum_ in cash.items() if sum_ is not None}
    return {"month": month.month, "people": month.people} | _costs(month) | told


def _costs(costs: CalendarMonth | RoleMonth) -> dict[str, Cell]:
    return {name: coin_cell(getattr(costs, name).likely) for name in SUMS}


def _roles(result: BudgetCalendar, words: Words) -> Table:
    say = words.say
    columns = (
        Column("month", say("budget.column.month")),
        Column("role", say("budget.column.role")),
        *_money_columns(words),
        *(Column(name) for name in (PARTS if result.event else ())),
        Column("low"),
        Column("high"),
        Column("grade"),
        Column("paid_days"),
        Column("newcomers"),
        Column("currency"),
    )
    rows = [_role(month.month, each, result, words) for month in result.months for each in month.roles]
    if result.event is not None:
        place = sum(len(month.roles) for month in result.months if month.month <= result.event.month)
        rows.insert(place, _event_row(result.event, result, words))
    return table(columns, rows)


def _event_row(event: "EventCost", result: BudgetCalendar, words: Words) -> dict[str, Cell]:
    """An event after the roles of its month, in the place of a role."""
    named = {"month": event.month, "role": Shown(event.event, _event_name(event, words)), "currency": result.currency}
    amount = str(event.total.amount)
    parts = {name: str(getattr(event, name).amount) for name in PARTS}
    return named | parts | {"total": coin_cell(event.total), "low": amount, "high": amount}


def _role(month: str, cost: RoleMonth, result: BudgetCalendar, words: Words) -> dict[str, Cell]:
    ends = {"low": str(cost.total.low.amount), "high": str(cost.total.high.amount), "grade": cost.each.grade}
    counted = {"people": plain(cost.people), "paid_days": plain(cost.paid_days), "newcomers": cost.newcomers}
    named = {"month": month, "role": Shown(cost.role, words.role(cost.role)), "currency": result.currency}
    return named | counted | _costs(cost) | ends


def _notes(result: BudgetCalendar, words: Words) -> Iterator[str]:
    say, total = words.say, result.total
    yield say("budget.range", low=words.money(total.low), high=words.money(total.high), grade=result.grade)
    yield from place_lines(result.place, words)
    if result.exchange is not None:
        yield say("budget.exchange", currency=result.currency, exchange=str(result.exchange))
    yield say("budget.joining")
    if result.outside is not None:
        yield say("budget.outside", amount=words.money(result.outside.likely))
    if result.event is not None:
        yield _event(result.event, words)


def _event(event: "EventCost", words: Words) -> str:
    parts = {name: words.money(getattr(event, name)) for name in PARTS}
    return words.say("budget.event", name=_event_name(event, words), on=event.on, **parts)


def _event_name(event: "EventCost", words: Words) -> str:
    events = words.playbook.events
    return words.say.text(events.events[event.event].name) if events else event.event


def _cash(cash: Cash, words: Words) -> Iterator[str]:
    say = words.say
    if cash.lowest_in is None:
        yield say("budget.no-trough")
    else:
        yield say("budget.trough", amount=words.money(_size(cash.lowest)), month=cash.lowest_in)
        key = "budget.paid-back" if cash.paid_back_in else "budget.not-paid-back"
        yield say(key, month=cash.paid_back_in)
    yield say("budget.gains-month" if cash.gains_from else "budget.gains-no-month", month=cash.gains_from)


def _size(money: Money) -> Money:
    return money.with_(amount=abs(money.amount))


def _data(result: BudgetCalendar) -> dict[str, Any]:
    """The calendar for machines: sums as texts of exact decimals, with the currency once."""
    return {
        "start": result.start.isoformat(),
        "end": result.end.isoformat(),
        "currency": result.currency,
        "exchange": None if result.exchange is None else str(result.exchange),
        "place": as_data(result.place),
        "total": str(result.total.likely.amount),
        "range": {"low": str(result.total.low.amount), "high": str(result.total.high.amount), "grade": result.grade},
        "months": [_month_data(month) for month in result.months],
        "event": _event_data(result.event),
        "cash": as_data(result.cash, coins),
    }


def _month_data(month: CalendarMonth) -> dict[str, Any]:
    roles = [
        {"role": each.role, "people": plain(each.people)}
        | _texts(each, SUMS)
        | {"low": str(each.total.low.amount), "high": str(each.total.high.amount), "grade": each.each.grade}
        | {"paid_days": plain(each.paid_days), "newcomers": each.newcomers}
        for each in month.roles
    ]
    cash = {"earned": month.earned, "result": month.result, "cumulated": month.cumulated}
    return (
        {"month": month.month, "days": month.days, "people": month.people}
        | _texts(month, SUMS)
        | {name: str(getattr(month.event, name).amount) if month.event else "0.00" for name in PARTS}
        | {"low": str(month.total.low.amount), "high": str(month.total.high.amount)}
        | ({} if month.outside is None else {"outside": coins(month.outside.likely)})
        | {name: as_data(each, coins) for name, each in cash.items()}
        | {"roles": roles}
    )


def _event_data(event: "EventCost | None") -> dict[str, Any] | None:
    return None if event is None else as_data(event, coins) | {"total": str(event.total.amount)}


def _texts(costs: CalendarMonth | RoleMonth, names: Iterable[str]) -> dict[str, str]:
    return {name: str(getattr(costs, name).likely.amount) for name in names}
