"""Owns which difference a fault comes from that is seen in a file under it.

What is under differences is a playbook that is sound by itself: then a fault that is seen there was brought about from
above, by the difference that has most words in common with it, else by all of them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from teamplan.errors import Location, Problem
from teamplan.reading.differences import PlainDifference, differences
from teamplan.reading.layers import FRAME, OVERLAY, Stack, beneath
from teamplan.reading.places import Where

WORDS = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")


def blamed(where: Where, stack: Stack, problems: list[Problem]) -> list[Problem]:
    """The faults, each where it came from; where what is under it is not sound by itself, those of that instead."""
    top = stack.layers[-1].folder
    own = [each for each in problems if each.where is None or _is_in(Path(each.where.file), top)]
    if len(own) == len(problems):
        return _once(own)
    under = beneath(where)
    below = _faults(under) if under is not None else []
    if below:
        return [*_once(own), *below]
    made = _Made(stack)
    return _once(
        each if each.where is None or _is_in(Path(each.where.file), top) else made.by(each) for each in problems
    )


def _once(problems: Iterable[Problem]) -> list[Problem]:
    """Each fault once: a difference may change every stage."""
    return list({(each.key, each.where, each.seen, each.path, str(each.values)): each for each in problems}.values())


def _is_in(file: Path, folder: Path) -> bool:
    return folder in (file, file.parent)


def _faults(where: Where) -> list[Problem]:
    from teamplan.reading.load import inspect

    return inspect(where)[1]


class _Made:
    """The differences of the folder that lies on top, by their words."""

    def __init__(self, stack: Stack) -> None:
        top = stack.layers[-1]
        self._whole = Location(str(top.folder / f"{OVERLAY if top.overlay else FRAME}.yaml"))
        self._all: list[PlainDifference] = []
        for path, (document, _) in stack.known.items():
            if path.parent == top.folder:
                self._all += differences(document, re.sub("^[0-9]+-", "", path.stem))
        self._with: dict[str, list[int]] = defaultdict(list)
        for place, each in enumerate(self._all):
            for word in each.words:
                self._with[word].append(place)

    def by(self, problem: Problem) -> Problem:
        """A fault at the difference that has most words in common with it, the first of several, else at the folder."""
        words = {word for text in (*problem.path, *map(str, problem.values.values())) for word in WORDS.findall(text)}
        common = Counter(place for word in words for place in self._with.get(word, ()))
        most = max(common.values(), default=0)
        place = min((place for place, count in common.items() if count == most), default=None)
        return problem.with_(where=self._whole if place is None else self._all[place].where, seen=problem.where)
