"""Owns the types of a playbook: drivers, duties, roles, stages, advice, as written in YAML (design section 4)."""

from fractions import Fraction
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Discriminator,
    Field,
    PlainValidator,
    Tag,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from teamplan.model.base import Frozen, Line, Remark, Text, Whole
from teamplan.model.figures import Assumption, Figure
from teamplan.model.quantity import Amount, Duration, Hours, Share
from teamplan.model.store import FounderSkills

BASE_DRIVERS = ("visitors", "orders", "new-products", "ad-spend")
Ref = Annotated[str, Field(pattern=r"^\$[a-z][a-z0-9_]*$")]
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class Term(Frozen):
    """One product of a driver: another driver, times shares, less shares (x (1 - share)), over shares."""

    driver: Id
    times: tuple[Ref, ...] = ()
    less: tuple[Ref, ...] = ()
    over: tuple[Ref, ...] = ()


class Driver(Frozen):
    """A quantity a day that causes work: the sum of its terms."""

    name: Text
    from_: Annotated[tuple[Term, ...], Field(alias="from", min_length=1)]


class WorkingTime(Frozen):
    """Which assumptions describe the working time of one person."""

    shift: Ref
    productive: Ref
    attendance: Ref
    days_worked: Ref
    days_open: Ref
    legal_week: Ref


class Frame(Frozen):
    """`playbook.yaml`: the name, the functions, the working time and the drivers."""

    name: Text
    functions: dict[Id, Text]
    working_time: WorkingTime
    drivers: dict[Id, Driver]


class Source(Frozen):
    """Where a number or a sentence comes from."""

    title: Text
    where: Line


class Live(Frozen):
    """Somebody is waiting: chat lengths in minutes by the number of chats an agent holds, and what sizes them."""

    minutes: Annotated[tuple[Ref, ...], Field(min_length=1)]
    patience_minutes: Ref
    busiest_hour: Ref
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
    from_stage: Id | None = None
    source: Line | None = None

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


class Pay(Frozen):
    """Gross pay a month in two currencies."""

    cny: Figure
    usd: Figure


class Role(Frozen):
    """A job title: what it costs, how long it takes to hire and to come up to speed, how it can be sourced."""

    name: Text
    function: Id
    level: Literal["lead", "specialist", "worker"]
    hire_tier: Whole
    pay: Pay
    days_to_hire: Figure
    days_to_full_speed: Figure
    start_efficiency: Figure
    sourcing: Annotated[
        tuple[Literal["employ", "part-time", "contract", "outsource", "agency"], ...], Field(min_length=1)
    ]
    source: Line | None = None


class Post(Frozen):
    """A role in a stage: the duties it carries there, and the bounds on its headcount."""

    duties: Annotated[tuple[Id, ...], Field(min_length=1)]
    exactly: Whole | None = None
    at_least: Whole | None = None
    from_fte: Amount | None = None
    unless_founder: Id | None = None
    relieved_by: Literal["owner"] | None = None
    why: Text | None = None

    @model_validator(mode="after")
    def _one_floor(self) -> "Post":
        if self.exactly is not None and (self.at_least is not None or self.from_fte is not None):
            raise PydanticCustomError("exactly-alone", "exactly stands alone", {})
        return self

    @property
    def floor(self) -> int:
        return self.exactly if self.exactly is not None else self.at_least or 0


class StartsAt(Frozen):
    """Orders a day from which the stage begins (at the bound, not above it)."""

    orders: Amount


class Inputs(Frozen):
    """What the stage takes for an input that the shop does not give."""

    new_products: Ref = Field(alias="new-products")
    ad_spend: Ref = Field(alias="ad-spend")


class Service(Frozen):
    """Opening hours and the promise to answer."""

    open: Hours
    answered: Share
    within: Duration


def _expected(given: Any) -> Any:
    ends = [given] if isinstance(given, int) else given
    whole = isinstance(ends, list | tuple) and all(isinstance(end, int) and not isinstance(end, bool) for end in ends)
    if isinstance(given, str) or (isinstance(given, int) and whole):
        return given
    if whole and len(ends) == 2 and ends[0] <= ends[1]:
        return tuple(ends)
    raise PydanticCustomError("not-expected", "not expected", {})


Expected = Annotated[
    str | int | tuple[int, int],
    PlainValidator(_expected),
    WithJsonSchema(
        {"anyOf": [{"type": "string"}, {"type": "integer"}, {"type": "array", "items": {"type": "integer"}}]}
    ),
]


class Example(Frozen):
    """A shop and what the plan must say of it; run by `teamplan stages check`."""

    visitors: Amount | None = None
    conversion: Share | None = None
    orders: Amount | None = None
    age_days: Amount | None = None
    founder_skills: FounderSkills = None
    silent_share: Share | None = None
    expect: dict[str, Expected]


def _pair(given: Any) -> Any:
    if not isinstance(given, list | tuple) or len(given) != 2:
        raise PydanticCustomError("not-a-range", "not a range", {})
    return given


Ends = TypeVar("Ends", bound=tuple[Fraction, Fraction | None])


def _ascending(ends: Ends) -> Ends:
    low, high = ends
    if high is not None and low > high:
        raise PydanticCustomError("range-upside-down", "upside down", {})
    return ends


Span = Annotated[tuple[Amount, Amount], BeforeValidator(_pair), AfterValidator(_ascending)]


class Stage(Frozen):
    """A stage of growth: when it starts, which roles carry which duties, what changes, what to watch."""

    name: Text
    summary: Text
    typical_age_days: Annotated[tuple[Amount, Amount | None], BeforeValidator(_pair), AfterValidator(_ascending)]
    starts_at: StartsAt
    typical_orders: Span
    typical_visitors: Span | None = None
    source: Line
    inputs: Inputs
    service: Service | None = None
    team: dict[Id, Post]
    owner: tuple[Id, ...] = ()
    changes: tuple[Remark, ...] = ()
    watch: tuple[Remark, ...] = ()
    prepare: tuple[Remark, ...] = ()
    money: Remark | None = None
    examples: tuple[Example, ...] = ()

    @property
    def carrier(self) -> dict[str, str]:
        """The role that carries each duty; a duty that is not here is the owner's."""
        return {duty: role for role, post in self.team.items() for duty in post.duties}


class Condition(Frozen):
    """When a piece of advice holds: every key that is written must be true of the plan."""

    stage_from: Id | None = None
    stage_to: Id | None = None
    owner_does: tuple[Id, ...] | None = None
    owner_jobs_above: Ref | None = None
    owner_hours_below: Ref | None = None
    conversion_from: Ref | None = None
    orders_disagree_by: Ref | None = None
    orders_above: Ref | None = None
    team_lacks: Id | None = None
    team_lacks_functions: tuple[Id, ...] | None = None
    team_short_by: Ref | None = None
    relies_on: Literal["contract"] | None = None
    campaign_ahead: bool | None = None
    stock_counted: bool | None = None
    hire_within: Ref | None = None
    transition: Literal[True] | None = None
    overloaded: Literal[True] | None = None

    @model_validator(mode="after")
    def _says_something(self) -> "Condition":
        if not self.model_fields_set:
            raise PydanticCustomError("empty-condition", "no condition", {})
        return self


PLACEHOLDERS: dict[str, tuple[str, ...]] = {  # what a sentence may name when the condition is written
    "owner_does": ("duty",),
    "owner_jobs_above": ("jobs", "duty"),
    "owner_hours_below": ("hours",),
    "conversion_from": ("conversion",),
    "orders_disagree_by": ("given", "computed"),
    "orders_above": ("orders",),
    "team_lacks": ("role",),
    "team_lacks_functions": ("functions",),
    "team_short_by": ("people",),
    "relies_on": ("role",),
    "hire_within": ("role", "orders", "percent", "days"),
    "transition": ("stage", "orders"),
    "overloaded": ("role", "jobs"),
}


def source_key(name: str) -> str:
    """The key in `sources.yaml` of a source as cited: `000-S3` is fact S3 of `000`."""
    key, _, fact = name.rpartition("-")
    return key if key and fact[:1].isupper() and fact[1:].isdigit() else name


class Advice(Frozen):
    """A warning or a note, when it holds, what it says, who said it first."""

    when: Condition
    say: Text
    source: Line
    severity: Literal["warning", "note"]


class Playbook(Frozen):
    """One folder of stages, roles, duties, assumptions and advice. Stages stand in order of growth."""

    frame: Frame
    sources: dict[str, Source]
    assumptions: dict[str, Assumption]
    duties: dict[str, Duty]
    roles: dict[str, Role]
    stages: dict[str, Stage]
    advice: dict[str, Advice]

    def stage_after(self, stage_id: str) -> str | None:
        """The id of the next stage, None after the last."""
        ids = list(self.stages)
        place = ids.index(stage_id) + 1
        return ids[place] if place < len(ids) else None

    def arises(self, duty_id: str, stage_id: str) -> bool:
        """Whether the duty exists in the stage: from its `from_stage` on."""
        first = self.duties[duty_id].from_stage
        ids = list(self.stages)
        return first is None or ids.index(stage_id) >= ids.index(first)

    def sources_of(self, given: str | None) -> list[tuple[str, Source]]:
        """The sources behind `000-S3, 000-S4`: each as written, with or without a fact behind its key."""
        names = [part.strip() for part in (given or "").split(",") if part.strip()]
        return [(name, self.sources[source_key(name)]) for name in names]

    def with_values(self, changed: dict[str, Assumption]) -> "Playbook":
        """The same playbook with some assumptions replaced."""
        return self.model_copy(update={"assumptions": self.assumptions | changed})
