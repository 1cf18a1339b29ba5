"""Owns how it is told what a team costs: one line, the lines of a whole page, and the sums for machines."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from teamplan.engine.pay.band import Band
from teamplan.engine.pay.payroll import RoleCost
from teamplan.engine.pay.price import Price
from teamplan.page.table import Cell, Column, Shown
from teamplan.page.words import Words, number, percent
from teamplan.playbook.money import Money

if TYPE_CHECKING:
    from teamplan.engine.pay.outside import Bill

COST_KEYS = ("monthly_pay", "employer_cost", "monthly_cost", "cost_low", "cost_high", "cost_grade")


def cost_line(price: Price, words: Words, place: str | None = None) -> str:
    """The cost of a month with its range, the share of it that is pay, and the place, or the places as told."""
    total, share = price.total, price.pay_share or 0
    return words.say(
        "cost.line",
        total=words.money(total.likely),
        low=number(total.low.amount, 0),
        high=number(total.high.amount, 0),
        share=percent(round(float(share), 2)),
        place=place or _place(price, words),
    )


def cost_lines(price: Price, words: Words) -> Iterator[str]:
    """The cost in one line, then where it holds and how sure it is."""
    say = words.say
    yield cost_line(price, words)
    yield from (words.say("cost.of-which", bought=bought_line(each, words)) for each in price.bought)
    if price.place_id is None:
        yield say("cost.wages-alone")
    else:
        key = "cost.place" if price.given else "cost.place-assumed"
        yield say(key, place=_name(price.place_id, words))
    yield say("cost.grade", grade=price.grade)


def bought_line(bill: "Bill", words: Words) -> str:
    """One thing that is bought outside: for which role, and its bill a month with its range."""
    return words.say(
        "cost.bought",
        role=words.role(bill.role),
        option=words.say.text(words.playbook.sourcing[bill.option].name),
        total=words.money(bill.amount.likely),
        low=number(bill.amount.low.amount, 0),
        high=number(bill.amount.high.amount, 0),
    )


def bought_data(bought: "tuple[Bill, ...]") -> list[dict[str, Any]]:
    """What is bought outside, for machines."""
    return [
        {
            "role": each.role,
            "option": each.option,
            "total": coins(each.amount.likely),
            **band_data(each.amount),
            "grade": each.grade,
        }
        for each in bought
    ]


def _place(price: Price, words: Words) -> str:
    if price.place_id is None:
        return words.say("cost.no-place")
    return _name(price.place_id, words) if price.given else words.say("cost.city-assumed")


def _name(place_id: str, words: Words) -> str:
    return words.say.text(words.playbook.places[place_id].name)


def coin_cell(money: Money) -> Shown:
    """A sum to the smallest coin for machines, in whole units for people."""
    return Shown(coins(money), number(money.amount, 0))


def coins(money: Money) -> str:
    """A sum as machines read it: a text of the exact decimal."""
    return str(money.amount)


def coins_of(money: Money | None) -> str | None:
    """The same, None where there is no sum: a sum of nothing is one."""
    return None if money is None else coins(money)


def cost_columns() -> tuple[Column, ...]:
    """What each role of a row costs a month, for machines alone."""
    return (*(Column(key) for key in COST_KEYS), Column("currency"))


def cost_cells(each: RoleCost | None) -> dict[str, Cell]:
    """The cells of those columns; empty where nobody is paid."""
    if each is None:
        return {}
    sums = (each.pay.likely, each.employer_cost.likely, each.total.likely, each.total.low, each.total.high)
    cells: dict[str, Cell] = dict(zip(COST_KEYS, (*map(coins, sums), each.each.grade), strict=True))
    return cells | {"currency": each.total.likely.currency}


def price_data(price: Price | None) -> dict[str, Any] | None:
    """The price for machines, by the keys of `budget`: sums as texts of exact decimals, with the currency once."""
    if price is None:
        return None
    data: dict[str, Any] = {
        "currency": price.currency,
        "exchange": None if price.exchange is None else str(price.exchange),
        "place": {"id": price.place_id, "given": price.given},
        "monthly_payroll": coins(price.payroll.likely),
        "range": band_data(price.total) | {"grade": price.grade},
        "roles": [role_data(each) for each in price.roles],
    }
    if price.bought:
        data |= {"bought": bought_data(price.bought), "monthly_total": coins(price.total.likely)}
    return data


def band_data(band: Band) -> dict[str, str]:
    return {"low": coins(band.low), "high": coins(band.high)}


def role_data(role: RoleCost) -> dict[str, Any]:
    """A role with its costs for machines."""
    people, each = float(role.people), role.each
    return {
        "role": role.role,
        "people": int(people) if people == int(people) else people,
        "monthly_pay": coins(role.pay.likely),
        "employer_cost": coins(role.employer_cost.likely),
        "total": coins(role.total.likely),
        **band_data(role.total),
        "grade": each.grade,
        "each": {
            "pay": coins(each.pay.likely),
            "contributions": {paid.name: coins(paid.amount.likely) for paid in each.contributions},
            "recruiting": coins(each.recruiting.likely),
            "training": coins(each.training.likely),
            "workplace": coins(each.workplace.likely),
        },
    }
