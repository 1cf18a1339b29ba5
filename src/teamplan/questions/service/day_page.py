"""Owns how a day of service is drawn: half hours with small bars of chats, need and people on shift, and the shifts."""

from collections.abc import Iterator

from teamplan.page.answer import cells_of
from teamplan.page.blocks import Block, Bullets, Lines, Title
from teamplan.page.table import Cell, Column, Shown, Table, table
from teamplan.page.words import Words, number, percent
from teamplan.questions.service.plan import DayPlan, HalfHourPlan, ShiftPlan
from teamplan.questions.service.words import WORDS

BAR = 12  # characters


def day_blocks(day: DayPlan, words: Words) -> tuple[Block, ...]:
    """The busiest day by half hours, with its shifts."""
    words = words.of(WORDS)
    say = words.say
    title = say("day.title", weekday=say(f"day.{day.day}"), open=day.open, chats=number(day.chats, 0))
    shifts = Bullets((*shift_lines(day.shifts, words), *unproven(day.shifts, day.whole_at_least, words)))
    return Title(title), _half_hours(day, words), Lines((say("day.legend"),)), Title(say("day.shifts")), shifts


def shift_lines(shifts: tuple[ShiftPlan, ...], words: Words) -> Iterator[str]:
    say = words.of(WORDS).say
    for shift in shifts:
        yield say("day.shift", people=shift.people, start=shift.start, end=shift.end)


def unproven(shifts: tuple[ShiftPlan, ...], at_least: int, words: Words) -> Iterator[str]:
    """That a roster may not be one of the fewest, where the search for it ended at its bound."""
    found = sum(shift.people for shift in shifts)
    if found > at_least:
        yield words.of(WORDS).say("day.unproven", found=found, at_least=at_least)


def _half_hours(day: DayPlan, words: Words) -> Table:
    say = words.say
    columns = (
        Column("start", say("day.column.from")),
        Column("chats", say("day.column.chats"), "number", 1, right=True),
        Column("bar", say("day.column.bar"), page_only=True),
        Column("agents", say("day.column.agents"), "people", right=True),
        Column("cover", say("day.column.cover"), "people", right=True),
        Column("staff", say("day.column.staff"), page_only=True),
        Column("service_level", say("day.column.answered"), "share", right=True),
        Column("binding", say("day.column.binding")),
    )
    most_chats = max((each.chats for each in day.half_hours), default=0.0)
    most_people = max((max(each.cover, each.agents) for each in day.half_hours), default=0)
    return table(columns, (_half_hour(each, most_chats, most_people, words) for each in day.half_hours))


def _half_hour(half: HalfHourPlan, most_chats: float, most_people: int, words: Words) -> dict[str, Cell]:
    return cells_of(half) | {
        "bar": _bar(half.chats, most_chats),
        "staff": _staff(half.agents, half.cover, most_people),
        "service_level": Shown(half.service_level, percent(round(half.service_level, 3))),
        "binding": Shown(half.binding, words.say(f"binding.{half.binding}")),
    }


def _bar(value: float, most: float) -> str:
    return "█" * round(BAR * value / most) if most else ""


def _staff(agents: int, cover: int, most: int) -> str:
    """Filled for those whom the queue needs, open for those who are there besides."""
    scale = min(1.0, BAR / most) if most else 1.0
    needed, there = round(agents * scale), round(max(agents, cover) * scale)
    return "■" * needed + "□" * (there - needed)
