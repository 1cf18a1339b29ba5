"""Owns the page of an event: its days, who does the work of each, how long people work, cost, dates, advice."""

from collections.abc import Iterator
from itertools import groupby
from math import fsum
from typing import Any

from teamplan.page.answer import Answer, as_data
from teamplan.page.blocks import Block, Bullets, Lines, Page, Title
from teamplan.page.price import cost_line, price_data
from teamplan.page.table import Cell, Column, Shown, Table, plain_table, table
from teamplan.page.words import Words, number
from teamplan.playbook.money import Money
from teamplan.questions.peak.carried import ENOUGH
from teamplan.questions.peak.own_week_page import own_week_lines
from teamplan.questions.peak.result import Cost, DutyCover, DutyDay, HandCover, Peak, PeakDay
from teamplan.questions.peak.sentences import advice, date_of, helpers, row_of_days, spoken
from teamplan.questions.peak.words import WORDS

DOERS = ("own", "owner", "help", "temporary")
COSTS = ("overtime", "temporary", "training", "outsourcing", "total")


def shown(peak: Peak, words: Words) -> Answer:
    """What `peak` prints; the table for machines has a row for each day and duty."""
    words = words.of(WORDS)
    return Answer(
        lambda: _page(peak, words),
        lambda: _data(peak, words),
        lambda: (plain_table(_days_and_duties(peak, words)), _cost(peak, words)),
    )


def _data(peak: Peak, words: Words) -> dict[str, Any]:
    """The plan with totals, names, and dates and advice in the language that was asked for."""
    data: dict[str, Any] = as_data(peak.with_(team_cost=None))
    data["team_cost"] = price_data(peak.team_cost)
    if peak.own_week is None:
        del data["own_week"]
    data["cost"]["total"] = float(peak.cost.total)
    for function, cost in peak.costs.items():
        data["costs"][function]["total"] = float(cost.total)
    for duty, cover in zip(peak.cover, data["cover"], strict=True):
        cover["name"] = words.duty(duty.duty)
    for hand, item in zip(peak.hands, data["hands"], strict=True):
        item["name"] = words.role(hand.who)
    for each, item in zip(peak.dates, data["dates"], strict=True):
        item["text"] = date_of(each, peak, words)
    for remark, item in zip(peak.advice, data["advice"], strict=True):
        item["text"] = advice(remark, words)
    return data


def _days_and_duties(peak: Peak, words: Words) -> Iterator[dict[str, Cell]]:
    covered = {(day.day, cover.duty): day for cover in peak.cover for day in cover.days}
    for day in peak.days:
        for duty, hours in day.work.items():
            found = covered.get((day.day, duty))
            yield {
                "day": day.day,
                "date": day.date,
                "orders": day.orders,
                "function": words.playbook.duties[duty].function,
                "duty": duty,
                "name": words.duty(duty),
                "need": hours,
                **{key: getattr(found, key) if found else (hours if key == "own" else 0) for key in DOERS},
                "outsourced": found.outsourced if found else 0,
                "missing": found.missing if found else 0,
            }


def _page(peak: Peak, words: Words) -> Page:
    say = words.say
    blocks: list[Block] = [Title(_title(peak, words)), Lines(tuple(_lines(peak, words)))]
    if peak.own_week is not None:
        blocks += [Title(say("peak.own-title")), Bullets(tuple(own_week_lines(peak.own_week, words)))]
    blocks += [Title(say("peak.times-title")), _times(peak, words)]
    cover = _cover(peak, words)
    if cover.rows:
        blocks += [Title(say("peak.cover-title")), cover, Lines((say("peak.cover-else"),))]
    if peak.hands:
        blocks += [Title(say("peak.hands-title")), _hands(peak, words)]
    if not cover.rows:
        blocks.append(Lines((say("peak.nothing" if any(peak.ordinary.values()) else "peak.owner-alone"),)))
    blocks.append(Title(_cost_title(peak.cost.total, words)))
    if peak.costs:
        blocks.append(_cost(peak, words))
    blocks += [Title(say("peak.dates-title")), Bullets(tuple(_dates(peak, words)))]
    if peak.advice:
        texts = tuple(say("severity." + each.severity) + advice(each, words) for each in peak.advice)
        blocks += [Title(say("plan.advice-title")), Bullets(texts)]
    return Page((*blocks, Lines((say("peak.ask-why"),))))


def _title(peak: Peak, words: Words) -> str:
    say, events = words.say, words.playbook.events
    return say(
        "peak.title",
        event=say.text(events.events[peak.event].name) if events else peak.event,
        level=peak.level,
        date=say("peak.on", date=peak.date) if peak.date else "",
        orders=number(peak.orders),
        most=number(peak.orders * peak.orders_x, 0),
        times=number(peak.orders_x),
    )


def _lines(peak: Peak, words: Words) -> Iterator[str]:
    say = words.say
    if peak.team is None:
        yield say("peak.team", stage=words.stage(peak.stage), people=sum(peak.ordinary.values()))
    else:
        yield say("peak.team-given", people=sum(peak.team.values()))
    if peak.team_cost is not None and peak.team_cost.roles:
        yield say("cost.team", told=cost_line(peak.team_cost, words))
    yield say(f"peak.mix-{peak.mix}")
    hardest = max(peak.days, key=lambda day: day.owner_hours)
    if hardest.owner_hours:
        yield say("peak.owner", hours=number(hardest.owner_hours, 1), day=_span([hardest]))
    if peak.alone_x is None:
        yield say("peak.alone-not")
    else:
        yield say("peak.alone" if peak.alone_x < ENOUGH else "peak.alone-enough", times=number(peak.alone_x))


def _times(peak: Peak, words: Words) -> Table:
    """The multipliers, a row for days that are alike but for what comes later, which runs from the fewest to most."""
    late = _late(words)
    rows: list[dict[str, Cell]] = [
        {"day": _span(days)}
        | {name: _multiple(name, days) if name in late else days[0].times[name] for name in days[0].times}
        for days in _phases(peak, words)
    ]
    numbers = (Column(name, _multiplied(name, words), "number", right=True) for name in peak.days[0].times)
    return table((Column("day", words.say("peak.day")), *numbers), rows)


def _multiple(name: str, days: list[PeakDay]) -> Cell:
    """The multiple of the first day, told from the least to the most."""
    times = [day.times[name] for day in days]
    return Shown(times[0], "-".join(dict.fromkeys((number(min(times)), number(max(times))))))


def _multiplied(driver: str, words: Words) -> str:
    """What stands over the multiples of a driver, or of the volume."""
    declared = words.playbook.events.multipliers.values() if words.playbook.events else ()
    names = {each.driver: each.name for each in declared if each.name is not None}
    return words.say.text(names[driver]) if driver in names else words.say(f"peak.times-{driver}")


def _late(words: Words) -> set[str]:
    """The drivers of which a day brings what comes later."""
    declared = words.playbook.events.multipliers.values() if words.playbook.events else ()
    return {each.driver for each in declared if each.after is not None}


def _phases(peak: Peak, words: Words) -> list[list[PeakDay]]:
    """Days one after the other that are alike but for what comes later."""
    late = _late(words)

    def alike(day: PeakDay) -> tuple[float, ...]:
        return (day.all_hands, *(times for name, times in day.times.items() if name not in late))

    return [list(days) for _, days in groupby(peak.days, key=alike)]


def _span(days: list[PeakDay] | list[DutyDay]) -> str:
    return row_of_days((days[0].day, days[0].date), (days[-1].day, days[-1].date))


def _cover(peak: Peak, words: Words) -> Table:
    """A row for each duty and row of days on which those who carry it do not do it alone; hours are sums."""
    say, late = words.say, any(day.missing for cover in peak.cover for day in cover.days)
    keys = ("day", "need", "own", "help", *_parts(peak), *(("missing",) if late else ()))
    rows: list[dict[str, Cell]] = []
    heads: set[int] = set()
    for cover in peak.cover:
        found = [row for days in _phases(peak, words) if (row := _cover_row(cover, {day.day for day in days}))]
        if found:
            heads.add(len(rows))
            rows.append({"day": words.duty(cover.duty)})
            rows += found
    columns = (Column(key, say(f"peak.cover-{key}"), "hours", 0, right=key != "day") for key in keys)
    return table(tuple(columns), rows, sums=frozenset(heads))


def _cover_row(cover: DutyCover, days: set[int]) -> dict[str, Cell] | None:
    """The sums of the days, None where the duty asks nobody else; the owner is among those who help."""
    mine = [day for day in cover.days if day.day in days]
    sums = {key: fsum(getattr(day, key) for day in mine) for key in (*DOERS, "outsourced", "missing")}
    if not any(round(each) for key, each in sums.items() if key != "own"):
        return None
    all_ = sums | {"need": fsum(day.need for day in mine), "help": sums["help"] + sums["owner"]}
    return {"day": "  " + _span(mine)} | {key: each if round(each) else Shown(each, "-") for key, each in all_.items()}


def _parts(peak: Peak) -> list[str]:
    """The columns of people from outside, where there are any."""
    days = [day for cover in peak.cover for day in cover.days]
    return [key for key in ("temporary", "outsourced") if any(round(getattr(day, key)) for day in days)]


def _hands(peak: Peak, words: Words) -> Table:
    """How long each works: on the day of the event, on the longest day, and overtime in all."""
    say = words.say
    keys = ("people", "present", "hours", "longest", "overtime")
    rows: list[dict[str, Cell]] = [{"who": words.role(each.who)} | _hand_row(each) for each in peak.hands]
    for temporary in peak.temporary:
        name = say("peak.temporary-who", who=helpers(temporary.function, words))
        there = temporary.days.get(0, 0)
        rows.append({"who": name, "people": temporary.people, "present": there} | dict.fromkeys(keys[2:], "-"))
    columns = (Column(key, say(f"peak.hands-{key}"), "number", 1, right=True) for key in keys)
    return table((Column("who", say("column.role")), *columns), rows)


def _hand_row(each: HandCover) -> dict[str, Cell]:
    day = next(day for day in each.days if day.day == 0)
    return {
        "people": each.people,
        "present": day.present,
        "hours": day.hours,
        "longest": max(day.hours for day in each.days),
        "overtime": sum(day.overtime for day in each.days) or "-",
    }


def _cost_title(total: Money, words: Words) -> str:
    currency = words.currency(total.currency)
    return words.say("peak.cost-title", total=number(total.amount, 0), currency=currency)


def _cost(peak: Peak, words: Words) -> Table:
    say = words.say
    titles = ("peak.overtime-pay", "peak.temporary", "peak.training", "peak.outsourced", "plan.total")
    amounts = (Column(key, say(title), "money", 0, right=True) for key, title in zip(COSTS, titles, strict=True))
    rows: list[dict[str, Cell]] = [
        {"function": Shown(function, words.function(function))} | _amounts(cost)
        for function, cost in peak.costs.items()
    ]
    rows.append({"function": say("plan.total")} | _amounts(peak.cost))
    return table((Column("function", say("peak.function")), *amounts), rows, sums=frozenset({len(rows) - 1}))


def _amounts(cost: Cost) -> dict[str, Cell]:
    return {name: getattr(cost, name) for name in COSTS}


def _dates(peak: Peak, words: Words) -> Iterator[str]:
    for each in peak.dates:
        day = spoken(each.day, words)
        if each.date is not None:
            day = words.say("peak.date-and-day", date=each.date, day=day)
        yield words.say("peak.dated", day=day, what=date_of(each, peak, words))
