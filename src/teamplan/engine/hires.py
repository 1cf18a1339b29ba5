"""Owns people of a role to be hired or to spare, and the order in which roles are hired."""

from collections.abc import Iterable

from teamplan.playbook.playbook import Playbook
from teamplan.record import Record


class Hire(Record):
    """People of one role: to be hired, or to spare."""

    role: str
    people: int


def in_hire_order(playbook: Playbook, people: dict[str, int]) -> tuple[Hire, ...]:
    """The roles with people above zero, with their people."""
    return tuple(Hire(role, people[role]) for role in hire_order(playbook, people) if people[role] > 0)


def hire_order(playbook: Playbook, roles: Iterable[str]) -> list[str]:
    """Roles by hire tier; within a tier as they are given, which is as the stage lists them."""
    return sorted(roles, key=lambda role: playbook.roles[role].hire_tier)
