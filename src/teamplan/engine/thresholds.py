"""Owns the curves of a shop as thresholds: who is there where a stage begins, and from which volume each one more.

They say what `Shop.headcounts` says, in the way that any other program can read: at or above.
"""

from collections.abc import Mapping
from math import isinf

from teamplan.engine.breakpoints import threshold
from teamplan.engine.linear import ORDERS, VISITORS
from teamplan.engine.shop import Shop
from teamplan.engine.staffing import Staffed
from teamplan.record import Record


class RoleThresholds(Record):
    """A role in a stage: `people` where it begins, and one more from each volume on; a repeated one adds two."""

    by: str  # the volume that decides: orders or visitors a day
    people: int
    one_more_from: tuple[float, ...]  # ascending


class StageThresholds(Record):
    """A stage, the orders a day from which and up to which it stands, both included, and its roles with anybody."""

    stage: str
    from_orders: float
    to_orders: float
    roles: Mapping[str, RoleThresholds]


class Thresholds(Record):
    """Every step of a shop up to a volume."""

    roles: tuple[str, ...]  # all roles of the playbook
    stages: tuple[StageThresholds, ...]
    most_orders: float
    most_visitors: float | None  # None where no role depends on visitors


def by_visitors(shop: Shop, most_orders: float, given: str | None) -> tuple[str, ...]:
    """The roles that depend on visitors, in any stage up to so many orders a day."""
    uncounted = (role for stage, _, _ in shop.spans(most_orders, given) for role in stage.uncounted({ORDERS}))
    return tuple(dict.fromkeys(uncounted))


def thresholds_of(
    shop: Shop, most_orders: float, most_visitors: float | None = None, given: str | None = None
) -> Thresholds:
    """The thresholds up to a volume, of all stages or of a given one that stands alone.

    `most_visitors` is needed where a role depends on visitors, and looked at nowhere else. Raises a ValueError below 0
    orders or without an end, and a TeamplanError from 100,000 people in a role on.
    """
    stages = []
    for stage, first, last in shop.spans(most_orders, given):
        ends = {ORDERS: (first, last), VISITORS: (0.0, most_visitors or 0.0)}
        found = {role: _role(post, *ends[post.volume]) for role, post in stage.posts.items()}
        roles = {role: each for role, each in found.items() if each.people or each.one_more_from}
        stages.append(StageThresholds(stage.stage_id, first, last, roles))
    return Thresholds(tuple(shop.playbook.roles), tuple(stages), float(most_orders), most_visitors)


def _role(post: Staffed, first: float, last: float) -> RoleThresholds:
    """A post between two volumes: who is there at the first, and each step up to the last."""
    curve = post.headcount
    full = [curve.full_at(people) for people in range(curve.people(last))]
    steps = tuple(threshold(each) for each in full if each >= first and not isinf(each))
    return RoleThresholds(post.volume, curve.people(first), steps)
