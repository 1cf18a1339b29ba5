"""Owns how a day of service is drawn: half hours with small bars of chats, need and people on shift, and the shifts."""

from collections.abc import Iterator

from teamplan.page.blocks import Block, Bullets, Grid, Lines, Title
from teamplan.page.words import Words, number, percent
from teamplan.questions.service.plan import DayPlan, ShiftPlan

BAR = 12  # characters


def day_blocks(day: DayPlan, words: Words) -> tuple[Block, ...]:
    """The busiest day by half hours, with its shifts."""
    say = words.say
    title = say("day.title", weekday=say(f"day.{day.day}"), open=day.open, chats=number(day.chats, 0))
    shifts = Bullets((*shift_lines(day.shifts, words), *unproven(day.shifts, day.whole_at_least, words)))
    return Title(title), _grid(day, words), Lines((say("day.legend"),)), Title(say("day.shifts")), shifts


def shift_lines(shifts: tuple[ShiftPlan, ...], words: Words) -> Iterator[str]:
    for shift in shifts:
        yield words.say("day.shift", people=shift.people, start=shift.start, end=shift.end)


def unproven(shifts: tuple[ShiftPlan, ...], at_least: int, words: Words) -> Iterator[str]:
    """That a roster may not be one of the fewest, where the search for it ended at its bound."""
    found = sum(shift.people for shift in shifts)
    if found > at_least:
        yield words.say("day.unproven", found=found, at_least=at_least)


def _grid(day: DayPlan, words: Words) -> Grid:
    say = words.say
    columns = ("from", "chats", "bar", "agents", "cover", "staff", "answered", "binding")
    most_chats = max((each.chats for each in day.half_hours), default=0.0)
    most_people = max((max(each.cover, each.agents) for each in day.half_hours), default=0)
    rows = tuple(
        (
            each.start,
            number(each.chats, 1),
            _bar(each.chats, most_chats),
            str(each.agents),
            str(each.cover),
            _staff(each.agents, each.cover, most_people),
            percent(round(each.service_level, 3)),
            say(f"binding.{each.binding}"),
        )
        for each in day.half_hours
    )
    return Grid(tuple(say(f"day.column.{name}") for name in columns), rows, frozenset({1, 3, 4, 6}))


def _bar(value: float, most: float) -> str:
    return "█" * round(BAR * value / most) if most else ""


def _staff(agents: int, cover: int, most: int) -> str:
    """Filled for those whom the queue needs, open for those who are there besides."""
    scale = min(1.0, BAR / most) if most else 1.0
    needed, there = round(agents * scale), round(max(agents, cover) * scale)
    return "■" * needed + "□" * (there - needed)
