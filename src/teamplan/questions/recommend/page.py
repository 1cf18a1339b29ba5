"""Owns the page of a plan: the shop, the stage and why, roles by function, the owner, totals, advice."""

from collections.abc import Iterator
from math import fsum
from typing import TYPE_CHECKING, Any

from teamplan.engine.hires import Hire
from teamplan.engine.opening import HoursPlan, answers_outside
from teamplan.page.answer import Answer, as_data
from teamplan.page.blocks import Block, Bullets, Lines, Page, Title
from teamplan.page.kept import kept_line
from teamplan.page.limits import above, both, since
from teamplan.page.present import read_lines
from teamplan.page.price import cost_cells, cost_columns, cost_line, cost_lines, price_data
from teamplan.page.table import Cell, Column, Shown, Table, table
from teamplan.page.words import Words, number, percent
from teamplan.playbook.store import MEAN_DAY, key_of
from teamplan.questions.recommend.category_page import category_blocks
from teamplan.questions.recommend.plan import NextStage, Plan, RolePlan
from teamplan.questions.recommend.range_page import ends_of, range_blocks, with_measures
from teamplan.questions.recommend.words import WORDS
from teamplan.record import as_dict

if TYPE_CHECKING:
    from teamplan.questions.recommend.hire_paths import HirePath

HOURS_SHOWN = 0.05  # a week; less than three minutes is not worth a line


def shown(plan: Plan, words: Words, *, details: bool = False) -> Answer:
    """What `recommend` prints: the first screen, or the whole page. Data and tables are the same for both."""
    words = words.of(WORDS)
    page = _page if details else _first
    return Answer(lambda: page(plan, words), lambda: _data(plan, words), lambda: (_roles(plan, words),))


def _first(plan: Plan, words: Words) -> Page:
    from teamplan.questions.recommend.first_screen import first_screen

    return first_screen(plan, words)


def _data(plan: Plan, words: Words) -> dict[str, Any]:
    """The plan with names and advice in the language that was asked for."""
    data: dict[str, Any] = as_data(plan.with_(cost=None, cost_now=None, hire_paths=()))
    data |= {"cost": price_data(plan.cost), "cost_now": price_data(plan.cost_now)}
    data["hire_paths"] = [_path_data(path, words) for path in plan.hire_paths]
    for key in ("percentile", "percentiles", "hire_paths"):
        if not data[key]:
            del data[key]
    data["store"] = dict(_named_inputs(data["store"]))
    data["stage"]["name"] = words.stage(plan.stage.id)
    for function in data["functions"]:
        function["name"] = words.function(function["id"])
    for role in data["roles"]:
        role["name"] = words.role(role["id"])
    for item in data["advice"]:
        texts = {"en": item.pop("en"), "zh": item.pop("zh")}
        item["text"] = texts[words.say.language]
    if data["range"]:
        with_measures(data["range"], words)
    return data


def _path_data(path: "HirePath", words: Words) -> dict[str, Any]:
    from teamplan.questions.recommend.hire_paths_page import path_data

    return path_data(path, words)


def _named_inputs(store: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """The shop with each input under a key of its own, as a store file has it."""
    for key, value in store.items():
        yield from ((key_of(name), amount) for name, amount in value.items()) if key == "inputs" else [(key, value)]


def _page(plan: Plan, words: Words) -> Page:
    say = words.say
    blocks: list[Block] = [
        Title(say("plan.title", stage=words.stage(plan.stage.held_at or plan.stage.id), people=plan.headcount)),
        Lines(tuple(_inputs(plan, words))),
        *category_blocks(plan.category, words),
        Title(say("plan.stage-title")),
        Lines(tuple(_stage(plan, words))),
        Title(say("plan.team-title")),
        _team(plan, words),
        *([Lines(below)] if (below := tuple(_below(plan, words))) else []),
        *_cost(plan, words),
        *_departments(plan, words),
        Title(say("plan.duties-title")),
        Bullets(tuple(_duties(plan, words)) or (say("plan.nobody"),)),
        Title(owner_title(plan, words)),
        Bullets(tuple(_owner(plan, words))),
    ]
    blocks += _percentiles(plan, words)
    if plan.range:
        blocks += range_blocks(plan.range, words)
    if read := tuple(read_lines(plan.team, words)):
        blocks += [Title(say("team.title")), Bullets(read)]
    if plan.to_hire:
        blocks += [Title(say("plan.hire-title")), Bullets(tuple(_hires(plan.to_hire, words)))]
    if plan.hire_paths:
        from teamplan.questions.recommend.hire_paths_page import path_blocks

        blocks += path_blocks(plan, words)
    if plan.to_spare:
        blocks += [Title(say("plan.spare-title")), Bullets(tuple(_hires(plan.to_spare, words)))]
    if plan.advice:
        texts = tuple(
            f"{say('severity.' + each.severity)}{each.zh if say.language == 'zh' else each.en}" for each in plan.advice
        )
        blocks += [Title(say("plan.advice-title")), Bullets(texts)]
    first = next((role.id for role in plan.roles if role.headcount), "owner")
    return Page((*blocks, Lines((say("plan.ask-why", role=first),))))


def owner_title(plan: Plan, words: Words) -> str:
    """What stands over the owner's week, in the words of this question."""
    return words.say("plan.owner-title", jobs=number(plan.owner.fte))


def _cost(plan: Plan, words: Words) -> Iterator[Block]:
    """What the people of the plan cost, and those of a team that was given."""
    told = list(cost_lines(plan.cost, words)) if plan.cost and (plan.cost.roles or plan.cost.bought) else []
    if plan.cost_now and plan.cost_now.roles:
        told.append(words.say("plan.cost-now", told=cost_line(plan.cost_now, words)))
    if told:
        yield Title(words.say("plan.cost-title"))
        yield Bullets((*told, words.say("plan.cost-how")))


def _percentiles(plan: Plan, words: Words) -> Iterator[Block]:
    """What other percentiles of days take, where somebody knows how far days differ."""
    if plan.percentiles:
        from teamplan.page.percentiles import percentile_table

        yield Title(words.say("percentile.title"))
        yield percentile_table(plan.percentiles, plan.percentile or float(MEAN_DAY), words)
        yield Lines((words.say("plan.percentiles-how"),))


def _departments(plan: Plan, words: Words) -> Iterator[Block]:
    """What a source gives each department, beside the people of the plan."""
    say, declared = words.say, words.playbook.frame.departments
    lines = tuple(
        say("plan.department", name=say.text(declared[each.id].name), **as_dict(each)) for each in plan.departments
    )
    if lines:
        yield Title(say("plan.departments-title"))
        yield Bullets(lines)


def _inputs(plan: Plan, words: Words) -> Iterator[str]:
    say, store = words.say, plan.store
    if store.visitors is not None and store.conversion is not None:
        values = {"visitors": number(store.visitors), "conversion": percent(store.conversion)}
        yield say("plan.from-visitors", **values, orders=number(store.orders))
    else:
        yield say("plan.from-orders", orders=number(store.orders))
    yield say.join(f"{words.driver(name)} {number(amount, 1)}" for name, amount in plan.drivers.items())
    if store.inputs:
        told = say("plan.and").join(words.told(name, amount) for name, amount in store.inputs.items())
        yield told[0].upper() + told[1:]


def _stage(plan: Plan, words: Words) -> Iterator[str]:
    say, stage = words.say, plan.stage
    values = {"stage": words.stage(stage.id), "orders": number(stage.starts_at_orders)}
    yield say("plan.stage-by-" + stage.by, **values, by_orders=words.stage(stage.by_orders))
    if stage.held_at is not None:
        yield say("plan.held", stage=words.stage(stage.held_at))
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
    visitors = "" if following.visitors is None else say("plan.or-visitors", visitors=since(following.visitors, 0))
    growth = "" if following.growth_percent is None else say("plan.growth", percent=number(following.growth_percent, 0))
    hires = say.join(_hires(following.hires, words)) or say("plan.nobody")
    values = {"stage": words.stage(following.id), "orders": number(following.orders), "hires": hires}
    return say("plan.next-stage", **values, visitors=visitors, growth=growth)


def _below(plan: Plan, words: Words) -> Iterator[str]:
    """What the table leaves out: roles that nobody holds and why, chats outside opening hours, what is delivered."""
    say = words.say
    nobody = [role for role in plan.roles if not role.headcount and not role.have]
    if nobody:
        told = [
            say("plan.unfilled-role", role=words.role(role.id), why=say(f"not-hired.{role.not_hired}"))
            for role in nobody
        ]
        yield say("plan.unfilled", roles=say.join(told))
    if plan.hours:
        yield _hours_line(plan, plan.hours, words)
    for role in plan.roles:
        if role.delivered:
            yield say("plan.delivered", role=words.role(role.id), told=kept_line(role.delivered, words))


def _hours_line(plan: Plan, hours: HoursPlan, words: Words) -> str:
    """What the opening hours leave out, and who is paid to answer it; `explain` says what it would take to do so."""
    values = {"open": hours.open, "share": percent(round(hours.outside_share, 3))}
    option = answers_outside(words.playbook, (each.option for each in (plan.cost.bought if plan.cost else ())))
    if option is None:
        return words.say("plan.hours", **values)
    return words.say("plan.hours-bought", option=words.say.text(words.playbook.sourcing[option].name), **values)


def _hires(hires: tuple[Hire, ...], words: Words) -> Iterator[str]:
    for hire in hires:
        yield words.say("hire", people=hire.people, role=words.role(hire.role))


def _columns(plan: Plan, words: Words) -> tuple[Column, ...]:
    say, with_team = words.say, any(role.have is not None for role in plan.roles)
    return (
        Column("stage"),
        Column("function"),
        Column("role"),
        Column("name", say("column.role")),
        Column("headcount", say("column.people"), "people", right=True),
        Column("fte", say("column.load"), "number", right=True),
        Column("binding", say("column.binding")),
        Column("next", say("column.next" if plan.store.conversion is None else "column.next-both"), page_only=True),
        Column("next_at_orders", kind="orders"),
        Column("next_at_visitors", kind="visitors"),
        Column("have", say("column.have") if with_team else None, "people", right=True),
        Column("duties"),
        Column("promised", kind="share"),
        Column("delivered", kind="share"),
        Column("delivered_by_one_more", kind="share"),
    )


def _roles(plan: Plan, words: Words) -> Table:
    """A row for each role, in the order of the stage's team, with the ends of its range where they were asked for."""
    ends = ends_of(plan.range) if plan.range else {}
    ranges = tuple(Column(key) for key in next(iter(ends.values()), {}))
    costs = plan.cost.by_role if plan.cost else {}
    rows = (
        {"stage": plan.stage.id} | _role(role, words) | cost_cells(costs.get(role.id)) | ends.get(role.id, {})
        for role in plan.roles
    )
    return table((*_columns(plan, words), *cost_columns(), *ranges), rows)


def _team(plan: Plan, words: Words) -> Table:
    """The roles that somebody holds by function, below the sum of each, and the total."""
    rows: list[dict[str, Cell]] = []
    sums: set[int] = set()
    for function in plan.functions:
        roles = [role for role in plan.roles if role.function == function.id and (role.headcount or role.have)]
        if roles:
            sums.add(len(rows))
            rows.append({"name": words.function(function.id), "headcount": function.headcount, "fte": function.fte})
            rows += [_role(role, words) for role in roles]
    sums.add(len(rows))
    load = fsum(function.fte for function in plan.functions)
    rows.append({"name": words.say("plan.total"), "headcount": plan.headcount, "fte": load})
    return table(_columns(plan, words), rows, sums=frozenset(sums))


def _role(role: RolePlan, words: Words) -> dict[str, Cell]:
    say = words.say
    name = words.role(role.id)
    binding = say(f"binding.{role.binding}") if role.binding else say(f"not-hired.{role.not_hired}")
    load = say("plan.part-time", load=number(role.fte)) if role.part_time else number(role.fte)
    have = say("plan.have-short", have=number(role.have or 0), missing=role.missing) if role.missing else role.have
    return {
        "function": role.function,
        "role": role.id,
        "name": Shown(name, "  " + name),
        "headcount": role.headcount,
        "fte": Shown(role.fte, load),
        "binding": Shown(role.binding, binding),
        "next": _next(role),
        "promised": role.delivered and role.delivered.promised,
        "delivered": role.delivered and role.delivered.level,
        "delivered_by_one_more": role.delivered and role.delivered.one_more,
        "next_at_orders": role.next_at and role.next_at.orders,
        "next_at_visitors": role.next_at and role.next_at.visitors,
        "have": Shown(role.have, "" if have is None else have if isinstance(have, str) else number(have)),
        "duties": " ".join(role.duties),
    }


def _next(role: RolePlan) -> str:
    return "-" if role.next_at is None else both(role.next_at.orders, role.next_at.visitors, above)


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
