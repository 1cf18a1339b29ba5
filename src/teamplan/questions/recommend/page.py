"""Owns the page of a plan: the shop, the stage and why, roles by function, the owner, totals, advice."""

from collections.abc import Iterator
from math import fsum
from typing import TYPE_CHECKING

from teamplan.engine.hires import Hire
from teamplan.engine.opening import HoursPlan
from teamplan.page.blocks import Block, Bullets, Grid, Lines, Page, Title
from teamplan.page.words import Words, number, percent
from teamplan.questions.recommend.plan import NextStage, Plan, RolePlan

if TYPE_CHECKING:
    from teamplan.questions.recommend.range_plan import HeadcountRange, RangePlan

HOURS_SHOWN = 0.05  # a week; less than three minutes is not worth a line


def plan_page(plan: Plan, words: Words) -> Page:
    """What `recommend` prints."""
    say = words.say
    blocks: list[Block] = [
        Title(say("plan.title", stage=words.stage(plan.stage.id), people=plan.headcount)),
        Lines(tuple(_inputs(plan, words))),
        Title(say("plan.stage-title")),
        Lines(tuple(_stage(plan, words))),
        Title(say("plan.team-title")),
        _team(plan, words),
        *([Lines((hours_line(plan.hours, words),))] if plan.hours else []),
        Title(say("plan.duties-title")),
        Bullets(tuple(_duties(plan, words)) or (say("plan.nobody"),)),
        Title(say("plan.owner-title", jobs=number(plan.owner.fte))),
        Bullets(tuple(_owner(plan, words))),
    ]
    if plan.range:
        blocks += [Title(say("range.title")), *_range(plan.range, words)]
    if plan.to_hire:
        blocks += [Title(say("plan.hire-title")), Bullets(tuple(_hires(plan.to_hire, words)))]
    if plan.to_spare:
        blocks += [Title(say("plan.spare-title")), Bullets(tuple(_hires(plan.to_spare, words)))]
    if plan.advice:
        texts = tuple(
            f"{say('severity.' + each.severity)}{each.zh if say.language == 'zh' else each.en}" for each in plan.advice
        )
        blocks += [Title(say("plan.advice-title")), Bullets(texts)]
    first = next((role.id for role in plan.roles if role.headcount), "owner")
    return Page((*blocks, Lines((say("plan.ask-why", role=first),))))


def _inputs(plan: Plan, words: Words) -> Iterator[str]:
    say, store = words.say, plan.store
    if store.visitors is not None and store.conversion is not None:
        values = {"visitors": number(store.visitors), "conversion": percent(store.conversion)}
        yield say("plan.from-visitors", **values, orders=number(store.orders))
    else:
        yield say("plan.from-orders", orders=number(store.orders))
    yield say.join(f"{words.driver(name)} {number(amount, 1)}" for name, amount in plan.drivers.items())
    yield say("plan.inputs", products=number(store.new_products), spend=number(store.ad_spend, 0))


def _stage(plan: Plan, words: Words) -> Iterator[str]:
    say, stage = words.say, plan.stage
    values = {"stage": words.stage(stage.id), "orders": number(stage.starts_at_orders)}
    yield say("plan.stage-by-" + stage.by, **values, by_orders=words.stage(stage.by_orders))
    if stage.transition:
        yield say("plan.transition")
    if stage.next is not None:
        yield _next_stage(stage.next, words)
        if stage.next.uncounted:
            yield say("plan.uncounted", roles=say.join(map(words.role, stage.next.uncounted)))
    opinions = [
        say("plan.by-" + kind, stage=words.stage(other))
        for kind, other in (("age", stage.by_age), ("visitors", stage.by_visitors))
        if other is not None and other != stage.id
    ]
    if opinions:
        yield say("plan.second-opinion", opinions=say.join(opinions))


def _next_stage(following: NextStage, words: Words) -> str:
    say = words.say
    visitors = "" if following.visitors is None else say("plan.or-visitors", visitors=number(following.visitors, 0))
    growth = "" if following.growth_percent is None else say("plan.growth", percent=number(following.growth_percent, 0))
    hires = say.join(_hires(following.hires, words)) or say("plan.nobody")
    values = {"stage": words.stage(following.id), "orders": number(following.orders), "hires": hires}
    return say("plan.next-stage", **values, visitors=visitors, growth=growth)


def _range(plan: "RangePlan", words: Words) -> Iterator[Block]:
    """Each headcount between its ends, what moves it most, and what was left out."""
    say = words.say
    columns = ("role", "low", "central", "high", "all", "movers")
    named = [(words.role(each.role), each) for each in plan.roles] + [(say("plan.total"), plan.total)]
    rows = tuple((name, *_ends(each), say.join(mover.name for mover in each.movers)) for name, each in named)
    header = tuple(say(f"range.column.{name}") for name in columns)
    yield Grid(header, rows, frozenset({1, 2, 3, 4}), frozenset({len(rows) - 1}))
    lines = [say("range.how")]
    if plan.held:
        lines.append(say("range.held", ends=say.join(f"{name} = {end}" for name, end in plan.held)))
    if plan.bent:
        lines.append(say("range.bent", names=say.join(plan.bent)))
    yield Lines(tuple(lines))


def _ends(each: "HeadcountRange") -> tuple[str, ...]:
    return str(each.low), str(each.central), str(each.high), f"{each.all_low}-{each.all_high}"


def hours_line(hours: HoursPlan, words: Words) -> str:
    """What the opening hours leave out; `explain` says what it would take to answer that too."""
    return words.say("plan.hours", open=hours.open, share=percent(round(hours.outside_share, 3)))


def _hires(hires: tuple[Hire, ...], words: Words) -> Iterator[str]:
    for hire in hires:
        yield words.say("hire", people=hire.people, role=words.role(hire.role))


def _team(plan: Plan, words: Words) -> Grid:
    say, with_team = words.say, any(role.have is not None for role in plan.roles)
    columns = ("role", "people", "load", "binding", "next" if plan.store.conversion is None else "next-both")
    header = [say(f"column.{column}") for column in columns]
    rows: list[tuple[str, ...]] = []
    strong: set[int] = set()
    for function in plan.functions:
        roles = [role for role in plan.roles if role.function == function.id]
        if not roles:
            continue
        strong.add(len(rows))
        rows.append(
            (words.function(function.id), str(function.headcount), number(function.fte), "", "") + ("",) * with_team
        )
        rows += [_role_row(role, words, with_team) for role in roles]
    strong.add(len(rows))
    total = number(fsum(function.fte for function in plan.functions))
    rows.append((say("plan.total"), str(plan.headcount), total, "", "") + ("",) * with_team)
    if with_team:
        header.append(say("column.have"))
    return Grid(tuple(header), tuple(rows), frozenset({1, 2, 5} if with_team else {1, 2}), frozenset(strong))


def _role_row(role: RolePlan, words: Words, with_team: bool) -> tuple[str, ...]:
    say = words.say
    binding = say(f"binding.{role.binding}") if role.binding else say(f"not-hired.{role.not_hired}")
    load = say("plan.part-time", load=number(role.fte)) if role.part_time else number(role.fte)
    row = ("  " + words.role(role.id), str(role.headcount), load, binding, _next(role))
    if not with_team:
        return row
    have = "" if role.have is None else str(role.have)
    return (*row, say("plan.have-short", have=have, missing=role.missing) if role.missing else have)


def _next(role: RolePlan) -> str:
    if role.next_at is None:
        return "-"
    orders = number(role.next_at.orders, 1)
    return orders if role.next_at.visitors is None else f"{orders} / {number(role.next_at.visitors, 0)}"


def _duties(plan: Plan, words: Words) -> Iterator[str]:
    say = words.say
    for role in plan.roles:
        duties = say.join(words.duty(duty) for duty in role.duties)
        if role.headcount:
            yield say("plan.role-duties", role=words.role(role.id), duties=duties)


def _owner(plan: Plan, words: Words) -> Iterator[str]:
    say, small = words.say, 0.0
    for duty in plan.owner.duties:
        if duty.hours_per_week < HOURS_SHOWN:
            small += duty.hours_per_week
            continue
        role = words.role(duty.role) if duty.role else ""
        why = say(f"owner-why.{duty.why}", role=role)
        yield say("plan.owner-duty", duty=words.duty(duty.id), hours=number(duty.hours_per_week, 1), why=why)
    if small:
        yield say("plan.owner-small", hours=number(small, 2))
