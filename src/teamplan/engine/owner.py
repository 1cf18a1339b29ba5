"""Owns the owner's load: what no role carries, and the days off of those whom the owner relieves."""

from collections.abc import Mapping
from fractions import Fraction

from teamplan.engine.staffing import StageCurves
from teamplan.record import Record

OWN, NOT_HIRED, RELIEF = "own", "not-hired", "relief"


class Carried(Record):
    """A duty that the owner carries: hours a day, and why (`own`, `not-hired`, or `relief` of the role)."""

    duty: str
    hours: Fraction
    why: str
    role: str | None = None


def owner_duties(stage: StageCurves, volume: Mapping[str, Fraction], heads: Mapping[str, int]) -> tuple[Carried, ...]:
    """Every duty of the stage that falls to the owner, the heaviest first."""
    playbook, loads = stage.loads.playbook, stage.loads
    point = dict(volume) | {role: Fraction(people) for role, people in heads.items()}
    carrier = playbook.stages[stage.stage_id].carrier
    away = 1 - loads.amounts.time.presence
    carried = []
    for duty_id, duty in playbook.duties.items():
        if not playbook.arises(duty_id, stage.stage_id):
            continue
        role, hours = carrier.get(duty_id), loads.duty(duty).at(point)
        if role is None:
            carried.append(Carried(duty_id, hours, OWN))
        elif not heads.get(role):
            carried.append(Carried(duty_id, hours, NOT_HIRED, role))
        elif stage.posts[role].post.relieved_by == "owner":
            carried.append(Carried(duty_id, hours * away, RELIEF, role))
    return tuple(sorted(carried, key=lambda each: -each.hours))


def full_time_jobs(stage: StageCurves, hours_a_day: Fraction) -> Fraction:
    """Hours a day as full-time jobs of one productive week."""
    time = stage.loads.amounts.time
    return hours_a_day * time.days_open / time.productive_week
