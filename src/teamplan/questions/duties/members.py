"""Owns who is there to carry duties: a member for each role of a plan, or the people of a team."""

from collections.abc import Iterable, Mapping

from teamplan.engine.owner import RELIEF
from teamplan.engine.present import duties_of
from teamplan.engine.question import Question
from teamplan.playbook.people import OWNER, Person
from teamplan.playbook.store import Team
from teamplan.record import Record


class Member(Record):
    """Somebody of a role with the duties he carries and those that he is said to answer for and to cover.

    Those of a role who have no name stand as one, by the name of the role.
    """

    name: str
    role: str
    duties: frozenset[str]
    answers: frozenset[str] = frozenset()
    covers: frozenset[str] = frozenset()
    people: int = 1


class Planned(Record):
    """What a plan says of the duties of its stage: by whom each is carried, bought in by the hour, or relieved.

    `carrier` has the owner for what no role carries; `bought_in` are the duties that somebody does by the hour.
    """

    heads: Mapping[str, int]
    carrier: Mapping[str, str]
    bought_in: frozenset[str]
    relieved: frozenset[str]


def planned_by(question: Question) -> Planned:
    """The plan of a shop by duty, in the order of the playbook."""
    heads, posts = question.heads, question.stage.posts
    of_role = {duty: role for role, post in posts.items() for duty in post.arising}
    own = {each.duty for each in question.owner() if each.why != RELIEF}
    playbook, stage = question.playbook, question.stage.stage_id
    arising = [duty for duty in playbook.duties if playbook.arises(duty, stage)]
    carrier = {duty: OWNER if duty in own else of_role.get(duty, OWNER) for duty in arising}
    return Planned(
        heads=heads,
        carrier=carrier,
        bought_in=frozenset(duty for duty, role in carrier.items() if role != OWNER and not heads.get(role)),
        relieved=frozenset(each.duty for each in question.owner() if each.why == RELIEF),
    )


def of_plan(planned: Planned) -> tuple[Member, ...]:
    """A member for each role that has people or hours in the plan, and the owner."""
    roles = dict.fromkeys([*(role for role, people in planned.heads.items() if people), *planned.carrier.values()])
    carried = {role: _carried(planned, role) for role in roles if role != OWNER}
    members = (Member(role, role, duties, people=planned.heads.get(role, 0)) for role, duties in carried.items())
    return (*members, _owner(planned))


def of_team(team: Team, planned: Planned, question: Question) -> tuple[Member, ...]:
    """The people of a team; the owner carries what no role of the plan does and nobody is said to do."""
    members = []
    for name, person in team.people.items():
        duties = _duties(person.role, person, planned, question)
        members.append(Member(name, person.role, duties, frozenset(person.answers), frozenset(person.covers)))
    for role, staff in team.roles.items():
        unnamed = staff.people + staff.part_time - len(team.names(role))
        if unnamed > 0:
            members.append(Member(role, role, _duties(role, None, planned, question), people=unnamed))
    if not any(member.role == OWNER for member in members):
        members.append(_owner(planned))
    taken = {duty for member in members if member.role != OWNER for duty in member.duties}
    return tuple(_without(member, taken, team.people) for member in members)


def _carried(planned: Planned, role: str) -> frozenset[str]:
    return frozenset(duty for duty, carrier in planned.carrier.items() if carrier == role)


def _owner(planned: Planned) -> Member:
    return Member(OWNER, OWNER, _carried(planned, OWNER))


def _duties(role: str, person: Person | None, planned: Planned, question: Question) -> frozenset[str]:
    """What somebody of a role carries: the duties that are said, else those of the role here, else its title's."""
    if person is not None and person.duties is not None:
        return frozenset(person.duties)
    post = question.stage.posts.get(role)
    if role == OWNER or (post is not None and planned.heads.get(role)):
        return _carried(planned, role)
    duties: Iterable[str] = (
        post.arising if post is not None else duties_of(question.playbook, role, question.stage.stage_id)
    )
    return frozenset(duties) & planned.carrier.keys()


def _without(member: Member, taken: set[str], people: Mapping[str, Person]) -> Member:
    """An owner who is not said to carry anything leaves to others what they take."""
    said = people.get(member.name)
    if member.role != OWNER or (said is not None and said.duties is not None):
        return member
    return member.with_(duties=member.duties - taken)
