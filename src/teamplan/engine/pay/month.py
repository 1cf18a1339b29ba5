"""Owns what a role costs in one calendar month: by days on the books, with what is paid once for newcomers."""

from fractions import Fraction

from teamplan.engine.pay.band import Band
from teamplan.engine.pay.cost import PostCost
from teamplan.record import Record


class RoleMonth(Record):
    """A role in a calendar month: `people` on its last planned day, and `paid_days`, those of one full-time person.

    Whoever is on the books for part of the month costs that share of its `length` in calendar days; floors and caps of
    contributions are shared out with it. Recruiting and training are of the month of the first day at work; their
    spread over the expected stay is not in a calendar, so that nothing counts twice.
    """

    role: str
    people: Fraction
    paid_days: Fraction
    length: int | Fraction
    newcomers: int
    each: PostCost

    @property
    def gross(self) -> Band:
        return self.each.pay * self._months

    @property
    def employer_cost(self) -> Band:
        """Contributions and workplace."""
        return self.each.beside_pay * self._months

    @property
    def hiring_and_training(self) -> Band:
        return self.each.joining * self.newcomers

    @property
    def total(self) -> Band:
        return self.gross + self.employer_cost + self.hiring_and_training

    @property
    def _months(self) -> Fraction:
        return self.paid_days / self.length
