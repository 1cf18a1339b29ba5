"""Owns where a falling function crosses 0, and the numbers of ten digits on which such places are told."""

from collections.abc import Callable
from math import ceil, floor, log2, log10

TINY = 1e-200  # nothing less is told apart from 0
FEWEST = 10**9  # the smallest whole number of ten digits


def last_above(falling: Callable[[float], float], low: float, high: float) -> float:
    """Where a falling function crosses 0, from above, to eleven digits of `high`: `falling(low) >= 0 > falling(high)`.

    Interpolate, truncate, project (Oliveira & Takahashi 2021): never more steps than halving, and mostly far fewer.
    """
    at_low, at_high = falling(low), falling(high)
    near = high * 5e-12
    flat, reach = 0.2 / (high - low), near * 2.0 ** (1 + ceil(log2((high - low) / near / 2)))
    while high - low > 2 * near:
        middle, width = (low + high) / 2, high - low
        straight = (at_low * high - at_high * low) / (at_low - at_high)
        side = 1 if straight <= middle else -1
        pulled = straight + side * flat * width**2
        point = pulled if (middle - pulled) * side >= 0 else middle
        slack = reach - width / 2
        if abs(point - middle) > slack:
            point = middle - side * slack
        point = min(max(point, low + near), high - near)  # a step past an end that has converged
        value = falling(point)
        low, high = (point, high) if value >= 0 else (low, point)
        at_low, at_high = (value, at_high) if value >= 0 else (at_low, value)
        reach /= 2
    return low


def largest_kept(kept: Callable[[float], bool], near: float) -> float:
    """The largest number of ten digits up to which a promise is kept; `near` is a few of them away at most.

    It does not hang on the way by which it was found, and hides the last bits of a machine's exponential.
    """
    found = ten_digits(near)
    while found and not kept(found):
        found = _before(found)
    while kept(after := _after(found)):
        found = after
    return found


def ten_digits(value: float) -> float:
    """The largest number of ten digits that is not above `value`."""
    if value < TINY:
        return 0.0
    digits, scale = _nearest(value)
    return digits / scale if digits / scale <= value else _before(digits / scale)


def ten_digits_up(value: float) -> float:
    """The smallest number of ten digits that is not below `value`."""
    below = ten_digits(value)
    return below if below == value else _after(below)


def _after(value: float) -> float:
    if not value:
        return TINY
    digits, scale = _nearest(value)
    return (digits + 1) / scale


def _before(value: float) -> float:
    if value <= TINY:
        return 0.0
    digits, scale = _nearest(value)
    return (digits - 1) / scale if digits > FEWEST else (10 * digits - 1) / (10 * scale)


def _nearest(value: float) -> tuple[int, float]:
    """The nearest number of ten digits as a whole number, and by what it is divided."""
    scale = 10.0 ** (9 - floor(log10(value)))
    return round(value * scale), scale
