"""Owns which difference a fault comes from that is seen in a file under it.

What is under differences is a playbook that is sound by itself: then a fault that is seen there was brought about from
above, by the difference that has most words in common with it, else by all of them.
"""

import re
from collections.abc import Iterator
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
        return own
    under = beneath(where)
    below = _faults(under) if under is not None else []
    if below:
        return [*own, *below]
    made = list(_differences(stack))
    told = [each if each in own else _from(each, made, stack) for each in problems]
    return [each for place, each in enumerate(told) if each not in told[:place]]  # one difference changes every stage


def _is_in(file: Path, folder: Path) -> bool:
    return folder in (file, file.parent)


def _faults(where: Where) -> list[Problem]:
    from teamplan.reading.load import inspect

    return inspect(where)[1]


def _differences(stack: Stack) -> Iterator[PlainDifference]:
    """Every difference of the folder that lies on top."""
    for path, (document, _) in stack.known.items():
        if path.parent == stack.layers[-1].folder:
            yield from differences(document, re.sub("^[0-9]+-", "", path.stem))


def _from(problem: Problem, made: list[PlainDifference], stack: Stack) -> Problem:
    words = {word for text in (*problem.path, *map(str, problem.values.values())) for word in WORDS.findall(text)}
    common = [len(each.words & words) for each in made]
    most = max(common, default=0)
    top = stack.layers[-1]
    whole = Location(str(top.folder / f"{OVERLAY if top.overlay else FRAME}.yaml"))
    where = made[common.index(most)].where if most else whole
    return problem.with_(where=where, seen=problem.where)
