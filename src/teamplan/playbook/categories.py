"""Owns the types of a category of goods: the assumptions that it sets, its year, its promotions (`categories.yaml`)."""

from fractions import Fraction
from typing import Annotated, Any

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from teamplan.playbook.base import Frozen, Line, Text
from teamplan.playbook.figures import Figure, Grade, defend
from teamplan.playbook.quantity import Amount

OLDER = "promotion_"


class Year(Frozen):
    """How busy each month is, from January on, against the mean of the year."""

    index: Annotated[tuple[Amount, ...], Field(min_length=12, max_length=12)]
    source: Line | None = None
    grade: Grade
    reason: Text | None = None

    @model_validator(mode="after")
    def _defended(self) -> "Year":
        if not sum(self.index):
            raise PydanticCustomError("year-of-nothing", "a year of nothing", {})
        defend(self.grade, self.source, self.reason)
        return self

    def times(self, month: int) -> Fraction:
        """The month (1 is January) against the mean of the index as written."""
        return self.index[month - 1] * len(self.index) / sum(self.index)


class Category(Frozen):
    """What a kind of goods changes: assumptions by name, the year, and how far multipliers rise at promotions."""

    name: Text
    sets: Annotated[dict[str, Figure], Field(min_length=1)]
    year: Year | None = None
    promotions: dict[str, Figure] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _written_before(cls, given: Any) -> Any:
        """`promotion_chats: ...` of an older playbook as `promotions: {chats: ...}`."""
        if not isinstance(given, dict):
            return given
        older = {key: key.removeprefix(OLDER) for key in given if str(key).startswith(OLDER)}
        if not older or "promotions" in given:
            return given
        return {key: value for key, value in given.items() if key not in older} | {
            "promotions": {name: given[key] for key, name in older.items()}
        }
