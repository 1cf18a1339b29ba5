"""Owns the volume of every day to come: growth compounded daily, or a forecast read as its moving mean."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import accumulate

from teamplan.engine.volume import volume_of
from teamplan.errors import Location, Problem, TeamplanError
from teamplan.playbook.growth import Forecast, Growth, Jump
from teamplan.playbook.store import Store
from teamplan.questions.hire.calendar import Schedule


def shops(store: Store, schedule: Schedule) -> tuple[Store, ...]:
    """The shop as it is on each day of the schedule, ready for `recommend`.

    Growth moves what the store gives (visitors, orders, or both); a forecast takes its place. Raises a TeamplanError
    when the volume is missing.
    """
    if schedule.growth is not None:
        days = _growing(store, schedule.growth, schedule.days)
    else:
        assert schedule.forecast is not None  # one of the two, by the reader of the schedule
        days = _forecast(store, schedule.forecast, schedule)
    return tuple(days if schedule.jump is None else _jumping(days, schedule, schedule.jump))


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


def _jumping(days: Iterable[Store], schedule: Schedule, jump: Jump) -> Iterator[Store]:
    first = (jump.on - schedule.start).days
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


def _forecast(store: Store, forecast: Forecast, schedule: Schedule) -> Iterator[Store]:
    if forecast.orders is None and store.conversion is None:
        raise TeamplanError([Problem("forecast-conversion")])
    columns = {
        name: None if values is None else moving_mean(values, schedule.smooth)
        for name, values in (("visitors", forecast.visitors), ("orders", forecast.orders))
    }
    first = (schedule.start - forecast.first).days
    for place in range(first, first + schedule.days):
        day = {name: None if values is None else values[place] for name, values in columns.items()}
        yield store.model_copy(update=day)
