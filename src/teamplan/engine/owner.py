"""Owns the owner's load: what no role carries, what colleagues leave undone on days off, and how much he can take."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from teamplan.engine.amounts import Amounts, TimeAmounts
from teamplan.engine.linear import ORDERS
from teamplan.playbook.playbook import Playbook
from teamplan.record import Record

if TYPE_CHECKING:
    from teamplan.engine.staffing import Staffed, StageCurves

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


class Missing(NamedTuple):
    """What present colleagues leave undone on the days off of others, in hours of a mean day."""

    live: Line
    later: Line

    @property
    def all(self) -> Line:
        return self.live + self.later


def missing(time: TimeAmounts, people: int, live: Line, work: Line) -> Missing:
    """What a post of so many people leaves to the one who relieves it, from its live work and all of its work.

    Days off are spread over the open days as evenly as can be. Live work has to be done on its day; the rest may wait
    for a colleague's next day, so that of it only what the whole week cannot hold is left. Convex in the volume.
    """
    gives, days = time.productive_day * time.attendance, time.days_open
    there = people * time.days_worked
    fewest = there // days
    more = there - fewest * days  # days on which one more is present
    undone = live.over(fewest * gives).times(days - more) + live.over((fewest + 1) * gives).times(more)
    week = work.times(days)
    short = Line(week.hours - there * gives - undone.hours, week.slope - undone.slope)
    return Missing(undone.times(1 / days), short.over(ZERO).times(1 / days))


class Carried(Record):
    """A duty that the owner carries: hours a day, and why (`own`, `not-hired`, or `relief` of the role)."""

    duty: str
    hours: Fraction
    why: str
    role: str | None = None


def owner_duties(stage: "StageCurves", volume: Mapping[str, Fraction], heads: Mapping[str, int]) -> tuple[Carried, ...]:
    """Every duty of the stage that falls to the owner, the heaviest first; those bought in by the hour are left out."""
    playbook, loads = stage.loads.playbook, stage.loads
    point = dict(volume) | {role: Fraction(people) for role, people in heads.items()}
    carrier = {duty: post for post in stage.posts.values() for duty in post.arising}
    later = stage.comes_later(float(volume.get(ORDERS, ZERO)))
    carried: list[Carried] = []
    for duty_id, duty in playbook.duties.items():
        if duty_id in later or not playbook.arises(duty_id, stage.stage_id):
            continue
        post, hours = carrier.get(duty_id), loads.duty(duty).at(point)
        if post is None:
            carried.append(Carried(duty_id, hours, OWN))
        elif not heads.get(post.role) and not _elsewhere(stage, post.role, volume):
            carried.append(Carried(duty_id, hours, NOT_HIRED, post.role))
    for post in stage.posts.values():
        if post.relieved and heads.get(post.role):
            carried += _relief(stage, post, point, heads[post.role])
    return tuple(sorted(carried, key=lambda each: -each.hours))


def _elsewhere(stage: "StageCurves", role: str, volume: Mapping[str, Fraction]) -> bool:
    """Whether the work of a role without people is bought in, or still with the post that it splits from."""
    return stage.bought_in(role, volume) or stage.lent(role, float(volume.get(ORDERS, ZERO)))


def _relief(stage: "StageCurves", post: "Staffed", point: Mapping[str, Fraction], people: int) -> Iterator[Carried]:
    """The relief of a post by its duties: what nobody answers among the live ones, the rest among the others."""
    left = missing(stage.loads.amounts.time, people, _hours(post.live.at(point)), _hours(post.load.at(point)))
    for live, undone in ((True, left.live.hours), (False, left.later.hours)):
        duties = [duty for duty in post.arising if bool(stage.loads.playbook.duties[duty].live) == live]
        hours = {duty: stage.loads.duty(stage.loads.playbook.duties[duty]).at(point) for duty in duties}
        whole = sum(hours.values(), ZERO)
        for duty in duties:
            yield Carried(duty, undone * hours[duty] / whole if whole else ZERO, RELIEF, post.role)


def _hours(hours: Fraction) -> Line:
    return Line(hours, ZERO)


def full_time_jobs(stage: "StageCurves", hours_a_day: Fraction) -> Fraction:
    """Hours a day as full-time jobs of one productive week."""
    time = stage.loads.amounts.time
    return hours_a_day * time.days_open / time.productive_week


def owner_limit(playbook: Playbook, amounts: Amounts, owner_hours: Fraction | None) -> Fraction | None:
    """Productive hours a day that the owner can take: those he gives on every open day, bounded by the limit in jobs.

    None where the playbook bounds nobody.
    """
    frame = playbook.frame.owner
    if frame is None:
        return None
    time = amounts.time
    most = amounts[frame.limit] * time.productive_week / time.days_open
    return most if owner_hours is None else min(most, owner_hours * time.productive)


def on_the_clock(amounts: Amounts, hours: Fraction) -> Fraction:
    """Productive hours as hours of presence, with the breaks and small losses that every working day has."""
    return hours / amounts.time.productive
