"""Owns the price of a team: what it costs a month, how much of it is pay, where, and in which currency."""

from fractions import Fraction

from teamplan.engine.pay.band import Band, summed, weakest
from teamplan.engine.pay.payroll import Payroll, People, RoleCost, payroll_of
from teamplan.engine.present import counted
from teamplan.engine.question import Question
from teamplan.playbook.money import Exchange
from teamplan.record import Record


class Price(Record):
    """What a team costs a month, as `budget` tells it.

    `place_id` is where its posts are paid, None where the playbook knows no costs beside pay; `given` says whether the
    shop named the place. `grade` is the weakest of all figures behind the cost.
    """

    currency: str
    exchange: Exchange | None
    place_id: str | None
    given: bool
    roles: tuple[RoleCost, ...]
    total: Band
    grade: str

    @property
    def pay(self) -> Band:
        return summed((each.pay for each in self.roles), self.currency)

    @property
    def pay_share(self) -> Fraction | None:
        """The share of the likely cost that is pay; None where nothing is paid."""
        total = Fraction(self.total.likely.amount)
        return Fraction(self.pay.likely.amount) / total if total else None

    @property
    def by_role(self) -> dict[str, RoleCost]:
        return {each.role: each for each in self.roles}


def price_of(payroll: Payroll, heads: People) -> Price:
    """The price of so many people in each role."""
    roles = payroll.roles(heads)
    return Price(
        currency=payroll.currency,
        exchange=payroll.exchange,
        place_id=payroll.place_id,
        given=payroll.given,
        roles=roles,
        total=payroll.month(heads),
        grade=weakest([each.each.grade for each in roles] or ["A"]),
    )


def people_of(question: Question) -> People:
    """The people who are paid: the team of the store, part-time ones by their hours, else the recommended one."""
    team = question.store.team
    return counted(team, question.shop.amounts.time) if team else question.heads


def price_now(question: Question) -> Price:
    """The price of the people of a shop. Raises a TeamplanError with every fault in its place, currency and rate."""
    return price_of(payroll_of(question.playbook, question.store), people_of(question))
