"""Owns when a piece of advice holds: one function per condition of the playbook, in one visible dict."""

from collections.abc import Callable
from math import floor
from typing import Any

from teamplan.engine.linear import ORDERS
from teamplan.engine.present import missing_in, present_of, with_hires
from teamplan.engine.question import Question
from teamplan.errors import TeamplanError
from teamplan.page.words import number
from teamplan.playbook.base import Text
from teamplan.questions.recommend.plan import AdvicePlan, Plan, RolePlan

Facts = dict[str, Any]  # what the sentence may name; ids stand as (kind, id) and are put into words per language
MUCH = 0.01  # growth of which people do not ask for decimals
Check = Callable[[Question, Plan, Any], Facts | None]


def advice_for(question: Question, plan: Plan) -> Plan:
    """The plan with the advice that holds for it, warnings first."""
    found = []
    for advice_id, advice in question.playbook.advice.items():
        when = {key: wanted for key, wanted in advice.when if key in advice.when.model_fields_set}
        facts = _all_hold(question, plan, when)
        if facts is not None:
            en, zh = (_worded(question, getattr(advice.say, language), facts, language) for language in ("en", "zh"))
            found.append(AdvicePlan(advice_id, advice.severity, en, zh, advice.source))
    found.sort(key=lambda each: each.severity != "warning")
    return plan.with_(advice=tuple(found))


def _all_hold(question: Question, plan: Plan, conditions: dict[str, Any]) -> Facts | None:
    facts: Facts = {}
    for key, wanted in conditions.items():
        found = CONDITIONS[key](question, plan, wanted)
        if found is None:
            return None
        facts |= found
    return facts


def _worded(question: Question, sentence: str, facts: Facts, language: str) -> str:
    joint = "、" if language == "zh" else ", "
    words = {
        key: joint.join(_name(question, kind, each, language) for kind, each in value) if key in ID_FACTS else value
        for key, value in facts.items()
    }
    return sentence.format_map(words)


def _name(question: Question, kind: str, item: str, language: str) -> str:
    playbook = question.playbook
    titles: dict[str, Callable[[], Text]] = {
        "role": lambda: playbook.roles[item].name,
        "duty": lambda: playbook.duties[item].name,
        "stage": lambda: playbook.stages[item].name,
        "function": lambda: playbook.frame.functions[item],
    }
    return str(getattr(titles[kind](), language))


def _stage_from(question: Question, plan: Plan, wanted: str) -> Facts | None:
    ids = list(question.playbook.stages)
    return {} if ids.index(plan.stage.id) >= ids.index(wanted) else None


def _stage_to(question: Question, plan: Plan, wanted: str) -> Facts | None:
    ids = list(question.playbook.stages)
    return {} if ids.index(plan.stage.id) <= ids.index(wanted) else None


def _owner_does(question: Question, plan: Plan, wanted: tuple[str, ...]) -> Facts | None:
    """Duties that fall to the owner: in the plan, or today because the given team lacks their role."""
    planned = {duty.id for duty in plan.owner.duties if duty.why != "relief"}
    lacking = {duty for role in plan.roles if role.have == 0 and role.missing for duty in role.duties}
    done = [duty for duty in wanted if duty in planned | lacking]
    return {"duty": [("duty", duty) for duty in done]} if done else None


def _owner_jobs_above(question: Question, plan: Plan, wanted: str) -> Facts | None:
    if plan.owner.fte <= question.shop.amounts[wanted] or plan.owner.hand_over_first is None:
        return None
    return {"jobs": f"{plan.owner.fte:.1f}", "duty": [("duty", plan.owner.hand_over_first)]}


def _owner_hours_below(question: Question, plan: Plan, wanted: str) -> Facts | None:
    """The hours that the owner gives are few, and fewer than the plan leaves him."""
    hours, load = question.store.owner_hours, plan.owner.hours_per_week
    if hours is None or hours >= question.shop.amounts[wanted] or load <= hours * question.shop.amounts.time.days_open:
        return None
    return {"hours": f"{float(hours):g}", "load": number(load, 0)}


def _conversion_from(question: Question, plan: Plan, wanted: str) -> Facts | None:
    conversion = plan.store.conversion
    if conversion is None or conversion < question.shop.amounts[wanted]:
        return None
    return {"conversion": f"{100 * conversion:.4g} %"}


def _orders_disagree_by(question: Question, plan: Plan, wanted: str) -> Facts | None:
    stated, given = question.volume.stated_orders, plan.store.orders
    if stated is None or abs(given - stated) <= float(question.shop.amounts[wanted]) * max(stated, 0):
        return None
    return {"given": f"{given:g}", "computed": f"{stated:g}"}


def _orders_above(question: Question, plan: Plan, wanted: str) -> Facts | None:
    bound = float(question.shop.amounts[wanted])
    return {"orders": f"{bound:g}"} if plan.store.orders > bound else None


def _team_lacks(question: Question, plan: Plan, wanted: str) -> Facts | None:
    role = plan.role(wanted)
    return {"role": [("role", wanted)]} if role and role.have == 0 and role.missing else None


def _team_lacks_functions(question: Question, plan: Plan, wanted: tuple[str, ...]) -> Facts | None:
    """Functions that neither the given team nor a skill of the founder covers."""
    team = question.store.team
    if team is None:
        return None
    roles = question.playbook.roles
    titles = [title for title, staff in team.roles.items() if staff.people or staff.part_time]
    covered = {roles[role].function for role in (*titles, *plan.team.shared)} | question.store.skills
    open_ = [function for function in wanted if function not in covered]
    return {"functions": [("function", function) for function in open_]} if open_ else None


def _team_short_by(question: Question, plan: Plan, wanted: str) -> Facts | None:
    people = sum(hire.people for hire in plan.to_hire) - sum(spare.people for spare in plan.to_spare)
    return {"people": people} if people >= question.shop.amounts[wanted] else None


def _absence_of(question: Question, plan: Plan, wanted: str) -> Facts | None:
    """The hours a week of a role for which nobody is there, as nobody is hired for its absence."""
    post = question.stage.posts.get(wanted)
    if post is None or not question.heads[wanted]:
        return None
    time = question.shop.amounts.time
    hours = post.load.at(question.point) * time.days_open * (1 - time.attendance)
    return {"role": [("role", wanted)], "hours": number(hours, 1)} if hours else None


def _relies_on(question: Question, plan: Plan, wanted: str) -> Facts | None:
    team = question.store.team
    roles = [role for role, staff in team.roles.items() if getattr(staff, wanted)] if team else []
    return {"role": [("role", role) for role in roles]} if roles else None


def _campaign_ahead(question: Question, plan: Plan, wanted: bool) -> Facts | None:
    return {} if question.store.campaign_ahead == wanted else None


def _stock_counted(question: Question, plan: Plan, wanted: bool) -> Facts | None:
    """Stock that nobody said was counted is not known."""
    return {} if bool(question.store.stock_counted) == wanted else None


def _hire_within(question: Question, plan: Plan, wanted: str) -> Facts | None:
    """The nearest next hire, when so little growth brings it that the search should begin now."""
    nearest = _nearest(plan)
    if nearest is None or nearest.next_at is None or plan.store.orders <= 0:
        return None
    growth = nearest.next_at.orders / plan.store.orders - 1
    if growth > question.shop.amounts[wanted]:
        return None
    role = question.playbook.roles[nearest.id]
    days = role.days_to_hire.value.number + role.days_to_full_speed.value.number
    return {
        "role": [("role", nearest.id)],
        "orders": whole(nearest.next_at.orders, plan.store.orders),
        "percent": percent(growth),
        "days": number(days, 0),
    }


def _at_next_order(question: Question, plan: Plan, wanted: bool) -> Facts | None:
    nearest = _nearest(plan)
    if nearest is None or nearest.next_at is None:
        return None
    return {} if at_next_order(nearest.next_at.orders, plan.store.orders) == wanted else None


def _hires_within(question: Question, plan: Plan, wanted: str) -> Facts | None:
    """How many more so much growth brings, over all roles and stages; None where nobody can tell."""
    margin = float(question.shop.amounts[wanted])
    there = {axis: amount * (1 + margin) for axis, amount in question.volume.at.items()}
    stage, present = question.shop.curves(question.store.stage, there[ORDERS]), present_of(question)
    try:
        heads = stage.headcounts(there)
    except TeamplanError:
        return None
    people = sum(heads.values()) - plan.headcount
    if present is not None:
        staff = with_hires(present.people, present.missing)
        people = sum(missing_in(stage.seen_at(there[ORDERS]), there, heads, staff).values())
    return {"people": people, "percent": number(100 * margin)} if people > 0 else None


def _one_more_from(question: Question, plan: Plan, wanted: str) -> Facts | None:
    """One more is at least that share of the team; always so where there is none."""
    return {} if plan.headcount * question.shop.amounts[wanted] <= 1 else None


def _one_more_below(question: Question, plan: Plan, wanted: str) -> Facts | None:
    return {} if _one_more_from(question, plan, wanted) is None else None


def at_next_order(limit: float, orders: float) -> bool:
    """Whether one order a day more passes a limit."""
    return orders + 1 > limit


def percent(growth: float) -> str:
    """Growth as a percentage: whole ones where it is much, and never so few decimals that nothing is left."""
    digits = 0 if growth > MUCH else 1 if growth > MUCH / 20 else 3
    return number(100 * growth, digits)


def whole(limit: float, above: float) -> str:
    """A limit in whole orders, rounded down; with decimals where the volume that it lies above needs them."""
    digits = 0 if floor(limit) >= above else 2
    return number(floor(limit * 10**digits) / 10**digits, digits)


def _nearest(plan: Plan) -> RolePlan | None:
    """The role that needs somebody next."""
    return min((role for role in plan.roles if role.next_at), key=_next_orders, default=None)


def _next_orders(role: RolePlan) -> float:
    return role.next_at.orders if role.next_at else 0.0


def _transition(question: Question, plan: Plan, wanted: bool) -> Facts | None:
    following = plan.stage.next
    if not plan.stage.transition or following is None:
        return None
    return {"stage": [("stage", following.id)], "orders": f"{following.orders:g}"}


def _overloaded(question: Question, plan: Plan, wanted: bool) -> Facts | None:
    """A post of exactly so many people whose load is more than they can do."""
    over = [role for role in plan.roles if role.headcount and role.fte > role.headcount]
    if not over:
        return None
    return {"role": [("role", over[0].id)], "jobs": f"{over[0].fte:.1f}"}


ID_FACTS = ("role", "duty", "stage", "functions")
CONDITIONS: dict[str, Check] = {
    "stage_from": _stage_from,
    "stage_to": _stage_to,
    "owner_does": _owner_does,
    "owner_jobs_above": _owner_jobs_above,
    "owner_hours_below": _owner_hours_below,
    "conversion_from": _conversion_from,
    "orders_disagree_by": _orders_disagree_by,
    "orders_above": _orders_above,
    "team_lacks": _team_lacks,
    "team_lacks_functions": _team_lacks_functions,
    "team_short_by": _team_short_by,
    "absence_of": _absence_of,
    "relies_on": _relies_on,
    "campaign_ahead": _campaign_ahead,
    "stock_counted": _stock_counted,
    "hire_within": _hire_within,
    "at_next_order": _at_next_order,
    "hires_within": _hires_within,
    "one_more_from": _one_more_from,
    "one_more_below": _one_more_below,
    "transition": _transition,
    "overloaded": _overloaded,
}
