"""Owns what `teamplan budget` can be asked beside the shop and what an order is worth: how far to look."""

from typing import Annotated

from pydantic import BeforeValidator

from teamplan.playbook.days import DayText
from teamplan.playbook.quantity import whole_up_to
from teamplan.reading.trade import TradeQuestion

MOST_ORDERS = 10_000  # a day, up to which a break-even is looked for


class BudgetQuestion(TradeQuestion):
    """What an order is worth, and up to how many orders a day it is looked for where that pays.

    `today` is the day on which the figures of the place ought to hold; without it their dates alone are told.
    """

    most_orders: Annotated[int, BeforeValidator(whole_up_to(MOST_ORDERS, least=1))] = 2000
    today: DayText | None = None
