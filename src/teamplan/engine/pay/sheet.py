"""Owns the pay sheet: the slip of each person, whose commission is shared with whom, and what all of them cost."""

from collections.abc import Mapping
from fractions import Fraction

from teamplan.engine.pay.band import Band, summed
from teamplan.engine.pay.cost import PostCost
from teamplan.engine.pay.payroll import Payroll
from teamplan.engine.pay.performance import InquiryCost, inquiry_cost
from teamplan.engine.pay.salary import (
    Factors,
    Performance,
    bonus_pay,
    commission_pay,
    factors_of,
    fixed_pay,
    floating_pay,
    overtime_pay,
    performance_of,
)
from teamplan.playbook.money import Money, nothing, rounded
from teamplan.playbook.pay_people import PaidPerson, PayFile
from teamplan.playbook.pay_rules import OvertimeRule, PayRules
from teamplan.record import Record

PARTS = ("fixed", "floating", "bonus", "commission", "received", "overtime", "incentive", "other")  # of gross pay


class PayTerms(Record):
    """What a sheet is worked out by: the rules, where and in what people are paid, and the hours of a full week.

    `most_overtime` are the hours a month that are allowed, None where no law bounds them.
    """

    rules: PayRules
    payroll: Payroll
    full_week: Fraction
    most_overtime: Fraction | None

    @property
    def overtime(self) -> OvertimeRule | None:
        return self.rules.overtime.get(self.payroll.paid_in)

    def least(self, person: PaidPerson) -> Money | None:
        """The minimum wage of a month for the hours of a person; None where the place has none."""
        place = self.payroll.place
        if place is None or place.minimum_wage is None:
            return None
        hours = self.full_week if person.hours_a_week is None else person.hours_a_week
        return place.minimum_wage.value.money * (min(hours, self.full_week) / self.full_week)


class Payslip(Record):
    """What one person earns in a month, part by part, each rounded to the coin; `cost` is what that costs the shop.

    `commission` is what stays with the person; `shared` goes to the collaborator, `received` came from others.
    """

    person: PaidPerson
    role: str
    factors: Factors
    performance: Performance
    fixed: Money
    floating: Money
    bonus: Money
    commission: Money
    shared: Money
    received: Money
    overtime: Money
    incentive: Money
    other: Money
    cost: PostCost

    @property
    def parts(self) -> dict[str, Money]:
        """The parts of the gross pay, in order."""
        return {name: getattr(self, name) for name in PARTS}

    @property
    def gross(self) -> Money:
        return sum(self.parts.values(), nothing(self.fixed.currency))

    @property
    def for_ordinary_work(self) -> Money:
        """What is held against the minimum wage: the gross pay without overtime and what is `other`."""
        return self.gross - self.overtime - self.other

    @property
    def total(self) -> Band:
        """Gross pay and the employer's contributions on it."""
        return self.cost.pay + self.cost.contributed


class PaySheet(Record):
    """The slips of a month, and the sums over them, in the currency of the payroll."""

    slips: tuple[Payslip, ...]
    inquiries: InquiryCost | None
    terms: PayTerms

    @property
    def gross(self) -> Money:
        return self._sum("pay").likely

    @property
    def contributed(self) -> Band:
        return self._sum("contributed")

    @property
    def total(self) -> Band:
        """Gross pay and contributions of all: the line that `budget` shows."""
        return self._sum("pay") + self.contributed

    @property
    def whole_cost(self) -> Band:
        """The total with joining and workplace, as the budget of a plan counts them."""
        return self._sum("total")

    @property
    def heads(self) -> dict[str, int]:
        """People by role, in order of the file."""
        heads: dict[str, int] = {}
        for slip in self.slips:
            heads[slip.role] = heads.get(slip.role, 0) + 1
        return heads

    def _sum(self, part: str) -> Band:
        return summed((getattr(slip.cost, part) for slip in self.slips), self.terms.payroll.currency)


def sheet_of(terms: PayTerms, file: PayFile, roles: Mapping[str, str]) -> PaySheet:
    """The sheet of a sound file; `roles` are the ids of what people write as a role."""
    inquiries = inquiry_cost(file.inquiries) if file.inquiries else None
    target = inquiries.target if inquiries else None
    worked = {person.name: performance_of(terms.rules, person, target) for person in file.people}
    earned = {person.name: _commission(terms, person, worked[person.name]) for person in file.people}
    given = {person.name: earned[person.name] * (person.collaborator_share or Fraction(0)) for person in file.people}
    received = {person.name: nothing(terms.payroll.paid_in) for person in file.people}
    for person in file.people:
        if person.collaborator is not None:
            received[person.collaborator] = received[person.collaborator] + given[person.name]
    shares = {name: _Shares(earned[name], given[name], received[name]) for name in earned}
    slips = (_slip(terms, each, roles[each.role], worked[each.name], shares[each.name]) for each in file.people)
    return PaySheet(tuple(slips), inquiries, terms)


class _Shares(Record):
    """A commission, what of it is given away, and what others give."""

    earned: Money
    given: Money
    received: Money


def _commission(terms: PayTerms, person: PaidPerson, performance: Performance) -> Money:
    factors = factors_of(terms.rules, person)
    return rounded(commission_pay(terms.rules, factors, performance), terms.payroll.paid_in)


def _slip(terms: PayTerms, person: PaidPerson, role: str, performance: Performance, shares: _Shares) -> Payslip:
    rules, currency, factors = terms.rules, terms.payroll.paid_in, factors_of(terms.rules, person)
    sums = {
        "fixed": rounded(fixed_pay(person, factors), currency),
        "floating": rounded(floating_pay(person, factors, performance), currency),
        "bonus": rounded(bonus_pay(rules, person, performance), currency),
        "commission": shares.earned - shares.given,
        "received": shares.received,
        "overtime": rounded(overtime_pay(terms.overtime, person, factors), currency),
        "incentive": rounded(person.incentive, currency),
        "other": rounded(person.other, currency),
    }
    gross = sum((Fraction(each.amount) for each in sums.values()), Fraction(0))
    return Payslip(
        person=person,
        role=role,
        factors=factors,
        performance=performance,
        shared=shares.given,
        cost=terms.payroll.costs.paid(role, gross),
        **sums,
    )
