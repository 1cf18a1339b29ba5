"""Answers: who must be in place, with which duties, who covers what is not hired, what to prepare next."""

from collections.abc import Iterator

from teamplan.engine.hires import hire_order
from teamplan.engine.owner import RELIEF
from teamplan.engine.question import Question, ask
from teamplan.errors import TeamplanError, unknown
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store
from teamplan.questions.recommend.answer import plan_of
from teamplan.questions.recommend.plan import Plan
from teamplan.record import Record


class Tick(Record):
    """One box: an id for `--tick`, the duty or the place of the preparation, and whether it is ticked."""

    id: str
    item: str
    done: bool


class RoleEntry(Record):
    """A role that must be in place: people, and its duties as boxes."""

    role: str
    people: int
    duties: tuple[Tick, ...]


class BoughtEntry(Record):
    """What is bought outside for a role, and the duties that a supplier has from the team, wholly or after hours."""

    role: str
    option: str
    duties: tuple[str, ...]


class Checklist(Record):
    """The list of a stage in hire order; `cover` are the owner's boxes, `prepare` those for the next stage.

    What is `bought` outside is the supplier's, and has no boxes.
    """

    stage: str
    orders: float
    entries: tuple[RoleEntry, ...]
    cover: tuple[Tick, ...]
    not_hired: tuple[str, ...]
    prepare: tuple[Tick, ...]
    next: str | None
    bought: tuple[BoughtEntry, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all boxes."""
        boxes = [box for entry in self.entries for box in entry.duties]
        return tuple(box.id for box in (*boxes, *self.cover, *self.prepare))


def checklist(playbook: Playbook, store: Store, done: frozenset[str] = frozenset()) -> Checklist:
    """The list for a store; a store with a stage and no volume is taken at the start of that stage."""
    question = ask(playbook, at_its_start(playbook, store))
    return checklist_of(question, plan_of(question), done)


def at_its_start(playbook: Playbook, store: Store) -> Store:
    """A store with a stage and no volume, at the start of that stage; any other as it is.

    Raises a TeamplanError for a stage that does not exist.
    """
    if store.stage is not None and store.stage not in playbook.stages:
        raise TeamplanError([unknown("stage", store.stage, playbook.stages)])
    if store.stage is None or store.orders is not None or store.visitors is not None:
        return store
    return store.model_copy(update={"orders": playbook.stages[store.stage].starts_at.orders})


def checklist_of(question: Question, plan: Plan, done: frozenset[str] = frozenset()) -> Checklist:
    """The list for a shop whose plan is known."""
    playbook = question.playbook
    hired = {role.id: role for role in plan.roles if role.headcount}
    stage_id = plan.stage.held_at or plan.stage.id  # a shop that is not ready prepares what the first stage asks for
    stage, of_the_stage = playbook.stages[stage_id], playbook.stages[plan.stage.id].team

    def box(group: str, item: str) -> Tick:
        return Tick(f"{group}/{item}", item, f"{group}/{item}" in done)

    return Checklist(
        stage=stage_id,
        orders=plan.store.orders,
        entries=tuple(
            RoleEntry(role, hired[role].headcount, tuple(box(role, duty) for duty in hired[role].duties))
            for role in hire_order(playbook, hired)
        ),
        cover=tuple(box("owner", duty.id) for duty in plan.owner.duties if duty.why != RELIEF),
        not_hired=tuple(role.id for role in plan.roles if not role.headcount and role.id in of_the_stage),
        prepare=tuple(box("prepare", str(place)) for place in range(1, len(stage.prepare) + 1)),
        next=playbook.stage_after(stage_id),
        bought=tuple(_bought(playbook, plan.stage.id)),
    )


def _bought(playbook: Playbook, stage_id: str) -> Iterator[BoughtEntry]:
    own = playbook.own
    if own is None:
        return
    from teamplan.engine.sourced import bought_duties

    for role, option in playbook.choices.items():
        duties = bought_duties(own, role, option) or own.sourcing[option].duties
        yield BoughtEntry(role, option, tuple(each for each in duties if own.arises(each, stage_id)))
