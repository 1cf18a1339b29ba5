"""Answers: what falls outside the opening hours, what would answering it cost, and what does splitting service cost?"""

from collections.abc import Iterator

from teamplan.engine.compiling import compile_post
from teamplan.engine.pay.payroll import payroll_of
from teamplan.engine.question import Question
from teamplan.engine.staffing import Staffed
from teamplan.playbook.money import Money, nothing
from teamplan.playbook.stages import Post, Stage
from teamplan.record import Record


class LongerHours(Record):
    """The hours, the people more on the books, and their gross pay a month."""

    counted: str
    people: int
    pay: Money


def longer_hours(question: Question) -> LongerHours | None:
    """What answering in all hours that the platform counts would take; None where the shop is open then anyway."""
    stage, counted = question.playbook.stages[question.stage.stage_id], question.playbook.service.counted.open
    if stage.service is None or counted.within(stage.service.open) or not stage.service.open.within(counted):
        return None
    longer = stage.model_copy(update={"service": stage.service.model_copy(update={"open": counted})})
    more = {role: _people(question, longer, role) - question.heads[role] for role in live_roles(question)}
    payroll = payroll_of(question.playbook, question.store)
    pays = (payroll.costs.of(role).pay.likely * people for role, people in more.items())
    pay = sum(pays, nothing(payroll.currency))
    return LongerHours(str(counted), sum(more.values()), pay)


def live_roles(question: Question) -> list[str]:
    """The roles that are hired and have somebody waiting for them."""
    return [role for role, post in question.stage.posts.items() if post.service and question.heads[role]]


def pooled(question: Question, role: str) -> tuple[tuple[str, ...], int] | None:
    """The roles among which an earlier stage's one post is split, and how many people it would take undivided.

    None where the role is not part of such a split, or the split has nobody waiting.
    """
    parts = next(_splits(question, role), ())
    hired = tuple(each for each in parts if question.heads.get(each))
    posts = [question.stage.posts[each] for each in hired]
    if len(hired) < 2 or not any(post.service for post in posts):
        return None
    stage = question.playbook.stages[question.stage.stage_id]
    duties = tuple(duty for post in posts for duty in post.post.duties)
    team = {each: post for each, post in stage.team.items() if each not in hired}
    together = stage.model_copy(update={"team": {hired[0]: Post(duties=duties, at_least=1)} | team})
    return hired, _people(question, together, hired[0])


def _splits(question: Question, role: str) -> Iterator[tuple[str, ...]]:
    """For each earlier stage, the latest first: the roles of this stage that share one of its posts with `role`."""
    stages = question.playbook.stages
    before = list(stages)[: list(stages).index(question.stage.stage_id)]
    carrier = stages[question.stage.stage_id].carrier
    own = {duty for duty, by in carrier.items() if by == role}
    for stage_id in reversed(before):
        for post in stages[stage_id].team.values():
            parts = tuple(dict.fromkeys(carrier[duty] for duty in post.duties if duty in carrier))
            functions = {question.playbook.roles[part].function for part in parts}
            if own & set(post.duties) and len(parts) > 1 and len(functions) == 1:
                yield parts


def _people(question: Question, stage: Stage, role: str) -> int:
    post: Staffed = compile_post(question.stage.loads, stage, question.stage.stage_id, role)
    return post.headcount.people(question.volume.at[post.volume])
