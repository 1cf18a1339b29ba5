"""Owns who becomes slack: people whom the rest of the plan does not need any more."""

from collections.abc import Sequence
from fractions import Fraction

from teamplan.engine.present import read_team
from teamplan.engine.volume import Volume, volume_of
from teamplan.playbook.store import Store
from teamplan.questions.hire.calendar import Schedule, Slack
from teamplan.questions.hire.daily_need import Need, heads_at


def slack_of(shops: Sequence[Store], last: Need, people: dict[str, Fraction], schedule: Schedule) -> tuple[Slack, ...]:
    """The people beyond the need of all later days, role by role, from the day on which that begins.

    The team stays organised as in the highest stage reached (`last`), so the need is that of `recommend --stage` at
    the largest volume still to come. Slack of fewer days than the mean of the schedule is noise and not told.
    """
    found: list[Slack] = []
    told = dict.fromkeys(people, 0)
    for day, volume in enumerate(_largest_to_come(shops)):
        if day and len(shops) - day < schedule.smooth:
            break
        heads = heads_at(last.stage, volume)
        if all(count <= heads.get(role, 0) for role, count in people.items()):
            continue
        beyond = read_team(last.stage, volume.at, heads, people).spare
        for role in people:
            spare = int(beyond.get(role, 0)) - told[role]
            if spare > 0:
                found.append(Slack(role, spare, max(schedule.on(day), schedule.today)))
                told[role] += spare
    return tuple(found)


def _largest_to_come(shops: Sequence[Store]) -> list[Volume]:
    """For each day the largest orders and visitors of this day and all later ones."""
    largest: list[Volume] = []
    for volume in map(volume_of, reversed(shops)):
        after = largest[-1] if largest else volume
        visitors = None if volume.visitors is None else max(volume.visitors, after.visitors or 0.0)
        largest.append(volume.with_(orders=max(volume.orders, after.orders), visitors=visitors))
    return largest[::-1]
