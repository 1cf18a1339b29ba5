"""Owns the salary of one person: the formula of 004 with its factors, bonus, commission, and overtime."""

from collections.abc import Mapping
from fractions import Fraction

from teamplan.engine.pay.commission import tenure_factor, tiered
from teamplan.engine.pay.performance import coefficient_of, genuine, score_of
from teamplan.playbook.pay_people import PaidPerson
from teamplan.playbook.pay_rules import OvertimeRule, PayRules
from teamplan.record import Record

GIVEN = "given"  # a coefficient that the file holds, in place of a measure of `pay.yaml`


class Measured(Record):
    """A target, what counts towards it, and the share of it that was attained."""

    target: Fraction
    done: Fraction
    not_genuine: Fraction

    @property
    def attainment(self) -> Fraction:
        return genuine(self.done, self.not_genuine) / self.target


class Performance(Record):
    """The coefficient of a person's performance, what it comes from, and the measures behind it.

    `measure` is `given`, `scores`, `inquiries` or `sales`.
    """

    measure: str
    coefficient: Fraction
    score: Fraction | None
    inquiries: Measured | None
    sales: Measured | None


def performance_of(rules: PayRules, person: PaidPerson, team_target: Fraction | None) -> Performance:
    """The performance of a person whose measures are sound. A computed coefficient stops at the highest that is paid.

    An own target of inquiries wins over a share of the team's.
    """
    most = rules.coefficients.performance.ends[1].canonical
    inquiries, sales = _inquiries(person, team_target), _sales(person)
    score = score_of(rules.score, person.scored) if person.scored else None
    found: Mapping[str, Fraction | None] = {
        GIVEN: person.performance,
        "scores": None if score is None else coefficient_of(score, rules.score, most),
        "inquiries": None if inquiries is None else min(inquiries.attainment, most),
        "sales": None if sales is None else min(sales.attainment, most),
    }
    measure, coefficient = next((name, each) for name, each in found.items() if each is not None)
    return Performance(measure, coefficient, score, inquiries, sales)


def _inquiries(person: PaidPerson, team_target: Fraction | None) -> Measured | None:
    target = person.inquiry_target
    if target is None and person.inquiry_share and team_target:
        target = person.inquiry_share * team_target
    if target is None or person.inquiries is None:
        return None
    return Measured(target, person.inquiries, person.inquiries_not_genuine)


def _sales(person: PaidPerson) -> Measured | None:
    if person.sales_target is None or person.sales is None:
        return None
    return Measured(person.sales_target, person.sales, person.sales_not_genuine)


class Factors(Record):
    """The factors on a person's base: grade, floating share, tenure on the commission."""

    grade: Fraction
    floating: Fraction
    tenure: Fraction


def factors_of(rules: PayRules, person: PaidPerson) -> Factors:
    """The factors of a person: as given, else the rules' own."""
    own = rules.coefficients
    return Factors(
        grade=own.grade.value.canonical if person.grade is None else person.grade,
        floating=own.floating.value.canonical if person.floating is None else person.floating,
        tenure=tenure_factor(rules.tenure, person.tenure_months),
    )


def fixed_pay(person: PaidPerson, factors: Factors) -> Fraction:
    """base x grade. Not rounded, as all sums here."""
    return person.base * factors.grade


def floating_pay(person: PaidPerson, factors: Factors, performance: Performance) -> Fraction:
    """base x floating share x coefficient of performance."""
    return person.base * factors.floating * performance.coefficient


def bonus_pay(rules: PayRules, person: PaidPerson, performance: Performance) -> Fraction:
    """The bonus on inquiries, of the base salary; nothing without a target of inquiries."""
    measured = performance.inquiries
    return tiered(rules.bonus, measured.attainment, person.base) if measured else Fraction(0)


def commission_pay(rules: PayRules, factors: Factors, performance: Performance) -> Fraction:
    """The commission on genuine sales with the factor of tenure; nothing without a target of sales."""
    measured = performance.sales
    return tiered(rules.commission, measured.attainment, measured.target) * factors.tenure if measured else Fraction(0)


def overtime_pay(rule: OvertimeRule | None, person: PaidPerson, factors: Factors) -> Fraction:
    """Hours of overtime by kind of day, each a multiple of the hour that base x grade pays."""
    hours = person.overtime
    if rule is None or not any(hours.values()):
        return Fraction(0)
    hour = fixed_pay(person, factors) / rule.hours.value.canonical
    return sum((hour * getattr(rule, day).value.canonical * each for day, each in hours.items()), Fraction(0))
