"""Owns the types of `management.yaml`: how a role is hired and taught, who covers whom, and what leading takes."""

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from teamplan.playbook.base import Frozen, Line, Text, Whole
from teamplan.playbook.duties import Id
from teamplan.playbook.figures import Figure

Texts = Annotated[tuple[Text, ...], Field(min_length=1)]
Rhythm = Literal["day", "week", "month", "quarter", "once"]


class Lesson(Frozen):
    """What a newcomer is taught from a day on; the first is day 1."""

    day: Whole
    say: Text


class HiringProfile(Frozen):
    """How a role is hired: where its work can be done, what its people must bring, what to ask, what to teach them.

    `promoted_from` are the roles among whose people the search begins.
    """

    place: Annotated[tuple[Literal["office", "warehouse", "home", "other-city"], ...], Field(min_length=1)]
    experience: Literal["needed", "helps", "trained"]
    must: Texts
    ask: Texts
    teach: Annotated[tuple[Lesson, ...], Field(min_length=1)]
    promoted_from: tuple[Id, ...] = ()
    source: Line

    @model_validator(mode="after")
    def _from_day_one(self) -> "HiringProfile":
        days = [lesson.day for lesson in self.teach]
        if days[0] != 1 or sorted(set(days)) != days:
            raise PydanticCustomError("lessons-out-of-order", "out of order", {"given": ", ".join(map(str, days))})
        return self


class Judged(Frozen):
    """What stands behind numbers that are ours."""

    grade: Literal["J"]
    reason: Text


class Promotion(Frozen):
    """What somebody must show who is promoted from inside."""

    criteria: Texts
    source: Line


class Chain(Frozen):
    """Roles of which the first that is there counts, with the source or the reason for that."""

    by: tuple[Id, ...]
    source: Line | None = None
    reason: Text | None = None

    @model_validator(mode="after")
    def _defended(self) -> "Chain":
        if self.source is None and self.reason is None:
            raise PydanticCustomError("judgement-without-reason", "no reason", {})
        return self


class Interface(Frozen):
    """What passes between the hub and others: about what, in which duties, with which roles (or `owner`)."""

    name: Text
    about: Text
    duties: Annotated[tuple[Id, ...], Field(min_length=1)]
    parties: Annotated[tuple[Id, ...], Field(min_length=1, alias="with")]
    source: Line


class Practice(Frozen):
    """Something that leading takes, step by step: who does it, how often, how long, in which stages and team sizes.

    `who` is the owner or everybody who leads somebody. `takes` is the time of one round, for each person led where
    `per` is `person`. `people` are those of the plan, the owner not counted: from, and up to where there is an end.
    """

    name: Text
    kind: Literal["practice", "set-up"]
    who: Literal["owner", "leads"]
    every: Rhythm
    takes: Figure
    per: Literal["team", "person"] = "team"
    stages: Annotated[tuple[Id, ...], Field(min_length=1)]
    people: tuple[Whole, Whole | None]
    steps: Texts
    source: Line

    @model_validator(mode="after")
    def _forward(self) -> "Practice":
        least, most = self.people
        if most is not None and most < least:
            raise PydanticCustomError("range-upside-down", "upside down", {})
        return self


class Management(Frozen):
    """`management.yaml`: `covers` by role, interfaces around `hub`, practices, profiles by role.

    `leading` are the duties whose hours the plan counts for leading already.
    """

    lessons: Judged
    promotion: Promotion
    covers: dict[Id, Chain]
    hub: Id
    interfaces: dict[Id, Interface]
    leading: tuple[Id, ...]
    practices: dict[Id, Practice]
    profiles: dict[Id, HiringProfile]
