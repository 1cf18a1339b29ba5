"""Owns this shop's people in a form of organisation: the unit of each, who leads it, what it costs in leads."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from teamplan.playbook.organisation import Template
from teamplan.playbook.people import OWNER
from teamplan.playbook.playbook import Playbook
from teamplan.questions.orgchart.bosses import above
from teamplan.questions.orgchart.result import Compared, Seat, UnitPeople


def in_form(seats: Sequence[Seat], template: Template, playbook: Playbook) -> list[Seat]:
    """The seats by unit. Everybody reports to the next above of the own unit, at last to its lead, who to the owner.

    Where a unit leads all others and has a lead, those stand under him.
    """
    by_role = {role: unit_id for unit_id, unit in template.units.items() for role in unit.roles}
    by_function = {function: unit_id for unit_id, unit in template.units.items() for function in unit.functions}
    unit = {seat.id: by_role.get(seat.role) or by_function.get(seat.function) for seat in seats}
    bosses = {seat.id: seat.boss for seat in seats}
    within = {
        seat.id: next((boss for boss in above(seat.id, bosses) if boss == OWNER or unit[boss] == unit[seat.id]), OWNER)
        for seat in seats
    }
    tops = [seat for seat in seats if within[seat.id] == OWNER]
    heads = _heads(tops, unit, playbook)
    first = next((heads[each] for each, part in template.units.items() if part.leads_all and each in heads), OWNER)
    for seat in tops:
        place = unit[seat.id]
        if place in heads and not _is_lead(seat, playbook):
            within[seat.id] = heads[place]
        elif place is not None and seat.id != first:
            within[seat.id] = first
    return [seat.with_(unit=unit[seat.id], boss=within[seat.id]) for seat in seats]


def _heads(tops: Iterable[Seat], unit: Mapping[str, str | None], playbook: Playbook) -> dict[str, str]:
    """The first lead of each unit whom nobody of the unit leads."""
    heads: dict[str, str] = {}
    for seat in tops:
        place = unit[seat.id]
        if place is not None and _is_lead(seat, playbook):
            heads.setdefault(place, seat.id)
    return heads


def _is_lead(seat: Seat, playbook: Playbook) -> bool:
    return seat.leads and playbook.roles[seat.role].level == "lead"


def compared(template_id: str, template: Template, seats: Sequence[Seat], few: int, playbook: Playbook) -> Compared:
    """A form with its people, as `in_form` places them; a unit of up to `few` people needs no lead of its own."""
    unit = {seat.id: seat.unit for seat in seats}
    heads = _heads((seat for seat in seats if seat.unit != unit.get(seat.boss)), unit, playbook)
    units = tuple(_unit(each, seats, heads.get(each), few, led=unit.led) for each, unit in template.units.items())
    under = Counter(seat.boss for seat in seats)
    low, high = template.people
    without = sum(seat.unit is None for seat in seats)
    sized = low <= len(seats) and (high is None or len(seats) <= high)
    return Compared(
        id=template_id,
        units=units,
        widest=max(under.values(), default=0),
        leads=sum(unit.lead is not None for unit in units),
        more_leads=sum(unit.lacks_lead for unit in units),
        without_unit=without,
        low=low,
        high=high,
        fits=sized and not without and all(unit.people for unit in units),
    )


def _unit(unit_id: str, seats: Sequence[Seat], lead: str | None, few: int, *, led: bool) -> UnitPeople:
    own = [seat for seat in seats if seat.unit == unit_id]
    alone = own[0].id if len(own) == 1 and own[0].leads and led else None
    lead = lead or alone
    wants = bool(own) and (led or len(own) > few)
    return UnitPeople(unit_id, len(own), lead, wants and lead is None)
