"""Owns the way from a file of people and a place to a pay sheet."""

from pathlib import Path

from teamplan.engine.pay.payroll import Payroll
from teamplan.engine.pay.sheet import PaySheet, PayTerms
from teamplan.errors import Problem, TeamplanError
from teamplan.playbook.pay_rules import PayRules
from teamplan.playbook.playbook import Playbook
from teamplan.reading.pay_checks import checked, roles_of
from teamplan.reading.pay_people import read_people


def terms_of(playbook: Playbook, rules: PayRules, payroll: Payroll) -> PayTerms:
    """What people are paid by at the place of a payroll."""
    rule = rules.overtime.get(payroll.paid_in)
    most = playbook.assumptions[rule.most[1:]].value.canonical if rule is not None and rule.most else None
    week = playbook.assumptions[playbook.frame.working_time.legal_week[1:]].value.canonical
    return PayTerms(rules, payroll, week, most)


def inspect_sheet(path: Path, playbook: Playbook, terms: PayTerms) -> tuple[PaySheet | None, list[Problem]]:
    """The sheet of a file, None unless all of it is sound, and every fault with its line."""
    return checked(read_people(path), terms, roles_of(playbook))


def read_sheet(path: Path, playbook: Playbook, terms: PayTerms) -> PaySheet:
    """The sheet of a file. Raises a TeamplanError with every fault in it."""
    sheet, problems = inspect_sheet(path, playbook, terms)
    if sheet is None:
        raise TeamplanError(problems)
    return sheet
