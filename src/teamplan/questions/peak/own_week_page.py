"""Owns how it is told what past days say of a shop's week and hours, and where the playbook stands in for them."""

from collections.abc import Iterator

from teamplan.page.words import Words, number, percent
from teamplan.questions.peak.own_week import OwnWeek


def own_week_lines(own: OwnWeek, words: Words) -> Iterator[str]:
    """The weekdays, the busiest hour of each profile, and what is left to the playbook with its reason."""
    counted = words.say(f"peak.counted-{own.counted}")
    yield from _weekdays(own, counted, words)
    yield from dict.fromkeys(_hours(own, counted, words))


def _weekdays(own: OwnWeek, counted: str, words: Words) -> Iterator[str]:
    say = words.say
    if own.weekdays is None:
        yield say(f"peak.own-week.{own.why}", weeks=own.weeks, counted=counted)
        return
    named = {day: say(f"day.{day}") for day in own.weekdays}
    told = (say("peak.own-weekday", day=named[d], times=number(t)) for d, t in own.weekdays.items())
    values = {"counted": counted, "weeks": own.weeks, "first": own.first, "last": own.last}
    yield say("peak.own-week", **values, days=say.join(told))
    if own.closed:
        yield say("peak.own-closed", days=say.join(named[day] for day in own.closed))


def _hours(own: OwnWeek, counted: str, words: Words) -> Iterator[str]:
    say, profiles = words.say, words.playbook.service.profiles
    for name, hours in own.hours.items():
        profile = say.text(profiles[name].name)
        if hours.shares is None:
            values = {"weeks": own.weeks, "seen": own.seen, "counted": counted}
            yield say(f"peak.own-hours.{hours.why}", profile=profile, days=hours.days, **values)
            continue
        busiest = max(range(len(hours.shares)), key=hours.shares.__getitem__)
        yield say(
            "peak.own-hours",
            profile=profile,
            counted=counted,
            days=hours.days,
            start=f"{busiest:02}:00",
            end=f"{busiest + 1:02}:00",
            share=percent(round(hours.shares[busiest], 3)),
            usual=percent(round(profiles[name].hours[busiest], 3)),
        )
