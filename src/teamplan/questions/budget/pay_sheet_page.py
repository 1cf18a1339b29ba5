"""Owns how a budget tells of a pay sheet: one line of its sums, against the plan, and what the month leaves then."""

from collections.abc import Iterator
from typing import Any

from teamplan.page.answer import Answer
from teamplan.page.blocks import Bullets, Page, Title
from teamplan.page.price import band_data, coins, coins_of
from teamplan.page.words import Words, number
from teamplan.questions.budget.pay_sheet import SheetLine
from teamplan.questions.budget.result import Budget
from teamplan.questions.budget.words import WORDS


def with_sheet(answer: Answer, budget: Budget, line: SheetLine, words: Words) -> Answer:
    """The answer of a budget with its pay sheet behind everything else."""
    words = words.of(WORDS)
    block = Title(words.say("budget.sheet-title")), Bullets(tuple(_lines(budget, line, words)))
    return answer._replace(
        page=lambda: Page((*answer.page().blocks, *block)),
        data=lambda: answer.data() | {"pay_sheet": _data(line)},
    )


def _lines(budget: Budget, line: SheetLine, words: Words) -> Iterator[str]:
    say, sheet = words.say, line.sheet
    yield say(
        "budget.sheet",
        people=words.plural("people", len(sheet.slips)),
        gross=words.money_in_coins(sheet.gross),
        contributions=words.money_in_coins(sheet.contributed.likely),
        total=words.money_in_coins(sheet.total.likely),
    )
    key = "budget.sheet-less" if line.more.amount < 0 else "budget.sheet-more"
    more = words.money_in_coins(line.more * (-1 if line.more.amount < 0 else 1))
    yield say(key, planned=words.money_in_coins(line.planned.likely), more=more)
    planned = {each.role: each.people for each in budget.roles}
    differing = [
        say(
            "budget.sheet-role",
            role=words.role(role),
            here=sheet.heads.get(role, 0),
            planned=number(planned.get(role, 0)),
        )
        for role in dict.fromkeys([*planned, *sheet.heads])
        if sheet.heads.get(role, 0) != planned.get(role, 0)
    ]
    if differing:
        yield say("budget.sheet-heads", roles=say.join(differing))
    elif line.left is not None:
        yield say("budget.sheet-left", left=words.money_in_coins(line.left))


def _data(line: SheetLine) -> dict[str, Any]:
    sheet = line.sheet
    return {
        "people": len(sheet.slips),
        "heads": sheet.heads,
        "gross": coins(sheet.gross),
        "contributions": coins(sheet.contributed.likely),
        "total": coins(sheet.total.likely),
        "range": band_data(sheet.total),
        "planned": coins(line.planned.likely),
        "more": coins(line.more),
        "whole_cost": coins(sheet.whole_cost.likely),
        "left": coins_of(line.left),
    }
