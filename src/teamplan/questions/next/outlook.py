"""Owns the answer to `next`: the triggers of a growing shop, the path across a stage border, and the way down."""

from teamplan.engine.hires import Hire
from teamplan.engine.pay.band import Band
from teamplan.engine.pay.price import Price
from teamplan.engine.present import Told
from teamplan.record import Record


class Move(Record):
    """People who follow their duties into a narrower role, so that nobody is hired for them."""

    role: str
    to: str
    people: int | float


class Step(Record):
    """One hire on the path across a border, and what it costs while it is missing."""

    role: str
    people: int
    there: int | float  # people who do the work meanwhile
    gap_jobs: float  # full-time jobs that fall to the owner when only this hire is missing
    load_percent: float | None  # of what one of those who are there can do; None where nobody is
    binding: str | None  # the curve that asks for the hire
    owner_jobs: float  # the owner's load while this hire and all later ones are missing
    may_wait: bool  # whether the shop can stand that for a while


class Crossing(Record):
    """The way across a stage border."""

    moves: tuple[Move, ...]
    path: tuple[Step, ...]  # in hire order
    spare: tuple[Hire, ...]  # people whose role ends and who follow none of its duties
    owner_jobs: float  # the owner's load once all are there, in full-time jobs


class StepCost(Record):
    """What the people of a step cost a month, and how many more orders a day carry them.

    `orders` is None where one more order leaves nothing, and where nothing is known of what it is worth (`traded`).
    """

    month: Band
    orders: int | None
    traded: bool


class Trigger(Record):
    """What growth brings at a volume."""

    kind: str  # a `hire` above the volume, a `stage` from it on, a `split` of a role with that stage
    orders: float
    visitors: float | None  # None where no conversion is known
    percent: float | None  # growth from today; None without orders today
    stage: str
    headcount: int | float  # of the whole team then
    role: str | None = None  # who is hired, or whose role is split
    people: int = 0  # how many more
    into: tuple[str, ...] = ()  # the roles of a split
    crossing: Crossing | None = None  # the way into a stage
    cost: StepCost | None = None  # of those whom it brings; None where nobody comes


class Fall(Record):
    """One person less in a role, or the stage before, when volume falls. Percents are below today; negative: above."""

    role: str | None  # None for the stage before
    stage: str
    people: int  # who are left
    slack_orders: float  # up to here one less carries the work
    slack_visitors: float | None
    slack_percent: float | None
    safe_orders: float  # up to here, lower by the margin, it is safe to shrink
    safe_visitors: float | None
    safe_percent: float | None
    state: str  # of today: fine, slack or safe


class Outlook(Record):
    """Where the shop stands, what growth brings, and what a falling volume allows."""

    orders: float
    visitors: float | None
    stage: str
    headcount: int  # of the team needed today
    now: tuple[Hire, ...]  # whom a given team lacks today
    spare: tuple[Hire, ...]  # people of it to spare today
    team: Told  # how the given one was read
    triggers: tuple[Trigger, ...]  # in order of volume
    falls: tuple[Fall, ...]  # the nearest first
    shrink_margin: float  # a share
    owner_jobs_limit: float  # full-time jobs that an owner can carry for a while
    cost: Price | None = None  # of the people who are there
    now_cost: StepCost | None = None  # of those whom a given team lacks today
