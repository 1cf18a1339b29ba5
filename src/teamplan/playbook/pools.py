"""Owns what several shops of one owner may share, as written in `playbook.yaml`: teams, and work that he does once."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from teamplan.playbook.base import Frozen, Line, Text
from teamplan.playbook.figures import Grade, defend


class Pool(Frozen):
    """Roles that are one team for all shops of an owner, where the shops have the `same` hours, or the same city."""

    name: Text
    roles: Annotated[tuple[Line, ...], Field(min_length=1)]
    same: tuple[Literal["hours", "city"], ...] = ()
    source: Line | None = None
    grade: Grade
    reason: Text | None = Field(default=None, description="why they can be shared; required for grade J")

    @model_validator(mode="after")
    def _defended(self) -> "Pool":
        defend(self.grade, self.source, self.reason)
        return self


class OnceInAll(Frozen):
    """The owner's work that he does once for all his shops; what is not listed he does in each of them."""

    duties: Annotated[tuple[Line, ...], Field(min_length=1)]
    source: Line | None = None
    grade: Grade
    reason: Text | None = Field(default=None, description="why once is enough; required for grade J")

    @model_validator(mode="after")
    def _defended(self) -> "OnceInAll":
        defend(self.grade, self.source, self.reason)
        return self
