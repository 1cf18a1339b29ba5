"""Owns how it is told what the people on the books keep of a promise."""

from collections.abc import Iterator

from teamplan.engine.delivered.kept import Alone, Kept
from teamplan.page.words import Words, percent


def kept_lines(kept: Kept, words: Words) -> Iterator[str]:
    """The level beside the promise, that of one more, and what an empty shop changes."""
    yield kept_line(kept, words)
    if kept.alone is not None:
        yield alone_line(kept.alone, words)


def kept_line(kept: Kept, words: Words) -> str:
    """The level beside the promise, the days below it, and the level of one more."""
    say = words.say
    more = days = ""
    if kept.one_more is not None:
        more = say("delivered.more", people=kept.people + 1, level=level(kept.one_more))
    if kept.days_below is not None:
        days = say("delivered.days", days=percent(round(kept.days_below, 2)), promised=percent(kept.promised))
    return say(
        "delivered.missed" if kept.missed else "delivered.kept",
        promised=percent(kept.promised),
        within=words.time(kept.within_minutes),
        people=kept.people,
        level=level(kept.level),
        counted=say("delivered.counted-relieved" if kept.relieved else "delivered.counted"),
        days=days,
        more=more,
    )


def alone_line(alone: Alone, words: Words) -> str:
    """When nobody is there, what other breaks would make of it, and what another count."""
    told = words.say("delivered.alone", share=level(alone.share), at_peak=level(alone.at_peak))
    if alone.later is None or alone.later_minutes is None:
        return told
    within = words.time(alone.later_minutes)
    return told + words.say("delivered.later", within=within, level=level(alone.later))


def level(share: float) -> str:
    """A service level as it is told: to a tenth of a percent."""
    return percent(round(share, 3))
