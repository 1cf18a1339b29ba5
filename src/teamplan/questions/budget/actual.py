"""Answers: how does what was really paid differ from the budget, by month and role?"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from teamplan.engine.pay.month import RoleMonth
from teamplan.playbook.money import Money, nothing
from teamplan.questions.budget.calendar import BudgetCalendar
from teamplan.reading.payroll import Paid
from teamplan.record import Record


class Deviation(Record):
    """A role in a month that was paid: what was planned, what is really there, and the real less the planned.

    What the file does not tell is None, and its difference too; a planned role that a told month leaves out was paid
    nothing.
    """

    month: str
    role: str
    planned: RoleMonth | None
    paid: Paid
    currency: str

    @property
    def people(self) -> Fraction | None:
        planned = self.planned.people if self.planned else Fraction(0)
        return None if self.paid.people is None else self.paid.people - planned

    @property
    def gross(self) -> Money | None:
        planned = self.planned.gross.likely if self.planned else nothing(self.currency)
        return None if self.paid.gross is None else self.paid.gross - planned

    @property
    def total(self) -> Money | None:
        planned = self.planned.total.likely if self.planned else nothing(self.currency)
        return None if self.paid.total is None else self.paid.total - planned


def deviations(calendar: BudgetCalendar, paid: Sequence[Paid]) -> tuple[Deviation, ...]:
    """The roles of every budgeted month that the file tells of, in the order of the budget, then those beside it."""
    return tuple(_deviations(calendar, {(each.month, each.role): each for each in paid}))


def _deviations(calendar: BudgetCalendar, paid: dict[tuple[str, str], Paid]) -> Iterator[Deviation]:
    told = {month for month, _ in paid}
    tells = {
        name for name in ("people", "gross", "total") if any(getattr(each, name) is not None for each in paid.values())
    }
    none = nothing(calendar.currency)
    for month in calendar.months:
        if month.month not in told:
            continue
        planned = {each.role: each for each in month.roles}
        beside = [role for at, role in paid if at == month.month and role not in planned]
        for role in (*planned, *beside):
            left_out = Paid(
                month.month,
                role,
                Fraction(0) if "people" in tells else None,
                none if "gross" in tells else None,
                none if "total" in tells else None,
            )
            each = paid.get((month.month, role), left_out)
            yield Deviation(month.month, role, planned.get(role), each, calendar.currency)
