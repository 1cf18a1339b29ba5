"""Owns the page of a hiring calendar: what is late first, then the calendar, its chart, moves, backfills and slack."""

from collections.abc import Iterator, Sequence
from math import fsum
from typing import Any

from teamplan.page.answer import Answer, as_data
from teamplan.page.blocks import Bar, Block, Bullets, Gantt, Lines, Page, Title
from teamplan.page.price import coins, coins_of
from teamplan.page.table import Cell, Column, Shown, Table, plain_table, table
from teamplan.page.words import Words, number
from teamplan.questions.hire.calendar import HiringCalendar, Place
from teamplan.questions.hire.fold import MOST_ROWS, Fold, folded
from teamplan.questions.hire.late import late_lines
from teamplan.questions.hire.leap_page import leap_blocks
from teamplan.questions.hire.sentences import helped, why, why_and_gap
from teamplan.questions.hire.words import WORDS
from teamplan.record import fields

NAMED = ("role", "name", "people", "kind", "why")  # how the data of a place begin
HEADER = (*NAMED, *(field for field in fields(Place) if field not in NAMED))


def shown(result: HiringCalendar, words: Words) -> Answer:
    """What `hire` prints; the table for machines has the hires first, then the backfills."""
    words = words.of(WORDS)
    return Answer(
        lambda: _page(result, words),
        lambda: _data(result, words),
        lambda: _tables(result, words),
    )


def _data(result: HiringCalendar, words: Words) -> dict[str, Any]:
    data: dict[str, Any] = as_data(result)
    data |= {"hires": _named(result.hires, words), "backfills": _named(result.backfills, words)}
    for need, item in zip(result.short_needs, data["short_needs"], strict=True):
        item |= {"name": words.role(need.role), "text": helped(need, words)}
    if result.jump is not None and result.jump.cost is not None:
        data["jump"]["cost"] = as_data(result.jump.cost, coins)
    sums = _sums(result) | {"lost_contribution": coins_of(result.lost_contribution)}
    return data | sums | {"currency": _paid_in(result, words)}


def _paid_in(result: HiringCalendar, words: Words) -> str:
    """The currency of its sums."""
    return result.early_cost.currency if result.early_cost else words.playbook.frame.currency


def _sums(each: HiringCalendar | Place) -> dict[str, str | None]:
    """What time costs, as texts of exact decimals."""
    costs = {"early_cost": each.early_cost, "late_cost": each.late_cost}
    return {key: coins_of(cost) for key, cost in costs.items()}


def _tables(result: HiringCalendar, words: Words) -> tuple[Table, ...]:
    places = plain_table(_named((*result.hires, *result.backfills), words), HEADER)
    short = (_short(result, words),) if result.short_needs else ()
    return places, _months(result, words), *short


def _named(places: tuple[Place, ...], words: Words) -> list[dict[str, Any]]:
    """The data of places with the names of their roles and the reasons in words."""
    named = []
    for place in places:
        data = as_data(place) | _sums(place) | {"name": words.role(place.role), "why": why(place, words)}
        named.append({key: data[key] for key in (*NAMED, *(key for key in data if key not in NAMED))})
    return named


def _page(result: HiringCalendar, words: Words) -> Page:
    say = words.say
    places = sum(place.people for place in result.hires)
    blocks: list[Block] = [
        Title(say("hiring.title", people=places, start=result.start, end=result.end)),
        Lines(tuple(_volume(result, words))),
    ]
    if result.late_today:
        blocks += [
            Title(say("hiring.late-title", today=result.today)),
            _bullets(list(late_lines(result, words)), words),
        ]
    if result.jump is not None:
        blocks += leap_blocks(result.jump, words)
    if result.hires:
        blocks += [Title(say("hiring.calendar-title")), *_calendar(result.hires, words)]
    if result.hires or result.backfills:
        blocks += [Title(say("hiring.chart-title")), _chart(result, words), Lines((say("hiring.legend"),))]
    if result.moves:
        blocks += [Title(say("hiring.moves-title")), _bullets(list(_moves(result, words)), words)]
    if result.backfills:
        blocks += [Title(say("hiring.backfills-title")), *_calendar(result.backfills, words)]
    if result.waves:
        title = say("hiring.waves-title", most=result.waves[0].more_than)
        blocks += [Title(title), _bullets(list(_waves(result, words)), words)]
    rests = list(_rests(result, words))
    if rests:
        blocks += [Title(say("hiring.rests-title")), _bullets(rests, words)]
    blocks += [*_passing(result, words), *_time_costs(result, words)]
    return Page((*blocks, Title(say("hiring.months-title")), _months(result, words)))


def _time_costs(result: HiringCalendar, words: Words) -> Iterator[Block]:
    """What it costs to have people early, and to be without them."""
    costs = (("early", result.early_cost), ("late", result.late_cost))
    told = [words.say(f"hiring.cost-{key}", cost=words.money(cost)) for key, cost in costs if cost]
    if result.late_cost:
        told.append(_lost(result, words))
    if told:
        yield Title(words.say("hiring.cost-title"))
        yield Bullets(tuple(told))


def _lost(result: HiringCalendar, words: Words) -> str:
    """What the orders would have left that are lost meanwhile, or what has to be given to tell it."""
    if result.lost_contribution is None:
        return words.say("hiring.lost-unknown")
    orders = number(result.lost_orders or 0.0, 0)
    key = "hiring.lost" if result.lost_contribution or not result.lost_orders else "hiring.lost-nothing"
    return words.say(key, orders=orders, cost=words.money(result.lost_contribution))


def _passing(result: HiringCalendar, words: Words) -> Iterator[Block]:
    """What does not last: needs that nobody is hired for, and people whom nobody needs any more."""
    if result.short_needs:
        yield Title(words.say("hiring.short-title"))
        yield _short(result, words)
        yield Lines((words.say("hiring.short-note"),))
    if result.slack:
        yield Title(words.say("hiring.slack-title"))
        yield Bullets(tuple(_slack(result, words)))


def _volume(result: HiringCalendar, words: Words) -> Iterator[str]:
    say, orders = words.say, (result.orders_at_start, result.orders_at_most, result.orders_at_end)
    values = dict(zip(("first", "most", "last"), (number(each, 1) for each in orders), strict=True))
    yield say("hiring.volume", **values)
    yield say("hiring.people", first=result.people_at_start, last=result.people_at_end)
    if result.people_needed_at_end > result.people_at_end:
        yield say("hiring.people-needed", needed=result.people_needed_at_end)
    if not result.today_given:
        yield say("hiring.today-taken", today=result.today)
    if not result.hires:
        yield say("hiring.nobody")
    elif not result.late_today:
        yield say("hiring.nothing-late", search=min(place.search_by for place in result.hires))


def _who(place: Place | Fold, words: Words) -> str:
    return words.say("hire", people=place.people, role=words.role(place.role))


def _bullets(items: list[str], words: Words) -> Bullets:
    """As many as are read one by one, and how many more there are."""
    if len(items) <= MOST_ROWS:
        return Bullets(tuple(items))
    return Bullets((*items[:MOST_ROWS], words.say("hiring.more", count=len(items) - MOST_ROWS)))


def _calendar(places: tuple[Place, ...], words: Words) -> Iterator[Block]:
    fold = folded(places)
    if fold is None:
        yield _dated([_place(place, why_and_gap(place, words), words) for place in places], words)
        return
    period, folds = fold
    yield _dated([_place(each, _steps(each, words), words) for each in folds], words)
    values = {"places": len(places), "lines": len(folds), "period": words.say(f"hiring.a-{period}")}
    yield Lines((words.say("hiring.folded", **values),))


def _dated(rows: list[dict[str, Cell]], words: Words) -> Table:
    say = words.say
    columns = (
        Column("search_by", say("hiring.search"), "date"),
        Column("start_by", say("hiring.start"), "date"),
        Column("working_by", say("hiring.working"), "date"),
        Column("role", say("hiring.who")),
        Column("why", say("hiring.why")),
    )
    return table(columns, rows)


def _place(place: Place | Fold, because: str, words: Words) -> dict[str, Cell]:
    return {
        "search_by": Shown(place.search_by, f"{place.search_by}{' !' if place.late else ''}", bool(place.late)),
        "start_by": place.start_by,
        "working_by": place.working_by,
        "role": Shown(place.role, _who(place, words)),
        "why": because,
    }


def _steps(fold: Fold, words: Words) -> str:
    if fold.only is not None:
        return why_and_gap(fold.only, words)
    steps = words.say("hiring.steps", places=fold.places, last=fold.last)
    if not fold.late:
        return steps
    gap = words.say("hiring.gap-most", need=fold.needed_on, days=fold.gap_days, late=fold.late)
    return words.say("hiring.with-gap", why=steps, gap=gap)


def _chart(result: HiringCalendar, words: Words) -> Gantt:
    """Hires and backfills under a heading each; it reaches to the day on which the last gap closes."""
    bars: list[Bar | str] = []
    for heading, part in (("hires", result.hires), ("backfills", result.backfills)):
        fold = folded(part)
        places: Sequence[Place | Fold] = part if fold is None else fold[1]
        bars += [words.say(f"hiring.chart-{heading}")] if places else []
        bars += [_bar(place, words) for place in places]
    closed = (place.working_by for place in result.late)
    return Gantt(min(result.start, result.today), max(result.end, *closed, result.end), tuple(bars))


def _bar(place: Place | Fold, words: Words) -> Bar:
    needed = place.needed_on if place.late else place.working_by
    return Bar(_who(place, words), place.search_by, place.start_by, place.working_by, needed)


def _moves(result: HiringCalendar, words: Words) -> Iterator[str]:
    for move in result.moves:
        values = {"before": words.role(move.before), "after": words.role(move.after)}
        yield words.say("hiring.move", on=move.on, people=move.people, **values)


def _waves(result: HiringCalendar, words: Words) -> Iterator[str]:
    say = words.say
    for wave in result.waves:
        who = say.join(say("hire", people=people, role=words.role(role)) for role, people in wave.roles.items())
        hours = [(words.role(each.role), number(each.hours_a_week, 1)) for each in wave.trainers]
        trainers = say.join(say("hiring.trainer", role=role, hours=each) for role, each in hours)
        days = {"first": wave.first, "last": wave.last, "until": wave.until}
        values = {"people": wave.people, "who": who, "hours": number(wave.hours_a_week, 1), "trainers": trainers}
        yield say("hiring.wave", **days, **values)


def _rests(result: HiringCalendar, words: Words) -> Iterator[str]:
    holidays = words.playbook.frame.holidays
    for rest in result.rests:
        name, days = words.say.text(holidays[rest.holiday].name), (rest.last - rest.first).days + 1
        values = {"name": name, "first": rest.first, "last": rest.last, "days": days, "people": rest.people}
        yield words.say("hiring.rest" if days > 1 else "hiring.rest-day", **values)
    last = max((place.working_by for place in (*result.hires, *result.backfills)), default=result.end)
    if result.holidays_until is not None and result.holidays_until < max(last, result.end):
        yield words.say("hiring.rests-until", until=result.holidays_until)


def _slack(result: HiringCalendar, words: Words) -> Iterator[str]:
    for slack in result.slack:
        who = words.say("hire", people=slack.people, role=words.role(slack.role))
        yield words.say("hiring.slack", who=who, since=slack.since)


def _short(result: HiringCalendar, words: Words) -> Table:
    say = words.say
    currency = words.currency(_paid_in(result, words))
    columns = (
        Column("first", say("hiring.short-first"), "date"),
        Column("last", say("hiring.short-last"), "date"),
        Column("role", say("hiring.who-lacks")),
        Column("hours", say("hiring.short-hours"), "hours", 0, right=True),
        Column("by", say("hiring.short-by")),
        Column("cost", say("hiring.short-cost", currency=currency), "money", 0, right=True),
    )
    rows = (
        {
            "first": need.first,
            "last": need.last,
            "role": Shown(need.role, say("hire", people=need.people, role=words.role(need.role))),
            "hours": need.hours,
            "by": Shown(need.by, helped(need, words)),
            "cost": need.cost,
        }
        for need in result.short_needs[:MOST_ROWS]
    )
    return table(columns, rows)


def _months(result: HiringCalendar, words: Words) -> Table:
    say = words.say
    any_missing = any(month.missing for month in result.months)
    columns = (
        Column("month", say("hiring.month")),
        Column("people_at_start", say("hiring.at-start"), "people", right=True),
        Column("hires", say("hiring.hires"), "people", right=True),
        Column("leavers_expected", say("hiring.expected"), "number", 1, right=True),
        Column("leavers", say("hiring.leave"), "people", right=True),
        Column("replaced", say("hiring.replaced"), "people", right=True),
        Column("people_at_end", say("hiring.at-end"), "people", right=True),
        *([Column("missing", say("hiring.missing"), "people", right=True)] if any_missing else []),
    )
    rows = [as_data(month) for month in result.months]
    total = {key: sum(row[key] for row in rows) for key in ("hires", "leavers", "replaced")}
    total["leavers_expected"] = fsum(row["leavers_expected"] for row in rows)
    ends = {"people_at_start": result.people_at_start, "people_at_end": result.people_at_end}
    ends["missing"] = max(month.missing for month in result.months)
    rows.append({"month": say("plan.total")} | total | ends)
    return table(columns, rows, sums=frozenset({len(rows) - 1}))
