"""Owns what `teamplan next` can be asked at the prompt beside the shop and what an order is worth."""

from typing import Annotated

from pydantic import BeforeValidator

from teamplan.playbook.quantity import steps_up_to
from teamplan.reading.trade import TradeQuestion

MOST_STEPS = 1000


class OutlookQuestion(TradeQuestion):
    """How many of the coming steps are shown."""

    steps: Annotated[int, BeforeValidator(steps_up_to(MOST_STEPS, 1, "not-steps"))]
