"""Owns what must hold of `events.yaml` together with the amounts it names; checked at load and again with overrides."""

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from teamplan.engine.moved_drivers import moved_terms
from teamplan.engine.rules import Finding
from teamplan.playbook.playbook import Playbook

if TYPE_CHECKING:
    from teamplan.playbook.events import Events

FILE = "events"
LEAST_EFFICIENCY = Fraction(1, 1000)  # of temporary people; with less, millions would be called
MOST_LAG = 60  # days; what comes back later is not the wave of an event


def event_findings(playbook: Playbook) -> Iterator[Finding]:
    """Overtime above the law, zeros that would be divided by, shares above one, outsourcing that no unit drives.

    And multipliers that move a driver a second time, or one that follows several things.
    The law is the high end of the range of an overtime bound: it may be tightened, never loosened.
    """
    if playbook.events is not None:
        yield from _overtime(playbook, playbook.events)
        yield from _amounts(playbook, playbook.events)
        yield from _outsourcing(playbook, playbook.events)
        yield from _lags(playbook, playbook.events)
        yield from _moved(playbook, playbook.events)


def _overtime(playbook: Playbook, events: "Events") -> Iterator[Finding]:
    for reference in (events.overtime.hours_a_day, events.overtime.hours_a_month):
        figure = playbook.assumptions[reference[1:]]
        if figure.value.number > figure.range[1]:
            values = {"given": str(figure.value), "legal": str(figure.ends[1])}
            yield Finding("overtime-above-law", "assumptions", (reference[1:],), values)


def _amounts(playbook: Playbook, events: "Events") -> Iterator[Finding]:
    efficiencies = {each.efficiency for each in events.temporary.values()}
    efficiencies |= {events.all_hands.efficiency} if events.all_hands else set()
    for name in sorted(reference[1:] for reference in efficiencies | {events.overtime.days_a_month}):
        if playbook.assumptions[name].value.number == 0:
            yield Finding("must-be-positive", "assumptions", (name,), {"name": name})
    for name in sorted(reference[1:] for reference in efficiencies):
        value = playbook.assumptions[name].value
        if 0 < value.canonical < LEAST_EFFICIENCY:
            values = {"given": str(value), "least": f"{float(100 * LEAST_EFFICIENCY):g}%"}
            yield Finding("below-least", "assumptions", (name,), values)
    shares = efficiencies | {each.share for each in events.outsourcing.values()}
    for name in sorted(reference[1:] for reference in shares):
        value = playbook.assumptions[name].value
        if value.canonical > 1:
            yield Finding("above-one", "assumptions", (name,), {"given": str(value)})


def _outsourcing(playbook: Playbook, events: "Events") -> Iterator[Finding]:
    for duty in events.outsourcing:
        if not isinstance(playbook.duties[duty].driver, str):
            yield Finding("outsourced-without-driver", FILE, ("outsourcing", duty), {"duty": duty})


def _lags(playbook: Playbook, events: "Events") -> Iterator[Finding]:
    for name, multiplier in events.multipliers.items():
        lag = multiplier.after
        if lag is None:
            continue
        first, last = (playbook.assumptions[each[1:]].value.number for each in (lag.first_day, lag.last_day))
        if first > last or last > MOST_LAG:
            values = {"first": float(first), "last": float(last), "most": MOST_LAG}
            yield Finding("lag-unfit", FILE, ("multipliers", name, "after"), values)


def _moved(playbook: Playbook, events: "Events") -> Iterator[Finding]:
    first: dict[str, str] = {}
    drivers = {multiplier.driver for multiplier in events.multipliers.values()}
    for name, multiplier in events.multipliers.items():
        driver, path = multiplier.driver, ("multipliers", name, "driver")
        if driver in first:
            yield Finding("moved-twice", FILE, path, {"driver": driver, "first": first[driver]})
        elif moved_terms(playbook.frame, driver, drivers) is None:
            yield Finding("moved-by-several", FILE, path, {"driver": driver})
        first.setdefault(driver, name)
