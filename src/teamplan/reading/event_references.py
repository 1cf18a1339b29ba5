"""Owns whether every name in `events.yaml` exists and fits."""

from collections.abc import Iterator

from teamplan.engine.rules import Finding
from teamplan.playbook.duties import SHIPS_WITHIN
from teamplan.playbook.events import AFTER_IT, Events, Phase
from teamplan.reading.references import BadReference, Kinds, Names

FILE = "events"
NUMBER: Kinds = ("number",)
FITTING: dict[str, dict[str, Kinds]] = {  # section -> key -> kinds of quantity; " a day" follows the currency
    "overtime": {
        "hours_a_day": ("hours a day",),
        "hours_a_month": ("hours a month",),
        "pay": NUMBER,
        "days_a_month": ("days",),
    },
    "temporary": {"day_rate": (" a day",), "efficiency": NUMBER, "training_days": ("days",)},
    "outsourcing": {
        "price": (" a unit",),
        "surcharge": NUMBER,
        "share": NUMBER,
        "lot": NUMBER,
        "days_to_start": ("days",),
    },
    "all_hands": {"efficiency": NUMBER},
    "tickets": {"first_day": ("days",), "last_day": ("days",)},
    "stock": {"days_to_replenish": ("days",), "check_days": ("days",)},
    "returns": {"first_day": ("days",), "last_day": ("days",)},
}
DRIVERS = {"chats": "chats", "return_rate": "returns"}  # multiplier -> the driver it moves


def event_references(events: Events, currency: str, names: Names) -> Iterator[BadReference]:
    """Dangling names in `events.yaml`, and amounts in units that do not fit or of another currency."""
    for section in ("overtime", "all_hands", "stock", "returns", "tickets"):
        if getattr(events, section) is not None:
            yield from _amounts(getattr(events, section), currency, names, (section,))
    yield from _work(events, names)
    for function, temporary in events.temporary.items():
        yield from names.check("function", function, FILE, ("temporary", function))
        yield from _amounts(temporary, currency, names, ("temporary", function))
    for duty, outsourcing in events.outsourcing.items():
        yield from names.check("duty", duty, FILE, ("outsourcing", duty))
        yield from _amounts(outsourcing, currency, names, ("outsourcing", duty))
    for event_id, event in events.events.items():
        yield from names.source(event.source, FILE, ("events", event_id, "source"))
        for place, phase in enumerate(event.window):
            yield from _phase(phase, names, ("events", event_id, "window", str(place)))


def _work(events: Events, names: Names) -> Iterator[BadReference]:
    """The duties that wait, and who may help with which."""
    for duty, wait in events.waits.items():
        yield from names.check("duty", duty, FILE, ("waits", duty))
        if wait not in (SHIPS_WITHIN, AFTER_IT):
            yield from names.amount(wait, ("days",), FILE, ("waits", duty))
    for who, duties in events.all_hands.who.items() if events.all_hands else ():
        if who != "owner":
            yield from names.check("role", who, FILE, ("all_hands", "who", who))
        for place, duty in enumerate(duties):
            yield from names.check("duty", duty, FILE, ("all_hands", "who", who, str(place)))


def _amounts(section: object, currency: str, names: Names, path: tuple[str, ...]) -> Iterator[BadReference]:
    for key, fitting in FITTING[path[0]].items():
        kinds = tuple(currency + kind if kind.startswith(" ") else kind for kind in fitting)
        if getattr(section, key) is not None:
            yield from names.amount(getattr(section, key), kinds, FILE, (*path, key))


def _phase(phase: Phase, names: Names, path: tuple[str, ...]) -> Iterator[BadReference]:
    for key in ("visitors", "conversion", "chats", "return_rate"):
        figure = getattr(phase, key)
        if figure is None:
            continue
        yield from names.source(figure.source, FILE, (*path, key, "source"))
        if key in DRIVERS:
            yield from names.check("driver", DRIVERS[key], FILE, (*path, key))
        if figure.value.kind != "number":
            values = {"name": key, "given": str(figure.value), "wanted": "2.5"}
            yield BadReference(Finding("wrong-unit", FILE, (*path, key, "value"), values))
