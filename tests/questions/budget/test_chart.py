"""The chart of the result over orders: each bar is the month that the budget tells at its volume."""

import json
from fractions import Fraction

from teamplan.engine.pay.trade import Trade
from teamplan.playbook.playbook import Playbook
from teamplan.questions.budget.answer import budget
from teamplan.questions.budget.chart import STEPS, chart
from teamplan.questions.budget.question import BudgetQuestion
from tests.cli.prompt import teamplan
from tests.shops import hired, store

WORTH = {"order_value": "80", "gross_margin": "40%", "platform_fee": "5%", "courier": "3"}
TRADE = Trade(Fraction(80), Fraction(2, 5), Fraction(1, 20), Fraction(3))
PROMPT = ("budget", "--orders", "270", "--chart")
OPTIONS = ("--order-value", "80", "--gross-margin", "40%", "--platform-fee", "5%", "--courier", "3")


def test_a_bar_is_the_month_of_its_volume_and_the_hires_are_those_in_between(playbook: Playbook) -> None:
    steps = chart(playbook, store(orders=270), TRADE)
    assert [step.orders for step in steps] == [540 * place // STEPS for place in range(1, STEPS + 1)]
    for before, step in zip(steps[::6], steps[1::6], strict=False):
        month = budget(playbook, store(orders=step.orders), BudgetQuestion.model_validate(WORTH)).month
        assert month is not None
        assert step.result == month.result
        there = hired(playbook, orders=before.orders)
        more = {role: n - there.get(role, 0) for role, n in hired(playbook, orders=step.orders).items()}
        assert step.hires == {role: n for role, n in more.items() if n > 0}


def test_losses_are_drawn_apart_from_gains() -> None:
    page = teamplan(*PROMPT, *OPTIONS, COLUMNS="80").stdout
    rows = [line for line in page.splitlines() if "█" in line or "░" in line][:-1]
    assert rows
    assert all(("░" in line) == ("-" in line.split()[1]) for line in rows)
    assert len(json.loads(teamplan(*PROMPT, *OPTIONS, "--format", "json").stdout)["chart"]) == STEPS


def test_without_a_trade_there_is_nothing_to_draw() -> None:
    wrong = teamplan(*PROMPT)
    assert (wrong.returncode, "--order-value" in wrong.stderr) == (2, True)
