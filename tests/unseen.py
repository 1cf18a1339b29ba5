"""Days that nobody knew when the people were planned: is the service as computed, and are as many days missed as said?

What a file says up to a day gives a shop its level (the last four weeks), its week and how far its days differ. Its
people are sized for the mean day or for a percentile, and meet each of the days after with the buyers of that day. A
level that moved by more than a tenth is taken out of the days, so that their variation alone is tried. A file is taken
at several sizes; its orders then stand for chats.
"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from math import inf
from statistics import fmean
from typing import NamedTuple

from teamplan.engine.amounts import resolve
from teamplan.engine.delivered.week import worked_week
from teamplan.engine.live import seats_of
from teamplan.engine.queue.line import Goal, Queue
from teamplan.engine.service import Chats, PostService, open_days, rota
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.quantity import Quantity, parse_window
from teamplan.questions.service.answer import service
from teamplan.questions.service.plan import ServicePlan
from teamplan.questions.service.question import ServiceQuestion
from teamplan.questions.simulate.demand import buyers
from teamplan.questions.simulate.floor import run
from teamplan.questions.simulate.planned import open_day
from teamplan.questions.simulate.stints import chance, stints
from teamplan.questions.simulate.summary import Tally, service_level, total
from teamplan.questions.simulate.team import ChatLine, Team
from tests.walked import AFTER, Series, day_cv

MOVED = 0.1  # of the level; less is none
PERCENTILES = (50, 80)  # the mean day, and four days of five
SEEDS = (1, 2, 3)


class Period(NamedTuple):
    """Consecutive unseen days of a series."""

    series: Series
    days: range

    @property
    def known(self) -> Sequence[float]:
        return self.series.orders[: self.days.start]

    @property
    def level(self) -> float:
        """Of the four weeks before."""
        return fmean(self.known[-AFTER:])

    @property
    def move(self) -> float:
        """The level of these days over the one before."""
        return fmean(self.series.orders[day] for day in self.days) / self.level

    @property
    def moved(self) -> bool:
        return abs(self.move - 1) > MOVED

    @property
    def turned(self) -> int:
        """By how many days a week is turned, so that a weekday on which nothing is sold is its last."""
        closed = [place for place, share in enumerate(self.shares(0)) if not share]
        return 6 - closed[0] if closed else 0

    def place(self, day: int, turned: int) -> int:
        """The place of a day in the week."""
        return (self.series.first.weekday() + day + turned) % 7

    def shares(self, turned: int) -> list[Fraction]:
        """What each day has of a week."""
        days = [0.0] * 7
        for day, orders in enumerate(self.known):
            days[self.place(day, turned)] += orders
        return [Fraction(orders) / sum(map(Fraction, days)) for orders in days]


class Tried(NamedTuple):
    """Sums over days: people, chats, those in time and those computed to be; the days missed and said to be."""

    days: int
    people: int
    chats: int
    in_time: int
    computed: float
    missed: int
    said: float

    @property
    def gap(self) -> float:
        """How much kinder the computed service level is than the simulated one, in percentage points."""
        return 100 * (self.computed - self.in_time) / self.chats

    @property
    def more_missed(self) -> float:
        """How many more days are missed than said, in percentage points."""
        return 100 * (self.missed - self.said) / self.days


def months(series: Series) -> list[Period]:
    """The unseen days in equal periods of about four weeks; each is planned with all days before it."""
    unseen = series.unseen
    count = round(len(unseen) / AFTER)
    bounds = [unseen.start + len(unseen) * each // count for each in range(count + 1)]
    return [Period(series, range(*ends)) for ends in pairwise(bounds)]


def at_once(series: Series) -> list[Period]:
    """The unseen days as one period: nothing is planned anew."""
    return [Period(series, series.unseen)]


def tried(playbook: Playbook, period: Period, percentile: int, seeds: Sequence[int] = SEEDS) -> Tried:
    """The people of a period and its open days, tried once with each seed, and the share that the plan says to miss."""
    turned = period.turned
    playbook = _own_week(playbook, tuple(period.shares(turned)))
    cv = round(day_cv(period.known), 4)  # at this size, where the counts are the chats
    told = {"chats": f"{period.level:.6f}", "percentile": percentile, "day_cv": str(cv)}
    plan = service(playbook, ServiceQuestion.model_validate(told))
    post = _post(playbook, plan)
    team = _team(post, plan)
    days = [tally for seed in seeds for tally in _lived(team, post, period, turned, seed)]
    said = plan.delivered.days_below
    assert said is not None  # as the variation of days is known
    everyone = total(days)
    return Tried(
        days=len(days),
        people=len(days) * plan.staff.people,
        chats=everyone.offered,
        in_time=everyone.in_time,
        computed=plan.delivered.level * everyone.offered,
        missed=sum(service_level(day) < plan.answered for day in days),
        said=said * len(days),
    )


def summed(cases: Iterable[Tried]) -> Tried:
    """The sums over cases, of which there is one."""
    return Tried(*(sum(column) for column in zip(*cases, strict=True)))


def _lived(team: Team, post: PostService, period: Period, turned: int, seed: int) -> Iterator[Tally]:
    """The open days of a period one after the other, each from empty."""
    out = period.move if period.moved else 1.0
    for at, day in enumerate(period.days):
        place, orders = period.place(day, turned), period.series.orders[day] / out
        if not orders or place >= len(post.week):
            continue
        real = open_day(post.week[place]._replace(factor=1.0), orders)
        random = chance("buyers", seed, at, place)
        crowd = buyers(real.arrivals, real.lengths, "exponential", team.line.patience, random)
        yield total(run(team.line, stints(team, seed, at // 7, place), real.lengths, crowd)[0])


def _own_week(playbook: Playbook, shares: tuple[Fraction, ...]) -> Playbook:
    """The playbook with the week of a shop, and without a last day on which it is closed."""
    frame = playbook.service.model_copy(update={"week": playbook.service.week.model_copy(update={"shares": shares})})
    known = playbook.assumptions["days_open"]
    open_ = Quantity(Fraction(7 if shares[-1] else 6), known.value.unit)
    return playbook.with_values({"days_open": known.model_copy(update={"value": open_})}).with_(service=frame)


def _post(playbook: Playbook, plan: ServicePlan) -> PostService:
    """The post that the plan is of, with the chats of the mean day; its volume is nothing."""
    queue = Queue("chat", plan.handle_minutes, inf if plan.patience_minutes is None else plan.patience_minutes)
    seats = seats_of(queue, Goal(plan.answered, plan.within_minutes, plan.max_occupancy))
    amounts = resolve(playbook)
    week = open_days(playbook.service, parse_window(plan.busiest_day.open), amounts)
    return PostService((Chats(seats, plan.chats, 0.0),), week, rota(playbook.service, amounts, False))


def _team(post: PostService, plan: ServicePlan) -> Team:
    """The week of the people on the books, as it is worked."""
    line = ChatLine(plan.handle_minutes, post.queues[0].seats.queue.patience, plan.within_minutes, plan.answered)
    days = tuple(open_day(day, plan.chats) for day in post.week)
    return Team(line, days, worked_week(post, 0.0, plan.staff.people))
