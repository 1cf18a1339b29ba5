"""Owns the price of several shops of one owner: what the people of each cost where they are, in one budget."""

from collections.abc import Iterable

from teamplan.engine.pay.band import summed, weakest
from teamplan.engine.pay.payroll import Payroll, RoleCost, payroll_of
from teamplan.engine.pay.price import Price
from teamplan.engine.together import SharedTeam, Together
from teamplan.record import Record


class TogetherPrice(Record):
    """What the people of all shops cost a month, and what they would if each shop had its own.

    `places` are where they are paid, each once; a role has a row for each place at which it costs another sum.
    """

    now: Price
    apart: Price
    places: tuple[Payroll, ...]


def price_together(found: Together) -> TogetherPrice:
    """The price of the shops; those who are shared are paid as in the shop with most of them, the first of equals."""
    payrolls = {shop.name: payroll_of(shop.apart.playbook, shop.apart.store) for shop in found.shops}
    people = [(payrolls[shop.name], role, count) for shop, role, count in found.own]
    people += [(payrolls[_home(team)], team.role, team.people) for team in found.teams]
    apart = [(payrolls[shop.name], role, count) for shop in found.shops for role, count in shop.apart.heads.items()]
    first = payrolls[found.shops[0].name]
    places = {each.place_id: each for each in payrolls.values()}
    order = list(found.shops[0].apart.playbook.roles)
    return TogetherPrice(_price(people, order, first), _price(apart, order, first), tuple(places.values()))


def _home(team: SharedTeam) -> str:
    return max(team.hosts, key=lambda each: each.people).shop


def _price(people: Iterable[tuple[Payroll, str, int]], order: list[str], first: Payroll) -> Price:
    """The price of people, those of a role that cost the same in one row; place and exchange as in the first shop."""
    rows: list[RoleCost] = []
    for payroll, role, count in people:
        each = payroll.costs.of(role)
        known = next((row for row in rows if row.role == role and row.each == each), None)
        if known is not None:
            rows[rows.index(known)] = known.with_(people=known.people + count)
        elif count:
            rows.append(RoleCost(role, count, each))
    rows.sort(key=lambda row: order.index(row.role))
    total = summed((row.total for row in rows), first.currency)
    grade = weakest([row.each.grade for row in rows] or ["A"])
    return Price(first.currency, first.exchange, first.place_id, first.given, tuple(rows), total, grade)
