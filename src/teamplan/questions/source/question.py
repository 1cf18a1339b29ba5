"""Owns what `teamplan source` can be asked beside the shop: what an order pays, and how far to look."""

from fractions import Fraction
from typing import Annotated

from pydantic import BeforeValidator

from teamplan.playbook.base import Asked
from teamplan.playbook.quantity import up_to, whole_up_to

MOST_ORDERS = 10_000  # a day, up to which a change of what is cheaper is looked for
MOST_VALUE = 10**9  # of one order


class SourceQuestion(Asked):
    """What an order pays, in the currency of the costs, and up to how many orders a day is looked."""

    order_value: Annotated[Fraction, up_to(MOST_VALUE)] | None = None
    most_orders: Annotated[int, BeforeValidator(whole_up_to(MOST_ORDERS, least=1))] = 1000
