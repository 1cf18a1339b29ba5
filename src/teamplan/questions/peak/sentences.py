"""Owns how the days, dates and remarks of an event are said."""

from collections.abc import Iterator, Mapping
from typing import Any

from teamplan.page.words import Words, number
from teamplan.questions.peak.result import END, PEAK, Peak, PeakAdvice, PeakDate

DIGITS = {"orders": 0, "hours": 0}  # of what is said roughly


def countdown(day: int) -> str:
    """A day counted from the event: D-14, D, D+3."""
    return "D" if day == 0 else f"D{day:+d}"


def spoken(day: int, words: Words) -> str:
    """The same in the words of a language."""
    key = "itself" if day == 0 else "before" if day < 0 else "after"
    return words.say(f"peak.day-{key}", days=abs(day))


def row_of_days(first: tuple[int, str | None], last: tuple[int, str | None]) -> str:
    """A row of days: by month and day where dates are known, else counted."""
    begin, end = (countdown(day) if date is None else date[5:] for day, date in (first, last))
    return begin if begin == end else f"{begin}..{end}"


def date_of(each: PeakDate, peak: Peak, words: Words) -> str:
    """What is to be done, without its day."""
    values = _named(each.values, words) | {"orders": number(peak.extra_orders, 0)}
    driver = words.playbook.duties[each.values["duty"]].driver if "duty" in each.values else None
    if isinstance(driver, str):
        values["units"] = words.counted(driver, values["units"])
    for driver, wave in _waves(words):
        if each.what in (driver + PEAK, driver + END):
            return words.say("peak.date.wave" + each.what.removeprefix(driver), wave=wave, **values)
    return words.say(f"peak.date.{each.what}", **values)


def _waves(words: Words) -> Iterator[tuple[str, str]]:
    """The drivers that come in a wave, and what that is called."""
    for each in words.playbook.events.multipliers.values() if words.playbook.events else ():
        if each.wave is not None:
            yield each.driver, words.say.text(each.wave)


def advice(each: PeakAdvice, words: Words) -> str:
    """A remark in words, without its severity."""
    return words.say(f"peak.advice.{each.key}", **_named(each.values, words))


def helpers(function: str, words: Words) -> str:
    """What the temporary people of a function are called."""
    events = words.playbook.events
    name = events.temporary[function].name if events else None
    return words.say.text(name) if name else words.function(function)


def _named(values: Mapping[str, Any], words: Words) -> dict[str, Any]:
    """Ids as names, numbers as they are written."""
    said: dict[str, Any] = {}
    for key, value in values.items():
        if key in ("role", "duty"):
            said[key] = getattr(words, key)(value)
        elif key == "helpers":
            said[key] = helpers(value, words)
        elif key in ("roles", "duties", "functions"):
            name = getattr(words, {"roles": "role", "duties": "duty", "functions": "function"}[key])
            said[key] = words.say.join(name(each) for each in value)
        else:
            said[key] = number(value, DIGITS.get(key, 2)) if isinstance(value, int | float) else value
    return said
