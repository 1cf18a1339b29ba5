"""Owns where a falling function crosses 0, and the numbers of ten digits on which such places are told."""

from collections.abc import Callable
from math import ceil, floor, log2, log10

TINY = 1e-200  # nothing less is told apart from 0
FEWEST = 10**9  # the smallest whole number of ten digits
POWERS = 200  # of ten, on either side of 1
LAST = 2 * POWERS * 9 * FEWEST  # the place of the largest number that is looked at


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
    """The largest number of ten digits, up to 1e200, up to which a promise is kept; best with `near` not far away.

    It does not hang on the way by which it was found, and hides the last bits of a machine's exponential. Steps that
    double and then halve, so that it ends soon wherever it begins, and where a promise is kept for ever.
    """
    place, step = _place(ten_digits(near)), 1
    if kept(_number(place)):
        low, high = place, min(place + 1, LAST)
        while high < LAST and kept(_number(high)):
            low, high, step = high, min(high + 2 * step, LAST), 2 * step
    else:
        low, high = max(place - 1, 0), place
        while low and not kept(_number(low)):
            low, high, step = max(low - 2 * step, 0), low, 2 * step
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if kept(_number(middle)) else (low, middle)
    return _number(low)


def ten_digits(value: float) -> float:
    """The largest number of ten digits that is not above `value`."""
    if value < TINY:
        return 0.0
    near = _number(_place(value))
    return near if near <= value else _before(near)


def ten_digits_up(value: float) -> float:
    """The smallest number of ten digits that is not below `value`."""
    below = ten_digits(value)
    return below if below == value else _after(below)


def _after(value: float) -> float:
    return _number(_place(value) + 1)


def _before(value: float) -> float:
    return _number(max(_place(value) - 1, 0))


def _place(value: float) -> int:
    """The place of the number of ten digits that is nearest to a value, among all of them; 0 is the first."""
    if value < TINY:
        return 0
    digits, power = _nearest(value)
    return (power + POWERS) * 9 * FEWEST + digits - FEWEST + 1


def _number(place: int) -> float:
    """The number of ten digits at a place."""
    if not place:
        return 0.0
    power, digits = divmod(place - 1, 9 * FEWEST)
    return float((digits + FEWEST) / 10.0 ** (9 - power + POWERS))


def _nearest(value: float) -> tuple[int, int]:
    """The nearest number of ten digits as a whole number, and the power of ten of its first digit."""
    power = floor(log10(value))
    return round(value * 10.0 ** (9 - power)), power
