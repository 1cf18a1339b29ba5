"""Owns stock and flow by calendar month: who is at work, who comes on its first day, who leaves, who is missing."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby

from teamplan.engine.present import plain
from teamplan.questions.hire.calendar import HIRE, LEAVER, VACANCY, Month, Place, Schedule

Flows = Mapping[str, tuple[Fraction, ...]]  # role -> people expected to leave on each day


def months_of(
    there: Fraction, places: Sequence[Place], flows: Flows, leaving: Mapping[str, tuple[int, ...]], schedule: Schedule
) -> Iterator[Month]:
    """The months from the first start at work (at latest the first day of the plan that is not gone by) to the end.

    A promotion brings nobody; whoever takes the place of the promoted is a hire. Who left before today leaves today.
    """
    first = max(schedule.start, schedule.today)
    expected = [sum((flow[day] for flow in flows.values()), Fraction(0)) for day in range(schedule.days)]
    gone = Counter(max(schedule.on(day), first) for days in leaving.values() for day in days)
    newcomers = _starts(places, (HIRE, VACANCY))
    replaced = _starts(places, (LEAVER,))
    begin = min([first, *newcomers, *replaced])
    days = [begin + timedelta(day) for day in range((schedule.end - begin).days + 1)]
    for month, group in groupby(days, key=lambda day: day.isoformat()[:7]):
        dates = list(group)
        hires, left, back = (sum(each[day] for day in dates) for each in (newcomers, gone, replaced))
        flow = sum((expected[(day - schedule.start).days] for day in dates if day >= schedule.start), Fraction(0))
        after = there + hires - left + back
        most = max(missing_on(places, day) for day in dates)
        yield Month(month, plain(there), hires, float(flow), left, back, plain(after), most)
        there = after


def missing_on(places: Sequence[Place], day: date) -> int:
    """People needed and not yet fully working on a day."""
    return sum(place.people for place in places if place.needed_on <= day < place.working_by)


def _starts(places: Sequence[Place], kinds: tuple[str, ...]) -> Counter[date]:
    """People by their first day at work."""
    found: Counter[date] = Counter()
    for place in places:
        if place.kind in kinds:
            found[place.start_by] += place.people
    return found
