"""Owns the page of an event: people by day, how each day is covered, cost, dates, advice."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from teamplan.page.answer import Answer, as_data
from teamplan.page.blocks import Block, Bullets, Lines, Page, Title
from teamplan.page.table import Cell, Column, Shown, Table, plain_table, table
from teamplan.page.words import Words, number
from teamplan.playbook.money import Money
from teamplan.questions.peak.result import Cost, CoverDay, Peak, PeakDay, RoleCover
from teamplan.questions.peak.sentences import advice, date_of, span, spoken
from teamplan.questions.peak.words import WORDS

Group = tuple[tuple[int, int], str, list[str]]  # place, title, roles that are summed up
MOST_COLUMNS = 5  # beside day, orders and all; more are too wide for 80
TIMES = ("visitors", "conversion", "orders", "chats", "returns")
COSTS = ("overtime", "temporary", "training", "outsourcing", "total")


def shown(peak: Peak, words: Words) -> Answer:
    """What `peak` prints; the table for machines has a row for each day and role."""
    words = words.of(WORDS)
    return Answer(
        lambda: _page(peak, words),
        lambda: _data(peak, words),
        lambda: (plain_table(_days_and_roles(peak, words)), _cost(peak, words)),
    )


def _data(peak: Peak, words: Words) -> dict[str, Any]:
    """The plan with totals, names, and dates and advice in the language that was asked for."""
    data: dict[str, Any] = as_data(peak)
    data["cost"]["total"] = float(peak.cost.total)
    for role, cover in zip(peak.cover, data["cover"], strict=True):
        cover["name"] = words.role(role.role)
        cover["cost"]["total"] = float(role.cost.total)
    for each, item in zip(peak.dates, data["dates"], strict=True):
        item["text"] = date_of(each, peak, words)
    for remark, item in zip(peak.advice, data["advice"], strict=True):
        item["text"] = advice(remark, words)
    return data


def _days_and_roles(peak: Peak, words: Words) -> Iterator[dict[str, Cell]]:
    covered = {(day.day, cover.role): day for cover in peak.cover for day in cover.days}
    for day in peak.days:
        for role, people in day.roles.items():
            drawn = covered.get((day.day, role))
            yield {
                "day": day.day,
                "date": day.date,
                "orders": day.orders,
                "function": words.playbook.roles[role].function,
                "role": role,
                "name": words.role(role),
                "need": people,
                "ordinary": peak.ordinary[role],
                "overtime_hours": drawn.overtime_hours if drawn else 0,
                "temporary": drawn.temporary if drawn else 0,
                "outsourced": sum(drawn.outsourced.values()) if drawn else 0,
                "uncovered": drawn.uncovered if drawn else 0,
            }


def _page(peak: Peak, words: Words) -> Page:
    say = words.say
    blocks: list[Block] = [Title(_title(peak, words)), Lines(tuple(_lines(peak, words)))]
    blocks += [Title(say("peak.times-title")), _times(peak, words)]
    blocks += [Title(say("peak.people-title")), *_people(peak, words)]
    if peak.cover:
        blocks += [Title(say("peak.cover-title")), _cover(peak, words)]
        blocks += [Title(_cost_title(peak.cost.total, words)), _cost(peak, words)]
    else:
        blocks.append(Lines((say("peak.nothing" if any(peak.ordinary.values()) else "peak.owner-alone"),)))
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
    yield words.say("peak.team", stage=words.stage(peak.stage), people=sum(peak.ordinary.values()))
    yield words.say(f"peak.mix-{peak.mix}")
    hardest = max(peak.days, key=lambda day: day.owner_hours)
    yield words.say("peak.owner", hours=number(hardest.owner_hours, 1), day=_span([hardest]))


def _times(peak: Peak, words: Words) -> Table:
    """The multipliers, a row for days that are alike in all but the returns, which run from the fewest to the most."""
    rows: list[dict[str, Cell]] = []
    for _, alike in groupby(peak.days, key=lambda day: tuple(day.times[name] for name in TIMES[:-1])):
        days = list(alike)
        back = sorted({number(day.times[TIMES[-1]]) for day in days})
        returns = back[0] if len(back) == 1 else f"{back[0]}-{back[-1]}"
        rows.append({"day": _span(days)} | dict(days[0].times) | {TIMES[-1]: Shown(days[0].times[TIMES[-1]], returns)})
    numbers = (Column(name, words.say(f"peak.times-{name}"), "number", right=True) for name in TIMES)
    return table((Column("day", words.say("peak.day")), *numbers), rows)


def _people(peak: Peak, words: Words) -> tuple[Table, ...]:
    """Functions and roles whose number changes, side by side; in two tables where one would be too wide."""
    functions, roles = _functions(peak, words), _roles(peak, words)
    everybody: Group = ((0, 0), words.say("peak.all"), list(peak.ordinary))
    wide = len(functions) + len(roles) > MOST_COLUMNS
    several = [group for group in functions if len(group[2]) > 1]
    if not several:
        return (_heads(peak, words, [*roles, everybody]),)
    if wide:
        return (_heads(peak, words, [*functions, everybody]), _heads(peak, words, roles))
    beside = sorted([*several, *roles], key=lambda group: group[0])
    return (_heads(peak, words, [*beside, everybody]),)


def _heads(peak: Peak, words: Words, groups: list[Group]) -> Table:
    """A row for days that are alike, after the ordinary day."""
    say = words.say
    columns = (
        Column("day", say("peak.day")),
        Column("orders", say("peak.orders"), "orders", 0, right=True),
        *(Column(str(place), title, "people", right=True) for place, (_, title, _) in enumerate(groups)),
    )
    rows = [{"day": say("peak.ordinary"), "orders": peak.orders} | _counts(peak.ordinary, groups)]
    for _, alike in groupby(peak.days, key=lambda day: (round(day.orders), *day.roles.values())):
        days = list(alike)
        rows.append({"day": _span(days), "orders": days[0].orders} | _counts(days[0].roles, groups))
    return table(columns, rows, strong=frozenset({0}))


def _roles(peak: Peak, words: Words) -> list[Group]:
    """The roles whose number changes."""
    places = {function: place for place, function in enumerate(words.playbook.frame.functions)}
    return [
        ((places[words.playbook.roles[role].function], place + 1), _stacked(words.role(role)), [role])
        for place, (role, people) in enumerate(peak.ordinary.items())
        if any(day.roles[role] != people for day in peak.days)
    ]


def _functions(peak: Peak, words: Words) -> list[Group]:
    """The functions of the roles whose number changes, each with all of its roles."""
    groups: list[Group] = []
    changing = {group[2][0] for group in _roles(peak, words)}
    for place, function in enumerate(words.playbook.frame.functions):
        own = [role for role in peak.ordinary if words.playbook.roles[role].function == function]
        if changing & set(own):
            groups.append(((place, 0), _stacked(words.function(function)), own))
    return groups


def _stacked(title: str) -> str:
    """A title of several words, one below the other, so that a column is no wider than it must be."""
    return title.replace(" ", "\n")


def _counts(people: Mapping[str, int], groups: list[Group]) -> dict[str, Cell]:
    return {str(place): sum(people[role] for role in roles) for place, (_, _, roles) in enumerate(groups)}


def _span(days: list[PeakDay] | list[CoverDay]) -> str:
    return span((days[0].day, days[0].date), (days[-1].day, days[-1].date))


def _cover(peak: Peak, words: Words) -> Table:
    say, missing = words.say, any(day.uncovered for cover in peak.cover for day in cover.days)
    keys = ("day", "need", "overtime", "temporary", "outsourced", *(("uncovered",) if missing else ()))
    rows: list[dict[str, Cell]] = []
    heads: set[int] = set()
    for cover in peak.cover:
        heads.add(len(rows))
        rows.append({"day": say("peak.role-permanent", role=words.role(cover.role), people=number(cover.permanent))})
        rows += [_cover_row(days, words) for days in _alike(cover)]
    columns = (Column(key, say(f"peak.cover-{key}"), "number", right=key != "day") for key in keys)
    return table(tuple(columns), rows, sums=frozenset(heads))


def _alike(cover: RoleCover) -> Iterator[list[CoverDay]]:
    """Days one after the other that are covered in the same way."""
    row: list[CoverDay] = []
    for day in cover.days:
        if row and (day.day != row[-1].day + 1 or _drawn(day) != _drawn(row[-1])):
            yield row
            row = []
        row.append(day)
    if row:
        yield row


def _drawn(day: CoverDay) -> tuple[object, ...]:
    return round(day.load, 2), day.overtime_hours, day.temporary, tuple(day.outsourced.items()), day.uncovered


def _cover_row(days: list[CoverDay], words: Words) -> dict[str, Cell]:
    day = days[0]
    overtime = words.say("peak.hours-each", hours=day.overtime_hours, each=number(day.per_person, 1))
    return {
        "day": "  " + _span(days),
        "need": day.load,
        "overtime": Shown(day.overtime_hours, overtime if day.overtime_hours else "-"),
        "temporary": day.temporary or "-",
        "outsourced": sum(day.outsourced.values()) if day.outsourced else "-",
        "uncovered": day.uncovered or "-",
    }


def _cost_title(total: Money, words: Words) -> str:
    currency = words.currency(total.currency)
    return words.say("peak.cost-title", total=number(total.amount, 0), currency=currency)


def _cost(peak: Peak, words: Words) -> Table:
    say = words.say
    titles = ("peak.overtime-pay", "peak.temporary", "peak.training", "peak.outsourced", "plan.total")
    amounts = (Column(key, say(title), "money", 0, right=True) for key, title in zip(COSTS, titles, strict=True))
    rows: list[dict[str, Cell]] = [
        {"role": Shown(cover.role, words.role(cover.role))} | _amounts(cover.cost) for cover in peak.cover
    ]
    rows.append({"role": say("plan.total")} | _amounts(peak.cost))
    return table((Column("role", say("column.role")), *amounts), rows, sums=frozenset({len(rows) - 1}))


def _amounts(cost: Cost) -> dict[str, Cell]:
    return {name: getattr(cost, name) for name in COSTS}


def _dates(peak: Peak, words: Words) -> Iterator[str]:
    for each in peak.dates:
        day = spoken(each.day, words)
        if each.date is not None:
            day = words.say("peak.date-and-day", date=each.date, day=day)
        yield words.say("peak.dated", day=day, what=date_of(each, peak, words))
