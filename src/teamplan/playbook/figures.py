"""Owns a number that a plan rests on: value, unit, range, source and grade."""

from fractions import Fraction
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from teamplan.playbook.base import Frozen, Line, Text, one_of
from teamplan.playbook.quantity import NUMBER_TEXT, Parsed, Quantity, QuantityText, described_number, parse_number

GRADES = ("A", "B", "C", "D", "J")
CHOICE = "choice"
KINDS = ("unknown", CHOICE)
ASKED_BY_NAME = ("shrink_margin", "owner_jobs_limit")  # assumptions that a question rests on, whatever names them


def _range(given: Any) -> tuple[Fraction, Fraction]:
    if not isinstance(given, list | tuple) or len(given) != 2:
        raise PydanticCustomError("not-a-range", "not a range", {"given": str(given)})
    low, high = (parse_number(end) if not isinstance(end, Fraction) else end for end in given)
    if low > high:
        raise PydanticCustomError("range-upside-down", "upside down", {})
    return low, high


Range = Annotated[
    tuple[Fraction, Fraction],
    Parsed(
        _range,
        lambda ends: [float(end) for end in ends],
        {"type": "array", "items": described_number(NUMBER_TEXT), "minItems": 2, "maxItems": 2},
    ),
]
Grade = Annotated[
    str,
    BeforeValidator(one_of("unknown-grade", GRADES)),
    WithJsonSchema({"enum": list(GRADES)}),
]

Kind = Annotated[
    str,
    BeforeValidator(one_of("unknown-assumption-kind", KINDS)),
    WithJsonSchema({"enum": list(KINDS)}),
]


def defend(grade: str, source: str | None, reason: Text | None) -> None:
    """Raise a pydantic custom error for a judgement without a reason, or another grade without a source."""
    if grade == "J" and reason is None:
        raise PydanticCustomError("judgement-without-reason", "no reason", {})
    if grade != "J" and source is None:
        raise PydanticCustomError("grade-without-source", "no source", {"grade": grade})


class Figure(Frozen):
    """A published or judged number; `range` is in the unit of `value` (for 80 % it is written in percents)."""

    value: QuantityText
    range: Range
    source: Line | None = None
    grade: Grade
    reason: Text | None = Field(default=None, description="why this value; required for grade J")

    @model_validator(mode="after")
    def _defended(self) -> "Figure":
        low, high = self.range
        if not low <= self.value.number <= high:
            values = {"given": str(self.value), "low": float(low), "high": float(high)}
            raise PydanticCustomError("outside-range", "outside its range", values)
        if self.value.number < 0:
            raise PydanticCustomError("negative", "negative", {"given": str(self.value)})
        if self.value.kind == "rate" and low <= 0:
            raise PydanticCustomError("rate-of-zero", "a rate of zero", {"given": f"{float(low):g}{self.value.unit}"})
        defend(self.grade, self.source, self.reason)
        return self

    @property
    def ends(self) -> tuple[Quantity, Quantity]:
        """The ends of the range as quantities in the unit of the value."""
        low, high = self.range
        return Quantity(low, self.value.unit), Quantity(high, self.value.unit)


class Assumption(Figure):
    """A figure that duties and drivers refer to by name (`$pack_minutes`).

    A `choice` is what somebody decides: no range of a headcount takes it for unsure.
    """

    means: Text
    kind: Kind = "unknown"
    measure: Text | None = Field(default=None, description="how a shop finds its own value")
