"""Owns the days of an event: how visitors, conversion, orders, chats and returns differ from an ordinary day, exact."""

from collections.abc import Callable
from fractions import Fraction
from math import log

from teamplan.playbook.events import Event, Phase
from teamplan.record import Record

ONE = Fraction(1)


class EventDay(Record):
    """One day, counted from the event, and its multipliers of an ordinary day."""

    day: int
    visitors: Fraction = ONE
    conversion: Fraction = ONE
    orders: Fraction = ONE
    chats: Fraction = ONE
    returns: Fraction = ONE
    tickets: Fraction = ONE  # those of orders
    all_hands: bool = False

    @property
    def rush(self) -> bool:
        """Whether more orders or chats come than on an ordinary day: then work that can be put off is."""
        return self.orders > 1 or self.chats > 1


Lag = tuple[int, int]  # the first and the last day after an order


def event_days(event: Event, lag: Lag, orders_x: Fraction | None = None, tickets: Lag = (0, 0)) -> tuple[EventDay, ...]:
    """Every day from the first phase to the last return. `lag` is that of returns, `tickets` that of tickets.

    `orders_x` is the multiple of orders on the day itself. Every multiplier is then raised to the one power that makes
    it so: what is 1 stays 1, and orders stay visitors x conversion on each day.
    """
    scale = _scale(event, orders_x)
    first, last = event.window[0].days[0], event.window[-1].days[1]
    sold = {day: _day(event, day, scale) for day in range(first - lag[1], last + lag[1] + 1)}
    if orders_x is not None and 0 in sold:
        sold[0] = _exactly(sold[0], orders_x)
    rate = {day: scale(_value(_phase(event, day), "return_rate")) for day in sold}
    moved = [day for day in sold if sold[day].orders * rate[day] != 1]
    end = max([last, *(day + lag[1] for day in moved)])
    found = [_with_tickets(_with_returns(day, sold, rate, lag), sold, tickets) for day in range(first, end + 1)]
    return tuple(found) if any(day.rush for day in found) else tuple(day.with_(all_hands=False) for day in found)


def rising(days: tuple[EventDay, ...], further: Fraction) -> tuple[EventDay, ...]:
    """The days of goods whose chats rise so many times as far above an ordinary day."""
    return tuple(day.with_(chats=1 + (day.chats - 1) * further) if day.chats > 1 else day for day in days)


def phase_of_the_day(event: Event) -> Phase | None:
    """The phase of the event day itself."""
    return _phase(event, 0)


def _with_returns(day: int, sold: dict[int, EventDay], rate: dict[int, Fraction], lag: tuple[int, int]) -> EventDay:
    """The day with what comes back on it: the mean of what was sold on the days behind it."""
    behind = [day - after for after in range(lag[0], lag[1] + 1)]
    back = [sold[each].orders * rate[each] if each in sold else ONE for each in behind]
    known = sold.get(day, EventDay(day))
    mean = sum(back, Fraction(0)) / len(back)
    return known.with_(returns=mean)


def _with_tickets(day: EventDay, sold: dict[int, EventDay], lag: Lag) -> EventDay:
    """The day with the tickets that come of what was sold on the days behind it."""
    behind = [sold.get(day.day - after, EventDay(0)).orders for after in range(lag[0], lag[1] + 1)]
    return day.with_(tickets=sum(behind, Fraction(0)) / len(behind))


def _day(event: Event, day: int, scale: Callable[[Fraction], Fraction]) -> EventDay:
    phase = _phase(event, day)
    visitors, conversion = scale(_value(phase, "visitors")), scale(_value(phase, "conversion"))
    orders = visitors * conversion
    chats = orders if phase is None or phase.chats is None else scale(_value(phase, "chats"))
    return EventDay(day, visitors, conversion, orders, chats, all_hands=phase is not None and phase.all_hands)


def _exactly(day: EventDay, orders: Fraction) -> EventDay:
    """The event day with just the orders that were asked for; its chats follow them where they did."""
    chats = orders if day.chats == day.orders else day.chats
    return day.with_(conversion=orders / day.visitors, orders=orders, chats=chats)


def _phase(event: Event, day: int) -> Phase | None:
    return next((phase for phase in event.window if phase.days[0] <= day <= phase.days[1]), None)


def _value(phase: Phase | None, name: str) -> Fraction:
    figure = getattr(phase, name, None)
    return ONE if figure is None else Fraction(figure.value.canonical)


def _scale(event: Event, orders_x: Fraction | None) -> Callable[[Fraction], Fraction]:
    """How a multiplier is scaled; as written without `orders_x`, and where the event itself lifts no orders."""
    phase = _phase(event, 0)
    own = _value(phase, "visitors") * _value(phase, "conversion")
    if orders_x is None or orders_x == own or own <= 1:
        return lambda multiplier: multiplier
    power = log(orders_x) / log(own)
    return lambda multiplier: Fraction(float(multiplier) ** power)
