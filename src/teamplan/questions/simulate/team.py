"""Owns what a simulation is asked and what it answers; needs no SimPy, so a caller may import it at start-up."""

from math import fsum, isfinite
from typing import Literal, NamedTuple

from teamplan.engine.delivered.turns import WorkedWeek
from teamplan.playbook.service import Weekday
from teamplan.record import Record

Work = Literal["exponential", "lognormal", "fixed"]

ROUND_THE_CLOCK = 1440.0  # minutes


class ChatLine(Record):
    """How chats are answered, and what is promised of them.

    `handle[k - 1]` is the length of an average chat in minutes while its agent holds `k` chats; an agent never holds
    more than `len(handle)`. A waiting buyer stays `patience` minutes on average, exponentially distributed, `inf` is
    for ever. An answer within `within` minutes is in time; a day of which less than the share `answered` is answered
    in time is below target. Raises ValueError when a figure makes no sense.
    """

    handle: tuple[float, ...]
    patience: float
    within: float
    answered: float

    def __init__(self, handle: tuple[float, ...], patience: float, within: float, answered: float = 0.0) -> None:
        super().__init__(handle, patience, within, answered)
        if not self.handle or not all(isfinite(minutes) and minutes > 0 for minutes in self.handle):
            raise ValueError(f"handle must be one or more lengths above 0 minutes, not {self.handle}")
        if not self.patience > 0 or not self.within >= 0:
            raise ValueError(f"patience {self.patience} must be above 0 and within {self.within} not below 0 minutes")
        if not 0 <= self.answered <= 1:
            raise ValueError(f"answered must be a share, not {self.answered}")


class OpenDay(Record):
    """A day from its opening on: `arrivals` are buyers a minute in intervals of so many minutes, `lengths`.

    Raises ValueError when a figure makes no sense.
    """

    arrivals: tuple[float, ...]
    lengths: tuple[float, ...]

    def __init__(self, arrivals: tuple[float, ...], lengths: tuple[float, ...]) -> None:
        super().__init__(arrivals, lengths)
        if len(self.arrivals) != len(self.lengths):
            raise ValueError(f"{len(self.arrivals)} intervals of arrivals, but {len(self.lengths)} lengths")
        if not all(isfinite(rate) and rate >= 0 for rate in self.arrivals) or not all(
            each > 0 for each in self.lengths
        ):
            raise ValueError("arrivals must be finite and not below 0, lengths above 0")

    @property
    def closing(self) -> float:
        """Minutes from the opening to the closing."""
        return fsum(self.lengths)


class Team(Record):
    """A post as it is simulated: its line, the buyers of each day of `week`, and the turns of those days.

    `deferred` are the minutes of other work that each open day brings, done by whoever is there without a chat.
    Raises ValueError where days and week differ, or a figure makes no sense.
    """

    line: ChatLine
    days: tuple[OpenDay, ...]
    week: WorkedWeek
    deferred: float

    def __init__(self, line: ChatLine, days: tuple[OpenDay, ...], week: WorkedWeek, deferred: float = 0.0) -> None:
        super().__init__(line, days, week, deferred)
        if len(days) != len(week.days):
            raise ValueError(f"{len(days)} days of buyers, but {len(week.days)} of turns")
        if not (isfinite(deferred) and deferred >= 0 and 0 <= week.attendance <= 1):
            raise ValueError("deferred minutes must not be below 0, and attendance must be a share")


class Estimate(NamedTuple):
    """A figure with its 95 % confidence interval; `high` is None where nothing bounds it."""

    value: float
    low: float
    high: float | None


class Simulated(Record):
    """What happened to all buyers of a steady run.

    `days` are the batches that the interval is drawn from. `service_level` is the share of the `offered` buyers who
    were answered in time, those who left count as not answered; `low` and `high` are its 95 % confidence interval.
    `abandoned` is the share of the offered who left. `mean_wait_minutes` is the time until the answer or until
    leaving, over all offered. `by_half_hour` is the service level by the interval in which the buyer came, None where
    nobody came. Without any buyer the service level is 1 and the other figures are 0.
    """

    days: int
    offered: int
    service_level: float
    low: float
    high: float
    abandoned: float
    mean_wait_minutes: float
    by_half_hour: tuple[float | None, ...]


class Weeks(Record):
    """What happened in simulated weeks of a team.

    `days` are the open days, `offered` the buyers of all of them; `service_level` and `abandoned` are as in
    `Simulated`. `occupancy` is the share of chat slots taken while people are there, `worked` that of their time with
    a chat in hand or spent on deferred work. `overtime` are hours a week: minutes after the end of turns
    (`after_turns`) and deferred work left over at the end of a day (`left_over`). `below` is the share of open days
    below target. `by_day` is the service level of each day of the week, None where nobody came.
    """

    weeks: int
    days: int
    offered: int
    service_level: Estimate
    abandoned: Estimate
    mean_wait_minutes: float
    occupancy: Estimate
    worked: Estimate
    overtime: Estimate
    after_turns: float
    left_over: float
    below: Estimate
    by_day: tuple[tuple[Weekday, float | None], ...]
