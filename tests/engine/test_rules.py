"""Each rule of refinement is there because a shop would lose people without it; the shops are small."""

from typing import Any

import pytest

from teamplan.engine.rules import check_refinement
from teamplan.errors import TeamplanError
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store
from teamplan.questions.recommend.answer import recommend
from teamplan.reading.load import load
from teamplan.reading.places import built_in
from tests.engine.small import small
from tests.shops import store


def found(playbook: Playbook) -> list[str]:
    earlier, later = playbook.stages.items()
    return [finding.key for finding in check_refinement(playbook.duties, earlier, later)]


def people_at_the_bound(playbook: Playbook) -> tuple[int, int]:
    below, at = (
        recommend(playbook, Store.model_validate({"orders": 100, "stage": f"stage-{place}"})).headcount
        for place in (1, 2)
    )
    return below, at


PLANNING = {"duties": ["planning"]}
FOUR = {"duties": ["planning", "packing"], "from_fte": 0.6}


@pytest.mark.parametrize(
    ("key", "before", "after", "values"),
    [
        (
            "condition-takes-over",  # what is left for it is no longer worth a post, what went away fills one
            {"packer": {"duties": ["planning", "packing"], "from_fte": 0.6}},
            {"packer": {"duties": ["planning"], "from_fte": 0.6}, "agent": {"duties": ["packing"]}},
            {"weekly": "20 h/week", "pack": "4.8 min"},
        ),
        (
            "condition-takes-over",
            {"packer": {"duties": ["packing"]}},
            {"packer": {"duties": ["packing"], "unless_founder": "warehouse"}},
            {},
        ),
        (
            "heir-not-led",
            {"packer": {"duties": ["packing"]}, "leader": {"duties": ["leading"]}},
            {"sorter": {"duties": ["packing"]}, "leader": {"duties": ["leading"]}},
            {"per_head": "40 h/week", "pack": "10 min"},
        ),
        (
            "roles-merged",
            {"packer": {"duties": ["packing"]}, "agent": {"duties": ["planning"]}},
            {"packer": {"duties": ["packing", "planning"]}},
            {"weekly": "4 h/week", "pack": "4 min"},
        ),
        (
            "floor-shrinks",
            {"packer": {"duties": ["packing"], "at_least": 3}},
            {"packer": {"duties": ["packing"], "at_least": 2}},
            {},
        ),
        (
            "duty-back-to-owner",
            {"packer": {"duties": ["packing", "planning"]}},
            {"packer": {"duties": ["packing"]}},
            {"weekly": "40 h/week"},
        ),
        (
            "relief-returns",
            {"packer": {"duties": ["packing"]}},
            {"packer": {"duties": ["packing"], "relieved_by": "owner"}},
            {"attendance": "50%"},
        ),
        (
            "cap-appears",
            {"packer": {"duties": ["packing"]}},
            {"packer": {"duties": ["packing"], "exactly": 1}},
            {"pack": "10 min"},
        ),
    ],
)
def test_a_shop_that_would_lose_people_is_refused(
    key: str, before: dict[str, Any], after: dict[str, Any], values: dict[str, Any]
) -> None:
    playbook = small(before, after, **values)
    assert key in found(playbook)
    if "unless_founder" not in str(after):
        below, at = people_at_the_bound(playbook)
        assert at < below


def test_those_who_are_led_may_change_their_name_if_their_leaders_are_fixed() -> None:
    leader = {"duties": ["leading"], "exactly": 1}
    before = {"packer": {"duties": ["packing"]}, "leader": leader}
    assert found(small(before, {"sorter": {"duties": ["packing"]}, "leader": leader})) == []


def test_a_condition_that_keeps_all_its_work_may_stay() -> None:
    assert found(small({"packer": FOUR}, {"packer": FOUR, "agent": {"duties": ["chatting"]}})) == []


@pytest.mark.parametrize("key", ["new_products", "ad_spend"])
def test_inputs_overridden_for_one_shop_may_not_shrink_either(key: str) -> None:
    """499 orders with ten new products a week would need more people than 500 with three."""
    playbook = load(built_in())
    most = playbook.assumptions[f"{key}_one_year"].value.number + 1
    changed = {"orders": 300, "assumptions": {f"{key}_half_year": float(most)}}
    with pytest.raises(TeamplanError) as raised:
        recommend(playbook, store(**changed))
    assert [problem.key for problem in raised.value.problems] == ["input-shrinks"]
    assert raised.value.problems[0].path == ("one-year", "inputs", key.replace("_", "-"))
    assert recommend(playbook, store(**changed, **{key: 10})).stage.id == "half-year"
