"""Answers: what do 50, 80, 90 and 95 % of days cost in people, and how many days are missed with those planned?"""

from fractions import Fraction

from teamplan.engine.delivered.kept import days_below_in
from teamplan.engine.percentile import PercentilePlan, percentile_plans
from teamplan.engine.question import Question, ask
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import MEAN_DAY, Store
from teamplan.questions.recommend.plan import Plan, RolePlan


def percentiles(playbook: Playbook, store: Store) -> tuple[PercentilePlan, ...]:
    """The whole team at each percentile of days; nothing where the playbook does not say how days differ."""
    if playbook.frame.day_cv is None:
        return ()

    def people(percentile: Fraction) -> int:
        return sum(ask(playbook, store.model_copy(update={"percentile": percentile})).heads.values())

    return percentile_plans(people, store.percentile or MEAN_DAY)


def with_days_below(plan: Plan, question: Question) -> Plan:
    """The plan with the share of days on which the people of a role keep less than was promised."""
    return plan.with_(roles=tuple(_with_days_below(role, question) for role in plan.roles))


def _with_days_below(role: RolePlan, question: Question) -> RolePlan:
    if role.delivered is None:
        return role
    share = days_below_in(question.stage, question.volume.at, role.id, role.headcount)
    return role.with_(delivered=role.delivered.with_(days_below=share))
