"""Owns the answer of a sweep: the team along one input."""

from teamplan.record import Record

INPUTS = (
    "visitors",
    "conversion",
    "orders",
    "new_products",
    "ad_spend",
    "silent_share",
    "inquiry_conversion",
    "return_rate",
)  # fmt: skip  (of a shop; anything else that is swept is an assumption)


class SweepStep(Record):
    """The team at one value of the input; `begins` where the stage is another one than at the value before."""

    value: str
    orders: float
    stage: str
    begins: bool
    headcount: int
    roles: dict[str, int]


class Sweep(Record):
    """The steps from the first value of an input to its last."""

    input: str
    steps: tuple[SweepStep, ...]
