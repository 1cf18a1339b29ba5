"""Answers: which team does this shop need, and why?"""

from collections.abc import Iterator
from fractions import Fraction
from math import fsum, inf, isfinite, nextafter

from teamplan.engine.hires import in_hire_order
from teamplan.engine.linear import VISITORS
from teamplan.engine.opening import hours_plan
from teamplan.engine.owner import RELIEF, full_time_jobs, owner_limit
from teamplan.engine.question import Question, ask
from teamplan.engine.staffing import Staffed
from teamplan.engine.volume import both_ways
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import MOST_ORDERS, Store
from teamplan.questions.recommend.advice import advice_for
from teamplan.questions.recommend.assumed import assumed
from teamplan.questions.recommend.category import category_plan
from teamplan.questions.recommend.plan import (
    DepartmentPlan,
    FunctionPlan,
    NextAt,
    NextStage,
    OwnerDuty,
    OwnerPlan,
    Plan,
    RolePlan,
    StagePlan,
    StorePlan,
)


def recommend(playbook: Playbook, store: Store) -> Plan:
    """The plan for a store. Raises a TeamplanError that carries everything wrong with the store."""
    return plan_of(ask(playbook, store))


def plan_of(question: Question) -> Plan:
    """The plan of a compiled question."""
    roles = tuple(role_plan(question, role) for role in question.stage.posts)
    plan = Plan(
        store=_store(question),
        drivers={name: float(_driver(question, name)) for name in question.playbook.frame.drivers},
        stage=_stage(question),
        functions=tuple(_function(function, roles) for function in question.playbook.frame.functions),
        roles=roles,
        owner=_owner(question),
        hours=hours_plan(question),
        headcount=sum(role.headcount for role in roles),
        to_hire=in_hire_order(question.playbook, {role.id: role.missing for role in roles}),
        to_spare=in_hire_order(question.playbook, _spare(question)),
        advice=(),
        assumed=assumed(question),
        departments=tuple(_departments(question, roles)),
        category=category_plan(question),
    )
    return advice_for(question, plan)


def role_plan(question: Question, role: str) -> RolePlan:
    """One role that the question's stage has, or that may open early in it."""
    post, team = question.stage.posts[role], question.store.team
    people, volume = question.heads[role], question.volume.at[post.volume]
    return RolePlan(
        id=role,
        function=question.playbook.roles[role].function,
        headcount=people,
        fte=float(question.fte(post)),
        binding=post.binding(volume),
        duties=post.arising,
        next_at=next_at(question, post, people),
        not_hired=None if people else why_nobody(post, volume),
        have=team.have(role) if team else None,
        dedicated=post.post.floor > 0,
    )


def why_nobody(post: Staffed, volume: float) -> str:
    """Why a post has nobody: a skill of the founder, its stage, hours bought in, or too little work."""
    if post.bought_in(volume) and post.load.axes | {post.load.constant} != {0}:
        return "bought-in"
    if post.postponed:
        return "founder"
    if post.early or post.post.opens_at is not None:
        return "early"
    return "from-fte" if post.post.from_fte is not None else "no-load"


def next_at(question: Question, post: Staffed, people: int) -> NextAt | None:
    """The volume above which the post needs more people; None where no volume of this stage does."""
    full = post.headcount.full_at(people)
    conversion = question.volume.conversion
    if not isfinite(full) or (post.volume == VISITORS and not conversion):  # visitors that never order lead nowhere
        return None
    orders, visitors = both_ways(post.volume, full, conversion)
    following = question.playbook.stage_after(question.stage.stage_id)
    by_orders = question.store.stage is None and following is not None
    bound = question.shop.starts_at(following) if by_orders and following else MOST_ORDERS
    return NextAt(orders, visitors) if nextafter(orders, inf) < bound else None


def _store(question: Question) -> StorePlan:
    volume, loads = question.volume, question.stage.loads
    age = question.store.age_days
    return StorePlan(
        visitors=volume.visitors,
        conversion=volume.conversion,
        orders=volume.orders,
        inputs={name: float(loads.input(name).at(volume.exact)) for name in question.playbook.frame.amounts},
        age_days=None if age is None else float(age),
        founder_skills=tuple(sorted(question.store.skills & set(question.playbook.frame.functions))),
    )


def _driver(question: Question, driver: str) -> Fraction:
    return question.stage.loads.driver(driver).at(question.volume.exact)


def _function(function: str, roles: tuple[RolePlan, ...]) -> FunctionPlan:
    own = [role for role in roles if role.function == function]
    hired = [role for role in own if role.headcount]
    return FunctionPlan(function, sum(role.headcount for role in own), fsum(role.fte for role in hired))


def _owner(question: Question) -> OwnerPlan:
    carried = question.owner()
    open_days = question.shop.amounts.time.days_open
    duties = tuple(OwnerDuty(each.duty, float(each.hours * open_days), each.why, each.role) for each in carried)
    kept = _kept_to_the_last(question.playbook)
    handed = next((each.duty for each in carried if each.why != RELIEF and each.duty not in kept), None)
    total = sum((each.hours for each in carried), Fraction(0))
    limit = owner_limit(question.playbook, question.shop.amounts, question.store.owner_hours)
    most = None if limit is None else float(full_time_jobs(question.stage, limit))
    time, jobs = question.shop.amounts.time, full_time_jobs(question.stage, total)
    return OwnerPlan(float(jobs), float(jobs * time.shift * time.days_worked), duties, handed, most)


def _kept_to_the_last(playbook: Playbook) -> set[str]:
    """Duties that no role of the last stage carries: the owner keeps them, so they are never handed over."""
    last = list(playbook.stages.values())[-1]
    return set(playbook.duties) - set(last.carrier)


def _stage(question: Question) -> StagePlan:
    shop, volume, store = question.shop, question.volume, question.store
    stage_id = question.stage.stage_id
    stage = question.playbook.stages[stage_id]
    return StagePlan(
        id=stage_id,
        by="orders" if store.stage is None else "given",
        starts_at_orders=shop.starts_at(stage_id),
        by_orders=shop.stage_of(volume.orders),
        by_age=None if store.age_days is None else shop.stage_by_age(float(store.age_days)),
        by_visitors=None if volume.visitors is None else shop.stage_by_visitors(volume.visitors),
        transition=volume.orders > float(stage.typical_orders[1])
        and question.playbook.stage_after(stage_id) is not None,
        next=_next_stage(question, stage_id),
        held_at=_held_at(question, stage_id),
    )


def _held_at(question: Question, stage_id: str) -> str | None:
    """The first stage, where the shop says that it is not ready for a later one."""
    first = next(iter(question.playbook.stages))
    return first if question.store.ready is False and stage_id != first else None


def _next_stage(question: Question, stage_id: str) -> NextStage | None:
    following = question.playbook.stage_after(stage_id)
    if following is None:
        return None
    volume, bound = question.volume, question.shop.starts_at(following)
    growing = volume.orders > 0 and bound > volume.orders
    visitors = bound / volume.conversion if volume.conversion else None
    there = volume.at_orders(max(bound, volume.orders)).at
    stage = question.shop.compiled(following)
    heads = stage.known_headcounts(there)
    more = {role: people - question.heads.get(role, 0) for role, people in heads.items()}
    growth = 100 * (bound / volume.orders - 1) if growing else None
    hires = in_hire_order(question.playbook, more)
    return NextStage(following, bound, visitors, growth, hires, stage.uncounted(there))


def _departments(question: Question, roles: tuple[RolePlan, ...]) -> Iterator[DepartmentPlan]:
    """The departments that a source gives a size in this stage, with the people of the plan."""
    for name, department in question.playbook.frame.departments.items():
        if question.stage.stage_id in department.stages:
            people = sum(role.headcount for role in roles if role.function in department.functions)
            yield DepartmentPlan(name, department.functions, people, *department.people, department.source)


def _spare(question: Question) -> dict[str, int]:
    """People of the given team beyond the need of their role, or in a role that the stage does not have."""
    team = question.store.team
    return {role: team.have(role) - question.heads.get(role, 0) for role in team.roles} if team else {}
