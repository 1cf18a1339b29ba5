"""Owns people of a role to be hired or to spare, and the order in which roles are hired."""

from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Team
from teamplan.record import Record


class Hire(Record):
    """People of one role: to be hired, or to spare."""

    role: str
    people: int


def in_hire_order(playbook: Playbook, people: dict[str, int]) -> tuple[Hire, ...]:
    """The roles with people above zero, by hire tier."""
    wanted = [role for role, count in people.items() if count > 0]
    wanted.sort(key=lambda role: playbook.roles[role].hire_tier)
    return tuple(Hire(role, people[role]) for role in wanted)


def team_heads(team: Team) -> dict[str, int]:
    """People by role of a team file."""
    return {role: team.have(role) for role in team.roles if team.have(role)}
