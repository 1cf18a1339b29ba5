"""Owns the volume above which a role needs one more person: by its curve, and with the people of a given team."""

from collections.abc import Iterator
from itertools import islice
from math import inf, isfinite, nextafter

from teamplan.engine.coming import Coming, growing
from teamplan.engine.linear import ORDERS, VISITORS
from teamplan.engine.present import NOBODY, People, Present, plain, with_hires
from teamplan.engine.question import Question
from teamplan.engine.staffing import Staffed
from teamplan.engine.volume import both_ways
from teamplan.playbook.store import MOST_ORDERS
from teamplan.questions.recommend.plan import NextAt, RolePlan

MOST_STEPS = 20  # of a growing team that are walked for those whose own curve says too little


def next_at(question: Question, post: Staffed, people: int) -> NextAt | None:
    """The volume above which the post needs more people; None where no volume of this stage does."""
    following = question.playbook.stage_after(question.stage.stage_id)
    by_orders = question.store.stage is None and following is not None
    bound = question.shop.starts_at(following) if by_orders and following else MOST_ORDERS
    if by_orders and post.volume == ORDERS and post.headcount.once(nextafter(bound, -inf)) <= people:
        return None  # told without the volume, which may be far away
    full = post.headcount.full_at(people)
    conversion = question.volume.conversion
    if not isfinite(full) or (post.volume == VISITORS and not conversion):  # visitors that never order lead nowhere
        return None
    orders, visitors = both_ways(post.volume, full, conversion)
    return NextAt(orders, visitors) if nextafter(orders, inf) < bound else None


def with_team(question: Question, present: Present, roles: tuple[RolePlan, ...]) -> tuple[RolePlan, ...]:
    """The roles with the people who work in them, and who comes next once those are there whom the team lacks.

    People of other titles may step in, and small loads are shared, so that a role may need somebody later than its
    own curve says, and nobody does before the team as a whole stops sufficing.
    """
    staff = with_hires(present.people, present.missing)
    own = {role.id: _own(question, role, staff) for role in roles}
    steps = growing(question, question.stage.stage_id, staff, question.volume.conversion or None)
    first = next(steps, None)
    soonest = inf if first is None else first.orders
    early = {role for role, at in own.items() if at is not None and at.orders < soonest}
    own |= dict.fromkeys(early) if first is None else _walked(first, steps, early)
    return tuple(
        role.with_(
            have=plain(present.people.get(role.id, NOBODY)),
            missing=present.missing.get(role.id, 0),
            next_at=own[role.id],
        )
        for role in roles
    )


def _own(question: Question, role: RolePlan, staff: People) -> NextAt | None:
    """What the curve of a role says of the people who are in it."""
    return next_at(question, question.stage.posts[role.id], max(role.headcount, int(staff.get(role.id, NOBODY))))


def _walked(first: Coming, steps: Iterator[Coming], early: set[str]) -> dict[str, NextAt | None]:
    """Where those of the first step come, and those whose own curve would have them before it."""
    found = {role: _at(first, role) for role in first.read.missing}
    wanted = early - found.keys()
    for step in islice(steps, MOST_STEPS) if wanted else ():
        found |= {role: _at(step, role) for role in wanted & step.read.missing.keys() - found.keys()}
        if not wanted - found.keys():
            break
    return dict.fromkeys(early) | found


def _at(step: Coming, role: str) -> NextAt:
    return NextAt(step.orders, step.visitors(role) if step.axis.conversion else None)
