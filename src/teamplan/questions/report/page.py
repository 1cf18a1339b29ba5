"""Owns the page of a report: the pages of its answers one after the other, and the document that a browser shows."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from teamplan.page.answer import Answer
from teamplan.page.blocks import Block, Lines, Page, Title
from teamplan.page.html.blocks import drawn, title_of
from teamplan.page.html.document import TICKS, Head, document
from teamplan.page.html.markup import Markup, joined, tag
from teamplan.page.table import Cell, Column, table
from teamplan.page.words import Words
from teamplan.playbook.organisation import Organisation
from teamplan.questions.budget import page as budget_page
from teamplan.questions.budget.chart_page import with_chart
from teamplan.questions.checklist import page as checklist_page
from teamplan.questions.explain import page as explain_page
from teamplan.questions.next import page as next_page
from teamplan.questions.orgchart import page as orgchart_page
from teamplan.questions.recommend import page as plan_page
from teamplan.questions.recommend.parts import overview_of, team_and_owner
from teamplan.questions.report.answer import Report
from teamplan.questions.report.money import money_markup
from teamplan.questions.report.moving import SCRIPT, moving_data, moving_markup
from teamplan.questions.report.words import WORDS
from teamplan.version import __version__

LEVEL = 2  # of the title of a section


class Section(NamedTuple):
    """A part of a report: its id, the answer that it tells, its blocks, and what a browser gets instead of them."""

    id: str
    answer: Answer | None
    blocks: Sequence[Block]
    markup: Callable[[], Markup] | None = None


def shown(result: Report, words: Words, organisation: Organisation | None) -> Answer:
    """What `report` prints; for machines the data of its answers by section, and their tables one after the other."""
    words = words.of(WORDS)
    sections = cache(lambda: list(_sections(result, words, organisation)))
    return Answer(
        lambda: Page(tuple(block for section in sections() for block in section.blocks)),
        lambda: dict(_data(sections())),
        lambda: tuple(each for section in sections() for each in (section.answer.tables() if section.answer else ())),
        html=lambda: _document(result, sections(), words),
        workbook=lambda: _workbook(result, words),
    )


def _workbook(result: Report, words: Words) -> bytes:
    from teamplan.questions.report.workbook import workbook

    return workbook(result, words)


def _data(sections: Sequence[Section]) -> Iterator[tuple[str, Any]]:
    yield from ((section.id, section.answer.data()) for section in sections if section.answer is not None)


def _sections(result: Report, words: Words, organisation: Organisation | None) -> Iterator[Section]:
    """The sections that there is something to tell in, in the order in which they are read."""
    yield from _of_plan(result, words)
    yield from _to_come(result, words)
    yield _money(result, words)
    if result.chart is not None and organisation is not None:
        answer = orgchart_page.shown(result.chart, words, organisation)
        box = answer.chart() if answer.chart else None
        blocks = answer.page().blocks
        yield Section("organisation", answer, blocks, lambda: drawn(blocks, level=LEVEL, chart=box))
    listed = checklist_page.shown(result.checklist, words)
    title, *boxes = listed.page().blocks
    yield Section("checklist", listed, (title, Lines((words.say("report.ticks"),)), *boxes))
    yield Section("assumptions", None, tuple(_assumptions(result, words)))


def _of_plan(result: Report, words: Words) -> Iterator[Section]:
    """The first screen, the team, why, and the owner's week."""
    plan, say = result.plan, words.say
    team, owner = team_and_owner(plan, words)
    yield Section("overview", None, tuple(overview_of(plan, words)))
    if result.moving is not None:
        moving = result.moving
        yield Section("what-if", None, (), lambda: moving_markup(moving, result, words))
    yield Section("team", plan_page.shown(plan, words), team)
    reasons = [explain_page.shown(each, words) for each in result.reasons]
    trees = [reason.page().blocks[0] for reason in reasons]
    title, how = Title(say("report.reasons")), Lines((say("report.why"),))
    yield Section("reasons", None, (title, how, *trees), lambda: drawn((title, how, *trees), level=LEVEL, open_=False))
    yield Section("owner", None, owner)


def _to_come(result: Report, words: Words) -> Iterator[Section]:
    """Whom growth asks for, and an event."""
    if result.calendar is not None:
        from teamplan.questions.hire import page as hire_page

        yield _told("hiring", hire_page.shown(result.calendar, words))
    if result.outlook is not None:
        yield _told("next", next_page.shown(result.outlook, words))
    if result.peak is not None:
        from teamplan.questions.peak import page as peak_page

        yield _told("peak", peak_page.shown(result.peak, words))


def _told(id_: str, answer: Answer) -> Section:
    return Section(id_, answer, answer.page().blocks)


def _money(result: Report, words: Words) -> Section:
    """The month, where an order is worth something its results over the orders, and the months to come."""
    answer = budget_page.shown(result.budget, words)
    blocks = answer.page().blocks
    if result.results:
        answer = with_chart(answer, result.results, words)
    months = _months(result, words)
    return Section(
        "money",
        answer,
        (*answer.page().blocks, *months),
        lambda: joined(drawn(blocks, level=LEVEL), money_markup(result.results, words), drawn(months, level=LEVEL + 1)),
    )


def _months(result: Report, words: Words) -> tuple[Block, ...]:
    if result.months is None:
        return ()
    from teamplan.questions.budget.calendar_page import shown as shown_by_month

    return shown_by_month(result.months, words).page().blocks


def _assumptions(result: Report, words: Words) -> Iterator[Block]:
    say = words.say
    yield Title(say("report.assumptions"))
    yield Lines((say("report.assumed"),))
    names = ("name", "means", "value", "low", "high", "grade", "source")
    numbers = ("value", "low", "high")
    columns = [Column(name, say(f"report.column.{name}"), right=name in numbers) for name in names]
    yield table(columns, (_assumption(name, result, words) for name in result.rests_on))


def _assumption(name: str, result: Report, words: Words) -> dict[str, Cell]:
    figure = result.question.playbook.assumptions[name]
    low, high = figure.ends
    return {
        "name": name,
        "means": words.say.text(figure.means),
        "value": words.quantity(figure.value),
        "low": words.quantity(low),
        "high": words.quantity(high),
        "grade": figure.grade,
        "source": figure.source or words.say("report.our-judgement"),
    }


def _document(result: Report, sections: Sequence[Section], words: Words) -> str:
    """The document: the first screen, the contents, and each section."""
    first, *others = sections
    say = words.say
    names = [(section.id, say(f"report.{section.id}")) for section in others]
    links = (tag("li", tag("a", name, href=f"#{id_}")) for id_, name in names)
    contents = tag("nav", tag("ul", *links), aria_label=say("report.contents"))
    foot = say("report.foot", version=__version__, playbook=say.text(words.playbook.frame.name))
    head = drawn(first.blocks)
    parts = (_section(section) for section in others)
    body = tag("main", head, contents, *parts, tag("footer", tag("p", foot)))
    scripts = (TICKS,) if result.moving is None else (TICKS, SCRIPT)
    data = Markup() if result.moving is None else moving_data(result.moving, result, words)
    return document(Head(title_of(first.blocks), say.language, scripts), body, data)


def _section(section: Section) -> Markup:
    inner = drawn(section.blocks, level=LEVEL) if section.markup is None else section.markup()
    return tag("section", inner, id_=section.id)
