"""Pay by performance: cases worked out by hand, and what holds of every commission, share and sheet."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from teamplan.engine.pay.commission import tiered
from teamplan.engine.pay.payroll import payroll_of
from teamplan.engine.pay.performance import inquiry_cost
from teamplan.engine.pay.phase import fitting
from teamplan.engine.pay.sheet import PaySheet, PayTerms, sheet_of
from teamplan.playbook.money import Money, nothing
from teamplan.playbook.pay_people import InquiryPlan, PaidPerson, PayFile
from teamplan.playbook.pay_rules import PayRules, Tiers
from teamplan.playbook.playbook import Playbook
from teamplan.reading.load import load
from teamplan.reading.pay_rules import read_pay_rules
from teamplan.reading.pay_sheet import terms_of
from teamplan.reading.places import built_in
from tests.shops import store

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "sheet.yaml").read_text(encoding="utf-8"))
ROLE = "warehouse-keeper"
Rows = list[Mapping[str, Any]]


@cache
def _terms(city: str) -> PayTerms:
    playbook = load(built_in())
    return terms_of(playbook, read_pay_rules(built_in(), playbook), payroll_of(playbook, store(city=city)))


def sheet(people: Rows, inquiries: Mapping[str, Any] | None = None, city: str = "hangzhou") -> PaySheet:
    named = [{"name": f"person {place}", "role": ROLE} | dict(each) for place, each in enumerate(people)]
    file = PayFile.model_validate({"people": named} | ({"inquiries": inquiries} if inquiries else {}))
    return sheet_of(_terms(city), file, {ROLE: ROLE})


def test_the_rules_that_ship_are_sound(playbook: Playbook) -> None:
    rules = read_pay_rules(built_in(), playbook)
    assert list(rules.phases) == ["initial", "growth", "mature"]
    assert [part.share for part in rules.score.parts.values()] == [Fraction(7, 10), Fraction(1, 5), Fraction(1, 10)]
    sources = {name: phase.source for name, phase in rules.phases.items()}
    assert sources == {"initial": "004-P1", "growth": "004-P2", "mature": "004-P3"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_a_month_pays_what_was_worked_out_by_hand(case: dict[str, Any]) -> None:
    slip = sheet([case["person"]]).slips[0]
    paid = {name: each.amount for name, each in slip.parts.items() if each}
    assert paid == {name: Decimal(str(amount)).quantize(Decimal("0.01")) for name, amount in case["paid"].items()}
    assert slip.performance.coefficient == Fraction(str(case["performance"]))
    assert slip.performance.score == (Fraction(str(case["score"])) if "score" in case else None)
    assert slip.gross.amount == sum(paid.values())


def test_the_cost_of_inquiries_and_the_target_are_those_of_the_article() -> None:
    """48,000 planned; 6,000 inquiries came, 3,200 closed; last month one cost 7.50."""
    given = {"promotion_cost": 30000, "labour_cost": 14000, "management_cost": 4000, "inquiries": 6000, "closed": 3200}
    found = inquiry_cost(InquiryPlan.model_validate(given | {"benchmark": 7.5}))
    assert (found.each, found.closed, found.target) == tuple(map(Fraction, (8, 15, 6400)))
    assert found.each is not None
    assert found.closed == 6000 * found.each / 3200  # inquiries x theoretical / closed
    assert inquiry_cost(InquiryPlan.model_validate(given)).target is None, "its own cost only gives 6,000 back"


def test_a_share_of_the_teams_target_is_a_target() -> None:
    plan = {"promotion_cost": 30000, "labour_cost": 14000, "management_cost": 4000, "benchmark": 8}
    slip = sheet([{"base": 4000, "inquiry_share": "50%", "inquiries": 3240}], plan).slips[0]
    assert slip.performance.inquiries is not None
    assert (slip.performance.inquiries.target, slip.performance.coefficient) == (Fraction(3000), Fraction(108, 100))


def test_a_collaborator_gets_what_the_other_gives_to_the_coin() -> None:
    """1,000 x 1.05 = 1,050 of commission, a third of which is 349.96 at 33.33 %, rounded from 349.965."""
    seller = {"base": 4000, "performance": 1, "sales_target": 100000, "sales": 100000, "tenure_months": 12}
    slips = sheet(
        [seller | {"collaborator": "person 1", "collaborator_share": "33.33%"}, {"base": 4000, "performance": 1}]
    )
    one, other = slips.slips
    assert (str(one.commission.amount), str(one.shared.amount), str(other.received.amount)) == (
        "700.04",
        "349.96",
        "349.96",
    )
    assert (one.commission + other.received).amount == Decimal("1050.00")


attainments = st.fractions(min_value=0, max_value=3, max_denominator=1000)


def _tiers(kind: str) -> Tiers:
    rates = {"0%": 1, "80%": 2, "100%": 4, "150%": 5}
    tiers = [
        {"at": at, "rate": {"value": f"{rate}%", "range": [0, 9], "source": "004", "grade": "C"}}
        for at, rate in rates.items()
    ]
    return Tiers.model_validate({"kind": kind, "source": "004", "tiers": tiers})


@given(one=attainments, other=attainments)
def test_marginal_pay_is_continuous_and_both_kinds_never_fall(one: Fraction, other: Fraction) -> None:
    low, high = sorted((one, other))
    whole = Fraction(100_000)
    for kind in ("marginal", "stepped"):
        assert tiered(_tiers(kind), low, whole) <= tiered(_tiers(kind), high, whole)
    marginal = _tiers("marginal")
    rise = tiered(marginal, high, whole) - tiered(marginal, low, whole)
    assert rise <= Fraction(5, 100) * (high - low) * whole, "never steeper than the highest rate: no jump"


def test_stepped_pay_jumps_at_each_tier_by_the_difference_of_the_rates() -> None:
    tiers, whole, bit = _tiers("stepped"), Fraction(100_000), Fraction(1, 10**9)
    jumps = [round(tiered(tiers, at, whole) - tiered(tiers, at - bit, whole)) for at in (Fraction(4, 5), Fraction(1))]
    assert jumps == [800, 2000]  # 1 % of 80,000; 2 % of 100,000


@settings(max_examples=25)
@given(
    sales=st.lists(st.integers(0, 300_000), min_size=2, max_size=5),
    share=st.fractions(min_value=0, max_value=1, max_denominator=97),
)
def test_sharing_moves_money_and_makes_none(sales: list[int], share: Fraction) -> None:
    alone: Rows = [{"base": 4000, "sales_target": 90000, "sales": each} for each in sales]
    ring = {"collaborator_share": str(round(float(share), 4))}
    shared: Rows = [
        dict(each) | ring | {"collaborator": f"person {(place + 1) % len(sales)}"} for place, each in enumerate(alone)
    ]
    assert sheet(shared).gross == sheet(alone).gross


@pytest.mark.parametrize("city", ["beijing", "chengdu", "florida"])
def test_the_sheet_is_the_sum_of_its_slips_and_contributions_are_those_of_the_place(city: str) -> None:
    wages = [3000, 5200.55, 12000, 61000]
    found = sheet([{"base": wage, "performance": 1} for wage in wages], city=city)
    costs, start = found.terms.payroll.costs, nothing(found.gross.currency)
    assert found.gross == sum((slip.gross for slip in found.slips), start)
    assert found.total.likely == sum((slip.total.likely for slip in found.slips), start)
    for slip in found.slips:
        again = costs.paid(ROLE, Fraction(slip.gross.amount))
        assert (slip.cost.contributed, again.pay.likely) == (again.contributed, slip.gross)
        assert found.total.low <= found.total.likely <= found.total.high


def test_a_known_wage_costs_what_the_same_wage_of_the_plan_does(playbook: Playbook) -> None:
    payroll = payroll_of(playbook, store(city="hangzhou"))
    planned = payroll.costs.of(ROLE)
    again = payroll.costs.paid(ROLE, Fraction(planned.pay.likely.amount))
    assert (again.pay.likely, again.total.likely) == (planned.pay.likely, planned.total.likely)
    assert again.pay.low == again.pay.high


def test_half_the_hours_ask_for_half_the_minimum_wage() -> None:
    terms = _terms("beijing")
    person = {"name": "a", "role": ROLE, "base": 1}
    full, half = (PaidPerson.model_validate(person | more) for more in ({}, {"hours_a_week": 20}))
    assert (terms.least(full), terms.least(half)) == (
        Money(Decimal("2540.00"), "CNY"),
        Money(Decimal("1270.00"), "CNY"),
    )


@pytest.mark.parametrize(
    ("people", "stage", "gains", "phase", "why"),
    [
        (1, "solo-launch", None, "initial", "few"),
        (5, "one-year", True, "initial", "few"),
        (6, "three-months", None, "growth", "many"),
        (15, "half-year", False, "growth", "many"),
        (15, "half-year", True, "mature", "gaining"),
        (6, "one-year", None, "mature", "stage"),
    ],
)
def test_the_phase_follows_people_then_stage_or_gain(
    playbook: Playbook, people: int, stage: str, gains: bool | None, phase: str, why: str
) -> None:
    rules: PayRules = _terms("hangzhou").rules
    found = fitting(rules, people, list(playbook.stages), stage, gains)
    assert (found.phase, found.why) == (phase, why)
