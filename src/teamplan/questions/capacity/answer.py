"""Answers: what can the present team carry, what breaks first, and who is to spare?"""

from collections.abc import Iterator
from fractions import Fraction
from math import inf, isfinite, nextafter

from teamplan.engine.capacity import Axis, Span, alone, fitting
from teamplan.engine.delivered.kept import kept_in
from teamplan.engine.hires import Hire, tier_of
from teamplan.engine.linear import VISITORS
from teamplan.engine.owner import jobs_carried, owner_duties
from teamplan.engine.pay.payroll import payroll_of
from teamplan.engine.pay.price import price_of
from teamplan.engine.present import NOBODY, Present, plain, with_hires
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import MOST_ORDERS, Staff, Store
from teamplan.questions.capacity.present_team import Crew, crew_of, told_volume
from teamplan.questions.capacity.result import Bottleneck, Capacity, Fit, Mend, RoleKept, RoleSlack, Today


def capacity(playbook: Playbook, store: Store) -> Capacity:
    """What the team of the store carries, over all stages or in the one that is asked for.

    Raises the errors of `crew_of`. A store without a volume has no `today`.
    """
    crew = crew_of(playbook, store)
    ranges = _ranges(crew)
    return _priced(crew, _carried(crew, ranges) if ranges else _nothing_fits(crew))


def _priced(crew: Crew, found: Capacity) -> Capacity:
    """With what the team costs a month, and those of it who are beyond the need."""
    payroll = payroll_of(crew.question.playbook, crew.question.store)
    roles = tuple(row.with_(slack_cost=payroll.month({row.role: row.over_staffed}).likely) for row in found.roles)
    spare = payroll.month({row.role: row.over_staffed for row in roles}).likely
    return found.with_(roles=roles, cost=price_of(payroll, crew.people), slack_cost=spare)


def _carried(crew: Crew, ranges: tuple[Fit, ...]) -> Capacity:
    orders, visitors = crew.limits(crew.people)
    stages = [span.stage.stage_id for span in crew.spans]
    place = stages.index(ranges[-1].to_stage)
    limited = isfinite(orders)
    bottleneck = _bottleneck(crew, *_above(crew, place, orders)) if limited else None
    return Capacity(
        fits=True,
        visitors=told_volume(visitors),
        orders=told_volume(orders),
        from_visitors=crew.visitors.smallest(ranges[-1].from_orders) if crew.conversion else None,
        from_orders=ranges[-1].from_orders,
        stage=stages[place],
        bottleneck=bottleneck,
        roles=_roles(crew, place, orders, bottleneck),
        team=_reading(crew, place, orders).told,
        ranges=ranges,
        owner_jobs=_owner_jobs(crew, crew.spans[place], orders) if limited else None,
        today=_today(crew, ranges),
        mend=None,
        delivered=tuple(_delivered(crew, place, orders)),
    )


def _delivered(crew: Crew, place: int, limit: float) -> Iterator[RoleKept]:
    """What the team keeps of the promise today; at the limit where today is not known, nothing where neither is."""
    if not crew.today and not isfinite(limit):
        return
    stage = crew.question.stage if crew.today else crew.spans[place].stage.seen_at(limit)
    at = crew.question.volume.at if crew.today else crew.at(limit)
    for role, people in _reading(crew, place, limit).people.items():
        kept = kept_in(stage, at, role, int(people))
        if kept is not None:
            yield RoleKept(role, kept)


def _nothing_fits(crew: Crew) -> Capacity:
    """The stage that fits with the fewest hires, the earlier of two, is the mend; its first missing role the reason."""
    lacking = [_short(crew, span, span.first) for span in crew.spans]
    place = min(range(len(lacking)), key=lambda each: sum(hire.people for hire in lacking[each]))
    span, hires = crew.spans[place], lacking[place]
    mended = crew.limits(with_hires(crew.people, {hire.role: hire.people for hire in hires}))
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
        team=_reading(crew, place, -inf).told,
        ranges=(),
        owner_jobs=None,
        today=_today(crew, ()),
        mend=Mend(span.stage.stage_id, hires, told_volume(mended[0]), told_volume(mended[1])),
        delivered=tuple(_delivered(crew, place, -inf)),
    )


def _ranges(crew: Crew) -> tuple[Fit, ...]:
    """What the team fits, ascending; stages that follow each other without a gap are one range."""
    ranges: list[Fit] = []
    for span, most in fitting(crew.spans, crew.people, crew.orders):
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
    volume, short = crew.question.volume, crew.now().to_hire(crew.question.playbook)
    ends = [each.to_orders for each in ranges if each.from_orders <= volume.orders]
    end = ends[-1] if ends and not short else None
    growth = 100 * (end / volume.orders - 1) if end is not None and volume.orders > 0 else None
    return Today(volume.orders, volume.visitors, not short, growth, short)


def _above(crew: Crew, place: int, orders: float) -> tuple[Span, float]:
    """One float above the limit, and the stage there."""
    above = nextafter(orders, inf)
    return crew.spans[place + (above > crew.spans[place].last)], above


def _short(crew: Crew, span: Span, orders: float) -> tuple[Hire, ...]:
    """Who is missing at a volume of a stage, in hire order."""
    return crew.read(span, orders).to_hire(crew.question.playbook)


def _reading(crew: Crew, place: int, limit: float) -> Present:
    """The team as it is read today; where that is not known at the limit, or else where its stage begins."""
    span = crew.spans[place]
    return crew.now() if crew.today else crew.read(span, limit if isfinite(limit) else span.first)


def _bottleneck(crew: Crew, span: Span, orders: float) -> Bottleneck:
    """Who is missing at a volume that does not fit; the first in hire order stands for all."""
    need, there = crew.need(span, orders), crew.read(span, orders)
    short = there.to_hire(crew.question.playbook)
    role = short[0].role
    post = span.stage.posts[role]
    binding = post.binding(crew.at(orders)[post.volume])
    return Bottleneck(role, plain(there.people.get(role, Fraction(0))), need[role], binding, span.stage.stage_id, short)


def _roles(crew: Crew, place: int, limit: float, bottleneck: Bottleneck | None) -> tuple[RoleSlack, ...]:
    """The roles of the stage, of the team, and those that end the range; the scarcest first."""
    span = crew.spans[place]
    breaking = [hire.role for hire in bottleneck.short] if bottleneck else []
    reading = _reading(crew, place, limit)
    playbook = crew.question.playbook
    known = dict.fromkeys([*span.stage.posts, *breaking, *reading.people])
    gone = {read.title for read in reading.reads} - set(breaking) - set(reading.people)
    rows = [_role(crew, role, place, limit, reading) for role in known if role not in gone]
    rows.sort(key=lambda row: (inf if row.carries_orders is None else row.carries_orders, tier_of(playbook, row.role)))
    return tuple(rows)


def _role(crew: Crew, role: str, place: int, limit: float, reading: Present) -> RoleSlack:
    have, staff = reading.people.get(role, Fraction(0)), crew.team.roles.get(role, Staff())
    carries = _alone(crew, role, place, crew.orders, limit)
    more_orders, more_visitors = crew.limits(with_hires(crew.people, {role: 1}))
    need_now = crew.question.heads.get(role, 0) if crew.today else None
    span = crew.spans[place]
    return RoleSlack(
        role=role,
        have=plain(have),
        part_time=staff.part_time,
        temporary=staff.temporary,
        need_now=need_now,
        need_at_limit=crew.need(span, limit).get(role, 0) if isfinite(limit) else None,
        carries_orders=told_volume(carries),
        carries_visitors=told_volume(_alone(crew, role, place, crew.visitors, limit)) if crew.conversion else None,
        slack_percent=100 * (carries / limit - 1) if isfinite(carries) and 0 < limit < inf else None,
        one_more_orders=told_volume(more_orders),
        one_more_visitors=told_volume(more_visitors),
        over_staffed=int(reading.spare.get(role, 0)) if crew.today or isfinite(limit) else 0,
    )


def _alone(crew: Crew, role: str, place: int, axis: Axis, limit: float) -> float:
    """What the people of a role, as they are read at the limit in orders, alone carry from its stage on.

    Who is missing above the limit ends there, and nobody before: those of other titles come as they are needed. A role
    that neither this stage nor the next one needs limits nothing.
    """
    span = crew.spans[place]
    finite = isfinite(limit)
    most = crew.limits(crew.people)[axis.name == VISITORS] if finite else -inf
    if finite and most is not None and role in [hire.role for hire in _short(crew, *_above(crew, place, limit))]:
        return most
    if role not in span.stage.posts:
        following = crew.spans[place + 1 : place + 2]
        missing = [hire.role for each in following for hire in _short(crew, each, each.first)]
        return axis.largest(span.last) if role in missing else inf
    people = crew.read(span, limit if finite else span.first).people.get(role, NOBODY)
    return max(alone(crew.spans[place:], role, int(people), axis), -inf if most is None else most)


def _owner_jobs(crew: Crew, span: Span, orders: float) -> float:
    exact = {axis: Fraction(amount) for axis, amount in crew.at(orders).items()}
    carried = crew.read(span, orders).left(owner_duties(span.stage.seen_at(orders), exact, crew.need(span, orders)))
    return float(jobs_carried(carried, span.stage.loads.amounts.time))
