"""Owns what `teamplan recommend` can be asked at the prompt beside the shop."""

from typing import Annotated

from teamplan.playbook.base import Apart
from teamplan.playbook.quantity import Parsed, whole_up_to
from teamplan.record import Record

MOST_SEED = 10**12


class RangeQuestion(Apart):
    """From which seed unknown assumptions are drawn."""

    seed: Annotated[int, Parsed(whole_up_to(MOST_SEED), int, {"type": "integer", "minimum": 0, "maximum": MOST_SEED})]


class PlanAsked(Record):
    """What a plan tells beside the team: how days differ (`details`), its range, the ways to a whole team.

    `seed` is None where no range is asked for. `orders` are hire orders to compare; without any the shop's own is told.
    """

    details: bool = False
    seed: int | None = None
    orders: tuple[str, ...] = ()
