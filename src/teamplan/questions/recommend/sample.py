"""Answers: what does the team come to when every unknown is drawn at once?

Each draw takes every unknown assumption by itself from its range, half the time from either side of its value, nearer
values more likely, and plans that shop as any other. Eight draws in ten lie between the tenth and the ninetieth
percentile.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import accumulate
from math import ceil, comb, sqrt
from random import Random

from teamplan.engine.question import Question
from teamplan.playbook.figures import Figure
from teamplan.playbook.quantity import Quantity
from teamplan.questions.recommend.moved import TOTAL, Heads, planned
from teamplan.questions.recommend.range_plan import Sample

DRAWS = 20  # each a shop compiled anew
MOST_TRIES = 3  # for each draw that is wanted
HALF = 0.5
STEPS = 1000  # of a side of a range: short numbers are quick in exact arithmetic
TENTH = Fraction(1, 10)
UNSURE = Fraction(1, 40)  # beyond either bound of a percentile


class Drawn:
    """The headcounts of the drawn shops; without any, those of the question stand for them."""

    def __init__(self, question: Question, shops: list[Heads], tries: int, seed: int) -> None:
        planned_ = question.heads | {TOTAL: sum(question.heads.values())}
        self._shops, self._found, self._tries, self._seed = shops or [planned_], len(shops), tries, seed
        self._planned = planned_[TOTAL]

    def percentiles(self, role: str) -> tuple[int, int]:
        """The least people that are enough in one draw of ten, and in nine of ten."""
        people, (low, high) = self._sorted(role), _ranks(len(self._shops))
        return people[low - 1], people[high - 1]

    @property
    def sample(self) -> Sample:
        people, draws = self._sorted(TOTAL), len(self._shops)
        few, many = _sure(draws)
        return Sample(
            seed=self._seed,
            draws=self._found,
            left_out=self._tries - self._found,
            enough=sum(each <= self._planned for each in people),
            p10_within=(people[few - 1], people[many - 1]),
            p90_within=(people[draws - many], people[draws - few]),
        )

    def _sorted(self, role: str) -> list[int]:
        return sorted(shop[role] for shop in self._shops)


def drawn(question: Question, names: Iterable[str], seed: int, draws: int = DRAWS) -> Drawn:
    """So many shops that can be planned, drawn by a seed; fewer where most of what is drawn cannot."""
    random, unknown, shops, tries = Random(seed), sorted(names), list[Heads](), 0
    while len(shops) < draws and tries < draws * MOST_TRIES:
        tries += 1
        heads = planned(question, dict(_draw(question, unknown, random)))
        shops += [] if heads is None else [heads]
    return Drawn(question, shops, tries, seed)


def _draw(question: Question, names: Iterable[str], random: Random) -> Iterator[tuple[str, Quantity]]:
    for name in names:
        yield name, two_sided(question.playbook.assumptions[name], random.random())


def two_sided(figure: Figure, share: float) -> Quantity:
    """The value below which a share of the chances lies: half of them on each side of the figure's own value.

    On each side they thin out evenly towards the end of the range, so that the value is the most likely and as often
    too high as too low, however far the range reaches to one side. To a thousandth of a side of the range.
    Formula: the inverse of the two-sided triangular distribution with half its mass on each side.
    """
    value, (low, high) = figure.value.number, figure.range
    if share < HALF:
        number = low + (value - low) * _steps(sqrt(2 * share))
    else:
        number = high - (high - value) * _steps(sqrt(2 * (1 - share)))
    return Quantity(number, figure.value.unit)


def _steps(part: float) -> Fraction:
    return Fraction(round(part * STEPS), STEPS)


def _ranks(draws: int) -> tuple[int, int]:
    """Which of so many draws, counted from 1 in order, are the tenth and the ninetieth percentile (nearest rank)."""
    return ceil(draws * TENTH), ceil(draws * (1 - TENTH))


def _sure(draws: int) -> tuple[int, int]:
    """The draws in order between which the true tenth percentile lies, in 95 of 100 seeds at least.

    Source of the formula: order statistics; the draws below a percentile are binomial. Bounded by the draws there are.
    """
    chances = accumulate(comb(draws, k) * TENTH**k * (1 - TENTH) ** (draws - k) for k in range(draws + 1))
    below = list(chances)
    few = sum(chance <= UNSURE for chance in below)
    many = next(k for k, chance in enumerate(below) if chance >= 1 - UNSURE) + 1
    return max(1, few), min(draws, many)
