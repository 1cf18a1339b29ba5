"""Owns what a plan took for granted: the defaults that say most about a shop and that its owner did not give."""

from collections.abc import Iterator

from teamplan.engine.question import Question
from teamplan.playbook.store import key_of
from teamplan.questions.recommend.plan import Assumed


def assumed(question: Question) -> tuple[Assumed, ...]:
    """What an owner could say of his shop at once and did not, the most telling first."""
    skills = question.store.founder_skills is None and any(post.postponed for post in question.stage.posts.values())
    return (
        *((Assumed("founder_skills", None),) if skills else ()),
        *_inputs(question),
    )


def _inputs(question: Question) -> Iterator[Assumed]:
    """The declared inputs that the plan rests on and of which neither the shop nor an override says anything."""
    store, amounts = question.store, question.shop.amounts
    defaults = question.playbook.stages[question.stage.stage_id].inputs
    terms = [term for driver in question.playbook.frame.drivers.values() for term in driver.from_]
    used = {reference for term in terms for reference in (*term.times, *term.less, *term.over)}
    for name, declared in question.playbook.frame.inputs.items():
        if declared.measures is not None or (declared.sets and declared.sets not in used):
            continue
        assumption = (declared.sets or defaults[name])[1:]
        if store.given(name) is None and assumption not in store.assumptions:
            value = amounts.values[assumption] if declared.sets else question.stage.loads.input(name).at(question.point)
            yield Assumed(key_of(name), float(value))
