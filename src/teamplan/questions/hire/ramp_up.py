"""Owns the lead time of a post, backwards from a need and onwards from a search, and the learning curve within it."""

from datetime import date, timedelta
from fractions import Fraction
from math import ceil

from teamplan.playbook.playbook import Role
from teamplan.questions.hire.holidays import Holidays
from teamplan.record import Record


class Dates(Record):
    """The day on which a search begins, the first day at work, and the first day of the whole work."""

    search: date
    start: date
    working: date


class Lead(Record):
    """Whole days to find a person and to bring it up to speed, and the share of the work it does on its first day.

    No search goes on over a holiday, so it takes as many days longer; nobody starts on one. The ramp-up is days of the
    calendar.
    """

    to_hire: int
    to_full_speed: int
    start_efficiency: Fraction
    holidays: Holidays

    def back_from(self, needed: date) -> Dates:
        """The latest days for the whole work to be done from a day on."""
        start = self.holidays.working_before(needed - timedelta(self.to_full_speed), 0)
        return Dates(self.holidays.working_before(start, self.to_hire), start, needed)

    def onward_from(self, earliest: date) -> Dates:
        """The earliest days, if the search begins on a day or, where that is a holiday, after it."""
        search = self.holidays.working_after(earliest, 0)
        start = self.holidays.working_after(search, self.to_hire)
        return Dates(search, start, start + timedelta(self.to_full_speed))

    def share(self, day: int) -> Fraction:
        """The share of the work done `day` days after the first at work; nothing before it, never above one."""
        if day < 0:
            return Fraction(0)
        if day >= self.to_full_speed:
            return Fraction(1)
        return self.start_efficiency + (1 - self.start_efficiency) * Fraction(day, self.to_full_speed)

    def uncovered(self, needed: date, dates: Dates) -> Fraction:
        """Days of one person that are not done from the need until the whole work is."""
        days = range((needed - dates.start).days, (dates.working - dates.start).days)
        return sum((1 - self.share(day) for day in days), Fraction(0))


def ramp_days(role: Role) -> int:
    """Days from the first at work to full speed, part days counted whole."""
    return ceil(role.days_to_full_speed.value.canonical)


def lead_of(role: Role, holidays: Holidays, *, inside: bool = False) -> Lead:
    """The lead time of a role, part days counted whole; a post filled from `inside` needs no search."""
    to_hire = 0 if inside else ceil(role.days_to_hire.value.canonical)
    return Lead(to_hire, ramp_days(role), role.start_efficiency.value.canonical, holidays)
