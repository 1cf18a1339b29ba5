"""Owns sums of money: an exact decimal amount of one currency. Two currencies never add, and none is the larger."""

from collections.abc import Iterable
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction

from teamplan.record import Record

CURRENCIES = ("CNY", "USD")  # what a playbook may be written in
HUNDREDTH = Decimal("0.01")  # the smallest coin of each of them
COINS = 100  # of them make one
Factor = int | Decimal | Fraction


class Money(Record):
    """So much of a currency. Sums and differences are exact; a product is rounded to the smallest coin.

    Adding or comparing two currencies raises a TypeError; sums of two currencies are never equal.
    """

    amount: Decimal
    currency: str

    def __add__(self, other: "Money") -> "Money":
        return Money(self.amount + self._in_same(other), self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.amount - self._in_same(other), self.currency)

    def __mul__(self, factor: Factor) -> "Money":
        if isinstance(factor, int):
            return Money(self.amount * factor, self.currency)
        return rounded(Fraction(self.amount) * Fraction(factor), self.currency)

    def __lt__(self, other: "Money") -> bool:
        return self.amount < self._in_same(other)

    def __le__(self, other: "Money") -> bool:
        return self.amount <= self._in_same(other)

    def __bool__(self) -> bool:
        return bool(self.amount)

    def __float__(self) -> float:
        return float(self.amount)

    @property
    def coins(self) -> int:
        """The amount as a whole number of the smallest coins, for programmes in whole numbers."""
        return int(self.amount / HUNDREDTH)

    def _in_same(self, other: "Money") -> Decimal:
        if not isinstance(other, Money) or other.currency != self.currency:
            raise TypeError(f"{self} and {other} are not of one currency")
        return other.amount


class Exchange(Record):
    """What one unit of a currency costs in another on a day, as the user gives it: no rate comes from elsewhere."""

    price: Fraction
    of: str
    day: str

    def __str__(self) -> str:
        return f"{float(self.price):.10g} {self.of} {self.day}"


def rounded(amount: Fraction, currency: str) -> Money:
    """The sum nearest to an exact amount in whole coins; half-way to the even one."""
    coins = Decimal(round(amount * COINS))
    return Money((coins * HUNDREDTH).quantize(HUNDREDTH, ROUND_HALF_EVEN), currency)


def total(sums: Iterable[Money], currency: str) -> Money:
    """The exact sum of sums of a currency, nothing where there are none. Raises a TypeError for any other currency."""
    amount = Decimal("0.00")
    for each in sums:
        if each.currency != currency:
            raise TypeError(f"{each} is not of {currency}")
        amount += each.amount
    return Money(amount, currency)


def nothing(currency: str) -> Money:
    """No money of a currency: where a sum begins."""
    return Money(Decimal("0.00"), currency)
