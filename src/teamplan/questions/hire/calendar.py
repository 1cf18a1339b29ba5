"""Owns the words of a hiring calendar: what is asked (a schedule), and the answer with its dates."""

from datetime import date

from teamplan.playbook.growth import Forecast, Growth
from teamplan.record import Record

HIRE, PROMOTION, VACANCY, LEAVER = "hire", "promotion", "vacancy", "leaver"  # the kinds of a place
MISSING, STAGE = "missing", "stage"  # why a place opens, beside the names of the curves


class Schedule(Record):
    """Which days are planned, seen from which day, and how the volume moves: by growth or by forecast.

    `smooth` is the days of the mean that a forecast is read as.
    """

    start: date
    days: int
    today: date
    growth: Growth | None
    forecast: Forecast | None
    smooth: int


class Place(Record):
    """People of one role who must be fully working by a day, and the days before it.

    `kind` is hire, promotion, vacancy (left by a promotion) or leaver (expected); `because` is missing, stage, the
    curve that asks for more, promotion or leaver. Up to the trigger fewer people are enough (a stage begins at it).
    A late place says when it can be `ready`, and which share of the work it does on the day of need (`share_then`),
    if the search begins today.
    """

    role: str
    people: int
    kind: str
    because: str
    stage: str
    trigger_orders: float | None
    trigger_visitors: float | None
    working_by: date
    start_by: date
    search_by: date
    late: bool
    days_late: int
    ready: date | None
    share_then: float | None
    promoted_from: str | None = None


class Move(Record):
    """Present people who go with their duties to another role when a role is split or renamed; nobody is hired."""

    on: date
    people: int
    before: str
    after: str


class Slack(Record):
    """People of a role whom no later day of the plan needs, from a day on."""

    role: str
    people: int
    since: date


class Month(Record):
    """Stock and flow of one calendar month: people at its start and end, and who came and went between."""

    month: str
    people_at_start: int
    hires: int
    leavers_expected: float
    leavers: int
    replaced: int
    people_at_end: int


class HiringCalendar(Record):
    """The answer to `hire`. `hires` meet the growth of the volume, `backfills` only keep what is there."""

    start: date
    end: date
    today: date
    orders_at_start: float
    orders_at_most: float
    orders_at_end: float
    people_at_start: int
    people_at_end: int
    hires: tuple[Place, ...]
    backfills: tuple[Place, ...]
    moves: tuple[Move, ...]
    slack: tuple[Slack, ...]
    months: tuple[Month, ...]

    @property
    def late(self) -> tuple[Place, ...]:
        """What should have been searched for already, the latest first."""
        found = [place for place in (*self.hires, *self.backfills) if place.late]
        return tuple(sorted(found, key=lambda place: -place.days_late))
