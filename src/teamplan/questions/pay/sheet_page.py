"""Owns the page of a pay sheet, and what its check says."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from teamplan.engine.pay.sheet import PaySheet, Payslip
from teamplan.errors import Problem
from teamplan.page.answer import Answer
from teamplan.page.blocks import Bullets, Page, Title
from teamplan.page.faults import faults_shown
from teamplan.page.price import band_data, coins
from teamplan.page.problems import printable
from teamplan.page.table import Cell, Column, Shown, Table, table
from teamplan.page.words import Words, number
from teamplan.playbook.money import Money, nothing, rounded
from teamplan.questions.pay.slip_data import COEFFICIENTS, coin_text, in_coins, least_of, slip_data
from teamplan.questions.pay.words import WORDS

BY_RESULTS = ("floating", "bonus", "commission", "received")
BESIDE = ("overtime", "incentive", "other")
IN_ROWS = (*BY_RESULTS, *BESIDE)


def check_shown(file: str, sheet: PaySheet | None, problems: Sequence[Problem], words: Words) -> Answer:
    """What `pay check` answers: every fault with its line, or that all people are sound."""
    say = words.of(WORDS).say
    end = say("pay.sound", place=printable(file), people=len(sheet.slips) if sheet else 0)
    if problems:
        end = say("pay.one-problem" if len(problems) == 1 else "pay.problems", count=len(problems))
    return faults_shown(problems, end, say)


def shown(sheet: PaySheet, words: Words) -> Answer:
    """What `pay sheet` prints."""
    words = words.of(WORDS)
    return Answer(lambda: _page(sheet, words), lambda: _data(sheet), lambda: (_slips(sheet, words),))


def _page(sheet: PaySheet, words: Words) -> Page:
    gross, total = words.money_in_coins(sheet.gross), words.money_in_coins(sheet.total.likely)
    title = words.say("pay.sheet-title", gross=gross, total=total, people=len(sheet.slips))
    lines = (*_inquiries(sheet, words), *_remarks(sheet, words), words.say("pay.genuine"))
    return Page((Title(title), _slips(sheet, words), Bullets(lines)))


def _slips(sheet: PaySheet, words: Words) -> Table:
    say = words.say
    columns = (
        Column("name", say("pay.column.name")),
        Column("role", say("pay.column.role")),
        *(Column(f"{key}_factor") for key in (*COEFFICIENTS, "performance")),
        Column("fixed", say("pay.column.fixed"), "money", right=True),
        *(Column(key) for key in IN_ROWS),
        Column("variable", say("pay.column.variable"), "money", right=True, page_only=True),
        Column("more", say("pay.column.more"), "money", right=True, page_only=True),
        Column("gross", say("pay.column.gross"), "money", right=True),
        Column("contributions"),
        Column("total", say("pay.column.total"), "money", right=True),
        Column("currency"),
    )
    rows = [_row(slip, words) for slip in sheet.slips]
    rows.append(_sum_row(sheet, words))
    return table(columns, rows, sums=frozenset({len(rows) - 1}))


def _row(slip: Payslip, words: Words) -> dict[str, Cell]:
    factors = {f"{key}_factor": float(getattr(slip.factors, key)) for key in COEFFICIENTS}
    name = {"name": slip.person.name, "role": Shown(slip.role, words.role(slip.role))}
    performance = {"performance_factor": float(slip.performance.coefficient), "currency": slip.gross.currency}
    return name | factors | performance | _sums(slip.parts, slip.gross, slip.cost.contributed.likely, slip.total.likely)


def _sum_row(sheet: PaySheet, words: Words) -> dict[str, Cell]:
    start = nothing(sheet.terms.payroll.paid_in)
    parts = {key: sum((slip.parts[key] for slip in sheet.slips), start) for key in sheet.slips[0].parts}
    sums = _sums(parts, sheet.gross, sheet.contributed.likely, sheet.total.likely)
    return {"name": words.say("pay.sum")} | sums


def _sums(parts: Mapping[str, Money], gross: Money, contributed: Money, total: Money) -> dict[str, Cell]:
    start = nothing(gross.currency)
    sums = dict(parts) | {"gross": gross, "contributions": contributed, "total": total}
    sums["variable"] = sum((parts[key] for key in BY_RESULTS), start)
    sums["more"] = sum((parts[key] for key in BESIDE), start)
    return {key: Shown(coins(each), coin_text(each)) for key, each in sums.items()}


def _inquiries(sheet: PaySheet, words: Words) -> Iterator[str]:
    say, found = words.say, sheet.inquiries
    if found is None:
        return
    currency = sheet.terms.payroll.paid_in
    sums = {"planned": found.planned, "benchmark": found.benchmark, "each": found.each, "closed": found.closed}
    told = {name: words.money_in_coins(rounded(each, currency)) for name, each in sums.items() if each is not None}
    if found.target is None:
        yield say("pay.inquiry-no-target")
    else:
        yield say("pay.inquiry-target", target=number(found.target), **told)
    if found.each is not None:
        yield say("pay.inquiry-cost", **told)
    if found.closed is not None:
        yield say("pay.inquiry-closed", **told)


def _remarks(sheet: PaySheet, words: Words) -> Iterator[str]:
    say = words.say
    yield place_line(sheet, words)
    total = sheet.total
    yield say("pay.range", low=words.money_in_coins(total.low), high=words.money_in_coins(total.high))
    cleaned = [
        slip.person.name for slip in sheet.slips if slip.person.inquiries_not_genuine or slip.person.sales_not_genuine
    ]
    if cleaned:
        yield say("pay.left-out", names=say.join(cleaned))


def place_line(sheet: PaySheet, words: Words) -> str:
    """Where the sheet holds: the minimum wage and the contributions of which place."""
    say, payroll = words.say, sheet.terms.payroll
    least = least_of(sheet.terms)
    if payroll.place is None or least is None:
        return say("pay.no-place")
    key = "pay.place" if payroll.given else "pay.place-assumed"
    return say(key, place=say.text(payroll.place.name), least=words.money_in_coins(least), first=payroll.place.first)


def _data(sheet: PaySheet) -> dict[str, Any]:
    payroll, found, least = sheet.terms.payroll, sheet.inquiries, least_of(sheet.terms)
    return {
        "currency": payroll.paid_in,
        "place": {"id": payroll.place_id, "given": payroll.given},
        "minimum_wage": None if least is None else coins(least),
        "gross": coins(sheet.gross),
        "contributions": coins(sheet.contributed.likely),
        "total": coins(sheet.total.likely),
        "range": band_data(sheet.total),
        "inquiries": None
        if found is None
        else {
            "planned": in_coins(found.planned, payroll.paid_in),
            "benchmark": in_coins(found.benchmark, payroll.paid_in),
            "target": None if found.target is None else float(found.target),
            "each": in_coins(found.each, payroll.paid_in),
            "closed": in_coins(found.closed, payroll.paid_in),
        },
        "people": [slip_data(slip, sheet.terms) for slip in sheet.slips],
    }
