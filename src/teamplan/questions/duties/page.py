"""Owns the page of a responsibility table: duties by function, the interfaces of the hub, what is to be settled."""

from collections.abc import Iterable

from teamplan.page.answer import Answer
from teamplan.page.blocks import Block, Bullets, Lines, Page, Title
from teamplan.page.problems import problem_data, tell
from teamplan.page.table import Column, Shown, Table, table
from teamplan.page.words import Words, number
from teamplan.playbook.management import Management
from teamplan.questions.duties.answer import DutyLine, DutyTable
from teamplan.questions.duties.words import WORDS

BETWEEN = "; "  # names in one cell for machines


def shown(result: DutyTable, management: Management, words: Words) -> Answer:
    """What `duties` prints."""
    words = words.of(WORDS)
    duties = _duties(result, words)
    interfaces = _interfaces(result, management, words)
    return Answer(
        lambda: _page(result, duties, interfaces, words),
        lambda: _data(result, words),
        lambda: (duties, interfaces),
    )


def _data(result: DutyTable, words: Words) -> dict[str, object]:
    return {
        "stage": result.stage,
        "orders": result.orders,
        "duties": [_plain(line) for line in result.lines],
        "interfaces": [
            {"interface": each.interface, "hub": each.hub, "with": list(each.parties)} for each in result.interfaces
        ],
        "findings": [problem_data(each, words.say) for each in result.findings],
    }


def _plain(line: DutyLine) -> dict[str, object]:
    return {
        "duty": line.duty,
        "function": line.function,
        "does": list(line.does),
        "answers": line.answers,
        "covers": list(line.covers),
        "told": list(line.told),
        "shared": line.shared,
        "bought_in": line.bought_in,
    }


def _page(result: DutyTable, duties: Table, interfaces: Table, words: Words) -> Page:
    say = words.say
    blocks: list[Block] = [
        Title(say("duties.title", stage=words.stage(result.stage), orders=number(result.orders))),
        duties,
        Lines((say("duties.how"),)),
    ]
    if result.interfaces:
        hub = _name(result.interfaces[0].hub, result, words)
        blocks += [Title(say("duties.interfaces", hub=hub)), interfaces]
    if result.findings:
        blocks += [Title(say("duties.to-mend")), Bullets(tuple(tell(result.findings, say).split("\n")))]
    elif result.names is not None:
        blocks.append(Lines((say("duties.settled"),)))
    return Page(tuple(blocks))


def _duties(result: DutyTable, words: Words) -> Table:
    """A row for each duty, under a heading for each function."""
    say = words.say
    columns = (
        Column("function"),
        Column("duty", say("duties.duty")),
        Column("does", say("duties.does")),
        Column("answers", say("duties.answers")),
        Column("covers", say("duties.covers")),
        Column("told", say("duties.told")),
    )
    rows: list[dict[str, object]] = []
    heads: set[int] = set()
    for line in result.lines:
        if not rows or rows[-1]["function"] != line.function:
            heads.add(len(rows))
            rows.append({"function": line.function, "duty": words.function(line.function)})
        rows.append(_row(line, result, words))
    return table(columns, rows, sums=frozenset(heads))


def _row(line: DutyLine, result: DutyTable, words: Words) -> dict[str, object]:
    say = words.say
    does = _names(line.does, result, words)
    if line.bought_in:
        does = Shown(does.value, say("duties.by-the-hour", role=does.text))
    covers = _names(line.covers, result, words)
    if line.shared and set(line.covers) == set(line.does):
        covers = Shown(covers.value, say("duties.each-other"))
    return {
        "function": line.function,
        "duty": Shown(line.duty, words.duty(line.duty)),
        "does": does,
        "answers": Shown(line.answers, _name(line.answers, result, words)),
        "covers": covers,
        "told": Shown(BETWEEN.join(line.told), say.join(_name(each, result, words) for each in line.told)),
    }


def _interfaces(result: DutyTable, management: Management, words: Words) -> Table:
    say = words.say
    columns = (
        Column("interface", say("duties.interface")),
        Column("about", say("duties.about"), page_only=True),
        Column("hub"),
        Column("with", say("duties.with")),
    )
    rows = (
        {
            "interface": Shown(each.interface, say.text(management.interfaces[each.interface].name)),
            "about": say.text(management.interfaces[each.interface].about),
            "hub": each.hub,
            "with": _names(each.parties, result, words),
        }
        for each in result.interfaces
    )
    return table(columns, rows)


def _names(given: Iterable[str], result: DutyTable, words: Words) -> Shown:
    names = list(given)
    text = words.say.join(_name(each, result, words) for each in names) if names else words.say("duties.nobody")
    return Shown(BETWEEN.join(names), text)


def _name(given: str, result: DutyTable, words: Words) -> str:
    """A role by its title; people of a file as they are written there."""
    return given if given in (result.names or ()) else words.role(given)
