"""Owns what `teamplan hire` can be asked at the prompt beside the shop."""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

from pydantic import Field, PlainValidator
from pydantic_core import PydanticCustomError

from teamplan.playbook.base import Asked
from teamplan.playbook.days import parse_day, parse_lasting
from teamplan.playbook.growth import Growth, Jump, parse_growth, parse_jump
from teamplan.playbook.quantity import parse_whole

MOST_MONTHS = 60
SMOOTH, MOST_SMOOTH = 7, 91  # a week: shops have weekdays, and nobody is hired for a Tuesday


def _up_to(most: int) -> Callable[[Any], int]:
    def read(given: Any) -> int:
        number = parse_whole(given)
        if not 1 <= number <= most:
            raise PydanticCustomError("not-between", "not between", {"given": given, "low": 1, "high": most})
        return number

    return read


Day = Annotated[date, PlainValidator(parse_day)]


class HiringQuestion(Asked):
    """From which day on and seen from which, how the volume moves, and for how long; None where it is not said."""

    start: Day | None = Field(default=None, alias="from")
    today: Day | None = None
    growth: Annotated[Growth, PlainValidator(parse_growth)] | None = None
    jump: Annotated[Jump, PlainValidator(parse_jump)] | None = None
    months: Annotated[int, PlainValidator(_up_to(MOST_MONTHS))] | None = None
    smooth: Annotated[int, PlainValidator(_up_to(MOST_SMOOTH))] = SMOOTH
    lasting: Annotated[int, PlainValidator(parse_lasting)] | None = None
