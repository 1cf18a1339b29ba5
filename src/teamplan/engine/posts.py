"""Owns which posts a stage can have: those of its team, and those of later stages that may open early in it."""

from collections.abc import Mapping, Sequence

from teamplan.playbook.duties import Duty
from teamplan.playbook.stages import Post, Stage


def posts_of(stages: Mapping[str, Stage], duties: Mapping[str, Duty], stage_id: str) -> dict[str, Post]:
    """The posts of a stage by role: its team, and behind it the posts of later stages that may open early.

    These are the roles that this stage or an earlier one hands work over to, and those that open at a volume of their
    own. Early they carry of their duties what arises already and nobody of the team does.
    """
    ids = list(stages)
    place = ids.index(stage_id)
    team, later = stages[stage_id].team, ids[place + 1 :]
    listed = {role for each in ids[: place + 1] for role in stages[each].hand_over}
    found = {role: _opening(stages, later, role, post) for role, post in team.items()}
    taken = {duty for post in team.values() for duty in post.duties}
    for each in later:
        for role, post in stages[each].team.items():
            if role in found or (role not in listed and post.opens_at is None):
                continue
            own = [duty for duty in post.duties if duty not in taken and _arises(ids, duties, duty, place)]
            if own:
                found[role] = _early(post, own)
                taken.update(own)
    return found


def _arises(ids: Sequence[str], duties: Mapping[str, Duty], duty: str, place: int) -> bool:
    """Whether a duty has arisen; one that nobody described, as of a faulty file, or that is dormant has not."""
    if duty not in duties or duties[duty].dormant:
        return False
    first = duties[duty].from_stage
    return first is None or first not in ids or ids.index(first) <= place


def _opening(stages: Mapping[str, Stage], later: Sequence[str], role: str, post: Post) -> Post:
    """A post of the team; one that a founder's skill postpones opens at the volume that a later stage gives it."""
    if post.unless_founder is None or post.opens_at is not None:
        return post
    volumes = (stages[each].team[role].opens_at for each in later if role in stages[each].team)
    opens_at = next((each for each in volumes if each is not None), None)
    return post if opens_at is None else post.model_copy(update={"opens_at": opens_at})


def _early(post: Post, duties: Sequence[str]) -> Post:
    """A post of a later stage as it is before its stage."""
    floor = None if post.opens_at is None else 1
    changes = {"duties": tuple(duties), "at_least": floor, "exactly": None, "unless_founder": None}
    return post.model_copy(update=changes)
