"""Owns the question's stage with other values for some assumptions: is it still sound, and whom does it ask for?"""

from collections.abc import Mapping

from teamplan.engine.question import Question, with_figures
from teamplan.engine.rules import check_amounts
from teamplan.engine.staffing import StageCurves, refuse_uncounted
from teamplan.errors import TeamplanError
from teamplan.playbook.quantity import Quantity

TOTAL = "total"
Heads = dict[str, int]


def moved(question: Question, chosen: Mapping[str, Quantity]) -> StageCurves | None:
    """The stage with other values, only what they move compiled anew; None if they are not sound."""
    known = question.shop.playbook  # not the question's: that has the opening hours of its own volume
    figures = {name: known.assumptions[name].model_copy(update={"value": value}) for name, value in chosen.items()}
    playbook, names = known.with_values(figures), chosen.keys()
    if next(check_amounts(playbook, names), None) is not None:
        return None
    return with_figures(question.shop, figures).curves(question.store.stage, question.volume.orders)


def heads_of(question: Question, stage: StageCurves) -> Heads:
    """The people in each role and in all. Raises a TeamplanError where they cannot be counted."""
    refuse_uncounted(stage.uncounted(question.volume.at))
    heads = stage.headcounts_once(question.volume.at)
    return heads | {TOTAL: sum(heads.values())}


def planned(question: Question, chosen: Mapping[str, Quantity]) -> Heads | None:
    """The people with these values; None where they are not sound, or ask for more than can be planned."""
    stage = moved(question, chosen)
    try:
        return None if stage is None else heads_of(question, stage)
    except TeamplanError:
        return None
