"""Answers: what can the present team carry, what breaks first, and who is to spare?"""

from fractions import Fraction
from math import inf, isfinite, nextafter

from teamplan.engine.capacity import Axis, Span, alone, fitting
from teamplan.engine.owner import full_time_jobs, owner_duties
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import MOST_ORDERS, Staff, Store
from teamplan.questions.capacity.present_team import Crew, crew_of, shown
from teamplan.questions.capacity.result import Bottleneck, Capacity, Fit, Mend, RoleSlack, Today


def capacity(playbook: Playbook, store: Store) -> Capacity:
    """What the team of the store carries, over all stages or in the one that is asked for.

    Raises the errors of `crew_of`. A store without a volume has no `today`.
    """
    crew = crew_of(playbook, store)
    ranges = _ranges(crew)
    return _carried(crew, ranges) if ranges else _nothing_fits(crew)


def _carried(crew: Crew, ranges: tuple[Fit, ...]) -> Capacity:
    orders, visitors = crew.limits(crew.have)
    stages = [span.stage.stage_id for span in crew.spans]
    place = stages.index(ranges[-1].to_stage)
    limited = isfinite(orders)
    bottleneck = _bottleneck(crew, *_above(crew, place, orders)) if limited else None
    return Capacity(
        fits=True,
        visitors=shown(visitors),
        orders=shown(orders),
        from_visitors=crew.visitors.smallest(ranges[-1].from_orders) if crew.conversion else None,
        from_orders=ranges[-1].from_orders,
        stage=stages[place],
        bottleneck=bottleneck,
        roles=_roles(crew, place, orders, bottleneck),
        ranges=ranges,
        owner_jobs=_owner_jobs(crew, crew.spans[place], orders) if limited else None,
        today=_today(crew, ranges),
        mend=None,
    )


def _nothing_fits(crew: Crew) -> Capacity:
    """The stage that fits with the fewest hires, the earlier of two, is the mend; its first missing role the reason."""
    lacking = [crew.short(crew.need(span, span.first)) for span in crew.spans]
    place = min(range(len(lacking)), key=lambda each: sum(hire.people for hire in lacking[each]))
    span, hires = crew.spans[place], lacking[place]
    mended = crew.limits(crew.have | {hire.role: crew.have.get(hire.role, 0) + hire.people for hire in hires})
    bottleneck = _bottleneck(crew, span, span.first)
    return Capacity(
        fits=False,
        visitors=None,
        orders=None,
        from_visitors=None,
        from_orders=None,
        stage=None,
        bottleneck=bottleneck,
        roles=_roles(crew, place, -inf, bottleneck),
        ranges=(),
        owner_jobs=None,
        today=_today(crew, ()),
        mend=Mend(span.stage.stage_id, hires, shown(mended[0]), shown(mended[1])),
    )


def _ranges(crew: Crew) -> tuple[Fit, ...]:
    """What the team fits, ascending; stages that follow each other without a gap are one range."""
    ranges: list[Fit] = []
    for span, most in fitting(crew.spans, crew.have, crew.orders):
        stage, end = span.stage.stage_id, None if most >= MOST_ORDERS else most
        reached = ranges[-1].to_orders if ranges else None
        if reached is not None and nextafter(reached, inf) == span.first:
            joined = ranges.pop()
            ranges.append(Fit(joined.from_stage, joined.from_orders, stage, end))
        else:
            ranges.append(Fit(stage, span.first, stage, end))
    return tuple(ranges)


def _today(crew: Crew, ranges: tuple[Fit, ...]) -> Today | None:
    """The present volume, with the growth left to the end of the range that it lies in."""
    if not crew.today:
        return None
    volume, short = crew.question.volume, crew.short(crew.question.heads)
    ends = [each.to_orders for each in ranges if each.from_orders <= volume.orders]
    end = ends[-1] if ends and not short else None
    growth = 100 * (end / volume.orders - 1) if end is not None and volume.orders > 0 else None
    return Today(volume.orders, volume.visitors, not short, growth, short)


def _above(crew: Crew, place: int, orders: float) -> tuple[Span, float]:
    """One float above the limit, and the stage there."""
    above = nextafter(orders, inf)
    return crew.spans[place + (above > crew.spans[place].last)], above


def _bottleneck(crew: Crew, span: Span, orders: float) -> Bottleneck:
    """Who is missing at a volume that does not fit; the first in hire order stands for all."""
    need = crew.need(span, orders)
    short = crew.short(need)
    role = short[0].role
    post = span.stage.posts[role]
    binding = post.binding(crew.at(orders)[post.volume])
    return Bottleneck(role, crew.have.get(role, 0), need[role], binding, span.stage.stage_id, short)


def _roles(crew: Crew, place: int, limit: float, bottleneck: Bottleneck | None) -> tuple[RoleSlack, ...]:
    """The roles of the stage, of the team, and those that end the range; the scarcest first."""
    span = crew.spans[place]
    breaking = [hire.role for hire in bottleneck.short] if bottleneck else []
    need = crew.need(span, limit) if isfinite(limit) else None
    tiers = {role: known.hire_tier for role, known in crew.question.playbook.roles.items()}
    rows = [_role(crew, role, place, limit, need) for role in dict.fromkeys([*span.stage.posts, *breaking, *crew.have])]
    rows.sort(key=lambda row: (inf if row.carries_orders is None else row.carries_orders, tiers[row.role]))
    return tuple(rows)


def _role(crew: Crew, role: str, place: int, limit: float, need: dict[str, int] | None) -> RoleSlack:
    have, staff = crew.have.get(role, 0), crew.team.roles.get(role, Staff())
    carries = _alone(crew, role, place, crew.orders)
    more_orders, more_visitors = crew.limits(crew.have | {role: have + 1})
    need_now = crew.question.heads.get(role, 0) if crew.today else None
    need_then = None if need is None else need.get(role, 0)
    needed = need_then if need_now is None else need_now
    return RoleSlack(
        role=role,
        have=have,
        part_time=staff.part_time,
        temporary=staff.temporary,
        need_now=need_now,
        need_at_limit=need_then,
        carries_orders=shown(carries),
        carries_visitors=shown(_alone(crew, role, place, crew.visitors)) if crew.conversion else None,
        slack_percent=100 * (carries / limit - 1) if isfinite(carries) and 0 < limit < inf else None,
        one_more_orders=shown(more_orders),
        one_more_visitors=shown(more_visitors),
        over_staffed=0 if needed is None else max(have - needed, 0),
    )


def _alone(crew: Crew, role: str, place: int, axis: Axis) -> float:
    """What the role alone carries from the stage of the limit on.

    A role that only the next stage asks for ends the range where that begins; one that neither needs limits nothing.
    """
    if role in crew.spans[place].stage.posts:
        return alone(crew.spans[place:], role, crew.have.get(role, 0), axis)
    following = crew.spans[place + 1 : place + 2]
    missing = [hire.role for span in following for hire in crew.short(crew.need(span, span.first))]
    return axis.largest(crew.spans[place].last) if role in missing else inf


def _owner_jobs(crew: Crew, span: Span, orders: float) -> float:
    exact = {axis: Fraction(amount) for axis, amount in crew.at(orders).items()}
    carried = owner_duties(span.stage, exact, crew.need(span, orders))
    return float(full_time_jobs(span.stage, sum((each.hours for each in carried), Fraction(0))))
