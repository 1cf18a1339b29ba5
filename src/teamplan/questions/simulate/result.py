"""Owns the answer of `teamplan simulate`: what was promised and computed for people beside what happened to them."""

from teamplan.questions.simulate.team import Estimate
from teamplan.record import Record


class Bounded(Record):
    """A figure with its 95 % confidence interval; `high` is None where nothing bounds it."""

    value: float
    low: float
    high: float | None


class Trial(Record):
    """Weeks of the people of a role: the service level computed and simulated with its 95 % interval.

    `whose` says whose people they are (plan, team, people), `turns` how many work on each open day on average. `chats`
    are those of a mean open day that were simulated. Occupancy is the share of chat slots taken, `worked` the share of
    the people's time spent on chats or deferred work, of which there are `deferred_hours` a day; overtime is in hours a
    week, by the end of turns and by work left over. `below_target` is the share of days of which less than the target
    is answered in time.
    """

    role: str
    whose: str
    people: int
    turns: dict[str, float]
    chats: float
    within_minutes: float
    target: float
    computed: float
    simulated: float
    low: float
    high: float
    by_day: dict[str, float | None]
    below_target: Bounded
    abandoned: Bounded
    mean_wait_minutes: float
    occupancy: Bounded
    worked: Bounded
    deferred_hours: float
    overtime_hours: Bounded
    overtime_after_turns: float
    overtime_left_over: float
    attendance: float
    day_cv: float
    weeks: int
    days: int
    work: str
    seed: int


def bounded(estimate: Estimate) -> Bounded:
    return Bounded(*estimate)
