"""Owns what a breakpoint means.

`k` people are full *at* breakpoint `k` and the next one is needed *above* it, so the headcount at a volume is the
number of breakpoints below it: `bisect_left` over those that are known, `searchsorted(side="left")` for arrays.
A stage begins *at* its bound: `bisect_right`; a breakpoint is told in the same way, for programs that know no other,
as the float above it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from fractions import Fraction
from math import inf, isinf, nextafter


def people_at(breakpoints: Sequence[float], volume: float) -> int:
    """People needed at a volume, given breakpoints that reach at least to it."""
    return bisect_left(breakpoints, volume)


def threshold(full: float) -> float:
    """The smallest float above a breakpoint: the next one is needed *from* here on."""
    return nextafter(full, inf)


def stage_at(bounds: Sequence[float], orders: float) -> int:
    """Index of the highest stage whose bound is reached; bounds ascend from 0."""
    return bisect_right(bounds, orders) - 1


def largest_float_not_above(exact: Fraction) -> float:
    """The one conversion from exact to binary: no float between the result and `exact`."""
    nearest = exact.numerator / exact.denominator
    top, bottom = nearest.as_integer_ratio()
    return nextafter(nearest, -inf) if top * exact.denominator > exact.numerator * bottom else nearest


def largest_input(result: Callable[[float], float], bound: float, guess: float) -> float:
    """The largest float whose monotone `result` is not above `bound`; `guess` is a few floats away at most."""
    if isinf(bound) or bound == 0:  # below the smallest floats every product is 0, and the walk would be long
        return bound
    while result(guess) > bound:
        guess = nextafter(guess, -inf)
    while result(nextafter(guess, inf)) <= bound:
        guess = nextafter(guess, inf)
    return guess
