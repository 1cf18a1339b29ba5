"""Owns the owner's load: what no role carries, what colleagues leave undone on days off, and how much he can take."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from teamplan.engine.amounts import Amounts, TimeAmounts
from teamplan.engine.linear import ORDERS
from teamplan.playbook.playbook import Playbook
from teamplan.record import Record

if TYPE_CHECKING:
    from teamplan.engine.staffing import StageCurves

OWN, NOT_HIRED, RELIEF = "own", "not-hired", "relief"
ZERO = Fraction(0)


class Line(NamedTuple):
    """Hours a day at a volume, and by how much they grow with it."""

    hours: Fraction
    slope: Fraction

    def __add__(self, other: "Line") -> "Line":  # type: ignore[override]
        return Line(self.hours + other.hours, self.slope + other.slope)

    def over(self, hours: Fraction) -> "Line":
        """What is above so many hours, 0 where nothing is."""
        return Line(self.hours - hours, self.slope) if self.hours > hours else NOTHING

    def times(self, factor: Fraction) -> "Line":
        return Line(self.hours * factor, self.slope * factor)


NOTHING = Line(ZERO, ZERO)


class DayWork(NamedTuple):
    """Work of a mean day, and the part of it for which somebody waits."""

    all: Line
    live: Line


def missing(time: TimeAmounts, people: int | Fraction, work: DayWork) -> DayWork:
    """What a post of so many people leaves of its work to the one who relieves it on days off.

    Days off are spread over the open days as evenly as can be. Live work has to be done on its day; the rest may wait
    for a colleague's next day, so that of it only what the whole week cannot hold is left. Convex in the volume.
    """
    gives, days = time.productive_day * time.attendance, time.days_open
    there = people * time.days_worked
    fewest = there // days
    more = there - fewest * days  # days on which one more is present
    undone = work.live.over(fewest * gives).times(days - more) + work.live.over((fewest + 1) * gives).times(more)
    week = work.all.times(days)
    short = Line(week.hours - there * gives - undone.hours, week.slope - undone.slope).over(ZERO)
    return DayWork((undone + short).times(1 / days), undone.times(1 / days))


class FallingPart(NamedTuple):
    """What falls to the owner of the work of a role, and why: `not-hired`, or `relief`."""

    role: str
    why: str
    work: DayWork


def falling(
    time: TimeAmounts,
    heads: Mapping[str, int],
    relieved: Collection[str],
    left: Callable[[str], bool],
    work: Callable[[str], DayWork],
) -> Iterator[FallingPart]:
    """What falls to the owner beside what no role carries: the one rule of his limit, his hours and his duties.

    Of a role without people that is all of its `work`, if it is `left` to him; of one that he relieves, what those who
    are there do not give.
    """
    for role, people in heads.items():
        if people and role in relieved:
            yield FallingPart(role, RELIEF, missing(time, people, work(role)))
        elif not people and left(role):
            yield FallingPart(role, NOT_HIRED, work(role))


class Carried(Record):
    """A duty that the owner carries: hours a day, and why (`own`, `not-hired`, or `relief` of the role)."""

    duty: str
    hours: Fraction
    why: str
    role: str | None = None


def owner_duties(stage: "StageCurves", volume: Mapping[str, Fraction], heads: Mapping[str, int]) -> tuple[Carried, ...]:
    """Every duty of the stage that falls to the owner, the heaviest first; those bought in by the hour are left out.

    Of equal hours the order is that of the playbook, relief behind it.
    """
    playbook, posts = stage.loads.playbook, stage.posts
    hours = duty_hours(stage, dict(volume) | {role: Fraction(people) for role, people in heads.items()})
    others = stage.comes_later(float(volume.get(ORDERS, ZERO))).union(*(post.arising for post in posts.values()))
    carried = [Carried(duty, of, OWN) for duty, of in hours.items() if duty not in others]
    of_role = {role: {duty: hours[duty] for duty in post.arising} for role, post in posts.items()}
    parts = falling(
        stage.loads.amounts.time,
        {role: heads.get(role, 0) for role in posts},
        {role for role, post in posts.items() if post.relieved},
        lambda role: not _elsewhere(stage, role, volume),
        lambda role: day_work(playbook, of_role[role]),
    )
    for part in parts:
        carried += _by_duty(playbook, part, of_role[part.role])
    place = {duty: place for place, duty in enumerate(hours)}
    carried.sort(key=lambda each: len(place) if each.why == RELIEF else place[each.duty])
    return tuple(sorted(carried, key=lambda each: -each.hours))


def duty_hours(stage: "StageCurves", point: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """The hours a day of each duty that there is in a stage."""
    playbook = stage.loads.playbook
    arising = (each for each in playbook.duties if playbook.arises(each, stage.stage_id))
    return {each: stage.loads.duty(playbook.duties[each]).at(point) for each in arising}


def _elsewhere(stage: "StageCurves", role: str, volume: Mapping[str, Fraction]) -> bool:
    """Whether the work of a role without people is bought in, or still with the post that it splits from."""
    return stage.bought_in(role, volume) or stage.lent(role, float(volume.get(ORDERS, ZERO)))


def _live(playbook: Playbook, duty: str) -> bool:
    return playbook.duties[duty].live is not None


def day_work(playbook: Playbook, hours: Mapping[str, Fraction]) -> DayWork:
    """The work of a day of duties by their hours, all of it and what somebody waits for."""
    live = (own for duty, own in hours.items() if _live(playbook, duty))
    return DayWork(Line(sum(hours.values(), ZERO), ZERO), Line(sum(live, ZERO), ZERO))


def _by_duty(playbook: Playbook, part: FallingPart, hours: Mapping[str, Fraction]) -> Iterator[Carried]:
    """What falls to the owner of a role by its duties: the live ones, then the others, as they share its hours."""
    undone = part.work.live.hours
    for live, left in ((True, undone), (False, part.work.all.hours - undone)):
        these = {duty: own for duty, own in hours.items() if _live(playbook, duty) == live}
        whole = sum(these.values(), ZERO)
        for duty, own in these.items():
            yield Carried(duty, left * own / whole if whole else ZERO, part.why, part.role)


def hours_carried(carried: Iterable[Carried]) -> Fraction:
    """Hours a day of all that the owner carries."""
    return sum((each.hours for each in carried), ZERO)


def jobs_carried(carried: Iterable[Carried], time: TimeAmounts) -> Fraction:
    """All that the owner carries in full-time jobs."""
    return hours_carried(carried) / time.job_day


def week_of(jobs: Fraction, time: TimeAmounts) -> Fraction:
    """Full-time jobs as hours a week on the clock."""
    return jobs * time.shift * time.days_worked


def owner_limit(playbook: Playbook, amounts: Amounts, owner_hours: Fraction | None) -> Fraction | None:
    """Productive hours a day that the owner can take: those he gives on every open day, bounded by the limit in jobs.

    None where the playbook bounds nobody.
    """
    frame = playbook.frame.owner
    if frame is None:
        return None
    most = amounts[frame.limit] * amounts.time.job_day
    return most if owner_hours is None else min(most, owner_hours * amounts.time.productive)


def on_the_clock(amounts: Amounts, hours: Fraction) -> Fraction:
    """Productive hours as hours of presence, with the breaks and small losses that every working day has."""
    return hours / amounts.time.productive
