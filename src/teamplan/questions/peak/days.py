"""Owns the days of an event: how visitors, conversion, orders and what is moved differ from an ordinary day, exact."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from math import log

from teamplan.engine.linear import ORDERS, VISITORS
from teamplan.engine.moved_drivers import MovedTerms
from teamplan.playbook.events import Event, Phase
from teamplan.record import Record, fresh

ONE = Fraction(1)
ON_THE_DAY = (0, 0)
Scale = Callable[[Fraction], Fraction]


class EventMover(Record):
    """A multiplier with the driver that it moves, and the first and last day after an order on which that comes.

    What is above an ordinary day rises so many times `further`, as a kind of goods may ask.
    """

    name: str
    driver: str
    moves: MovedTerms
    rate: bool = False
    lag: tuple[int, int] = ON_THE_DAY
    further: Fraction = ONE


class EventDay(Record):
    """One day, counted from the event, and its multiples of an ordinary day: `times` by driver.

    `apart` is a driver's multiple over what it would do by itself. On a day of `rush` more comes than on an ordinary
    day, orders or what follows on the day itself: then work that can be put off is.
    """

    day: int
    visitors: Fraction = ONE
    conversion: Fraction = ONE
    orders: Fraction = ONE
    times: Mapping[str, Fraction] = fresh(factory=dict)
    apart: Mapping[str, Fraction] = fresh(factory=dict)
    rush: bool = False
    all_hands: bool = False


def event_days(event: Event, movers: Sequence[EventMover], orders_x: Fraction | None = None) -> tuple[EventDay, ...]:
    """Every day from the first phase to the last that differs; each mover stands behind those that it follows.

    `orders_x` is the multiple of orders on the day itself. Every multiplier is then raised to the one power that makes
    it so: what is 1 stays 1, and orders stay visitors x conversion on each day.
    """
    scale = _scale(event, orders_x)
    first, last = event.window[0].days[0], event.window[-1].days[1]
    end = last + sum(mover.lag[1] for mover in movers)
    days = {day: _day(event, day, scale) for day in range(first, end + 1)}
    if orders_x is not None and 0 in days:
        days[0] = days[0].with_(conversion=orders_x / days[0].visitors, orders=orders_x)
    for mover in movers:
        days = _moved(event, mover, days, scale)
    end = max([last, *(day for day, each in days.items() if any(times != 1 for times in each.times.values()))])
    found = tuple(days[day] for day in range(first, end + 1))
    return found if any(day.rush for day in found) else tuple(day.with_(all_hands=False) for day in found)


def phase_of_the_day(event: Event) -> Phase | None:
    """The phase of the event day itself."""
    return _phase(event, 0)


def _moved(event: Event, mover: EventMover, days: Mapping[int, EventDay], scale: Scale) -> dict[int, EventDay]:
    """The days with the driver of a mover: the mean of what the days behind them brought, each at its multiplier."""
    follows = {day: _times(known, mover.moves.follows) for day, known in days.items()}
    brought = {day: _brought(event, day, mover, follows[day], scale) for day in days}
    found = {}
    for day, known in days.items():
        behind = [brought.get(day - after, ONE) for after in range(mover.lag[0], mover.lag[1] + 1)]
        times = sum(behind, Fraction(0)) / len(behind)
        if times > 1:
            times = 1 + (times - 1) * mover.further
        found[day] = known.with_(
            times={**known.times, mover.driver: times},
            apart={**known.apart, mover.driver: times / follows[day]},
            rush=known.rush or (mover.lag == ON_THE_DAY and times > 1),
        )
    return found


def _brought(event: Event, day: int, mover: EventMover, follows: Fraction, scale: Scale) -> Fraction:
    """What a day brings of a driver: as much as its formula makes of it, unless the phase says more."""
    said = _said(_phase(event, day), mover.name)
    if said is None:
        return follows
    return follows * scale(said) if mover.rate else scale(said)


def _times(day: EventDay, driver: str) -> Fraction:
    """The multiple of a volume, or of a driver that is moved; of anything else that of an ordinary day."""
    return {ORDERS: day.orders, VISITORS: day.visitors}.get(driver, day.times.get(driver, ONE))


def _day(event: Event, day: int, scale: Scale) -> EventDay:
    phase = _phase(event, day)
    visitors, conversion = (scale(_said(phase, name) or ONE) for name in ("visitors", "conversion"))
    orders = visitors * conversion
    return EventDay(day, visitors, conversion, orders, rush=orders > 1, all_hands=phase is not None and phase.all_hands)


def _phase(event: Event, day: int) -> Phase | None:
    return next((phase for phase in event.window if phase.days[0] <= day <= phase.days[1]), None)


def _said(phase: Phase | None, name: str) -> Fraction | None:
    """A multiplier as the phase says it, None where it does not."""
    figure = phase.multipliers.get(name) if phase is not None else None
    return None if figure is None else Fraction(figure.value.canonical)


def _scale(event: Event, orders_x: Fraction | None) -> Scale:
    """How a multiplier is scaled; as written without `orders_x`, and where the event itself lifts no orders."""
    phase = _phase(event, 0)
    own = (_said(phase, "visitors") or ONE) * (_said(phase, "conversion") or ONE)
    if orders_x is None or orders_x == own or own <= 1:
        return lambda multiplier: multiplier
    power = log(orders_x) / log(own)
    return lambda multiplier: Fraction(float(multiplier) ** power)
