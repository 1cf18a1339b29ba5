"""Owns what `teamplan sweep` can be asked at the prompt beside the shop: an input, its ends, and how many values."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainValidator
from pydantic_core import PydanticCustomError

from teamplan.playbook.base import Asked, one_of
from teamplan.playbook.quantity import Quantity, parse_quantity, steps_up_to
from teamplan.record import Record

MOST_STEPS = 1000
PLOTS = ("people", "cost")


class Along(Record):
    """An input and its first and last value, both in one unit."""

    name: str
    low: Quantity
    high: Quantity


def _along(given: Any) -> Along:
    """Read `visitors=1000..20000`; whatever is no such thing is refused with one sentence."""
    name, _, ends = str(given).partition("=")
    try:
        quantities = [parse_quantity(end.strip()) for end in ends.split("..")]
    except PydanticCustomError:
        quantities = []
    if not name.strip() or len(quantities) != 2 or quantities[0].unit != quantities[1].unit:
        raise PydanticCustomError("not-a-sweep", "not a sweep", {"typed": str(given)})
    return Along(name.strip(), *quantities)


class SweepQuestion(Asked):
    """The input that moves, and how many values it takes, the ends included; what the bars are of."""

    along: Annotated[Along, PlainValidator(_along)]
    steps: Annotated[int, BeforeValidator(steps_up_to(MOST_STEPS, 2, "not-steps-of-sweep"))]

    plot: Annotated[str, BeforeValidator(one_of("unknown-plot", PLOTS))]

    def values(self) -> Iterator[str]:
        """The values as they would be typed, evenly from the first to the last."""
        low, high = self.along.low, self.along.high
        for step in range(self.steps):
            value = low.number + (high.number - low.number) * step / (self.steps - 1)
            yield str(Quantity(value, low.unit))
