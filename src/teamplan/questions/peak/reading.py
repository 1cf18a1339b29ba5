"""Owns the way from the options of `peak` to a store and a request; every fault of both is told at once."""

from calendar import isleap
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from teamplan.engine.highs import solver_installed
from teamplan.errors import Location, Problem, TeamplanError
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
from teamplan.record import as_dict

if TYPE_CHECKING:
    from teamplan.questions.peak.past_days import Baseline

MIXES = ("least-cost", "rule")
LEAP_DAY = 2, 29
Read = TypeVar("Read")


def read_request(words: Words, given: PeakOptions, shop: tuple[ShopOptions, str | None]) -> tuple[Store, PeakRequest]:
    """The shop (options, stage) and what is asked of it. Raises a TeamplanError with every fault in all of it."""
    faults = _Faults()
    past = faults.caught(lambda: _past(given.baseline))
    if past is not None:
        note(_told(past, words.of(WORDS).say))
    store = faults.caught(lambda: shop_of(words, _with_past(shop[0], past), shop[1]))
    asked, found = sound_options(as_dict(given), EventAsked)
    faults.found += found + _event(words.playbook, given.event) + _order(asked) + _mix(given.mix)
    if faults.found or store is None:
        raise TeamplanError(faults.found)
    event, on, orders_x = given.event or "", asked.on, asked.orders_x
    if orders_x is None and past is not None:
        orders_x = past.times
    if on is None and asked.today is not None:
        on = _next(words.playbook, event, asked.today)
    return store, PeakRequest(event, on, orders_x, given.mix, asked.today)


def _past(file: str | None) -> "Baseline | None":
    if file is None:
        return None
    from teamplan.questions.peak.past_days import read_baseline

    return read_baseline(Path(file))


def _with_past(shop: ShopOptions, past: "Baseline | None") -> ShopOptions:
    """The shop with the median of its past days, unless it says its volume itself."""
    return shop if past is None or gives_volume(shop) else shop.with_(orders=f"{float(past.median):.15g}")


class _Faults:
    """Collects problems, so that one fault does not hide the next."""

    def __init__(self) -> None:
        self.found: list[Problem] = []

    def caught(self, read: Callable[[], Read]) -> Read | None:
        """What was read, None where it was faulty."""
        try:
            return read()
        except TeamplanError as error:
            self.found += error.problems
        return None


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


def _next(playbook: Playbook, event: str, today: date) -> date | None:
    """The next usual day of the event from today on."""
    if playbook.events is None:
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


def _told(past: "Baseline", say: Speaker) -> str:
    return say(
        "peak.baseline",
        file=past.file,
        days=past.days,
        median=number(past.median),
        date=past.best_day.isoformat(),
        most=number(past.most),
        times=number(past.times),
    )
