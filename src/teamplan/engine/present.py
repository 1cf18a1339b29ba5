"""Owns the reading of a team: who works in which role of a stage, whatever the title, and what they spare the owner.

People keep their own role as far as it needs them. Who is beyond that, or has a title that the stage does not fill,
goes where the duties of the title are, as far as people lack there; then takes duties of the title off the owner. Only
who is left after both is to spare. People are full-time people, exact; part-time ones count their hours.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import ceil, floor

from teamplan.engine.amounts import TimeAmounts
from teamplan.engine.hires import Hire, in_hire_order
from teamplan.engine.owner import RELIEF, Carried, owner_duties
from teamplan.engine.question import Question
from teamplan.engine.staffing import Staffed, StageCurves
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Team
from teamplan.record import Record

SMALL = Fraction(1, 4)  # of a job, done on the side by somebody who is there, where the playbook has no worth (J)
LEVELS = ("worker", "specialist", "lead")
NOBODY = Fraction(0)
People = Mapping[str, Fraction]


class Read(Record):
    """People of one title who work in another role, as that has their duties."""

    title: str
    role: str
    people: Fraction


class Taken(Record):
    """A duty that people of a title take off the owner: hours a day, and why it was his."""

    title: str
    duty: str
    hours: Fraction
    why: str


class Helps(Record):
    """People of a title and the duties that they take off the owner."""

    title: str
    duties: tuple[str, ...]


class Told(Record):
    """What an answer says of how a team was read."""

    reads: tuple[Read, ...] = ()
    helps: tuple[Helps, ...] = ()
    shared: tuple[str, ...] = ()


class Present(Record):
    """A team as a stage reads it: `people` by the role, or else the title, that they work under.

    `shared` are roles whose small load is done by those who are there; `missing` are whole people to hire, `spare`
    people whom neither a role nor the owner needs.
    """

    people: dict[str, Fraction]
    reads: tuple[Read, ...]
    shared: tuple[str, ...]
    taken: tuple[Taken, ...]
    missing: dict[str, int]
    spare: dict[str, Fraction]

    @property
    def told(self) -> Told:
        helps = [
            Helps(title, tuple(each.duty for each in self.taken if each.title == title))
            for title in dict.fromkeys(each.title for each in self.taken)
        ]
        return Told(self.reads, tuple(helps), self.shared)

    def to_hire(self, playbook: Playbook) -> tuple[Hire, ...]:
        return in_hire_order(playbook, self.missing)

    def to_spare(self, playbook: Playbook) -> tuple[Hire, ...]:
        """Whole people: who works less than a full week beside full ones is nobody to let go."""
        return in_hire_order(playbook, {title: int(people) for title, people in self.spare.items()})

    def left(self, carried: Sequence[Carried]) -> tuple[Carried, ...]:
        """What the owner still does, the heaviest first."""
        taken: dict[tuple[str, str], Fraction] = {}
        for each in self.taken:
            taken[each.duty, each.why] = taken.get((each.duty, each.why), NOBODY) + each.hours
        left = (own.with_(hours=own.hours - taken.get((own.duty, own.why), NOBODY)) for own in carried)
        kept = (each for each in left if each.hours > 0 or (each.duty, each.why) not in taken)
        return tuple(sorted(kept, key=lambda each: -each.hours))


def counted(team: Team, time: TimeAmounts) -> dict[str, Fraction]:
    """The full-time people of each title of a team file."""
    week = time.shift * time.days_worked
    return {title: people for title, staff in team.roles.items() if (people := staff.full_time(week))}


def present_of(question: Question) -> Present | None:
    """The team of a shop as its stage reads it at its volume; None where none is given."""
    team = question.store.team
    if team is None:
        return None
    people = counted(team, question.shop.amounts.time)
    return read_team(question.stage, question.volume.at, question.heads, people)


def read_team(
    stage: StageCurves, at: Mapping[str, float], heads: Mapping[str, int], people: People, *, planned: bool = False
) -> Present:
    """People by title, read in a stage at a volume by axis that needs `heads`.

    `planned` people are those of a plan, not of a team that is there: every role that asks for somebody gets them.
    """
    reading = _Reading(stage, at, heads, people)
    reading.move()
    taken = reading.taken()
    shared = () if planned else reading.shared(taken)
    return Present(
        people={title: there for title, there in reading.people.items() if there},
        reads=tuple(Read(title, role, moved) for (title, role), moved in reading.reads.items()),
        shared=shared,
        taken=taken,
        missing={role: n for role in heads if role not in shared and (n := reading.lacking(role))},
        spare=reading.spare(taken),
    )


def missing_in(
    stage: StageCurves, at: Mapping[str, float], heads: Mapping[str, int], people: People, *, planned: bool = False
) -> dict[str, int]:
    """Whole people to hire so that a team carries a volume; nobody where it does. `planned`: see `read_team`."""
    reading = _Reading(stage, at, heads, people)
    reading.move()
    missing = {role: n for role in heads if (n := reading.lacking(role))}
    shared = reading.shared(reading.taken()) if not planned and any(map(reading.small, missing)) else ()
    return {role: n for role, n in missing.items() if role not in shared}


def with_hires(people: People, hires: Mapping[str, int]) -> dict[str, Fraction]:
    """The people once those are there, too."""
    return {role: people.get(role, NOBODY) + hires.get(role, 0) for role in {**people, **hires}}


def plain(people: Fraction | int) -> int | float:
    """People as they are told: whole ones without a decimal."""
    return int(people) if Fraction(people).denominator == 1 else float(people)


def duties_of(playbook: Playbook, title: str, stage_id: str) -> frozenset[str]:
    """The duties that people bring along: of the last stage before that knew the title, else of the next."""
    ids = list(playbook.stages)
    place = ids.index(stage_id)
    order = [*reversed(ids[:place]), *ids[place:]]
    stages = (playbook.whole or playbook).stages
    posts = (stages[each].team.get(title) for each in order)
    return next((frozenset(post.duties) for post in posts if post is not None), frozenset())


class _Reading:
    """One team on its way through the rules; `people` are by the role or title that they work under by now."""

    def __init__(self, stage: StageCurves, at: Mapping[str, float], heads: Mapping[str, int], people: People) -> None:
        self._stage, self._at, self._heads = stage, at, heads
        self._playbook = stage.loads.playbook
        self._exact = {axis: Fraction(amount) for axis, amount in at.items()}
        self.people: dict[str, Fraction] = dict(people)
        self._free = {title: there - min(there, Fraction(heads.get(title, 0))) for title, there in people.items()}
        self.reads: dict[tuple[str, str], Fraction] = {}

    def lacking(self, role: str) -> int:
        """Whole people that a role lacks, as if alone on its work."""
        short = self._heads.get(role, 0) - self.people.get(role, NOBODY)
        if short <= 0:
            return 0
        if short.denominator > 1:  # part of a person may be enough
            short = self._asked(role) - self.people.get(role, NOBODY)
        return max(ceil(short), 0)

    def _asked(self, role: str) -> Fraction:
        """People that a role asks for, not rounded up where only its work asks for the last of them."""
        post, heads = self._stage.posts[role], self._heads[role]
        volume, work = self._at[post.volume], self._load(post)
        others = [curve for name, curve in post.curves.items() if name not in ("work", "kept")]
        floored = heads > 1 or post.service is not None
        if post.post.exactly is not None or (floored and any(each.people(volume) >= heads for each in others)):
            return Fraction(heads)
        return work if heads - 1 < work < heads else Fraction(heads)

    def _load(self, post: Staffed) -> Fraction:
        """The load of a post in people."""
        return (
            post.load.at(self._exact | {role: Fraction(people) for role, people in self._heads.items()}) / post.capacity
        )

    def move(self) -> None:
        """Everybody who is free goes where the duties of the title are; who has the fewest ways goes first."""
        if not any(self._free.values()) or not any(map(self.lacking, self._heads)):
            return
        ways = {title: self._heirs(title) for title, free in self._free.items() if free}
        for title in sorted(ways, key=lambda each: (self._strange(each, ways[each]), len(ways[each]))):
            self._go(title, ways[title])

    def _heirs(self, title: str) -> list[str]:
        duties = duties_of(self._playbook, title, self._stage.stage_id)
        return [
            role for role, post in self._stage.posts.items() if role != title and duties.intersection(post.post.duties)
        ]

    def _strange(self, title: str, heirs: Sequence[str]) -> bool:
        return any(self._helps(title, heir) for heir in heirs)

    def _helps(self, title: str, role: str) -> bool:
        """Whether a title of a later stage does part of another function: beside somebody who does it all."""
        ids, roles = list(self._playbook.stages), self._playbook.roles
        before = ids[: ids.index(self._stage.stage_id)]
        known = any(title in self._playbook.stages[each].team for each in before)
        return not known and roles[title].function != roles[role].function

    def _go(self, title: str, heirs: Sequence[str]) -> None:
        """One each in turn, so that every heir starts with somebody who knows the work."""
        while free := self._free[title]:
            short = {heir: n for heir in heirs if (n := self.lacking(heir)) and self._may(title, heir)}
            if not short:
                return
            each = max(min(min(short.values()), floor(free) // len(short)), 1)
            for heir in short:
                moved = min(Fraction(each), self._free[title])
                if moved:
                    self._free[title] -= moved
                    self.people[title] -= moved
                    self.people[heir] = self.people.get(heir, NOBODY) + moved
                    self.reads[title, heir] = self.reads.get((title, heir), NOBODY) + moved

    def _may(self, title: str, role: str) -> bool:
        return not self._helps(title, role) or self.people.get(role, NOBODY) >= 1

    @property
    def _day(self) -> Fraction:
        """Hours that one full-time person gives on the mean of the open days."""
        return self._stage.loads.amounts.time.job_day

    def taken(self) -> tuple[Taken, ...]:
        """What those who are still free take off the owner, the heaviest duties of their title first."""
        free = {title: there for title, there in self._free.items() if there}
        if not free:
            return ()
        found = []
        for carried in owner_duties(self._stage, self._exact, self._heads):
            left = carried.hours
            for title in free:
                if left and self._own(title, carried):
                    hours = min(left, free[title] * self._day)
                    free[title] -= hours / self._day
                    left -= hours
                    found += [Taken(title, carried.duty, hours, carried.why)] if hours else []
        return tuple(found)

    def _own(self, title: str, carried: Carried) -> bool:
        if carried.why == RELIEF:
            return carried.role == title
        post = self._stage.posts.get(title)
        known = post is not None and not post.early  # an early post has only part of its duties
        duties = post.post.duties if known and post else duties_of(self._playbook, title, self._stage.stage_id)
        return carried.duty in duties

    def spare(self, taken: Sequence[Taken]) -> dict[str, Fraction]:
        """Who is left; one who takes anything off the owner is not."""
        found = {}
        for title, free in self._free.items():
            jobs = self._jobs(title, taken)
            if free > ceil(jobs):
                found[title] = free - ceil(jobs)
        return found

    def _jobs(self, title: str, taken: Sequence[Taken]) -> Fraction:
        return sum((each.hours for each in taken if each.title == title), NOBODY) / self._day

    def shared(self, taken: Sequence[Taken]) -> tuple[str, ...]:
        """Roles without anybody whose small load others do: nobody below the level, and nobody who answers buyers."""
        small = [role for role in self._heads if self.small(role)]
        if not small:
            return ()
        room = [self._room(level, taken) for level in range(len(LEVELS))]
        found = []
        for role in sorted(small, key=lambda each: -self._level(each)):
            load = self._load(self._stage.posts[role])
            if load > sum(room[self._level(role) :], NOBODY):
                continue
            found.append(role)
            for level in range(self._level(role), len(LEVELS)):
                used = min(load, room[level])
                room[level], load = room[level] - used, load - used
        return tuple(role for role in self._heads if role in found)

    def small(self, role: str) -> bool:
        """Whether nobody is there for work that is not worth a head."""
        post = self._stage.posts[role]
        if self.people.get(role) or self._heads[role] != 1 or post.service or post.post.floor:
            return False
        frame = self._playbook.frame.owner
        return self._load(post) <= (SMALL if frame is None else self._stage.loads.amounts[frame.worth])

    def _level(self, role: str) -> int:
        return LEVELS.index(self._playbook.roles[role].level)

    def _room(self, level: int, taken: Sequence[Taken]) -> Fraction:
        """Full-time jobs that people of a level have left beside their own work."""
        room = NOBODY
        for title, there in self.people.items():
            post = self._stage.posts.get(title)
            if self._level(title) == level and (post is None or post.service is None):
                load = self._load(post) if post is not None and self._heads.get(title) else NOBODY
                room += max(there - load - self._jobs(title, taken), NOBODY)
        return room
