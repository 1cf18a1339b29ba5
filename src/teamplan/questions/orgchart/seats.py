"""Owns who has a place in a shop: the people of its plan, or of its team as it is read, and the places to fill."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from teamplan.engine.present import Present, Read, present_of
from teamplan.engine.question import Question
from teamplan.playbook.store import Staff, Team
from teamplan.questions.orgchart.result import PLANNED, PRESENT, SPARE, VACANT, Seat


class _Somebody:
    """One of the team: a name where the file gives one, and the share of a week that he works."""

    def __init__(self, name: str | None, share: Fraction) -> None:
        self.name, self.share = name, share


def seats_of(question: Question) -> tuple[Seat, ...]:
    """Everybody's place, without a boss yet, in the order of the stage's roles; titles that it does not have follow."""
    team, present = question.store.team, present_of(question)
    if team is None or present is None:
        return tuple(
            _numbered(question, {role: [(PLANNED, None, None)] * n for role, n in question.heads.items() if n})
        )
    return tuple(_numbered(question, _placed(question, team, present)))


Place = tuple[str, str | None, str | None]  # status, name, title


def _numbered(question: Question, places: Mapping[str, list[Place]]) -> Iterator[Seat]:
    roles = question.playbook.roles
    for role in sorted(places, key=[*question.heads, *places].index):
        for number, (status, name, title) in enumerate(places[role], start=1):
            yield Seat(f"{role}-{number}", role, roles[role].function, status, name, title)


def _placed(question: Question, team: Team, present: Present) -> dict[str, list[Place]]:
    """The places of a team by the role that each works in, those to fill last."""
    shop_time = question.shop.amounts.time
    week = shop_time.shift * shop_time.days_worked
    places: dict[str, list[Place]] = {role: [] for role in (*question.heads, *team.roles)}
    moved: dict[str, list[Place]] = {}
    for title, staff in team.roles.items():
        people = _people(team, title, staff, week)
        for read in (each for each in present.reads if each.title == title):
            moved.setdefault(read.role, []).extend((PRESENT, each.name, title) for each in _leaving(people, read))
        spare = min(int(present.spare.get(title, 0)), len(people))
        here = len(people) - spare
        places[title] += [(PRESENT if n < here else SPARE, each.name, None) for n, each in enumerate(people)]
    for role, more in moved.items():
        places[role] += more
    for role, n in present.missing.items():
        places[role] += [(VACANT, None, None)] * n
    return {role: found for role, found in places.items() if found}


def _people(team: Team, title: str, staff: Staff, week: Fraction) -> list[_Somebody]:
    """The people of a title, full-time ones first; names in the order of the file."""
    part = Staff(part_time=1, hours=staff.hours).full_time(week)
    shares = [Fraction(1)] * staff.people + [part] * staff.part_time
    names: list[str | None] = [*team.names(title)]
    names += [None] * (len(shares) - len(names))
    return [_Somebody(name, share) for name, share in zip(names, shares, strict=True)]


def _leaving(people: list[_Somebody], read: Read) -> list[_Somebody]:
    """Who of a title works in another role: the last of them, as many as make up the people that are read so."""
    left, gone = read.people, list[_Somebody]()
    while left > 0 and people:
        gone.append(people.pop())
        left -= gone[-1].share
    return gone[::-1]
