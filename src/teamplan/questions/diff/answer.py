"""Answers: what changes between two stages, two plans, a team and a plan, or two playbooks?"""

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from typing import Any

from teamplan.playbook.money import Money
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.stages import Stage
from teamplan.record import Record, fresh

OWNER = "owner"


class Change(Record):
    """One difference: the key of its sentence and its values (ids and numbers)."""

    what: str
    values: dict[str, Any] = fresh(factory=dict)


class Difference(Record):
    """What changes from `a` to `b`; `kind` is stage, plan, chart, team or playbook."""

    a: str
    b: str
    kind: str
    changes: tuple[Change, ...]


Carried = Mapping[str, Collection[str]]  # the duties of the roles that somebody is in
Held = tuple[Carried, Carried]


def diff_stages(playbook: Playbook, a: str, b: str, held: Held | None = None) -> tuple[Change, ...]:
    """What two stages declare: bounds, hours, roles added, gone, split or merged, floors, duties that move or arise.

    `held` are the duties that the roles of either stage carry, the rest are the owner's; without it as declared.
    """
    before, after = playbook.stages[a], playbook.stages[b]
    return (
        *_declared(before, after),
        *_splits(before, after),
        *_roles(before, after),
        *_floors(before, after),
        *_duties(playbook, a, b, held or (_all(before), _all(after))),
        *_empty(before, after, held),
    )


def diff_heads(before: Mapping[str, int | float], after: Mapping[str, int | float]) -> tuple[Change, ...]:
    """Headcounts that differ, and the total."""
    changes = [
        Change("people", {"role": role, "before": before.get(role, 0), "after": after.get(role, 0)})
        for role in dict.fromkeys([*before, *after])
        if before.get(role, 0) != after.get(role, 0)
    ]
    total = {"before": sum(before.values()), "after": sum(after.values())}
    return (*changes, Change("total", total)) if changes else ()


def diff_costs(before: Money | None, after: Money | None) -> tuple[Change, ...]:
    """What a month costs more or less; of two currencies each by itself. Nothing where one side knows no cost."""
    if before is None or after is None or before == after:
        return ()
    values = {"before": str(before.amount), "after": str(after.amount)}
    if before.currency != after.currency:
        return (Change("costs", values | {"currency": before.currency, "currency_after": after.currency}),)
    more = str((after - before).amount)
    return (Change("cost", values | {"currency": before.currency, "difference": more}),)


def cost_of(plan: Mapping[str, Any]) -> Money | None:
    """The monthly cost of a plan as read from JSON, with what is bought outside; None where it was saved without."""
    cost = plan.get("cost")
    if not cost:
        return None
    return Money(Decimal(cost.get("monthly_total") or cost["monthly_payroll"]), cost["currency"])


def diff_plans(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Change, ...]:
    """Two plans as read from JSON: stage, volume, headcounts."""
    changes = []
    if before["stage"]["id"] != after["stage"]["id"]:
        changes.append(Change("stage", {"before": before["stage"]["id"], "after": after["stage"]["id"]}))
    if before["store"]["orders"] != after["store"]["orders"]:
        changes.append(Change("orders", {"before": before["store"]["orders"], "after": after["store"]["orders"]}))
    costs = diff_costs(cost_of(before), cost_of(after))
    return (*changes, *diff_heads(heads_of(before), heads_of(after)), *costs)


def heads_of(plan: Mapping[str, Any]) -> dict[str, int]:
    """People by role of a plan as read from JSON."""
    return {role["id"]: role["headcount"] for role in plan["roles"] if role["headcount"]}


def diff_playbooks(before: Playbook, after: Playbook) -> tuple[Change, ...]:
    """Stages, roles and duties that were added or dropped; assumptions, also those that changed in value."""
    changes = []
    for what, gone, added, was_there, is_there in (
        ("stage", "stage-gone", "stage-added", before.stages, after.stages),
        ("role", "role-gone", "role-added", before.roles, after.roles),
        ("duty", "duty-gone", "duty-added", before.duties, after.duties),
    ):
        changes += [Change(gone, {what: name}) for name in was_there if name not in is_there]
        changes += [Change(added, {what: name}) for name in is_there if name not in was_there]
    for name in dict.fromkeys([*before.assumptions, *after.assumptions]):
        was, now = before.assumptions.get(name), after.assumptions.get(name)
        if was is None and now is not None:
            changes.append(Change("assumption-added", {"name": name, "after": str(now.value)}))
        elif was is not None and now is None:
            changes.append(Change("assumption-gone", {"name": name, "before": str(was.value)}))
        elif was is not None and now is not None and was != now:
            key = "assumption" if was.value != now.value else "assumption-reasons"
            changes.append(Change(key, {"name": name, "before": str(was.value), "after": str(now.value)}))
    return tuple(changes)


def _declared(before: Stage, after: Stage) -> Iterator[Change]:
    if before.starts_at.orders != after.starts_at.orders:
        values = {"before": float(before.starts_at.orders), "after": float(after.starts_at.orders)}
        yield Change("starts-at", values)
    was, now = (stage.service and str(stage.service.open) for stage in (before, after))
    if was != now:
        yield Change("hours", {"before": was, "after": now})
    promised, promises = (
        stage.service and f"{float(stage.service.answered):.0%} / {stage.service.within}" for stage in (before, after)
    )
    if promised != promises:
        yield Change("promise", {"before": promised, "after": promises})


def _splits(before: Stage, after: Stage) -> Iterator[Change]:
    """Roles whose duties go to several, and roles that take over from several."""
    for role, post in before.team.items():
        heirs = [heir for heir, other in after.team.items() if set(other.duties) & set(post.duties)]
        if len(heirs) > 1:
            yield Change("split", {"role": role, "roles": heirs})
    for role, post in after.team.items():
        lenders = [lender for lender, other in before.team.items() if set(other.duties) & set(post.duties)]
        if len(lenders) > 1:
            yield Change("merged", {"roles": lenders, "role": role})


def _roles(before: Stage, after: Stage) -> Iterator[Change]:
    for role in after.team:
        if role not in before.team:
            yield Change("role-added", {"role": role})
    for role in before.team:
        if role not in after.team:
            yield Change("role-gone", {"role": role})


def _floors(before: Stage, after: Stage) -> Iterator[Change]:
    for role, post in after.team.items():
        old = before.team.get(role)
        floor = old.floor if old else 0
        if post.floor != floor:
            yield Change("floor", {"role": role, "before": floor, "after": post.floor})
        if old and old.unless_founder and not post.unless_founder:
            yield Change("dedicated", {"role": role})
        if old and old.relieved_by and not post.relieved_by:
            yield Change("relief-ends", {"role": role})


def _empty(before: Stage, after: Stage, held: Held | None) -> Iterator[Change]:
    """New roles that nobody is in yet."""
    empty = [role for role in after.team if held and role not in before.team and role not in held[1]]
    if empty:
        yield Change("not-yet", {"roles": empty})


def _all(stage: Stage) -> dict[str, tuple[str, ...]]:
    """The duties of every role, as declared."""
    return {role: tuple(post.duties) for role, post in stage.team.items()}


def _duties(playbook: Playbook, a: str, b: str, held: Held) -> Iterator[Change]:
    was, now = ({duty: role for role, duties in carried.items() for duty in duties} for carried in held)
    for duty in playbook.duties:
        arose, arises = playbook.arises(duty, a), playbook.arises(duty, b)
        before, after = was.get(duty, OWNER), now.get(duty, OWNER)
        if arises and not arose:
            yield Change("duty-arises", {"duty": duty, "after": after})
        elif arose and not arises:
            yield Change("duty-ends", {"duty": duty, "before": before})
        elif arises and before != after:
            yield Change("duty-moves", {"duty": duty, "before": before, "after": after})
