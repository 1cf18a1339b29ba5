"""Owns the words of a week that is worked: who is there from when to when, with which breaks."""

from typing import NamedTuple

from teamplan.playbook.service import Weekday
from teamplan.record import Record


class Pause(NamedTuple):
    """A break: minutes after the opening of the shop at which it begins, and its length in minutes."""

    start: float
    minutes: float


class Turn(NamedTuple):
    """One person's shift on one day, in minutes after the opening, with its breaks; it may begin before the opening."""

    start: float
    end: float
    pauses: tuple[Pause, ...]


class WorkedDay(Record):
    """A day of the week: how many of the weeks it is open (`part`), and who is there.

    Where the people of a week do not divide evenly over its days, `more` work in the share `often` of the weeks beside
    the `turns` of every week.
    """

    name: Weekday
    part: float
    turns: tuple[Turn, ...]
    more: tuple[Turn, ...] = ()
    often: float = 0.0


class WorkedWeek(Record):
    """The week of the people on the books of a post; `attendance` is the share of turns that people come to (1 where
    the owner takes over whenever somebody is missing)."""

    people: int
    days: tuple[WorkedDay, ...]
    attendance: float
