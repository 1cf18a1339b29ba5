"""Owns the iCalendar file of a hiring calendar: the only home of icalendar, which escapes and folds every text.

The bytes follow from the answer alone: stamps are those of today as it was given, never of the clock.
"""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from teamplan.errors import Problem, TeamplanError
from teamplan.page.problems import printable
from teamplan.page.words import Words
from teamplan.questions.hire.calendar import HiringCalendar, Place, ShortNeed
from teamplan.questions.hire.sentences import helped, why_and_gap
from teamplan.questions.hire.words import WORDS
from teamplan.reading.write import write_file

try:
    from icalendar import Calendar, Event
except ImportError:
    values = {"library": "icalendar", "extra": "calendar"}
    raise TeamplanError([Problem("extra-missing", values)]) from None

STEPS = {"search": "search_by", "start": "start_by", "work": "working_by"}  # event -> its date


def write_ics(path: Path, result: HiringCalendar, words: Words) -> None:
    """Write the file. Raises a TeamplanError if it cannot be written."""
    write_file(path, to_ics(result, words.of(WORDS)))


def to_ics(result: HiringCalendar, words: Words) -> str:
    """Three events of a day for each place, none before today: the search begins, first day at work, fully working.

    A short need is one event over all its days.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//teamplan//hire//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", words.say("hiring.calendar-name"))
    stamp = datetime.combine(result.today, time(), UTC)
    numbers: dict[tuple[str, str], int] = {}
    for place in (*result.hires, *result.backfills):
        key = (place.role, place.kind)
        numbers[key] = numbers.get(key, 0) + 1
        name = f"{result.start}-{place.kind}-{place.role}-{numbers[key]}"
        for step, dated in STEPS.items():
            if step == "search" and place.search_by == place.start_by:
                continue  # a promotion is not searched for
            event = _event(place, step, getattr(place, dated), words)
            event.add("uid", f"{name}-{step}@teamplan")
            event.add("dtstamp", stamp)
            calendar.add_component(event)
    for number, need in enumerate(result.short_needs, start=1):
        event = _span(need, words)
        event.add("uid", f"{result.start}-short-{need.role}-{number}@teamplan")
        event.add("dtstamp", stamp)
        calendar.add_component(event)
    return str(calendar.to_ical(), "utf-8")


def _span(need: ShortNeed, words: Words) -> Event:
    """All days of a short need."""
    who = words.say("hire", people=need.people, role=words.role(need.role))
    event = Event()
    event.add("summary", printable(words.say("hiring.event-short", who=who, by=helped(need, words))))
    event.add("dtstart", need.first)
    event.add("dtend", need.last + timedelta(1))
    event.add("transp", "TRANSPARENT")
    return event


def _event(place: Place, step: str, day: date, words: Words) -> Event:
    who = words.say("hire", people=place.people, role=words.role(place.role))
    event = Event()
    event.add("summary", printable(words.say(f"hiring.event-{step}", who=who)))
    event.add("description", printable(why_and_gap(place, words)))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(1))
    event.add("transp", "TRANSPARENT")
    return event
