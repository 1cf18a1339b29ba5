"""Answers: who does each duty, who answers for it, who covers it and who is told; and what two or nobody carry."""

from collections.abc import Iterator, Sequence

from teamplan.engine.leading import Led, answers_for, leader_of, leads_of
from teamplan.engine.question import Question, ask
from teamplan.errors import Problem
from teamplan.playbook.management import Interface
from teamplan.playbook.people import OWNER
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store
from teamplan.questions.duties.members import Member, Planned, of_plan, of_team, planned_by
from teamplan.reading.duties import PeopleRead
from teamplan.record import Record


class DutyLine(Record):
    """A duty: who does it, the one who answers for it, who covers it, who is told. Names are roles, or those of people.

    Nobody does it where `does` is empty. `shared` says that several people of one role do it and cover each other.
    """

    duty: str
    function: str
    does: tuple[str, ...]
    answers: str
    covers: tuple[str, ...]
    told: tuple[str, ...]
    shared: bool
    bought_in: bool


class InterfaceLine(Record):
    """What passes between the hub and others: who stands on both sides. None where one does all of it."""

    interface: str
    hub: str
    parties: tuple[str, ...]


class DutyTable(Record):
    """Every duty of a shop once, by function; `findings` are duties that two people carry or nobody does.

    `names` are those of the people of a file; None where the table goes by the roles of the plan.
    """

    stage: str
    orders: float
    names: tuple[str, ...] | None
    lines: tuple[DutyLine, ...]
    interfaces: tuple[InterfaceLine, ...]
    findings: tuple[Problem, ...]


def duty_table(playbook: Playbook, led: Led, store: Store, people: PeopleRead | None = None) -> DutyTable:
    """The table of a shop by the roles of its plan, or by the people whom its team names."""
    question = ask(playbook, store)
    planned = planned_by(question)
    members = of_plan(planned) if people is None else of_team(people.team, planned, question)
    table = _Table(question, led, planned, members, named=people is not None)
    functions = list(playbook.frame.functions)
    duties = [
        duty for duty in playbook.duties if duty in planned.carrier or any(duty in each.duties for each in members)
    ]
    duties.sort(key=lambda duty: functions.index(playbook.duties[duty].function))
    lines = tuple(map(table.line, duties))
    return DutyTable(
        stage=question.stage.stage_id,
        orders=question.volume.orders,
        names=tuple(people.team.people) if people else None,
        lines=lines,
        interfaces=tuple(table.interfaces()),
        findings=tuple(_findings(lines, table, people)) if people else (),
    )


class _Table:
    """The rules of the table for the members of one shop."""

    def __init__(
        self, question: Question, led: Led, planned: Planned, members: Sequence[Member], *, named: bool
    ) -> None:
        self._playbook, self._planned = question.playbook, planned
        self._management, self._lines = led.management, led.lines
        self._members = members
        hours = {planned.carrier[duty] for duty in planned.bought_in}  # who comes by the hour covers nobody
        self._there = {member.role for member in members if named or member.role not in hours}

    def carriers(self, duty: str) -> list[Member]:
        return [member for member in self._members if duty in member.duties]

    def carrier(self, duty: str) -> str:
        """The role that the plan gives a duty."""
        return self._planned.carrier[duty]

    def several(self, members: Sequence[Member]) -> bool:
        """Whether these are several who share a duty as the plan has it: of one role, for which it asks several."""
        roles = {member.role for member in members}
        several = sum(member.people for member in members) > 1
        return len(roles) == 1 and several and self._planned.heads.get(next(iter(roles)), 0) > 1

    def line(self, duty: str) -> DutyLine:
        doers = self.carriers(duty)
        function = self._playbook.duties[duty].function
        bought_in = not doers and duty in self._planned.bought_in
        role = doers[0].role if doers else self._planned.carrier[duty]
        does = tuple(member.name for member in doers) or ((role,) if bought_in else ())
        answers = self._answers(duty, role, doers)
        return DutyLine(
            duty=duty,
            function=function,
            does=does,
            answers=answers,
            covers=self._covers(duty, role, doers, answers),
            told=self._told(duty, does, answers),
            shared=self.several(doers),
            bought_in=duty in self._planned.bought_in and does == (role,),
        )

    def answering(self, duty: str) -> list[Member]:
        """Who is said to answer for a duty."""
        return [member for member in self._members if duty in member.answers]

    def _answers(self, duty: str, role: str, doers: Sequence[Member]) -> str:
        """The one who is said to answer, else the doer where he leads, else the nearest lead who is there."""
        said = self.answering(duty)
        if said:
            return said[0].name
        leader = answers_for(self._lines, self._playbook, duty, role, self._there)
        return doers[0].name if doers and leader == doers[0].role else self._first(leader)

    def interfaces(self) -> Iterator[InterfaceLine]:
        for name, interface in self._management.interfaces.items():
            if parties := self._parties(interface):
                yield InterfaceLine(name, self._hub(), parties)

    def _covers(self, duty: str, role: str, doers: Sequence[Member], answers: str) -> tuple[str, ...]:
        """Who is said to cover; colleagues; the owner who relieves; the nearest role that can; who answers."""
        does = {member.name for member in doers}
        said = tuple(member.name for member in self._members if duty in member.covers and member.name not in does)
        if said or self.several(doers):
            return said or tuple(member.name for member in doers)
        near = [self._first(each) for each in self._near(duty, role) if each in self._there]
        return tuple([name for name in (*near, answers) if name not in does][:1])

    def _near(self, duty: str, role: str) -> tuple[str, ...]:
        """The roles that can do the work of one, the nearest first; of the owner's, those who lead its function."""
        if duty in self._planned.relieved:
            return (OWNER,)
        leads = leads_of(self._lines, self._playbook, self._playbook.duties[duty].function) if role == OWNER else ()
        rule = self._management.covers.get(role)
        return (*leads, *(rule.by if rule else ()))

    def _told(self, duty: str, does: Sequence[str], answers: str) -> tuple[str, ...]:
        """The other side of the interfaces with the duty: the hub, or of what the hub does those beyond."""
        hub = self._hub()
        interfaces = [each for each in self._management.interfaces.values() if duty in each.duties]
        sides = [self._parties(each) if hub in does else (hub,) for each in interfaces]
        told = dict.fromkeys(name for side in sides for name in side)
        return tuple(name for name in told if name not in (*does, answers))

    def _hub(self) -> str:
        """The hub, or who answers for its function where it is not there."""
        hub = self._management.hub
        if hub in self._there:
            return self._first(hub)
        return self._first(leader_of(self._lines, self._playbook, hub, self._there))

    def _parties(self, interface: Interface) -> tuple[str, ...]:
        """Who does the duties of an interface, and who is there of its other roles; the hub is on the other side."""
        doers = (member for duty in interface.duties for member in self.carriers(duty))
        others = (member for member in self._members if member.role in interface.parties)
        names = dict.fromkeys(member.name for member in (*doers, *others))
        return tuple(name for name in names if name != self._hub())

    def _first(self, role: str) -> str:
        return next(member.name for member in self._members if member.role == role)


def _findings(lines: Sequence[DutyLine], table: _Table, people: PeopleRead) -> Iterator[Problem]:
    """Duties that two do or answer for and do not share as the plan has it, and those of nobody, with their places."""
    for line in lines:
        carriers = [member for member in table.carriers(line.duty) if people.has(member.name, member.role)]
        answering = table.answering(line.duty)
        if not line.does:
            yield _nobody(line.duty, table, people)
        elif len(carriers) > 1 and not line.shared:
            yield _twice("duty-of-two", "duties", line.duty, carriers, people)
        if len(answering) > 1:
            yield _twice("duty-answered-twice", "answers", line.duty, answering, people)


def _twice(key: str, part: str, duty: str, members: Sequence[Member], people: PeopleRead) -> Problem:
    """The second of several with a duty, at its place."""
    first, second = members[:2]
    line = people.place(first.name, first.role, part, duty)[0].line
    where, path = people.place(second.name, second.role, part, duty)
    return Problem(key, {"duty": duty, "first": first.name, "line": line, "given": second.name}, path, where)


def _nobody(duty: str, table: _Table, people: PeopleRead) -> Problem:
    """A duty of nobody, at the first of the role that the plan gives it to."""
    role = table.carrier(duty)
    name = next(iter(people.team.names(role)), role)
    where, path = people.place(name, role, "duties", duty)
    return Problem("duty-of-nobody", {"duty": duty, "role": role}, path, where)
