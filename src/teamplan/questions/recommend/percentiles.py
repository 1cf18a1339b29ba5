"""Answers: what do 50, 80, 90 and 95 % of days cost in people?"""

from fractions import Fraction

from teamplan.engine.percentile import PercentilePlan, percentile_plans
from teamplan.engine.question import ask
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import MEAN_DAY, Store


def percentiles(playbook: Playbook, store: Store) -> tuple[PercentilePlan, ...]:
    """The whole team at each percentile of days; nothing where the playbook does not say how days differ."""
    if playbook.frame.day_cv is None:
        return ()

    def people(percentile: Fraction) -> int:
        return sum(ask(playbook, store.model_copy(update={"percentile": percentile})).heads.values())

    return percentile_plans(people, store.percentile or MEAN_DAY)
