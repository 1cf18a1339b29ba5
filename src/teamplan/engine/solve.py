"""Owns root finding: where a monotone function crosses 0, and the grid of numbers on which roots are told.

A method each for what is known of the function: `smallest_reaching` over whole numbers, `secant` for a smooth function
that is nearly straight, `regula_falsi` for one made of straight pieces, `last_above` for any. An answer must not depend
on the way by which it was found: `largest_kept` ends such a search with the largest number of ten significant digits
that holds, which also hides the last bits of a machine's exponential.
"""

from collections.abc import Callable
from math import ceil, floor, inf, log2, log10, sqrt

Falling = Callable[[float], float]
Point = tuple[float, float]  # an argument, and the value of the function there

TINY = 1e-200  # nothing less is told apart from 0
FEWEST = 10**9  # the smallest whole number of ten digits
POWERS = 200  # of ten, on either side of 1
LAST = 2 * POWERS * 9 * FEWEST  # the index of the largest number that is looked at
MOST_STAYS = 3  # of an end in a row, before false position is taken to creep
MOST_SECANT, MOST_FALSE = 6, 40  # steps of each, before bracketing, which cannot fail, takes over
SETTLED = 1e-12  # of an argument: a step that changes less is the last


def last_above(falling: Falling, low: float, high: float) -> float:
    """A root in a bracket, from above, to eleven digits of `high`: `falling(low) >= 0 > falling(high)`.

    ITP, that is interpolate, truncate, project (Oliveira & Takahashi 2021): superlinear where the function is smooth,
    and at worst one step more than bisection.
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


def regula_falsi(falling: Falling, low: Point, high: Point, close: float) -> float:
    """A root between two points of a function made of straight pieces, up to `close` in its value.

    False position in the Illinois variant (Dowell & Jarratt 1971): the end that stays twice counts by half. Where
    the upper end stays more often, the lower one lies on a flat piece, and the piece that leads up to it is drawn on.
    Bracketing from the last two ends where the steps run out.
    """
    (start, above), (end, below) = low, high
    before, stays, uppers = 0.0, 0, (high, high)
    for _ in range(MOST_FALSE):
        straight = start + (end - start) * above / (above - below)
        point = straight if stays < MOST_STAYS else _drawn_on(uppers, start, end)
        value = falling(point)
        if abs(value) <= close:
            return point
        if value > 0:
            start, above, below = point, value, below / 2 if before > 0 else below
            stays += 1
        else:
            end, below, above = point, value, above / 2 if before < 0 else above
            stays, uppers = 0, (uppers[1], (point, value))
        before = value
    return last_above(falling, start, end)


def _drawn_on(uppers: tuple[Point, Point], low: float, high: float) -> float:
    """Where the straight line through two points above a bracket is 0; the middle where that is outside of it."""
    (far, least), (near, less) = uppers
    point = near - less * (near - far) / (less - least) if less != least else low
    return point if low < point < high else (low + high) / 2


def secant(falling: Falling, low: float, high: float, bend: float) -> float:
    """Next to a root in a bracket, by the secant method; bracketing where a step leaves it or the steps run out.

    The error of a step is about the product of the last two times the curvature. The function bends over the `bend`-th
    part of its argument, which tells when one more step would change nothing that ten digits show.
    """
    before, point = high, low
    for _ in range(MOST_SECANT):
        was, now = falling(before), falling(point)
        if was == now:
            break
        further = point - now * (point - before) / (now - was)
        if not low < further < high:
            break
        if abs(further - point) * abs(point - before) * bend <= SETTLED * point * point:
            return further
        before, point = point, further
        low, high = (point, high) if falling(point) >= 0 else (low, point)
    return last_above(falling, low, high)


def smallest_reaching(rising: Callable[[int], float], likely: int) -> int:
    """The smallest whole number from 1 on at which a rising, nearly straight function is not below 0.

    Secant steps from `likely` on until the root is bracketed, then false position and bisection in turns.
    """
    low, high = 0, None
    values = {0: -inf}
    point, step = likely, max(1, round(sqrt(likely) / 2))
    while high is None or high - low > 1:
        value = values[point] = rising(point)
        low, high = (low, point) if value >= 0 else (point, high)
        if high is not None and low and len(values) % 2:
            point = high - round((high - low) * values[high] / (values[high] - values[low]))
        elif high is not None and low:
            point = (low + high) // 2
        else:
            step = _further(values, point, step)
            point += step if value < 0 else -step
        point = max(point, low + 1) if high is None else min(max(point, low + 1), high - 1)
    return high


def _further(values: dict[int, float], point: int, step: int) -> int:
    """How far the root lies beyond the last number, by the slope to the nearest one before; at most four steps."""
    before = min((other for other in values if other and other != point), key=lambda each: abs(each - point), default=0)
    if not before or values[before] == values[point]:
        return step
    straight = abs(values[point] * (point - before) / (values[point] - values[before]))
    return max(1, min(4 * step, ceil(straight) + 1))


def largest_kept(kept: Callable[[float], bool], near: float) -> float:
    """The largest number of ten digits, up to 1e200, up to which a promise is kept; quickest from `near` it.

    Galloping search over the grid: steps double until the end is bracketed, then it is bisected, so that it ends soon
    wherever it begins, and where a promise is kept for ever.
    """
    index, step = _index(ten_digits(near)), 1
    if kept(_number(index)):
        low, high = index, min(index + 1, LAST)
        while high < LAST and kept(_number(high)):
            low, high, step = high, min(high + 2 * step, LAST), 2 * step
    else:
        low, high = max(index - 1, 0), index
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
    near = _number(_index(value))
    return near if near <= value else _before(near)


def ten_digits_up(value: float) -> float:
    """The smallest number of ten digits that is not below `value`."""
    below = ten_digits(value)
    return below if below == value else _after(below)


def _after(value: float) -> float:
    return _number(_index(value) + 1)


def _before(value: float) -> float:
    return _number(max(_index(value) - 1, 0))


def _index(value: float) -> int:
    """The index of the number of ten digits that is nearest to a value, among all of them; 0 is the first."""
    if value < TINY:
        return 0
    digits, power = _nearest(value)
    return (power + POWERS) * 9 * FEWEST + digits - FEWEST + 1


def _number(index: int) -> float:
    """The number of ten digits of an index."""
    if not index:
        return 0.0
    power, digits = divmod(index - 1, 9 * FEWEST)
    return float((digits + FEWEST) / 10.0 ** (9 - power + POWERS))


def _nearest(value: float) -> tuple[int, int]:
    """The nearest number of ten digits as a whole number, and the power of ten of its first digit."""
    power = floor(log10(value))
    return round(value * 10.0 ** (9 - power)), power
