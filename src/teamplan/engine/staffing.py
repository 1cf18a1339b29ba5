"""Owns the compiled stage: a staffing curve per post over the shop's own volume, and how it is seen at a volume."""

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from math import inf

from teamplan.engine.bases import Base, opens_wider_above
from teamplan.engine.curve import Curve
from teamplan.engine.linear import Linear
from teamplan.engine.load import Loads
from teamplan.engine.openings import Openings
from teamplan.engine.service import PostService
from teamplan.errors import Problem, TeamplanError
from teamplan.playbook.handed_on import HandedOn, Opening
from teamplan.playbook.quantity import Window
from teamplan.playbook.stages import Post
from teamplan.playbook.store import MOST_ORDERS
from teamplan.record import Record, fresh

ALONE = (0.0, float(MOST_ORDERS))  # the orders a day of a stage that was asked for, whatever they are


class Staffed(Record):
    """A post compiled: its load in hours a day, what one person gives, the curves that may bind, and their maximum.

    `live` is the part of the load for which somebody waits. `service` holds the live duties (None without any) in the
    opening hours of a volume. `rests_on` are the assumptions behind it, those of the working time apart.
    """

    role: str
    post: Post
    arising: tuple[str, ...]  # its duties that there are in this stage
    volume: str
    load: Linear
    live: Linear
    capacity: Fraction
    service: PostService | None
    curves: Mapping[str, Curve]
    headcount: Curve
    rests_on: frozenset[str]
    opens: Curve | None = None  # 1 where the post is open, None where it always is
    postponed: bool = False  # a skill of the founder puts it off
    early: bool = False  # it is a post of a later stage
    wider: tuple[tuple[float, Window, PostService], ...] = ()  # opening hours above so many orders

    @property
    def relieved(self) -> bool:
        """Whether the owner takes over on days off."""
        return self.post.relieved_by == "owner"

    def binding(self, volume: float) -> str | None:
        """Which curve sets the headcount at the volume; None where nobody is hired."""
        people = self.headcount.people(volume)
        if people == 0:
            return None
        if self.post.exactly is not None:
            return "floor"
        return next(name for name, curve in self.curves.items() if curve.people(volume) == people)

    def bought_in(self, volume: float) -> bool:
        """Whether the post is open and its work is too little for a head, so that it is bought in by the hour."""
        return (self.opens is None or self.opens.people(volume) > 0) and self.headcount.people(volume) == 0


class StageCurves(Record):
    """A stage compiled for a setting: curves of the posts it can have, its team before early ones.

    `inherited` are the last openings by role of the stages before, `kept` the people who go on from them. One that is
    sized for a percentile of days has the same stage at the `mean` day, whose openings it shares.
    """

    stage_id: str
    loads: Loads
    posts: Mapping[str, Staffed]
    openings: Openings | None = None
    bases: Mapping[str, "Base"] = fresh(factory=dict)
    ends: tuple[float, float] = ALONE
    inherited: Mapping[str, Opening] = fresh(factory=dict)
    kept: Mapping[str, int] = fresh(factory=dict)
    mean: "StageCurves | None" = None

    def headcounts(self, volumes: Mapping[str, float]) -> dict[str, int]:
        """People in each role at a volume by axis: `orders`, and `visitors` where a role depends on them.

        Raises a TeamplanError that names the first role whose volume is not given.
        """
        refuse_uncounted(self.uncounted(volumes))
        return self.known_headcounts(volumes)

    def known_headcounts(self, volumes: Mapping[str, float]) -> dict[str, int]:
        """`headcounts` of the roles that can be counted; the `uncounted` ones are left out."""
        return {
            role: post.headcount.people(volumes[post.volume])
            for role, post in self.posts.items()
            if post.volume in volumes
        }

    def headcounts_once(self, volumes: Mapping[str, float]) -> dict[str, int]:
        """`known_headcounts` at a volume that nothing else is asked about: nothing is learnt for it."""
        known = {role: post for role, post in self.posts.items() if post.volume in volumes}
        return {role: post.headcount.people_once(volumes[post.volume]) for role, post in known.items()}

    def uncounted(self, volumes: Collection[str]) -> tuple[str, ...]:
        """The roles that depend on a volume which is not among these axes."""
        return tuple(role for role, post in self.posts.items() if post.volume not in volumes)

    def bought_in(self, role: str, volume: Mapping[str, Fraction | float]) -> bool:
        """Whether the work of a role is bought in by the hour at a volume by axis."""
        post = self.posts[role]
        return post.volume in volume and post.bought_in(float(volume[post.volume]))

    def opened_by_owner(self, role: str, orders: float) -> Opening | None:
        """The last opening of a role by the owner's limit that has happened at a volume."""
        return self._opened(orders).get(role)

    def handed_on(self) -> HandedOn:
        """What the next stage goes on with: the people and the openings at the last orders of this one."""
        return HandedOn(
            opened=self._opened(inf),
            heads=self.openings.heads_at_the_end() if self.openings else {},
            duties={role: base.post.duties for role, base in self.bases.items()},
        )

    def _opened(self, orders: float) -> dict[str, Opening]:
        known = self.openings.upto(orders) if self.openings else ()
        return dict(self.inherited) | {each.role: each for each in known}

    def window(self, orders: float) -> Window | None:
        """The opening hours of service at a volume."""
        service = self.loads.playbook.stages[self.stage_id].service
        if service is None:
            return None
        wider = [each.open for each in service.wider if orders > opens_wider_above(self.loads, each)]
        return wider[-1] if wider else service.open

    def seen_at(self, orders: float) -> "StageCurves":
        """The same stage with the opening hours of a volume, and each duty with the post that carries it there."""
        posts = {role: self._seen_at(post, orders) for role, post in self.posts.items()}
        stage, window = self.loads.playbook.stages[self.stage_id], self.window(orders)
        if stage.service is None or window is None or window == stage.service.open:
            return self.with_(posts=posts)
        open_ = stage.service.model_copy(update={"open": window})
        stages = self.loads.playbook.stages | {self.stage_id: stage.model_copy(update={"service": open_})}
        loads = self.loads.with_(playbook=self.loads.playbook.with_(stages=stages))
        return self.with_(posts=posts, loads=loads)

    def lent(self, role: str, orders: float) -> bool:
        """Whether the work of a role is still with the one that it splits from."""
        base = self.bases[role]
        return base.lender is not None and base.opens_above is not None and orders <= base.opens_above

    def comes_later(self, orders: float) -> frozenset[str]:
        """The duties that come with a post which splits from another and is not open yet: nobody does them so far."""
        waiting = (base for role, base in self.bases.items() if self.lent(role, orders))
        return frozenset(duty for base in waiting for duty in base.arising if duty not in base.lent)

    def _seen_at(self, post: Staffed, orders: float) -> Staffed:
        """A post with the opening hours of a volume, and with the duties that it carries there."""
        services = [service for above, _, service in post.wider if orders > above]
        post = post.with_(service=services[-1]) if services else post
        if self.lent(post.role, orders):
            return post.with_(arising=(), load=Linear(), live=Linear())
        borrowed = [each for each in self.bases.values() if each.lender == post.role and self.lent(each.role, orders)]
        if not borrowed:
            return post
        load = sum((each.lent_load for each in borrowed), post.load)
        return post.with_(arising=(*post.arising, *(duty for each in borrowed for duty in each.lent)), load=load)


def refuse_uncounted(roles: Sequence[str]) -> None:
    """Raise a TeamplanError that names the first of the roles whose visitors are not known, if there is one."""
    if roles:
        raise TeamplanError([Problem("visitors-needed", {"role": roles[0]})])
