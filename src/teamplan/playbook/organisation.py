"""Owns the types of `organisation.yaml`: who reports to whom, how many one person leads, and forms of organisation."""

from typing import Annotated

from pydantic import Field, model_validator

from teamplan.playbook.base import Frozen, Line, Text, Whole
from teamplan.playbook.duties import Id, Ref
from teamplan.playbook.figures import Grade, defend
from teamplan.playbook.people import OWNER


class ReportingLine(Frozen):
    """Whom a function or a role reports to; where he is not there, his own boss, at last the owner."""

    to: Id
    source: Line | None = None
    grade: Grade
    reason: Text | None = Field(default=None, description="why this boss; required for grade J")

    @model_validator(mode="after")
    def _defended(self) -> "ReportingLine":
        defend(self.grade, self.source, self.reason)
        return self


class ReportingLines(Frozen):
    """Reporting lines by function, and by role where it is not that of its function; without any it is the owner."""

    functions: dict[Id, ReportingLine] = Field(default_factory=dict)
    roles: dict[Id, ReportingLine] = Field(default_factory=dict)

    def boss(self, role: str, function: str) -> str:
        """Whom a role of a function reports to when everybody is there: a role, or the owner."""
        line = self.roles.get(role) or self.functions.get(function)
        return line.to if line else OWNER


class Spans(Frozen):
    """People that one person leads: up to `few` are hardly worth a lead, more than `most` (or the role's) too many."""

    few: Ref
    most: Ref
    by_role: dict[Id, Ref] = Field(default_factory=dict)


class Unit(Frozen):
    """A part of a form of organisation: its functions and roles; a role that is named counts before its function.

    A unit that is `led` has a leader of its own, however small it is; one that `serves_all` works for the others, and
    the lead of one that `leads_all` is over theirs.
    """

    name: Text
    functions: tuple[Id, ...] = ()
    roles: tuple[Id, ...] = ()
    led: bool = False
    serves_all: bool = False
    leads_all: bool = False


class Template(Frozen):
    """A form of organisation that an article describes, and when it fits: from so many people to so many."""

    name: Text
    fits: Text
    people: tuple[Whole, Whole | None]
    fact: Line
    source: Line
    grade: Grade
    reason: Text | None = Field(default=None, description="why these sizes; required for grade J")
    units: Annotated[dict[Id, Unit], Field(min_length=1)]

    @model_validator(mode="after")
    def _defended(self) -> "Template":
        defend(self.grade, self.source, self.reason)
        return self


class Organisation(Frozen):
    """`organisation.yaml`: reporting lines by function or role, spans, functions that serve all, and templates."""

    lines: ReportingLines
    spans: Spans
    serves_all: tuple[Id, ...] = ()
    templates: dict[Id, Template] = Field(default_factory=dict)
