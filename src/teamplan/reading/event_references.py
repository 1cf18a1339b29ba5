"""Owns whether every name in `events.yaml` exists and fits."""

from collections.abc import Iterator

from teamplan.engine.rules import Finding
from teamplan.playbook.duties import SHIPS_WITHIN
from teamplan.playbook.events import AFTER_IT, Events, Multiplier, Phase
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
    "stock": {"days_to_replenish": ("days",), "check_days": ("days",)},
    "multipliers": {"first_day": ("days",), "last_day": ("days",)},
}


def event_references(events: Events, currency: str, names: Names) -> Iterator[BadReference]:
    """Dangling names in `events.yaml`, and amounts in units that do not fit or of another currency."""
    for section in ("overtime", "all_hands", "stock"):
        if getattr(events, section) is not None:
            yield from _amounts(getattr(events, section), currency, names, (section,))
    yield from _work(events, names)
    for function, temporary in events.temporary.items():
        yield from names.check("function", function, FILE, ("temporary", function))
        yield from _amounts(temporary, currency, names, ("temporary", function))
    for duty, outsourcing in events.outsourcing.items():
        yield from names.check("duty", duty, FILE, ("outsourcing", duty))
        yield from _amounts(outsourcing, currency, names, ("outsourcing", duty))
    for name, multiplier in events.multipliers.items():
        yield from _multiplier(name, multiplier, names)
    yield from _undeclared(events, names)
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


def _multiplier(name: str, multiplier: Multiplier, names: Names) -> Iterator[BadReference]:
    """A multiplier by a name of its own moves a driver that has a formula."""
    path = ("multipliers", name)
    if name in Phase.model_fields:
        yield BadReference(Finding("reserved-input", FILE, path, {"given": name}))
    yield from names.check("driver", multiplier.driver, FILE, (*path, "driver"))
    formulas, known = names.known.get("formula"), names.known.get("driver", ())
    if formulas is not None and multiplier.driver in known and multiplier.driver not in formulas:
        values = {"given": multiplier.driver, "known": ", ".join(formulas)}
        yield BadReference(Finding("driver-without-formula", FILE, (*path, "driver"), values))
    if multiplier.after is not None:
        for key, kinds in FITTING[path[0]].items():
            yield from names.amount(getattr(multiplier.after, key), kinds, FILE, (*path, "after", key))


def _undeclared(events: Events, names: Names) -> Iterator[BadReference]:
    """Multipliers that are not declared; each told once where none is, as in an older playbook."""
    told = set()
    for event_id, event in events.events.items():
        for place, phase in enumerate(event.window):
            for name in phase.multipliers:
                if events.multipliers or name not in told:
                    yield from names.check("multiplier", name, FILE, ("events", event_id, "window", str(place), name))
                told.add(name)


def _phase(phase: Phase, names: Names, path: tuple[str, ...]) -> Iterator[BadReference]:
    for name, figure in phase.multipliers.items():
        yield from names.source(figure.source, FILE, (*path, name, "source"))
        if figure.value.kind != "number":
            values = {"name": name, "given": str(figure.value), "wanted": "2.5"}
            yield BadReference(Finding("wrong-unit", FILE, (*path, name, "value"), values))
