"""Owns the volume of every day to come: growth compounded daily, or a forecast read as its moving mean.

Beside what a day has stands what of it lasts, which is what people are hired for.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import accumulate

from teamplan.engine.volume import volume_of
from teamplan.errors import Location, Problem, TeamplanError
from teamplan.playbook.growth import Forecast, Growth, Jump
from teamplan.playbook.store import Store
from teamplan.questions.hire.calendar import Schedule

VOLUMES = ("visitors", "orders")


def shops(store: Store, schedule: Schedule) -> tuple[Store, ...]:
    """The shop as it is on each day of the schedule, ready for `recommend`.

    Growth moves what the store gives (visitors, orders, or both); a forecast takes its place. Raises a TeamplanError
    when the volume is missing.
    """
    days, first = _known(store, schedule, 0)
    return tuple(days[first : first + schedule.days])


def lasting_shops(store: Store, schedule: Schedule, lasting: int) -> tuple[Store, ...]:
    """The shop at the volume that each day of the schedule is hired for: what it has, where that holds.

    It holds on more than half of the `lasting` days from the day on, so that neither a peak of a few days hires nor a
    dip of a few days puts a hire off; at the end of a forecast they are its last days. No day is hired for more than it
    has itself, so that a volume that only grows is hired for day by day as it comes.
    """
    days, first = _known(store, schedule, lasting)
    columns = {}
    for name in VOLUMES:
        values = [getattr(day, name) for day in days]
        columns[name] = values if None in values else [*map(min, values, held(values, lasting))]
    last = range(first, first + schedule.days)
    return tuple(days[day].model_copy(update={name: columns[name][day] for name in VOLUMES}) for day in last)


def orders_of(shops: Sequence[Store], schedule: Schedule) -> list[float]:
    """The orders of each day. Raises a TeamplanError that says when a growth or a jump leaves all bounds."""
    found: list[float] = []
    for day, shop in enumerate(shops):
        try:
            found.append(volume_of(shop).orders)
        except TeamplanError as error:
            if not day or schedule.growth is None:
                raise
            jumped = schedule.jump is not None and schedule.on(day) == schedule.jump.on
            values = {"day": schedule.on(day).isoformat(), "most": error.problems[0].values["most"]}
            where = Location("--jump" if jumped else "--growth")
            raise TeamplanError([Problem(f"growth-{error.problems[0].key}", values, where=where)]) from None
    return found


def moving_mean(values: Sequence[float], days: int) -> list[Fraction]:
    """The mean of `days` days around each day; at the ends that of the nearest full window."""
    width = min(days, len(values))
    before = (width - 1) // 2
    places = (min(max(place - before, 0), len(values) - width) for place in range(len(values)))
    sums = [Fraction(0), *accumulate(map(Fraction, values))]
    return [(sums[start + width] - sums[start]) / width for start in places]


def held(values: Sequence[Fraction], days: int) -> list[Fraction]:
    """The most that holds on more than half of `days` days from each day on; at the end of the nearest full window."""
    width = min(days, len(values))
    window, found = sorted(values[:width]), []
    for start in range(len(values) - width + 1):
        if start:
            del window[bisect_left(window, values[start - 1])]
            insort(window, values[start + width - 1])
        found.append(window[(width - 1) // 2])
    return found + found[-1:] * (width - 1)


def _known(store: Store, schedule: Schedule, further: int) -> tuple[list[Store], int]:
    """The shop on each day that is known, and the place of the first day of the schedule among them.

    Of a forecast all its days are known; growth goes on for `further` days beyond the schedule.
    """
    if schedule.growth is not None:
        days, first = [*_growing(store, schedule.growth, schedule.days + further)], 0
    else:
        assert schedule.forecast is not None  # one of the two, by the reader of the schedule
        days = [*_forecast(store, schedule.forecast, schedule.smooth)]
        first = (schedule.start - schedule.forecast.first).days
    jump = schedule.jump
    return (days if jump is None else [*_jumping(days, first + (jump.on - schedule.start).days, jump)]), first


def _jumping(days: Iterable[Store], first: int, jump: Jump) -> Iterator[Store]:
    for day, shop in enumerate(days):
        given = {"visitors": shop.visitors, "orders": shop.orders} if day >= first else {}
        times = {name: Fraction(amount) * jump.factor for name, amount in given.items() if amount is not None}
        yield shop.model_copy(update=times)


def _growing(store: Store, growth: Growth, days: int) -> Iterator[Store]:
    volume_of(store)
    given = {"visitors": store.visitors, "orders": store.orders}
    for day in range(days):
        factor = growth.factor(day)
        moved = {name: Fraction(float(amount) * factor) for name, amount in given.items() if amount is not None}
        yield store.model_copy(update=moved)


def _forecast(store: Store, forecast: Forecast, smooth: int) -> Iterator[Store]:
    if forecast.orders is None and store.conversion is None:
        raise TeamplanError([Problem("forecast-conversion")])
    given = {"visitors": forecast.visitors, "orders": forecast.orders}
    columns = {name: None if values is None else moving_mean(values, smooth) for name, values in given.items()}
    for day in range(forecast.days):
        yield store.model_copy(update={n: None if values is None else values[day] for n, values in columns.items()})
