"""Owns the reading of what `hire` is asked: from which day, for how long, by growth or by forecast."""

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction

from teamplan.errors import Location, Problem, TeamplanError
from teamplan.playbook.growth import MOST_IN_30_DAYS, Forecast, Growth
from teamplan.questions.hire.calendar import Schedule
from teamplan.questions.hire.question import HiringQuestion
from teamplan.reading.days import EARLIEST, months_after
from teamplan.reading.forecast import read_forecast
from teamplan.reading.inputs import sound_options
from teamplan.reading.text import named_file

Options = Mapping[str, str | None]  # option without its dashes -> as typed
MONTHS = 12
STEADY = Growth(Fraction(0), Fraction(1))  # what a jump alone jumps from
GAPS = ("refuse", "zero")


def read_schedule(options: Options) -> tuple[Schedule, list[Problem]]:
    """The schedule, and remarks on the forecast. Raises a TeamplanError with every fault of options and forecast."""
    asked, problems = sound_options(options, HiringQuestion)
    problems += _at_odds(options) + _too_fast(asked.growth)
    forecast, notes = _forecast(options, problems)
    if problems:
        raise TeamplanError(problems)
    return _growing(asked) if forecast is None else _within(forecast, asked), notes


def _growing(asked: HiringQuestion) -> Schedule:
    start = asked.start or asked.today
    assert start is not None  # growth without a day is refused
    days = (months_after(start, asked.months or MONTHS) - start).days
    return _seen(Schedule(start, days, start, asked.growth or STEADY, None, asked.smooth), asked)


def _within(forecast: Forecast, asked: HiringQuestion) -> Schedule:
    """The days of the forecast from the start on (all of them without it), for so many months at most."""
    last = forecast.first + timedelta(forecast.days - 1)
    first = asked.start or forecast.first
    if problems := _outside("--from", first, forecast.first, last):
        raise TeamplanError(problems)
    end = last if asked.months is None else min(last, months_after(first, asked.months) - timedelta(1))
    return _seen(Schedule(first, (end - first).days + 1, first, None, forecast, asked.smooth), asked)


def _seen(schedule: Schedule, asked: HiringQuestion) -> Schedule:
    """The schedule seen from today: from its first day where nobody says what day it is, as no clock is asked.

    A jump lies ahead: after the first day, whose team is there, and not before today.
    """
    today = asked.today or schedule.start
    problems = _outside("--today", today, EARLIEST, schedule.end)
    if asked.jump is not None:
        problems += _outside("--jump", asked.jump.on, max(today, schedule.on(1)), schedule.end)
    if problems:
        raise TeamplanError(problems)
    given = asked.today is not None
    return schedule.with_(today=today, today_given=given, jump=asked.jump, lasting=asked.lasting)


def _outside(option: str, day: date, first: date, last: date) -> list[Problem]:
    if first <= day <= last:
        return []
    span = {"given": day.isoformat(), "low": first.isoformat(), "high": last.isoformat()}
    return [Problem("not-between", span, where=Location(option))]


def _too_fast(growth: Growth | None) -> list[Problem]:
    """A growth that no hiring follows."""
    times = growth.factor(30) if growth else 1
    values = {"times": times, "most": MOST_IN_30_DAYS}
    return [Problem("growth-too-fast", values, where=Location("--growth"))] if times > MOST_IN_30_DAYS else []


def _at_odds(options: Options) -> list[Problem]:
    """Options that do not go together, and those that are missing."""
    growth, forecast, jump = (options.get(name) for name in ("growth", "forecast", "jump"))
    if (growth is not None and forecast is not None) or growth == forecast == jump:
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
    forecast, found, notes = read_forecast(named_file(file), zero_gaps=options.get("gaps") == "zero")
    problems += found
    return forecast, notes
