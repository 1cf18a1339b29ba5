"""Owns the measures of performance: score, cost of an inquiry, targets, attainment, and the coefficient they make."""

from collections.abc import Mapping
from fractions import Fraction

from teamplan.playbook.pay_people import InquiryPlan
from teamplan.playbook.pay_rules import ScoreRule
from teamplan.record import Record

Rated = Mapping[str, Fraction | Mapping[str, Fraction]]


class InquiryCost(Record):
    """The team's inquiries in money: the target from the planned cost, and what one cost and a closed one cost.

    None where the file does not tell what it takes.
    """

    planned: Fraction
    benchmark: Fraction | None
    target: Fraction | None
    each: Fraction | None
    closed: Fraction | None


def rating_of(rated: Fraction | Mapping[str, Fraction]) -> Fraction:
    """A rating as given, or the mean of its items."""
    return rated if isinstance(rated, Fraction) else sum(rated.values(), Fraction(0)) / len(rated)


def score_of(rule: ScoreRule, rated: Rated) -> Fraction:
    """0 to 100: each part's rating by its share (004: 0.70 result + 0.20 supervisor + 0.10 peers)."""
    return sum((part.share * rating_of(rated[name]) for name, part in rule.parts.items()), Fraction(0))


def coefficient_of(score: Fraction, rule: ScoreRule, most: Fraction) -> Fraction:
    """What a score pays: 1 at the score of `par`, in proportion to it, and no more than `most`."""
    return min(score / rule.par.value.number, most)


def genuine(done: Fraction, not_genuine: Fraction) -> Fraction:
    """What counts: never what was not genuine."""
    return done - not_genuine


def inquiry_cost(plan: InquiryPlan) -> InquiryCost:
    """What inquiries cost, and how many the planned cost must bring (004, growth).

    The target divides the planned cost by the benchmark, never by the cost of the same inquiries: that would only give
    their number back. Without a benchmark there is no target.
    """
    spent, count = plan.planned, plan.inquiries
    return InquiryCost(
        planned=spent,
        benchmark=plan.benchmark,
        target=spent / plan.benchmark if plan.benchmark else None,
        each=spent / count if count else None,
        closed=spent / plan.closed if plan.closed else None,
    )
