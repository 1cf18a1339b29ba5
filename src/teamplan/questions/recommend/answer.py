"""Answers: which team does this shop need, and why?"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import fsum, inf, nextafter

from teamplan.engine.delivered.kept import kept_in
from teamplan.engine.hires import in_hire_order
from teamplan.engine.linear import ORDERS
from teamplan.engine.opening import hours_plan
from teamplan.engine.owner import RELIEF, jobs_carried, owner_limit, week_of
from teamplan.engine.pay.payroll import payroll_of
from teamplan.engine.pay.price import bills_of, people_of, price_of
from teamplan.engine.present import People, Present, Told, missing_in, present_of, with_hires
from teamplan.engine.question import Question, ask
from teamplan.engine.staffing import Staffed
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.stages import Post
from teamplan.playbook.store import MEAN_DAY, Store
from teamplan.questions.recommend.advice import advice_for
from teamplan.questions.recommend.assumed import assumed
from teamplan.questions.recommend.category import category_plan
from teamplan.questions.recommend.next_hire import next_at, with_team
from teamplan.questions.recommend.plan import (
    PART_TIME_BELOW,
    DepartmentPlan,
    FunctionPlan,
    NextStage,
    OwnerDuty,
    OwnerPlan,
    Plan,
    RolePlan,
    StagePlan,
    StorePlan,
)
from teamplan.questions.recommend.question import PlanAsked


def recommend(playbook: Playbook, store: Store) -> Plan:
    """The plan for a store. Raises a TeamplanError that carries everything wrong with the store."""
    return plan_of(ask(playbook, store))


def plan_asked_for(playbook: Playbook, store: Store, asked: PlanAsked) -> Plan:
    """The plan for a store with all that is asked for beside it. Raises as `recommend` does."""
    question = ask(playbook, store)
    plan = plan_of(question)
    if asked.details or plan.percentile is not None:
        from teamplan.questions.recommend.percentiles import percentiles, with_days_below

        plan = with_days_below(plan, question).with_(percentiles=percentiles(playbook, store))
    if asked.seed is not None:
        from teamplan.questions.recommend.ranges import ranges

        plan = plan.with_(range=ranges(question, asked.seed))
    if orders := asked.orders or ((store.hire_order,) if store.hire_order else ()):
        from teamplan.questions.recommend.hire_paths import hire_paths

        plan = plan.with_(hire_paths=hire_paths(question, orders))
    return plan


def plan_of(question: Question) -> Plan:
    """The plan of a compiled question."""
    payroll, present = payroll_of(question.playbook, question.store), present_of(question)
    bought = bills_of(question, payroll)
    roles = tuple(_with_delivered(role_plan(question, role), question) for role in question.stage.posts)
    if present is not None:
        roles = with_team(question, present, roles)
    plan = Plan(
        store=_store(question),
        drivers={name: float(_driver(question, name)) for name in question.playbook.frame.drivers},
        stage=_stage(question, present),
        functions=tuple(_function(function, roles) for function in question.playbook.frame.functions),
        roles=roles,
        owner=_owner(question, present),
        hours=hours_plan(question),
        headcount=sum(role.headcount for role in roles),
        to_hire=present.to_hire(question.playbook) if present else (),
        to_spare=present.to_spare(question.playbook) if present else (),
        team=present.told if present else Told(),
        advice=(),
        assumed=assumed(question),
        departments=tuple(_departments(question, roles)),
        category=category_plan(question),
        percentile=_percentile(question),
        cost=price_of(payroll, question.heads, bought),
        cost_now=price_of(payroll, people_of(question), bought) if present else None,
    )
    return advice_for(question, plan)


def _with_delivered(role: RolePlan, question: Question) -> RolePlan:
    """The role with what its people keep of the promise to those who wait."""
    kept = kept_in(question.stage, question.volume.at, role.id, role.headcount)
    return role if kept is None else role.with_(delivered=kept)


def role_plan(question: Question, role: str) -> RolePlan:
    """One role that the question's stage has, or that may open early in it, without a team."""
    post, people = question.stage.posts[role], question.heads[role]
    volume = question.volume.at[post.volume]
    reason = None if people else why_nobody(post, volume)
    time, fte = question.shop.amounts.time, question.fte(post)
    hours = float(post.load.at(question.point) * time.days_open)
    part_time = is_part_time(people, float(fte), post.post)
    return RolePlan(
        id=role,
        function=question.playbook.roles[role].function,
        headcount=people,
        fte=float(fte),
        binding=post.binding(volume),
        duties=post.arising,
        next_at=next_at(question, post, people),
        not_hired=reason,
        dedicated=post.post.floor > 0,
        bought_in=hours if reason == "bought-in" else None,
        part_time_hours=float(fte * time.shift * time.days_worked) if part_time else None,
    )


def is_part_time(people: int, load: float, post: Post) -> bool:
    """Whether a load in people is that of one part-time person, in a post that asks for nobody whatever the load."""
    return people == 1 and load <= PART_TIME_BELOW and not post.floor


def why_nobody(post: Staffed, volume: float) -> str:
    """Why a post has nobody: a skill of the founder, its stage, hours bought in, or too little work."""
    if post.bought_in(volume) and (post.load.axes or post.load.constant):
        return "bought-in"
    if post.postponed:
        return "founder"
    if post.early or post.post.opens_at is not None:
        return "early"
    return "from-fte" if post.post.from_fte is not None else "no-load"


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


def _percentile(question: Question) -> float | None:
    """The percentile of days that was asked for; None for the mean day."""
    percentile = question.shop.setting.percentile
    return None if percentile == MEAN_DAY else float(percentile)


def _driver(question: Question, driver: str) -> Fraction:
    return question.stage.loads.driver(driver).at(question.volume.exact)


def _function(function: str, roles: tuple[RolePlan, ...]) -> FunctionPlan:
    own = [role for role in roles if role.function == function]
    hired = [role for role in own if role.headcount]
    return FunctionPlan(function, sum(role.headcount for role in own), fsum(role.fte for role in hired))


def _owner(question: Question, present: Present | None) -> OwnerPlan:
    """What the owner does beside the people of the plan, and beside those of a given team who take duties off him."""
    carried = present.left(question.owner()) if present else question.owner()
    time = question.shop.amounts.time
    duties = tuple(OwnerDuty(each.duty, float(each.hours * time.days_open), each.why, each.role) for each in carried)
    kept = _kept_to_the_last(question.playbook)
    handed = next((each.duty for each in carried if each.why != RELIEF and each.duty not in kept), None)
    limit = owner_limit(question.playbook, question.shop.amounts, question.store.owner_hours)
    most, jobs = None if limit is None else float(limit / time.job_day), jobs_carried(carried, time)
    return OwnerPlan(float(jobs), float(week_of(jobs, time)), duties, handed, most)


def _kept_to_the_last(playbook: Playbook) -> set[str]:
    """Duties that no role of the last stage carries: the owner keeps them, so they are never handed over."""
    last = list(playbook.stages.values())[-1]
    return set(playbook.duties) - set(last.carrier)


def _stage(question: Question, present: Present | None) -> StagePlan:
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
        next=_next_stage(question, stage_id, present),
        held_at=_held_at(question, stage_id),
    )


def _held_at(question: Question, stage_id: str) -> str | None:
    """The first stage, where the shop says that it is not ready for a later one."""
    first = next(iter(question.playbook.stages))
    return first if question.store.ready is False and stage_id != first else None


def _next_stage(question: Question, stage_id: str, present: Present | None) -> NextStage | None:
    following = question.playbook.stage_after(stage_id)
    if following is None:
        return None
    volume, bound = question.volume, question.shop.starts_at(following)
    growing = volume.orders > 0 and bound > volume.orders
    visitors = bound / volume.conversion if volume.conversion else None
    there = volume.at_orders(max(bound, volume.orders)).at
    stage = question.shop.compiled(following)
    people = with_hires(present.people, present.missing) if present else _whole(question.heads)
    if growing:
        people = _grown(question, volume.at_orders(nextafter(bound, -inf)).at, people)
    seen = stage.seen_at(there[ORDERS])
    more = missing_in(seen, there, stage.headcounts_once(there), people, planned=present is None)
    growth = 100 * (bound / volume.orders - 1) if growing else None
    hires = in_hire_order(question.playbook, more)
    return NextStage(following, bound, visitors, growth, hires, stage.uncounted(there))


def _departments(question: Question, roles: tuple[RolePlan, ...]) -> Iterator[DepartmentPlan]:
    """The departments that a source gives a size in this stage, with the people of the plan."""
    for name, department in question.playbook.frame.departments.items():
        if question.stage.stage_id in department.stages:
            people = sum(role.headcount for role in roles if role.function in department.functions)
            yield DepartmentPlan(name, department.functions, people, *department.people, department.source)


def _whole(heads: Mapping[str, int]) -> dict[str, Fraction]:
    return {role: Fraction(people) for role, people in heads.items() if people}


def _grown(question: Question, at: Mapping[str, float], people: People) -> dict[str, Fraction]:
    """The people at a later volume of the same stage, with those who were hired on the way."""
    stage = question.shop.curves(question.store.stage, at[ORDERS]).seen_at(at[ORDERS])
    missing = missing_in(stage, at, stage.headcounts_once(at), people, planned=question.store.team is None)
    return with_hires(people, missing)
