"""Owns the sheets of a workbook that move: the plan at the volume of its yellow cells, and the steps that it looks up.

A step begins at a volume, so that `<=` finds it. Only functions that every spreadsheet has are used, none of them newer
than 2016; each formula has its value beside it, as some programs show what is saved and work nothing out.
"""

from collections.abc import Iterator, Mapping
from decimal import ROUND_CEILING, Decimal
from typing import Any, NamedTuple

from teamplan.engine.linear import ORDERS, VISITORS
from teamplan.engine.thresholds import RoleThresholds, StageThresholds, Thresholds
from teamplan.page.words import Words
from teamplan.page.xlsx import FORMATS, Book, printed, put
from teamplan.questions.report.answer import Moving, Report

FAINT = "#A0A0A0"  # the grey of a role without anybody
INPUT = "#FFF2CC"  # the yellow of what may be changed
FIRST = 11  # the line of the first role of the plan, from 0
ROWS = "{sheet}!${column}$2:${column}${last}"
STEPS = {"bp_stage": "A", "bp_role": "B", "bp_by": "E", "bp_from": "F", "bp_more": "H"}
STAGES = {"stage_id": "J", "stage_name": "K", "stage_from": "L"}
PEOPLE = (
    "SUMPRODUCT((bp_stage=Stage)*(bp_role={role})*bp_more"
    '*((bp_by="orders")*(bp_from<=Orders)+(bp_by="visitors")*(bp_from<=Visitors)))'
)
NEXT = (
    "ROUNDUP(MIN(IF((bp_stage=Stage)*(bp_role={role})"
    '*((bp_by="orders")*(bp_from>Orders)+(bp_by="visitors")*(bp_from>Visitors)),bp_from)),2)'
)
NOTHING = '#,##0.00;-#,##0.00;"-"'


class StepRow(NamedTuple):
    """From a volume on so many people of a role in a stage, and how many more than before."""

    stage: str
    role: str
    by: str
    from_: float
    people: int
    more: int


class YellowCells(NamedTuple):
    """What is in the yellow cells."""

    visitors: float
    orders: float

    def of(self, by: str) -> float:
        return self.visitors if by == VISITORS else self.orders


def steps_of(known: Thresholds, roles: Mapping[str, Any]) -> Iterator[StepRow]:
    """Every step of every stage, a role after the other, each as it begins."""
    for stage in known.stages:
        for role in (each for each in roles if each in stage.roles):
            each = stage.roles[role]
            people, begins = each.people, stage.from_orders if each.by == ORDERS else 0.0
            yield StepRow(stage.stage, role, each.by, begins, people, people)
            for at in each.one_more_from:
                people += 1
                yield StepRow(stage.stage, role, each.by, at, people, 1)


def stage_at(known: Thresholds, orders: float) -> StageThresholds:
    """The stage of a volume, the last one that has begun."""
    return [stage for stage in known.stages if stage.from_orders <= orders][-1]


def people_at(stage: StageThresholds, role: str, volume: YellowCells) -> int:
    """The people of a role at a volume, by its steps."""
    each = stage.roles.get(role, RoleThresholds(ORDERS, 0, ()))
    return each.people + sum(at <= volume.of(each.by) for at in each.one_more_from)


def put_steps(book: Book, sheet: Any, moving: Moving, words: Words) -> None:
    """The sheet of steps, with the names by which formulas find its columns."""
    say, name = words.say, sheet.get_name()
    heads = ("book.stage", "book.role", "book.stage", "book.role", "book.by", "book.from", "book.people", "book.more")
    for at, key in enumerate(heads):
        sheet.write_string(0, at, say(key), book.head())
    steps = list(steps_of(moving.steps, moving.each))
    for line, step in enumerate(steps, start=1):
        named = (step.stage, step.role, words.stage(step.stage), words.role(step.role))
        for at, value in enumerate((*named, *step[2:])):
            put(book, sheet, (line, at), value)
    for at, key in enumerate(("book.stage", "book.stage", "book.from")):
        sheet.write_string(0, at + 9, say(key), book.head())
    for line, stage in enumerate(moving.steps.stages, start=1):
        for at, value in enumerate((stage.stage, words.stage(stage.stage), stage.from_orders)):
            put(book, sheet, (line, at + 9), value)
    for names, last in ((STEPS, len(steps) + 1), (STAGES, len(moving.steps.stages) + 1)):
        for given, column in names.items():
            book.book.define_name(given, "=" + ROWS.format(sheet=f"'{name}'", column=column, last=last))
    sheet.set_column(0, 1, None, None, {"hidden": True})
    sheet.set_column(2, 3, 22)
    sheet.set_column(9, 9, None, None, {"hidden": True})
    sheet.set_column(10, 10, 22)
    sheet.freeze_panes(1, 0)
    printed(sheet)


class PlanSheet:
    """The sheet of the plan while it is written."""

    def __init__(self, book: Book, sheet: Any, result: Report, words: Words) -> None:
        self.book, self.sheet, self.result, self.words = book, sheet, result, words
        store = result.plan.store
        self.volume = YellowCells(float(store.visitors or 0), float(store.orders))

    def put(self, moving: Moving, steps: str) -> None:
        """Everything on it; `steps` is the name of the sheet that it looks up."""
        say = self.words.say
        title = say("book.title", playbook=say.text(self.words.playbook.frame.name))
        self.sheet.write_string(0, 0, title, self.book.look(bold=True, font_size=14, text_wrap=False))
        self.sheet.write_string(1, 0, say("book.how", steps=steps), self.book.look(text_wrap=False, italic=True))
        self._inputs(moving)
        self._roles(moving)
        self.sheet.set_column(0, 0, 26)
        self.sheet.set_column(1, 5, 20)
        self.sheet.set_column(6, 6, None, None, {"hidden": True})
        self.sheet.freeze_panes(FIRST, 1)
        nobody = {"type": "formula", "criteria": f"=$C{FIRST + 1}=0", "format": self.book.look(font_color=FAINT)}
        self.sheet.conditional_format(FIRST, 0, FIRST + len(moving.each) - 1, 5, nobody)
        printed(self.sheet, FIRST - 1)

    def _inputs(self, moving: Moving) -> None:
        store, say, book, sheet = self.result.plan.store, self.words.say, self.book, self.sheet
        for line, key in enumerate(("book.visitors", "book.conversion", "book.orders", "book.stage", "book.people"), 2):
            sheet.write_string(line, 0, say(key), book.look(bold=True))
        currency = self.words.currency(self.result.budget.currency)
        sheet.write_string(7, 0, say("book.cost", currency=currency), book.look(bold=True))
        numbers, shares = self._input(FORMATS["number"]), self._input("0.00%")
        sheet.write_number(2, 1, self.volume.visitors, numbers)
        known = store.visitors is not None and store.conversion is not None
        sheet.write_number(3, 1, float(store.conversion or 0), shares)
        if known and float(store.visitors or 0) * float(store.conversion or 0) == self.volume.orders:
            sheet.write_formula(4, 1, "=Visitors*Conversion", numbers, self.volume.orders)
        else:
            sheet.write_number(4, 1, self.volume.orders, numbers)
        stage = stage_at(moving.steps, self.volume.orders).stage
        found = "INDEX({},MATCH(Orders,stage_from,1))"
        plain = book.look(align="left")
        sheet.write_formula(5, 1, "=" + found.format("stage_name"), plain, self.words.stage(stage))
        sheet.write_formula(5, 6, "=" + found.format("stage_id"), plain, stage)
        beyond = f'=IF(Orders>{moving.steps.most_orders!r},"{say("book.beyond")}","")'
        sheet.write_formula(8, 0, beyond, book.look(bold=True, font_color="#C00000", text_wrap=False), "")
        name = f"'{sheet.get_name()}'"
        cells = {"Visitors": "$B$3", "Conversion": "$B$4", "Orders": "$B$5", "Stage": "$G$6"}
        for given, cell in cells.items():
            book.book.define_name(given, f"={name}!{cell}")

    def _input(self, form: str) -> Any:
        return self.book.look(bg_color=INPUT, border=1, num_format=form)

    def _roles(self, moving: Moving) -> None:
        """A line a role of those that ever have anybody, and the sums above."""
        say, book, sheet, last = self.words.say, self.book, self.sheet, FIRST + len(moving.each)
        heads = ("book.role", "book.function", "book.people", "book.next", "book.each", "book.month-cost")
        for at, key in enumerate(heads):
            sheet.write_string(FIRST - 1, at, say(key), book.head(right=at > 1))
        sheet.set_row(FIRST - 1, 32)
        stage = stage_at(moving.steps, self.volume.orders)
        people = {role: people_at(stage, role, self.volume) for role in moving.each}
        for line, role in enumerate(moving.each, start=FIRST):
            self._role(line, role, stage, people[role])
        costs = sum(float(moving.each[role].likely) * count for role, count in people.items())
        whole, money = book.look(num_format=FORMATS["whole"], bold=True, align="left"), FORMATS["money"]
        sheet.write_formula(6, 1, f"=SUM(C{FIRST + 1}:C{last})", whole, sum(people.values()))
        bold = book.look(num_format=money, bold=True, align="left")
        sheet.write_formula(7, 1, f"=SUM(F{FIRST + 1}:F{last})", bold, costs)
        for line, role in enumerate(moving.each, start=FIRST):
            each = float(moving.each[role].likely)
            sheet.write_number(line, 4, each, book.look(num_format=money))
            sheet.write_formula(line, 5, f"=C{line + 1}*E{line + 1}", book.look(num_format=money), each * people[role])

    def _role(self, line: int, role: str, stage: StageThresholds, people: int) -> None:
        book, sheet, words = self.book, self.sheet, self.words
        put(book, sheet, (line, 0), words.role(role))
        put(book, sheet, (line, 1), words.function(words.playbook.roles[role].function))
        put(book, sheet, (line, 6), role)
        cell = f"$G{line + 1}"
        sheet.write_formula(line, 2, "=" + PEOPLE.format(role=cell), book.look(num_format=FORMATS["whole"]), people)
        known = stage.roles.get(role)
        coming = (at for at in known.one_more_from if at > self.volume.of(known.by)) if known else iter(())
        upper = round_up(next(coming, 0.0))
        sheet.write_array_formula(
            line, 3, line, 3, "{=" + NEXT.format(role=cell) + "}", book.look(num_format=NOTHING), upper
        )


def round_up(value: float) -> float:
    """As ROUNDUP(value, 2) does, of the fifteen digits that a spreadsheet looks at."""
    return float(Decimal(f"{value:.15g}").quantize(Decimal("0.01"), rounding=ROUND_CEILING))
