"""Owns how the days, dates and remarks of an event are said."""

from collections.abc import Mapping
from typing import Any

from teamplan.page.words import Words, number
from teamplan.questions.peak.result import Peak, PeakAdvice, PeakDate


def counted(day: int) -> str:
    """A day counted from the event: D-14, D, D+3."""
    return "D" if day == 0 else f"D{day:+d}"


def spoken(day: int, words: Words) -> str:
    """The same in the words of a language."""
    key = "itself" if day == 0 else "before" if day < 0 else "after"
    return words.say(f"peak.day-{key}", days=abs(day))


def span(first: tuple[int, str | None], last: tuple[int, str | None]) -> str:
    """A row of days: by month and day where dates are known, else counted."""
    begin, end = (counted(day) if date is None else date[5:] for day, date in (first, last))
    return begin if begin == end else f"{begin}..{end}"


def date_of(each: PeakDate, peak: Peak, words: Words) -> str:
    """What is to be done, without its day."""
    values = _named(each.values, words) | {"orders": number(peak.extra_orders, 0)}
    driver = words.playbook.duties[each.values["duty"]].driver if "duty" in each.values else None
    if isinstance(driver, str):
        values["units"] = words.counted(driver, values["units"])
    if "temporary" in each.what:
        values["role"] = _temporary(str(each.values["role"]), words)
    return words.say(f"peak.date.{each.what}", **values)


def _temporary(role: str, words: Words) -> str:
    """What temporary people in a role are called."""
    events, known = words.playbook.events, words.playbook.roles[role]
    hired = events.temporary.get(known.function) if events else None
    return words.say.text(hired.called) if hired and hired.called else words.role(role)


def advice(each: PeakAdvice, words: Words) -> str:
    """A remark in words, without its severity."""
    values = _named(each.values, words)
    if each.key == "owner":
        values["day"] = spoken(int(each.values["day"]), words)
    return words.say(f"peak.advice.{each.key}", **values)


def _named(values: Mapping[str, Any], words: Words) -> dict[str, Any]:
    """Ids as names, numbers as they are written."""
    said: dict[str, Any] = {}
    for key, value in values.items():
        if key in ("role", "duty"):
            said[key] = getattr(words, key)(value)
        elif key in ("roles", "duties"):
            said[key] = words.say.join(getattr(words, "role" if key == "roles" else "duty")(each) for each in value)
        else:
            said[key] = number(value, 0 if key == "orders" else 2) if isinstance(value, int | float) else value
    return said
