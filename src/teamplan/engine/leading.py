"""Owns who leads whom and who answers for whose work: along the reporting lines, the nearest who is there."""

from collections.abc import Collection, Iterator, Mapping

from teamplan.playbook.management import Management
from teamplan.playbook.organisation import ReportingLines
from teamplan.playbook.people import OWNER
from teamplan.playbook.playbook import Playbook
from teamplan.record import Record


class Led(Record):
    """How the people of a playbook are led: what leading takes and asks, and the lines along which they report."""

    management: Management
    lines: ReportingLines


def above(lines: ReportingLines, playbook: Playbook, boss: str) -> Iterator[str]:
    """A boss, his own boss, and so on; the owner, who is over all, is left out."""
    while boss != OWNER:
        yield boss
        boss = lines.boss(boss, playbook.roles[boss].function)


def leader_of(lines: ReportingLines, playbook: Playbook, role: str, there: Collection[str]) -> str:
    """Whom a role works under: the first up its line who is there, at last the owner."""
    boss = lines.boss(role, playbook.roles[role].function)
    return next((each for each in above(lines, playbook, boss) if each in there), OWNER)


def leads_of(lines: ReportingLines, playbook: Playbook, function: str) -> tuple[str, ...]:
    """The roles that lead a function, the nearest first; the owner, who leads all at last, is left out."""
    line = lines.functions.get(function)
    return tuple(above(lines, playbook, line.to if line else OWNER))


def answers_for(lines: ReportingLines, playbook: Playbook, duty: str, doer: str, there: Collection[str]) -> str:
    """The role that answers for a duty: the doer where he leads its function, else the nearest lead who is there.

    For what the owner does he answers himself.
    """
    leads = leads_of(lines, playbook, playbook.duties[duty].function)
    return doer if doer in (*leads, OWNER) else next((role for role in leads if role in there), OWNER)


def led_by(lines: ReportingLines, playbook: Playbook, heads: Mapping[str, int]) -> dict[str, int]:
    """The people whom each leader of a team leads himself, the owner first."""
    there = [role for role, people in heads.items() if people]
    led: dict[str, int] = {OWNER: 0}
    for role in there:
        leader = leader_of(lines, playbook, role, there)
        led[leader] = led.get(leader, 0) + heads[role]
    return led
