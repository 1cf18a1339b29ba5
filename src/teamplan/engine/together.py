"""Owns several shops of one owner: his hours shared out, the teams that the shops share, and what is left to him."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from fractions import Fraction

from teamplan.engine.owner import NOT_HIRED, RELIEF, ZERO, Carried, hours_carried, on_the_clock, owner_limit
from teamplan.engine.pooled import ANY, ShopPost, pooled_post, relief_hours
from teamplan.engine.question import Question, ask
from teamplan.engine.staffing import Staffed
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.pools import Pool
from teamplan.playbook.store import Store
from teamplan.record import Record


class OwnedShop(Record):
    """One of the shops: as it is with a whole owner for itself, and with its part of the one who has them all."""

    name: str
    alone: Question
    apart: Question


class SharedTeam(Record):
    """A role that several shops share: those with people in it, and those whose work it does besides.

    `people` are never more than `apart`, those of the hosts one by one. A team of one shop is one that needs fewer than
    the shop alone, as it is the owner's week over all shops that asks for more than the work, and not his hours there.
    """

    pool: str
    role: str
    hosts: tuple[ShopPost, ...]
    takes: tuple[ShopPost, ...]
    post: Staffed
    people: int

    @property
    def apart(self) -> int:
        return sum(each.people for each in self.hosts)

    @property
    def shops(self) -> tuple[str, ...]:
        return tuple(each.shop for each in (*self.hosts, *self.takes))

    @property
    def binding(self) -> str | None:
        """What sets the people; where the owner's limit asks for more than the work, he does."""
        return "owner" if self.people > self.post.headcount.people(ANY) else self.post.binding(ANY)

    @property
    def relief(self) -> Fraction:
        """Hours a day that it leaves to the owner."""
        return relief_hours(self.hosts, self.post, self.people)


class KeptApart(Record):
    """A role that several shops have people in and do not share, as their opening hours, cities or chats differ."""

    role: str
    why: str
    shops: tuple[tuple[str, str], ...]  # the shop, and what it has of that


class OneOwner(Record):
    """The owner of several shops: hours a day by shop and duty, with what shared teams leave to him (shop "")."""

    carried: tuple[tuple[str, Carried], ...]
    apart: Fraction
    limit: Fraction | None

    @property
    def hours(self) -> Fraction:
        return hours_carried(each for _, each in self.carried)


class Together(Record):
    """The shops, the teams that they share, what stays apart for a reason, and the owner."""

    shops: tuple[OwnedShop, ...]
    teams: tuple[SharedTeam, ...]
    kept_apart: tuple[KeptApart, ...]
    owner: OneOwner

    @property
    def own(self) -> Iterator[tuple[OwnedShop, str, int]]:
        """The people whom a shop has for itself: the shop, the role, how many."""
        shared = {(host.shop, team.role) for team in self.teams for host in team.hosts}
        for shop in self.shops:
            for role, people in shop.apart.heads.items():
                if people and (shop.name, role) not in shared:
                    yield shop, role, people

    @property
    def heads(self) -> dict[str, int]:
        """The people of all shops by role."""
        found: dict[str, int] = defaultdict(int)
        for _, role, people in self.own:
            found[role] += people
        for team in self.teams:
            found[team.role] += team.people
        return dict(found)

    @property
    def heads_apart(self) -> dict[str, int]:
        """The people of all shops by role where each has its own."""
        found: dict[str, int] = defaultdict(int)
        for shop in self.shops:
            for role, people in shop.apart.heads.items():
                found[role] += people
        return {role: people for role, people in found.items() if people}


def together(playbook: Playbook, stores: Mapping[str, Store]) -> Together:
    """The shops of one owner by name. One shop alone is what it is by itself.

    Raises a TeamplanError with everything wrong with the first shop that is not sound.
    """
    shops = tuple(_shops(playbook, stores))
    teams, kept_apart = _teams(playbook, shops)
    limit = _limit([shop.alone for shop in shops])
    teams = _relieving(playbook, shops, teams, limit)
    apart = sum((hours_carried(shop.apart.owner()) for shop in shops), ZERO)
    return Together(shops, teams, kept_apart, OneOwner(tuple(_carried(playbook, shops, teams)), apart, limit))


def shared_hours(most: Fraction, given: Sequence[Fraction | None]) -> list[Fraction]:
    """The owner's hours a day by shop: as given, what is left of the most evenly to the others, never more in all."""
    told = sum((each for each in given if each is not None), ZERO)
    scale = most / told if told > most else Fraction(1)
    others = sum(each is None for each in given)
    rest = max(ZERO, most - told) / others if others else ZERO
    return [rest if each is None else each * scale for each in given]


def _shops(playbook: Playbook, stores: Mapping[str, Store]) -> Iterator[OwnedShop]:
    alone = [ask(playbook, store) for store in stores.values()]
    limit = _limit(alone)
    if len(alone) == 1 or limit is None:
        yield from (OwnedShop(name, each, each) for name, each in zip(stores, alone, strict=True))
        return
    most = on_the_clock(alone[0].shop.amounts, limit)
    hours = shared_hours(most, [store.owner_hours for store in stores.values()])
    for name, own, share in zip(stores, alone, hours, strict=True):
        yield OwnedShop(name, own, ask(playbook, own.store.model_copy(update={"owner_hours": share})))


def _limit(shops: Sequence[Question]) -> Fraction | None:
    """Productive hours a day that the owner can take over all shops: the strictest of what they say; None without.

    The hours that he gives one shop do not bound him.
    """
    hours = shops[0].store.owner_hours if len(shops) == 1 else None
    limits = (owner_limit(each.playbook, each.shop.amounts, hours) for each in shops)
    return min((each for each in limits if each is not None), default=None)


def _teams(playbook: Playbook, shops: Sequence[OwnedShop]) -> tuple[tuple[SharedTeam, ...], tuple[KeptApart, ...]]:
    """The teams that shops share, and the roles that they do not share though a pool has them."""
    if len(shops) == 1:
        return (), ()
    teams: list[SharedTeam] = []
    apart: list[KeptApart] = []
    for pool_id, pool in playbook.frame.pools.items():
        for role in (each for each in playbook.roles if each in pool.roles):
            posts = list(_posts(shops, role))
            groups: dict[Hashable, list[ShopPost]] = defaultdict(list)
            for each in posts:
                if each.people:
                    groups[_alike(pool, each)].append(each)
            for key, hosts in groups.items():
                others = [each for each in posts if not each.people and _alike(pool, each) == key]
                team = _team(pool_id, hosts, others)
                teams += [team] if len(team.shops) > 1 or team.people < team.apart else []
            if len(groups) > 1:
                apart.append(_kept_apart(pool, [hosts[0] for hosts in groups.values()], role))
    return tuple(teams), tuple(apart)


def _posts(shops: Sequence[OwnedShop], role: str) -> Iterator[ShopPost]:
    """The post of a role in each shop that has work for it; one with a fixed number of people is each shop's own."""
    for shop in shops:
        post = shop.apart.stage.posts.get(role)
        if post is not None and post.post.exactly is None and post.load.at(shop.apart.point):
            yield ShopPost(shop.name, shop.apart, role)


def _alike(pool: Pool, each: ShopPost) -> Hashable:
    """What posts must have in common to be one team."""
    queue = each.queue
    hours = each.hours if "hours" in pool.same or queue is not None else None
    return hours, each.question.store.city if "city" in pool.same else None, queue


def _team(pool: str, hosts: Sequence[ShopPost], others: Sequence[ShopPost]) -> SharedTeam:
    """The team of the hosts; the work of other shops, bought in or the owner's, it takes as far as nobody more is
    needed for it, what is bought in first."""
    post, takes = pooled_post(hosts), tuple[ShopPost, ...]()
    people = post.headcount.people(ANY)
    for each in sorted(others, key=lambda other: not _bought(other)):
        more = pooled_post(hosts, (*takes, each))
        if more.headcount.people(ANY) <= people:
            post, takes = more, (*takes, each)
    return SharedTeam(pool, hosts[0].role, tuple(hosts), takes, post, people)


def _bought(each: ShopPost) -> bool:
    return each.question.stage.bought_in(each.role, each.question.volume.at)


def _kept_apart(pool: Pool, posts: Sequence[ShopPost], role: str) -> KeptApart:
    """Why posts are not one team: by what differs first."""
    hours = {each.shop: each.hours for each in posts}
    cities = {each.shop: each.question.store.city or "" for each in posts}
    if len(set(hours.values())) > 1 and ("hours" in pool.same or posts[0].queue is not None):
        return KeptApart(role, "hours", tuple(hours.items()))
    if len(set(cities.values())) > 1 and "city" in pool.same:
        return KeptApart(role, "city", tuple(cities.items()))
    return KeptApart(role, "queue", tuple((each.shop, "") for each in posts))


def _relieving(
    playbook: Playbook, shops: Sequence[OwnedShop], teams: tuple[SharedTeam, ...], limit: Fraction | None
) -> tuple[SharedTeam, ...]:
    """The teams with more people, up to those apart, while the owner is over his limit and that takes work off him."""
    while limit is not None and _load(playbook, shops, teams) > limit:
        helpful = [
            (team.relief - more.relief, place, more)
            for place, team in enumerate(teams)
            if team.people < team.apart and (more := team.with_(people=team.people + 1)).relief < team.relief
        ]
        if not helpful:
            break
        _, at, more = max(helpful, key=lambda each: each[0])
        teams = (*teams[:at], more, *teams[at + 1 :])
    return teams


def _load(playbook: Playbook, shops: Sequence[OwnedShop], teams: Sequence[SharedTeam]) -> Fraction:
    return hours_carried(each for _, each in _carried(playbook, shops, teams))


def _carried(
    playbook: Playbook, shops: Sequence[OwnedShop], teams: Sequence[SharedTeam]
) -> Iterator[tuple[str, Carried]]:
    """What the owner does in each shop, and for teams on days off; what is done once is his in one shop alone."""
    hosts = {(each.shop, team.role) for team in teams for each in team.hosts}
    taken = {(each.shop, team.role) for team in teams for each in team.takes}
    once = frozenset(playbook.frame.once.duties if playbook.frame.once else ())
    done: dict[str, tuple[str, Carried]] = {}
    for shop in shops:
        for each in shop.apart.owner():
            post = shop.name, each.role or ""
            if (each.why == RELIEF and post in hosts) or (each.why == NOT_HIRED and post in taken):
                continue
            if each.duty not in once:
                yield shop.name, each
            elif each.duty not in done or each.hours > done[each.duty][1].hours:
                done[each.duty] = shop.name, each
    yield from done.values()
    for team in teams:
        if hours := team.relief:
            yield "", Carried(team.post.arising[0], hours, RELIEF, team.role)
