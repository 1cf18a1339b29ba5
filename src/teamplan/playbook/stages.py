"""Owns the types of a stage: its posts, bounds, opening hours, remarks and examples, as written in a stage file."""

from fractions import Fraction
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, PlainValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from teamplan.playbook.base import Frozen, Line, Remark, Text, Whole
from teamplan.playbook.duties import Id, MoreThan, Ref
from teamplan.playbook.quantity import Amount, Duration, Hours, Promise, Quantity, Share
from teamplan.playbook.store import AgeDays, FounderSkills, SetValue, Visitors


class SplitsFrom(MoreThan):
    """The role that carries the duties of a post up to so much of an input; above it they are a post of their own."""

    role: Id


class Post(Frozen):
    """A role in a stage: the duties it carries there, and the bounds on its headcount."""

    duties: Annotated[tuple[Id, ...], Field(min_length=1)]
    exactly: Whole | None = None
    at_least: Whole | None = None
    from_fte: Amount | None = None
    unless_founder: Id | None = None
    relieved_by: Literal["owner"] | None = None
    opens_at: Ref | None = Field(None, description="orders a day above which the post opens, before its stage too")
    splits_from: SplitsFrom | None = None
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


class Wider(Frozen):
    """Wider opening hours, above so much of a driver a day: orders, or what keeps people busy who are there then."""

    open: Hours
    above: Ref
    driver: Id = "orders"


class Service(Frozen):
    """Opening hours, which may widen in steps, and the promise to answer."""

    open: Hours
    answered: Promise
    within: Duration
    wider: tuple[Wider, ...] = ()


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


def _measured(given: Any) -> Any:
    """What stands under a name that an example does not know: a value, or else a slip in a key of its own."""
    if isinstance(given, bool | list | dict):
        raise PydanticCustomError("unknown-key", "unknown", {})
    return given


class Example(Frozen):
    """A shop and what the plan must say of it; run by `teamplan stages check`.

    It may say any input and any assumption of the playbook, as a store file does.
    """

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Annotated[SetValue, BeforeValidator(_measured)]]

    visitors: Visitors | None = None
    conversion: Share | None = None
    orders: Amount | None = None
    age_days: AgeDays | None = None
    founder_skills: FounderSkills = None
    expect: dict[str, Expected]

    @property
    def given(self) -> dict[str, Quantity]:
        """Inputs by their key in a store file, and assumptions by name."""
        return dict(self.model_extra or {})


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


class MoneyRemark(Remark):
    """What a source says of the money of a stage; `sign` is what it says of the month's result, if anything."""

    sign: Literal["loss", "even", "gain"] | None = None


class Stage(Frozen):
    """A stage of growth: when it starts, which roles carry which duties, what changes, what to watch."""

    name: Text
    summary: Text
    typical_age_days: Annotated[tuple[Amount, Amount | None], BeforeValidator(_pair), AfterValidator(_ascending)]
    starts_at: StartsAt
    typical_orders: Span
    typical_visitors: Span | None = None
    source: Line
    inputs: dict[Id, Ref] = Field(default_factory=dict, description="what the stage takes where the shop says nothing")
    service: Service | None = None
    ships_within: Duration | None = None
    team: dict[Id, Post]
    owner: tuple[Id, ...] = ()
    hand_over: tuple[Id, ...] = Field((), description="roles that take work off the owner when he is full, in order")
    buys_in: bool = Field(False, description="whether a role that is not worth a head is bought in by the hour")
    changes: tuple[Remark, ...] = ()
    watch: tuple[Remark, ...] = ()
    prepare: tuple[Remark, ...] = ()
    money: MoneyRemark | None = None
    examples: tuple[Example, ...] = ()

    @property
    def carrier(self) -> dict[str, str]:
        """The role that carries each duty; a duty that is not here is the owner's."""
        return {duty: role for role, post in self.team.items() for duty in post.duties}
