"""Owns the reading of what an order is worth."""

from fractions import Fraction
from typing import Annotated

from pydantic import AfterValidator, model_validator
from pydantic_core import PydanticCustomError

from teamplan.engine.pay.trade import Trade
from teamplan.playbook.base import Asked
from teamplan.playbook.quantity import Share, up_to

MOST_VALUE = 10**9  # of one order


def _above_zero(value: Fraction) -> Fraction:
    if not value:
        raise PydanticCustomError("must-be-positive", "zero", {"name": "0"})
    return value


class TradeQuestion(Asked):
    """What an order is worth, in the currency of the costs; without its value nothing is said of sales."""

    order_value: Annotated[Fraction, up_to(MOST_VALUE), AfterValidator(_above_zero)] | None = None
    gross_margin: Share | None = None
    platform_fee: Share = Fraction(0)
    courier: Annotated[Fraction, up_to(MOST_VALUE)] = Fraction(0)

    @model_validator(mode="after")
    def _margin_of_a_value(self) -> "TradeQuestion":
        if (self.order_value is None) != (self.gross_margin is None):
            raise PydanticCustomError("value-and-margin", "one without the other", {})
        return self

    @property
    def trade(self) -> Trade | None:
        if self.order_value is None or self.gross_margin is None:
            return None
        return Trade(self.order_value, self.gross_margin, self.platform_fee, self.courier)
