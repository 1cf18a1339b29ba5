"""Owns what a budget knows of the bills of a shop that buys outside: at a volume, and over all of them."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from teamplan.engine.amounts import DAYS_A_MONTH
from teamplan.engine.pay.band import Band, free
from teamplan.engine.pay.payroll import Payroll
from teamplan.engine.pay.trade import Bills, Trade
from teamplan.engine.question import Question
from teamplan.engine.volume import Volume
from teamplan.playbook.money import Money, nothing

if TYPE_CHECKING:
    from teamplan.engine.pay.outside import Bill, Buying


class Outside:
    """What a shop buys outside, in its budget; nothing where it buys nothing, and then nothing of it is loaded."""

    def __init__(self, question: Question, payroll: Payroll, trade: Trade | None) -> None:
        self.payroll = payroll
        self._buying: Buying | None = None
        if question.playbook.own is not None:
            from teamplan.engine.pay.outside import buying_of

            self._buying = buying_of(question, payroll, trade.order_value if trade else None)

    def carried(self, volume: Volume) -> "tuple[Bill, ...]":
        """The bills of a month at the volume of the shop.

        Raises a TeamplanError where an option cannot carry the work.
        """
        return self._buying.carried(volume) if self._buying else ()

    def likely(self, volume: Volume) -> Money:
        """The likely sum of the bills of a month at any volume."""
        bills = self._buying.bills(volume) if self._buying else ()
        return sum((each.amount.likely for each in bills), nothing(self.payroll.currency))

    def days(self, volumes: Sequence[Volume]) -> Band | None:
        """What days of these volumes cost, each a day of the mean month; None where nothing is bought."""
        if self._buying is None:
            return None
        total = free(self.payroll.currency)
        for orders, days in Counter(each.orders for each in volumes).items():
            volume = next(each for each in volumes if each.orders == orders)
            for bill in self._buying.bills(volume):
                total += bill.amount * (days / DAYS_A_MONTH)
        return total

    def pieces(self, most_orders: int) -> Bills:
        """The likely bill over the orders a day."""
        if self._buying is None:
            return ()
        from teamplan.engine.pay.flips import bill_pieces

        return bill_pieces(self._buying, most_orders)
