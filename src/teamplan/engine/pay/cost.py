"""Owns what one person in a role costs a month: the wage, what the employer pays on it, joining, the workplace."""

from collections.abc import Iterable
from fractions import Fraction
from math import prod

from teamplan.engine.pay.band import Band, free, summed, weakest
from teamplan.playbook.figures import Figure
from teamplan.playbook.money import Exchange, Money, rounded
from teamplan.playbook.places import Contribution, PayPlace
from teamplan.playbook.playbook import Playbook
from teamplan.record import Record

MONTHS = 12
Ends = tuple[Fraction, ...]  # of a product of figures: all low, all likely, all high
Beside = tuple[Band, Band, Band, Band, Band]  # recruiting, training, workplace a month; recruiting, training once


class Contributed(Record):
    """What an employer pays on one wage under one name a month, and the grade of its rate."""

    name: str
    amount: Band
    grade: str


class PostCost(Record):
    """What one person in a role costs a month.

    `recruiting` and `training` are paid once for each person and spread over the months that people of the function
    stay; `recruiting_once` and `training_once` are the same unspread, for a calendar that knows when people come.
    `workplace` is the desk, the tools and the room. `grade` is the weakest of all figures behind the cost.
    `contributed` is what is paid on the wage under all names, `employer_cost` all that is paid beside the wage.
    """

    role: str
    pay: Band
    contributions: tuple[Contributed, ...]
    recruiting: Band
    training: Band
    workplace: Band
    recruiting_once: Band
    training_once: Band
    grade: str
    contributed: Band
    employer_cost: Band
    total: Band

    @property
    def beside_pay(self) -> Band:
        """What the employer pays beside the wage for somebody who is there: without recruiting and training."""
        return self.contributed + self.workplace

    @property
    def joining(self) -> Band:
        """What is paid once, for somebody who comes."""
        return self.recruiting_once + self.training_once


def contribution(given: Contribution, rate: Fraction, pay: Fraction, months: int) -> Fraction:
    """What an employer pays a month on a month's pay: the rate of it, held between floor and cap.

    `months` are those that floor and cap are of: 1 or 12. By the contribution laws the base is clamped, not the sum.
    """
    return rate * counted_pay(given, pay, months)


def counted_pay(given: Contribution, pay: Fraction, months: int) -> Fraction:
    """What counts of a month's pay for a contribution: no less than its floor, and no more than its cap."""
    base = pay * months
    base = max(base, given.floor) if given.floor is not None else base
    base = min(base, given.cap) if given.cap is not None else base
    return base / months


def months_of(place: PayPlace) -> int:
    """The months that floors and caps of a place are of."""
    return MONTHS if place.bases == "year" else 1


class PostCosts:
    """The costs of a playbook's posts at a place; each role is worked out once.

    Wages are those in the currency `paid_in`; with an `exchange` rate they are told in `currency`, rounded once there.
    """

    def __init__(
        self, playbook: Playbook, place: PayPlace | None, paid_in: str, currency: str, exchange: Exchange | None
    ) -> None:
        self._playbook, self._place, self._paid_in, self._currency = playbook, place, paid_in, currency
        self._price = exchange.price if exchange else Fraction(1)
        self._known: dict[str, PostCost] = {}
        self._products: dict[tuple[int, ...], Ends] = {}

    def of(self, role: str) -> PostCost:
        if role not in self._known:
            self._known[role] = self._cost(role)
        return self._known[role]

    def told(self, amount: Fraction) -> Money:
        """An amount in the currency of the wages, as costs are told."""
        return rounded(self.exact(amount), self._currency)

    def exact(self, amount: Fraction) -> Fraction:
        """The same before it is rounded."""
        return amount / self._price

    def paid(self, role: str, wage: Fraction) -> PostCost:
        """What a person in a role costs whose pay of a month is known, in the currency of the wages."""
        return self._of_pay(role, (wage, wage, wage), ())

    def _cost(self, role: str) -> PostCost:
        wage = self._playbook.roles[role].pay[self._paid_in.lower()]
        wages = [wage, self._place.wages] if self._place else [wage]
        return self._of_pay(role, self._ends(*wages), wages)

    def _of_pay(self, role: str, pay: Ends, wages: Iterable[Figure]) -> PostCost:
        contributions = self._contributions(pay)
        beside, figures = self._beside(role, pay)
        grades = [each.grade for each in (*wages, *figures)] + [each.grade for each in contributions]
        gross, contributed = self._band(pay), summed((each.amount for each in contributions), self._currency)
        recruiting, training, workplace, *_ = beside
        employer = contributed + recruiting + training + workplace
        sums = contributed, employer, gross + employer
        return PostCost(role, gross, contributions, *beside, weakest(grades or ["A"]), *sums)

    def _contributions(self, pay: Ends) -> tuple[Contributed, ...]:
        place = self._place
        if place is None:
            return ()
        months = months_of(place)
        return tuple(
            Contributed(name, self._paid_on(each, self._ends(each.rate), pay, months), each.rate.grade)
            for name, each in place.contributions.items()
        )

    def _paid_on(self, each: Contribution, rates: Ends, pay: Ends, months: int) -> Band:
        return self._band(contribution(each, rate, paid, months) for rate, paid in zip(rates, pay, strict=True))

    def _beside(self, role: str, pay: Ends) -> tuple[Beside, list[Figure]]:
        """Recruiting, training and workplace a month, the first two once, and the figures that they rest on."""
        frame, nothing = self._playbook.frame.cost, free(self._currency)
        if frame is None:
            return (nothing, nothing, nothing, nothing, nothing), []
        workplace = self._figure(frame.workplace[self._paid_in])
        seat = self._band(self._ends(workplace))
        recruiting, training = self._figure(frame.recruiting), self._figure(frame.training)
        once = self._once(recruiting, pay), self._once(training, pay)
        reference = self._playbook.frame.leavers.get(self._playbook.roles[role].function)
        if reference is None:
            return (nothing, nothing, seat, *once), [recruiting, training, workplace]
        leavers = self._figure(reference)
        spread = self._spread(recruiting, leavers, pay), self._spread(training, leavers, pay)
        return (*spread, seat, *once), [recruiting, training, leavers, workplace]

    def _once(self, once: Figure, pay: Ends) -> Band:
        """So many months' pay for each person."""
        return self._band(months * paid for months, paid in zip(self._ends(once), pay, strict=True))

    def _spread(self, once: Figure, leavers: Figure, pay: Ends) -> Band:
        """So many months' pay for each person, over the expected stay: a year over the share that leaves in it."""
        months = self._ends(once, leavers)
        return self._band(share * paid / MONTHS for share, paid in zip(months, pay, strict=True))

    def _figure(self, reference: str) -> Figure:
        return self._playbook.assumptions[reference[1:]]

    def _ends(self, *figures: Figure) -> Ends:
        """The product of figures; worked out once, as roles share most of them."""
        key = tuple(map(id, figures))  # they live as long as the playbook
        if key not in self._products:
            self._products[key] = tuple(prod(ends) for ends in zip(*map(_ends, figures), strict=True))
        return self._products[key]

    def _band(self, amounts: Iterable[Fraction]) -> Band:
        price = self._price
        return Band(*(rounded(each if price == 1 else each / price, self._currency) for each in amounts))


def _ends(figure: Figure) -> Ends:
    low, high = figure.ends
    return low.canonical, figure.value.canonical, high.canonical
