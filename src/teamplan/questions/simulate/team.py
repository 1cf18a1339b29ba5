"""Owns what a simulation is asked and what it answers; needs no SimPy, so a caller may import it at start-up."""

from math import isfinite
from typing import Literal

from teamplan.record import Record

HALF_HOUR = 30.0  # minutes

Work = Literal["exponential", "lognormal", "fixed"]


class Team(Record):
    """A chat team over the opening hours of one day.

    `handle[k - 1]` is the length of an average chat in minutes while its agent holds `k` chats; an agent never holds
    more than `len(handle)`. A waiting buyer stays `patience` minutes on average, exponentially distributed, `inf` is
    for ever. An answer within `within` minutes is in time. `arrivals` are buyers a minute and `cover` agents on duty,
    one of each for every half hour from opening to closing. Raises ValueError when a figure makes no sense.
    """

    handle: tuple[float, ...]
    patience: float
    within: float
    arrivals: tuple[float, ...]
    cover: tuple[int, ...]

    def __init__(
        self,
        handle: tuple[float, ...],
        patience: float,
        within: float,
        arrivals: tuple[float, ...],
        cover: tuple[int, ...],
    ) -> None:
        super().__init__(handle, patience, within, arrivals, cover)
        if not self.handle or not all(isfinite(minutes) and minutes > 0 for minutes in self.handle):
            raise ValueError(f"handle must be one or more lengths above 0 minutes, not {self.handle}")
        if not self.patience > 0 or not self.within >= 0:
            raise ValueError(f"patience {self.patience} must be above 0 and within {self.within} not below 0 minutes")
        if not all(isfinite(rate) and rate >= 0 for rate in self.arrivals) or any(agents < 0 for agents in self.cover):
            raise ValueError("arrivals and cover must be finite and not below 0")
        if len(self.arrivals) != len(self.cover):
            raise ValueError(f"{len(self.arrivals)} half hours of arrivals, but {len(self.cover)} of cover")


class Simulated(Record):
    """What happened to all buyers of a run.

    `days` are the days (or batches of a steady run) that the interval is drawn from. `service_level` is the share of
    the `offered` buyers who were answered in time, those who left count as not answered; `low` and `high` are its
    95 % confidence interval. `abandoned` is the share of the offered who left. `mean_wait_minutes` is the time until
    the answer or until leaving, over all offered. `by_half_hour` is the service level by the half hour in which the
    buyer came, None where nobody came. Without any buyer the service level is 1 and the other figures are 0.
    """

    days: int
    offered: int
    service_level: float
    low: float
    high: float
    abandoned: float
    mean_wait_minutes: float
    by_half_hour: tuple[float | None, ...]
