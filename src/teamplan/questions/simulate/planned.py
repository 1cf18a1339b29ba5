"""Answers: which people answer which buyers over a week, to be tried in a simulation?"""

from collections.abc import Mapping

from teamplan.engine.delivered.week import delivered
from teamplan.engine.present import present_of
from teamplan.engine.question import Question
from teamplan.engine.queue.line import Goal
from teamplan.engine.service import Day, PostService
from teamplan.engine.staffing import Staffed
from teamplan.errors import Location, Problem, TeamplanError, unknown
from teamplan.questions.simulate.question import ANY
from teamplan.questions.simulate.team import ChatLine, OpenDay, Team
from teamplan.record import Record

PLANNED, PRESENT, ASKED = "plan", "team", "people"  # whose people are tried


class PlannedTeam(Record):
    """People of a role with their week, the promise, and the service level that is computed for them.

    `whose` says whether they are those of the plan, of the team that is there, or as many as were asked for.
    """

    role: str
    whose: str
    goal: Goal
    computed: float
    team: Team


def planned(question: Question, people: Mapping[str, int] | None) -> tuple[PlannedTeam, ...]:
    """The roles that answer one queue of chats, with the people asked for, of the team, or else of the plan.

    Raises a TeamplanError where there are none, or where the people asked for are of no such role.
    """
    posts = {role: post.service for role, post in question.stage.posts.items() if post.service}
    alone = {role: service for role, service in posts.items() if len(service.queues) == 1}
    whose, heads = _heads(question, alone, people)
    found = [_planned(question, role, whose, heads[role]) for role in alone if heads.get(role)]
    if not found:
        key = "team-answers-nobody" if whose == PRESENT else "nobody-answers"
        raise TeamplanError([Problem(key, {"stage": question.stage.stage_id})])
    return tuple(found)


def open_day(day: Day, chats: float) -> OpenDay:
    """A day of the week of a shop with so many chats on a mean day."""
    return OpenDay(
        tuple(chats * day.factor * half.share for half in day.half_hours),
        tuple(float(half.minutes) for half in day.half_hours),
    )


def _heads(
    question: Question, posts: Mapping[str, PostService], people: Mapping[str, int] | None
) -> tuple[str, Mapping[str, int]]:
    """Whose people are tried, and how many by role; of people who work in part the whole ones."""
    if people is not None:
        return ASKED, _asked(question, posts, people)
    present = present_of(question)
    if present is not None:
        return PRESENT, {role: int(there) for role, there in present.people.items()}
    return PLANNED, question.heads


def _asked(question: Question, posts: Mapping[str, PostService], people: Mapping[str, int]) -> Mapping[str, int]:
    where = Location("--people")
    if ANY in people:
        answering = [role for role in posts if question.heads[role]] or list(posts)
        if len(answering) > 1:
            raise TeamplanError([Problem("people-of-which-role", {"known": ", ".join(answering)}, where=where)])
        return dict.fromkeys(answering, people[ANY])
    roles = question.playbook.roles
    problems = [
        Problem("role-answers-nobody", {"role": role, "stage": question.stage.stage_id}, where=where)
        if role in roles
        else unknown("role", role, roles).with_(where=where)
        for role in people
        if role not in posts
    ]
    if problems:
        raise TeamplanError(problems)
    return people


def _planned(question: Question, role: str, whose: str, people: int) -> PlannedTeam:
    post = question.stage.posts[role]
    service, volume = post.service, question.volume.at[post.volume]
    assert service is not None  # as only such posts are asked for
    chats = service.queues[0]
    found = delivered(service, volume, people)
    queue, goal = chats.seats.queue, chats.seats.goal
    days = tuple(open_day(day, chats.at(volume)) for day in service.week)
    line = ChatLine(queue.handle, queue.patience, goal.within, goal.answered)
    return PlannedTeam(role, whose, goal, found.level, Team(line, days, found.week, _deferred(question, post)))


def _deferred(question: Question, post: Staffed) -> float:
    """Minutes of work a day for which nobody waits: the same on every open day, as the plan spreads it."""
    point = question.point
    return max(0.0, float(60 * (post.load.at(point) - post.live.at(point))))
