"""Owns the answer: the people of a shop with one boss each, spans, what the owner carries, and forms compared."""

from teamplan.playbook.people import OWNER
from teamplan.questions.recommend.plan import OwnerDuty
from teamplan.record import Record

PLANNED, PRESENT, VACANT, SPARE = "planned", "present", "vacant", "spare"


class Seat(Record):
    """One person's place, or one to fill: its id, and that of the boss (`owner` at last).

    `status` is planned where no team was given, else present, vacant, or spare (beyond what role and owner need).
    `title` is that of the team file, where its duties put the person into another role. `unit` is the part of a form
    of organisation; None without a form, or where it has no part for the role.
    """

    id: str
    role: str
    function: str
    status: str
    name: str | None = None
    title: str | None = None
    boss: str = OWNER
    unit: str | None = None

    @property
    def leads(self) -> bool:
        """Whether somebody is there whom others may report to."""
        return self.status in (PLANNED, PRESENT)


class SpanOfBoss(Record):
    """How many report to one boss; `says` is few (hardly worth a lead), many (above `most`) or fits."""

    boss: str
    role: str
    name: str | None
    people: int
    most: int
    says: str


class UnitPeople(Record):
    """A unit of a form of organisation at this size: its people, and whether it wants a lead whom it does not have."""

    id: str
    people: int
    lead: str | None
    lacks_lead: bool


class Compared(Record):
    """A form of organisation with this shop's people: where it leaves units empty, and when it fits.

    `widest` are the most who report to one boss, `leads` the units that are led, `more_leads` those that want a lead
    whom the team does not have. `without_unit` are people whom the form has no part for.
    """

    id: str
    units: tuple[UnitPeople, ...]
    widest: int
    leads: int
    more_leads: int
    without_unit: int
    low: int
    high: int | None
    fits: bool

    @property
    def empty(self) -> tuple[str, ...]:
        """The units that nobody is in."""
        return tuple(unit.id for unit in self.units if not unit.people)


class OrgChart(Record):
    """The whole answer; people stand in the order of the stage's roles. Every form is compared where that was asked."""

    stage: str
    orders: float
    with_team: bool
    people: tuple[Seat, ...]
    owner_hours: float
    owner: tuple[OwnerDuty, ...]
    spans: tuple[SpanOfBoss, ...]
    template: Compared | None = None
    compared: tuple[Compared, ...] = ()
