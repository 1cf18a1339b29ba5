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
    """Roles that are needed alike, by tier; within a tier as they are given, which is as the stage lists them."""
    return sorted(roles, key=lambda role: tier_of(playbook, role))


def tier_of(playbook: Playbook, role: str) -> tuple[int, int]:
    """Where a role stands among those needed alike: its tier in the hire order asked for, then its `hire_tier`.

    A role that the order does not name comes behind those that it does; without an order all are by `hire_tier`.
    """
    order = playbook.frame.hire_orders.get(playbook.hire_order or "")
    tiers = order.tiers if order else ()
    place = next((place for place, tier in enumerate(tiers) if role in tier), None)
    return (len(tiers), playbook.roles[role].hire_tier) if place is None else (place, 0)
