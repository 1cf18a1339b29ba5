"""Answers: why this number? A tree from the headcount through curves, duties and drivers down to each assumption."""

from collections.abc import Callable, Iterator
from math import isfinite
from typing import Any

from teamplan.engine.owner import hours_carried, jobs_carried, on_the_clock, owner_limit
from teamplan.engine.question import Question, ask
from teamplan.engine.staffing import Staffed
from teamplan.errors import TeamplanError, unknown
from teamplan.playbook.duties import references
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store
from teamplan.questions.explain.pay_reasons import payroll_reason
from teamplan.questions.explain.reasons import (
    Reason,
    arising,
    assumption_reason,
    bound_reason,
    capacity_reason,
    driver_reason,
    duty_reason,
    planned_reason,
)
from teamplan.questions.explain.service_reasons import day_of, presence_reasons, service_reasons
from teamplan.questions.recommend.answer import plan_of, role_plan


def explain(playbook: Playbook, store: Store, subject: str) -> Reason:
    """The reasons behind a role, function, duty, input, driver, assumption, `owner` or `payroll`.

    Raises a TeamplanError for anything else.
    """
    question = ask(playbook, store)
    if subject in WHOLE:
        return WHOLE[subject](question)
    if subject in playbook.roles:
        return _cited(_role(question, subject), playbook, playbook.roles[subject].source)
    if subject in playbook.frame.functions:
        return _function(question, subject)
    if subject in playbook.duties:
        return _cited(duty_reason(question, subject), playbook, playbook.duties[subject].source)
    frame = playbook.frame
    sets = frame.inputs[subject].sets if subject in frame.inputs else None
    assumption = sets[1:] if sets else subject
    if assumption in playbook.assumptions:
        return _subject(question, playbook, assumption)
    if subject in (*frame.inputs, *frame.drivers):
        return driver_reason(question, subject)
    known = [*WHOLE, *playbook.roles, *frame.functions, *playbook.duties, *playbook.assumptions]
    known += [*frame.inputs, *frame.drivers]
    raise TeamplanError([unknown("subject", subject, known)])


def reasons_of(question: Question) -> tuple[Reason, ...]:
    """The reasons behind every role that has somebody, then behind the owner's week."""
    playbook = question.playbook
    roles = [role for role, people in question.heads.items() if people]
    told = (_cited(_role(question, role), playbook, playbook.roles[role].source) for role in roles)
    return (*told, _owner(question))


def _cited(reason: Reason, playbook: Playbook, source: str | None) -> Reason:
    """The same reason with who said it, and where, below it."""
    return Reason(reason.what, reason.values, (*reason.because, *_sources(playbook, source)))


def _sources(playbook: Playbook, source: str | None) -> Iterator[Reason]:
    for key, said in playbook.sources_of(source):
        yield Reason(
            "source", {"source": key, "title": {"en": said.title.en, "zh": said.title.zh}, "where": said.where}
        )


def _role(question: Question, role: str) -> Reason:
    post = question.stage.posts.get(role)
    if post is None or question.heads[role] == 0:
        return _not_hired(question, role)
    plan = role_plan(question, role)
    because = [*_curves(question, post), *_what_next(question, post)]
    if post.post.from_fte is not None:
        because.append(Reason("from-fte", {"fte": post.post.from_fte}))
    values = {"role": role, "people": plan.headcount, "binding": plan.binding, "fte": plan.fte}
    return Reason("role", values, tuple(because))


def _curves(question: Question, post: Staffed) -> Iterator[Reason]:
    """What each curve asks for; the one that binds says so."""
    volume = question.volume.at[post.volume]
    binding = post.binding(volume)
    for name, curve in post.curves.items():
        people = curve.people(volume)
        details: tuple[Reason, ...] = ()
        values: dict[str, Any] = {"people": people, "binds": name == binding}
        if name == "work":
            hours = post.load.at(question.point)
            values |= {"hours": hours, "capacity": post.capacity, "exact": hours / post.capacity}
            details = (
                *(planned_reason(question, duty) for duty in arising(question, post)),
                capacity_reason(question, post),
            )
        elif name == "service" and post.service:
            values |= {"chats": post.service.chats(volume), "exact": post.service.people(volume)}
            if day := day_of(question, post):
                values |= {"day": day}
                details = tuple(service_reasons(question, post, day))
        elif name == "presence" and post.service:
            service = question.playbook.stages[question.stage.stage_id].service
            values |= {"open": str(service.open) if service else "", "exact": post.service.presence}
            details = tuple(presence_reasons(question, post))
        elif people == 0:
            continue
        elif name == "owner":
            values |= _opening(question, post.role)
        yield Reason(f"curve-{name}", values, details)


def _opening(question: Question, role: str) -> dict[str, Any]:
    """At which volume the owner's limit opened a post, his load there, and the limit, in hours a week."""
    opening = question.stage.opened_by_owner(role, question.volume.orders)
    limit = owner_limit(question.playbook, question.shop.amounts, question.store.owner_hours)
    if opening is None or limit is None:
        return {}
    days = question.shop.amounts.time.days_open
    above = opening.above if isfinite(opening.above) else question.stage.ends[0]
    clock = on_the_clock(question.shop.amounts, limit * days)
    return {"above": above, "load": opening.owner_hours * days, "limit": limit * days, "clock": clock}


def _what_next(question: Question, post: Staffed) -> Iterator[Reason]:
    plan = role_plan(question, post.role)
    if plan.next_at is None:
        full = post.headcount.full_at(plan.headcount)
        yield Reason("next-none" if not isfinite(full) else "next-other-stage")
        return
    here = question.volume.at[post.volume]
    full = plan.next_at.orders if post.volume == "orders" else plan.next_at.visitors or 0.0
    slack = None if here <= 0 else full / here - 1
    yield Reason("next", {"orders": plan.next_at.orders, "visitors": plan.next_at.visitors, "slack": slack})


def _not_hired(question: Question, role: str) -> Reason:
    """Why nobody is hired, who carries the duties meanwhile, and from which volume the post pays."""
    stages = (question.playbook.whole or question.playbook).stages
    here = stages[question.stage.stage_id]
    post = question.stage.posts.get(role)
    if post is not None and post.postponed:
        because = [Reason("founder-covers", {"function": post.post.unless_founder})]
    elif post is not None and post.bought_in(question.volume.at[post.volume]) and question.fte(post):
        because = [_bought_in(question, post)]
    elif post is not None and post.post.opens_at is not None:
        because = [Reason("opens-at", {"orders": float(question.shop.amounts[post.post.opens_at])})]
    elif post is not None and post.early:
        because = [Reason("opens-when-full")]
    elif post is None and (split := _not_split(question, role)) is not None:
        because = [split]
    elif role in here.team:
        because = [_below_gate(question, role)]
    else:
        because = [Reason("not-in-stage", {"stage": question.stage.stage_id})]
    because += [_first_volume(question, role)] if because[0].what != "splits-above" else []
    wanted = next((stage.team[role].duties for stage in [here, *stages.values()] if role in stage.team), ())
    there = [duty for duty in wanted if _by_input(question, duty)]
    because += [Reason("carried-by", {"duty": duty, "by": _carrier(question, duty)}) for duty in there]
    return Reason("not-hired", {"role": role}, tuple(because))


def _by_input(question: Question, duty: str) -> bool:
    """Whether the shop has enough of the input that a duty hangs on, if it hangs on one."""
    known = question.playbook.duties[duty]
    return known.from_input is None or not known.dormant


def _not_split(question: Question, role: str) -> Reason | None:
    """That a post has not split off yet, from whom it will, and above how much of an input."""
    whole = question.playbook.whole
    post = whole.stages[question.stage.stage_id].team.get(role) if whole else None
    if post is None or post.splits_from is None:
        return None
    return bound_reason(question, "splits-above", post.splits_from, {"role": post.splits_from.role})


def _bought_in(question: Question, post: Staffed) -> Reason:
    hours = post.load.at(question.point) * question.shop.amounts.time.days_open
    return Reason("bought-in", {"hours": hours}, tuple(duty_reason(question, duty) for duty in post.arising))


def _below_gate(question: Question, role: str) -> Reason:
    post = question.stage.posts[role]
    if post.post.from_fte is None:
        return Reason("no-load", {"role": role})
    values = {"fte": float(question.fte(post)), "from_fte": post.post.from_fte}
    return Reason("below-from-fte", values, tuple(duty_reason(question, duty) for duty in arising(question, post)))


def _first_volume(question: Question, role: str) -> Reason:
    """The lowest volume at which some stage hires the role for this setting."""
    shop = question.shop
    for stage_id in question.playbook.stages:
        post = shop.compiled(stage_id).posts.get(role)
        following = question.playbook.stage_after(stage_id)
        if post is not None:
            first = max(shop.starts_at(stage_id), post.headcount.full_at(0))
            if isfinite(first) and (following is None or first < shop.starts_at(following)):
                return Reason(
                    "pays-from",
                    {"stage": stage_id, post.volume: first, "above": first > shop.starts_at(stage_id)},
                )
    return Reason("never-hired", {"role": role})


def _carrier(question: Question, duty: str) -> str | None:
    """The role that carries the duty now, `owner`, or None where the duty has not arisen yet."""
    if not question.playbook.arises(duty, question.stage.stage_id):
        return None
    role = next((post.role for post in question.stage.posts.values() if duty in post.arising), None)
    return role if role is not None and question.heads.get(role) else "owner"


def _function(question: Question, function: str) -> Reason:
    plan = plan_of(question)
    numbers = next(each for each in plan.functions if each.id == function)
    roles = [role.id for role in plan.roles if role.function == function]
    values = {"function": function, "people": numbers.headcount, "fte": numbers.fte}
    children = tuple(_role(question, role) for role in roles)
    return Reason("function", values, children or _carried_elsewhere(question, function))


def _carried_elsewhere(question: Question, function: str) -> tuple[Reason, ...]:
    duties = [name for name, duty in question.playbook.duties.items() if duty.function == function]
    return tuple(Reason("carried-by", {"duty": duty, "by": _carrier(question, duty)}) for duty in duties)


def _owner(question: Question) -> Reason:
    carried = question.owner()
    time = question.shop.amounts.time
    children = tuple(
        Reason(
            f"owner-{each.why}",
            {"duty": each.duty, "hours_per_week": each.hours * time.days_open, "role": each.role},
            (duty_reason(question, each.duty),),
        )
        for each in carried
        if each.hours
    )
    values = {
        "jobs": jobs_carried(carried, time),
        "hours_per_week": hours_carried(carried) * time.days_open,
        "full_time": time.productive_week,
    }
    names = question.playbook.frame.working_time
    week = tuple(assumption_reason(question, name) for name in (names.shift, names.productive, names.days_worked))
    return Reason("owner", values, (*children, Reason("full-time", {"hours": time.productive_week}, week)))


def _subject(question: Question, playbook: Playbook, name: str) -> Reason:
    """One assumption by itself: why this value, who said it where, and which duties rest on it."""
    figure, original = question.playbook.assumptions[name], playbook.assumptions[name]
    because: list[Reason] = []
    if figure.value != original.value:
        because.append(Reason("changed", {"value": str(original.value)}))
    if figure.reason is not None:
        because.append(Reason("reason", {"text": {"en": figure.reason.en, "zh": figure.reason.zh}}))
    because += _sources(playbook, figure.source)
    used = (duty_id for duty_id, duty in playbook.duties.items() if f"${name}" in references(duty))
    because += [Reason("used-by", {"duty": duty}) for duty in used]
    return Reason("subject", assumption_reason(question, f"${name}").values, tuple(because))


WHOLE: dict[str, Callable[[Question], Reason]] = {"owner": _owner, "payroll": payroll_reason}  # of the whole shop
