"""Owns what `teamplan recommend` can be asked at the prompt beside the shop."""

from typing import Annotated

from pydantic import BeforeValidator

from teamplan.playbook.base import Frozen
from teamplan.playbook.quantity import whole_up_to

MOST_SEED = 10**12


class RangeQuestion(Frozen):
    """From which seed unknown assumptions are drawn."""

    seed: Annotated[int, BeforeValidator(whole_up_to(MOST_SEED))]
