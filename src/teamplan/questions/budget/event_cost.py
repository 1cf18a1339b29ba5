"""Owns what an event costs beyond ordinary pay in a budget by months: what `peak` says for the people of its day."""

from datetime import date
from fractions import Fraction
from math import floor

from teamplan.playbook.money import Money
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Staff, Team
from teamplan.questions.hire.answer import Hiring
from teamplan.questions.hire.at_work import AtWork, Day
from teamplan.questions.peak.answer import peak
from teamplan.questions.peak.result import PeakRequest
from teamplan.record import Record


class EventCost(Record):
    """An event on its day: overtime of the people there, temporary people with their training, work bought outside."""

    event: str
    on: date
    overtime: Money
    temporary: Money
    outsourced: Money

    @property
    def month(self) -> str:
        """All of it is paid in the month of the event's day."""
        return self.on.isoformat()[:7]

    @property
    def total(self) -> Money:
        return self.overtime + self.temporary + self.outsourced


def event_cost(playbook: Playbook, work: Hiring, books: AtWork, request: PeakRequest) -> EventCost:
    """What an event within the plan costs at the volume of its day, with the people who are at work on it.

    Raises a TeamplanError as `peak` does, where prices are in another currency than the costs.
    """
    on = request.on
    assert on is not None  # by the reader of the request
    time = work.question.shop.amounts.time
    store = work.days[max((on - work.schedule.start).days, 0)]
    team = _team(books.days[(on - books.first).days], time.shift * time.days_worked)
    cost = peak(playbook, store.model_copy(update={"team": team}), request).cost
    parts = (cost.overtime, cost.temporary + cost.training, cost.outsourcing)
    return EventCost(request.event, on, *parts)


def _team(there: Day, week: Fraction) -> Team:
    """The people of a day as a team file gives them: the part of a person as a part-time one."""
    roles = {}
    for role, people in there.items():
        part = people - floor(people)
        beside = {"part_time": 1, "hours": part * week} if part else {}
        roles[role] = Staff.model_validate({"people": floor(people), **beside})
    return Team(roles=roles)
