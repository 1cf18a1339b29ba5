"""Owns the types of `places.yaml`: what an employer pays beside the wage at a place, and how wages there compare."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from teamplan.playbook.base import Frozen, Line, Text
from teamplan.playbook.days import DayText
from teamplan.playbook.duties import Currency, Id
from teamplan.playbook.figures import Figure
from teamplan.playbook.quantity import Amount


class Contribution(Frozen):
    """What an employer pays on a wage: a rate of the pay, which counts as `floor` at least and as `cap` at most.

    Both are in the currency of the place, for the span of time that its bases are of; without them every unit of pay
    counts.
    """

    name: Text
    rate: Figure
    floor: Amount | None = None
    cap: Amount | None = None

    @model_validator(mode="after")
    def _forward(self) -> "Contribution":
        if self.floor is not None and self.cap is not None and self.floor > self.cap:
            raise PydanticCustomError("range-upside-down", "upside down", {})
        return self


class PayPlace(Frozen):
    """A city, a state, or a country: its wages against those of `roles.yaml`, and its contributions.

    `bases` says whether floors and caps are of a month or of a year of pay. `notice` names the document behind the
    figures, `first` and `last` the days from which and to which they hold; None where no end is announced.
    """

    name: Text
    currency: Currency
    wages: Figure
    minimum_wage: Figure | None = Field(default=None, description="of a month of full-time work")
    bases: Literal["month", "year"] = "month"
    contributions: Annotated[dict[Id, Contribution], Field(min_length=1)]
    notice: Text
    source: Line | None = None
    first: DayText
    last: DayText | None = None

    @model_validator(mode="after")
    def _forward(self) -> "PayPlace":
        if self.last is not None and self.last < self.first:
            raise PydanticCustomError("range-upside-down", "upside down", {})
        return self

    def holds_on(self, day: date) -> bool:
        """Whether its figures are those of a day."""
        return self.first <= day.isoformat() and (self.last is None or day.isoformat() <= self.last)
