"""Owns the page of a hiring calendar: what is late first, then the calendar, its chart, moves, backfills and slack."""

from collections.abc import Iterator
from math import fsum

from teamplan.page.blocks import Bar, Block, Bullets, Gantt, Grid, Lines, Page, Title
from teamplan.page.words import Words, number
from teamplan.questions.hire.calendar import HiringCalendar, Place
from teamplan.questions.hire.fold import MOST_ROWS, Fold, folded
from teamplan.questions.hire.sentences import why


def hire_page(result: HiringCalendar, words: Words) -> Page:
    """What `hire` prints."""
    say = words.say
    places = sum(place.people for place in result.hires)
    blocks: list[Block] = [
        Title(say("hiring.title", people=places, start=result.start, end=result.end)),
        Lines(tuple(_volume(result, words))),
    ]
    if result.late:
        blocks += [Title(say("hiring.late-title", today=result.today)), _bullets(list(_late(result, words)), words)]
    if result.hires:
        blocks += [Title(say("hiring.calendar-title")), *_calendar(result.hires, words)]
    if result.hires or result.backfills:
        blocks += [Title(say("hiring.chart-title")), _chart(result, words), Lines((say("hiring.legend"),))]
    if result.moves:
        blocks += [Title(say("hiring.moves-title")), _bullets(list(_moves(result, words)), words)]
    if result.backfills:
        blocks += [Title(say("hiring.backfills-title")), *_calendar(result.backfills, words)]
    if result.slack:
        blocks += [Title(say("hiring.slack-title")), Bullets(tuple(_slack(result, words)))]
    return Page((*blocks, Title(say("hiring.months-title")), _months(result, words)))


def _volume(result: HiringCalendar, words: Words) -> Iterator[str]:
    say, orders = words.say, (result.orders_at_start, result.orders_at_most, result.orders_at_end)
    values = dict(zip(("first", "most", "last"), (number(each, 1) for each in orders), strict=True))
    yield say("hiring.volume", **values)
    yield say("hiring.people", first=result.people_at_start, last=result.people_at_end)
    if not result.hires:
        yield say("hiring.nobody")
    elif not result.late:
        yield say("hiring.nothing-late", search=min(place.search_by for place in result.hires))


def _late(result: HiringCalendar, words: Words) -> Iterator[str]:
    for place in result.late:
        yield words.say(
            "hiring.late",
            who=_who(place, words),
            search=place.search_by,
            days=place.days_late,
            ready=place.ready,
            need=place.working_by,
            percent=number(100 * (place.share_then or 0.0), 0),
        )


def _who(place: Place | Fold, words: Words) -> str:
    return words.say("hire", people=place.people, role=words.role(place.role))


def _bullets(items: list[str], words: Words) -> Bullets:
    """As many as are read one by one, and how many more there are."""
    if len(items) <= MOST_ROWS:
        return Bullets(tuple(items))
    return Bullets((*items[:MOST_ROWS], words.say("hiring.more", count=len(items) - MOST_ROWS)))


def _calendar(places: tuple[Place, ...], words: Words) -> Iterator[Block]:
    header = tuple(words.say(f"hiring.{key}") for key in ("search", "start", "working", "who", "why"))
    fold = folded(places)
    if fold is None:
        yield Grid(header, tuple(_row(place, _who(place, words), why(place, words)) for place in places))
        return
    period, folds = fold
    yield Grid(header, tuple(_row(each, _who(each, words), _steps(each, words)) for each in folds))
    values = {"places": len(places), "lines": len(folds), "period": words.say(f"hiring.a-{period}")}
    yield Lines((words.say("hiring.folded", **values),))


def _row(place: Place | Fold, who: str, because: str) -> tuple[str, ...]:
    return f"{place.search_by}{' !' if place.late else ''}", str(place.start_by), str(place.working_by), who, because


def _steps(fold: Fold, words: Words) -> str:
    if fold.only is not None:
        return why(fold.only, words)
    return words.say("hiring.steps", places=fold.places, last=fold.last)


def _chart(result: HiringCalendar, words: Words) -> Gantt:
    places: list[Place | Fold] = []
    for part in (result.hires, result.backfills):
        fold = folded(part)
        places += part if fold is None else fold[1]
    bars = tuple(Bar(_who(place, words), place.search_by, place.start_by, place.working_by) for place in places)
    first = min(result.start, result.today, *(place.search_by for place in places))
    return Gantt(first, result.end, result.today, bars)


def _moves(result: HiringCalendar, words: Words) -> Iterator[str]:
    for move in result.moves:
        values = {"before": words.role(move.before), "after": words.role(move.after)}
        yield words.say("hiring.move", on=move.on, people=move.people, **values)


def _slack(result: HiringCalendar, words: Words) -> Iterator[str]:
    for slack in result.slack:
        who = words.say("hire", people=slack.people, role=words.role(slack.role))
        yield words.say("hiring.slack", who=who, since=slack.since)


def _months(result: HiringCalendar, words: Words) -> Grid:
    keys = ("month", "at-start", "hires", "expected", "leave", "replaced", "at-end")
    rows = [
        (
            month.month,
            str(month.people_at_start),
            str(month.hires),
            number(month.leavers_expected, 1),
            str(month.leavers),
            str(month.replaced),
            str(month.people_at_end),
        )
        for month in result.months
    ]
    hires, leavers, replaced = (
        str(sum(getattr(month, key) for month in result.months)) for key in ("hires", "leavers", "replaced")
    )
    expected = number(fsum(month.leavers_expected for month in result.months), 1)
    total = words.say("plan.total")
    rows.append((total, str(result.people_at_start), hires, expected, leavers, replaced, str(result.people_at_end)))
    header = tuple(words.say(f"hiring.{key}") for key in keys)
    return Grid(header, tuple(rows), frozenset(range(1, len(keys))), frozenset({len(rows) - 1}))
