"""Shops of which somebody has told what their team is, one case each, and a table of answers to read as a diff.

To write `baseline.yaml` anew: `python -m tests.test_cases`.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store
from teamplan.questions.recommend.answer import recommend
from teamplan.questions.recommend.plan import Plan
from teamplan.reading.load import load
from teamplan.reading.places import built_in
from tests.shops import store

HERE = Path(__file__).parent
BASELINE = HERE / "baseline.yaml"
BASELINE_ORDERS = (4, 30, 79, 80, 100, 112.5, 150, 199, 200, 270, 300, 499, 500, 650, 800, 1000)
HEAD = """\
# People in each role by orders a day, for the default founder: read it as a diff.
# Written by `python -m tests.test_cases`; a change here is a change of advice to every owner, and wants a reason.
"""
NAMED = [
    (f"{path.stem}: {case['name']}", case)
    for path in sorted((HERE / "cases").glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]
CASES: dict[str, dict[str, Any]] = dict(NAMED)


def people(plan: Plan, role: str) -> int:
    """People in a role; a role that the stage does not have has none."""
    found = plan.role(role)
    return found.headcount if found else 0


def functions(plan: Plan) -> dict[str, int]:
    return {function.id: function.headcount for function in plan.functions}


def bindings(plan: Plan) -> dict[str, str | None]:
    return {role.id: role.binding for role in plan.roles}


def duties(plan: Plan, role: str) -> set[str]:
    found = plan.role(role)
    return set(found.duties) if found else set()


def inside(wanted: int | list[int], found: int) -> bool:
    low, high = wanted if isinstance(wanted, list) else (wanted, wanted)
    return low <= found <= high


def advice(plan: Plan) -> set[str]:
    return {each.id for each in plan.advice}


EXPECTATIONS: dict[str, Callable[[Plan, Any], bool]] = {
    "stage": lambda plan, wanted: plan.stage.id == wanted,
    "by": lambda plan, wanted: plan.stage.by == wanted,
    "by_age": lambda plan, wanted: plan.stage.by_age == wanted,
    "by_visitors": lambda plan, wanted: plan.stage.by_visitors == wanted,
    "transition": lambda plan, wanted: plan.stage.transition == wanted,
    "orders": lambda plan, wanted: plan.store.orders == wanted,
    "headcount": lambda plan, wanted: inside(wanted, plan.headcount),
    "roles": lambda plan, wanted: all(inside(count, people(plan, role)) for role, count in wanted.items()),
    "functions": lambda plan, wanted: all(inside(count, functions(plan)[each]) for each, count in wanted.items()),
    "binding": lambda plan, wanted: wanted.items() <= bindings(plan).items(),
    "duties": lambda plan, wanted: all(set(each) <= duties(plan, role) for role, each in wanted.items()),
    "owner_fte_at_most": lambda plan, wanted: plan.owner.fte <= wanted,
    "advice": lambda plan, wanted: set(wanted) <= advice(plan),
    "no_advice": lambda plan, wanted: not set(wanted) & advice(plan),
    "to_hire": lambda plan, wanted: (
        wanted.items() <= {hire.role: hire.people for hire in plan.to_hire}.items() and bool(wanted or not plan.to_hire)
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_case(name: str, playbook: Playbook) -> None:
    case = CASES[name]
    assert case.keys() == {"name", "store", "expect"}
    plan = recommend(playbook, store(**case["store"]))
    failed = {key: wanted for key, wanted in case["expect"].items() if not EXPECTATIONS[key](plan, wanted)}
    found = {role.id: (role.headcount, role.binding) for role in plan.roles}
    assert not failed, (plan.stage, plan.headcount, found, plan.owner.fte, sorted(advice(plan)), plan.to_hire)


def test_every_case_has_a_name_of_its_own() -> None:
    assert len(CASES) == len(NAMED)


def test_cases_name_only_what_exists(playbook: Playbook) -> None:
    """A case about a role or an advice that was renamed would hold for ever."""
    known = {
        "roles": set(playbook.roles),
        "binding": set(playbook.roles),
        "to_hire": set(playbook.roles),
        "duties": set(playbook.roles),
        "functions": set(playbook.frame.functions),
        "advice": set(playbook.advice),
        "no_advice": set(playbook.advice),
    }
    named = {(key, each) for case in CASES.values() for key in known for each in case["expect"].get(key, ())}
    assert {each for key, each in named if each not in known[key]} == set()


def test_every_advice_is_given_to_somebody(playbook: Playbook) -> None:
    assert {each for case in CASES.values() for each in case["expect"].get("advice", ())} == set(playbook.advice)


def baseline(playbook: Playbook) -> dict[float, dict[str, Any]]:
    """The table: stage, people and those of each role that is filled, at each of the orders."""
    table: dict[float, dict[str, Any]] = {}
    for orders in BASELINE_ORDERS:
        plan = recommend(playbook, Store.model_validate({"orders": orders}))
        filled = {role.id: role.headcount for role in plan.roles if role.headcount}
        table[orders] = {"stage": plan.stage.id, "people": plan.headcount, "owner": round(plan.owner.fte, 2)} | filled
    return table


def test_the_answers_are_those_of_the_baseline(playbook: Playbook) -> None:
    assert baseline(playbook) == yaml.safe_load(BASELINE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    written = yaml.safe_dump(baseline(load(built_in())), sort_keys=False, default_flow_style=False)
    BASELINE.write_text(HEAD + "\n" + written, encoding="utf-8")
