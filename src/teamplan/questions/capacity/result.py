"""Owns the answer to `capacity`: what a team carries, what breaks first, and the slack of each role."""

from teamplan.engine.delivered.kept import Kept
from teamplan.engine.hires import Hire
from teamplan.engine.pay.price import Price
from teamplan.engine.present import Told
from teamplan.playbook.money import Money
from teamplan.record import Record


class Bottleneck(Record):
    """The role that breaks first as the volume rises above the limit."""

    role: str
    have: int | float
    needs: int  # one float above the limit
    binding: str | None  # the curve that asks for them
    stage: str  # in which the limit is passed
    short: tuple[Hire, ...]  # all roles that lack people there, in hire order


class Fit(Record):
    """A range of orders a day, without a gap, that the team fits, and the stages at its ends."""

    from_stage: str
    from_orders: float
    to_stage: str
    to_orders: float | None  # None above all planning


class RoleSlack(Record):
    """One role of the team. A volume is None where nothing limits it, and 0 where the role carries nothing."""

    role: str
    have: int | float  # full-time people who work in it as the team is read; the next two are of its own title
    part_time: int
    temporary: int
    need_now: int | None  # None without a volume of today
    need_at_limit: int | None  # None without a limit
    carries_orders: float | None  # the largest volume that this role alone carries
    carries_visitors: float | None
    slack_percent: float | None  # what the role carries beyond the limit of the team
    one_more_orders: float | None  # the limit of the team with one more person in this role
    one_more_visitors: float | None
    over_staffed: int  # people beyond the need of today, or at the limit where today is not known
    slack_cost: Money | None = None  # what those cost a month


class RoleKept(Record):
    """What the people of a role keep of the promise to those who wait."""

    role: str
    kept: Kept


class Today(Record):
    """The present volume, and whether the team carries it."""

    orders: float
    visitors: float | None
    fits: bool
    growth_percent: float | None  # growth left in the range that today lies in; None without a limit
    short: tuple[Hire, ...]  # who is missing today, in hire order


class Mend(Record):
    """The fewest hires with which the team fits a stage, and the limit it then has."""

    stage: str
    hires: tuple[Hire, ...]
    orders: float | None
    visitors: float | None


class Capacity(Record):
    """The largest volume a day that the team carries, and what ends it."""

    fits: bool  # whether any volume fits
    visitors: float | None
    orders: float | None  # the limit; None without one, and where no volume fits
    from_visitors: float | None
    from_orders: float | None  # the lower end of the last of `ranges`, which ends at `orders`
    stage: str | None  # in which the limit lies
    bottleneck: Bottleneck | None
    roles: tuple[RoleSlack, ...]  # the scarcest first
    team: Told  # how the given one was read
    ranges: tuple[Fit, ...]
    owner_jobs: float | None  # the owner's load at the limit, in full-time jobs
    today: Today | None  # None without a volume of today
    mend: Mend | None  # where no volume fits
    cost: Price | None = None  # of the team a month
    slack_cost: Money | None = None  # a month of all who are over-staffed
    delivered: tuple[RoleKept, ...] = ()  # by the team at the volume of today, at the limit where that is not known
