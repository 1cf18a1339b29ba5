"""Owns the day: half hours of an opening window, and the share of a day's arrivals in each."""

from collections.abc import Sequence
from math import fsum
from typing import NamedTuple

from teamplan.playbook.quantity import Window

STEP = 30  # minutes
STEPS = 1440 // STEP


class HalfHour(NamedTuple):
    """A half hour of the clock, open for `minutes`; `share` is that of a day's arrivals, a minute."""

    start: int
    minutes: int
    share: float


def half_hours(window: Window, profile: Sequence[float]) -> tuple[HalfHour, ...]:
    """The half hours that a window touches, from its opening on; `profile` holds the shares of 24 hours."""
    first = window.start // STEP
    length = int(window.hours * 60)
    found = []
    for step in range(first, first + STEPS + 1):
        opens, closes = max(step * STEP, window.start), min((step + 1) * STEP, window.start + length)
        if closes > opens:
            start = step * STEP % 1440
            found.append(HalfHour(start, closes - opens, profile[start // 60] / 60))
    return tuple(found)


def share_within(window: Window, profile: Sequence[float]) -> float:
    """The share of a day's arrivals that fall into a window."""
    return fsum(each.share * each.minutes for each in half_hours(window, profile))
