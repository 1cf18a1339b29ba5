"""Owns the answers about service: a day by half hours, and one interval of a queue."""

from teamplan.engine.delivered.kept import Kept
from teamplan.engine.percentile import PercentilePlan
from teamplan.record import Record


class HalfHourPlan(Record):
    """A half hour: chats in it, agents that the queue needs, seats with losses (real-valued), and people on shift.

    `binding` is what sets the seats: presence, service (the promised answer) or occupancy. `service_level` is that of
    the people on shift.
    """

    start: str
    chats: float
    agents: int
    seats: float
    cover: int
    binding: str
    service_level: float


class ShiftPlan(Record):
    """People who work the same hours; a shift may end on the next day."""

    start: str
    end: str
    people: int


class DayPlan(Record):
    """A day of the week: its chats within and outside the opening hours, its half hours and its shifts.

    `relaxed` is the least number of shifts in fractions, `whole` that of the roster; no roster has fewer than
    `whole_at_least`: the same, unless the search for it ended at its bound.
    """

    day: str
    open: str
    chats: float
    chats_outside: float
    half_hours: tuple[HalfHourPlan, ...]
    shifts: tuple[ShiftPlan, ...]
    relaxed: float
    whole: int
    whole_at_least: int
    service_level: float

    @property
    def most_agents(self) -> int:
        """Agents that the busiest half hour needs."""
        return max((each.agents for each in self.half_hours), default=0)


class StaffPlan(Record):
    """People on the books: `people` rounds `exact` up once, `roster` is what whole shifts on every day would take.

    No roster takes fewer than `roster_at_least`: the same, unless a search ended at its bound.
    """

    exact: float
    people: int
    roster: int
    roster_at_least: int
    relief_factor: float
    worked_share: float


class MethodPlan(Record):
    """What a method says of the same day: agents in the busiest half hour, and people on the books."""

    method: str
    agents: int
    people: int


class ServicePlan(Record):
    """The answer of `teamplan service` for a day of `chats` (a mean one).

    `busiest_day` is a roster that covers every seat of a day of the `percentile`; `delivered` is what the people on the
    books really give. `day_cv` is None where nobody knows how far days differ.
    """

    chats: float
    handle_minutes: tuple[float, ...]
    patience_minutes: float | None
    answered: float
    within_minutes: float
    max_occupancy: float
    best_concurrency: int
    busiest_day: DayPlan
    staff: StaffPlan
    delivered: Kept
    outside_share: float
    methods: tuple[MethodPlan, ...]
    percentile: float
    chats_planned: float  # of a mean weekday, on a day of the percentile
    day_cv: float | None
    percentiles: tuple[PercentilePlan, ...]


class IntervalPlan(Record):
    """The answer of `teamplan service --per-hour`: one steady interval. None stands for a queue without end."""

    model: str
    per_hour: float
    handle_minutes: tuple[float, ...]
    patience_minutes: float | None
    answered: float
    within_minutes: float
    agents: int
    p_wait: float
    service_level: float
    service_level_definition: str
    mean_wait_minutes: float | None
    wait_p90_minutes: float | None
    abandoned: float
    occupancy: float
    agents_needed: int
    agents_needed_real: float
    best_concurrency: int
