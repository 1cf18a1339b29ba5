"""Owns the answer to `next`: the triggers of a growing shop, the path across a stage border, and the way down."""

from teamplan.engine.hires import Hire
from teamplan.record import Record


class Move(Record):
    """People who follow their duties into a narrower role, so that nobody is hired for them."""

    role: str
    to: str
    people: int


class Step(Record):
    """One hire on the path across a border, and what it costs while it is missing.

    `gap_jobs` are full-time jobs that fall to the owner when only this hire is missing. `there` people do the work
    meanwhile, each with `load_percent` of what one can do (None where nobody is there). `binding` is the curve that
    asks for the hire. `owner_jobs` is the owner's load while this hire and all later ones are missing, and `may_wait`
    says whether the shop can stand that for a while.
    """

    role: str
    people: int
    there: int
    gap_jobs: float
    load_percent: float | None
    binding: str | None
    owner_jobs: float
    may_wait: bool


class Crossing(Record):
    """The way across a stage border: who moves, who is hired in which order, and the owner's load once all are there.

    `spare` are people whose role ends and who follow none of its duties.
    """

    moves: tuple[Move, ...]
    path: tuple[Step, ...]
    spare: tuple[Hire, ...]
    owner_jobs: float


class Trigger(Record):
    """What growth brings at a volume: a `hire` above it, a `stage` from it on, a `split` of a role with that stage.

    `percent` is the growth from today (None without orders today). `people` more are needed, `headcount` is the whole
    team then. `into` are the roles of a split, `crossing` is the way into a stage.
    """

    kind: str
    orders: float
    visitors: float | None
    percent: float | None
    stage: str
    headcount: int
    role: str | None = None
    people: int = 0
    into: tuple[str, ...] = ()
    crossing: Crossing | None = None


class Fall(Record):
    """One person less in a role (or, without a role, the stage before) when volume falls.

    Up to `slack_orders` one less carries the work; up to `safe_orders`, lower by the margin, it is safe to shrink.
    The percents are below today, negative where the bound is above it. `state` is fine, slack or safe.
    """

    role: str | None
    stage: str
    people: int
    slack_orders: float
    slack_visitors: float | None
    slack_percent: float | None
    safe_orders: float
    safe_visitors: float | None
    safe_percent: float | None
    state: str


class Outlook(Record):
    """Where the shop stands, what growth brings, and what a falling volume allows.

    `now` are the people a given team lacks today, `spare` those beyond its need. `headcount` is the team needed today.
    `shrink_margin` is a share; `owner_jobs_limit` are the full-time jobs an owner can carry for a while.
    """

    orders: float
    visitors: float | None
    stage: str
    headcount: int
    now: tuple[Hire, ...]
    spare: tuple[Hire, ...]
    triggers: tuple[Trigger, ...]
    falls: tuple[Fall, ...]
    shrink_margin: float
    owner_jobs_limit: float
