"""Owns the types of events, as written in `events.yaml`: promotion days, and what covers the work of such days."""

from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from teamplan.playbook.base import Frozen, Line, Text
from teamplan.playbook.duties import Id, Ref
from teamplan.playbook.figures import Figure

FARTHEST_DAY = 60  # before or after the event; beyond that it is a season, not an event
DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
MonthDay = tuple[int, int]


def _month_day(given: Any) -> Any:
    """`11-11` as (month, day)."""
    if isinstance(given, tuple):
        return given
    parts = given.split("-") if isinstance(given, str) else []
    if len(parts) == 2 and all(part.isascii() and part.isdigit() and len(part) == 2 for part in parts):
        month, day = int(parts[0]), int(parts[1])
        if 1 <= month <= 12 and 1 <= day <= DAYS_IN_MONTH[month - 1]:
            return month, day
    raise PydanticCustomError("not-a-month-day", "not a month and day", {"given": str(given)})


def _day_span(given: Any) -> Any:
    """`[-3, -1]` or one day as (first, last)."""
    ends = [given, given] if isinstance(given, int) else given
    whole = isinstance(ends, list | tuple) and all(isinstance(end, int) and not isinstance(end, bool) for end in ends)
    if not whole or len(ends) != 2 or any(abs(end) > FARTHEST_DAY for end in ends):
        raise PydanticCustomError("not-event-days", "not days", {"given": str(given), "most": FARTHEST_DAY})
    if ends[0] > ends[1]:
        raise PydanticCustomError("range-upside-down", "upside down", {})
    return tuple(ends)


Day = Annotated[
    MonthDay,
    BeforeValidator(_month_day),
    PlainSerializer(lambda pair: f"{pair[0]:02d}-{pair[1]:02d}"),
    WithJsonSchema({"type": "string", "pattern": r"^\d\d-\d\d$"}),
]
DaySpan = Annotated[
    tuple[int, int],
    BeforeValidator(_day_span),
    WithJsonSchema(
        {"anyOf": [{"type": "integer"}, {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2}]}
    ),
]


def _above_zero(figure: Figure) -> Figure:
    if figure.range[0] <= 0:
        raise PydanticCustomError("multiplier-of-zero", "a multiplier of zero", {})
    return figure


def _written_as_figure(given: Any) -> Any:
    """What stands under a name that a phase does not know: a multiplier, or else a slip in a key of its own."""
    if isinstance(given, bool | list):
        raise PydanticCustomError("unknown-key", "unknown", {})
    return given


Times = Annotated[Figure, AfterValidator(_above_zero)]
Named = Annotated[Times, BeforeValidator(_written_as_figure)]
OF_THE_VOLUME = ("visitors", "conversion")  # multipliers that need no declaration: orders are their product
MultiplierId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]


AFTER_IT = "after-the-event"  # put off while the event lasts
Wait = Annotated[str, Field(pattern=r"^(\$[a-z][a-z0-9_]*|ships-within|after-the-event)$")]


class Phase(Frozen):
    """Days of an event, counted from it (0), and how they differ: each multiplier times an ordinary day, 1 if unsaid.

    Beside visitors and conversion these are the `multipliers` that the file declares. On days of `all_hands` nobody
    has a day off, and whoever may helps.
    """

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Named]

    days: DaySpan
    all_hands: bool = False
    visitors: Times | None = None
    conversion: Times | None = None

    @property
    def multipliers(self) -> dict[str, Figure]:
        """Every multiplier that the phase says, by its name."""
        said = {name: getattr(self, name) for name in OF_THE_VOLUME if getattr(self, name) is not None}
        return said | (self.model_extra or {})


class Event(Frozen):
    """A promotion: its usual month and day, its level, and its window, phase by phase."""

    name: Text
    month_day: Day
    level: Literal["A", "S"]
    source: Line | None = None
    window: Annotated[tuple[Phase, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _one_after_the_other(self) -> "Event":
        for before, after in zip(self.window, self.window[1:], strict=False):
            if after.days[0] <= before.days[1]:
                raise PydanticCustomError("days-overlap", "overlap", {"given": f"[{after.days[0]}, {after.days[1]}]"})
        return self


class Overtime(Frozen):
    """The legal bound of overtime, its pay as a multiple, and the days that a month's pay is divided by."""

    hours_a_day: Ref
    hours_a_month: Ref
    pay: Ref
    days_a_month: Ref


class AllHands(Frozen):
    """Who else may help with which duties (a role, or `owner`), and their work against a trained person's."""

    efficiency: Ref
    who: dict[Id, tuple[Id, ...]] = Field(default_factory=dict)


class Temporary(Frozen):
    """Temporary people of a function: their name, pay a day, work against a trained person's, days of training."""

    name: Text | None = None
    day_rate: Ref
    efficiency: Ref
    training_days: Ref


class Outsourcing(Frozen):
    """A duty done by others: price a unit of its driver, surcharge at promotions, share of a day, days to begin.

    `lot` are the units that are paid at least; one where it is not said.
    """

    price: Ref
    surcharge: Ref
    share: Ref
    lot: Ref | None = None
    days_to_start: Ref


class Stock(Frozen):
    """Days from an order of goods to the shelf, and days that a stock check takes before it."""

    days_to_replenish: Ref
    check_days: Ref


class Lag(Frozen):
    """The first and the last day after an order on which it brings what a multiplier moves."""

    first_day: Ref
    last_day: Ref


class Multiplier(Frozen):
    """What a phase may multiply: a driver, which else does what its formula makes of the day.

    It `multiplies` the amount of an ordinary day, or the rate at which the day brings it. `after` says when it comes,
    evenly over these days; on the day itself if unsaid. With a `name` it has a column on the page; a `wave` is
    told among the dates, by what it is called in a sentence.
    """

    driver: Id
    multiplies: Literal["day", "rate"] = "day"
    after: Lag | None = None
    name: Text | None = None
    wave: Text | None = None


class Events(Frozen):
    """`events.yaml`: the events by id, and what covers them; temporary people by function, outsourcing by duty.

    `waits` are the days that a duty may wait after the day on which it arises; live duties never wait, and what waits
    until after the event, or is not named, is put off while it lasts. `multipliers` are what a phase may say
    beside visitors and conversion.
    """

    overtime: Overtime
    waits: dict[Id, Wait]
    all_hands: AllHands | None = None
    temporary: dict[Id, Temporary] = Field(default_factory=dict)
    outsourcing: dict[Id, Outsourcing] = Field(default_factory=dict)
    stock: Stock
    multipliers: dict[MultiplierId, Multiplier] = Field(default_factory=dict)
    events: dict[Id, Event]
