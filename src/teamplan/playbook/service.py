"""Owns the types of `service.yaml`: when buyers write, how shifts may lie, and what the law bounds."""

from fractions import Fraction
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from teamplan.playbook.base import Frozen, Line, Text
from teamplan.playbook.duties import Id, Ref
from teamplan.playbook.figures import Grade, defend
from teamplan.playbook.quantity import Clock, Duration, Hours, Share

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEK: tuple[Weekday, ...] = get_args(Weekday)
ROUNDED = Fraction(1, 200)  # published shares are rounded: their sum may be half a percent off


def _whole_of(parts: int) -> AfterValidator:
    """So many shares that make a whole."""

    def check(shares: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
        total = sum(shares, Fraction(0))
        if len(shares) != parts:
            raise PydanticCustomError("wrong-number-of-shares", "count", {"count": len(shares), "wanted": parts})
        if abs(total - 1) > ROUNDED:
            raise PydanticCustomError("shares-do-not-sum", "sum", {"sum": f"{float(100 * total):.4g}%"})
        return tuple(share / total for share in shares)

    return AfterValidator(check)


class Observed(Frozen):
    """A profile says where it comes from, as every number does."""

    source: Line | None = None
    grade: Grade
    reason: Text | None = Field(default=None, description="why these shares; required for grade J")

    @model_validator(mode="after")
    def _defended(self) -> "Observed":
        defend(self.grade, self.source, self.reason)
        return self


class Profile(Observed):
    """The share of a day's arrivals in each of its 24 hours, from midnight on, for some days of the week."""

    name: Text
    days: Annotated[tuple[Weekday, ...], Field(min_length=1)]
    hours: Annotated[tuple[Share, ...], _whole_of(24)]


class Week(Observed):
    """The share of a week's arrivals on each day from Monday on."""

    shares: Annotated[tuple[Share, ...], _whole_of(7)]


class Break(Frozen):
    """A pause within a shift, so long after its start."""

    after: Duration
    length: Duration


class Pattern(Frozen):
    """A kind of shift: how long, and at which times of day it may start. A break lies within its hours."""

    name: Text
    hours: Ref
    first: Clock
    last: Clock
    every: Duration
    pause: Break | None = Field(default=None, alias="break")

    @model_validator(mode="after")
    def _forward(self) -> "Pattern":
        if self.every.canonical <= 0 or self.every.canonical.denominator != 1:
            raise PydanticCustomError("not-whole-minutes", "not whole minutes", {"given": str(self.every)})
        if self.last < self.first:
            raise PydanticCustomError("range-upside-down", "upside down", {})
        return self

    @property
    def starts(self) -> range:
        """Minutes after midnight at which the shift may start."""
        return range(self.first, self.last + 1, int(self.every.canonical))

    def works(self, into: int, minutes: float) -> bool:
        """Whether a shift of so many minutes covers the whole half hour that begins `into` minutes after its start."""
        if into + 30 > minutes:
            return False
        pause = self.pause
        return pause is None or not pause.after.canonical - 30 < into < pause.after.canonical + pause.length.canonical


class Meal(Frozen):
    """The long break of a shift: it begins between these two times after the start of the shift."""

    length: Duration
    earliest: Duration
    latest: Duration

    @model_validator(mode="after")
    def _forward(self) -> "Meal":
        if self.latest.canonical < self.earliest.canonical:
            raise PydanticCustomError("range-upside-down", "upside down", {})
        return self


class Breaks(Observed):
    """How the part of a shift that is not worked lies in it: a meal, and pauses of about this length for the rest."""

    meal: Meal
    pause: Duration

    @model_validator(mode="after")
    def _lasting(self) -> "Breaks":
        if not self.pause.canonical or not self.meal.length.canonical:
            raise PydanticCustomError("must-be-positive", "zero", {"name": "breaks"})
        return self


class Law(Frozen):
    """The bounds of working time: assumptions of the longest day and of the days off in a week."""

    day: Ref
    days_off: Ref


class Counted(Observed):
    """The hours in which the platform counts how fast the shop answers, and within which time it wants an answer."""

    open: Hours
    within: Duration | None = None


class ServiceFrame(Frozen):
    """`service.yaml`: when buyers write, how shifts and breaks may lie, what the law bounds, which hours count."""

    profiles: dict[Id, Profile]
    week: Week
    shifts: Annotated[dict[Id, Pattern], Field(min_length=1)]
    breaks: Breaks | None = Field(default=None, description="without it all breaks are pauses of 15 minutes")
    law: Law
    counted: Counted

    @model_validator(mode="after")
    def _every_day_once(self) -> "ServiceFrame":
        days = [day for profile in self.profiles.values() for day in profile.days]
        twice = sorted({day for day in days if days.count(day) > 1}, key=WEEK.index)
        missing = [day for day in WEEK if day not in days]
        if twice:
            raise PydanticCustomError("weekday-twice", "twice", {"days": ", ".join(twice)})
        if missing:
            raise PydanticCustomError("weekday-missing", "missing", {"days": ", ".join(missing)})
        return self

    def profile_of(self, day: Weekday) -> Profile:
        """The hourly profile of a day of the week."""
        return next(profile for profile in self.profiles.values() if day in profile.days)

    def by_day(self) -> list[tuple[Weekday, Fraction]]:
        """The days of the week with their shares of its arrivals."""
        return list(zip(WEEK, self.week.shares, strict=True))

    def factor(self, day: Weekday) -> Fraction:
        """Arrivals of a day of the week over those of the mean day."""
        return 7 * self.week.shares[WEEK.index(day)]
