"""Owns the lines on what cannot be there in time: each place by itself, or where they are many a line a role."""

from collections.abc import Iterator, Sequence

from teamplan.page.words import Words, number
from teamplan.questions.hire.calendar import HiringCalendar, Place

MOST_LINES = 12  # that say each place by itself


def late_lines(result: HiringCalendar, words: Words) -> Iterator[str]:
    """What is needed before it can be had if the search begins today, the latest first."""
    groups: dict[tuple[object, ...], list[Place]] = {}
    for place in result.late_today:
        groups.setdefault((place.role, place.kind, place.needed_on), []).append(place)
    if len(groups) <= MOST_LINES:
        yield from (_one_day(places, words) for places in groups.values())
        return
    by_role: dict[str, list[Place]] = {}
    for place in result.late_today:
        by_role.setdefault(place.role, []).append(place)
    for places in by_role.values():
        days = {place.needed_on for place in places}
        yield _one_day(places, words) if len(days) == 1 else _one_role(places, words)


def _one_day(places: Sequence[Place], words: Words) -> str:
    place = places[0]
    return words.say(
        "hiring.late-inside" if place.promoted_from else "hiring.late",
        who=_who(places, words),
        days=place.days_late,
        start=place.start_by,
        ready=place.working_by,
        need=place.needed_on,
        gap=place.gap_days,
        percent=number(100 * (place.share_then or 0.0), 0),
    )


def _one_role(places: Sequence[Place], words: Words) -> str:
    gaps = [place.gap_days for place in places]
    return words.say(
        "hiring.late-role",
        who=_who(places, words),
        first=min(place.needed_on for place in places),
        last=max(place.needed_on for place in places),
        start=min(place.start_by for place in places),
        ready=max(place.working_by for place in places),
        least=min(gaps),
        most=max(gaps),
    )


def _who(places: Sequence[Place], words: Words) -> str:
    return words.say("hire", people=sum(place.people for place in places), role=words.role(places[0].role))
