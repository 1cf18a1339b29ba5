"""Owns the part of a report that moves: its fields, its table as the plan says it, the steps that a browser reads."""

import json
from collections.abc import Iterator
from math import floor, inf, log10, nextafter
from typing import Any

from teamplan.engine.linear import VISITORS
from teamplan.engine.pay.band import Band, summed
from teamplan.engine.thresholds import StageThresholds
from teamplan.page.html.blocks import NUMBER, heading, scrolling
from teamplan.page.html.markup import Markup, joined, lines, tag
from teamplan.page.limits import ends_below, upto
from teamplan.page.problems import printable
from teamplan.page.words import Words, number
from teamplan.questions.recommend.answer import role_plan
from teamplan.questions.report.answer import Moving, Report

SCRIPT = "moving.js"
AHEAD, LEAST = 3, 100.0  # times the shop's orders, and orders at least, that the slider reaches
LAST_STAGE = 2  # times the orders with which the last stage begins
FINE = 3  # digits of the end of the slider that a step of it moves
LEVEL = 2
HIDDEN = "hidden"


def moving_markup(moving: Moving, result: Report, words: Words) -> Markup:
    """Fields that a browser brings to life, and what they tell at the volume of the shop; without scripts it stands."""
    say = words.say
    title = say("report.what-if")
    bought = [tag("p", say("move.bought"))] if result.budget.bought else []
    return joined(
        heading(title, LEVEL),
        tag("div", _fields(moving, result, words), id_="moving-fields", hidden=HIDDEN),
        tag("div", *_told(moving, result, words), role="status"),
        *bought,
        scrolling(_table(moving, result, words), say("move.table")),
    )


def _fields(moving: Moving, result: Report, words: Words) -> Markup:
    say = words.say
    end = _end(moving, result)
    step = 10 ** max(floor(log10(end)) - FINE, 0)
    slider = tag(
        "input", type_="range", id_="move-slider", min_=0, max_=number(end).replace(",", ""), step=step,
        value=round(result.plan.store.orders), autocomplete="off",
    )  # fmt: skip
    names = ("visitors", "conversion", "orders")
    boxes = (_field(name, say(f"move.{name}")) for name in names)
    return joined(
        tag("p", say("move.how")),
        tag("div", tag("label", say("move.slider"), for_="move-slider"), slider, class_="slider"),
        tag("div", *boxes, tag("button", say("move.reset"), type_="button", id_="move-reset"), class_="fields"),
        tag("p", id_="move-unreadable", class_="moved", role="alert", hidden=HIDDEN),
    )


def _field(name: str, label: str) -> Markup:
    kept = tag("input", type_="text", id_=f"move-{name}", inputmode="decimal", autocomplete="off", size=9)
    return tag("div", tag("label", label, for_=f"move-{name}"), kept)


def _end(moving: Moving, result: Report) -> float:
    last = max(stage.from_orders for stage in moving.steps.stages)
    wanted = max(AHEAD * result.plan.store.orders, LAST_STAGE * last, LEAST)
    return float(floor(min(wanted, moving.steps.most_orders)))


def _told(moving: Moving, result: Report, words: Words) -> Iterator[Markup]:
    say, plan = words.say, result.plan
    stage = words.stage(plan.stage.id)
    values = {"orders": number(plan.store.orders), "people": plan.headcount, "stage": stage}
    yield tag("p", say("move.summary", **values), id_="move-summary", class_="big")
    low, likely, high = _sum(moving, result)
    ends = {"low": number(low.amount, 0), "high": number(high.amount, 0)}
    yield tag("p", say("move.cost", total=words.money(likely), **ends), id_="move-cost")
    yield tag("p", next_line(moving, result, words), id_="move-next")
    yield tag("p", id_="move-moved", class_="moved", hidden=HIDDEN)
    yield tag("p", lines(_outside(moving, words)), id_="move-outside", class_="moved", hidden=HIDDEN)


def next_line(moving: Moving, result: Report, words: Words) -> str:
    """Who comes next by the curves of the roles, or the stage that follows."""
    say, following = words.say, result.plan.stage.next
    coming = [(at, role) for role in moving.each if (at := _enough(moving, result, role)) is not None]
    if coming:
        at, role = min(coming)
        if ends_below(at):
            return say("move.next-role-from", role=words.role(role), orders=number(nextafter(at, inf)))
        return say("move.next-role", role=words.role(role), orders=upto(at))
    if following is None or following.orders > moving.steps.most_orders or result.question.store.stage is not None:
        return say("move.next-none", orders=number(moving.steps.most_orders))
    return say("move.next-stage", stage=words.stage(following.id), orders=number(following.orders))


def _enough(moving: Moving, result: Report, role: str) -> float | None:
    """The most orders that the people of a role are enough for; None where no step of this stage is known."""
    question = result.question
    at = role_plan(question, role).next_at if role in question.stage.posts else None
    return at.orders if at is not None and nextafter(at.orders, inf) <= moving.steps.most_orders else None


def _sum(moving: Moving, result: Report) -> Band:
    """What the people of the plan cost, without what is bought outside."""
    bands = (moving.each[role] * people for role, people in result.question.heads.items() if people)
    return summed(bands, result.budget.currency)


def _table(moving: Moving, result: Report, words: Words) -> Markup:
    say, heads = words.say, result.question.heads
    currency = words.currency(result.budget.currency)
    names = (
        say("column.role"),
        say("column.people"),
        say("move.column.more"),
        say("move.column.cost", currency=currency),
    )
    head = tag(
        "tr", *(tag("th", name, scope="col", class_=NUMBER if place else None) for place, name in enumerate(names))
    )
    rows = [_row(role, moving, result, words) for role in moving.each]
    total = number(_sum(moving, result).likely.amount, 0)
    people = tag("td", str(sum(heads.values())), id_="move-people", class_=NUMBER)
    cost = tag("td", total, id_="move-total", class_=NUMBER)
    foot = tag("tr", tag("th", say("plan.total"), scope="row"), people, tag("td"), cost, class_="strong")
    caption = tag("caption", say("move.table"), class_="heard")
    return tag("table", caption, tag("thead", head), tag("tbody", *rows, foot))


def _row(role: str, moving: Moving, result: Report, words: Words) -> Markup:
    people = result.question.heads.get(role, 0)
    enough = _enough(moving, result, role)
    cells = (
        str(people),
        "-" if enough is None else upto(enough),
        number((moving.each[role] * people).likely.amount, 0),
    )
    numbers = (tag("td", cell, class_=NUMBER) for cell in cells)
    hidden = None if people else HIDDEN
    return tag("tr", tag("th", words.role(role), scope="row"), *numbers, data_role=role, hidden=hidden)


def moving_data(moving: Moving, result: Report, words: Words) -> Markup:
    """The steps and texts as JSON in an element that no browser runs, and that no text in it ends."""
    store, steps = result.plan.store, moving.steps
    data = {
        "shop": {"orders": store.orders, "visitors": store.visitors, "conversion": store.conversion},
        "most": {"orders": steps.most_orders, "visitors": steps.most_visitors},
        "roles": [
            {"id": role, "name": printable(words.role(role)), "cost": [each.coins for each in band]}
            for role, band in moving.each.items()
        ],
        "stages": [_stage(stage, moving, words) for stage in steps.stages],
        "texts": _texts(moving, result, words),
    }
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for sign in "<>&":
        written = written.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(f'<script type="application/json" id="moving">{written}</script>')


def _stage(stage: StageThresholds, moving: Moving, words: Words) -> dict[str, Any]:
    """A stage with each role as whether visitors decide, who is there first, from where on one more; None without."""
    known = (stage.roles.get(role) for role in moving.each)
    roles = [None if each is None else [int(each.by == VISITORS), each.people, each.one_more_from] for each in known]
    return {"name": printable(words.stage(stage.stage)), "from": stage.from_orders, "roles": roles}


def _texts(moving: Moving, result: Report, words: Words) -> dict[str, str]:
    """Sentences with names in braces where a browser puts what it finds."""
    say = words.say
    wanted = {
        "summary": ("move.summary", ("orders", "people", "stage")),
        "cost": ("move.cost", ("total", "low", "high")),
        "nextRole": ("move.next-role", ("role", "orders")),
        "nextRoleFrom": ("move.next-role-from", ("role", "orders")),
        "nextStage": ("move.next-stage", ("stage", "orders")),
        "nextNone": ("move.next-none", ("orders",)),
        "moved": ("move.moved", ("orders", "shop")),
        "unreadable": ("move.unreadable", ("given",)),
    }
    texts = {name: say(key, **{each: f"{{{each}}}" for each in gaps}) for name, (key, gaps) in wanted.items()}
    money = say("money", amount="{amount}", currency=words.currency(result.budget.currency))
    return texts | {"money": money, "outside": _outside(moving, words)}


def _outside(moving: Moving, words: Words) -> str:
    steps, say = moving.steps, words.say
    if steps.most_visitors is None:
        return say("move.outside", orders=number(steps.most_orders))
    return say("move.outside-both", orders=number(steps.most_orders), visitors=number(steps.most_visitors))
