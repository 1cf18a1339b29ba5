"""Owns the types of `sourcing.yaml`: what can be bought instead of employing somebody, at what price and loss."""

from fractions import Fraction
from itertools import pairwise
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from teamplan.playbook.base import Frozen, Line, Remark, Text
from teamplan.playbook.duties import Currency, Id, Ref
from teamplan.playbook.figures import Figure
from teamplan.playbook.quantity import Amount, Hours

MONTH, SEAT, SEAT_DAY, SEAT_HOUR, HOUR, POST_HOUR, SALES = PER = (
    "month",  # whatever is done
    "seat",  # a month of one person of the supplier for each of one's own whom it replaces
    "seat-day",  # the same by the day worked
    "seat-hour",  # the same by the hour on the clock
    "hour",  # the work of the duties in hours on the clock
    "post-hour",  # such hours at what an hour of the post itself costs
    "sales",  # a share of the sales
)  # a price is of one of these, or of the units of a driver


class PriceTier(Frozen):
    """A price that holds above so many units a day, for all of them."""

    above: Amount = Fraction(0)
    price: Figure


def _ascending(tiers: tuple[PriceTier, ...]) -> tuple[PriceTier, ...]:
    bounds = [tier.above for tier in tiers]
    if bounds[0] != 0 or any(low >= high for low, high in pairwise(bounds)):
        raise PydanticCustomError("tiers-not-ascending", "not ascending", {})
    return tiers


class PriceLine(Frozen):
    """One part of a bill: what is counted, less what of it costs nothing, and its price by how many there are a day."""

    per: Id
    less: tuple[Ref, ...] = ()
    tiers: Annotated[tuple[PriceTier, ...], Field(min_length=1), AfterValidator(_ascending)]


class NightRate(Frozen):
    """A share that is added to the price of what comes in these hours of the night."""

    hours: Hours
    surcharge: Figure


class Loss(Figure):
    """Something that is lost with own people; an assumption, as nobody counts it.

    A share of conversion is one of the orders, `less` those that it does not touch.
    """

    means: Text
    less: tuple[Ref, ...] = ()


class SourcingOption(Frozen):
    """What can be bought instead of employing people of some roles.

    Its `duties` leave the team (all of the role where none are named); one `outside_hours` takes over what comes when
    nobody of one's own is there, and replaces nobody. `brings` is a duty of looking after the supplier. `most_jobs`
    bounds the work that it carries, in full-time jobs.
    """

    name: Text
    kind: Literal["part-time", "contract", "outsource", "agency"]
    roles: Annotated[tuple[Id, ...], Field(min_length=1)]
    duties: tuple[Id, ...] = ()
    outside_hours: bool = False
    prices: Annotated[dict[Currency, Annotated[tuple[PriceLine, ...], Field(min_length=1)]], Field(min_length=1)]
    minimum: dict[Currency, Figure] = Field(default_factory=dict, description="what is billed a month at the least")
    night: NightRate | None = None
    peak: Figure | None = Field(None, description="what is added to the price at promotions, a share of it")
    notice: Figure
    brings: Id | None = None
    most_jobs: Figure | None = None
    lost: dict[Literal["control", "knowledge", "conversion"], Loss] = Field(default_factory=dict)
    risks: tuple[Remark, ...] = ()
    source: Line | None = None

    @model_validator(mode="after")
    def _duties_by_the_night(self) -> "SourcingOption":
        if self.outside_hours and len(self.duties) != 1:
            raise PydanticCustomError("outside-one-duty", "one duty", {})
        return self
