"""Owns the payroll of a shop: where and in which currency its posts are paid, and what a team costs a month."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from teamplan.engine.amounts import DAYS_A_MONTH
from teamplan.engine.pay.band import Band, summed
from teamplan.engine.pay.cost import PostCost, PostCosts
from teamplan.errors import Location, Problem, TeamplanError, unknown
from teamplan.playbook.money import Exchange, Money, rounded
from teamplan.playbook.places import PayPlace
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store
from teamplan.record import Record

People = Mapping[str, int] | Mapping[str, Fraction] | Mapping[str, int | Fraction]


class RoleCost(Record):
    """A role of a team: its people, what one of them costs, and what all of them cost a month."""

    role: str
    people: int | Fraction
    each: PostCost

    @property
    def pay(self) -> Band:
        return self.each.pay * self.people

    @property
    def employer_cost(self) -> Band:
        return self.each.employer_cost * self.people

    @property
    def total(self) -> Band:
        return self.each.total * self.people


class Payroll(Record):
    """Where and in what the posts of a shop are paid.

    `place` is None where the playbook knows no costs beside pay; `given` says whether the shop named it. With an
    `exchange` what is `paid_in` one currency, or `spent_in` that of the playbook, is told in `currency`.
    """

    costs: PostCosts
    place_id: str | None
    place: PayPlace | None
    given: bool
    paid_in: str
    spent_in: str
    currency: str
    exchange: Exchange | None

    def roles(self, heads: People) -> tuple[RoleCost, ...]:
        """The roles that somebody holds, with their costs."""
        return tuple(RoleCost(role, people, self.costs.of(role)) for role, people in heads.items() if people)

    def exact(self, amount: Fraction) -> Fraction:
        """An amount in the currency of the playbook in that of the payroll. Not rounded."""
        return amount / self.exchange.price if self.exchange and self.exchange.of == self.spent_in else amount

    def told(self, amount: Fraction) -> Money:
        return rounded(self.exact(amount), self.currency)

    def day(self, role: str) -> Fraction:
        """What a day of one person in a role costs: a month of it over the days of a mean one. Not rounded."""
        return Fraction(self.costs.of(role).total.likely.amount) / DAYS_A_MONTH

    def month(self, heads: People) -> Band:
        """What so many people in each role cost a month: the sum over the roles."""
        totals = (self.costs.of(role).total * people for role, people in heads.items() if people)
        return summed(totals, self.currency)


def refuse_others(payroll: Payroll, currencies: Iterable[str]) -> None:
    """Raise a TeamplanError where sums of another currency than those of the payroll would be added to it."""
    strange = sorted(
        set(currencies) - {payroll.currency, payroll.exchange.of if payroll.exchange else payroll.currency}
    )
    if strange:
        values = {"given": strange[0], "currency": payroll.currency}
        raise TeamplanError([Problem("two-currencies", values, where=Location("--currency"))])


def payroll_of(playbook: Playbook, store: Store) -> Payroll:
    """The payroll of a store. Raises a TeamplanError with every fault in its place, currency and exchange rate."""
    problems = list(_problems(playbook, store))
    if problems:
        raise TeamplanError(problems)
    place_id = store.city or _default_place(playbook, _paid_in(playbook, store))
    place = playbook.places.get(place_id or "")
    paid_in = _paid_in(playbook, store)
    currency = store.currency or paid_in
    exchange = store.exchange if store.exchange and store.exchange.of != currency else None
    return Payroll(
        costs=PostCosts(playbook, place, paid_in, currency, exchange if currency != paid_in else None),
        place_id=place_id if place else None,
        place=place,
        given=store.city is not None,
        paid_in=paid_in,
        spent_in=playbook.frame.currency,
        currency=currency,
        exchange=exchange,
    )


def _paid_in(playbook: Playbook, store: Store) -> str:
    """The currency of the wages: that of the place, of the exchange rate, the one asked for, or the playbook's."""
    place = playbook.places.get(store.city or "")
    if place is not None:
        return place.currency
    return store.exchange.of if store.exchange else store.currency or playbook.frame.currency


def _default_place(playbook: Playbook, currency: str) -> str | None:
    frame = playbook.frame.cost
    return frame.places.get(currency) if frame else None


def _problems(playbook: Playbook, store: Store) -> Iterator[Problem]:
    place = playbook.places.get(store.city or "")
    if store.city is not None and place is None:
        yield unknown("place", store.city, playbook.places).with_(where=Location("--city"))
        return
    paid_in = _paid_in(playbook, store)
    foreign = paid_in != playbook.frame.currency  # in its own a sound playbook pays every role
    if foreign and any(paid_in.lower() not in role.pay for role in playbook.roles.values()):
        values = {"given": paid_in, "of": playbook.frame.currency}
        yield Problem("no-pay-in-currency", values, where=Location("--currency"))
        return
    of = store.exchange.of if store.exchange else paid_in
    if place is not None and of not in (paid_in, playbook.frame.currency):
        values = {"given": str(store.city), "currency": place.currency, "wanted": of}
        yield Problem("place-of-another-currency", values, where=Location("--city"))
    elif store.currency not in (None, paid_in) and (store.exchange is None or of != paid_in):
        yield Problem("exchange-needed", {"given": store.currency, "of": paid_in}, where=Location("--exchange"))
