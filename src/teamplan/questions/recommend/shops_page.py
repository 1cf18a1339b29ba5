"""Owns the page of several shops of one owner: the people, who is shared and why, the owner's week, the price."""

from collections.abc import Iterator
from math import fsum
from typing import Any

from teamplan.engine.together import KeptApart
from teamplan.page.answer import Answer, as_data
from teamplan.page.blocks import Block, Bullets, Labelled, Page, Title
from teamplan.page.kept import kept_line
from teamplan.page.price import cost_line, price_data
from teamplan.page.table import Cell, Column, Shown, Table, table
from teamplan.page.words import Words, number
from teamplan.questions.recommend.shops import OwnersDuty, ShopsPlan, TeamRow
from teamplan.questions.recommend.words import WORDS

MOST_DUTIES = 6  # of the owner that are named
HOURS_SHOWN = 0.5  # a week; less rounds to none
BETWEEN = "; "  # shops in a cell for machines, as their names may have spaces


def shown(plan: ShopsPlan, words: Words) -> Answer:
    """What `recommend --shops` prints."""
    words = words.of(WORDS)
    return Answer(lambda: _page(plan, words), lambda: _data(plan, words), lambda: (_teams(plan, words),))


def _page(plan: ShopsPlan, words: Words) -> Page:
    say = words.say
    blocks: list[Block] = [
        Title(_title(plan, words)),
        Labelled(tuple(_first(plan, words))),
        _teams(plan, words),
        Title(say("shops.list-title")),
        _shops(plan, words),
    ]
    told = (
        (say("shops.shared-title"), _pools(plan, words)),
        (say("shops.apart-title"), _kept_apart(plan, words)),
        (say("shops.owner-title"), _owner(plan, words)),
    )
    for title, items in ((title, tuple(items)) for title, items in told):
        blocks += [Title(title), Bullets(items)] if items else []
    return Page(tuple(blocks))


def _title(plan: ShopsPlan, words: Words) -> str:
    """The people of all shops; those of a single shop as `recommend` tells them."""
    which = "-none" if plan.people == 0 else "-one" if plan.people == 1 else ""
    values = {"orders": number(plan.orders, 1), "people": plan.people}
    if len(plan.shops) == 1:
        return words.say(f"first.title{which}", **values)
    return words.say(f"shops.title{which}", shops=len(plan.shops), **values)


def _first(plan: ShopsPlan, words: Words) -> Iterator[tuple[str, str]]:
    say, owner = words.say, plan.owner
    if len(plan.shops) > 1:
        hours = number(owner.hours_alone, 0)
        yield say("shops.apart"), say("shops.apart-told", apart=plan.apart, alone=plan.alone, hours=hours)
    if plan.cost.now.roles:
        yield say("first.cost"), shops_cost_line(plan, words)
    over = owner.limit is not None and owner.fte > owner.limit
    key = "shops.owner-over" if over else "shops.owner-told"
    limit = "" if owner.limit is None else say("shops.owner-limit", limit=number(owner.limit, 1))
    yield say("first.owner"), say(key, hours=number(owner.hours_per_week, 0), jobs=number(owner.fte, 1), limit=limit)


def shops_cost_line(plan: ShopsPlan, words: Words) -> str:
    """The cost of all shops in one line, with every place at which people are paid."""
    cost = plan.cost
    if len(cost.places) == 1:
        return cost_line(cost.now, words)
    named = [words.say.text(each.place.name) for each in cost.places if each.place]
    return cost_line(cost.now, words, place=words.say.join(named))


def _teams(plan: ShopsPlan, words: Words) -> Table:
    say = words.say
    columns = (
        Column("role"),
        Column("name", say("shops.column.role")),
        Column("pool"),
        Column("shops", say("shops.column.shops")),
        Column("also_for"),
        Column("apart", say("shops.column.apart"), "people", right=True),
        Column("people", say("shops.column.people"), "people", right=True),
        Column("load", say("shops.column.load"), "number", right=True),
        Column("binding", say("shops.column.binding")),
        Column("part_time"),
    )
    rows = [_row(each, words) for each in plan.rows]
    total = {"name": say("plan.total"), "apart": plan.apart, "people": plan.people}
    return table(columns, [*rows, total], sums=frozenset({len(rows)}))


def _row(each: TeamRow, words: Words) -> dict[str, Cell]:
    say = words.say
    shops, binding = say.join(each.shops), say(f"binding.{each.binding}") if each.binding else ""
    if each.also_for:
        shops = say("shops.also-for", shops=shops, others=say.join(each.also_for))
    return {
        "role": each.role,
        "name": words.role(each.role),
        "pool": each.pool,
        "shops": Shown(BETWEEN.join(each.shops), shops),
        "also_for": BETWEEN.join(each.also_for),
        "apart": each.apart,
        "people": each.people,
        "load": each.load,
        "binding": Shown(each.binding, say("shops.part-time", binding=binding) if each.part_time else binding),
        "part_time": each.part_time,
    }


def _shops(plan: ShopsPlan, words: Words) -> Table:
    say = words.say
    columns = (
        Column("shop", say("shops.column.shop")),
        Column("orders", say("shops.column.orders"), "orders", 1, right=True),
        Column("stage", say("shops.column.stage")),
        Column("open", say("shops.column.open")),
        Column("bought", say("shops.column.bought")),
    )
    rows = (
        {
            "shop": each.name,
            "orders": each.orders,
            "stage": words.stage(each.stage),
            "open": each.open,
            "bought": _bought(plan, each.name, words),
        }
        for each in plan.shops
    )
    return table(columns, rows)


def _bought(plan: ShopsPlan, shop: str, words: Words) -> str:
    """What the shop buys in by the hour, and nobody of the shared teams does."""
    hours = ((role, number(hours, 1)) for name, role, hours in plan.bought_in if name == shop)
    return words.say.join(words.say("first.hours", role=words.role(role), hours=each) for role, each in hours)


def _pools(plan: ShopsPlan, words: Words) -> Iterator[str]:
    """Each pool that is used: why people can be shared, and what those who answer buyers keep."""
    say = words.say
    for pool_id, pool in words.playbook.frame.pools.items():
        teams = [each for each in plan.rows if each.pool == pool_id]
        if teams:
            why = say.text(pool.reason) if pool.reason else ""
            grade = say.join([say("shops.grade", grade=pool.grade), *([pool.source] if pool.source else [])])
            yield say("shops.pool", name=say.text(pool.name), why=why, grade=grade)
            for each in teams:
                if each.delivered is not None:
                    yield say("plan.delivered", role=words.role(each.role), told=kept_line(each.delivered, words))


def _kept_apart(plan: ShopsPlan, words: Words) -> Iterator[str]:
    yield from (_why_apart(each, words) for each in plan.kept_apart)


def _why_apart(each: KeptApart, words: Words) -> str:
    say = words.say
    if each.why == "city":
        places = words.playbook.places
        named = ((shop, say.text(places[has].name) if has else say("cost.city-assumed")) for shop, has in each.shops)
    else:
        named = ((shop, has) for shop, has in each.shops)
    told = say.join(say("shops.has", shop=shop, has=has).strip() for shop, has in named)
    return say(f"shops.apart-{each.why}", role=words.role(each.role), shops=told)


def _owner(plan: ShopsPlan, words: Words) -> Iterator[str]:
    """What fills most of the owner's week, shop by shop."""
    duties = [each for each in plan.owner.duties if each.hours_per_week >= HOURS_SHOWN]
    yield from (_duty(each, words) for each in duties[:MOST_DUTIES])
    rest = fsum(each.hours_per_week for each in plan.owner.duties if each not in duties[:MOST_DUTIES])
    if rest >= HOURS_SHOWN:
        yield words.say("shops.owner-rest", hours=number(rest, 1))


def _duty(each: OwnersDuty, words: Words) -> str:
    say = words.say
    why = say(f"owner-why.{each.why}", role=words.role(each.role) if each.role else "")
    duty, hours = words.duty(each.duty), number(each.hours_per_week, 1)
    if each.shop is None:
        return say("shops.owner-relief", role=words.role(each.role or ""), hours=hours)
    return say("shops.owner-duty", shop=each.shop, duty=duty, hours=hours, why=why)


def _data(plan: ShopsPlan, words: Words) -> dict[str, Any]:
    data: dict[str, Any] = {"headcount": plan.people, "headcount_apart": plan.apart, "headcount_alone": plan.alone}
    data |= as_data(plan.with_(cost=None))
    data["roles"] = [{"name": words.role(each.role)} | as_data(each) for each in plan.rows]
    data["kept_apart"] = [
        {"role": each.role, "why": each.why, "shops": [shop for shop, _ in each.shops]} for each in plan.kept_apart
    ]
    keys = ("shop", "role", "hours_per_week")
    data["bought_in"] = [dict(zip(keys, each, strict=True)) for each in plan.bought_in]
    del data["rows"]
    return data | {"cost": price_data(plan.cost.now), "cost_apart": price_data(plan.cost.apart)}
