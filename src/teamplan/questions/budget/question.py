"""Owns what `teamplan budget` can be asked beside the shop: what an order is worth, and how far to look."""

from fractions import Fraction
from typing import Annotated, Any

from pydantic import BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from teamplan.engine.pay.trade import Trade
from teamplan.playbook.base import Frozen
from teamplan.playbook.quantity import Share, up_to, whole_up_to

MOST_VALUE = 10**9  # of one order
MOST_ORDERS = 10_000  # a day, up to which a break-even is looked for


def _value(given: Any) -> Any:
    """A sum of the currency of the costs, above nothing."""
    if given is not None and str(given).strip() in ("0", "0.0", "0.00"):
        raise PydanticCustomError("must-be-positive", "zero", {"name": str(given)})
    return given


class BudgetQuestion(Frozen):
    """What an order is worth, in the currency of the costs; without its value nothing is said of sales."""

    order_value: Annotated[Fraction, up_to(MOST_VALUE), BeforeValidator(_value)] | None = None
    gross_margin: Share | None = None
    platform_fee: Share = Fraction(0)
    courier: Annotated[Fraction, up_to(MOST_VALUE)] = Fraction(0)
    most_orders: Annotated[int, BeforeValidator(whole_up_to(MOST_ORDERS, least=1))] = 2000

    @model_validator(mode="after")
    def _margin_of_a_value(self) -> "BudgetQuestion":
        if (self.order_value is None) != (self.gross_margin is None):
            raise PydanticCustomError("value-and-margin", "one without the other", {})
        return self

    @property
    def trade(self) -> Trade | None:
        if self.order_value is None or self.gross_margin is None:
            return None
        return Trade(self.order_value, self.gross_margin, self.platform_fee, self.courier)
