"""Owns whether what hangs on an input can: posts that split off, duties that arise above so much, hours of a role."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from teamplan.engine.axes import axes_of
from teamplan.engine.rules import Finding
from teamplan.playbook.duties import Duty, Frame, MoreThan
from teamplan.playbook.playbook import Role
from teamplan.playbook.stages import Post, SplitsFrom, Stage
from teamplan.reading.references import NUMBER, BadReference, Names, Path


def split_references(
    frame: Frame, roles: Mapping[str, Role], duties: Mapping[str, Duty], stages: Mapping[str, Stage], names: Names
) -> Iterator[BadReference]:
    """Dangling names, inputs that grow with the orders, and splits that would cost people."""
    for role_id, role in roles.items():
        if role.hours_a_day is not None:
            yield from names.amount(role.hours_a_day, ("hours a day",), "roles", (role_id, "hours_a_day"))
    for duty_id, duty in duties.items():
        if duty.from_input is not None:
            yield from _bound(frame, duty.from_input, "duties", (duty_id, "from_input"), names)
    for stage_id, stage in stages.items():
        for role_id, split in _splits(stage):
            path = ("team", role_id, "splits_from")
            yield from _bound(frame, split, stage_id, path, names)
            yield from _lender(stage_id, stage, role_id, path)
            if axes_of(stage.team[role_id], duties, frame.caused_by, stage):
                yield _fault("splits-with-volume", stage_id, path, role=role_id)
    for before, after in pairwise(stages.items()):
        yield from _gone_again(before, after, names)


def _gone_again(before: tuple[str, Stage], after: tuple[str, Stage], names: Names) -> Iterator[BadReference]:
    """Posts of a stage that the next one may be without."""
    for role_id, split in _splits(after[1]):
        post = before[1].team.get(role_id)
        if post is not None and _later(post, split, names):
            path = ("team", role_id, "splits_from")
            yield _fault("condition-takes-over", after[0], path, role=role_id, lender=role_id, before=before[0])


def _splits(stage: Stage) -> list[tuple[str, SplitsFrom]]:
    return [(role, post.splits_from) for role, post in stage.team.items() if post.splits_from is not None]


def _bound(frame: Frame, bound: MoreThan, file: str, path: Path, names: Names) -> Iterator[BadReference]:
    yield from names.check("amount", bound.input, file, (*path, "input"))
    yield from names.amount(bound.above, NUMBER, file, (*path, "above"))
    declared = frame.inputs.get(bound.input)
    if declared is not None and declared.grows_with is not None:
        yield _fault("bound-by-growing", file, (*path, "input"), given=bound.input)


def _lender(stage_id: str, stage: Stage, role_id: str, path: Path) -> Iterator[BadReference]:
    """The other role must be there whatever the input is."""
    lender = stage.team[role_id].splits_from
    other = stage.team.get(lender.role) if lender else None
    if lender and (other is None or other.splits_from is not None):
        yield _fault("splits-from-nobody", stage_id, (*path, "role"), role=role_id, lender=lender.role)


def _later(before: Post, split: SplitsFrom, names: Names) -> bool:
    """Whether a post that was there may be gone again: it splits off later than before, or did not split at all."""
    earlier = before.splits_from
    if earlier is None or (earlier.role, earlier.input) != (split.role, split.input):
        return True
    was, now = (names.assumptions.get(each.above[1:]) for each in (earlier, split))
    return was is not None and now is not None and now.value.canonical > was.value.canonical


def _fault(key: str, file: str, path: Path, **values: str) -> BadReference:
    return BadReference(Finding(key, file, path, values))
