"""Owns the folder of a report of several shops: an index that tells all of them, and a page a shop."""

from collections.abc import Callable, Iterator, Mapping
from urllib.parse import quote

from teamplan.page.blocks import Block, Lines, Title
from teamplan.page.file_names import file_names
from teamplan.page.html.blocks import drawn, title_of
from teamplan.page.html.document import Head, document
from teamplan.page.html.document import text as html_of
from teamplan.page.html.markup import tag
from teamplan.page.table import Grid
from teamplan.page.words import Words, number
from teamplan.playbook.organisation import Organisation
from teamplan.questions.recommend.shops_page import shown as shown_together
from teamplan.questions.report.answer import Report
from teamplan.questions.report.moving import next_line
from teamplan.questions.report.page import shown
from teamplan.questions.report.shops import ShopsReport
from teamplan.questions.report.words import WORDS
from teamplan.version import __version__

INDEX, SUFFIX = "index", ".html"
NUMBERS = frozenset({1, 3, 4})  # columns of the index that hold numbers
UNKNOWN = "-"


def files_of(
    found: ShopsReport, words: Words, organisation: Organisation | None, advance: Callable[[], None] = lambda: None
) -> dict[str, bytes]:
    """The files by name, the index last; `advance` is called after each page. No text of a name is markup in them."""
    names = file_names(found.reports, SUFFIX, taken=(INDEX,))
    files = {}
    for shop, each in found.reports.items():
        answer = shown(each, words, organisation)._replace(language=words.say.language)
        files[names[shop]] = html_of(answer).encode(errors="backslashreplace")
        advance()
    return files | {INDEX + SUFFIX: _index(found, names, words.of(WORDS)).encode(errors="backslashreplace")}


def _index(found: ShopsReport, names: Mapping[str, str], words: Words) -> str:
    say = words.say
    blocks = list(_blocks(found, names, words))
    foot = say("report.foot", version=__version__, playbook=say.text(words.playbook.frame.name))
    body = tag("main", drawn(blocks), tag("footer", tag("p", foot)))
    return document(Head(title_of(blocks), say.language), body)


def _blocks(found: ShopsReport, names: Mapping[str, str], words: Words) -> Iterator[Block]:
    """The page of all shops, with the table of their pages behind its first lines."""
    title, first, *others = shown_together(found.plan, words).page().blocks
    say = words.say
    yield from (title, first)
    yield from (Title(say("together.pages")), Lines((say("together.pages-why"),)), _pages(found, names, words))
    yield from (Title(say("together.team")), *others)


def _pages(found: ShopsReport, names: Mapping[str, str], words: Words) -> Grid:
    """A row a shop, and their sums."""
    say, plan = words.say, found.plan
    total = plan.cost.apart.total
    keys = ("shop", "orders", "stage", "people", "cost", "next", "page")
    header = tuple(say(f"together.{key}", currency=words.currency(total.likely.currency)) for key in keys)
    rows = [_row(shop, each, names[shop], words) for shop, each in found.reports.items()]
    sums = (say("plan.total"), number(plan.orders, 1), "", str(plan.apart), number(total.likely.amount, 0), "", "")
    return Grid(header, (*rows, sums), NUMBERS, frozenset({len(rows)}))


def _row(shop: str, each: Report, file: str, words: Words) -> tuple[str, ...]:
    plan, coming = each.plan, UNKNOWN if each.moving is None else next_line(each.moving, each, words)
    return (
        shop,
        number(plan.store.orders, 1),
        words.stage(plan.stage.id),
        str(plan.headcount),
        number(each.budget.payroll.likely.amount, 0),
        coming,
        tag("a", file, href=quote(file)),
    )
