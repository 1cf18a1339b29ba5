"""Owns the types of a playbook as a whole: its roles, its sources, and how stages follow each other."""

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from pydantic import Field

from teamplan.playbook.advice import Advice
from teamplan.playbook.base import Frozen, Line, Text, Whole
from teamplan.playbook.categories import Category
from teamplan.playbook.duties import Duty, Frame, Id, Ref
from teamplan.playbook.figures import Assumption, Figure
from teamplan.playbook.handed_on import HandedOn
from teamplan.playbook.places import PayPlace
from teamplan.playbook.service import ServiceFrame
from teamplan.playbook.stages import Stage
from teamplan.record import Record, fresh

if TYPE_CHECKING:
    from teamplan.playbook.events import Events
    from teamplan.playbook.sourcing import SourcingOption


class Source(Frozen):
    """Where a number or a sentence comes from; without an address where none was kept."""

    title: Text
    where: Line | None = None


class Role(Frozen):
    """A job title: what it costs, how long it takes to hire and to come up to speed, how it can be sourced."""

    name: Text
    function: Id
    level: Literal["lead", "specialist", "worker"]
    hire_tier: Whole
    pay: dict[Annotated[str, Field(pattern="^[a-z]{3}$")], Figure]  # gross a month, by currency
    days_to_hire: Figure
    days_to_full_speed: Figure
    start_efficiency: Figure
    hours_a_day: Ref | None = Field(
        None, description="hours of its work that one person gives on a day; absence is shown and not hired for"
    )
    sourcing: Annotated[
        tuple[Literal["employ", "part-time", "contract", "outsource", "agency"], ...], Field(min_length=1)
    ]
    source: Line | None = None


def source_key(name: str) -> str:
    """The key in `sources.yaml` of a source as cited: `000-S3` is fact S3 of `000`."""
    key, _, fact = name.rpartition("-")
    return key if key and fact[:1].isupper() and fact[1:].isdigit() else name


class Playbook(Record):
    """One folder of stages, roles, duties, assumptions and advice. Stages stand in order of growth.

    `hire_order` is the one that a shop asks for; None leaves it to the `hire_tier` of the roles. `handed_on` holds, by
    stage, what was worked out before, and `worth` the assumptions as the engine counts them. `sourcing` is empty where
    nobody asked for what can be bought outside. Where options of it are bought, `choices` are these by role, and `own`
    is the playbook without them. Where a shop has too little of an input for some posts and duties, `whole` is the
    playbook with all of them.
    """

    frame: Frame
    service: ServiceFrame
    sources: Mapping[str, Source]
    assumptions: Mapping[str, Assumption]
    duties: dict[str, Duty]
    roles: Mapping[str, Role]
    stages: dict[str, Stage]
    advice: dict[str, Advice]
    events: "Events | None" = None  # an older playbook has none
    categories: Mapping[str, Category] = fresh(factory=dict)
    places: Mapping[str, PayPlace] = fresh(factory=dict)
    handed_on: Mapping[str, HandedOn] = fresh(factory=dict)
    worth: Mapping[str, Fraction] = fresh(factory=dict)
    hire_order: str | None = None
    sourcing: "Mapping[str, SourcingOption]" = fresh(factory=dict)
    choices: dict[str, str] = fresh(factory=dict)
    own: "Playbook | None" = None
    whole: "Playbook | None" = None

    def with_(self, **changed: Any) -> Self:
        """The same playbook with some fields changed; what was worked out of it is not known of another playbook."""
        if all(getattr(self, name) == value for name, value in changed.items()):
            return self
        return super().with_(**({"handed_on": {}, "worth": {}} | changed))

    def stage_after(self, stage_id: str) -> str | None:
        """The id of the next stage, None after the last."""
        ids = list(self.stages)
        place = ids.index(stage_id) + 1
        return ids[place] if place < len(ids) else None

    def arises(self, duty_id: str, stage_id: str) -> bool:
        """Whether the duty exists in the stage: from its `from_stage` on, and not dormant."""
        duty, ids = self.duties[duty_id], list(self.stages)
        if duty.dormant:
            return False
        return duty.from_stage is None or ids.index(stage_id) >= ids.index(duty.from_stage)

    def sources_of(self, given: str | None) -> list[tuple[str, Source]]:
        """The sources behind `000-S3, 000-S4`: each as written, with or without a fact behind its key."""
        names = [part.strip() for part in (given or "").split(",") if part.strip()]
        return [(name, self.sources[source_key(name)]) for name in names]

    def with_values(self, changed: dict[str, Assumption]) -> "Playbook":
        """The same playbook with some assumptions replaced, and the drivers that a shop measured by them."""
        if not changed:
            return self
        drivers = {name: driver.where(changed.keys()) for name, driver in self.frame.drivers.items()}
        frame = self.frame if drivers == self.frame.drivers else self.frame.model_copy(update={"drivers": drivers})
        return self.with_(assumptions={**self.assumptions, **changed}, frame=frame)
