"""Owns `--orders-x` read backwards: the largest multiple of orders that can be carried."""

from collections.abc import Callable
from fractions import Fraction

from teamplan.errors import TeamplanError
from teamplan.questions.peak.hands import event_work
from teamplan.questions.peak.question import PeakQuestion, at_times
from teamplan.questions.peak.rule import by_rule
from teamplan.questions.peak.work import Work, uncovered

ENOUGH = 64  # times, a power of two; who carries more need not know how much
PARTS = 10  # of an ordinary day, to which the multiple is found


def largest_multiple(question: PeakQuestion, with_: Callable[[Work], Work]) -> float | None:
    """The largest multiple, in tenths, at which nothing is missing by the rule; `ENOUGH` at most, None where at none.

    By the rule with or without a solver, so that every machine says the same.
    """
    if not _carried(question, PARTS, with_):
        return None
    low, high = PARTS, 2 * PARTS
    while _carried(question, high, with_):
        if high == ENOUGH * PARTS:
            return float(ENOUGH)
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _carried(question, middle, with_) else (low, middle)
    return low / PARTS


def _carried(question: PeakQuestion, tenths: int, with_: Callable[[Work], Work]) -> bool:
    try:
        work = with_(event_work(at_times(question, Fraction(tenths, PARTS))))
    except TeamplanError:  # more orders than one shop sells
        return False
    return not uncovered(work, by_rule(work))
