"""Owns the types of a file of people to be paid: what each of them is given, and what the month brought."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Annotated, Any

from pydantic import Field
from pydantic_core import PydanticCustomError

from teamplan.playbook.base import Frozen, Line
from teamplan.playbook.money import COINS
from teamplan.playbook.people import PeopleSchema, Person
from teamplan.playbook.quantity import (
    Parsed,
    Share,
    described_number,
    parse_amount,
    parse_quantity,
    refuse_above,
    whole_up_to,
)

MOST_SUM = 10**9  # of one person and month
BEST = 100  # of a rating
MOST_MONTHS = 1200  # with a shop
_TEXT_OR_NUMBER = {"type": ["string", "number"]}


def parse_sum(given: Any) -> Fraction:
    """A sum of money of zero or more in whole coins; a part of a coin is a slip, and would be lost in rounding."""
    amount = parse_amount(given)
    refuse_above(MOST_SUM, amount, given)
    if (amount * COINS).denominator != 1:
        raise PydanticCustomError("part-of-a-coin", "part of a coin", {"given": str(given)})
    return amount


def parse_factor(given: Any) -> Fraction:
    """A factor as people write it, `1.2` or `120%`; its bounds are those of the rules."""
    quantity = parse_quantity(given)
    if quantity.kind != "number":
        raise PydanticCustomError("not-a-share", "not a factor", {"given": str(given)})
    return quantity.canonical


def parse_rating(given: Any) -> Fraction:
    """A rating of 0 to 100."""
    rating = parse_amount(given)
    refuse_above(BEST, rating, given)
    return rating


def _rated(given: Any) -> Fraction | Mapping[str, Fraction]:
    """A rating, or one for each item."""
    if isinstance(given, Mapping):
        return {str(item): parse_rating(rating) for item, rating in given.items()}
    return parse_rating(given)


def _target(given: Any) -> Fraction:
    target = parse_sum(given)
    if not target:
        raise PydanticCustomError("must-be-positive", "zero", {"name": str(given)})
    return target


def _written(rating: Any) -> Any:
    return {item: float(each) for item, each in rating.items()} if isinstance(rating, Mapping) else float(rating)


Sum = Annotated[Fraction, Parsed(parse_sum, float, described_number(minimum=0))]
Target = Annotated[Fraction, Parsed(_target, float, described_number(exclusiveMinimum=0))]
Factor = Annotated[Fraction, Parsed(parse_factor, float, _TEXT_OR_NUMBER)]
_MONTHS = described_number(kind="integer", minimum=0, maximum=MOST_MONTHS)
Months = Annotated[int, Parsed(whole_up_to(MOST_MONTHS), int, _MONTHS)]
_RATING = described_number(minimum=0, maximum=BEST)
Rating = Annotated[
    Fraction | Mapping[str, Fraction],
    Parsed(
        _rated,
        _written,
        _RATING | {"type": [*_RATING["type"], "object"], "additionalProperties": _RATING},
    ),
]


class PaidPerson(Person):
    """One person of a pay sheet. Sums are of the month, in the currency of the place.

    Performance is a coefficient as given, else that of the score, else the attainment of inquiries, else of sales.
    What was not genuine is taken from inquiries and sales before anything is paid on them.
    """

    base: Sum
    hours_a_week: Factor | None = None
    grade: Factor | None = None
    floating: Factor | None = None
    performance: Factor | None = None
    result: Rating | None = None
    supervisor: Rating | None = None
    peers: Rating | None = None
    inquiry_target: Target | None = None
    inquiry_share: Share | None = Field(default=None, description="of the team's target, in place of an own one")
    inquiries: Sum | None = None
    inquiries_not_genuine: Sum = Fraction(0)
    sales_target: Target | None = None
    sales: Sum | None = None
    sales_not_genuine: Sum = Fraction(0)
    tenure_months: Months = 0
    collaborator: Line | None = None
    collaborator_share: Share | None = None
    overtime_working_day: Sum = Fraction(0)
    overtime_rest_day: Sum = Fraction(0)
    overtime_holiday: Sum = Fraction(0)
    incentive: Sum = Fraction(0)
    other: Sum = Fraction(0)

    @property
    def scored(self) -> dict[str, Fraction | Mapping[str, Fraction]]:
        """The ratings that were given."""
        ratings = {"result": self.result, "supervisor": self.supervisor, "peers": self.peers}
        return {part: rating for part, rating in ratings.items() if rating is not None}

    @property
    def overtime(self) -> dict[str, Fraction]:
        """Hours of overtime by the kind of day."""
        return {
            "working_day": self.overtime_working_day,
            "rest_day": self.overtime_rest_day,
            "holiday": self.overtime_holiday,
        }


class InquiryPlan(Frozen):
    """What the team's inquiries are planned to cost, and the accepted cost of one; with what came of it, if known."""

    promotion_cost: Sum
    labour_cost: Sum
    management_cost: Sum
    benchmark: Target | None = Field(default=None, description="accepted cost of an inquiry, as that of last month")
    inquiries: Target | None = None
    closed: Target | None = None

    @property
    def planned(self) -> Fraction:
        return self.promotion_cost + self.labour_cost + self.management_cost


class PayFile(Frozen):
    """A file of people to be paid."""

    inquiries: InquiryPlan | None = None
    people: Annotated[tuple[PaidPerson, ...], Field(min_length=1), PeopleSchema()]
    roles: Any = Field(default=None, exclude=True, description="people by role, for questions about the team")


OF_PEOPLE = tuple(key for key in Person.model_fields if key not in ("name", "role"))  # columns that pay does not need
COLUMNS = tuple(key for key in PaidPerson.model_fields if key not in OF_PEOPLE)  # of a CSV file of people to be paid
