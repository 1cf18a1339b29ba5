"""The Python interface: a few names that stay, and answers that are those of the prompt."""

import json
import re
import subprocess
import sys
from contextlib import redirect_stdout
from io import StringIO
from typing import Any

import pytest

import teamplan
from teamplan.engine.question import ask
from teamplan.record import fields
from tests.cli.prompt import teamplan as prompt
from tests.documents import text_of

NAMES = {
    "InputError",
    "Plan",
    "Playbook",
    "Store",
    "Thresholds",
    "__version__",
    "curves",
    "load_playbook",
    "recommend",
}
KEPT = {  # fields that programs read: they may become more, and none goes
    "Plan": {"store", "stage", "roles", "functions", "owner", "headcount", "cost", "advice"},
    "Thresholds": {"roles", "stages", "most_orders", "most_visitors"},
}
EXAMPLE = re.compile(r"^```python\n(.*?)^```$\n\n^```text\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="module")
def playbook() -> teamplan.Playbook:
    return teamplan.load_playbook()


def test_its_names_are_these() -> None:
    assert set(teamplan.__all__) == set(dir(teamplan)) == NAMES
    assert all(getattr(teamplan, name) is not None for name in NAMES)
    with pytest.raises(AttributeError, match="no attribute 'plan'"):
        _ = teamplan.plan


@pytest.mark.parametrize("name", KEPT)
def test_the_fields_that_programs_read_stay(name: str) -> None:
    assert KEPT[name] <= set(fields(getattr(teamplan, name)))


def test_to_import_it_loads_nothing() -> None:
    told = "import sys, teamplan; print([name for name in sys.modules if name.split('.')[0] in ('pydantic', 'typer')])"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    ("typed", "given"),
    [
        ("--visitors 6000 --conversion 4.5%", {"visitors": 6000, "conversion": 0.045}),
        ("--orders 60 --new-products 4", {"orders": 60, "new_products": 4}),
        ("--orders 270 --founder-skills none", {"orders": "270", "founder_skills": "none"}),
        ("--orders 270 --percentile 90", {"orders": 270, "percentile": 90}),
        (
            "--orders 270 --sourcing pre-sale-service=chats-by-consult",
            {"orders": 270, "sourcing": {"pre-sale-service": "chats-by-consult"}},
        ),
    ],
)
def test_a_plan_is_that_of_the_prompt(typed: str, given: dict[str, Any], playbook: teamplan.Playbook) -> None:
    told = json.loads(prompt("recommend", *typed.split(), "--json").stdout)
    plan = teamplan.recommend(playbook, given)
    assert plan.headcount == told["headcount"]
    assert {role.id: role.headcount for role in plan.roles} == {role["id"]: role["headcount"] for role in told["roles"]}
    assert plan.stage.id == told["stage"]["id"]


def test_a_shop_is_a_store_or_what_one_says(playbook: teamplan.Playbook) -> None:
    store = teamplan.Store.model_validate({"orders": 60})
    assert teamplan.recommend(playbook, store) == teamplan.recommend(playbook, {"orders": 60})


def test_steps_count_to_the_people_of_the_plan(playbook: teamplan.Playbook) -> None:
    given = {"visitors": 6000, "conversion": "4.5%"}
    steps = teamplan.curves(playbook, given, most_orders=600)
    assert (steps.most_orders, [stage.stage for stage in steps.stages]) == (600.0, list(playbook.stages))
    shop = ask(playbook, teamplan.Store.model_validate(given)).shop
    for stage in steps.stages:
        for role, known in stage.roles.items():
            for place, volume in enumerate(known.one_more_from, start=1):
                at = {"orders": volume, "visitors": volume / 0.045}
                counted = known.people + sum(each <= volume for each in known.one_more_from)
                assert shop.compiled(stage.stage).headcounts(at)[role] == counted >= known.people + place


def test_every_fault_is_told_with_its_place_and_the_mend(playbook: teamplan.Playbook) -> None:
    with pytest.raises(teamplan.InputError) as caught:
        teamplan.recommend(playbook, {"visitors": -1, "conversion": "450%", "order": 3})
    assert [each["key"] for each in caught.value.problems] == ["negative", "above-one", "unknown-key"]
    assert "Did you mean “orders”?" in str(caught.value)
    assert len(str(caught.value).splitlines()) == 3
    with pytest.raises(teamplan.InputError, match="Did you mean “marketplace”"):
        teamplan.load_playbook("markteplace")
    with pytest.raises(teamplan.InputError, match="--most-orders"):
        teamplan.curves(playbook, {"orders": 3}, most_orders=-1)


def test_playbooks_that_ship_and_overlays_go_by_their_names() -> None:
    streaming = teamplan.load_playbook("own-site", ["live-stream"])
    assert teamplan.recommend(streaming, {"visitors": 6000, "conversion": "2%"}).headcount > 0
    assert streaming.frame != teamplan.load_playbook("own-site").frame


@pytest.mark.parametrize("page", ["docs/en/python.md", "docs/zh/python.md"])
def test_the_examples_print_what_the_page_says(page: str) -> None:
    found = EXAMPLE.findall(text_of(page))
    names: dict[str, Any] = {}
    for code, said in found:
        with redirect_stdout(StringIO()) as told:
            exec(code, names)
        assert told.getvalue() == said
    assert len(found) == 3
