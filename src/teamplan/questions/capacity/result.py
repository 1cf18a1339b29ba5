"""Owns the answer to `capacity`: what a team carries, what breaks first, and the slack of each role."""

from teamplan.engine.hires import Hire
from teamplan.record import Record


class Bottleneck(Record):
    """The role that breaks first: it has `have` people and needs `needs` one float above the limit, in `stage`.

    `binding` is the curve that asks for them; `short` are all roles that lack people there, in hire order.
    """

    role: str
    have: int
    needs: int
    binding: str | None
    stage: str
    short: tuple[Hire, ...]


class Fit(Record):
    """A range of orders a day, without a gap, that the team fits, and the stages at its ends.

    `to_orders` is None above all planning.
    """

    from_stage: str
    from_orders: float
    to_stage: str
    to_orders: float | None


class RoleSlack(Record):
    """One role of the team: the volume it alone carries, and the limit of the team with one more person in it.

    A volume is None where nothing limits it, and 0 where the role carries nothing. `need_now` is None without a volume
    of today, `need_at_limit` without a limit. `slack_percent` is what the role carries beyond the limit of the team.
    `over_staffed` counts people beyond the need of today, or at the limit where today is not known.
    """

    role: str
    have: int
    part_time: int
    temporary: int
    need_now: int | None
    need_at_limit: int | None
    carries_orders: float | None
    carries_visitors: float | None
    slack_percent: float | None
    one_more_orders: float | None
    one_more_visitors: float | None
    over_staffed: int


class Today(Record):
    """The present volume: growth left in percent in its range (None without a limit), and who is missing."""

    orders: float
    visitors: float | None
    fits: bool
    growth_percent: float | None
    short: tuple[Hire, ...]


class Mend(Record):
    """The fewest hires with which the team fits a stage, and the limit it then has."""

    stage: str
    hires: tuple[Hire, ...]
    orders: float | None
    visitors: float | None


class Capacity(Record):
    """The largest volume a day that the team carries; None without a limit, or, with `fits` False, where none fits.

    `from_orders` is the lower end of the range that ends at `orders`, the last of `ranges`. `owner_jobs` is the owner's
    load at the limit in full-time jobs. `mend` is given where no volume fits.
    """

    fits: bool
    visitors: float | None
    orders: float | None
    from_visitors: float | None
    from_orders: float | None
    stage: str | None
    bottleneck: Bottleneck | None
    roles: tuple[RoleSlack, ...]
    ranges: tuple[Fit, ...]
    owner_jobs: float | None
    today: Today | None
    mend: Mend | None
