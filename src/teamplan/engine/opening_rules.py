"""Owns what must hold of the openings of posts and hours in a playbook."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from teamplan.engine.posts import posts_of
from teamplan.engine.rules import Finding
from teamplan.playbook.duties import Duty
from teamplan.playbook.stages import Stage


def with_early_posts(stages: Mapping[str, Stage], duties: Mapping[str, Duty], stage_id: str) -> Stage:
    """A stage with the posts of later ones that may open early in it."""
    return stages[stage_id].model_copy(update={"team": posts_of(stages, duties, stage_id)})


def check_openings(stages: Mapping[str, Stage], duties: Mapping[str, Duty], stage_id: str) -> Iterator[Finding]:
    """Roles that work is handed over to and that take none; opening hours that do not widen."""
    stage = stages[stage_id]
    able = posts_of(stages, duties, stage_id)
    for place, role in enumerate(stage.hand_over):
        if role not in able:
            yield Finding("hands-nothing-over", stage_id, ("hand_over", str(place)), {"role": role})
    windows = [stage.service.open, *(each.open for each in stage.service.wider)] if stage.service else []
    for place, (narrow, wide) in enumerate(pairwise(windows)):
        if not narrow.within(wide):
            values = {"hours": str(narrow)}
            yield Finding("hours-shrink", stage_id, ("service", "wider", str(place), "open"), values)
