"""Owns the answer of a sweep: the team along one input."""

from typing import TYPE_CHECKING

from teamplan.record import Record

if TYPE_CHECKING:
    from teamplan.engine.pay.band import Band

VOLUME = ("visitors", "conversion", "orders")  # inputs that every shop has


class SweepStep(Record):
    """The team at one value of the input; `begins` where the stage is another one than at the value before."""

    value: str
    orders: float
    stage: str
    begins: bool
    headcount: int
    roles: dict[str, int]
    cost: "Band"


class Sweep(Record):
    """The steps from the first value of an input to its last."""

    input: str
    steps: tuple[SweepStep, ...]
    currency: str
