"""Owns the words of a hiring calendar: what is asked (a schedule), and the answer with its dates."""

from datetime import date, timedelta

from teamplan.playbook.growth import Forecast, Growth, Jump
from teamplan.playbook.money import Money
from teamplan.record import Record

OVERTIME, TEMPORARY, WAIT = "overtime", "temporary", "wait"  # what helps over a short need
HIRE, PROMOTION, VACANCY, LEAVER = "hire", "promotion", "vacancy", "leaver"  # the kinds of a place
MISSING, STAGE = "missing", "stage"  # why a place opens, beside the names of the curves


class Schedule(Record):
    """Which days are planned, seen from which day, and how the volume moves: by growth or by forecast.

    `smooth` is the days of the mean that a forecast is read as; `today_given` whether somebody said what day it is;
    `lasting` the days over which a need holds for which somebody is hired, None for those of the playbook.
    """

    start: date
    days: int
    today: date
    growth: Growth | None
    forecast: Forecast | None
    smooth: int
    today_given: bool = True
    jump: Jump | None = None
    lasting: int | None = None

    @property
    def end(self) -> date:
        return self.on(self.days - 1)

    def on(self, day: int) -> date:
        """The date of a day of the plan, the first being 0."""
        return self.start + timedelta(day)

    def searched_from(self, needed: date) -> date:
        """The first day on which somebody can be searched for: today, or the night without which nobody needs him."""
        if self.jump is not None and needed >= self.jump.on:
            return max(self.jump.on, self.today)
        return self.today


class Place(Record):
    """People of one role who are needed on a day, and the days on which they can be had: none lies before today.

    `kind` is hire, promotion, vacancy (left by a promotion) or leaver (expected); `because` is missing, stage, the
    curve that asks for more, promotion or leaver. Up to the trigger fewer people are enough (a stage begins at it).
    The search begins on `search_by`, the first day at work is `start_by`, the whole work is done from `working_by` on.
    Where the search would have had to begin `days_late` days before it can, the work is done `gap_days` days after
    `needed_on`; the newcomers do `share_then` of it on the day of need, and `uncovered_days` of one person are lost.
    `early_cost` is what they cost from their first day at work to the day of the need, as they come up to speed;
    `late_cost` is what the days that are lost would have cost, the least that they are worth.
    """

    role: str
    people: int
    kind: str
    because: str
    stage: str
    trigger_orders: float | None
    trigger_visitors: float | None
    needed_on: date
    working_by: date
    start_by: date
    search_by: date
    late: bool
    days_late: int
    gap_days: int
    uncovered_days: float
    ready: date | None
    share_then: float | None
    promoted_from: str | None = None
    early_cost: Money | None = None
    late_cost: Money | None = None


class DatedMove(Record):
    """Present people who go with their duties to another role when a role is split or renamed; nobody is hired."""

    on: date
    people: int | float
    before: str
    after: str


class Slack(Record):
    """People of a role whom no later day of the plan needs, from a day on."""

    role: str
    people: int
    since: date


class ShortNeed(Record):
    """A need that nobody is hired for, as it does not last: from a day to a day, and what helps over it.

    `people` are missing at most, on `days` of its days; `hours` are those of one person on the clock in all. `by` is
    overtime, temporary or wait (a longer answer, or work that waits), `helpers` the temporary people, who are searched
    for from `search_by` on; `cost` is None where the playbook has no price.
    """

    role: str
    first: date
    last: date
    people: int
    days: int
    hours: float
    by: str
    helpers: int
    cost: Money | None
    search_by: date | None


class BrokenRole(Record):
    """A role that a jump breaks on a day: so many of the needed are missing, those there are enough up to some orders.

    It lasts until the last newcomer works fully; `uncovered_days` are days of one person that nobody works until then.
    """

    role: str
    on: date
    needed: int
    missing: int
    missing_at_most: int
    enough_up_to: float | None
    first_start: date
    until: date
    uncovered_days: float


class OwnerBreak(Record):
    """The owner over his limit, as what nobody there does falls to him: from a day on, until he is within it again.

    Hours a week are those on the clock: on the first of the days, on the worst one, and those that he can take.
    """

    on: date
    until: date
    hours_a_week: float
    most_hours_a_week: float
    limit_hours_a_week: float


class Bridge(Record):
    """What helps over a part of the days that a role leaves undone in a jump; `wait` where nothing with a price does.

    `uncovered_days` are those of one person; `helpers` the temporary people, who are searched for from `search_by` on.
    """

    role: str
    by: str
    first: date
    last: date
    uncovered_days: float
    helpers: int
    cost: Money | None
    search_by: date | None


class LeapCost(Record):
    """What a jump costs: its late hires until they work fully, with what is paid once for each, and the bridges."""

    hires: Money
    bridged: Money
    bridges: tuple[Bridge, ...]


class Leap(Record):
    """The night on which the orders become so many times what they were: the stages passed, and who breaks when.

    What `owner` does too much is part of the work that the roles leave undone; None where he stays within his limit.
    """

    on: date
    factor: float
    orders_before: float
    orders_after: float
    stage_before: str
    stages_passed: tuple[str, ...]
    breaks: tuple[BrokenRole, ...]
    owner: OwnerBreak | None = None
    cost: LeapCost | None = None


class Rest(Record):
    """A holiday from a day to a day, and the people whose search it makes as many days longer."""

    holiday: str
    first: date
    last: date
    people: int


class Trainer(Record):
    """Who shows newcomers the work: a role or `owner`, and the most hours a week that it takes."""

    role: str
    hours_a_week: float


class Wave(Record):
    """More newcomers than can be shown the work at once: their first days, and until when the last one learns.

    The hours are those of the week with the most newcomers, of all who teach and of each.
    """

    more_than: int
    first: date
    last: date
    until: date
    people: int
    roles: dict[str, int]
    hours_a_week: float
    trainers: tuple[Trainer, ...]


class Month(Record):
    """Stock and flow of one calendar month, by the first day at work: who comes, who leaves, who takes their places.

    `missing` are the people needed and not yet fully working, on the day of the month that has most of them.
    """

    month: str
    people_at_start: int | float
    hires: int
    leavers_expected: float
    leavers: int
    replaced: int
    people_at_end: int | float
    missing: int


class HiringCalendar(Record):
    """The answer to `hire`. `hires` meet the growth of the volume, `backfills` only keep what is there.

    `early_cost` and `late_cost` are the sums over all places. `lost_orders` are those of its days that are lost at most
    while the late ones are missing, `lost_contribution` what they would have left: None where nobody says what an order
    is worth, nothing where it leaves nothing. People at the end are those at work on the last day;
    `people_needed_at_end` are those the volume asks for.
    """

    start: date
    end: date
    today: date
    today_given: bool
    orders_at_start: float
    orders_at_most: float
    orders_at_end: float
    people_at_start: int | float
    people_at_end: int | float
    people_needed_at_end: int | float
    hires: tuple[Place, ...]
    backfills: tuple[Place, ...]
    moves: tuple[DatedMove, ...]
    slack: tuple[Slack, ...]
    short_needs: tuple[ShortNeed, ...]
    jump: Leap | None
    waves: tuple[Wave, ...]
    rests: tuple[Rest, ...]
    holidays_until: date | None
    months: tuple[Month, ...]
    early_cost: Money | None = None
    late_cost: Money | None = None
    lost_orders: float | None = None
    lost_contribution: Money | None = None

    @property
    def late(self) -> tuple[Place, ...]:
        """What cannot be had by the day of the need, the latest first."""
        found = [place for place in (*self.hires, *self.backfills) if place.late]
        return tuple(sorted(found, key=lambda place: -place.days_late))

    @property
    def late_today(self) -> tuple[Place, ...]:
        """What should have been searched for already: what is late, and not for a jump that nobody foresees."""
        return tuple(place for place in self.late if self.jump is None or place.search_by < self.jump.on)
