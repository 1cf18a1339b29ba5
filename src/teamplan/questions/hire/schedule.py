"""Owns the reading of what `hire` is asked: from which day, for how long, by growth or by forecast."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from pydantic_core import PydanticCustomError

from teamplan.errors import Location, Problem, TeamplanError
from teamplan.playbook.growth import Forecast, Growth, parse_growth
from teamplan.playbook.quantity import parse_whole
from teamplan.questions.hire.calendar import Schedule
from teamplan.reading.days import EARLIEST, months_after, parse_day
from teamplan.reading.forecast import read_forecast
from teamplan.record import Record

Options = Mapping[str, str | None]  # option without its dashes -> as typed
Value = TypeVar("Value")
MONTHS, MOST_MONTHS = 12, 60
SMOOTH, MOST_SMOOTH = 7, 91  # a week: shops have weekdays, and nobody is hired for a Tuesday
GAPS = ("refuse", "zero")


class Asked(Record):
    """What the options say, each read by itself; None where one is not given."""

    start: date | None
    today: date | None
    growth: Growth | None
    months: int | None
    smooth: int


def read_schedule(options: Options) -> tuple[Schedule, list[Problem]]:
    """The schedule, and remarks on the forecast. Raises a TeamplanError with every fault of options and forecast."""
    problems: list[Problem] = []
    asked = Asked(
        start=_read(options, "from", parse_day, problems),
        today=_read(options, "today", parse_day, problems),
        growth=_read(options, "growth", parse_growth, problems),
        months=_read(options, "months", _whole_up_to(MOST_MONTHS), problems),
        smooth=_read(options, "smooth", _whole_up_to(MOST_SMOOTH), problems) or SMOOTH,
    )
    problems += _at_odds(options)
    forecast, notes = _forecast(options, problems)
    if problems:
        raise TeamplanError(problems)
    return _growing(asked) if forecast is None else _within(forecast, asked), notes


def _growing(asked: Asked) -> Schedule:
    start = asked.start or asked.today
    assert start is not None  # growth without a day is refused
    days = (months_after(start, asked.months or MONTHS) - start).days
    return _seen(Schedule(start, days, start, asked.growth, None, asked.smooth), asked.today)


def _within(forecast: Forecast, asked: Asked) -> Schedule:
    """The days of the forecast from the start on (all of them without it), for so many months at most."""
    values = forecast.visitors if forecast.visitors is not None else forecast.orders or ()
    last = forecast.first + timedelta(len(values) - 1)
    first = asked.start or forecast.first
    if not forecast.first <= first <= last:
        span = {"given": first.isoformat(), "low": forecast.first.isoformat(), "high": last.isoformat()}
        raise TeamplanError([Problem("not-between", span, where=Location("--from"))])
    end = last if asked.months is None else min(last, months_after(first, asked.months) - timedelta(1))
    return _seen(Schedule(first, (end - first).days + 1, first, None, forecast, asked.smooth), asked.today)


def _seen(schedule: Schedule, today: date | None) -> Schedule:
    """The schedule seen from today: from its first day where nobody says what day it is, as no clock is asked."""
    if today is not None and today > schedule.end:
        span = {"given": today.isoformat(), "low": EARLIEST.isoformat(), "high": schedule.end.isoformat()}
        raise TeamplanError([Problem("not-between", span, where=Location("--today"))])
    return schedule.with_(today=today or schedule.start, today_given=today is not None)


def _read(options: Options, name: str, parse: Callable[[str], Value], problems: list[Problem]) -> Value | None:
    given = options.get(name)
    if given is None:
        return None
    try:
        return parse(given)
    except PydanticCustomError as error:
        problems.append(Problem(error.type, error.context or {}, where=Location(f"--{name}")))
        return None


def _whole_up_to(most: int) -> Callable[[str], int]:
    def parse(given: str) -> int:
        number = parse_whole(given)
        if not 1 <= number <= most:
            raise PydanticCustomError("not-between", "not between", {"given": given, "low": 1, "high": most})
        return number

    return parse


def _at_odds(options: Options) -> list[Problem]:
    """Options that do not go together, and those that are missing."""
    growth, forecast = options.get("growth"), options.get("forecast")
    if (growth is None) == (forecast is None):
        return [Problem("growth-or-forecast")]
    if forecast is None:
        strange = [name for name in ("smooth", "gaps") if options.get(name) is not None]
        days = [options.get("from"), options.get("today")]
        missing = [] if any(days) else [Problem("missing-argument", {"name": "--today"})]
        return missing + [Problem("forecast-only", where=Location(f"--{name}")) for name in strange]
    given = [name for name in ("visitors", "orders") if options.get(name) is not None]
    found = [Problem("volume-twice", where=Location(f"--{name}")) for name in given]
    gaps = options.get("gaps")
    if gaps is not None and gaps not in GAPS:
        found.append(Problem("not-one-of", {"given": gaps, "known": ", ".join(GAPS)}, where=Location("--gaps")))
    return found


def _forecast(options: Options, problems: list[Problem]) -> tuple[Forecast | None, list[Problem]]:
    file = options.get("forecast")
    if file is None:
        return None, []
    forecast, found, notes = read_forecast(Path(file), zero_gaps=options.get("gaps") == "zero")
    problems += found
    return forecast, notes
