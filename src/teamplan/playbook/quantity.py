"""Owns numbers as people write them: `2.6 min`, `150/day`, `80%`, `09:00-23:00`; kept exact, never as binary floats."""

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Annotated, Any

from pydantic_core import PydanticCustomError, core_schema

from teamplan.playbook.money import CURRENCIES, Money, rounded
from teamplan.record import Record

# unit as written -> (kind, factor into the canonical unit of that kind)
UNITS: dict[str, tuple[str, Fraction]] = {
    "": ("number", Fraction(1)),
    "%": ("number", Fraction(1, 100)),
    "s": ("minutes", Fraction(1, 60)),
    "min": ("minutes", Fraction(1)),
    "h": ("minutes", Fraction(60)),
    "h/day": ("hours a day", Fraction(1)),
    "h/week": ("hours a week", Fraction(1)),
    "day": ("days", Fraction(1)),
    "days": ("days", Fraction(1)),
    "days/week": ("days a week", Fraction(1)),
    "/h": ("rate", Fraction(1)),
    "/day": ("rate", Fraction(1)),
    "/week": ("rate", Fraction(1)),
    "/month": ("rate", Fraction(1)),
    "h/month": ("hours a month", Fraction(1)),
    **{f"{each}/{per}": (f"{each} a {per}", Fraction(1)) for each in CURRENCIES for per in ("month", "day", "unit")},
}
_NUMBER_AND_UNIT = re.compile(r"\s*([-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?)\s*(.*?)\s*")
_WINDOW = re.compile(r"([01][0-9]|2[0-4]):([0-5][0-9])\s*-\s*([01][0-9]|2[0-4]):([0-5][0-9])")
_CLOCK = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])")
MOST_DIGITS = 40  # longer numbers are mistakes, and exact arithmetic on 1e999999999 would never end
MOST_PROMISED = Fraction(999_999, 1_000_000)  # in time; ten digits of the arrivals need ten of what is missing
MOST: dict[str, int] = {  # kind -> the most of its canonical unit; beyond it is a slip, and dates and floats overflow
    "number": 10**12,
    "minutes": 365 * 24 * 60,
    "hours a day": 24,
    "hours a week": 1_000_000,
    "hours a month": 1_000_000,
    "days": 3_650,
    "days a week": 1_000,  # how many a week has is told by another sentence
    "rate": 10**12,
    **{f"{each} a {per}": 10**12 for each in CURRENCIES for per in ("month", "day", "unit")},
}


class Quantity(Record):
    """An exact number in the unit it was written in; `150/day` is work done, turned into minutes by the engine."""

    number: Fraction
    unit: str = ""

    @property
    def kind(self) -> str:
        return UNITS[self.unit][0]

    @property
    def canonical(self) -> Fraction:
        """The number in minutes, hours a week, days, shares of one ...; a rate stays units of work per period."""
        factor = UNITS[self.unit][1]
        return self.number if factor == 1 else self.number * factor

    @property
    def money(self) -> Money:
        """The sum that is paid a month, a day or a unit; only for a quantity whose unit begins with a currency."""
        currency = self.unit.partition("/")[0]
        if currency not in CURRENCIES:
            raise TypeError(f"{self} is no money")
        return rounded(self.number, currency)

    def __str__(self) -> str:
        number = f"{float(self.number):.10g}"
        return number + (self.unit if self.unit in ("", "%") or self.unit[0] == "/" else f" {self.unit}")


LEAST_TIME = Quantity(Fraction(1, 1000), "min")  # of somebody's work or patience; with less, queues lose their digits


def parse_number(given: Any) -> Fraction:
    """A finite decimal, exactly as written: `6000`, `6,000`, `6k`, `1.5万`.

    Raises a pydantic custom error `not-a-number`, `not-finite` or `comma-in-number`: the key of its sentence.
    """
    if isinstance(given, bool) or not isinstance(given, int | float | str):
        shown = "null" if given is None else str(given).lower()
        raise PydanticCustomError("not-a-number", "not a number", {"given": shown})
    try:
        number = _decimal(str(given))
    except InvalidOperation:
        raise PydanticCustomError("not-a-number", "not a number", {"given": str(given)}) from None
    if not number.is_finite():
        raise PydanticCustomError("not-finite", "not finite", {"given": str(given)})
    if len(number.as_tuple().digits) > MOST_DIGITS or abs(number.adjusted()) > MOST_DIGITS:
        raise PydanticCustomError("too-long", "too long", {"given": str(given)})
    return Fraction(number)


def _decimal(text: str) -> Decimal:
    """Raises InvalidOperation for what is no number."""
    text = text.strip().replace("_", "?")  # Python reads 1_000; no owner writes it
    try:
        return Decimal(text)
    except InvalidOperation:
        from teamplan.playbook.typed import plain  # few prompts need it

        return Decimal(plain(text) or text)


def parse_quantity(given: Any, bare: str = "") -> Quantity:
    """Read `2.6 min`, `150/day`, `80 %`, `0.8`: number first, then a unit of the table above; `bare` without one."""
    quantity = _quantity(given, bare)
    refuse_above(MOST[quantity.kind] / UNITS[quantity.unit][1], quantity.number, given)
    return quantity


def _quantity(given: Any, bare: str = "") -> Quantity:
    if isinstance(given, Quantity):
        return given
    match = _number_and_unit(given) if isinstance(given, str) else None
    number, unit = (parse_number(match[1]), match[2].replace(" ", "")) if match else (parse_number(given), "")
    unit = unit or bare
    if unit not in UNITS:
        raise PydanticCustomError("unknown-unit", "unknown unit", {"given": unit, "known": sorted(set(UNITS) - {""})})
    if number < 0:
        raise PydanticCustomError("negative", "negative", {"given": str(given)})
    return Quantity(number, unit)


def _number_and_unit(text: str) -> re.Match[str] | None:
    """A number and what follows it: a unit of the table, unless it is none however the number is typed."""
    match = _NUMBER_AND_UNIT.fullmatch(text)
    if match is not None and match[2].replace(" ", "") in UNITS:
        return match
    from teamplan.playbook.typed import plain

    return _NUMBER_AND_UNIT.fullmatch(plain(text) or text)


def parse_share(given: Any) -> Fraction:
    """A share of one: `4.5%` or `0.045`; 4.5 without the sign is refused, as it may mean either."""
    quantity = _quantity(given)
    if quantity.kind != "number":
        raise PydanticCustomError("not-a-share", "not a share", {"given": str(given)})
    if quantity.canonical > 1:
        key = "percent-or-share" if quantity.unit == "" and quantity.number <= 100 else "above-one"
        raise PydanticCustomError(key, "above one", {"given": str(given)})
    return quantity.canonical


def parse_promise(given: Any) -> Fraction:
    """A share of buyers that can be promised: below the whole, as chance always lets somebody wait longer."""
    share = parse_share(given)
    if share > MOST_PROMISED:
        raise PydanticCustomError("promise-of-all", "of all", {"given": str(given)})
    return share


def parse_duration(given: Any, bare: str = "") -> Quantity:
    """A span of time with its unit: `30s`, `2 min`, `1 h`; a number alone counts in `bare`."""
    quantity = parse_quantity(given, bare)
    if quantity.kind != "minutes":
        raise PydanticCustomError("not-a-duration", "not a duration", {"given": str(given)})
    return quantity


def parse_amount(given: Any) -> Fraction:
    """A finite number of zero or more."""
    number = given if isinstance(given, Fraction) else parse_number(given)
    if number < 0:
        raise PydanticCustomError("negative", "negative", {"given": str(given)})
    return number


def parse_whole(given: Any) -> int:
    """A whole number of zero or more, however it is written: `12`, `12.0`. Raises `not-whole` for one with a part."""
    number = parse_amount(given)
    if number.denominator != 1:
        raise PydanticCustomError("not-whole", "not a whole number", {"given": str(given)})
    return int(number)


def refuse_below(least: Quantity, quantity: Quantity, given: Any) -> None:
    """Raise a pydantic custom error `below-least` for a quantity of the same kind below the least of its place."""
    if quantity.canonical < least.canonical:
        raise PydanticCustomError("below-least", "below the least", {"given": str(given), "least": str(least)})


def refuse_above(most: int | Fraction, number: Fraction | int, given: Any) -> None:
    """Raise a pydantic custom error `above-most` for a number above the most of its place."""
    if number > most:
        raise PydanticCustomError("above-most", "above the most", {"given": str(given), "most": float(most)})


class Window(Record):
    """Opening hours in minutes after midnight; a window that ends before it starts crosses midnight."""

    start: int
    end: int

    @property
    def hours(self) -> Fraction:
        return Fraction((self.end - self.start) % 1440 or 1440, 60)

    def within(self, other: "Window") -> bool:
        """Whether every minute of this window lies in the other one."""
        offset = 0 if other.hours == 24 else (self.start - other.start) % 1440
        return offset + self.hours * 60 <= other.hours * 60

    def has(self, minute: int) -> bool:
        """Whether the half hour that begins so many minutes after midnight is open, in part at least."""
        since = (minute - self.start) % 1440
        return since < self.hours * 60 or since > 1440 - 30

    def __str__(self) -> str:
        return "-".join(f"{minutes // 60:02d}:{minutes % 60:02d}" for minutes in (self.start, self.end))


def parse_window(given: Any) -> Window:
    """Read `09:00-23:00`; `24:00` is midnight, `22:00-02:00` crosses it."""
    if isinstance(given, Window):
        return given
    match = _WINDOW.fullmatch(given.strip()) if isinstance(given, str) else None
    if match is None:
        raise PydanticCustomError("not-a-window", "not a window", {"given": str(given)})
    start, end = int(match[1]) * 60 + int(match[2]), int(match[3]) * 60 + int(match[4])
    if start == end or max(start, end) > 1440 or start == 1440:
        raise PydanticCustomError("not-a-window", "not a window", {"given": str(given)})
    return Window(start, end)


def parse_clock(given: Any) -> int:
    """Read `14:30` as minutes after midnight, 00:00 to 23:59."""
    match = _CLOCK.fullmatch(given.strip()) if isinstance(given, str) else None
    if match is None:
        raise PydanticCustomError("not-a-clock-time", "not a time", {"given": str(given)})
    return int(match[1]) * 60 + int(match[2])


def clock(minutes: int) -> str:
    """Minutes after midnight as people write them; the next day starts over."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


class Parsed:
    """How a value is read, how JSON writes it, and how a JSON schema describes it: one schema, ready for pydantic."""

    def __init__(self, read: Callable[[Any], Any], write: Callable[[Any], Any], described: dict[str, Any]) -> None:
        self.read, self._write, self._described = read, write, described

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        written = core_schema.plain_serializer_function_ser_schema(self._write)
        return core_schema.no_info_plain_validator_function(self.read, serialization=written)

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        return dict(self._described)


# how a schema tells what `parse_amount` and `parse_share` read: plain, with commas, times k or 万, in full width
_DIGIT, _POINT = "[0-9０-９]", "[.．]"
_GROUPED = f"[1-9１-９]{_DIGIT}{{0,2}}(?:[,，]{_DIGIT}{{3}})+"
_TYPED = f"(?:(?:{_GROUPED}|{_DIGIT}+)(?:{_POINT}{_DIGIT}+)?|{_POINT}{_DIGIT}+)"
_TYPED_OR_POWER = rf"(?:{_TYPED}(?:\s*[kKｋＫ\u5343\u4e07\u842c\u4ebf])?|[0-9]*\.?[0-9]+[eE][-+]?[0-9]+)"
AMOUNT_TEXT = rf"^\s*[+＋]?{_TYPED_OR_POWER}\s*$"
NUMBER_TEXT = rf"^\s*[-+－＋]?{_TYPED_OR_POWER}\s*$"
SHARE_TEXT = rf"^\s*[+＋]?(?:{_TYPED}|[0-9]*\.?[0-9]+[eE][-+]?[0-9]+)\s*[%％]?\s*$"


def described_number(pattern: str = AMOUNT_TEXT, kind: str = "number", **bounds: Any) -> dict[str, Any]:
    """The schema of a number that may be typed as a text; bounds hold for the number."""
    return {"type": [kind, "string"], **bounds, "pattern": pattern}


def up_to(most: int) -> Parsed:
    """An amount of zero or more, and no more than `most`."""

    def read(given: Any) -> Fraction:
        number = parse_amount(given)
        refuse_above(most, number, given)
        return number

    return Parsed(read, float, described_number(minimum=0, maximum=most))


def whole_up_to(most: int, least: int = 0) -> Callable[[Any], int]:
    """A reader of whole numbers from 0 or 1 up to `most`."""

    def read(given: Any) -> int:
        number = parse_whole(given)
        if number < least:
            raise PydanticCustomError("must-be-positive", "zero", {"name": str(given)})
        refuse_above(most, number, given)
        return number

    return read


def steps_up_to(most: int, least: int, key: str) -> Callable[[Any], int]:
    """A reader of how many steps are shown; whatever is no such number is refused with the one sentence `key`."""

    def read(given: Any) -> int:
        try:
            number = parse_whole(given)
        except PydanticCustomError:
            number = -1
        if not least <= number <= most:
            raise PydanticCustomError(key, "not steps", {"given": str(given), "most": most})
        return number

    return read


_TEXT_OR_NUMBER = {"type": ["string", "number"]}
_SHARE = described_number(SHARE_TEXT, minimum=0, maximum=1)
_WINDOW_TEXT = {"type": "string", "pattern": r"^\d\d:\d\d-\d\d:\d\d$"}

QuantityText = Annotated[Quantity, Parsed(parse_quantity, str, _TEXT_OR_NUMBER)]
Duration = Annotated[Quantity, Parsed(parse_duration, str, {"type": "string"})]
Share = Annotated[Fraction, Parsed(parse_share, float, _SHARE)]
Promise = Annotated[Fraction, Parsed(parse_promise, float, _SHARE)]
Amount = Annotated[Fraction, Parsed(parse_amount, float, described_number(minimum=0))]
Hours = Annotated[Window, Parsed(parse_window, str, _WINDOW_TEXT)]
Clock = Annotated[int, Parsed(parse_clock, clock, {"type": "string", "pattern": r"^\d\d:\d\d$"})]
