"""Owns what drawings share: the chart of an answer, its boxes by number, and the tree that a terminal shows of it."""

from collections.abc import Iterator
from itertools import count

from teamplan.page.answer import Answer
from teamplan.page.blocks import Box, Tree

Numbered = tuple[int, int | None, Box]  # the number of a box, that of the box above, and the box


def chart_of(answer: Answer) -> Box:
    """The chart of an answer. Raises ValueError where there is nothing to draw."""
    if answer.chart is None:
        raise ValueError("nothing to draw")
    return answer.chart()


def numbered(chart: Box) -> Iterator[Numbered]:
    """Every box with its number and that of the box above, from the top down, in the order of reading."""
    numbers = count(1)
    waiting: list[tuple[int | None, Box]] = [(None, chart)]
    while waiting:
        above, box = waiting.pop()
        number = next(numbers)
        yield number, above, box
        waiting += [(number, below) for below in reversed(box.below)]


def as_tree(box: Box, colon: str, stop: str) -> Tree:
    """The chart as a tree: a line a box, and one for each item of a box that lists some."""
    told = "" if box.listed or not box.lines else colon + stop.join(box.lines)
    items = tuple(map(Tree, box.lines)) if box.listed else ()
    return Tree(box.title + told, (*items, *(as_tree(each, colon, stop) for each in box.below)))
