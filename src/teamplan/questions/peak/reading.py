"""Owns the way from the options of `peak` to a store and a request; every fault of both is told at once."""

from calendar import isleap
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic_core import PydanticCustomError

from teamplan.engine.highs import solver_installed
from teamplan.errors import Location, Problem, TeamplanError
from teamplan.language import Speaker
from teamplan.page.words import Words, number
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.quantity import parse_amount, refuse_above
from teamplan.playbook.store import Store
from teamplan.prompt.channels import note
from teamplan.prompt.options import ShopOptions
from teamplan.prompt.shop import gives_volume, shop_of
from teamplan.questions.peak.options import PeakOptions
from teamplan.questions.peak.question import event_problems
from teamplan.questions.peak.result import PeakRequest
from teamplan.questions.peak.words import WORDS
from teamplan.reading.days import parse_day

if TYPE_CHECKING:
    from teamplan.questions.peak.past_days import Baseline

MIXES = ("least-cost", "rule")
MOST_TIMES = 1_000  # an ordinary day
LEAP_DAY = 2, 29
Read = TypeVar("Read")


def read_request(words: Words, given: PeakOptions, shop: tuple[ShopOptions, str | None]) -> tuple[Store, PeakRequest]:
    """The shop (options, stage) and what is asked of it. Raises a TeamplanError with every fault in all of it."""
    faults = _Faults()
    past = faults.caught(lambda: _past(given.baseline))
    if past is not None:
        note(_told(past, words.of(WORDS).say))
    store = faults.caught(lambda: shop_of(words, _with_past(shop[0], past), shop[1]))
    on = faults.caught(lambda: _date(given.date, "--date"))
    today = faults.caught(lambda: _date(given.today, "--today"))
    orders_x = faults.caught(lambda: _orders_x(given.orders_x))
    faults.found += _event(words.playbook, given.event) + _order(on, today) + _mix(given.mix)
    if faults.found or store is None:
        raise TeamplanError(faults.found)
    if orders_x is None and past is not None:
        orders_x = past.times
    event = given.event or ""
    if on is None and today is not None:
        on = _next(words.playbook, event, today)
    return store, PeakRequest(event, on, orders_x, given.mix, today)


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


def _order(on: date | None, today: date | None) -> list[Problem]:
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


def _date(given: str | None, option: str) -> date | None:
    if given is None:
        return None
    try:
        return parse_day(given)
    except PydanticCustomError as error:
        raise TeamplanError([Problem(error.type, error.context or {}, where=Location(option))]) from None


def _orders_x(given: str | None) -> Fraction | None:
    where = Location("--orders-x")
    if given is None:
        return None
    try:
        found = parse_amount(given)
        refuse_above(MOST_TIMES, found, given)
    except PydanticCustomError as error:
        values: dict[str, Any] = dict(error.context or {})
        raise TeamplanError([Problem(error.type, values, where=where)]) from None
    if found < 1:
        raise TeamplanError([Problem("orders-x-below-one", {"given": given}, where=where)])
    return found


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
