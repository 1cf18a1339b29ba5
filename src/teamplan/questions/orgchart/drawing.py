"""Owns the boxes of a chart: bosses with those under them, alike people in one box, units, and the owner's own work."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from teamplan.page.blocks import Box
from teamplan.page.words import Words, number
from teamplan.playbook.organisation import Organisation, Unit
from teamplan.playbook.people import OWNER
from teamplan.questions.orgchart.result import PRESENT, SPARE, VACANT, OrgChart, Seat


class Drawing:
    """One chart on its way into boxes."""

    def __init__(self, chart: OrgChart, words: Words, organisation: Organisation) -> None:
        self._chart, self._words, self._serving = chart, words, organisation.serves_all
        template = chart.template
        self._units: Mapping[str, Unit] = organisation.templates[template.id].units if template else {}
        self._under: dict[str, list[Seat]] = {}
        for seat in chart.people:
            self._under.setdefault(seat.boss, []).append(seat)

    def box(self) -> Box:
        """The owner with everybody under him, each person in one box."""
        empty = self._chart.template.empty if self._chart.template else ()
        say = self._words.say
        nobody = tuple(Box(self._unit(each), (say("chart.nobody"),), dashed=True, frame=True) for each in empty)
        return Box(say("owner"), below=(*self._own_work(), *self._below(OWNER, None), *nobody))

    def _own_work(self) -> Iterator[Box]:
        """What the owner does himself, by function, with the hours of a week."""
        duties, words = self._chart.owner, self._words
        if not duties:
            return
        functions: dict[str, list[str]] = {}
        hours: dict[str, float] = {}
        for duty in duties:
            function = words.playbook.duties[duty.id].function
            name = words.duty(duty.id)
            if name not in functions.setdefault(function, []):
                functions[function].append(name)
            hours[function] = hours.get(function, 0.0) + duty.hours_per_week
        heaviest = sorted(functions, key=lambda each: -hours[each])
        lines = (
            words.say(
                "chart.own-line",
                function=words.function(each),
                hours=number(hours[each], 1),
                duties=words.say.join(functions[each]),
            )
            for each in heaviest
        )
        yield Box(words.say("chart.own", hours=number(self._chart.owner_hours, 1)), tuple(lines), listed=True)

    def _below(self, boss: str, unit: str | None) -> Iterator[Box]:
        """Those under a boss: of his own unit at once, of others in a frame of their unit."""
        people = self._under.get(boss, [])
        yield from self._boxes(seat for seat in people if seat.unit is None or (seat.unit == unit and boss != OWNER))
        for each in self._units:
            if each != unit or boss == OWNER:
                own = [seat for seat in people if seat.unit == each]
                if own:
                    yield Box(self._unit(each), self._lead_wanted(each), tuple(self._boxes(own)), frame=True)

    def _lead_wanted(self, unit: str) -> tuple[str, ...]:
        found = next(each for each in self._chart.template.units if each.id == unit) if self._chart.template else None
        return (self._words.say("chart.no-lead"),) if found is not None and found.lacks_lead else ()

    def _boxes(self, seats: Iterable[Seat]) -> Iterator[Box]:
        """Who leads others has a box of his own; people alike share one."""
        for (role, status, title, leader), group in groupby(seats, key=self._kind):
            alike = [*group]
            if leader:
                yield from (self._person(seat) for seat in alike)
            else:
                yield self._people(alike, role, status, title)

    def _kind(self, seat: Seat) -> tuple[str, str, str | None, bool]:
        return seat.role, seat.status, seat.title, seat.id in self._under

    def _person(self, seat: Seat) -> Box:
        lines = (*self._names([seat]), *self._remarks(seat.function, seat.status, seat.title, 1))
        return Box(self._words.role(seat.role), lines, tuple(self._below(seat.id, seat.unit)))

    def _people(self, seats: list[Seat], role: str, status: str, title: str | None) -> Box:
        words = self._words
        name = words.role(role) if len(seats) == 1 else words.say("hire", people=len(seats), role=words.role(role))
        remarks = self._remarks(seats[0].function, status, title, len(seats))
        return Box(name, (*self._names(seats), *remarks), dashed=status == VACANT)

    def _names(self, seats: list[Seat]) -> tuple[str, ...]:
        """The names that are known, and how many are not."""
        names = [seat.name for seat in seats if seat.name is not None]
        unnamed = len(seats) - len(names)
        if not names:
            return ()
        more = [self._words.say("chart.unnamed", people=unnamed)] if unnamed else []
        return (self._words.say.join([*names, *more]),)

    def _remarks(self, function: str, status: str, title: str | None, people: int) -> Iterator[str]:
        say = self._words.say
        if status == VACANT:
            yield say("chart.vacant")
        if status == SPARE:
            yield say("chart.spare")
        if status == PRESENT and title is not None:
            yield say("chart.title-held", title=self._words.role(title))
        if function in self._serving and not self._units:
            yield say("chart.serves-all")

    def _unit(self, unit: str) -> str:
        given = self._units[unit]
        name = self._words.say.text(given.name)
        return self._words.say("chart.unit-serves-all", unit=name) if given.serves_all else name
