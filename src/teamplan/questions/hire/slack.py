"""Owns who becomes slack: people whom the rest of the plan does not need any more."""

from collections.abc import Sequence
from fractions import Fraction

from teamplan.engine.present import read_team
from teamplan.engine.shop import Shop
from teamplan.engine.staffing import StageCurves
from teamplan.engine.volume import Volume, volume_of
from teamplan.playbook.store import Store
from teamplan.questions.hire.calendar import Schedule, Slack
from teamplan.questions.hire.daily_need import Need, heads_at


def slack_of(
    shop: Shop, days: Sequence[Store], last: Need, people: dict[str, Fraction], schedule: Schedule
) -> tuple[Slack, ...]:
    """The people beyond the need of all later days, role by role, from the day on which that begins.

    The team stays organised as in the highest stage reached (`last`), so the need is that of this stage at the largest
    volume still to come, below its start that of `recommend --stage`. Slack of fewer days than the mean of the
    schedule is noise and not told.
    """
    found: list[Slack] = []
    told = dict.fromkeys(people, 0)
    for day, volume in enumerate(_largest_to_come(days)):
        if day and len(days) - day < schedule.smooth:
            break
        stage = _organised(shop, last.stage, volume)
        heads = heads_at(stage, volume)
        if all(count <= heads.get(role, 0) for role, count in people.items()):
            continue
        beyond = read_team(stage, volume.at, heads, people).spare
        for role in people:
            spare = int(beyond.get(role, 0)) - told[role]
            if spare > 0:
                found.append(Slack(role, spare, max(schedule.on(day), schedule.today)))
                told[role] += spare
    return tuple(found)


def _organised(shop: Shop, stage: StageCurves, volume: Volume) -> StageCurves:
    """On the way of growth a stage knows no volume below its start; there it stands alone."""
    return stage if volume.orders >= shop.starts_at(stage.stage_id) else shop.alone(stage.stage_id)


def _largest_to_come(shops: Sequence[Store]) -> list[Volume]:
    """For each day the largest orders and visitors of this day and all later ones."""
    largest: list[Volume] = []
    for volume in map(volume_of, reversed(shops)):
        after = largest[-1] if largest else volume
        visitors = None if volume.visitors is None else max(volume.visitors, after.visitors or 0.0)
        largest.append(volume.with_(orders=max(volume.orders, after.orders), visitors=visitors))
    return largest[::-1]
