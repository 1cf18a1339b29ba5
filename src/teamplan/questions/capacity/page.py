"""Owns the page of a capacity: the limit and why, the slack of each role, who is to spare."""

from collections.abc import Iterator
from math import inf, nextafter
from typing import Any

from teamplan.engine.hires import Hire
from teamplan.page.answer import Answer, as_data, cells_of
from teamplan.page.blocks import Block, Bullets, Lines, Page, Title
from teamplan.page.kept import kept_line
from teamplan.page.limits import both, ends_below, since, upto
from teamplan.page.present import read_lines
from teamplan.page.price import coins_of, cost_line, price_data
from teamplan.page.table import Cell, Column, Shown, Table, table
from teamplan.page.words import Words, number
from teamplan.questions.capacity.result import Bottleneck, Capacity, Fit, Mend, RoleSlack
from teamplan.questions.capacity.words import WORDS


def shown(result: Capacity, words: Words) -> Answer:
    """What `capacity` prints."""
    words = words.of(WORDS)
    return Answer(lambda: _page(result, words), lambda: _data(result), lambda: (_slack(result, words),))


def _data(result: Capacity) -> dict[str, Any]:
    """The capacity for machines: sums as texts of exact decimals."""
    data: dict[str, Any] = as_data(result.with_(cost=None))
    data |= {"cost": price_data(result.cost), "slack_cost": coins_of(result.slack_cost)}
    for row, item in zip(result.roles, data["roles"], strict=True):
        item["slack_cost"] = coins_of(row.slack_cost)
    return data


def _page(result: Capacity, words: Words) -> Page:
    say = words.say
    blocks: list[Block] = [Title(_title(result, words)), Lines(tuple(_lines(result, words)))]
    if result.mend is not None:
        blocks += [Title(say("capacity.mend-title")), Bullets(tuple(_hires(result.mend.hires, words)))]
        blocks.append(Lines((_mended(result.mend, words),)))
    blocks += [Title(say("capacity.slack-title")), _slack(result, words)]
    if read := tuple(read_lines(result.team, words)):
        blocks += [Title(say("team.title")), Bullets(read)]
    spare = [Hire(row.role, row.over_staffed) for row in result.roles if row.over_staffed]
    if spare:
        title = say("capacity.spare-title") if result.today else say("capacity.spare-limit-title")
        blocks += [Title(title), Bullets((*_hires(spare, words), *_spare_cost(result, words)))]
    if any(row.part_time or row.temporary for row in result.roles):
        blocks.append(Lines((say("capacity.counted"),)))
    return Page(tuple(blocks))


def _spare_cost(result: Capacity, words: Words) -> Iterator[str]:
    if result.slack_cost is not None:
        yield words.say("capacity.slack-cost", cost=words.money(result.slack_cost))


def _title(result: Capacity, words: Words) -> str:
    if not result.fits:
        return words.say("capacity.title-none")
    if result.orders is None:
        return words.say("capacity.title-endless")
    visitors = _visitors(result.visitors, words)
    if ends_below(result.orders):
        return words.say("capacity.title-below", orders=number(nextafter(result.orders, inf)), visitors=visitors)
    return words.say("capacity.title", orders=upto(result.orders), visitors=visitors)


def _lines(result: Capacity, words: Words) -> Iterator[str]:
    say = words.say
    if result.orders is not None:
        visitors = "" if result.visitors is None else say("capacity.or-exactly", visitors=repr(result.visitors))
        yield say("capacity.exactly", orders=repr(result.orders), visitors=visitors)
    if result.stage is not None and result.from_orders is not None:
        visitors = "" if result.from_visitors is None else since(result.from_visitors, 0)
        visitors = say("plan.or-visitors", visitors=visitors) if visitors else ""
        yield say(
            "capacity.stage", stage=words.stage(result.stage), orders=number(result.from_orders), visitors=visitors
        )
    yield from (_other_range(each, words) for each in result.ranges[:-1])
    if result.bottleneck is not None:
        yield _breaks(result, result.bottleneck, words)
    if result.owner_jobs is not None:
        yield say("capacity.owner", jobs=number(result.owner_jobs))
    if result.today is not None:
        yield _today(result, words)
    if result.cost is not None and result.cost.roles:
        yield say("cost.team", told=cost_line(result.cost, words))
    for each in result.delivered:
        yield say("capacity.delivered", role=words.role(each.role), told=kept_line(each.kept, words))


def _other_range(fit: Fit, words: Words) -> str:
    ends = {"from_orders": number(fit.from_orders), "to_orders": upto(fit.to_orders or 0.0)}
    stages = dict.fromkeys((words.stage(fit.from_stage), words.stage(fit.to_stage)))
    return words.say("capacity.other-range", **ends, stage=words.say.join(stages))


def _breaks(result: Capacity, bottleneck: Bottleneck, words: Words) -> str:
    say = words.say
    values = {"role": words.role(bottleneck.role), "have": number(bottleneck.have), "needs": bottleneck.needs}
    if result.mend is not None:
        return say("capacity.reason", **values, stage=words.stage(bottleneck.stage))
    if bottleneck.stage == result.stage:
        return say("capacity.breaks", **values, binding=say(f"binding.{bottleneck.binding}"))
    hires = say.join(_hires(bottleneck.short, words))
    return say("capacity.breaks-stage", stage=words.stage(bottleneck.stage), hires=hires, role=values["role"])


def _today(result: Capacity, words: Words) -> str:
    say, today = words.say, result.today
    assert today is not None
    if today.short:
        hires = say.join(_hires(today.short, words))
        return say("capacity.today-short", orders=number(today.orders), hires=hires)
    growth = today.growth_percent
    more = "" if growth is None else say("capacity.growth", percent=upto(growth, 1))
    return say("capacity.today-fits", orders=number(today.orders), growth=more)


def _mended(mend: Mend, words: Words) -> str:
    say = words.say
    if mend.orders is None:
        return say("capacity.mended", limit=say("capacity.no-limit"))
    limit = say("capacity.limit", orders=upto(mend.orders), visitors=_visitors(mend.visitors, words))
    return say("capacity.mended", limit=limit)


def _slack(result: Capacity, words: Words) -> Table:
    """A row for each role of the team; the need is that of today, or at the limit where today is not known."""
    say = words.say
    need = "column.need-now" if result.today else "column.need-at-limit"
    both = any(row.carries_visitors is not None for row in result.roles)
    columns = (
        Column("role", say("column.role")),
        Column("have", say("column.have"), "people", right=True),
        Column("part_time", kind="people"),
        Column("temporary", kind="people"),
        Column("need", say(need), "people", right=True, page_only=True),
        Column("need_now", kind="people"),
        Column("need_at_limit", kind="people"),
        Column("carries", say("column.carries-both" if both else "column.carries"), page_only=True),
        Column("carries_orders", kind="orders"),
        Column("carries_visitors", kind="visitors"),
        Column("slack_percent", kind="number"),
        Column("one_more", say("column.one-more"), page_only=True),
        Column("one_more_orders", kind="orders"),
        Column("one_more_visitors", kind="visitors"),
        Column("over_staffed", kind="people"),
        Column("slack_cost"),
    )
    return table(columns, (_row(row, words) for row in result.roles))


def _row(row: RoleSlack, words: Words) -> dict[str, Cell]:
    need = row.need_at_limit if row.need_now is None else row.need_now
    return cells_of(row) | {
        "role": Shown(row.role, words.role(row.role)),
        "slack_cost": coins_of(row.slack_cost),
        "have": Shown(row.have, number(row.have)),
        "need": "-" if need is None else need,
        "carries": _amounts(row.carries_orders, row.carries_visitors),
        "one_more": _amounts(row.one_more_orders, row.one_more_visitors),
    }


def _amounts(orders: float | None, visitors: float | None) -> str:
    if orders is None:
        return "-"
    return both(orders, visitors)


def _visitors(visitors: float | None, words: Words) -> str:
    return "" if visitors is None else words.say("plan.or-visitors", visitors=upto(visitors, 0))


def _hires(hires: tuple[Hire, ...] | list[Hire], words: Words) -> Iterator[str]:
    return (words.say("hire", people=hire.people, role=words.role(hire.role)) for hire in hires)
