"""Answers: which stages are there, what does one declare, and do their own examples hold?"""

from collections.abc import Iterator, Mapping, Sequence

from teamplan.errors import Problem, TeamplanError
from teamplan.playbook.base import Remark
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.stages import Example, Post, Stage
from teamplan.playbook.store import Store, key_of, store_type
from teamplan.questions.recommend.answer import recommend
from teamplan.questions.recommend.plan import Plan
from teamplan.reading.inputs import option_problems
from teamplan.record import Record


class StageSummary(Record):
    """One line of the list: bounds and the number of posts."""

    id: str
    starts_at_orders: float
    typical_age_days: tuple[float, float | None]
    typical_visitors: tuple[float, float] | None
    posts: int


class PostSummary(Record):
    """A post as declared, with the duties that have arisen in its stage."""

    role: str
    exactly: int | None
    at_least: int | None
    from_fte: float | None
    unless_founder: str | None
    relieved_by: str | None
    duties: tuple[str, ...]


class StageDetail(Record):
    """All that a stage declares, remarks included."""

    summary: StageSummary
    open_hours: str | None
    posts: tuple[PostSummary, ...]
    owner: tuple[str, ...]
    changes: tuple[Remark, ...]
    watch: tuple[Remark, ...]
    prepare: tuple[Remark, ...]
    money: Remark | None


def stage_list(playbook: Playbook) -> tuple[StageSummary, ...]:
    """Every stage in order of growth."""
    return tuple(_summary(stage_id, stage) for stage_id, stage in playbook.stages.items())


def stage_detail(playbook: Playbook, stage_id: str) -> StageDetail:
    """One stage; the id must exist."""
    stage = playbook.stages[stage_id]
    carried = stage.carrier
    owner = (duty for duty in playbook.duties if playbook.arises(duty, stage_id) and duty not in carried)
    return StageDetail(
        summary=_summary(stage_id, stage),
        open_hours=str(stage.service.open) if stage.service else None,
        posts=tuple(_post(playbook, stage_id, role, post) for role, post in stage.team.items()),
        owner=tuple(owner),
        changes=stage.changes,
        watch=stage.watch,
        prepare=stage.prepare,
        money=stage.money,
    )


def failed_examples(
    playbook: Playbook, asked: Mapping[str, Sequence[int]] | None = None
) -> Iterator[tuple[str, int, Problem]]:
    """(stage, place of the example, problem) for each example, or those `asked`, that fails or cannot be asked."""
    for stage_id, stage in playbook.stages.items():
        for place, example in enumerate(stage.examples):
            if asked is not None and place not in asked[stage_id]:
                continue
            try:
                problems = tuple(_failures(recommend(playbook, _store(playbook, example)), example))
            except TeamplanError as error:
                problems = error.problems
            for problem in problems:
                yield stage_id, place, problem


def _store(playbook: Playbook, example: Example) -> Store:
    """The shop of an example. Raises a TeamplanError with what it says of an input that no shop can say."""
    said = example.model_dump(exclude={"expect", *example.given}, exclude_none=True)
    inputs = {key_of(name) for name in playbook.frame.inputs} & example.given.keys()
    said |= {key: str(example.given[key]) for key in inputs}
    said["assumptions"] = {name: value for name, value in example.given.items() if name not in inputs}
    model = store_type(playbook.frame.inputs)
    if problems := option_problems(said, model):
        raise TeamplanError([_of_input(each) for each in problems])
    return model.model_validate(said)


def _of_input(problem: Problem) -> Problem:
    """A problem of an option, at the key of its input."""
    return problem.with_(path=(key_of(problem.where.file.removeprefix("--")),) if problem.where else ())


def _failures(plan: Plan, example: Example) -> Iterator[Problem]:
    for subject, wanted in example.expect.items():
        found = _found(plan, subject)
        if isinstance(wanted, tuple):
            low, high = wanted
            holds = isinstance(found, int) and low <= found <= high
        else:
            holds = found == wanted
        if not holds:
            values = {"subject": subject, "wanted": _range(wanted), "found": found}
            yield Problem("example-failed", values)


def _found(plan: Plan, subject: str) -> str | int:
    if subject == "stage":
        return plan.stage.id
    if subject == "headcount":
        return plan.headcount
    role = plan.role(subject)
    return role.headcount if role else 0


def _range(wanted: str | int | tuple[int, int]) -> str:
    return "{}..{}".format(*wanted) if isinstance(wanted, tuple) else str(wanted)


def _summary(stage_id: str, stage: Stage) -> StageSummary:
    young, old = stage.typical_age_days
    visitors = stage.typical_visitors
    return StageSummary(
        id=stage_id,
        starts_at_orders=float(stage.starts_at.orders),
        typical_age_days=(float(young), None if old is None else float(old)),
        typical_visitors=None if visitors is None else (float(visitors[0]), float(visitors[1])),
        posts=len(stage.team),
    )


def _post(playbook: Playbook, stage_id: str, role: str, post: Post) -> PostSummary:
    return PostSummary(
        role=role,
        exactly=post.exactly,
        at_least=post.at_least,
        from_fte=None if post.from_fte is None else float(post.from_fte),
        unless_founder=post.unless_founder,
        relieved_by=post.relieved_by,
        duties=tuple(duty for duty in post.duties if playbook.arises(duty, stage_id)),
    )
