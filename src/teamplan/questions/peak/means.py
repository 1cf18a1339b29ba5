"""Owns the way from the load of event days to their cover: which means a post has, at what price."""

from collections.abc import Iterator
from fractions import Fraction
from math import floor

from teamplan.engine.present import NOBODY, plain, present_of
from teamplan.engine.staffing import Staffed
from teamplan.playbook.money import nothing, rounded
from teamplan.playbook.playbook import pay_of
from teamplan.questions.peak.least_cost import least_cost
from teamplan.questions.peak.question import DayLoad, PeakQuestion
from teamplan.questions.peak.result import Cost, CoverDay, RoleCover
from teamplan.questions.peak.rule import Cover, DayCover, Means, NeedDay, Offer, Post, short
from teamplan.questions.peak.rule import by_rule as rule


def covers(question: PeakQuestion, *, by_rule: bool) -> tuple[RoleCover, ...]:
    """The cover of every role that the event asks more of than its permanent people give in ordinary time.

    Left out are posts with a cap (they are overloaded, never doubled) and posts that the shop does not fill on ordinary
    days: an event opens no post, its duties stay with the owner.
    """
    choose = rule if by_rule else least_cost
    posts = (_post(question, role) for role in question.ordinary.stage.posts)
    return tuple(_covered(question, post, choose(post)) for post in posts if post is not None and post.busy)


def permanent(question: PeakQuestion, role: str) -> Fraction:
    """Full-time people who work in the role: of the given team as it is read, else of the ordinary plan."""
    present = present_of(question.ordinary)
    return present.people.get(role, NOBODY) if present else Fraction(question.ordinary.heads[role])


def _post(question: PeakQuestion, role: str) -> Post | None:
    staffed, people = question.ordinary.stage.posts[role], permanent(question, role)
    if staffed.post.exactly is not None or not question.ordinary.heads[role]:
        return None
    days = tuple(_need(question, load, role) for load in question.days)
    return Post(role, _means(question, staffed, people), days)


def _means(question: PeakQuestion, staffed: Staffed, people: Fraction) -> Means:
    time = question.ordinary.shop.amounts.time
    role = question.ordinary.playbook.roles[staffed.role]
    there = staffed.capacity / time.productive_day  # the share of the people on the books that a day finds there
    overtime, currency = question.events.overtime, question.currency
    hour = (
        Fraction(pay_of(question.ordinary.playbook, staffed.role).amount)
        / question.amount(overtime.days_a_month)
        / time.shift
    )
    temporary = question.events.temporary.get(role.function) if _may_be_temporary(role.sourcing) else None
    rate = question.amount(temporary.day_rate) if temporary else Fraction(0)
    training = question.amount(temporary.training_days) if temporary else Fraction(0)
    efficiency = question.amount(temporary.efficiency) if temporary else Fraction(0)
    return Means(
        people=people,
        overtime=1 / (time.shift * there),
        overtime_price=rounded(hour * question.amount(overtime.pay), currency),
        overtime_day=floor(people * there * question.amount(overtime.hours_a_day)),
        overtime_month=people * there * question.amount(overtime.hours_a_month),
        temporary=efficiency * time.attendance / there,
        temporary_price=rounded(rate, currency),
        training_price=rounded(rate * training, currency),
        temporary_days_a_week=floor(time.days_worked),
    )


def _may_be_temporary(sourcing: tuple[str, ...]) -> bool:
    return bool({"part-time", "contract"} & set(sourcing))


def _need(question: PeakQuestion, load: DayLoad, role: str) -> NeedDay:
    staffed = load.stage.posts[role]
    work = staffed.load.at(load.point) / staffed.capacity
    service = Fraction(staffed.curves["service"].people(load.volume[staffed.volume]))
    offers = tuple(_offers(question, load, staffed, service))
    return NeedDay(load.day.day, question.month(load.day.day), work, service, offers)


def _offers(question: PeakQuestion, load: DayLoad, staffed: Staffed, service: Fraction) -> Iterator[Offer]:
    """Units of the post's duties that others may do: a unit of live work saves its even share of the service."""
    for duty_id, outsourcing in question.events.outsourcing.items():
        duty = question.ordinary.playbook.duties[duty_id]
        if duty_id not in staffed.post.duties or not isinstance(duty.driver, str):
            continue
        units = load.stage.loads.driver(duty.driver).at(load.point)
        if not units:
            continue
        price = question.amount(outsourcing.price) * (1 + question.amount(outsourcing.surcharge))
        yield Offer(
            duty=duty_id,
            price=rounded(price, question.currency),
            most=floor(units * question.amount(outsourcing.share)),
            work=load.stage.loads.duty(duty).at(load.point) / units / staffed.capacity,
            service=service / units if duty.live is not None else Fraction(0),
        )


def _covered(question: PeakQuestion, post: Post, cover: Cover) -> RoleCover:
    role = question.ordinary.playbook.roles[post.role]
    needed = {load.day.day: load.heads[post.role] for load in question.days}
    days = tuple(_day(question, post, day, cover.days.get(day.day, DayCover()), needed[day.day]) for day in post.busy)
    return RoleCover(
        role=post.role,
        function=role.function,
        permanent=plain(post.means.people),
        most_needed=max(needed.values()),
        temporary=cover.hired,
        days=days,
        cost=_cost(post, cover),
    )


def _day(question: PeakQuestion, post: Post, day: NeedDay, drawn: DayCover, need: int) -> CoverDay:
    there = Fraction(post.means.people) / post.means.overtime / question.ordinary.shop.amounts.time.shift
    return CoverDay(
        day=day.day,
        date=question.on(day.day),
        need=need,
        load=float(max(day.work, day.service)),
        overtime_hours=drawn.overtime,
        per_person=float(drawn.overtime / there) if there else 0.0,
        temporary=drawn.temporary,
        outsourced={duty: units for duty, units in drawn.units.items() if units},
        uncovered=float(short(post, day, drawn)),
    )


def _cost(post: Post, cover: Cover) -> Cost:
    means, offers = post.means, {(day.day, each.duty): each.price for day in post.busy for each in day.offers}
    units = ((offers[day, duty], units) for day, drawn in cover.days.items() for duty, units in drawn.units.items())
    bought = sum((price * count for price, count in units), nothing(means.overtime_price.currency))
    return Cost(
        overtime=means.overtime_price * sum(drawn.overtime for drawn in cover.days.values()),
        temporary=means.temporary_price * sum(drawn.temporary for drawn in cover.days.values()),
        training=means.training_price * cover.hired,
        outsourcing=bought,
    )
