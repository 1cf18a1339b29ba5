"""Owns what `teamplan recommend` can be asked at the prompt beside the shop."""

from typing import Annotated

from pydantic import BeforeValidator

from teamplan.playbook.base import Frozen
from teamplan.playbook.quantity import whole_up_to
from teamplan.record import Record

MOST_SEED = 10**12


class RangeQuestion(Frozen):
    """From which seed unknown assumptions are drawn."""

    seed: Annotated[int, BeforeValidator(whole_up_to(MOST_SEED))]


class PlanAsked(Record):
    """What a plan tells beside the team: how days differ (`details`), its range, the ways to a whole team.

    `seed` is None where no range is asked for. `orders` are hire orders to compare; without any the shop's own is told.
    """

    details: bool = False
    seed: int | None = None
    orders: tuple[str, ...] = ()
