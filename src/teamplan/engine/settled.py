"""Owns what a playbook is for a shop's inputs: posts that have not split off yet, and duties that do not arise."""

from collections.abc import Iterator, Mapping, Set
from fractions import Fraction

from teamplan.playbook.duties import Duty, MoreThan
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.stages import Stage


def settled(playbook: Playbook, given: Mapping[str, Fraction]) -> Playbook:
    """The playbook of a shop that gives these inputs; the same one where nothing in it hangs on them.

    Up to the bound of a post that splits off, the other role carries its duties. A duty that hangs on an input arises
    from the first stage on that has enough of it: what stages take an input for only grows.
    """
    duties = {name: _arising(playbook, given, duty) for name, duty in playbook.duties.items()}
    stages = {name: _fitted(playbook, given, stage) for name, stage in playbook.stages.items()}
    if all(duties[name] is duty for name, duty in playbook.duties.items()) and all(
        stages[name] is stage for name, stage in playbook.stages.items()
    ):
        return playbook
    return playbook.with_(duties=duties, stages=stages, whole=playbook)


def bounds_of(playbook: Playbook, given: Set[str]) -> set[str]:
    """The assumptions that decide which posts have split off and which duties arise: bounds, and inputs not given."""
    whole = playbook.whole or playbook
    posts = [post.splits_from for stage in whole.stages.values() for post in stage.team.values()]
    bounds = [each for each in (*posts, *(duty.from_input for duty in whole.duties.values())) if each is not None]
    taken = {each.input for each in bounds} - given
    inputs = {stage.inputs[name] for stage in whole.stages.values() for name in taken}
    return {reference[1:] for reference in inputs.union(each.above for each in bounds)}


def amount_in(playbook: Playbook, stage: Stage, given: Mapping[str, Fraction], name: str) -> Fraction:
    """An input in its own unit: as given, else what the stage takes it for."""
    known = given.get(name)
    return playbook.assumptions[stage.inputs[name][1:]].value.canonical if known is None else known


def _reached(playbook: Playbook, given: Mapping[str, Fraction], stage: Stage, bound: MoreThan) -> bool:
    return amount_in(playbook, stage, given, bound.input) > playbook.assumptions[bound.above[1:]].value.canonical


def _arising(playbook: Playbook, given: Mapping[str, Fraction], duty: Duty) -> Duty:
    if duty.from_input is None:
        return duty
    ids, from_stage = list(playbook.stages), duty.from_stage
    reached = [each for each in ids if _reached(playbook, given, playbook.stages[each], duty.from_input)]
    if not reached:
        return duty.model_copy(update={"dormant": True})
    first = reached[0] if from_stage is None else max(from_stage, reached[0], key=ids.index)
    return duty if first == (from_stage or ids[0]) else duty.model_copy(update={"from_stage": first})


def _fitted(playbook: Playbook, given: Mapping[str, Fraction], stage: Stage) -> Stage:
    """A stage whose posts that have not split off yet are gone, their duties with the role that they split from."""
    waiting = dict(_waiting(playbook, given, stage))
    if not waiting:
        return stage
    team = {role: post for role, post in stage.team.items() if role not in waiting}
    for role, lender in waiting.items():
        duties = (*team[lender].duties, *stage.team[role].duties)
        team[lender] = team[lender].model_copy(update={"duties": duties})
    return stage.model_copy(update={"team": team})


def _waiting(playbook: Playbook, given: Mapping[str, Fraction], stage: Stage) -> Iterator[tuple[str, str]]:
    """The posts that have not split off yet, each with the role that carries its duties."""
    for role, post in stage.team.items():
        if post.splits_from is not None and not _reached(playbook, given, stage, post.splits_from):
            yield role, post.splits_from.role
