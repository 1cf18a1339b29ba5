"""Owns a payslip as machines read it, and how sums are written on pages of pay."""

from fractions import Fraction
from typing import Any

from teamplan.engine.pay.salary import Measured
from teamplan.engine.pay.sheet import Payslip, PayTerms
from teamplan.page.price import coins
from teamplan.playbook.money import Money, rounded

COEFFICIENTS = ("grade", "floating", "tenure")


def coin_text(money: Money) -> str:
    """A sum to the coin as people read it."""
    return f"{money.amount:,.2f}"


def in_coins(amount: Fraction | None, currency: str) -> str | None:
    """An exact sum, rounded once, as machines read it."""
    return None if amount is None else coins(rounded(amount, currency))


def least_of(terms: PayTerms) -> Money | None:
    """The minimum wage of full-time work at the place."""
    place = terms.payroll.place
    return place.minimum_wage.value.money if place and place.minimum_wage else None


def slip_data(slip: Payslip, terms: PayTerms) -> dict[str, Any]:
    """A slip with every part and factor, sums as texts of exact decimals."""
    performance, least = slip.performance, terms.least(slip.person)
    return {
        "name": slip.person.name,
        "role": slip.role,
        "coefficients": {key: float(getattr(slip.factors, key)) for key in COEFFICIENTS},
        "performance": {
            "measure": performance.measure,
            "coefficient": float(performance.coefficient),
            "score": None if performance.score is None else float(performance.score),
            "inquiries": _measured(performance.inquiries),
            "sales": _measured(performance.sales),
        },
        "parts": {name: coins(each) for name, each in slip.parts.items()},
        "shared": {"with": slip.person.collaborator, "amount": coins(slip.shared)},
        "gross": coins(slip.gross),
        "minimum_wage": None if least is None else coins(least),
        "contributions": {paid.name: coins(paid.amount.likely) for paid in slip.cost.contributions},
        "total": coins(slip.total.likely),
    }


def _measured(found: Measured | None) -> dict[str, float] | None:
    if found is None:
        return None
    return {
        "target": float(found.target),
        "done": float(found.done),
        "not_genuine": float(found.not_genuine),
        "attainment": float(found.attainment),
    }
