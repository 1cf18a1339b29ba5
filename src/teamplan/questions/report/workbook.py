"""Owns the workbook of a report: the plan whose people follow the volume, and what it rests on, sheet by sheet."""

from collections.abc import Iterator
from typing import Any

from teamplan.engine.pay.band import Band, summed
from teamplan.page.labels import Labels, labels_of
from teamplan.page.table import Cell, Column, Table, table
from teamplan.page.words import Words, number
from teamplan.page.xlsx import FORMATS, Book, printed, put, put_table
from teamplan.playbook.quantity import Quantity, parse_quantity
from teamplan.questions.explain.page import sentence
from teamplan.questions.explain.reasons import Reason
from teamplan.questions.explain.words import WORDS as WHY
from teamplan.questions.hire import page as hire_page
from teamplan.questions.recommend import page as plan_page
from teamplan.questions.report.answer import Report
from teamplan.questions.report.workbook_plan import FIRST, PlanSheet, people_at, put_steps, stage_at
from teamplan.version import __version__

LATE = "#C00000"  # the red of what comes late
CALENDAR = (
    "search_by", "start_by", "working_by", "needed_on", "role", "people", "kind", "why", "days_late", "early_cost",
    "late_cost",
)  # fmt: skip
LATE_COLUMN = "ABCDEFGHIJK"[CALENDAR.index("days_late")]
BAND = ("low", "likely", "high")


def workbook(result: Report, words: Words) -> bytes:
    """The bytes of the workbook, the same for the same report."""
    book, say = Book(), words.say
    labels = labels_of(say.language, words)
    steps = say("book.steps")
    if result.moving is not None:
        plan = PlanSheet(book, book.sheet(say("book.plan")), result, words)
        plan.put(result.moving, steps)
    put_table(book, book.sheet(say("book.roles")), labels.table(plan_page.shown(result.plan, words).tables()[0]))
    _why(book, result, words)
    if result.calendar is not None:
        _calendar(book, result, words, labels)
    _budget(book, result, words, plan if result.moving is not None else None)
    _assumptions(book, result, words)
    if result.moving is not None:
        put_steps(book, book.sheet(steps), result.moving, words)
    _read_me(book, result, words)
    return book.done()


def _why(book: Book, result: Report, words: Words) -> None:
    """A row a step, from each role down to its assumptions."""
    say = words.say
    names = ("role", "level", "step", "name", "value", "low", "high", "grade", "source")
    titles = {key: say(f"book.{key}") for key in ("role", "level", "step", "low", "high")}
    titles |= {key: say(f"report.column.{key}") for key in ("name", "value", "grade", "source")}
    told = words.of(WHY)
    rows = (
        row for each in result.reasons for row in _steps(each, words.role(str(each.values.get("role", ""))), 0, told)
    )
    put_table(book, book.sheet(say("book.why")), table([Column(name, titles[name]) for name in names], rows))


def _steps(reason: Reason, role: str, level: int, words: Words) -> Iterator[dict[str, Any]]:
    row = {"role": role, "level": level, "step": "    " * level + sentence(reason, words)}
    if reason.what == "assumption":
        given = reason.values
        row |= {key: given[key] for key in ("name", "grade", "source")}
        row |= {key: words.quantity(given[key]) for key in ("value", "low", "high")}
    yield row
    for below in reason.because:
        yield from _steps(below, role, level + 1, words)


def _calendar(book: Book, result: Report, words: Words, labels: Labels) -> None:
    """The hires by date; what comes late is red."""
    if result.calendar is None:
        return
    sheet = book.sheet(words.say("book.calendar"))
    whole = hire_page.shown(result.calendar, words).tables()[0]
    places = [next(at for at, column in enumerate(whole.columns) if column.key == key) for key in CALENDAR]
    columns = tuple(whole.columns[place] for place in places)
    rows = tuple(sorted((tuple(row[place] for place in places) for row in whole.rows), key=_by_day))
    put_table(book, sheet, labels.table(Table(columns, rows)))
    late = {"type": "formula", "criteria": f"=${LATE_COLUMN}2>0", "format": book.look(font_color=LATE)}
    if rows:
        sheet.conditional_format(1, 0, len(rows), len(CALENDAR) - 1, late)


def _by_day(row: tuple[Cell, ...]) -> tuple[str, ...]:
    return tuple(map(str, row[: CALENDAR.index("people")]))


def _budget(book: Book, result: Report, words: Words, plan: PlanSheet | None) -> None:
    """What each role costs at the volume of the plan, and the months of the calendar under it."""
    say, sheet = words.say, book.sheet(words.say("book.budget"))
    heads = ("book.role", "book.people", *(f"book.{each}" for each in BAND))
    for at, key in enumerate(heads):
        sheet.write_string(0, at, say(key), book.head(right=at > 0))
    line = 1
    if plan is not None and result.moving is not None:
        stage, moving = stage_at(result.moving.steps, plan.volume.orders), result.moving
        for place, (role, each) in enumerate(moving.each.items()):
            people = people_at(stage, role, plan.volume)
            put(book, sheet, (line, 0), words.role(role))
            link = f"='{plan.sheet.get_name()}'!C{FIRST + place + 1}"
            sheet.write_formula(line, 1, link, book.look(num_format=FORMATS["whole"]), people)
            for at, amount in enumerate(each, start=2):
                formula = f"=B{line + 1}*{float(amount)!r}"
                sheet.write_formula(line, at, formula, book.look(num_format=FORMATS["money"]), float(amount) * people)
            line += 1
        whole = {role: people_at(stage, role, plan.volume) for role in moving.each}
        line = _total(book, sheet, line, [float(sum(whole.values())), *_sums(result, whole)], words)
    if result.budget.bought:
        bought = summed((each.amount for each in result.budget.bought), result.budget.currency)
        put(book, sheet, (line + 1, 0), say("book.bought", total=words.money(bought.likely)), text_wrap=False)
        line += 2
    _months(book, sheet, line + 1, result, words)
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 6, 18)
    sheet.freeze_panes(1, 1)
    printed(sheet)


def _sums(result: Report, people: dict[str, int]) -> Iterator[float]:
    each: dict[str, Band] = {} if result.moving is None else result.moving.each
    for place in range(len(BAND)):
        yield sum(float(each[role][place]) * count for role, count in people.items())


def _total(book: Book, sheet: Any, line: int, values: list[float], words: Words) -> int:
    """The sums under a block that begins at the second line; the line under them."""
    put(book, sheet, (line, 0), words.say("book.total"), bold=True, top=1)
    for at, value in enumerate(values, start=1):
        column = "ABCDEFGH"[at]
        look = book.look(num_format=FORMATS["whole" if at == 1 else "money"], bold=True, top=1)
        sheet.write_formula(line, at, f"=SUM({column}2:{column}{line})", look, value)
    return line + 1


def _months(book: Book, sheet: Any, line: int, result: Report, words: Words) -> None:
    if result.months is None:
        return
    keys = ("month", "people", "gross", "beside", "joining", "total")
    for at, key in enumerate(keys):
        sheet.write_string(line, at, words.say(f"book.{key}"), book.head(right=at > 0))
    for below, month in enumerate(result.months.months, start=line + 1):
        sums = (month.gross, month.employer_cost, month.hiring_and_training, month.total)
        values = (month.month, month.people, *(each.likely for each in sums))
        for at, value in enumerate(values):
            put(book, sheet, (below, at), value)


def _assumptions(book: Book, result: Report, words: Words) -> None:
    """What the team rests on: numbers as numbers, with their unit."""
    say = words.say
    titles = {key: say(f"report.column.{key}") for key in ("name", "means", "value", "low", "high", "grade", "source")}
    names = ("name", "means", "value", "low", "high", "unit", "grade", "source")
    columns = [Column(name, titles.get(name) or say("book.unit"), _kind(name)) for name in names]
    rows = (_assumption(name, result, words) for name in result.rests_on)
    put_table(book, book.sheet(say("book.assumptions")), table(columns, rows))


def _kind(name: str) -> Any:
    return "number" if name in ("value", "low", "high") else "text"


def _assumption(name: str, result: Report, words: Words) -> dict[str, Any]:
    figure = result.question.playbook.assumptions[name]
    low, high = figure.ends
    value, *ends = (parse_quantity(each) for each in (figure.value, low, high))
    amounts = dict(zip(("value", "low", "high"), (value.number, *(each.number for each in ends)), strict=True))
    return {
        "name": name,
        "means": words.say.text(figure.means),
        "unit": words.quantity(figure.value).replace(str(Quantity(value.number)), "").strip(),
        "grade": figure.grade,
        "source": figure.source or words.say("report.our-judgement"),
        **amounts,
    }


def _read_me(book: Book, result: Report, words: Words) -> None:
    say, plan = words.say, result.plan
    sheet = book.sheet(say("book.readme"))
    name, stage = say.text(words.playbook.frame.name), words.stage(plan.stage.id)
    about = say("book.about", version=__version__, playbook=name, orders=number(plan.store.orders), stage=stage)
    moves = (say("book.how", steps=say("book.steps")), say("book.rounding"), say("book.fixed"))
    lines = (about, *(moves if result.moving is not None else ()), say("book.grades"))
    for line, text in enumerate(lines):
        put(book, sheet, (line, 0), text)
    sheet.set_column(0, 0, 100)
