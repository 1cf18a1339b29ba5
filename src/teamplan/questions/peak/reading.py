"""Owns the way from the options of `peak` to a store and a request; every fault of both is told at once."""

from calendar import isleap
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from teamplan.engine.highs import solver_installed
from teamplan.errors import Faults, Location, Problem, TeamplanError
from teamplan.language import Speaker
from teamplan.page.words import Words, number
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store
from teamplan.prompt.channels import note
from teamplan.prompt.options import ShopOptions
from teamplan.prompt.shop import gives_volume, shop_of
from teamplan.questions.peak.options import PeakOptions
from teamplan.questions.peak.question import EventAsked, event_problems
from teamplan.questions.peak.result import PeakRequest
from teamplan.questions.peak.words import WORDS
from teamplan.reading.inputs import sound_options
from teamplan.reading.text import named_file
from teamplan.record import as_dict

if TYPE_CHECKING:
    from teamplan.questions.peak.past_days import Baseline

MIXES = ("least-cost", "rule")
LEAP_DAY = 2, 29
OLD = 28  # days between a file and an event over which the level of a shop may move


def read_request(words: Words, given: PeakOptions, shop: tuple[ShopOptions, str | None]) -> tuple[Store, PeakRequest]:
    """The shop (options, stage) and what is asked of it. Raises a TeamplanError with every fault in all of it."""
    faults = Faults()
    asked, found = sound_options(as_dict(given), EventAsked)
    past = faults.caught(lambda: _past(words.playbook, given, asked))
    for line in () if past is None else _told(past, words.of(WORDS).say):
        note(line)
    store = faults.caught(lambda: shop_of(words, _with_past(shop[0], past), shop[1]))
    faults.found += found + _event(words.playbook, given.event) + _order(asked) + _mix(given.mix)
    if faults.found or store is None:
        raise TeamplanError(faults.found)
    event, on, orders_x = given.event or "", asked.on, asked.orders_x
    if orders_x is None and past is not None:
        orders_x = past.times
    on = on or next_usual(words.playbook, event, asked.today)
    own = None if past is None else past.week
    return store, PeakRequest(event, on, orders_x, given.mix, asked.today, own)


def _past(playbook: Playbook, given: PeakOptions, asked: EventAsked) -> "Baseline | None":
    """The past days that are given, as the event sees them; of an unknown event only its day."""
    if given.baseline is None:
        return None
    from teamplan.questions.peak.past_days import read_baseline

    events, name = playbook.events.events if playbook.events else {}, given.event or ""
    opening = events[name].window[0].days[0] if name in events else 0
    on = asked.on or (next_usual(playbook, name, asked.today) if name in events else None)
    return read_baseline(named_file(given.baseline), min(opening, 0), on, playbook.service)


def _with_past(shop: ShopOptions, past: "Baseline | None") -> ShopOptions:
    """The shop at the level of its past days, unless it says its volume itself."""
    return shop if past is None or gives_volume(shop) else shop.with_(orders=f"{float(past.level.orders):.15g}")


def _event(playbook: Playbook, given: str | None) -> list[Problem]:
    if given is None:
        return [Problem("missing-argument", {"name": "--event"})]
    return event_problems(playbook, given)


def _order(asked: EventAsked) -> list[Problem]:
    on, today = asked.on, asked.today
    if on is None or today is None or today <= on:
        return []
    values = {"given": on.isoformat(), "today": today.isoformat()}
    return [Problem("event-is-over", values, where=Location("--date"))]


def next_usual(playbook: Playbook, event: str, today: date | None) -> date | None:
    """The next usual day of the event from today on; None where no day is known."""
    if playbook.events is None or today is None:
        return None
    month, day = playbook.events.events[event].month_day
    years = (year for year in range(today.year, today.year + 9) if (month, day) != LEAP_DAY or isleap(year))
    return next(on for on in (date(year, month, day) for year in years) if on >= today)


def _mix(given: str | None) -> list[Problem]:
    where = Location("--mix")
    if given is not None and given not in MIXES:
        return [Problem("not-one-of", {"given": given, "known": ", ".join(MIXES)}, where=where)]
    if given == MIXES[0] and not solver_installed():
        return [Problem("solver-missing", where=where)]
    return []


def _told(past: "Baseline", say: Speaker) -> Iterator[str]:
    """What was taken from the file, and what speaks against it."""
    level = past.level
    yield say(
        "peak.baseline",
        file=past.file,
        days=past.days,
        median=number(level.orders),
        first=level.first.isoformat(),
        last=level.last.isoformat(),
        date=past.best_day.isoformat(),
        most=number(past.most),
        times=number(past.times),
        before=number(past.before.orders),
    )
    if level.whole or past.before.whole:
        yield say("peak.baseline-few")
    if past.gap > OLD:
        yield say("peak.baseline-old", days=past.gap)
