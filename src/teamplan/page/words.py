"""Owns the names of things and the look of numbers in one language."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from teamplan.language import Sentences, Speaker
from teamplan.playbook.duties import BASE_DRIVERS, Input
from teamplan.playbook.money import CURRENCIES, Money
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.quantity import Quantity, parse_quantity
from teamplan.record import Record

Number = float | Fraction | Decimal


class Words(Record):
    """Titles of a playbook and numbers as this language writes them; `origin` tells which playbook it is."""

    say: Speaker
    playbook: Playbook
    origin: Callable[[], dict[str, str | None]] | None = None

    def of(self, sentences: Sentences) -> "Words":
        """The same words with the sentences of a question."""
        return self.with_(say=self.say.with_own(sentences))

    def role(self, role: str) -> str:
        """The title of a role; of the owner, who is none; an id that the playbook does not know stays as it is."""
        known = self.playbook.roles.get(role)
        return self.say("owner") if role == "owner" else self.say.text(known.name) if known else role

    def duty(self, duty: str) -> str:
        return self.say.text(self.playbook.duties[duty].name)

    def stage(self, stage: str) -> str:
        known = self.playbook.stages.get(stage)
        return self.say.text(known.name) if known else stage

    def function(self, function: str) -> str:
        return self.say.text(self.playbook.frame.functions[function])

    def driver(self, driver: str) -> str:
        if driver in BASE_DRIVERS:
            return self.say(f"driver.{driver}")
        if driver in self.playbook.frame.inputs:
            return self._input(driver)
        return self.say.text(self.playbook.frame.drivers[driver].name)

    def counted(self, driver: str, amount: str) -> str:
        """So many of what a driver counts: 270 orders, 300 chats; by its name where the playbook does not say."""
        if driver in BASE_DRIVERS:
            return self.say(f"counted.{driver}", amount=amount)
        known = self.playbook.frame.drivers.get(driver)
        if known is None:
            return self.say("counted.other", amount=amount, name=self._input(driver))
        return self.say("counted.other", amount=amount, name=self.say.text(known.counted or known.name))

    def input(self, name: str) -> str:
        """An input as a store file writes it, in words: of the volume, or one that the playbook declares."""
        declared = self.playbook.frame.inputs.get(name.replace("_", "-"))
        if declared is None:
            return self.say(f"input.{name}")
        said = self._input(name.replace("_", "-"))
        return said if not declared.span else self.say("input.over", name=said, span=self.say(f"span.{declared.span}"))

    def _input(self, name: str) -> str:
        """The name of an input, with its currency where it is a sum of money."""
        declared = self.playbook.frame.inputs[name]
        text = self.say.text(declared.name)
        return (
            self.say("in-currency", name=text, currency=self.currency(declared.currency)) if declared.currency else text
        )

    def currency(self, code: str) -> str:
        """The name of a currency; of one that no playbook is written in, its code."""
        return self.say(f"currency.{code}") if code in CURRENCIES else code

    def per(self, declared: Input, amount: str) -> dict[str, str]:
        """An amount of an input and its span of time, as sentences name them."""
        if declared.currency:
            amount = self.say("money", amount=amount, currency=self.currency(declared.currency))
        return {"amount": amount, "span": self.say(f"span.{declared.span}")}

    def told(self, name: str, amount: float, digits: int = 2) -> str:
        """What a shop says of itself by an input: an amount with its span of time, or a share."""
        declared = self.playbook.frame.inputs[name]
        said = self.say.text(declared.name)
        if declared.sets:
            return self.say("input.share", name=said, value=percent(amount))
        return self.say(
            "input.told", name=said, **self.per(declared, number(amount, 0 if declared.currency else digits))
        )

    def money(self, sum_: Money) -> str:
        """A sum in whole units, with its currency."""
        return self.say("money", amount=number(sum_.amount, 0), currency=self.currency(sum_.currency))

    def money_in_coins(self, sum_: Money) -> str:
        """A sum to the smallest coin, with its currency."""
        return self.say("money", amount=f"{sum_.amount:,.2f}", currency=self.currency(sum_.currency))

    def plural(self, what: str, count: Number) -> str:
        """So many `people`, `hires` or `agents`: one is told as one."""
        return self.say(f"plural.one-{what}" if count == 1 else f"plural.{what}", number=number(count))

    def quantity(self, written: str | Quantity) -> str:
        """A quantity as a playbook writes it (`2.6 min`, `150/day`), its unit in this language."""
        quantity = parse_quantity(written)
        code, _, per = quantity.unit.partition("/")
        amount = str(Quantity(quantity.number))
        if code in CURRENCIES:
            return self.say(f"unit.money/{per}", number=amount, currency=self.currency(code))
        if quantity.kind == "days":
            return self.say("unit.day" if quantity.number == 1 else "unit.days", number=amount)
        return str(quantity) if quantity.unit in ("", "%") else self.say(f"unit.{quantity.unit}", number=amount)

    def time(self, minutes: float) -> str:
        """A span of time: seconds below two minutes, minutes below two hours, hours above."""
        if minutes < 2:
            return self.say("time.seconds", number=number(60 * minutes, 1))
        key = "time.minutes" if minutes < 120 else "time.hours"
        return self.say(key, number=number(minutes / (1 if minutes < 120 else 60)))


def number(value: Number, digits: int = 2) -> str:
    """A number with thousands separators and at most so many decimals; a small one with two digits that matter."""
    if 0 < abs(float(value)) < 0.1 and digits > 1:
        return f"{float(value):.2g}"
    text = f"{float(value):,.{digits}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def span(low: int, high: int, words: Words) -> str:
    """A whole number that is known, or the two between which it lies."""
    return str(high) if low == high else words.say("span", low=low, high=high)


def percent(share: Number) -> str:
    """A share as percent with at most two decimals."""
    return f"{number(100 * float(share))}%"
