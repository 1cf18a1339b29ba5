"""Owns what other Python programs may rely on: a few names over the very functions that the prompt calls.

    playbook = load_playbook()
    plan = recommend(playbook, {"visitors": 6000, "conversion": "4.5%"})

A shop is said as at the prompt or in a store file: numbers, or texts with units. Nothing is printed, and nothing kept
but the copies of playbooks that the prompt keeps too. Playbooks, plans and steps never change once made; threads may
share them.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from teamplan.engine.thresholds import Thresholds
from teamplan.errors import TeamplanError
from teamplan.language import Speaker
from teamplan.page.problems import problem_data, tell
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store
from teamplan.questions.recommend.plan import Plan
from teamplan.reading.compiled import playbook_in
from teamplan.reading.inputs import read_options, read_store
from teamplan.reading.places import place_named

__all__ = ["InputError", "Plan", "Playbook", "Store", "Thresholds", "curves", "load_playbook", "recommend"]

Given = ParamSpec("Given")
Found = TypeVar("Found")
Shop = Store | Mapping[str, Any]
ENGLISH = Speaker("en")


class InputError(ValueError):
    """Unusable input: what it says has a line for each fault, with its place and the mend, in English.

    `problems` holds the same as data: file, line, column, path, key and message of each.
    """

    def __init__(self, error: TeamplanError) -> None:
        super().__init__(tell(error.problems, ENGLISH))
        self.problems = [problem_data(problem, ENGLISH) for problem in error.problems]


def _told(ask: Callable[Given, Found]) -> Callable[Given, Found]:
    """The same, with faults as an `InputError`."""

    @wraps(ask)
    def asked(*values: Given.args, **named: Given.kwargs) -> Found:
        try:
            return ask(*values, **named)
        except TeamplanError as error:
            raise InputError(error) from None

    return asked


@_told
def load_playbook(name: str | Path | None = None, overlays: Iterable[str | Path] = ()) -> Playbook:
    """A playbook that ships, by its name (the first one without any), or the one in a folder, with overlays over it.

    Raises an InputError with every fault in it.
    """
    where = place_named(None if name is None else str(name), [str(each) for each in overlays])
    return playbook_in(where, events=True, sourcing=True)


@_told
def recommend(playbook: Playbook, store: Shop) -> Plan:
    """The plan of a shop: what `teamplan recommend` answers, with headcounts in people and load in full-time jobs.

    A shop takes the keys of a store file: `visitors` and `orders` a day, `conversion` as a share (`0.045` or `"4.5%"`),
    `team`, `founder_skills`, the inputs of the playbook, `assumptions` by name. Raises an InputError with every fault.
    """
    from teamplan.questions.recommend.answer import plan_asked_for
    from teamplan.questions.recommend.question import PlanAsked

    return plan_asked_for(playbook, _store(playbook, store), PlanAsked())


@_told
def curves(
    playbook: Playbook, store: Shop, most_orders: float | None = None, most_visitors: float | None = None
) -> Thresholds:
    """Every step of the team of a shop up to so many orders a day: what `teamplan curves` answers.

    In each stage a role has `people` at its first volume, and one more from each of `one_more_from` on, which are
    exact: headcounts of any number of volumes follow by counting. Without `most_orders` it is three times the orders of
    the shop, at least 6,000. Raises an InputError with every fault, also where a role depends on visitors that nobody
    gave.
    """
    from teamplan.questions.curves.answer import curves as ask
    from teamplan.questions.curves.question import CurvesQuestion

    ends = {"most_orders": most_orders, "most_visitors": most_visitors}
    asked = read_options({name: value for name, value in ends.items() if value is not None}, CurvesQuestion)
    return ask(playbook, _store(playbook, store), asked)


def _store(playbook: Playbook, given: Shop) -> Store:
    return given if isinstance(given, Store) else read_store(given, None, None, playbook)
