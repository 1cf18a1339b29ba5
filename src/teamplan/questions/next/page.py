"""Owns the page of what comes next: the triggers of growth, the way across a border, the way down."""

from collections.abc import Iterator
from typing import Any

from teamplan.engine.hires import Hire
from teamplan.page.answer import Answer, as_data, cells_of, flat
from teamplan.page.blocks import Block, Bullets, Lines, Page, Title
from teamplan.page.limits import above, both, since
from teamplan.page.present import read_lines
from teamplan.page.price import band_data, coins, cost_line, price_data
from teamplan.page.table import Cell, Column, Shown, Table, plain_table, table
from teamplan.page.words import Words, number
from teamplan.questions.next.outlook import Crossing, Fall, Outlook, Step, StepCost, Trigger
from teamplan.questions.next.words import WORDS

HEADER = ("kind", "orders", "visitors", "percent", "stage", "headcount", "role", "people")


def shown(result: Outlook, words: Words) -> Answer:
    """What `next` prints."""
    words = words.of(WORDS)
    return Answer(
        lambda: _page(result, words), lambda: _data(result), lambda: (plain_table(_all_rows(result), HEADER),)
    )


def _data(outlook: Outlook) -> dict[str, Any]:
    """The outlook for machines: sums as texts of exact decimals."""
    bare = tuple(each.with_(cost=None) for each in outlook.triggers)
    data: dict[str, Any] = as_data(outlook.with_(cost=None, now_cost=None, triggers=bare))
    for each, item in zip(outlook.triggers, data["triggers"], strict=True):
        item["cost"] = _cost_data(each.cost)
    return data | {"cost": price_data(outlook.cost), "now_cost": _cost_data(outlook.now_cost)}


def _cost_data(cost: StepCost | None) -> dict[str, Any] | None:
    if cost is None:
        return None
    return {"month": coins(cost.month.likely), **band_data(cost.month), "carried_by_orders": cost.orders}


def _all_rows(outlook: Outlook) -> Iterator[dict[str, Cell]]:
    """Whom the shop lacks today, the triggers, the hires of a crossing behind its stage, and the way down."""
    today = {"orders": outlook.orders, "visitors": outlook.visitors, "stage": outlook.stage}
    for hire in outlook.now:
        yield {"kind": "now"} | today | as_data(hire)
    for trigger in outlook.triggers:
        bare = flat(as_data(trigger.with_(cost=None)))
        row = {key: value for key, value in bare.items() if not key.startswith(("crossing", "cost"))}
        row |= flat({"cost": _cost_data(trigger.cost) or {}})
        yield row
        for step in trigger.crossing.path if trigger.crossing else ():
            yield row | {"kind": "step"} | as_data(step)
    for fall in outlook.falls:
        yield {"kind": "fall"} | as_data(fall)


def _page(result: Outlook, words: Words) -> Page:
    say = words.say
    visitors = "" if result.visitors is None else say("plan.or-visitors", visitors=number(result.visitors))
    values = {"stage": words.stage(result.stage), "people": words.plural("people", result.headcount)}
    values["orders"] = number(result.orders)
    blocks: list[Block] = [Title(say("next.title", **values, visitors=visitors))]
    if result.cost is not None and result.cost.roles:
        blocks.append(Lines((say("cost.team", told=cost_line(result.cost, words)),)))
    if read := tuple(read_lines(result.team, words)):
        blocks += [Title(say("team.title")), Bullets(read)]
    if result.now:
        blocks += [Title(say("next.now-title")), Bullets((*_hires(result.now, words), *_now_cost(result, words)))]
    if result.spare:
        blocks += [Title(say("next.spare-title")), Bullets(tuple(_hires(result.spare, words)))]
    blocks.append(Title(say("next.triggers-title")))
    blocks.append(_triggers(result, words) if result.triggers else Lines((say("next.none"),)))
    for trigger in result.triggers:
        if trigger.crossing is not None:
            blocks += _border(trigger, trigger.crossing, result, words)
    if result.falls:
        blocks += [Title(say("next.falls-title")), _falls(result, words)]
        blocks.append(Lines((say("next.falls-note", percent=number(100 * result.shrink_margin)),)))
    return Page(tuple(blocks))


def _now_cost(result: Outlook, words: Words) -> Iterator[str]:
    """What those who are missing today cost, and what carries them."""
    cost = result.now_cost
    if cost is not None:
        carried = ""
        if cost.traded:
            known = cost.orders is not None
            carried = words.say("next.now-carried", orders=cost.orders) if known else words.say("next.now-never")
        yield words.say("next.now-cost", cost=words.money(cost.month.likely), carried=carried)


def _triggers(result: Outlook, words: Words) -> Table:
    say = words.say
    costs = [trigger.cost for trigger in result.triggers if trigger.cost]
    currency = words.currency(result.cost.currency) if result.cost else ""
    columns = (
        Column("percent", say("column.growth"), "number", right=True),
        Column("orders", say("column.orders"), "orders"),
        Column("visitors", None if result.visitors is None else say("column.visitors"), "visitors"),
        Column("what", say("column.what")),
        Column("headcount", say("column.team"), "people", right=True),
        Column("cost", say("column.cost", currency=currency) if costs else None, "money", 0, right=True),
        Column("carried", say("column.carried") if any(cost.traded for cost in costs) else None, "orders"),
    )
    return table(columns, (_trigger(trigger, words) for trigger in result.triggers))


def _trigger(trigger: Trigger, words: Words) -> dict[str, Cell]:
    say, hire = words.say, trigger.kind == "hire"
    limit, key = (above, "next.above") if hire else (since, "next.from")
    visitors = "-" if trigger.visitors is None else say(key, amount=limit(trigger.visitors, 0))
    return {
        "percent": Shown(trigger.percent, _percent(trigger.percent)),
        "orders": Shown(trigger.orders, say(key, amount=limit(trigger.orders))),
        "visitors": Shown(trigger.visitors, visitors),
        "what": _what(trigger, words),
        "headcount": trigger.headcount,
        "cost": trigger.cost and trigger.cost.month.likely,
        "carried": _carried(trigger.cost, words),
    }


def _carried(cost: StepCost | None, words: Words) -> str:
    if cost is None or not cost.traded:
        return ""
    known = cost.orders is not None
    return words.say("next.carried", amount=number(cost.orders or 0)) if known else words.say("next.carried-never")


def _what(trigger: Trigger, words: Words) -> str:
    say = words.say
    if trigger.kind == "stage":
        return say("next.stage", stage=words.stage(trigger.stage), people=words.plural("hires", trigger.people))
    role = words.role(trigger.role or "")
    if trigger.kind == "split":
        return say("next.split", role=role, into=say.join(words.role(each) for each in trigger.into))
    if trigger.people == 1:
        return say("next.hire", role=role)
    return say("next.hires", people=trigger.people, role=role)


def _border(trigger: Trigger, crossing: Crossing, result: Outlook, words: Words) -> Iterator[Block]:
    say = words.say
    yield Title(say("next.border-title", stage=words.stage(trigger.stage), orders=number(trigger.orders)))
    moves = [
        say("next.move", people=number(move.people), role=words.role(move.role), to=words.role(move.to))
        for move in crossing.moves
    ]
    moves += [say("next.gone", people=hire.people, role=words.role(hire.role)) for hire in crossing.spare]
    if moves:
        yield Bullets(tuple(moves))
    if crossing.path:
        yield _path(crossing, words)
        limits = {"jobs": number(crossing.owner_jobs), "limit": number(result.owner_jobs_limit)}
        yield Lines((say("next.border-note", **limits),))


def _path(crossing: Crossing, words: Words) -> Table:
    say = words.say
    columns = (
        Column("role", say("column.role")),
        Column("people", say("column.people"), "people", right=True),
        Column("gap", say("column.gap")),
        Column("owner_jobs", say("column.owner-then"), "number", right=True),
        Column("may_wait", say("column.may-wait")),
    )
    return table(columns, (_step(step, words) for step in crossing.path))


def _step(step: Step, words: Words) -> dict[str, Cell]:
    wait = words.say("next.yes") if step.may_wait else words.say("next.no")
    role = Shown(step.role, words.role(step.role))
    return cells_of(step) | {"role": role, "gap": _gap(step, words), "may_wait": Shown(step.may_wait, wait)}


def _gap(step: Step, words: Words) -> str:
    say = words.say
    if step.load_percent is None:
        return say("next.gap-owner", jobs=number(step.gap_jobs))
    values = {"people": number(step.there), "percent": number(step.load_percent, 0)}
    if step.load_percent > 100 or step.binding == "work":
        return say("next.gap-load-one" if step.there == 1 else "next.gap-load", **values)
    if step.binding == "floor":
        return say("next.gap-floor", **values)
    return say("next.gap-service", **values, binding=say(f"binding.{step.binding}"))


def _falls(result: Outlook, words: Words) -> Table:
    say = words.say
    columns = (
        Column("what", say("column.what")),
        Column("slack_orders", say("column.slack-at"), "orders"),
        Column("safe_orders", say("column.safe-at"), "orders"),
        Column("safe_percent", say("column.below"), "number", right=True),
        Column("state", say("column.state")),
    )
    return table(columns, (_fall(fall, words) for fall in result.falls))


def _fall(fall: Fall, words: Words) -> dict[str, Cell]:
    say = words.say
    if fall.role is None:
        what = say("next.fall-stage", stage=words.stage(fall.stage), people=words.plural("people", fall.people))
    else:
        what = say("next.fall-role", role=words.role(fall.role), people=fall.people)
    return {
        "what": what,
        "slack_orders": Shown(fall.slack_orders, both(fall.slack_orders, fall.slack_visitors)),
        "safe_orders": Shown(fall.safe_orders, both(fall.safe_orders, fall.safe_visitors)),
        "safe_percent": Shown(fall.safe_percent, _percent(fall.safe_percent)),
        "state": Shown(fall.state, say(f"next.state-{fall.state}")),
    }


def _percent(percent: float | None) -> str:
    return "-" if percent is None else f"{number(percent, 1)}%"


def _hires(hires: tuple[Hire, ...], words: Words) -> Iterator[str]:
    return (words.say("hire", people=hire.people, role=words.role(hire.role)) for hire in hires)
