"""Owns how the results of a report are drawn: a bar a volume, and the same as a table to open."""

from collections.abc import Sequence

from teamplan.page.html.blocks import heading, table
from teamplan.page.html.markup import Markup, joined, tag
from teamplan.page.html.result import Result, result_svg
from teamplan.page.words import Words, number
from teamplan.questions.budget.chart import ChartStep
from teamplan.questions.budget.chart_page import chart_table

LEVEL = 3


def money_markup(steps: Sequence[ChartStep], words: Words) -> Markup:
    """The results over the orders; nothing where nobody says what an order is worth."""
    if not steps:
        return Markup()
    say = words.say
    title = say("result.title")
    image = result_svg([_result(step, words) for step in steps], title, say("result.orders"))
    rows = tag("details", tag("summary", say("result.table")), table(chart_table(tuple(steps), words), title))
    box = tag("div", image, class_="wide", tabindex=0, role="group", aria_label=title)
    return joined(heading(title, LEVEL), box, rows)


def _result(step: ChartStep, words: Words) -> Result:
    told = words.say("result.bar", orders=number(step.orders), result=words.money(step.result))
    return Result(step.orders, float(step.result), told)
