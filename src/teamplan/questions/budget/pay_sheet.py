"""Owns the budget's line of a pay sheet: what the people on it cost, against the plan and in the month's result."""

from teamplan.engine.pay.band import Band, summed
from teamplan.engine.pay.payroll import payroll_of
from teamplan.engine.pay.sheet import PaySheet
from teamplan.playbook.money import Money
from teamplan.playbook.pay_rules import PayRules
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store
from teamplan.questions.budget.result import Budget
from teamplan.reading.pay_sheet import read_sheet, terms_of
from teamplan.reading.text import named_file
from teamplan.record import Record


class SheetLine(Record):
    """A pay sheet in a budget; `planned` is the pay with contributions of the people of the budget.

    `left` is what the month leaves when the people on the sheet are the team; None where no order value was given.
    """

    sheet: PaySheet
    planned: Band
    left: Money | None

    @property
    def more(self) -> Money:
        """What the sheet pays more than planned, contributions with it; below zero where it pays less."""
        return self.sheet.total.likely - self.planned.likely


def read_line(path: str, playbook: Playbook, store: Store, rules: PayRules) -> PaySheet:
    """The sheet of a file at the place of a shop. Raises a TeamplanError with every fault."""
    return read_sheet(named_file(path), playbook, terms_of(playbook, rules, payroll_of(playbook, store)))


def line_of(budget: Budget, sheet: PaySheet) -> SheetLine:
    """The line of a sheet in a budget. With a trade the month leaves what the plan's does, and the difference."""
    paid = ((each.each.pay + each.each.contributed) * each.people for each in budget.roles)
    people = summed((each.total for each in budget.roles), budget.currency).likely
    month, cost = budget.month, sheet.whole_cost.likely
    left = None if month is None else month.result + people - cost
    return SheetLine(sheet, summed(paid, budget.currency), left)
