"""Owns the types of work: inputs, drivers, duties, working time, as written in `playbook.yaml` and `duties.yaml`."""

from collections.abc import Set
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from teamplan.playbook.base import Frozen, Line, Text, Whole, one_of
from teamplan.playbook.days import Holiday
from teamplan.playbook.money import CURRENCIES
from teamplan.playbook.pools import OnceInAll, Pool
from teamplan.playbook.quantity import Amount

BASE_DRIVERS = ("visitors", "orders")  # known without a formula, as the amounts among the inputs of a playbook are
SPANS = ("day", "week", "month")
INPUT_UNITS = tuple(f"{what}/{span}" for what in ("", *CURRENCIES) for span in SPANS)
Ref = Annotated[str, Field(pattern=r"^\$[a-z][a-z0-9_]*$")]
SHIPS_WITHIN = "ships-within"  # as long as the stage promises to ship
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Currency = Annotated[str, BeforeValidator(one_of("unknown-currency", CURRENCIES))]


class Term(Frozen):
    """One product of a driver: another driver, times shares, less shares (x (1 - share)), over shares."""

    driver: Id
    times: tuple[Ref, ...] = ()
    less: tuple[Ref, ...] = ()
    over: tuple[Ref, ...] = ()


class Driver(Frozen):
    """A quantity a day that causes work: the sum of its terms, or of other terms where a shop `measured` it.

    `counted` follows a number of it, as in `300 chats`.
    """

    name: Text
    counted: Text | None = None
    from_: Annotated[tuple[Term, ...], Field(alias="from", min_length=1)]
    measured: tuple[Term, ...] = ()

    def where(self, given: Set[str]) -> "Driver":
        """The driver of a shop that gives these assumptions: by what was measured, if that rests on one of them."""
        rests_on = {reference[1:] for term in self.measured for reference in term.times}
        return self if rests_on.isdisjoint(given) else self.model_copy(update={"from_": self.measured})


class Input(Frozen):
    """What a shop may say of itself: an amount that causes work, up to a `most`, or the value of a share.

    One that grows with the orders goes on evenly from what one stage takes it for to what the next does. An amount a
    day that `measures` an assumption is that many times its orders and causes no work itself.
    """

    name: Text
    help: Text
    unit: Annotated[str, BeforeValidator(one_of("unknown-input-unit", INPUT_UNITS))] | None = None
    most: Amount | None = None
    grows_with: Literal["orders"] | None = None
    sets: Ref | None = None
    measures: Ref | None = None

    @model_validator(mode="after")
    def _amount_or_share(self) -> "Input":
        if (self.unit is None, self.most is None) != (self.sets is not None,) * 2 or (self.measures and self.sets):
            raise PydanticCustomError("amount-or-share", "amount or share", {})
        return self

    @property
    def span(self) -> str:
        """The span of time that an amount is of: day, week or month."""
        return (self.unit or "").partition("/")[2]

    @property
    def currency(self) -> str:
        """The currency of an amount of money, nothing for a number of things."""
        return (self.unit or "").partition("/")[0]


class WorkingTime(Frozen):
    """Which assumptions describe the working time of one person."""

    shift: Ref
    productive: Ref
    attendance: Ref
    days_worked: Ref
    days_open: Ref
    legal_week: Ref


class OwnerFrame(Frozen):
    """Which assumptions bound the owner: the jobs he can carry, his full day, the hours a week that he relieves a post
    on days off, and the jobs from which a role is worth a head."""

    limit: Ref
    day: Ref
    relief: Ref
    worth: Ref


class CostFrame(Frozen):
    """The place that counts for each currency where a shop names none, and what a post costs beside pay there.

    `recruiting` and `training` are assumptions of months' pay, once for each person hired; `workplace` of a month.
    """

    places: Annotated[dict[Currency, Id], Field(min_length=1)]
    recruiting: Ref
    training: Ref
    workplace: dict[Currency, Ref]
    even: Ref = Field(description="share of the sales within which a month's result counts as even")

    @model_validator(mode="after")
    def _a_workplace_each(self) -> "CostFrame":
        missing = [each for each in self.places if each not in self.workplace]
        if missing:
            raise PydanticCustomError("missing-key", "no workplace", {"key": f"workplace.{missing[0]}"})
        return self


class Onboarding(Frozen):
    """How many newcomers weigh on those who show them the work, and the hours a week that each of them takes."""

    newcomers: Ref
    hours: Ref


class Department(Frozen):
    """The people that a source gives a department in some stages: shown beside a plan, never a cap on it."""

    name: Text
    functions: Annotated[tuple[Id, ...], Field(min_length=1)]
    people: tuple[Whole, Whole]
    stages: Annotated[tuple[Id, ...], Field(min_length=1)]
    source: Line

    @model_validator(mode="after")
    def _ascending(self) -> "Department":
        if self.people[0] > self.people[1]:
            raise PydanticCustomError("range-upside-down", "upside down", {})
        return self


class HireOrder(Frozen):
    """Who is hired first of those who are needed alike, by tiers of roles; other roles follow by their `hire_tier`.

    Without tiers all roles stand by their `hire_tier`. One that is `not_offered` says why, and is kept for its source.
    """

    name: Text
    source: Line
    tiers: tuple[tuple[Id, ...], ...] = ()
    not_offered: Text | None = None


class Extends(Frozen):
    """The playbook that a folder tells its differences from: a shipped one by its name, or a folder with a slash.

    Of it the folder begins `without` some files, by their kind (`duties`), the id of a stage, or `stages` for all.
    """

    playbook: Line
    without: tuple[Line, ...] = ()


def _named(given: Any) -> Any:
    return {"playbook": given} if isinstance(given, str) else given


NAME = {"type": "string", "minLength": 1}
DETAILED = {
    "type": "object",
    "properties": {"playbook": NAME, "without": {"type": "array", "items": NAME}},
    "required": ["playbook"],
    "additionalProperties": False,
}
Base = Annotated[Extends, BeforeValidator(_named), WithJsonSchema({"anyOf": [NAME, DETAILED]})]


class Frame(Frozen):
    """`playbook.yaml`: name, currency, functions, working time, the owner, drivers, leavers, inputs and holidays."""

    name: Text
    about: Text | None = Field(None, description="the kind of shop in one line")
    extends: Base | None = Field(None, description="the playbook that this folder tells its differences from")
    currency: Currency = "CNY"
    functions: dict[Id, Text]
    working_time: WorkingTime
    owner: OwnerFrame | None = Field(None, description="the owner as a post with a capacity; without it nothing opens")
    day_cv: Ref | None = Field(None, description="how far days differ around their weekday and month, for a percentile")
    drivers: dict[Id, Driver]
    cost: CostFrame | None = Field(None, description="what a post costs beside its pay; without it nothing")
    leavers: dict[Id, Ref] = Field(default_factory=dict, description="yearly share of leavers by function")
    inputs: dict[Id, Input] = Field(default_factory=dict)
    onboarding: Onboarding | None = None
    lasting: Ref | None = Field(
        None, description="days over which a need holds for which somebody is hired; without it a single one"
    )
    holidays: dict[Id, Holiday] = Field(
        default_factory=dict, description="days on which nobody starts or is searched for"
    )

    @property
    def caused_by(self) -> dict[str, Driver]:
        """What each driver comes from; an input that grows with the orders comes from them."""
        orders = (Term(driver="orders"),)
        growing = {name: each for name, each in self.inputs.items() if each.grows_with}
        return self.drivers | {name: Driver(name=each.name, **{"from": orders}) for name, each in growing.items()}

    departments: dict[Id, Department] = Field(default_factory=dict, description="sizes that a source gives, never caps")
    pools: dict[Id, Pool] = Field(default_factory=dict, description="what several shops of one owner may share")
    once: OnceInAll | None = Field(None, description="what he does once for all his shops")

    hire_orders: dict[Id, HireOrder] = Field(
        default_factory=dict, description="who is hired first of those who are needed alike"
    )

    @property
    def offered_orders(self) -> dict[str, HireOrder]:
        """The hire orders that a shop may ask for."""
        return {name: order for name, order in self.hire_orders.items() if order.not_offered is None}

    @property
    def amounts(self) -> dict[str, Input]:
        """The inputs that cause work, as drivers do; the others set a share or measure a driver."""
        return {name: given for name, given in self.inputs.items() if given.sets is None and given.measures is None}


class MoreThan(Frozen):
    """More than so much of an input, in its own unit, as in so many hours a week."""

    input: Id
    above: Ref


class Live(Frozen):
    """Somebody is waiting: minutes of a chat by the chats its agent holds, patience, and how busy agents may be."""

    minutes: Annotated[tuple[Ref, ...], Field(min_length=1)]
    patience_minutes: Ref
    occupancy: Ref


class HeadcountOf(Frozen):
    """The driver of leading, hiring and training: the people in these roles."""

    headcount_of: Annotated[tuple[Id, ...], Field(min_length=1)]


def _cause(given: Any) -> str:
    return "driver" if isinstance(given, str) else "people"


Cause = Annotated[
    Annotated[Id, Tag("driver")] | Annotated[HeadcountOf, Tag("people")],
    Discriminator(_cause),
]


class Duty(Frozen):
    """A piece of work: minutes per unit of a driver, hours a week, hours a week per head, or live chats."""

    name: Text
    function: Id
    driver: Cause | None = None
    minutes: Ref | None = None
    hours_per_week: Ref | None = None
    live: Live | None = None
    waits: Ref | Literal["ships-within"] | None = Field(
        None, description="days that it may wait after the day on which it arises; without it nothing is promised"
    )
    from_stage: Id | None = None
    from_input: MoreThan | None = Field(None, description="arises only where a shop has more than so much of an input")
    dormant: bool = Field(False, description="arises only where something is bought outside that brings it")
    source: Line | None = None

    @model_validator(mode="after")
    def _live_never_waits(self) -> "Duty":
        if self.live is not None and self.waits is not None:
            raise PydanticCustomError("live-never-waits", "live never waits", {})
        return self

    @model_validator(mode="after")
    def _one_measure(self) -> "Duty":
        measures = (self.minutes, self.hours_per_week, self.live)
        if sum(measure is not None for measure in measures) != 1:
            raise PydanticCustomError("one-measure", "one measure", {})
        if self.hours_per_week is not None and isinstance(self.driver, str):
            raise PydanticCustomError("hours-with-driver", "hours with driver", {"driver": self.driver})
        if self.hours_per_week is None and not isinstance(self.driver, str):
            raise PydanticCustomError("measure-without-driver", "no driver", {})
        return self


def references(duty: Duty) -> tuple[str | None, ...]:
    live = (*duty.live.minutes, duty.live.patience_minutes, duty.live.occupancy) if duty.live else ()
    return (duty.minutes, duty.hours_per_week, *live)
