"""Owns what covers the work of a post on the days of an event: the choice, its bounds, its price, and the plain rule.

Need is counted in people on the books; what permanent people do not cover in ordinary time is left to overtime,
temporary people and outsourcing. Hours, days and units are whole, prices are whole coins, and every
bound is checked exactly.
"""

from collections.abc import Mapping
from fractions import Fraction
from math import ceil, floor

from teamplan.playbook.money import Money
from teamplan.record import Record, fresh

ZERO = Fraction(0)
WEEK = 7


class Offer(Record):
    """A duty that others may do on a day: price of a unit, most units, and the people a unit saves by each curve."""

    duty: str
    price: Money
    most: int
    work: Fraction
    service: Fraction


class NeedDay(Record):
    """One day: the month it lies in, the need by the work and by the service curve, and what may be bought."""

    day: int
    month: int
    work: Fraction
    service: Fraction
    offers: tuple[Offer, ...] = ()


class Means(Record):
    """What a post can draw on, in people on the books.

    `overtime` is what one hour adds; `overtime_day` and `overtime_month` are the most hours of all its people together.
    A month counts a person who is there on each of its days, so that nobody at all comes above the law.
    `temporary` is what one temporary person adds on a day, 0 where there are none; `training_price` is paid once each.
    """

    people: int | Fraction
    overtime: Fraction
    overtime_price: Money
    overtime_day: int
    overtime_month: Fraction
    temporary_price: Money
    training_price: Money
    temporary: Fraction = ZERO
    temporary_days_a_week: int = 5


class Post(Record):
    """A role with its means and the days that the event brings."""

    role: str
    means: Means
    days: tuple[NeedDay, ...]

    @property
    def busy(self) -> tuple[NeedDay, ...]:
        """The days on which the permanent people do not suffice."""
        return tuple(day for day in self.days if max(day.work, day.service) > self.means.people)


class DayCover(Record):
    """What is drawn on one day: hours of overtime, temporary people, units by duty."""

    overtime: int = 0
    temporary: int = 0
    units: Mapping[str, int] = fresh(factory=dict)


class Cover(Record):
    """A choice for all busy days, and the temporary people that are trained for it."""

    days: Mapping[int, DayCover]
    hired: int = 0


def short(post: Post, day: NeedDay, cover: DayCover) -> Fraction:
    """People that are still missing on a day, by the curve that misses more."""
    means = post.means
    given = means.people + cover.overtime * means.overtime + cover.temporary * means.temporary
    work = day.work - sum((cover.units.get(each.duty, 0) * each.work for each in day.offers), ZERO)
    service = day.service - sum((cover.units.get(each.duty, 0) * each.service for each in day.offers), ZERO)
    return max(work - given, service - given, ZERO)


def price(post: Post, cover: Cover) -> Money:
    """What all that is drawn on costs; ordinary time is paid anyway."""
    means = post.means
    total = means.training_price * cover.hired
    for day in post.busy:
        drawn = cover.days.get(day.day, DayCover())
        total += means.overtime_price * drawn.overtime + means.temporary_price * drawn.temporary
        total = sum((each.price * drawn.units.get(each.duty, 0) for each in day.offers), total)
    return total


def uncovered(post: Post, cover: Cover) -> Fraction:
    """People-days that nothing covers."""
    return sum((short(post, day, cover.days.get(day.day, DayCover())) for day in post.busy), ZERO)


def lawful(post: Post, cover: Cover) -> bool:
    """Whether every bound holds: overtime by day and month, offers, one rest after another for temporary people."""
    means, months = post.means, dict.fromkeys((day.month for day in post.busy), 0)
    for day in post.busy:
        drawn = cover.days.get(day.day, DayCover())
        months[day.month] += drawn.overtime
        bounded = all(0 <= drawn.units.get(each.duty, 0) <= each.most for each in day.offers)
        if not bounded or not 0 <= drawn.overtime <= means.overtime_day or drawn.temporary < 0:
            return False
    return all(hours <= means.overtime_month for hours in months.values()) and cover.hired >= needed(post, cover)


def needed(post: Post, cover: Cover) -> int:
    """Temporary people to train so that each has a legal week: dealt out in turn, none works more days in seven."""
    called = {day: drawn.temporary for day, drawn in cover.days.items()}
    weeks = (sum(called.get(day + later, 0) for later in range(WEEK)) for day in called)
    busiest = max(weeks, default=0)
    return max(max(called.values(), default=0), ceil(Fraction(busiest, post.means.temporary_days_a_week)))


def by_rule(post: Post) -> Cover:
    """The rule without a solver: on the hardest day first, overtime, then the cheapest offer, then temporary people."""
    left = dict.fromkeys((day.month for day in post.busy), post.means.overtime_month)
    days: dict[int, DayCover] = {}
    for day in sorted(post.busy, key=lambda each: (-max(each.work, each.service), each.day)):
        overtime = _overtime(post, day, left[day.month])
        left[day.month] -= overtime
        units: dict[str, int] = {}
        for offer in sorted(day.offers, key=lambda each: (_price_of_a_person(each), each.duty)):
            units[offer.duty] = _units(post, day, DayCover(overtime, 0, units), offer)
        missing = short(post, day, DayCover(overtime, 0, units))
        temporary = ceil(missing / post.means.temporary) if post.means.temporary else 0
        days[day.day] = DayCover(overtime, temporary, units)
    cover = Cover(dict(sorted(days.items())))
    return Cover(cover.days, needed(post, cover))


def _overtime(post: Post, day: NeedDay, left: Fraction) -> int:
    if not post.means.overtime:
        return 0
    wanted = ceil(short(post, day, DayCover()) / post.means.overtime)
    return min(wanted, post.means.overtime_day, floor(left))


def _units(post: Post, day: NeedDay, drawn: DayCover, offer: Offer) -> int:
    """The fewest units that end the shortage, all that may be bought where none do."""
    missing = short(post, day, drawn)
    if not missing:
        return 0
    low, high = 0, offer.most  # a unit more never leaves more people missing: halve the span
    while low < high:
        middle = (low + high) // 2
        tried = DayCover(drawn.overtime, drawn.temporary, {**drawn.units, offer.duty: middle})
        if short(post, day, tried) == 0:
            high = middle
        else:
            low = middle + 1
    full = DayCover(drawn.overtime, drawn.temporary, {**drawn.units, offer.duty: low})
    return low if short(post, day, full) < missing else 0


def _price_of_a_person(offer: Offer) -> Fraction:
    saved = max(offer.work, offer.service)
    return Fraction(offer.price.amount) / saved if saved else Fraction(10**12)
