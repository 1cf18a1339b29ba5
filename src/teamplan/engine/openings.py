"""Owns the openings: at which volumes the owner is full and hands work over, to a new post or to one more person.

The owner's load is walked from the first orders of a stage on. Stretches that are clear by a bound are passed at once;
else piece by piece: between two breakpoints of the posts that it rests on nobody comes, and it is convex in the orders.
Where it passes his limit, the next post of the order that the stage declares opens, above an exact volume, and stays.
What was opened or hired in one stage stays in the next.

Only orders move it: work that depends on visitors is left out, as a shop without a conversion has no way between them.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import inf, nextafter

from teamplan.engine.breakpoints import largest_float_not_above
from teamplan.engine.curve import Curve
from teamplan.engine.owner import Line
from teamplan.engine.owner_load import Heads, OwnerLoad
from teamplan.errors import TeamplanError
from teamplan.playbook.handed_on import Opening
from teamplan.record import Record, fresh

ZERO = Fraction(0)
FURTHER = 1 / 16  # of a volume: how far the walk goes on where he is over his limit and nobody can help
MOST_STRETCHES = 300  # of a stage; a shop has some dozens, and figures that ask for more are no shop's
STRIDES = 4  # how often a stretch that is not clear is halved before it is walked piece by piece


class Walked(Record):
    """How far the openings are known: those up to a volume, and whether no more come.

    `least` are the people that they ask for by role, `stretches` those walked so far.
    """

    at: float
    openings: tuple[Opening, ...] = ()
    least: Heads = fresh(factory=dict)
    done: bool = False
    stretches: int = 0


class Openings:
    """The openings of a stage between its first and its last orders a day.

    Threads may share it without a lock: what is known is replaced as a whole, and the same whoever walks.
    """

    def __init__(self, load: OwnerLoad, ends: tuple[float, float]) -> None:
        self._load = load
        self._first, self._last = ends
        self._walked = Walked(-inf)

    def of(self, role: str) -> Curve:
        """The people that the owner's limit asks for in a role, over orders a day."""
        return Curve(lambda volume: self._least(role, volume), lambda people, _: self._full_at(role, people))

    def upto(self, orders: float) -> tuple[Opening, ...]:
        """The openings that have happened at a volume."""
        walked = self._walked
        while walked.at < orders and not walked.done:
            walked = self._walked = self._next(walked, orders)
        return tuple(each for each in walked.openings if each.above < orders)

    def heads_at_the_end(self) -> dict[str, int]:
        """The people in each role at the last orders of the stage."""
        return self.heads(self._last)

    def heads(self, orders: float) -> dict[str, int]:
        """The people in each role at a volume."""
        least: dict[str, int] = {}
        for each in self.upto(orders):
            least[each.role] = max(each.people, least.get(each.role, 0))
        return self._load.heads(orders, least)

    def _least(self, role: str, volume: float) -> int:
        return max((each.people for each in self.upto(volume) if each.role == role), default=0)

    def _full_at(self, role: str, people: int) -> float:
        known, walked = 0, self._walked
        while True:
            for each in walked.openings[known:]:
                if each.role == role and each.people > people:
                    return each.above
            known = len(walked.openings)
            if walked.done or not self._load.may_open(role, max(walked.at, self._first), walked.least):
                return inf
            if walked.at > (full := self._load.full_without_him(role, people, walked.least)):
                return full
            walked = self._walked = self._next(walked, inf)

    def _next(self, walked: Walked, enough: float) -> Walked:
        """One opening further, or as far as is enough, or the end, which is also where nobody can be counted, or where
        the figures are no shop's any more."""
        try:
            return self._further(walked, enough)
        except TeamplanError:
            return walked.with_(done=True)

    def _further(self, walked: Walked, enough: float) -> Walked:
        above, least, stretches = walked.at, walked.least, walked.stretches
        low = self._first if above == -inf else nextafter(above, inf)
        while low <= self._last and stretches < MOST_STRETCHES:
            if above >= enough:
                return walked.with_(at=above, stretches=stretches)
            stretches += 1
            heads = self._load.heads(low, least, self._load.moving(low, least))
            far = self._clear_to(low, heads, least)
            if far > low:
                if self._settled(far, least):
                    break
                above, low = far, nextafter(far, inf)
                continue
            end = self._load.same_until(low, heads, self._last)
            if self._load.within(low, heads, least):
                if self._load.within(end, heads, least):
                    if self._settled(end, least):
                        break
                    above, low = end, nextafter(end, inf)
                    continue
                above = self._crossing(end, heads, least)
                low = nextafter(above, inf)
            load = self._load.load(low, heads, least)
            opened = self._opened(low, heads, least, load)
            if opened is not None:
                role, people = opened
                opening = Opening(role, people, above, load.hours)
                return Walked(above, (*walked.openings, opening), {**least, role: people}, stretches=stretches)
            above = min(max(end, low * (1 + FURTHER)), self._last)  # nobody takes anything off him here
            low = nextafter(above, inf)
        return walked.with_(done=True)

    def _settled(self, volume: float, least: Heads) -> bool:
        return self._load.settled(volume, self._load.heads(volume, least, self._load.moving(volume, least)), least)

    def _clear_to(self, low: float, heads: Heads, least: Heads) -> float:
        """A volume up to which he surely stays within his limit, as far as a few strides tell; at least `low`."""
        far = min(self._last, 2 * low + 20)
        for _ in range(STRIDES):
            if self._load.clear(low, far, heads, least):
                return far
            far = (low + far) / 2
        return low

    def _crossing(self, end: float, heads: Heads, least: Heads) -> float:
        """The largest volume of a piece within his limit: Newton from its end, exact as the load is convex."""
        exact, limit = Fraction(end), self._load.owner.limit
        while (load := self._load.load(exact, heads, least)).hours > limit:
            exact -= (load.hours - limit) / load.slope
        return largest_float_not_above(exact)

    def _opened(self, low: float, heads: Heads, least: Heads, load: Line) -> tuple[str, int] | None:
        """The role that takes work off the owner, and its people: the first that takes enough, else that takes most."""
        best, most = None, ZERO
        for role in self._load.owner.hands_over:
            post = self._load.posts.get(role)
            if post is None:
                continue
            people = heads.get(role, 0) + 1
            if not (self._load.shut(post, low, least, heads) or (post.relieved and heads.get(role))):
                continue
            more = {**least, role: people}
            after = self._load.heads(low, more, self._load.moving(low, more))
            taken = load.hours - self._load.load(low, after, more).hours
            if taken >= self._load.owner.worth:
                return role, people
            if taken > most:
                best, most = (role, people), taken
        return best


def held_by_heirs(
    before: Heads, duties_before: Mapping[str, Sequence[str]], after: Heads, duties: Mapping[str, Sequence[str]]
) -> dict[str, int]:
    """The people that each role keeps at the border of two stages, so that nobody who is there is given up.

    A role that goes on keeps its own; the people of one that ends stay with the roles that take its duties over.
    """
    kept = {role: people for role, people in before.items() if people and role in duties}
    for role, people in before.items():
        if role in duties or not people:
            continue
        heirs = [each for each, own in duties.items() if set(own) & set(duties_before[role])]
        gained = sum(max(after.get(heir, 0), kept.get(heir, 0)) - kept.get(heir, 0) for heir in heirs)
        if heirs and gained < people:
            kept[heirs[0]] = max(after.get(heirs[0], 0), kept.get(heirs[0], 0)) + people - gained
    return kept
