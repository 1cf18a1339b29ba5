"""Owns the bill of what is bought outside: what is counted at a volume, its price there, and the sum of a month."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import fsum, prod

from teamplan.engine.amounts import DAYS_A_MONTH, WEEKS_A_MONTH
from teamplan.engine.day import half_hours
from teamplan.engine.linear import ORDERS, Linear, total
from teamplan.engine.opening import outside_share
from teamplan.engine.pay.band import Band, weakest
from teamplan.engine.pay.payroll import Payroll
from teamplan.engine.question import Question
from teamplan.engine.shop import Shop
from teamplan.engine.sourced import bought_duties
from teamplan.engine.staffing import StageCurves
from teamplan.engine.volume import Volume
from teamplan.errors import Problem, TeamplanError
from teamplan.playbook.figures import Figure
from teamplan.playbook.money import rounded
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.quantity import Window
from teamplan.playbook.sourcing import (
    HOUR,
    MONTH,
    PER,
    POST_HOUR,
    SALES,
    SEAT,
    SEAT_DAY,
    SEAT_HOUR,
    PriceLine,
    SourcingOption,
)
from teamplan.record import Record

LOW, LIKELY, HIGH = range(3)  # of a figure: the low end of its range, the value, the high end


class Purchase(Record):
    """An option that is bought for a role, and the duties that leave the team with it."""

    role: str
    option_id: str
    option: SourcingOption
    duties: tuple[str, ...]


class Around(Record):
    """Where a bill is made out: the stage and its people without and with what is bought, and where they are paid.

    A share of sales needs the value of an order, in the currency of the payroll.
    """

    stage: StageCurves
    own: Mapping[str, int]
    left: Mapping[str, int]
    payroll: Payroll
    order_value: Fraction | None = None


class BillPart(Record):
    """A line of a bill: what is counted, how much of it in a month, its price, and the share that comes at night."""

    per: str
    units: Fraction
    price: Figure
    at_night: Fraction


class Bill(Record):
    """What an option costs a month, and the units that it is told by: those of its first driver; None without one.

    It is the sum of its `parts`, but not less than `least`, where there is such.
    """

    role: str
    option: str
    amount: Band
    grade: str
    unit: str | None
    units: Fraction | None
    parts: tuple[BillPart, ...]
    least: Figure | None


def purchase_of(playbook: Playbook, role: str, option_id: str) -> Purchase:
    """What is bought, from the playbook without it."""
    return Purchase(role, option_id, playbook.sourcing[option_id], bought_duties(playbook, role, option_id))


def is_priced(option: SourcingOption, payroll: Payroll) -> bool:
    """Whether an option has a price in the currency of the wages."""
    return payroll.paid_in in option.prices


def needs_order_value(option: SourcingOption) -> bool:
    return any(line.per == SALES for lines in option.prices.values() for line in lines)


def bill_of(purchase: Purchase, around: Around, volume: Mapping[str, Fraction]) -> Bill:
    """The bill of a month at a volume by axis.

    Raises a TeamplanError for an option without a price in the currency of the wages, or one that takes a share of the
    sales where nobody says what an order is worth.
    """
    refuse_unpriced(purchase, around)
    ends = (cost_line(purchase, around, volume, end).at(volume) for end in (LOW, LIKELY, HIGH))
    currency = around.payroll.currency
    lines = purchase.option.prices[around.payroll.paid_in]
    unit = _told_by(purchase, around, lines)
    return Bill(
        role=purchase.role,
        option=purchase.option_id,
        amount=Band(*(rounded(max(each, Fraction(0)), currency) for each in ends)),
        grade=weakest(figure.grade for figure in _figures(purchase, around)),
        unit=unit,
        units=None if unit is None else _driven(unit, purchase, around, volume).at(volume),
        parts=tuple(_part(line, purchase, around, volume) for line in lines),
        least=purchase.option.minimum.get(around.payroll.paid_in),
    )


def _part(line: PriceLine, purchase: Purchase, around: Around, volume: Mapping[str, Fraction]) -> BillPart:
    return BillPart(
        per=line.per,
        units=counted(line, purchase, around, volume).at(volume),
        price=price_at(line, purchase, around, volume),
        at_night=_night_share(line, purchase, around, volume),
    )


def refuse_unpriced(purchase: Purchase, around: Around) -> None:
    option, values = purchase.option, {"given": purchase.option_id, "currency": around.payroll.paid_in}
    if not is_priced(option, around.payroll):
        raise TeamplanError([Problem("option-unpriced", values, ("sourcing", purchase.role))])
    if needs_order_value(option) and around.order_value is None:
        raise TeamplanError([Problem("share-of-unknown-sales", values, ("sourcing", purchase.role))])


def cost_line(purchase: Purchase, around: Around, volume: Mapping[str, Fraction], end: int) -> Linear:
    """What a month costs, over the volume, at the tiers and opening hours that hold at `volume`; not rounded.

    `end` says at which end of their ranges all prices are taken. At least the least bill, at `volume` itself.
    """
    option, payroll = purchase.option, around.payroll
    lines = option.prices[payroll.paid_in]
    bill = total(_line(line, purchase, around, volume, end) for line in lines)
    least = option.minimum.get(payroll.paid_in)
    if least is not None:
        amount = payroll.costs.exact(_end(least, end))
        if bill.at(volume) < amount:
            return Linear(amount)
    return bill


def _line(line: PriceLine, purchase: Purchase, around: Around, volume: Mapping[str, Fraction], end: int) -> Linear:
    units = counted(line, purchase, around, volume)
    price = _end(price_at(line, purchase, around, volume), end)
    night = purchase.option.night
    if night is not None:
        price *= 1 + _end(night.surcharge, end) * _night_share(line, purchase, around, volume)
    if line.per == POST_HOUR:
        price *= _post_hour(purchase.role, around, end)
    elif line.per != SALES:
        price = around.payroll.costs.exact(price)
    return units.times(price)


def price_at(line: PriceLine, purchase: Purchase, around: Around, volume: Mapping[str, Fraction]) -> Figure:
    """The price of the tier that holds at a volume: above its bound, not at it."""
    a_day = counted_a_day(line, purchase, around, volume).at(volume)
    return [tier for tier in line.tiers if not tier.above or tier.above < a_day][-1].price


def counted_a_day(line: PriceLine, purchase: Purchase, around: Around, volume: Mapping[str, Fraction]) -> Linear:
    """What tiers are of: the units of an open day; of what is not counted by the day, those of a month."""
    units = counted(line, purchase, around, volume)
    return units.times(1 / _open_days(around)) if _is_driver(line) else units


def counted(line: PriceLine, purchase: Purchase, around: Around, volume: Mapping[str, Fraction]) -> Linear:
    """The units of a month that a price is for, over the volume."""
    amounts = around.stage.loads.amounts
    share = prod(1 - amounts[reference] for reference in line.less)
    return _units(line.per, purchase, around, volume).times(Fraction(share))


def _units(per: str, purchase: Purchase, around: Around, volume: Mapping[str, Fraction]) -> Linear:
    time = around.stage.loads.amounts.time
    seat_hours = {SEAT: Fraction(1), SEAT_DAY: time.days_worked * WEEKS_A_MONTH}
    seat_hours[SEAT_HOUR] = seat_hours[SEAT_DAY] * time.shift
    if per == MONTH:
        return Linear(Fraction(1))
    if per in seat_hours:
        return Linear(seats(purchase, around) * seat_hours[per])
    if per in (HOUR, POST_HOUR):
        return bought_hours(purchase, around).times(_open_days(around) / time.productive)
    if per == SALES:
        return Linear(slopes={ORDERS: DAYS_A_MONTH * (around.order_value or 0)})
    return _driven(per, purchase, around, volume)


def seats(purchase: Purchase, around: Around) -> int:
    """The people of a supplier who stand for those of the own team who go: one at the least."""
    posts = around.stage.posts.items()
    carriers = [role for role, post in posts if set(purchase.duties) & set(post.post.duties)]
    return max(1, sum(around.own.get(role, 0) - around.left.get(role, 0) for role in carriers))


def bought_hours(purchase: Purchase, around: Around) -> Linear:
    """Productive hours of a mean open day that the bought duties take, with the people of the own team looked after."""
    loads, stage_id = around.stage.loads, around.stage.stage_id
    own = loads.playbook.own or loads.playbook
    arising = (own.duties[duty] for duty in purchase.duties if own.arises(duty, stage_id))
    load = total(loads.duty(duty) for duty in arising)
    heads = {role: Fraction(people) for role, people in around.left.items()}
    volumes = {axis: slope for axis, slope in load.slopes.items() if axis not in own.roles}
    return Linear(load.at(heads), volumes)


def jobs(purchase: Purchase, around: Around, volume: Mapping[str, Fraction]) -> Fraction:
    """The work of the bought duties in full-time jobs."""
    return bought_hours(purchase, around).at(volume) / around.stage.loads.amounts.time.job_day


def _driven(driver: str, purchase: Purchase, around: Around, volume: Mapping[str, Fraction]) -> Linear:
    """The units of a driver a month; outside the opening hours those that come there."""
    units = around.stage.loads.driver(driver).times(_open_days(around))
    return units.times(_outside(around, volume)) if purchase.option.outside_hours else units


def _outside(around: Around, volume: Mapping[str, Fraction]) -> Fraction:
    window = window_at(around, volume)
    return Fraction(0) if window is None else Fraction(outside_share(around.stage.loads.playbook, window))


def window_at(around: Around, volume: Mapping[str, Fraction]) -> Window | None:
    return around.stage.window(float(volume.get(ORDERS, Fraction(0))))


def _night_share(line: PriceLine, purchase: Purchase, around: Around, volume: Mapping[str, Fraction]) -> Fraction:
    """The share of the units that comes at night, while the supplier answers; of what is no driver, none."""
    window, night = window_at(around, volume), purchase.option.night
    if window is None or night is None or not _is_driver(line):
        return Fraction(0)
    outside, frame = purchase.option.outside_hours, around.stage.loads.playbook.service
    at_night = fsum(
        float(share) * each.share * each.minutes
        for day, share in frame.by_day()
        for each in half_hours(night.hours, [float(hour) for hour in frame.profile_of(day).hours])
        if window.has(each.start) != outside
    )
    whole = _outside(around, volume) if outside else Fraction(1)
    return min(Fraction(at_night) / whole, Fraction(1)) if whole else Fraction(0)


def _post_hour(role: str, around: Around, end: int) -> Fraction:
    """What an hour on the clock of a post costs, all paid hours of a month counted."""
    time = around.stage.loads.amounts.time
    cost = around.payroll.costs.of(role).total[end]
    return Fraction(cost.amount) / (time.shift * time.days_worked * WEEKS_A_MONTH)


def _open_days(around: Around) -> Fraction:
    return around.stage.loads.amounts.time.days_open * WEEKS_A_MONTH


def _is_driver(line: PriceLine) -> bool:
    return line.per not in PER


def _told_by(purchase: Purchase, around: Around, lines: tuple[PriceLine, ...]) -> str | None:
    """The driver of the first line that has one, else that of the first bought duty; None where there is none."""
    priced = [line.per for line in lines if _is_driver(line)]
    duties = (around.stage.loads.playbook.duties[duty].driver for duty in purchase.duties)
    return next(iter([*priced, *(driver for driver in duties if isinstance(driver, str))]), None)


def _end(figure: Figure, end: int) -> Fraction:
    low, high = figure.ends
    return (low, figure.value, high)[end].canonical


def _figures(purchase: Purchase, around: Around) -> Iterator[Figure]:
    option, paid_in = purchase.option, around.payroll.paid_in
    for line in option.prices[paid_in]:
        yield from (tier.price for tier in line.tiers)
    if paid_in in option.minimum:
        yield option.minimum[paid_in]


class Buying(Record):
    """All that a shop buys outside, beside the shop without it and with it."""

    own: Shop
    left: Shop
    purchases: tuple[Purchase, ...]
    payroll: Payroll
    order_value: Fraction | None
    stage: str | None  # that was asked for, whatever the orders say

    def bills(self, volume: Volume) -> tuple[Bill, ...]:
        """The bills of a month at a volume; raises as `bill_of` does."""
        around = self._around(volume)
        return tuple(bill_of(each, around, volume.exact) for each in self.purchases)

    def carried(self, volume: Volume) -> tuple[Bill, ...]:
        """The same; raises a TeamplanError where an option cannot carry the work at this volume as well."""
        around = self._around(volume)
        for each in self.purchases:
            _refuse_too_small(each, around, volume.exact)
        return tuple(bill_of(each, around, volume.exact) for each in self.purchases)

    def _around(self, volume: Volume) -> Around:
        own, left = (shop.curves(self.stage, volume.orders) for shop in (self.own, self.left))
        return Around(own, own.headcounts(volume.at), left.headcounts(volume.at), self.payroll, self.order_value)


def buying_of(question: Question, payroll: Payroll, order_value: Fraction | None) -> Buying | None:
    """What a shop buys outside; None where it buys nothing."""
    playbook = question.shop.playbook
    if playbook.own is None:
        return None
    own = Shop(playbook.own, question.shop.setting)
    purchases = tuple(purchase_of(playbook.own, role, option) for role, option in playbook.choices.items())
    return Buying(own, question.shop, purchases, payroll, order_value, question.store.stage)


def _refuse_too_small(purchase: Purchase, around: Around, volume: Mapping[str, Fraction]) -> None:
    most, work = purchase.option.most_jobs, jobs(purchase, around, volume)
    if most is not None and work > most.value.canonical:
        values = {"given": purchase.option_id, "role": purchase.role, "most": f"{float(most.value.canonical):g}"}
        values["jobs"] = f"{float(work):.2f}"
        raise TeamplanError([Problem("option-too-small", values, ("sourcing", purchase.role))])
