"""Owns what the owner knows: the store, its founder, its present team."""

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from math import ceil
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, ConfigDict, Field, WithJsonSchema, create_model, model_validator
from pydantic_core import PydanticCustomError

from teamplan.playbook.base import MOST_PEOPLE, Apart, Frozen, Line, Whole, one_of
from teamplan.playbook.days import parse_day
from teamplan.playbook.duties import Input
from teamplan.playbook.money import CURRENCIES, Exchange
from teamplan.playbook.people import OWNER, PeopleSchema, Person, by_name, unpaid
from teamplan.playbook.quantity import (
    Amount,
    Parsed,
    Quantity,
    Share,
    described_number,
    parse_amount,
    parse_number,
    parse_quantity,
    refuse_above,
    up_to,
)

MOST_ORDERS = 1_000_000  # a day; beyond that it is not one shop
MOST_VISITORS = 1_000_000_000  # a day
MOST_HOURS = 168  # a week
MOST_AGE = 36_500  # days; a hundred years
MEAN_DAY, MOST_PERCENTILE = Fraction(50), Fraction(999, 10)  # of days
FOUNDER_SKILLS = ("operations", "marketing", "design")  # what the articles expect of a founder (000-M1)


def _skills(given: Any) -> Any:
    if given in ("none", None):
        return None if given is None else ()
    return tuple(part.strip() for part in given.split(",")) if isinstance(given, str) else given


FounderSkills = Annotated[
    tuple[str, ...] | None,
    BeforeValidator(_skills),
    WithJsonSchema({"anyOf": [{"type": "array", "items": {"type": "string"}}, {"type": "string"}]}),
]


def _set_value(given: Any) -> Quantity:
    if not isinstance(given, str | int | float | Quantity):
        raise PydanticCustomError("not-a-number", "not a number", {"given": str(given)})
    return parse_quantity(given)


SetValue = Annotated[Quantity, Parsed(_set_value, str, {"type": ["string", "number"]})]


def _exchange(given: Any) -> Exchange:
    """Read `7.8 CNY 2026-11-01`: what one unit of the shop's currency costs in one of the playbook's, and when."""
    if isinstance(given, Exchange):
        return given
    parts = str(given).split()
    if len(parts) != 3:
        raise PydanticCustomError("not-an-exchange", "not an exchange", {"given": str(given)})
    price = parse_amount(parse_number(parts[0]))
    if not price:
        raise PydanticCustomError("must-be-positive", "zero", {"name": str(given)})
    return Exchange(price, one_of("unknown-currency", CURRENCIES)(parts[1]), parse_day(parts[2]).isoformat())


def _code(given: Any) -> str:
    if not isinstance(given, str) or not (given.isascii() and given.isalpha() and given.isupper() and len(given) == 3):
        raise PydanticCustomError("not-a-currency", "not a currency", {"given": str(given)})
    return given


CurrencyCode = Annotated[str, BeforeValidator(_code), WithJsonSchema({"type": "string", "pattern": "^[A-Z]{3}$"})]
ExchangeText = Annotated[Exchange, Parsed(_exchange, str, {"type": "string"})]


class Staff(Frozen):
    """People in one role today; `temporary` and `contract` are among `people`, `part_time` come on top.

    `hours` are those a week of each part-time person, on the clock; without them it is half a week.
    """

    people: Whole = 0
    part_time: Whole = 0
    hours: Annotated[Fraction, up_to(MOST_HOURS)] | None = None
    temporary: Whole = 0
    contract: Whole = 0

    def full_time(self, week: Fraction) -> Fraction:
        """Full-time people, of so many hours a week on the clock; nobody counts more than one."""
        share = Fraction(1, 2) if self.hours is None else min(self.hours / week, Fraction(1))
        return self.people + self.part_time * share


def _staff(given: Any) -> Any:
    if isinstance(given, Staff | dict):
        return given
    if isinstance(given, bool) or not isinstance(given, int) or given < 0:
        raise PydanticCustomError("not-people", "not people", {"given": str(given)})
    refuse_above(MOST_PEOPLE, given, given)
    return Staff(people=given)


STAFF_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "integer", "minimum": 0},
        {
            "type": "object",
            "properties": {
                name: described_number(minimum=0) if name == "hours" else {"type": "integer", "minimum": 0}
                for name in Staff.model_fields
            },
            "additionalProperties": False,
        },
    ]
}


class Team(Frozen):
    """`team.yaml`: the people in each role today; who is named counts where `roles` says nothing of the role."""

    model_config = ConfigDict(json_schema_extra=lambda schema: schema.update(required=[]))

    roles: dict[str, Annotated[Staff, BeforeValidator(_staff), WithJsonSchema(STAFF_SCHEMA)]]
    people: Annotated[dict[Line, Person], PeopleSchema()] = Field(default_factory=dict)
    inquiries: Any = Field(default=None, exclude=True, description="what inquiries are planned to cost, for `pay`")

    @model_validator(mode="before")
    @classmethod
    def _counted(cls, given: Any) -> Any:
        """The people that are named, counted by role."""
        if not isinstance(given, dict) or "people" not in given:
            return given
        given = given | {"people": unpaid(by_name(given["people"]))}
        people, roles = given["people"], given.get("roles", {})
        if not isinstance(people, dict) or not isinstance(roles, dict):
            return given
        said = (each.get("role") for each in people.values() if isinstance(each, dict))
        named = Counter(role for role in said if isinstance(role, str) and role != OWNER)
        return given | {"roles": dict(named) | roles}

    def names(self, role: str) -> list[str]:
        """Who is named in a role."""
        return [name for name, person in self.people.items() if person.role == role]


def _percentile(given: Any) -> Fraction:
    """A percentile of days, `80` or `80%`: from 50, the mean day, up to 99.9."""
    try:
        quantity = parse_quantity(given)
    except PydanticCustomError:
        quantity = Quantity(Fraction(0))
    if quantity.unit not in ("", "%") or not MEAN_DAY <= quantity.number <= MOST_PERCENTILE:
        raise PydanticCustomError("not-a-percentile", "not a percentile", {"given": str(given)})
    return quantity.number


Percentile = Annotated[Fraction, Parsed(_percentile, float, {"type": ["string", "number"]})]
Visitors = Annotated[Fraction, up_to(MOST_VISITORS)]
AgeDays = Annotated[Fraction, up_to(MOST_AGE)]


class Store(Apart):
    """What the owner knows, in amounts a day, and in the inputs that its playbook declares."""

    declared: ClassVar[Mapping[str, str | None]] = {}  # input -> the assumption it sets, None for an amount
    measuring: ClassVar[Mapping[str, str]] = {}  # input -> the assumption that it is, times the orders

    visitors: Visitors | None = None
    conversion: Share | None = None
    orders: Amount | None = None
    age_days: AgeDays | None = None
    owner_hours: Annotated[Fraction, up_to(24)] | None = None
    percentile: Percentile | None = None
    founder_skills: FounderSkills = None
    campaign_ahead: bool = False
    stock_counted: bool | None = None
    stage: str | None = None
    category: str | None = None
    city: str | None = None
    currency: CurrencyCode | None = None
    exchange: ExchangeText | None = None
    ready: bool | None = None
    hire_order: str | None = None
    team: Team | None = None
    sourcing: dict[str, str] = Field(default_factory=dict, description="what is bought outside: option by role")
    assumptions: dict[str, SetValue] = Field(default_factory=dict)

    @property
    def skills(self) -> frozenset[str]:
        return frozenset(FOUNDER_SKILLS if self.founder_skills is None else self.founder_skills)

    @property
    def changed_shares(self) -> dict[str, Quantity]:
        """Assumptions that the store gives by an input."""
        given = [(sets, self.given(name)) for name, sets in self.declared.items() if sets is not None]
        return {sets: Quantity(share) for sets, share in given if share is not None}

    @property
    def amounts(self) -> dict[str, Fraction]:
        """Inputs that cause work, where the store gives them."""
        given = {name: self.given(name) for name, sets in self.declared.items() if sets is None}
        return {name: amount for name, amount in given.items() if amount is not None}

    @property
    def measured(self) -> dict[str, tuple[str, Fraction]]:
        """Assumptions that the store counts a day, by the input: worth so many times its orders."""
        given = [(sets, name, self.given(name)) for name, sets in self.measuring.items()]
        return {sets: (name, amount) for sets, name, amount in given if amount is not None}

    def given(self, name: str) -> Fraction | None:
        """What the store says of a declared input, None where nothing."""
        return getattr(self, field_of(name), None)


def key_of(name: str) -> str:
    """How a store file and the data of an answer write the id of an input."""
    return name.replace("-", "_")


def id_of(key: str) -> str:
    """The id of an input from its key in files and data."""
    return key.replace("_", "-")


def field_of(name: str) -> str:
    """The field of a store for a declared input; its prefix keeps it from being anything of a model's own."""
    return f"input_{key_of(name)}"


def store_type(inputs: Mapping[str, Input]) -> type[Store]:
    """The store of a playbook that declares these inputs: each a key, by its id with underscores."""
    return _store_type(tuple((name, each.most, each.sets, each.measures) for name, each in inputs.items()))


@lru_cache(maxsize=16)  # a sweep reads a store for each of its steps
def _store_type(inputs: tuple[tuple[str, Fraction | None, str | None, str | None], ...]) -> type[Store]:
    if not inputs:
        return Store
    types: dict[str, Any] = {
        name: Share if most is None else Annotated[Fraction, up_to(ceil(most))] for name, most, _, _ in inputs
    }
    fields: dict[str, Any] = {
        field_of(name): (kind | None, Field(default=None, alias=key_of(name))) for name, kind in types.items()
    }
    made = create_model("Store", __base__=Store, __doc__=Store.__doc__, **fields)
    made.declared = {name: sets and sets[1:] for name, _, sets, measures in inputs if measures is None}
    made.measuring = {name: measures[1:] for name, _, _, measures in inputs if measures}
    return made
