"""Owns what past days say of a shop's own week: how its arrivals lie over the weekdays, and over the hours of a day.

What they do not say is left to the playbook, and why is kept: a week is judged by whole ones, of which four are needed.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from fractions import Fraction
from math import fsum
from statistics import fmean, median

from teamplan.playbook.growth import Forecast
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.service import WEEK, Profile, ServiceFrame, Weekday
from teamplan.record import Record

FEWEST_WEEKS = 4
FEWEST_HOURS = 12  # of a day with anything in them; with fewer the file counts only some of its hours (J)
EXACT = Fraction(1, 10**6)  # of a share: finer than any file tells
FEW_WEEKS, SELDOM, BY_DAYS, FEW_DAYS, HALF_A_DAY = "few-weeks", "seldom", "by-days", "few-days", "half-a-day"


class OwnHours(Record):
    """The share of a day in each hour, over so many days; None where the playbook's stand, with the reason `why`."""

    days: int
    shares: tuple[Fraction, ...] | None = None
    why: str | None = None


class OwnWeek(Record):
    """A shop's week by its past days, of which `counted` are the arrivals: chats, or orders.

    `seen` are the hours in which there ever were any. `weekdays` are the arrivals of a day over those of the mean open
    day; 1 of those `closed` in most weeks. None where the playbook's stand, with the reason `why`. `hours` are by the
    profile of the playbook that they replace.
    """

    counted: str
    first: str
    last: str
    weeks: int
    seen: int
    hours: Mapping[str, OwnHours]
    weekdays: Mapping[str, Fraction] | None = None
    closed: tuple[str, ...] = ()
    why: str | None = None


def own_week(past: Forecast, frame: ServiceFrame) -> OwnWeek:
    """What the past days of a shop say where the playbook has a week and profiles."""
    days = list(_days(past))
    weeks = list(_whole_weeks(days))
    found = OwnWeek(
        counted=past.arrivals,
        first=past.first.isoformat(),
        last=(past.first + timedelta(past.days - 1)).isoformat(),
        weeks=len(weeks),
        seen=0 if past.hourly is None else sum(map(any, zip(*past.hourly, strict=True))),
        hours={},
    )
    found = found.with_(hours={name: _hours(each, past, days, found) for name, each in frame.profiles.items()})
    if len(weeks) < FEWEST_WEEKS:
        return found.with_(why=FEW_WEEKS)
    usual = [_rounded(median(week[place] for week in weeks)) for place in range(len(WEEK))]
    open_ = [share for share in usual if share]
    if not open_:
        return found.with_(why=SELDOM)
    mean = sum(open_, Fraction(0)) / len(open_)
    return found.with_(
        weekdays={name: share / mean if share else Fraction(1) for name, share in zip(WEEK, usual, strict=True)},
        closed=tuple(name for name, share in zip(WEEK, usual, strict=True) if not share),
    )


def with_own_week(playbook: Playbook, own: OwnWeek | None) -> Playbook:
    """The playbook with the shop's own week and hours in place of its own, where they are known."""
    if own is None:
        return playbook
    frame = playbook.service
    profiles = {name: _with_hours(profile, own.hours[name]) for name, profile in frame.profiles.items()}
    week = frame.week
    if own.weekdays is not None:
        week = week.model_copy(update={"shares": tuple(factor / len(WEEK) for factor in own.weekdays.values())})
    return playbook.with_(service=frame.model_copy(update={"week": week, "profiles": profiles}))


def _with_hours(profile: Profile, own: OwnHours) -> Profile:
    return profile if own.shares is None else profile.model_copy(update={"hours": own.shares})


def _days(past: Forecast) -> Iterator[tuple[Weekday, float]]:
    """The arrivals of each day, with its weekday."""
    first = past.first.weekday()
    for place, arrivals in enumerate(getattr(past, past.arrivals)):
        yield WEEK[(first + place) % len(WEEK)], arrivals


def _whole_weeks(days: Sequence[tuple[Weekday, float]]) -> Iterator[list[float]]:
    """The shares of a week's arrivals from Monday to Sunday, of each whole week that has any."""
    start = -WEEK.index(days[0][0]) % len(WEEK)
    for monday in range(start, len(days) - len(WEEK) + 1, len(WEEK)):
        week = [arrivals for _, arrivals in days[monday : monday + len(WEEK)]]
        if total := fsum(week):
            yield [arrivals / total for arrivals in week]


def _hours(profile: Profile, past: Forecast, days: Sequence[tuple[Weekday, float]], own: OwnWeek) -> OwnHours:
    """The mean share of each hour over the days of a profile, each day counted alike."""
    if past.hourly is None:
        return OwnHours(0, why=BY_DAYS)
    some = [
        [each / arrivals for each in hours]
        for hours, (name, arrivals) in zip(past.hourly, days, strict=True)
        if arrivals and name in profile.days
    ]
    short = {
        FEW_WEEKS: own.weeks < FEWEST_WEEKS,
        HALF_A_DAY: own.seen < FEWEST_HOURS,
        FEW_DAYS: len(some) < FEWEST_WEEKS,
    }
    for why, holds in short.items():
        if holds:
            return OwnHours(len(some), why=why)
    shares = [_rounded(fmean(hour)) for hour in zip(*some, strict=True)]
    total = sum(shares, Fraction(0))
    return OwnHours(len(some), tuple(share / total for share in shares))


def _rounded(share: float) -> Fraction:
    return round(share / EXACT) * EXACT
