"""Answers: which people do several shops of one owner need, with teams that they share and without?"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import fsum

from teamplan.engine.delivered.kept import Kept, kept
from teamplan.engine.owner import hours_carried, week_of
from teamplan.engine.pay.shops import TogetherPrice, price_together
from teamplan.engine.pooled import ANY
from teamplan.engine.question import Question
from teamplan.engine.together import KeptApart, OwnedShop, SharedTeam, Together, together
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store
from teamplan.questions.recommend.answer import is_part_time
from teamplan.record import Record


class ShopRow(Record):
    """A shop of several: its people with a whole owner for itself (`alone`) and with its part of him (`apart`)."""

    name: str
    orders: float
    stage: str
    open: str | None
    alone: int
    apart: int


class TeamRow(Record):
    """People in a role for one shop, or one team for several: `also_for` are shops whose work it does besides.

    `pool` is None for the people of one shop. `load` is in people, `delivered` what they keep of a promise.
    """

    role: str
    pool: str | None
    shops: tuple[str, ...]
    also_for: tuple[str, ...]
    apart: int
    people: int
    load: float
    binding: str | None
    part_time: bool
    delivered: Kept | None = None


class OwnersDuty(Record):
    """Hours a week of a duty of the owner; `shop` is None for what a shared team leaves to him."""

    shop: str | None
    duty: str
    why: str
    role: str | None
    hours_per_week: float


class OwnersWeek(Record):
    """The owner over all shops: his week in full-time jobs and in hours at work, with people shared and apart.

    `hours_alone` are those of as many owners as there are shops, with the people of `alone`. `limit` is in jobs.
    """

    fte: float
    limit: float | None
    hours_per_week: float
    hours_apart: float
    hours_alone: float
    duties: tuple[OwnersDuty, ...]


class ShopsPlan(Record):
    """The people of several shops, the owner's week, and the price."""

    shops: tuple[ShopRow, ...]
    rows: tuple[TeamRow, ...]
    kept_apart: tuple[KeptApart, ...]
    bought_in: tuple[tuple[str, str, float], ...]  # shop, role, hours a week
    owner: OwnersWeek
    cost: TogetherPrice

    @property
    def people(self) -> int:
        return sum(each.people for each in self.rows)

    @property
    def apart(self) -> int:
        return sum(each.apart for each in self.shops)

    @property
    def alone(self) -> int:
        return sum(each.alone for each in self.shops)

    @property
    def orders(self) -> float:
        return fsum(each.orders for each in self.shops)


def shops_plan(playbook: Playbook, stores: Mapping[str, Store]) -> ShopsPlan:
    """The plan of the shops by name. Raises a TeamplanError with everything wrong with the first that is not sound."""
    return plan_together(playbook, together(playbook, stores))


def plan_together(playbook: Playbook, found: Together) -> ShopsPlan:
    """The same of shops that are worked out already."""
    order = list(playbook.roles)
    rows = [*(_own(shop, role, people) for shop, role, people in found.own), *map(_shared, found.teams)]
    return ShopsPlan(
        shops=tuple(_shop(each) for each in found.shops),
        rows=tuple(sorted(rows, key=lambda row: order.index(row.role))),
        kept_apart=found.kept_apart,
        bought_in=tuple(_bought(found)),
        owner=_owner(found),
        cost=price_together(found),
    )


def _shop(shop: OwnedShop) -> ShopRow:
    question = shop.apart
    window = question.stage.window(question.volume.orders)
    return ShopRow(
        name=shop.name,
        orders=question.volume.orders,
        stage=question.stage.stage_id,
        open=None if window is None else str(window),
        alone=sum(shop.alone.heads.values()),
        apart=sum(question.heads.values()),
    )


def _own(shop: OwnedShop, role: str, people: int) -> TeamRow:
    post = shop.apart.stage.posts[role]
    load, binding = float(shop.apart.fte(post)), post.binding(shop.apart.volume.at[post.volume])
    part_time = is_part_time(people, load, post.post)
    return TeamRow(role, None, (shop.name,), (), people, people, load, binding, part_time)


def _shared(team: SharedTeam) -> TeamRow:
    service = team.post.service
    keeps = kept(service, ANY, team.people) if service else None
    hosts, takes = (tuple(each.shop for each in posts) for posts in (team.hosts, team.takes))
    load, pool = float(team.post.load.constant), team.pool if len(team.shops) > 1 else None
    part_time = is_part_time(team.people, load, team.post.post)
    return TeamRow(team.role, pool, hosts, takes, team.apart, team.people, load, team.binding, part_time, keeps)


def _bought(found: Together) -> Iterator[tuple[str, str, float]]:
    """The hours a week of roles that shops buy in and no shared team takes."""
    taken = {(each.shop, team.role) for team in found.teams for each in team.takes}
    for shop in found.shops:
        question = shop.apart
        for role, post in question.stage.posts.items():
            hours = post.load.at(question.point) * question.shop.amounts.time.days_open
            if hours and (shop.name, role) not in taken and question.stage.bought_in(role, question.volume.at):
                yield shop.name, role, float(hours)


def _owner(found: Together) -> OwnersWeek:
    first, owner = found.shops[0].apart, found.owner
    time = first.shop.amounts.time
    alone = sum((hours_carried(shop.alone.owner()) for shop in found.shops), Fraction(0))
    week, apart, one_by_one = (week_of(hours / time.job_day, time) for hours in (owner.hours, owner.apart, alone))
    duties = sorted(_duties(found, first), key=lambda duty: -duty.hours_per_week)
    return OwnersWeek(
        fte=float(owner.hours / time.job_day),
        limit=None if owner.limit is None else float(owner.limit / time.job_day),
        hours_per_week=float(week),
        hours_apart=float(apart),
        hours_alone=float(one_by_one),
        duties=tuple(duties),
    )


def _duties(found: Together, first: Question) -> Iterator[OwnersDuty]:
    days = first.shop.amounts.time.days_open
    for shop, each in found.owner.carried:
        if each.hours:
            yield OwnersDuty(shop or None, each.duty, each.why, each.role, float(each.hours * days))
