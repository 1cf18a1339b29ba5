"""Owns what must hold of the openings of posts and hours in a playbook."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from teamplan.engine.posts import posts_of
from teamplan.engine.rules import Finding
from teamplan.playbook.duties import Duty, HeadcountOf
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
    yield from _lent_to_leaders(stages, duties, stage_id)


def _lent_to_leaders(stages: Mapping[str, Stage], duties: Mapping[str, Duty], stage_id: str) -> Iterator[Finding]:
    """Posts whose work would stay, until they open, with somebody who looks after others: nobody could count both."""
    ids, team = list(stages), stages[stage_id].team
    place = ids.index(stage_id)
    before = stages[ids[place - 1]].carrier if place else {}
    for role, post in team.items():
        had = [before[duty] for duty in post.duties if duty in before] if post.opens_at is not None else []
        lender = next((each for each in had if each != role and each in team), None)
        if lender is None:
            continue
        lent = [duty for duty in post.duties if before.get(duty) == lender]
        for duty in (*team[lender].duties, *lent):
            if duty in duties and isinstance(duties[duty].driver, HeadcountOf):
                values = {"role": role, "lender": lender, "duty": duty, "before": ids[place - 1]}
                yield Finding("lent-to-leader", stage_id, ("team", role, "opens_at"), values)
