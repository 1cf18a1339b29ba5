"""Owns the types of `pay.yaml`: how pay follows performance in each phase of a team, and the bounds of it."""

from itertools import pairwise
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from teamplan.playbook.base import Frozen, Line, Text, Whole
from teamplan.playbook.duties import Currency, Id, Ref
from teamplan.playbook.figures import Figure
from teamplan.playbook.quantity import QuantityText, Share

PARTS = ("result", "supervisor", "peers")  # of a score
MEASURES = ("scores", "inquiries", "sales")  # what a phase measures performance by


class PayPhase(Frozen):
    """How a team of one phase is paid, and whom it fits: up to so many people, from a stage on, or once it gains."""

    name: Text
    people: Whole | None = Field(default=None, description="up to so many people, the owner among them")
    from_stage: Id | None = Field(default=None, description="from this stage on")
    gaining: bool = Field(default=False, description="as well once a month leaves something for the owner")
    measure: Literal["scores", "inquiries", "sales"]
    unit: Text
    main: Annotated[tuple[Text, ...], Field(min_length=1)]
    related: tuple[Text, ...] = ()
    incentive: Text | None = None
    source: Line


class ScorePart(Frozen):
    """One part of a score: its share of the whole, and the items that it is the mean of."""

    name: Text
    share: Share
    items: Annotated[dict[Id, Text], Field(min_length=1)]


class ScoreRule(Frozen):
    """How three ratings of 0 to 100 make a score; `par` is the score that pays a coefficient of 1."""

    result: ScorePart
    supervisor: ScorePart
    peers: ScorePart
    par: Figure
    source: Line

    @model_validator(mode="after")
    def _whole(self) -> "ScoreRule":
        total = sum(part.share for part in self.parts.values())
        if total != 1:
            raise PydanticCustomError("shares-do-not-sum", "not the whole", {"sum": f"{float(100 * total):g}%"})
        return self

    @property
    def parts(self) -> dict[str, ScorePart]:
        return {name: getattr(self, name) for name in PARTS}


class Coefficients(Frozen):
    """The factors of a salary: `value` where a person has none, `range` the bounds of what may be given."""

    grade: Figure
    floating: Figure
    performance: Figure


class Tier(Frozen):
    """From which attainment of a target on a rate is paid."""

    at: QuantityText
    rate: Figure


class Tiers(Frozen):
    """Rates that rise with the attainment of a target.

    `stepped`: the rate that was reached holds for all of it, so that pay jumps there. `marginal`: each rate holds for
    what lies within its tier, so that pay has no jump.
    """

    kind: Literal["stepped", "marginal"]
    tiers: Annotated[tuple[Tier, ...], Field(min_length=1)]
    source: Line

    @model_validator(mode="after")
    def _rising(self) -> "Tiers":
        for before, after in pairwise(self.tiers):
            same = before.at.canonical >= after.at.canonical
            if same or before.rate.value.canonical > after.rate.value.canonical:
                raise PydanticCustomError("tiers-do-not-rise", "not rising", {"given": str(after.at)})
        if self.tiers[0].at.number:
            raise PydanticCustomError("first-tier-not-at-zero", "gap", {"given": str(self.tiers[0].at)})
        return self


class TenureStep(Frozen):
    """The factor on a commission from so many months with the shop on."""

    months: Whole
    factor: Figure


class OvertimeRule(Frozen):
    """What an hour of overtime pays against an ordinary one, how many hours a month has, and the most of overtime."""

    working_day: Figure
    rest_day: Figure
    holiday: Figure
    hours: Figure
    most: Ref | None = None


class PayRules(Frozen):
    """`pay.yaml` as a whole. Phases stand in order; the first holds where no other does."""

    phases: Annotated[dict[Id, PayPhase], Field(min_length=1)]
    score: ScoreRule
    coefficients: Coefficients
    bonus: Tiers
    commission: Tiers
    tenure: Annotated[tuple[TenureStep, ...], Field(min_length=1)]
    overtime: dict[Currency, OvertimeRule]
