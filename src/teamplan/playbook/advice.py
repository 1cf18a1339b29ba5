"""Owns the types of advice: typed conditions, and what a sentence may name when they hold."""

from typing import Any, Literal

from pydantic import field_validator, model_validator
from pydantic_core import PydanticCustomError

from teamplan.playbook.base import Frozen, Line, Text
from teamplan.playbook.duties import Id, Ref


class Condition(Frozen):
    """When a piece of advice holds: every key that is written must be true of the plan."""

    stage_from: Id | None = None
    stage_to: Id | None = None
    owner_does: tuple[Id, ...] | None = None
    owner_jobs_above: Ref | None = None
    owner_hours_below: Ref | None = None
    conversion_from: Ref | None = None
    orders_disagree_by: Ref | None = None
    orders_above: Ref | None = None
    team_lacks: Id | None = None
    team_lacks_functions: tuple[Id, ...] | None = None
    team_short_by: Ref | None = None
    absence_of: Id | None = None
    relies_on: Literal["contract"] | None = None
    campaign_ahead: bool | None = None
    stock_counted: bool | None = None
    one_more_from: Ref | None = None
    one_more_below: Ref | None = None
    hire_within: Ref | None = None
    at_next_order: bool | None = None
    hires_within: Ref | None = None
    transition: Literal[True] | None = None
    overloaded: Literal[True] | None = None

    @field_validator("*", mode="before")
    @classmethod
    def _written(cls, given: Any) -> Any:
        if given is None or given == []:
            raise PydanticCustomError("empty", "empty", {})
        return given

    @model_validator(mode="after")
    def _says_something(self) -> "Condition":
        if not self.model_fields_set:
            raise PydanticCustomError("empty-condition", "no condition", {})
        return self


PLACEHOLDERS: dict[str, tuple[str, ...]] = {  # what a sentence may name when the condition is written
    "owner_does": ("duty",),
    "owner_jobs_above": ("jobs", "duty"),
    "owner_hours_below": ("hours", "load"),
    "conversion_from": ("conversion",),
    "orders_disagree_by": ("given", "computed"),
    "orders_above": ("orders",),
    "team_lacks": ("role",),
    "team_lacks_functions": ("functions",),
    "team_short_by": ("people",),
    "absence_of": ("role", "hours"),
    "relies_on": ("role",),
    "hire_within": ("role", "orders", "percent", "days"),
    "hires_within": ("people", "percent"),
    "transition": ("stage", "orders"),
    "overloaded": ("role", "jobs"),
}


class Advice(Frozen):
    """A warning or a note, when it holds, what it says, who said it first."""

    when: Condition
    say: Text
    source: Line
    severity: Literal["warning", "note"]
