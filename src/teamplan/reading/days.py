"""Owns dates of options and input files: days as the playbook reads them, and whole months counted from one."""

from calendar import monthrange
from datetime import date

from teamplan.playbook.days import EARLIEST, parse_day

__all__ = ["EARLIEST", "months_after", "parse_day"]


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of a month that is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
