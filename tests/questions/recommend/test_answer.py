"""The plan of shops that the built-in playbook does not have."""

from fractions import Fraction

import pytest

from teamplan.playbook.store import Store
from teamplan.questions.recommend.answer import recommend
from teamplan.questions.recommend.plan import NextStage
from tests.engine.small import small

PACKER, WATCHER = {"duties": ["packing"], "at_least": 1}, {"duties": ["watching"], "at_least": 1}


@pytest.mark.parametrize(
    ("conversion", "hires", "uncounted"), [(None, [], ("watcher",)), ("2%", [("watcher", 11)], ())]
)
def test_what_hangs_on_unknown_visitors_in_the_next_stage_is_named_not_guessed(
    conversion: str | None, hires: list[tuple[str, int]], uncounted: tuple[str, ...]
) -> None:
    playbook = small({"packer": PACKER}, {"packer": PACKER, "watcher": WATCHER})
    store = Store.model_validate({"orders": Fraction(50)} | ({"conversion": conversion} if conversion else {}))
    following = recommend(playbook, store).stage.next
    assert isinstance(following, NextStage)
    assert [(hire.role, hire.people) for hire in following.hires] == hires  # 100 orders at 2 % are 5,000 minutes
    assert following.uncounted == uncounted
