"""Owns how the result over orders is drawn: a bar a volume, losses apart from gains, and the hires in between."""

from teamplan.page.answer import Answer
from teamplan.page.blocks import Block, Lines, Page, Title
from teamplan.page.table import Cell, Column, Table, table
from teamplan.page.words import Words
from teamplan.questions.budget.chart import ChartStep
from teamplan.questions.budget.words import WORDS

BAR = 20  # characters of the largest result


def with_chart(answer: Answer, steps: tuple[ChartStep, ...], words: Words) -> Answer:
    """A budget with the chart below its page and its steps among its data."""
    words = words.of(WORDS)
    data = [{"orders": step.orders, "result": str(step.result.amount), "hires": step.hires} for step in steps]
    return answer._replace(
        page=lambda: Page((*answer.page().blocks, *_blocks(steps, words))),
        data=lambda: answer.data() | {"chart": data},
    )


def _blocks(steps: tuple[ChartStep, ...], words: Words) -> list[Block]:
    say = words.say
    return [Title(say("budget.chart-title")), chart_table(steps, words), Lines((say("budget.chart-legend"),))]


def chart_table(steps: tuple[ChartStep, ...], words: Words) -> Table:
    """A row a volume: its result as a number and as a bar, and the hires since the row above."""
    say = words.of(WORDS).say
    most = max(abs(step.result.amount) for step in steps)
    columns = (
        Column("orders", say("budget.column.orders"), "orders", 0, right=True),
        Column("result", say("budget.column.result"), "money", 0, right=True),
        Column("bar", "", page_only=True),
        Column("hires", say("budget.column.hires")),
    )

    def row(step: ChartStep) -> dict[str, Cell]:
        length = round(BAR * abs(step.result.amount) / most) if most else 0
        hires = say.join(say("hire", people=n, role=words.role(role)) for role, n in step.hires.items())
        return {
            "orders": step.orders,
            "result": step.result,
            "bar": ("░" if step.result.amount < 0 else "█") * length,
            "hires": hires,
        }

    return table(columns, (row(step) for step in steps))
