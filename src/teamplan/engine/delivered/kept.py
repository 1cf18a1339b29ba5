"""Owns what is told of a promise: what the people on the books keep of it, and what would change that."""

from collections.abc import Iterator, Mapping
from math import fsum
from typing import NamedTuple

from teamplan.engine.delivered.answering import DAY, Answering, share_open
from teamplan.engine.delivered.floor import Sums, places_of, reach
from teamplan.engine.delivered.turns import Turn, WorkedWeek
from teamplan.engine.delivered.week import delivered, level_of, worked_week
from teamplan.engine.live import Seats
from teamplan.engine.service import Chats, Day, PostService
from teamplan.engine.staffing import StageCurves
from teamplan.record import Record

AS_GOOD = 0.005  # of the chats: less than that is no miss, as the level is known to about one in a hundred
WORTH_TELLING = 0.03  # of the chats: fewer in an empty shop are not worth a line


class Alone(Record):
    """A shop in which a break leaves nobody there: the share of the chats that come then.

    `at_peak` is the service level with each break at the busiest time at which it may lie; `later` that of answers
    within `later_minutes`, None where the platform counts no other.
    """

    share: float
    at_peak: float
    later_minutes: float | None
    later: float | None


class Whole(NamedTuple):
    """What more is told of a promise: minutes within which the platform counts an answer, and how far days differ.

    None where nobody knows.
    """

    later: float | None
    day_cv: float | None


class Kept(Record):
    """The service level of the week of the people on the books, beside the promise that sized them.

    `one_more` is that of one person more, None where it was not asked for; `relieved` where the owner stands in for who
    is away. `alone` is None where somebody is always there, or it was not asked for. `days_below` is the share of days
    below the promise, None where it was not asked for or nobody knows how far days differ.
    """

    people: int
    level: float
    promised: float
    within_minutes: float
    one_more: float | None
    relieved: bool
    alone: Alone | None
    days_below: float | None = None

    @property
    def missed(self) -> bool:
        """Whether they keep less than was promised, by more than the level may be wrong."""
        return misses(self.level, self.promised)


def misses(level: float, promised: float) -> bool:
    """Whether a level of the week misses the promise by half a percentage point."""
    return level < promised - AS_GOOD


def kept(service: PostService, volume: float, people: int, whole: Whole | None = None) -> Kept:
    """What people on the books keep. `whole` tells one more, an empty shop and the days that they miss as well; without
    it one more is told where they miss."""
    goal, found = service.queues[0].seats.goal, delivered(service, volume, people)
    more = whole is not None or misses(found.level, goal.answered)
    cv = None if whole is None else whole.day_cv
    return Kept(
        people=people,
        level=found.level,
        promised=goal.answered,
        within_minutes=goal.within,
        one_more=delivered(service, volume, people + 1).level if more else None,
        relieved=service.rota.days_worked is None,
        alone=None if whole is None else _alone(service, volume, found.week, whole.later),
        days_below=None if cv is None else _days_below(service, volume, found.week, cv),
    )


def kept_in(stage: StageCurves, at: Mapping[str, float], role: str, people: int, *, whole: bool = False) -> Kept | None:
    """What people of a role keep in a stage as it is seen at a volume by axis; None where nobody waits for them."""
    found = _service_in(stage, at, role)
    if found is None or not people:
        return None
    within = stage.loads.playbook.service.counted.within
    later = None if within is None else float(within.canonical)
    return kept(*found, people, Whole(later, _day_cv(stage)) if whole else None)


def days_below_in(stage: StageCurves, at: Mapping[str, float], role: str, people: int) -> float | None:
    """The share of days on which people of a role keep less than was promised; None where nobody can say."""
    found, cv = _service_in(stage, at, role), _day_cv(stage)
    if found is None or cv is None or not people:
        return None
    return _days_below(*found, worked_week(*found, people), cv)


def _days_below(service: PostService, volume: float, week: WorkedWeek, day_cv: float) -> float:
    from teamplan.engine.delivered.missed import missed_days  # the first screen asks for none

    return missed_days(service, volume, week, day_cv)


def _service_in(stage: StageCurves, at: Mapping[str, float], role: str) -> tuple[PostService, float] | None:
    """The service of a role and its volume; None where nobody waits for them."""
    post = stage.posts.get(role)
    if post is None or post.service is None or post.volume not in at:
        return None
    return post.service, at[post.volume]


def _day_cv(stage: StageCurves) -> float | None:
    """How far days differ, where the playbook says so."""
    name = stage.loads.playbook.frame.day_cv
    return None if name is None else float(stage.loads.amounts[name])


def _alone(service: PostService, volume: float, week: WorkedWeek, later: float | None) -> Alone | None:
    answering = Answering(service, volume, week.people)
    chats = fsum(day.part * day.factor * share_open(day.half_hours) for day in service.week)
    empty = fsum(_empty(answering, day, worked.turns) for day, worked in zip(service.week, week.days, strict=True))
    if not chats or empty < WORTH_TELLING * chats or not week.people:
        return None
    counted = service if later is None else _within(service, later)
    return Alone(
        share=empty / chats,
        at_peak=level_of(answering, service, _at_peak(service, week)),
        later_minutes=later,
        later=None if later is None else level_of(Answering(counted, volume, week.people), counted, week),
    )


def _empty(answering: Answering, day: Day, turns: tuple[Turn, ...]) -> float:
    """The chats of a mean day's that come to an empty shop."""
    cut = answering.spans(turns, day.half_hours)
    return day.part * day.factor * fsum(day.half_hours[at].share * minutes for at, minutes, due in cut if not due)


def _at_peak(service: PostService, week: WorkedWeek) -> WorkedWeek:
    """The same turns with each break where most chats come."""
    lengths = {rests.minutes: rests for _, rests in service.rota.rests}

    def moved(day: Day, turns: tuple[Turn, ...]) -> Iterator[Turn]:
        minutes = tuple(each.minutes for each in day.half_hours)
        spared = Sums([-day.half_hours[place].share for place in places_of(minutes)], sum(minutes) == DAY)
        for turn in turns:
            yield spared.turn(reach(turn.start, lengths[turn.end - turn.start]))

    days = zip(service.week, week.days, strict=True)
    return week.with_(days=tuple(each.with_(turns=tuple(moved(day, each.turns))) for day, each in days))


def _within(service: PostService, minutes: float) -> PostService:
    """The same post counted by another time within which buyers are answered."""
    queues = (
        Chats(Seats(each.seats.queue, each.seats.goal._replace(within=minutes)), each.constant, each.slope)
        for each in service.queues
    )
    return service._replace(queues=tuple(queues))
