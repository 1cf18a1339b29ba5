"""Owns what the owner knows: the store, its founder, its present team."""

from fractions import Fraction
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

from teamplan.playbook.base import MOST_PEOPLE, Frozen, Whole
from teamplan.playbook.quantity import Amount, Quantity, Share, parse_quantity, refuse_above, up_to

MOST_ORDERS = 1_000_000  # a day; beyond that it is not one shop
MOST_VISITORS = 1_000_000_000  # a day
MOST_NEW_PRODUCTS = 1_000_000  # a week
MOST_AD_SPEND = 1_000_000_000_000  # CNY a month
MOST_AGE = 36_500  # days; a hundred years
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


def _set_value(given: Any) -> Any:
    if not isinstance(given, str | int | float | Quantity):
        raise PydanticCustomError("not-a-number", "not a number", {"given": str(given)})
    return parse_quantity(given)


SetValue = Annotated[
    Quantity,
    BeforeValidator(_set_value),
    PlainSerializer(str),
    WithJsonSchema({"type": ["string", "number"]}),
]


class Staff(Frozen):
    """People in one role today; `temporary` and `contract` are among `people`, `part_time` come on top."""

    people: Whole = 0
    part_time: Whole = 0
    temporary: Whole = 0
    contract: Whole = 0


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
            "properties": {name: {"type": "integer", "minimum": 0} for name in Staff.model_fields},
            "additionalProperties": False,
        },
    ]
}


class Team(Frozen):
    """`team.yaml`: the people in each role today."""

    roles: dict[str, Annotated[Staff, BeforeValidator(_staff), WithJsonSchema(STAFF_SCHEMA)]]

    def have(self, role: str) -> int:
        """People on the books in the role, part-time ones counted as heads."""
        staff = self.roles.get(role, Staff())
        return staff.people + staff.part_time


Visitors = Annotated[Fraction, up_to(MOST_VISITORS)]
AgeDays = Annotated[Fraction, up_to(MOST_AGE)]


class Store(Frozen):
    """What the owner knows. Amounts a day, except new products (a week) and ad spend (CNY a month)."""

    visitors: Visitors | None = None
    conversion: Share | None = None
    orders: Amount | None = None
    new_products: Annotated[Fraction, up_to(MOST_NEW_PRODUCTS)] | None = None
    ad_spend: Annotated[Fraction, up_to(MOST_AD_SPEND)] | None = None
    age_days: AgeDays | None = None
    owner_hours: Annotated[Fraction, up_to(24)] | None = None
    founder_skills: FounderSkills = None
    silent_share: Share | None = None
    inquiry_conversion: Share | None = None
    return_rate: Share | None = None
    campaign_ahead: bool = False
    stock_counted: bool | None = None
    stage: str | None = None
    team: Team | None = None
    assumptions: dict[str, SetValue] = Field(default_factory=dict)

    @property
    def skills(self) -> frozenset[str]:
        return frozenset(FOUNDER_SKILLS if self.founder_skills is None else self.founder_skills)

    @property
    def changed_shares(self) -> dict[str, Quantity]:
        """Assumptions that the store gives under a name of its own."""
        given: dict[str, Fraction | None] = {
            "silent_share": self.silent_share,
            "inquiry_conversion": self.inquiry_conversion,
            "return_rate": self.return_rate,
        }
        return {name: Quantity(share) for name, share in given.items() if share is not None}
