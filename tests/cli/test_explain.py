"""`teamplan explain`: the tree says what `recommend` says, down to the assumptions."""

import json
from typing import Any

import pytest

from tests.cli.prompt import teamplan

SHOP = ("--visitors", "6000", "--conversion", "4.5%")


def explained(*arguments: str) -> dict[str, Any]:
    done = teamplan("explain", *arguments, "--format", "json")
    assert done.returncode == 0, done.stderr
    reason: dict[str, Any] = json.loads(done.stdout)
    return reason


def steps(reason: dict[str, Any]) -> list[dict[str, Any]]:
    return [reason, *(step for child in reason["because"] for step in steps(child))]


def test_every_role_of_the_plan_is_explained_with_its_own_numbers() -> None:
    plan = json.loads(teamplan("recommend", *SHOP, "--format", "json").stdout)
    for role in plan["roles"]:
        reason = explained(role["id"], *SHOP)
        if role["headcount"] == 0:
            assert reason["what"] == "not-hired"
            continue
        assert reason["values"]["people"] == role["headcount"]
        assert reason["values"]["binding"] == role["binding"]
        assert reason["values"]["fte"] == role["fte"]
        binding = [step for step in reason["because"] if step["values"].get("binds")]
        assert [step["values"]["people"] for step in binding] == [role["headcount"]] or role["binding"] == "floor"
        following = next((step["values"] for step in reason["because"] if step["what"] == "next"), None)
        assert (following and {"orders": following["orders"], "visitors": following["visitors"]}) == role["next_at"]


def test_duties_add_up_to_the_work_of_the_role() -> None:
    reason = explained("warehouse-keeper", *SHOP)
    work = next(step for step in reason["because"] if step["what"] == "curve-work")
    duties = [step["values"]["hours"] for step in work["because"] if step["what"].startswith("duty")]
    assert sum(duties) == pytest.approx(work["values"]["hours"], rel=1e-12)
    assert work["values"]["hours"] / work["values"]["capacity"] == pytest.approx(work["values"]["exact"], rel=1e-12)


def test_every_assumption_shows_unit_range_source_and_grade() -> None:
    leaves = [step["values"] for step in steps(explained("pre-sale-service", *SHOP)) if step["what"] == "assumption"]
    assert {leaf["name"] for leaf in leaves} >= {"silent_share", "inquiry_conversion", "chat_minutes_3", "shift_hours"}
    for leaf in leaves:
        assert leaf["value"]
        assert leaf["low"]
        assert leaf["high"]
        assert leaf["grade"] in "ABCDJ"
        assert leaf["source"] or leaf["grade"] == "J"


def test_the_owner_is_explained_with_the_hours_of_the_plan() -> None:
    plan = json.loads(teamplan("recommend", "--orders", "30", "--format", "json").stdout)
    reason = explained("owner", "--orders", "30")
    assert reason["values"]["jobs"] == pytest.approx(plan["owner"]["fte"], rel=1e-12)
    hours = sum(step["values"]["hours_per_week"] for step in reason["because"] if step["what"].startswith("owner-"))
    assert hours == pytest.approx(sum(duty["hours_per_week"] for duty in plan["owner"]["duties"]), rel=1e-12)


def test_a_role_that_is_not_hired_says_who_carries_it_and_from_when_it_pays() -> None:
    reason = explained("service-lead", *SHOP)
    kinds = {step["what"]: step["values"] for step in reason["because"]}
    assert reason["what"] == "not-hired"
    assert kinds["pays-from"] == {"stage": "one-year", "orders": 500.0, "above": False}
    assert kinds["carried-by"] == {"duty": "lead-customer-service", "by": "store-manager"}


def test_the_volume_from_which_a_post_pays_is_exact() -> None:
    import math

    values = next(step["values"] for step in explained("bookkeeper", *SHOP)["because"] if step["what"] == "pays-from")
    counts = [
        next(role["headcount"] for role in json.loads(done.stdout)["roles"] if role["id"] == "bookkeeper")
        for done in (
            teamplan("recommend", "--orders", repr(orders), "--format", "json")
            for orders in (values["orders"], math.nextafter(values["orders"], math.inf))
        )
    ]
    assert counts == [0, 1]


def test_functions_duties_and_assumptions_are_explained_too() -> None:
    function = explained("customer-service", *SHOP)
    assert function["values"]["people"] == sum(child["values"].get("people", 0) for child in function["because"])
    assert explained("pack-parcels", *SHOP)["values"]["minutes"] == pytest.approx(2.6)
    changed = explained("pack_minutes", *SHOP, "--set", "pack_minutes=4")
    assert changed["values"]["value"] == "4 min"
    assert changed["because"][0] == {"what": "changed", "values": {"value": "2.6 min"}, "because": []}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("orders", ["4", "30", "100", "270", "650"])
def test_everything_can_be_explained_at_every_stage_in_both_languages(orders: str, language: str) -> None:
    from teamplan.answers.explain import explain
    from teamplan.i18n import Speaker
    from teamplan.model.store import Store
    from teamplan.playbook.load import load
    from teamplan.playbook.places import built_in
    from teamplan.render.explain_page import explain_page
    from teamplan.render.markdown import markdown
    from teamplan.render.words import Words

    playbook = load(built_in())
    words = Words(Speaker(language), playbook)  # type: ignore[arg-type]
    subjects = ["owner", *playbook.roles, *playbook.frame.functions, *playbook.duties, *playbook.assumptions]
    for subject in subjects:
        page = explain_page(explain(playbook, Store.model_validate({"orders": orders}), subject), words)
        assert len(markdown(page)) > 10
