"""Owns which prompts may take long: `simulate`, runs over years, shops of 100,000 orders a day and more, and ranges of
shops of 1,000 and more, which plan a team of hundreds some hundred times.
"""

from collections.abc import Iterator
from fractions import Fraction

from pydantic_core import PydanticCustomError

from teamplan.playbook.growth import parse_growth, parse_jump
from teamplan.playbook.quantity import parse_quantity
from tests.fuzz.case import Prompt

MOST_ORDERS = 100_000  # a day
MOST_RANGE = 1_000  # orders a day
MOST_MONTHS = 12
BEYOND = Fraction(10**40)  # a number beyond all bounds
VOLUMES = ("--orders", "--most-orders", "--most-visitors", "--chats", "--per-hour")


def is_apart(prompt: Prompt) -> bool:
    """Whether a prompt may pass the limit of time."""
    given = dict(_options(prompt))
    if prompt[:1] == ("simulate",) or _number(given.get("--months", "")) > MOST_MONTHS:
        return True
    if prompt[:1] == ("sweep",) and any(
        _number(end) >= MOST_ORDERS for word in prompt for end in word.partition("=")[2].split("..")
    ):
        return True
    orders = _number(given.get("--visitors", "")) * min(_number(given.get("--conversion", "100%")), Fraction(1))
    largest = max(orders, *(_number(given.get(name, "")) for name in VOLUMES))
    if "--range" in prompt and largest >= MOST_RANGE:
        return True
    return largest * _grown(given.get("--growth", "")) * _jumped(given.get("--jump", "")) >= MOST_ORDERS


def _grown(text: str) -> Fraction:
    """How many times its first day's a volume is after a year."""
    try:
        return Fraction(max(1.0, parse_growth(text).factor(365)))
    except PydanticCustomError:
        return Fraction(1)


def _jumped(text: str) -> Fraction:
    try:
        return parse_jump(text).factor
    except PydanticCustomError:
        return Fraction(1)


def _options(prompt: Prompt) -> Iterator[tuple[str, str]]:
    for place, word in enumerate(prompt):
        name, joined, value = word.partition("=")
        if joined:
            yield name, value
        elif place + 1 < len(prompt):
            yield name, prompt[place + 1]


def _number(text: str) -> Fraction:
    try:
        return parse_quantity(text).canonical
    except PydanticCustomError as error:
        return BEYOND if error.type == "above-most" else Fraction(0)
    except ValueError:
        return Fraction(0)
