"""Owns the price of a team: what it costs a month, how much of it is pay, where, and in which currency."""

from fractions import Fraction
from typing import TYPE_CHECKING

from teamplan.engine.pay.band import Band, summed, weakest
from teamplan.engine.pay.payroll import Payroll, People, RoleCost, payroll_of
from teamplan.engine.present import counted
from teamplan.engine.question import Question
from teamplan.playbook.money import Exchange
from teamplan.record import Record

if TYPE_CHECKING:
    from teamplan.engine.pay.outside import Bill


class Price(Record):
    """What a team costs a month, as `budget` tells it.

    `place_id` is where its posts are paid, None where the playbook knows no costs beside pay; `given` says whether the
    shop named the place. `grade` is the weakest of all figures behind the cost. The total has what is `bought` outside.
    """

    currency: str
    exchange: Exchange | None
    place_id: str | None
    given: bool
    roles: tuple[RoleCost, ...]
    total: Band
    grade: str
    bought: "tuple[Bill, ...]" = ()

    @property
    def pay(self) -> Band:
        return summed((each.pay for each in self.roles), self.currency)

    @property
    def payroll(self) -> Band:
        """The cost without what is bought outside."""
        return summed((each.total for each in self.roles), self.currency)

    @property
    def pay_share(self) -> Fraction | None:
        """The share of the likely cost that is pay; None where nothing is paid."""
        total = Fraction(self.total.likely.amount)
        return Fraction(self.pay.likely.amount) / total if total else None

    @property
    def by_role(self) -> dict[str, RoleCost]:
        return {each.role: each for each in self.roles}


def price_of(payroll: Payroll, heads: People, bought: "tuple[Bill, ...]" = ()) -> Price:
    """The price of so many people in each role, and of what is bought outside."""
    roles = payroll.roles(heads)
    grades = [*(each.each.grade for each in roles), *(each.grade for each in bought)]
    return Price(
        currency=payroll.currency,
        exchange=payroll.exchange,
        place_id=payroll.place_id,
        given=payroll.given,
        roles=roles,
        total=payroll.month(heads) + summed((each.amount for each in bought), payroll.currency),
        grade=weakest(grades or ["A"]),
        bought=bought,
    )


def bills_of(question: Question, payroll: Payroll, order_value: Fraction | None = None) -> "tuple[Bill, ...]":
    """What a shop buys outside at its volume, a month.

    Raises a TeamplanError for an option without a price in the currency of the wages, one that cannot carry the work,
    or one that takes a share of sales where nobody says what an order pays.
    """
    if question.playbook.own is None:
        return ()
    from teamplan.engine.pay.outside import buying_of

    buying = buying_of(question, payroll, order_value)
    return buying.carried(question.volume) if buying else ()


def people_of(question: Question) -> People:
    """The people who are paid: the team of the store, part-time ones by their hours, else the recommended one."""
    team = question.store.team
    return counted(team, question.shop.amounts.time) if team else question.heads


def price_now(question: Question) -> Price:
    """The price of the people of a shop. Raises a TeamplanError with every fault in its place, currency and rate."""
    payroll = payroll_of(question.playbook, question.store)
    return price_of(payroll, people_of(question), bills_of(question, payroll))
