"""`teamplan explain`: the tree says what `recommend` says, down to the assumptions."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from teamplan.language import LANGUAGES, Speaker
from teamplan.page.blocks import Tree
from teamplan.page.words import Words
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store
from teamplan.questions.explain.answer import explain
from teamplan.questions.explain.page import shown
from teamplan.questions.explain.reasons import Reason
from tests.cli.prompt import teamplan
from tests.shops import sampled
from tests.test_i18n import CHINESE

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


def lines(tree: Tree) -> Iterator[str]:
    yield tree.label
    for child in tree.children:
        yield from lines(child)


def told(reason: Reason, tree: Tree) -> bool:
    """Whether a tree has a branch for each step, as deep as the reason goes."""
    return len(reason.because) == len(tree.children) and all(map(told, reason.because, tree.children))


def named(words: Words) -> dict[str, str]:
    """Everything that can be explained, with how its explanation begins."""
    playbook, say = words.playbook, words.say
    names = {"owner": say("owner"), "payroll": {"en": "Payroll", "zh": "人力成本"}[say.language]}
    names |= {name: name for name in playbook.assumptions}
    names |= {role: words.role(role) for role in playbook.roles}
    names |= {function: words.function(function) for function in playbook.frame.functions}
    return names | {duty: words.duty(duty) for duty in playbook.duties}


@pytest.mark.parametrize("orders", sampled(["4", "30", "100", "270", "650"], every=3))
def test_everything_can_be_explained_at_every_stage_in_both_languages(playbook: Playbook, orders: str) -> None:
    store = Store.model_validate({"orders": orders})
    spoken = [Words(Speaker(language), playbook) for language in LANGUAGES]
    names = [named(words) for words in spoken]
    for subject in names[0]:
        reason = explain(playbook, store, subject)
        for words, own in zip(spoken, names, strict=True):
            tree = shown(reason, words).page().blocks[0]
            assert isinstance(tree, Tree)
            assert tree.label.startswith(own[subject])
            assert told(reason, tree)
            for line in lines(tree):
                assert bool(CHINESE.search(line)) == (words.say.language == "zh"), line
                assert not re.search(r"[{}]|\bNone\b|\bnan\b", line), line


def test_a_percentile_is_a_reason_with_its_assumption() -> None:
    """For chats by the day, for work that may wait by the days that it may be spread over; for nothing else."""
    found = steps(explained("pre-sale-service", "--orders", "270", "--percentile", "80"))
    chats = next(each for each in found if each["what"] == "percentile-chats")
    assert chats["values"]["times"] == pytest.approx(1 + 0.8416 * 0.2, abs=1e-4)
    (day_cv,) = chats["because"]
    assert (
        day_cv["values"].items()
        >= {"name": "day_cv", "value": "20%", "low": "10%", "high": "30%", "grade": "B"}.items()
    )
    assert "olist-daily" in day_cv["values"]["source"]
    packing = steps(explained("warehouse-keeper", "--orders", "270", "--percentile", "80"))
    assert {each["values"]["days"] for each in packing if each["what"] == "percentile-days"} == {3, 4, 6}
    for role, options in (("operator", ("--percentile", "80")), ("pre-sale-service", ())):
        found = steps(explained(role, "--orders", "270", *options))
        assert not any(each["what"].startswith("percentile") for each in found)


@pytest.mark.parametrize(("language", "words"), [("en", "For 80 % of days 1.17 times"), ("zh", "按 80% 的日子配人")])
def test_a_percentile_is_told_in_words(language: str, words: str) -> None:
    done = teamplan("explain", "pre-sale-service", "--orders", "270", "--percentile", "80", "--lang", language)
    assert done.returncode == 0
    assert words in done.stdout
