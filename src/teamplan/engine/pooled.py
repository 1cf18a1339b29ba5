"""Owns a post that several shops share: their loads added, and sized by the curves that size the post of one shop."""

from collections.abc import Hashable, Sequence
from fractions import Fraction
from math import fsum, inf

from teamplan.engine.bases import Base, Unrelieved, service_curves
from teamplan.engine.compiling import compile_open
from teamplan.engine.linear import Linear
from teamplan.engine.owner import ZERO, DayWork, day_work, duty_hours, missing
from teamplan.engine.question import Question
from teamplan.engine.service import Chats, PostService
from teamplan.engine.solve import ten_digits_up
from teamplan.engine.staffing import Staffed
from teamplan.record import Record

ANY = 0.0  # orders a day of a shared post: its loads are those of the day that was asked about, whatever the volume


class ShopPost(Record):
    """A role in a shop at the shop's volume."""

    shop: str
    question: Question
    role: str

    @property
    def post(self) -> Staffed:
        return self.question.stage.posts[self.role]

    @property
    def people(self) -> int:
        """The people whom the shop needs for itself."""
        return self.question.heads[self.role]

    @property
    def fte(self) -> Fraction:
        """Its load in people, as they are relieved in this shop."""
        return self.question.fte(self.post)

    @property
    def queue(self) -> Hashable:
        """What chats must have in common to wait in one queue; None where nobody waits."""
        service = self.post.service
        if service is None:
            return None
        return tuple(id(each.seats) for each in service.queues), service.rota, service.rise

    @property
    def hours(self) -> str:
        """The opening hours of the shop, empty where it keeps none."""
        return str(self.question.stage.window(self.question.volume.orders) or "")

    @property
    def unrelieved(self) -> Fraction:
        """What is above the hours that the owner gives, in people without relief; all of it where he gives none."""
        left = self.question.stage.bases[self.role].unrelieved
        return self.fte if left is None else max(ZERO, left.load.at(self.question.point) / left.capacity)


def pooled_post(hosts: Sequence[ShopPost], takes: Sequence[ShopPost] = ()) -> Staffed:
    """The post of one team for its `hosts`, who have people in it, and for shops whose work it takes besides.

    The load is in people, as a person gives in each shop what the relief and the days of that shop leave.
    """
    parts, first = (*hosts, *takes), hosts[0]
    service = _service(parts)
    window = first.question.stage.window(first.question.volume.orders)
    curves = service_curves([(-inf, window, service)] if service and window else [])
    relieved = [each for each in parts if each.question.stage.bases[each.role].unrelieved]
    left = Unrelieved(Linear(sum((each.unrelieved for each in parts), ZERO)), Fraction(1))
    floor = max(each.post.post.floor for each in hosts)
    return compile_open(
        Base(
            role=first.role,
            post=first.post.post.model_copy(update={"at_least": floor or None}),
            arising=tuple(dict.fromkeys(duty for each in parts for duty in each.post.arising)),
            load=Linear(sum((each.fte for each in parts), ZERO)),
            live=Linear(sum((_live(each) for each in parts), ZERO)),
            capacity=Fraction(1),
            unrelieved=left if relieved else None,
            service=service,
            wider=(),
            curves=dict(curves),
            postponed=False,
            early=False,
            waits=False,
            opens_above=None,
            lender=None,
            lent=(),
            lent_load=Linear(),
            bought_below=None,
            rests_on=frozenset().union(*(each.post.rests_on for each in parts)),
        )
    )


def relief_hours(hosts: Sequence[ShopPost], post: Staffed, people: int) -> Fraction:
    """Hours a day that a shared team leaves to the owner, who relieves it in the shops where he does so alone.

    Those who are relieved are what the others' work, without relief, leaves of the team.
    """
    relieved = [each for each in hosts if each.post.relieved]
    if not relieved:
        return ZERO
    others = post.load.constant - sum((each.fte for each in relieved), ZERO)
    works = (_day(each) for each in relieved)
    work = next(works)
    for each in works:
        work = DayWork(work.all + each.all, work.live + each.live)
    there = max(ZERO, people - others)
    return missing(relieved[0].question.shop.amounts.time, there, work).all.hours


def _service(parts: Sequence[ShopPost]) -> PostService | None:
    """One queue for the chats of all parts: whoever is free takes the next buyer of any shop."""
    services = [each.post.service for each in parts]
    first = services[0]
    if first is None:
        return None
    queues = (
        Chats(chats.seats, fsum(_chats(each, place) for each in parts), 0.0) for place, chats in enumerate(first.queues)
    )
    return first._replace(queues=tuple(queues))


def _chats(each: ShopPost, place: int) -> float:
    """The chats of a mean day in one queue of a shop."""
    service = each.post.service
    assert service is not None
    return service.queues[place].at(ten_digits_up(each.question.volume.at[each.post.volume]))


def _live(each: ShopPost) -> Fraction:
    return each.post.live.at(each.question.point) / each.post.capacity


def _day(each: ShopPost) -> DayWork:
    hours = duty_hours(each.question.stage, each.question.point)
    playbook = each.question.playbook
    return day_work(playbook, {duty: hours[duty] for duty in each.post.arising})
