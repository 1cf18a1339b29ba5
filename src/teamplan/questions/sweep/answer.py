"""Answers: how does the team change along one input?"""

from collections.abc import Iterable

from teamplan.engine.pay.payroll import Payroll, payroll_of
from teamplan.engine.question import Question, ask
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store
from teamplan.questions.sweep.steps import Sweep, SweepStep


def sweep(playbook: Playbook, name: str, stores: Iterable[tuple[str, Store]]) -> Sweep:
    """The team at each value (as written) of the input. Raises a TeamplanError where a value does not fit."""
    steps: list[SweepStep] = []
    first: Question | None = None
    payroll: Payroll | None = None
    for value, store in stores:
        question = ask(playbook, store, first)
        first = first or question
        stage = question.stage.stage_id
        begins = bool(steps) and steps[-1].stage != stage
        people = {role: count for role, count in question.heads.items() if count}
        payroll = _payroll(question, first, payroll)
        cost = payroll.month(people)
        steps.append(SweepStep(value, question.volume.orders, stage, begins, sum(people.values()), people, cost))
    return Sweep(name, tuple(steps), steps[0].cost.likely.currency)


def _payroll(question: Question, first: Question, known: Payroll | None) -> Payroll:
    """The payroll of a step: the known one, unless the input that moves is an assumption."""
    alike = question.store.assumptions == first.store.assumptions
    return known if known and alike else payroll_of(question.playbook, question.store)
