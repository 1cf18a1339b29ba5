"""Owns whom each person reports to: by the line of the role, past bosses who are not there, at last to the owner."""

from collections.abc import Iterator, Mapping, Sequence

from teamplan.engine.leading import leader_of
from teamplan.playbook.organisation import Organisation
from teamplan.playbook.people import OWNER
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Team
from teamplan.questions.orgchart.result import Seat


def with_bosses(seats: Sequence[Seat], organisation: Organisation, playbook: Playbook, team: Team | None) -> list[Seat]:
    """The seats with one boss each and no loop.

    Several bosses of one role share those of its line evenly, in order. A boss by name in the team file goes before
    the line; who would come under himself by that reports to the owner.
    """
    there = _by_role(seats)
    named = _by_name(seats, team)
    bosses = _by_line(seats, organisation, playbook, there) | named
    for seat in seats:
        loop = _loop(seat.id, bosses)
        if loop:
            bosses[next((each for each in loop if each not in named), seat.id)] = OWNER
    return [seat.with_(boss=bosses[seat.id]) for seat in seats]


def above(seat: str, bosses: Mapping[str, str]) -> Iterator[str]:
    """The boss of a seat, his boss, and so on up to the owner."""
    while seat != OWNER:
        seat = bosses[seat]
        yield seat


def _by_role(seats: Sequence[Seat]) -> dict[str, list[str]]:
    there: dict[str, list[str]] = {}
    for seat in seats:
        if seat.leads:
            there.setdefault(seat.role, []).append(seat.id)
    return there


def _by_line(
    seats: Sequence[Seat], organisation: Organisation, playbook: Playbook, there: Mapping[str, Sequence[str]]
) -> dict[str, str]:
    under: dict[str, list[str]] = {}
    for seat in seats:
        under.setdefault(leader_of(organisation.lines, playbook, seat.role, there), []).append(seat.id)
    bosses: dict[str, str] = {}
    for role, people in under.items():
        leads = there.get(role, [OWNER])
        bosses |= {each: leads[place * len(leads) // len(people)] for place, each in enumerate(people)}
    return bosses


def _by_name(seats: Sequence[Seat], team: Team | None) -> dict[str, str]:
    """Those whose boss the team file names."""
    if team is None:
        return {}
    known = {seat.name: seat.id for seat in seats if seat.name is not None}
    given = {name: person.reports_to for name, person in team.people.items() if person.reports_to is not None}
    return {known[name]: known.get(boss, OWNER) for name, boss in given.items() if name in known}


def _loop(seat: str, bosses: Mapping[str, str]) -> list[str]:
    """The people on a way up that comes back to where it was; nobody where it ends at the owner."""
    way = [seat]
    while (boss := bosses[way[-1]]) != OWNER:
        if boss in way:
            return way[way.index(boss) :]
        way.append(boss)
    return []
