"""Owns the learning curve: from the start efficiency to the whole work, linear over the days of ramp-up."""

from datetime import date, timedelta
from fractions import Fraction
from math import ceil

from teamplan.playbook.playbook import Role
from teamplan.record import Record


class Lead(Record):
    """Whole days to find a person and to bring it up to speed, and the share of the work it does on its first day."""

    to_hire: int
    to_full_speed: int
    start_efficiency: Fraction

    def start_by(self, working_by: date) -> date:
        """The first day at work, for the whole work to be done by `working_by`."""
        return working_by - timedelta(self.to_full_speed)

    def search_by(self, working_by: date) -> date:
        """The day on which the search begins, for the whole work to be done by `working_by`."""
        return self.start_by(working_by) - timedelta(self.to_hire)

    def ready(self, searched: date) -> date:
        """The first day of the whole work, if the search begins on a day."""
        return searched + timedelta(self.to_hire + self.to_full_speed)

    def share(self, day: int) -> Fraction:
        """The share of the work done `day` days after the first at work; nothing before it, never above one."""
        if day < 0:
            return Fraction(0)
        if day >= self.to_full_speed:
            return Fraction(1)
        return self.start_efficiency + (1 - self.start_efficiency) * Fraction(day, self.to_full_speed)


def lead_of(role: Role, *, inside: bool = False) -> Lead:
    """The lead time of a role, part days counted whole; a post filled from `inside` needs no search."""
    to_hire = 0 if inside else ceil(role.days_to_hire.value.canonical)
    return Lead(to_hire, ceil(role.days_to_full_speed.value.canonical), role.start_efficiency.value.canonical)
