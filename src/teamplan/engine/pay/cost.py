"""Owns what one person in a role costs a month: the wage, what the employer pays on it, joining, the workplace."""

from collections.abc import Callable
from fractions import Fraction

from teamplan.engine.pay.band import Band, free, summed, weakest
from teamplan.playbook.figures import Figure
from teamplan.playbook.money import Exchange, rounded
from teamplan.playbook.places import Contribution, PayPlace
from teamplan.playbook.playbook import Playbook
from teamplan.record import Record

MONTHS = 12
End = Callable[[Figure], Fraction]  # one end of a figure's range, or its value


class Contributed(Record):
    """What an employer pays on one wage under one name a month, and the grade of its rate."""

    name: str
    amount: Band
    grade: str


class PostCost(Record):
    """What one person in a role costs a month.

    `recruiting` and `training` are paid once for each person and spread over the months that people of the function
    stay; `workplace` is the desk, the tools and the room. `grade` is the weakest of all figures behind the cost.
    """

    role: str
    pay: Band
    contributions: tuple[Contributed, ...]
    recruiting: Band
    training: Band
    workplace: Band
    grade: str

    @property
    def contributed(self) -> Band:
        return summed((each.amount for each in self.contributions), self.pay.likely.currency)

    @property
    def employer_cost(self) -> Band:
        """What the employer pays beside the wage."""
        return self.contributed + self.recruiting + self.training + self.workplace

    @property
    def total(self) -> Band:
        return self.pay + self.employer_cost


def contribution(given: Contribution, rate: Fraction, pay: Fraction, months: int) -> Fraction:
    """What an employer pays a month on a month's pay: the rate of it, held between floor and cap.

    `months` are those that floor and cap are of: 1 or 12. By the contribution laws the base is clamped, not the sum.
    """
    base = pay * months
    base = max(base, given.floor) if given.floor is not None else base
    base = min(base, given.cap) if given.cap is not None else base
    return rate * base / months


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

    def of(self, role: str) -> PostCost:
        if role not in self._known:
            self._known[role] = self._cost(role)
        return self._known[role]

    def _cost(self, role: str) -> PostCost:
        wage = self._playbook.roles[role].pay[self._paid_in.lower()]
        wages = [wage, self._place.wages] if self._place else [wage]
        pay = self._band(lambda end: _product(wages, end))
        contributions = self._contributions(wages)
        recruiting, training, workplace, figures = self._beside(role, wages)
        grades = [each.grade for each in (*wages, *figures)] + [each.grade for each in contributions]
        return PostCost(role, pay, contributions, recruiting, training, workplace, weakest(grades))

    def _contributions(self, wages: list[Figure]) -> tuple[Contributed, ...]:
        place = self._place
        if place is None:
            return ()
        months = MONTHS if place.bases == "year" else 1
        return tuple(
            Contributed(name, self._paid_on(each, wages, months), each.rate.grade)
            for name, each in place.contributions.items()
        )

    def _paid_on(self, each: Contribution, wages: list[Figure], months: int) -> Band:
        return self._band(lambda end: contribution(each, end(each.rate), _product(wages, end), months))

    def _beside(self, role: str, wages: list[Figure]) -> tuple[Band, Band, Band, list[Figure]]:
        """Recruiting, training and workplace a month, and the figures that they rest on beside the wage."""
        frame, nothing = self._playbook.frame.cost, free(self._currency)
        if frame is None:
            return nothing, nothing, nothing, []
        workplace = self._figure(frame.workplace[self._paid_in])
        seat = self._band(lambda end: end(workplace))
        reference = self._playbook.frame.leavers.get(self._playbook.roles[role].function)
        if reference is None:
            return nothing, nothing, seat, [workplace]
        leavers = self._figure(reference)
        once = [self._figure(frame.recruiting), self._figure(frame.training)]
        recruiting, training = (self._spread(each, leavers, wages) for each in once)
        return recruiting, training, seat, [*once, leavers, workplace]

    def _spread(self, once: Figure, leavers: Figure, wages: list[Figure]) -> Band:
        """So many months' pay for each person, over the expected stay: a year over the share that leaves in it."""
        return self._band(lambda end: _product([once, leavers, *wages], end) / MONTHS)

    def _figure(self, reference: str) -> Figure:
        return self._playbook.assumptions[reference[1:]]

    def _band(self, amount: Callable[[End], Fraction]) -> Band:
        return Band(*(rounded(amount(end) / self._price, self._currency) for end in (_low, _likely, _high)))


def _product(figures: list[Figure], end: End) -> Fraction:
    product = Fraction(1)
    for figure in figures:
        product *= end(figure)
    return product


def _low(figure: Figure) -> Fraction:
    return figure.ends[0].canonical


def _likely(figure: Figure) -> Fraction:
    return figure.value.canonical


def _high(figure: Figure) -> Fraction:
    return figure.ends[1].canonical
