"""Answers: how many people must answer, in one interval of a queue or over a week of days?"""

from fractions import Fraction
from math import ceil, isfinite
from typing import cast

from teamplan.engine.amounts import Amounts, resolve
from teamplan.engine.delivered.kept import Whole, kept
from teamplan.engine.live import Seats, goal_of, queue_of
from teamplan.engine.opening import outside_share
from teamplan.engine.percentile import percentile_plans, rise
from teamplan.engine.question import no_variation
from teamplan.engine.queue.line import Definition, Goal, Model, Queue, erlang
from teamplan.engine.queue.measures import measures, service_level
from teamplan.engine.queue.sizing import agents_needed, agents_real, best_concurrency, most_agents, wait_percentile
from teamplan.engine.service import SLIP, Chats, PostService, open_days, rota
from teamplan.errors import Location, Problem, TeamplanError
from teamplan.playbook.duties import Live
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.quantity import Window
from teamplan.playbook.stages import Service
from teamplan.playbook.store import MEAN_DAY
from teamplan.questions.service.day import busiest_day, staff
from teamplan.questions.service.plan import IntervalPlan, MethodPlan, ServicePlan
from teamplan.questions.service.question import ServiceQuestion
from teamplan.record import Record


def interval(playbook: Playbook, asked: ServiceQuestion) -> IntervalPlan:
    """One steady interval: every figure for the agents given, or for as many as are needed.

    Raises a TeamplanError where the question does not fit the model, or the queue is too large for it.
    """
    queue, goal = _queue(playbook, asked), _goal(playbook, asked)
    arrivals, most = float(asked.per_hour or 0) / 60, most_agents(queue)
    if asked.agents is not None and asked.agents > most:
        values = {"given": asked.agents, "low": 0, "high": most}
        raise TeamplanError([Problem("not-between", values, where=Location("--agents"))])
    needed = agents_needed(queue, arrivals, goal)
    agents = needed if asked.agents is None else asked.agents
    result = measures(queue, arrivals, agents, goal.within)
    return IntervalPlan(
        model=queue.model,
        per_hour=float(asked.per_hour or 0),
        handle_minutes=queue.handle,
        patience_minutes=_finite(queue.patience),
        answered=goal.answered,
        within_minutes=goal.within,
        agents=agents,
        p_wait=result.p_wait,
        service_level=service_level(queue, arrivals, agents, goal),
        service_level_definition=goal.definition,
        mean_wait_minutes=_finite(result.mean_wait),
        wait_p90_minutes=_finite(wait_percentile(queue, arrivals, agents, 0.9)),
        abandoned=result.abandoned,
        occupancy=result.occupancy,
        agents_needed=needed,
        agents_needed_real=agents_real(queue, arrivals, goal),
        best_concurrency=best_concurrency(queue, max(agents, 1), goal),
    )


def service(playbook: Playbook, asked: ServiceQuestion) -> ServicePlan:
    """A day of so many chats over the week, and what other methods would have said of it."""
    queue, goal, window = _queue(playbook, asked), _goal(playbook, asked), _window(playbook, asked)
    chats = float(asked.chats or 0)
    amounts = resolve(playbook)
    percentile, cv = asked.percentile or MEAN_DAY, _day_cv(playbook, amounts, asked)
    post = _post(playbook, window, Chats(Seats(queue, goal), chats, 0.0), float(rise(percentile, cv or Fraction(0))))
    lengths = {name: int(amounts[pattern.hours]) for name, pattern in playbook.service.shifts.items()}
    day, people = busiest_day(post, 0.0, window, lengths), staff(post, 0.0)
    later = playbook.service.counted.within
    whole = Whole(None if later is None else float(later.canonical), None if cv is None else float(cv))
    return ServicePlan(
        chats=chats,
        handle_minutes=queue.handle,
        patience_minutes=_finite(queue.patience),
        answered=goal.answered,
        within_minutes=goal.within,
        max_occupancy=goal.max_occupancy,
        best_concurrency=best_concurrency(queue, max(day.most_agents, 1), goal),
        busiest_day=day,
        staff=people,
        delivered=kept(post, 0.0, people.people, whole),
        outside_share=outside_share(playbook, window),
        methods=tuple(_method(each, post) for each in _methods(queue, goal)),
        percentile=float(percentile),
        chats_planned=post.at_percentile.chats(0.0),
        day_cv=None if cv is None else float(cv),
        percentiles=()
        if cv is None
        else percentile_plans(lambda each: post._replace(rise=float(rise(each, cv))).needed(0.0), percentile),
    )


def _day_cv(playbook: Playbook, amounts: Amounts, asked: ServiceQuestion) -> Fraction | None:
    """How far days differ: as given, else as the playbook says. Raises a TeamplanError where a percentile needs it."""
    if asked.day_cv is not None:
        return asked.day_cv
    if problems := no_variation(playbook, asked.percentile):
        raise TeamplanError(problems)
    declared = playbook.frame.day_cv
    return None if declared is None else amounts[declared]


class _Method(Record):
    """A way to size the same day: `seats` of its queue, divided by the chats an agent is said to hold."""

    name: str
    seats: Seats
    divisor: int = 1


class _Divided(Record):
    """The folk way: agents of a telephone line, divided by the chats that one agent holds."""

    seats: Seats
    divisor: int

    @property
    def queue(self) -> Queue:
        return self.seats.queue

    @property
    def goal(self) -> Goal:
        return self.seats.goal

    def needed(self, arrivals: float) -> float:
        return self.seats.needed(arrivals) / self.divisor


def _methods(queue: Queue, goal: Goal) -> tuple[_Method, ...]:
    first, most = queue.handle[0], len(queue.handle)
    plain = Seats(erlang("erlang-c", first), goal)
    return (
        _Method("chat", Seats(queue, goal)),
        _Method("erlang-a", Seats(erlang("erlang-a", first, queue.patience), goal)),
        _Method("erlang-c", plain),
        _Method("erlang-c-divided", plain, most),
    )


def _method(method: _Method, post: PostService) -> MethodPlan:
    seats = _Divided(method.seats, method.divisor) if method.divisor > 1 else method.seats
    post = post._replace(queues=tuple(chats._replace(seats=seats) for chats in post.queues))
    most = max(post.agents(0.0, day.factor * half.share) for day in post.week for half in day.half_hours)
    return MethodPlan(method.name, ceil(most - SLIP), ceil(post.people(0.0) - SLIP))


def _post(playbook: Playbook, window: Window, chats: Chats, higher: float) -> PostService:
    """The queue over the week, sized for so many times the chats."""
    amounts = resolve(playbook)
    week = open_days(playbook.service, window, amounts)
    return PostService((chats,), week, rota(playbook.service, amounts, False), higher)


def _queue(playbook: Playbook, asked: ServiceQuestion) -> Queue:
    """The queue that was asked for; what is not said is that of the playbook's chats."""
    usual = queue_of(_live(playbook), resolve(playbook))
    model = cast(Model, asked.model or "chat")
    handle = asked.handle or (usual.handle if model == "chat" else usual.handle[:1])
    patience = asked.patience if asked.patience is not None else usual.patience
    if model == "chat":
        return Queue(model, handle, patience)
    if len(handle) > 1:
        raise TeamplanError([Problem("one-length-only", {"model": model}, where=Location("--handle"))])
    return erlang(model, handle[0], patience)


def _goal(playbook: Playbook, asked: ServiceQuestion) -> Goal:
    """The promise; of a day, agents may be as busy as the playbook allows, of one interval as busy as asked for."""
    usual = goal_of(_live(playbook), _service(playbook), resolve(playbook))
    answered, within = asked.target or (usual.answered, usual.within)
    busy = asked.max_occupancy or (usual.max_occupancy if asked.per_hour is None else 1.0)
    return Goal(float(answered), within, busy, cast(Definition, asked.definition))


def _window(playbook: Playbook, asked: ServiceQuestion) -> Window:
    return asked.open or _service(playbook).open


def _live(playbook: Playbook) -> Live:
    found = next((duty.live for duty in playbook.duties.values() if duty.live), None)
    if found is None:
        raise TeamplanError([Problem("no-live-duty")])
    return found


def _service(playbook: Playbook) -> Service:
    """The promise and hours of the last stage that has any: those of a grown shop."""
    found = [stage.service for stage in playbook.stages.values() if stage.service]
    if not found:
        raise TeamplanError([Problem("no-live-duty")])
    return found[-1]


def _finite(value: float) -> float | None:
    return value if isfinite(value) else None
