"""The difference in cost: of two saved plans, of a plan and a team, of two stages of one shop."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from teamplan.engine.pay.payroll import payroll_of
from teamplan.playbook.money import Money
from teamplan.playbook.playbook import Playbook
from teamplan.questions.diff.answer import diff_costs
from tests.cli.prompt import teamplan
from tests.shops import store


def saved(path: Path, *options: str) -> Decimal:
    """Save the plan of a prompt; its monthly cost."""
    text = teamplan("recommend", *options, "--format", "json").stdout
    path.write_text(text, encoding="utf-8")
    return Decimal(json.loads(text)["cost"]["monthly_payroll"])


def change(*options: str) -> dict[str, Any]:
    found = json.loads(teamplan("diff", *options, "--format", "json").stdout)["changes"][-1]
    assert found["what"] in ("cost", "costs")
    values: dict[str, Any] = found["values"]
    return values


def test_two_plans_differ_by_what_they_cost_to_the_cent(tmp_path: Path) -> None:
    before, after = tmp_path / "a.json", tmp_path / "b.json"
    costs = saved(before, "--orders", "100"), saved(after, "--orders", "100", "--city", "beijing")
    values = change(str(before), str(after))
    assert (Decimal(values["before"]), Decimal(values["after"])) == costs
    assert Decimal(values["difference"]) == costs[1] - costs[0] > 0
    page = teamplan("diff", str(before), str(after)).stdout
    assert f"cost a month: {costs[0]:,.0f} CNY -> {costs[1]:,.0f} CNY ({costs[1] - costs[0]:+,.0f})" in page


def test_what_is_bought_outside_counts_as_well(tmp_path: Path) -> None:
    before, after = tmp_path / "a.json", tmp_path / "b.json"
    own = saved(before, "--orders", "270")
    people = saved(after, "--orders", "270", "--sourcing", "pre-sale-service=chats-by-consult")
    total = Decimal(json.loads(after.read_text(encoding="utf-8"))["cost"]["monthly_total"])
    assert people < total < own
    assert Decimal(change(str(before), str(after))["difference"]) == total - own


def test_a_team_file_costs_what_its_people_do_at_the_place_that_is_named(tmp_path: Path, playbook: Playbook) -> None:
    plan, team = tmp_path / "a.json", tmp_path / "team.yaml"
    saved(plan, "--orders", "30")
    team.write_text("roles: {operator: 2}\n", encoding="utf-8")
    for city in ("other", "beijing"):
        values = change(str(plan), str(team), "--city", city)
        month = payroll_of(playbook, store(city=city)).month({"operator": 2}).likely
        assert values["after"] == str(month.amount)


def test_two_currencies_are_told_beside_each_other_and_a_plan_without_cost_is_read(tmp_path: Path) -> None:
    cny, usd = Money(Decimal("10.00"), "CNY"), Money(Decimal("2.00"), "USD")
    [told] = diff_costs(cny, usd)
    assert (told.what, "difference" in told.values) == ("costs", False)
    assert diff_costs(cny, None) == diff_costs(cny, cny) == ()
    old, new = tmp_path / "a.json", tmp_path / "b.json"
    saved(old, "--orders", "30")
    data = json.loads(old.read_text(encoding="utf-8"))
    del data["cost"]
    new.write_text(json.dumps(data), encoding="utf-8")
    assert "No difference" in teamplan("diff", str(old), str(new)).stdout


@pytest.mark.parametrize("given", ["12", "-1.00", "1e9", 5, "１.00"])
def test_a_saved_cost_that_is_no_sum_is_refused(given: object, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    saved(path, "--orders", "30")
    data = json.loads(path.read_text(encoding="utf-8"))
    data["cost"]["monthly_payroll"] = given
    path.write_text(json.dumps(data), encoding="utf-8")
    done = teamplan("diff", str(path), str(path))
    assert done.returncode == 2
    assert "cost" in done.stderr
