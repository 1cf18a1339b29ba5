"""`explain payroll`: from the month's sum down to every rate, to the cent."""

import csv
import io
from decimal import Decimal
from fractions import Fraction

import pytest

from teamplan.playbook.playbook import Playbook
from teamplan.questions.budget.answer import budget
from teamplan.questions.budget.question import BudgetQuestion
from teamplan.questions.explain.answer import explain
from teamplan.questions.explain.reasons import Reason
from tests.cli.prompt import teamplan
from tests.shops import store

PLACES: tuple[dict[str, str], ...] = (
    {},
    {"city": "beijing"},
    {"city": "florida"},
    {"currency": "EUR", "exchange": "7.8 CNY 2026-11-01"},
)


def named(reason: Reason, what: str) -> list[Reason]:
    return [each for each in reason.because if each.what == what]


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_every_sum_of_the_tree_is_the_sum_of_what_is_below_it(playbook: Playbook, place: dict[str, str]) -> None:
    shop = store(orders=270, **place)
    tree, told = explain(playbook, shop, "payroll"), budget(playbook, shop, BudgetQuestion())
    assert tree.values["total"] == told.total.likely
    roles = named(tree, "pay-role")
    assert sum((each.values["total"].amount for each in roles), Decimal(0)) == tree.values["total"].amount
    for role in roles:
        parts = [each.values["amount"].amount for each in role.because]
        assert sum(parts, Decimal(0)) == role.values["each"].amount
        assert role.values["each"].amount * int(role.values["people"]) == role.values["total"].amount


def test_a_contribution_is_its_rate_of_the_pay_that_counts_and_says_what_held_it(playbook: Playbook) -> None:
    """By hand: an agent is paid 4,700 x 1.35 = 6,345 in Beijing, below the least of 7,162 that counts."""
    tree = explain(playbook, store(orders=30, city="beijing"), "payroll")
    [agent] = named(tree, "pay-role")
    [gross] = named(agent, "pay-gross")
    assert gross.values["amount"].amount == Decimal("6345.00")
    paid = {each.values["id"]: each.values for each in named(agent, "pay-contribution")}
    assert (paid["pension"]["base"].amount, paid["pension"]["held"]) == (Decimal("7162.00"), "floor")
    assert paid["pension"]["amount"].amount == Decimal("1145.92")
    held = {name: each["held"] for name, each in paid.items()}
    assert held["pension"] == "floor"
    yearly = explain(playbook, store(orders=30, city="florida"), "payroll")
    taxes = {each.values["id"]: each.values for each in named(named(yearly, "pay-role")[0], "pay-contribution")}
    capped = [each for each in taxes.values() if each["held"] == "cap"]
    assert capped
    assert all(each["base"].amount == Decimal("583.33") for each in capped)


def test_every_figure_has_its_range_source_and_grade(playbook: Playbook) -> None:
    tree = explain(playbook, store(orders=100), "payroll")
    [place] = named(tree, "pay-place")
    rates = named(place, "pay-rate")
    assert len(rates) == len(playbook.places["other"].contributions)
    for each in rates:
        assert each.values["grade"] in "ABCDJ"
        assert each.values["source"] or named(each, "reason")
    operator = next(each for each in named(tree, "pay-role") if each.values["role"] == "operator")
    leaves = {leaf.values["name"] for part in operator.because for leaf in part.because if leaf.what == "assumption"}
    assert leaves == {"recruiting_pay", "training_pay", "leavers_others", "workplace_cny"}
    recruiting = next(each for each in operator.because if each.what == "pay-recruiting")
    share = (
        playbook.assumptions["leavers_others"].value.canonical * playbook.assumptions["recruiting_pay"].value.canonical
    )
    assert Fraction(recruiting.values["amount"].amount) == round(7000 * share / 12, 2)


def test_nobody_and_wages_alone_are_explained_too(playbook: Playbook) -> None:
    nobody = explain(playbook, store(orders=0), "payroll")
    assert (nobody.values["people"], float(nobody.values["total"])) == (0, 0)
    bare = playbook.with_(frame=playbook.frame.model_copy(update={"cost": None}), places={})
    [agent] = named(explain(bare, store(orders=30), "payroll"), "pay-role")
    assert [each.what for each in agent.because] == ["pay-gross"]


def test_all_formats_tell_it() -> None:
    rows = list(csv.DictReader(io.StringIO(teamplan("explain", "payroll", "--orders", "30", "--format", "csv").stdout)))
    assert rows[0]["what"] == "payroll"
    assert rows[0]["total"] == rows[1]["total"] == "6805.97"
    page = teamplan("explain", "payroll", "--orders", "30", "--city", "beijing", "--lang", "zh").stdout
    assert "养老保险：1,145.92 元 = 16% × 7,162.00 元（按缴费基数下限）" in page
    refused = teamplan("explain", "payroll", "--orders", "30", "--city", "atlantis")
    assert refused.returncode == 2
    assert "atlantis" in refused.stderr
