"""Owns how a team follows its need: present people move with their duties first, then places open."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import islice
from math import inf

from teamplan.engine.coming import Coming, growing
from teamplan.engine.hires import hire_order
from teamplan.engine.present import Present, read_team
from teamplan.engine.question import Question
from teamplan.questions.hire.calendar import STAGE
from teamplan.questions.hire.daily_need import Cause, Need, cause_of
from teamplan.questions.hire.ramp_up import ramp_days
from teamplan.record import Record

MOST_STEPS = 50  # of one day; a night with more of them is told by the curves


class OpenPlace(Record):
    """One more person for a role, to be fully working on a day."""

    role: str
    day: int
    stage: str
    cause: Cause
    inside: str | None = None  # the role a lead is promoted from
    vacancy: bool = False  # whether the promoted one has to be replaced


class Moved(Record):
    """Present people who follow the duties of their title to another role."""

    day: int
    before: str
    after: str
    people: Fraction


@dataclass(slots=True)
class Following:
    """The team on its way: the present people, those by now, their number on each day, and what has happened."""

    present: dict[str, Fraction]
    people: dict[str, Fraction]
    history: list[dict[str, Fraction]] = field(default_factory=list)
    openings: list[OpenPlace] = field(default_factory=list)
    moves: list[Moved] = field(default_factory=list)


def follow(
    question: Question, needs: Sequence[Need], present: dict[str, Fraction], advance: Callable[[], None]
) -> Following:
    """Let a team follow its need day by day; nobody is ever let go."""
    team = Following(present, dict(present))
    for need in needs:
        if any(team.people.get(role, 0) < people for role, people in need.heads.items()):
            _follow(question, team, need)
        team.history.append(dict(team.people))
        advance()
    return team


def _follow(question: Question, team: Following, need: Need) -> None:
    """The people who are there first, as the stage reads them; then one place after the other, in hire order."""
    before, orders = team.people, need.volume.orders
    read = read_team(need.stage.seen_at(orders), need.volume.at, need.heads, before, planned=_planned(question))
    bounds = _bounds(question, team, need, read)
    team.people = dict(read.people)
    team.moves += [Moved(need.day, each.title, each.role, each.people) for each in read.reads]
    for role in hire_order(question.playbook, read.missing):
        first = need.heads[role] - read.missing[role] + 1
        for person in range(first, need.heads[role] + 1):
            cause = cause_of(question, need, role, person)
            _open(question, team, need, role, bounds.get(role, cause) if person == first else cause)


def _planned(question: Question) -> bool:
    """Whether the people are those of the plan, so that nobody does the small load of another role beside the own."""
    return question.store.team is None


def _bounds(question: Question, team: Following, need: Need, read: Present) -> dict[str, Cause]:
    """Where roles lack somebody whose own curve would have asked sooner: others did a small load, or part of a person
    was enough. The team of the day before is walked up to this day."""
    there = {role: read.people.get(role, Fraction(0)) for role in read.missing}
    wanted = {role for role, people in there.items() if people == 0 or people.denominator > 1}
    found: dict[str, Cause] = {}
    if _planned(question) or not need.day or not wanted:
        return found
    steps = growing(question, need.stage.stage_id, team.people, need.volume.conversion or None)
    for step in islice(steps, MOST_STEPS):
        if step.orders >= need.volume.orders:
            break
        for role in wanted & step.read.missing.keys():
            if step.orders > -inf:  # else its stage asks for it
                found[role] = _cause(need, step, role)
        wanted -= step.read.missing.keys()
        if not wanted:
            break
    return found


def _cause(need: Need, step: Coming, role: str) -> Cause:
    post = need.stage.posts[role]
    because = post.binding(need.volume.at[post.volume]) or STAGE
    return Cause(because, step.orders, step.visitors(role) if step.axis.conversion else None)


def _open(question: Question, team: Following, need: Need, role: str, cause: Cause) -> None:
    inside = _from_inside(question, team, need, role)
    spare = inside is not None and team.people[inside] >= need.heads.get(inside, 0) + 1
    if spare and inside is not None:
        team.people[inside] -= 1
    team.people[role] = team.people.get(role, Fraction(0)) + 1
    team.openings.append(
        OpenPlace(role, need.day, need.stage.stage_id, cause, inside, inside is not None and not spare)
    )


def _from_inside(question: Question, team: Following, need: Need, role: str) -> str | None:
    """The role of the same function, itself no lead, with the most people there on the lead's first day."""
    roles = question.playbook.roles
    if roles[role].level != "lead":
        return None
    first_day = need.day - ramp_days(roles[role])
    there = _present(team, first_day)
    peers = [each for each in need.heads if roles[each].function == roles[role].function]
    inside = [each for each in peers if roles[each].level != "lead" and there.get(each, 0) >= 1]
    return max(inside, key=lambda each: there[each], default=None)


def _present(team: Following, day: int) -> dict[str, Fraction]:
    """The people of a day (the given team before the first), under the roles that they have by now."""
    there = dict(team.history[day] if 0 <= day < len(team.history) else team.present)
    for move in team.moves:
        if move.day > day:
            there[move.after] = there.get(move.after, Fraction(0)) + move.people
    return there
