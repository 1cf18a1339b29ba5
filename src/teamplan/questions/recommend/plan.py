"""Owns the answer: a plan with roles, headcounts, reasons and advice, in plain numbers ready to print."""

from typing import TYPE_CHECKING

from teamplan.engine.delivered.kept import Kept
from teamplan.engine.hires import Hire
from teamplan.engine.opening import HoursPlan
from teamplan.engine.pay.price import Price
from teamplan.engine.percentile import PercentilePlan
from teamplan.engine.present import Told
from teamplan.questions.recommend.category import CategoryPlan
from teamplan.record import Record

if TYPE_CHECKING:
    from teamplan.questions.recommend.hire_paths import HirePath
    from teamplan.questions.recommend.range_plan import RangePlan


class NextAt(Record):
    """The largest volume that the present headcount carries; one more float needs more people."""

    orders: float
    visitors: float | None


class RolePlan(Record):
    """One role. `fte` is its load in people, `not_hired` why the headcount is 0.

    `have` are the full-time people who work in it as a given team is read, `missing` those to hire beside them.
    `dedicated` is a post that the stage fills however small its load is: its people have no other. `bought_in` are the
    hours a week that are bought in where a head would not pay. `part_time_hours` are those on the clock of a week in
    which one works well under a full one, None where nobody does. `delivered` is what the headcount keeps of the
    promise, None where nobody waits.
    """

    id: str
    function: str
    headcount: int
    fte: float
    binding: str | None
    duties: tuple[str, ...]
    next_at: NextAt | None
    not_hired: str | None = None
    have: int | float | None = None
    missing: int = 0
    dedicated: bool = False
    bought_in: float | None = None
    part_time_hours: float | None = None
    delivered: Kept | None = None

    @property
    def part_time(self) -> bool:
        """Whether the one head is worth well under one person, and may do something else beside."""
        return self.part_time_hours is not None


PART_TIME_BELOW = 0.5  # up to half a job a part-time contract is the usual answer (J)


class FunctionPlan(Record):
    """A function: people and load of its roles."""

    id: str
    headcount: int
    fte: float


class OwnerDuty(Record):
    """A duty of the owner in hours a week; `why` is own, not-hired or relief, `role` the role it belongs to."""

    id: str
    hours_per_week: float
    why: str
    role: str | None


class OwnerPlan(Record):
    """The owner's load in full-time jobs, and the duty whose hand-over helps most (None when only steering is left).

    `hours_per_week` are hours on the clock: to do the work takes breaks and other losses, as in any job. The hours of
    the duties are those of the work alone. `limit` are the jobs that he can carry, None where nothing bounds him.
    """

    fte: float
    hours_per_week: float
    duties: tuple[OwnerDuty, ...]
    hand_over_first: str | None
    limit: float | None = None


class NextStage(Record):
    """The next stage: its bound in orders and visitors, the growth in percent to it, and its hires in hire order.

    `uncounted` are roles whose headcount depends on visitors, where these are not known.
    """

    id: str
    orders: float
    visitors: float | None
    growth_percent: float | None
    hires: tuple[Hire, ...]
    uncounted: tuple[str, ...] = ()


class StagePlan(Record):
    """Which stage, by what, and the second opinions; `transition` between the written ranges of two stages.

    A shop that is not ready is `held_at` the first stage in words and checklist; its people follow the orders.
    """

    id: str
    by: str
    starts_at_orders: float
    by_orders: str
    by_age: str | None
    by_visitors: str | None
    transition: bool
    next: NextStage | None
    held_at: str | None = None


class StorePlan(Record):
    """The shop as the plan understood it; `inputs` in their own units are the stage's where not given."""

    visitors: float | None
    conversion: float | None
    orders: float
    inputs: dict[str, float]
    age_days: float | None
    founder_skills: tuple[str, ...]


class Assumed(Record):
    """A default that the plan rests on, by name; its value is a share of one, or a week, or a month."""

    name: str
    value: float | None  # None for skills


class AdvicePlan(Record):
    """A piece of advice that holds, in both languages' words."""

    id: str
    severity: str
    en: str
    zh: str
    source: str


class DepartmentPlan(Record):
    """A department that a source gives `low` to `high` people, and those that the plan has: a comparison, no bound."""

    id: str
    functions: tuple[str, ...]
    people: int
    low: int
    high: int
    source: str


class Plan(Record):
    """The whole answer to `recommend`.

    `to_hire` and `to_spare` compare with the team that was given, `team` says how it was read. `percentile` is that of
    the days that the team is enough for, where one was asked for, `percentiles` what others take. `cost` is that of the
    people of the plan, `cost_now` that of the team that was given. `hire_paths` are the ways to the whole team in the
    hire orders that were asked for.
    """

    store: StorePlan
    drivers: dict[str, float]
    stage: StagePlan
    functions: tuple[FunctionPlan, ...]
    roles: tuple[RolePlan, ...]
    owner: OwnerPlan
    hours: HoursPlan | None
    headcount: int
    to_hire: tuple[Hire, ...]
    to_spare: tuple[Hire, ...]
    team: Told
    advice: tuple[AdvicePlan, ...]
    assumed: tuple[Assumed, ...] = ()
    range: "RangePlan | None" = None
    departments: tuple[DepartmentPlan, ...] = ()
    category: CategoryPlan | None = None
    percentile: float | None = None
    percentiles: tuple[PercentilePlan, ...] = ()
    cost: Price | None = None
    cost_now: Price | None = None
    hire_paths: "tuple[HirePath, ...]" = ()

    def role(self, role_id: str) -> RolePlan | None:
        """The role of that id, None where the stage has no such post."""
        return next((role for role in self.roles if role.id == role_id), None)
