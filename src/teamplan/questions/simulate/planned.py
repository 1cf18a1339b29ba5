"""Answers: which team, on its busiest day, is there to be tried in a simulation?"""

from teamplan.engine.question import Question
from teamplan.engine.queue.line import Goal, Queue
from teamplan.errors import Problem, TeamplanError
from teamplan.questions.explain.service_reasons import day_of
from teamplan.questions.service.plan import DayPlan
from teamplan.record import Record


class PlannedTeam(Record):
    """A role on its busiest day: its queue and promise, chats a minute and people on shift by half hour."""

    role: str
    queue: Queue
    goal: Goal
    day: DayPlan
    arrivals: tuple[float, ...]
    cover: tuple[int, ...]


def planned(question: Question) -> tuple[PlannedTeam, ...]:
    """The roles of the plan that answer one queue of chats. Raises a TeamplanError where there are none."""
    teams = [_team(question, role) for role in question.stage.posts if question.heads[role]]
    found = tuple(team for team in teams if team is not None)
    if not found:
        raise TeamplanError([Problem("nobody-answers", {"stage": question.stage.stage_id})])
    return found


def _team(question: Question, role: str) -> PlannedTeam | None:
    post = question.stage.posts[role]
    day = day_of(question, post)
    if post.service is None or day is None or len(post.service.queues) != 1:
        return None
    chats = post.service.queues[0]
    busiest = max(post.service.week, key=lambda each: each.factor)
    a_day = chats.at(question.volume.at[post.volume]) * busiest.factor
    return PlannedTeam(
        role=role,
        queue=chats.seats.queue,
        goal=chats.seats.goal,
        day=day,
        arrivals=tuple(a_day * half.share for half in busiest.half_hours),
        cover=tuple(half.cover for half in day.half_hours),
    )
