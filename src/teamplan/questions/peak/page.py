"""Owns the page of an event: people by day, how each day is covered, cost, dates, advice."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from teamplan.page.blocks import Block, Bullets, Grid, Lines, Page, Title
from teamplan.page.words import Words, number
from teamplan.questions.peak.result import CoverDay, Peak, PeakDay, RoleCover
from teamplan.questions.peak.sentences import advice, counted, date_of, span

Row = tuple[str, ...]
Column = tuple[tuple[int, int], str, list[str]]  # place, title, roles that are summed up
MOST_COLUMNS = 5  # beside day, orders and all; more are too wide for 80
TIMES = ("visitors", "conversion", "orders", "chats", "returns")
COSTS = ("overtime", "temporary", "training", "outsourcing", "total")


def peak_page(peak: Peak, words: Words) -> Page:
    """What `peak` prints."""
    say = words.say
    blocks: list[Block] = [Title(_title(peak, words)), Lines(tuple(_lines(peak, words)))]
    blocks += [Title(say("peak.times-title")), _times(peak, words)]
    blocks += [Title(say("peak.people-title")), *_people(peak, words)]
    if peak.cover:
        blocks += [Title(say("peak.cover-title")), _cover(peak, words)]
        blocks += [Title(say("peak.cost-title", total=number(peak.cost.total, 0))), _cost(peak, words)]
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


def _times(peak: Peak, words: Words) -> Grid:
    """The multipliers, a row for days that are alike in all but the returns, which run from the fewest to the most."""
    rows: list[Row] = []
    for _, alike in groupby(peak.days, key=lambda day: tuple(day.times[name] for name in TIMES[:-1])):
        days = list(alike)
        back = sorted({number(day.times[TIMES[-1]]) for day in days})
        shown = back[0] if len(back) == 1 else f"{back[0]}-{back[-1]}"
        rows.append((_span(days), *(number(days[0].times[name]) for name in TIMES[:-1]), shown))
    header = (words.say("peak.day"), *(words.say(f"peak.times-{name}") for name in TIMES))
    return Grid(header, tuple(rows), frozenset(range(1, len(header))))


def _people(peak: Peak, words: Words) -> tuple[Grid, ...]:
    """Functions and roles whose number changes, side by side; in two grids where one would be too wide."""
    functions, roles = _functions(peak, words), _roles(peak, words)
    everybody: Column = ((0, 0), words.say("peak.all"), list(peak.ordinary))
    wide = len(functions) + len(roles) > MOST_COLUMNS
    several = [column for column in functions if len(column[2]) > 1]
    if not several:
        return (_grid(peak, words, [*roles, everybody]),)
    if wide:
        return (_grid(peak, words, [*functions, everybody]), _grid(peak, words, roles))
    beside = sorted([*several, *roles], key=lambda column: column[0])
    return (_grid(peak, words, [*beside, everybody]),)


def _grid(peak: Peak, words: Words, columns: list[Column]) -> Grid:
    """A row for days that are alike, after the ordinary day."""
    say = words.say
    header = (say("peak.day"), say("peak.orders"), *(title for _, title, _ in columns))
    rows: list[Row] = [(say("peak.ordinary"), number(peak.orders, 0), *_counts(peak.ordinary, columns))]
    for _, alike in groupby(peak.days, key=lambda day: (round(day.orders), *day.roles.values())):
        days = list(alike)
        rows.append((_span(days), number(days[0].orders, 0), *_counts(days[0].roles, columns)))
    return Grid(header, tuple(rows), frozenset(range(1, len(header))), frozenset({0}))


def _roles(peak: Peak, words: Words) -> list[Column]:
    """The roles whose number changes."""
    places = {function: place for place, function in enumerate(words.playbook.frame.functions)}
    return [
        ((places[words.playbook.roles[role].function], place + 1), _stacked(words.role(role)), [role])
        for place, (role, people) in enumerate(peak.ordinary.items())
        if any(day.roles[role] != people for day in peak.days)
    ]


def _functions(peak: Peak, words: Words) -> list[Column]:
    """The functions of the roles whose number changes, each with all of its roles."""
    columns: list[Column] = []
    changing = {column[2][0] for column in _roles(peak, words)}
    for place, function in enumerate(words.playbook.frame.functions):
        own = [role for role in peak.ordinary if words.playbook.roles[role].function == function]
        if changing & set(own):
            columns.append(((place, 0), _stacked(words.function(function)), own))
    return columns


def _stacked(title: str) -> str:
    """A title of several words, one below the other, so that a column is no wider than it must be."""
    return title.replace(" ", "\n")


def _counts(people: Mapping[str, int], columns: list[Column]) -> Row:
    return tuple(str(sum(people[role] for role in roles)) for _, _, roles in columns)


def _span(days: list[PeakDay] | list[CoverDay]) -> str:
    return span((days[0].day, days[0].date), (days[-1].day, days[-1].date))


def _cover(peak: Peak, words: Words) -> Grid:
    say, missing = words.say, any(day.uncovered for cover in peak.cover for day in cover.days)
    keys = ("day", "need", "overtime", "temporary", "outsourced", *(("uncovered",) if missing else ()))
    rows: list[Row] = []
    strong: set[int] = set()
    for cover in peak.cover:
        strong.add(len(rows))
        title = say("peak.role-permanent", role=words.role(cover.role), people=cover.permanent)
        rows.append((title, *("" for _ in keys[1:])))
        for days in _alike(cover):
            rows.append(_cover_row(days, words)[: len(keys)])
    header = tuple(say(f"peak.cover-{key}") for key in keys)
    return Grid(header, tuple(rows), frozenset(range(1, len(keys))), frozenset(strong))


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


def _cover_row(days: list[CoverDay], words: Words) -> Row:
    day = days[0]
    each = {"hours": day.overtime_hours, "each": number(day.per_person, 1)}
    return (
        "  " + _span(days),
        number(day.load),
        words.say("peak.hours-each", **each) if day.overtime_hours else "-",
        str(day.temporary or "-"),
        number(sum(day.outsourced.values())) if day.outsourced else "-",
        number(day.uncovered) if day.uncovered else "-",
    )


def _cost(peak: Peak, words: Words) -> Grid:
    say = words.say
    titles = ("peak.overtime-pay", "peak.temporary", "peak.training", "peak.outsourced", "plan.total")
    rows = [(words.role(cover.role), *_amounts(cover.cost)) for cover in peak.cover]
    rows.append((say("plan.total"), *_amounts(peak.cost)))
    header = (say("column.role"), *(say(title) for title in titles))
    return Grid(header, tuple(rows), frozenset(range(1, len(header))), frozenset({len(rows) - 1}))


def _amounts(cost: object) -> Row:
    return tuple(number(getattr(cost, name), 0) for name in COSTS)


def _dates(peak: Peak, words: Words) -> Iterator[str]:
    for each in peak.dates:
        day = counted(each.day)
        if each.date is not None:
            day = words.say("peak.date-and-day", date=each.date, day=day)
        yield words.say("peak.dated", day=day, what=date_of(each, peak, words))
