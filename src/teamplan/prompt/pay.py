"""Owns the way from the playbook of a prompt to its rules of pay."""

from teamplan.playbook.pay_rules import PayRules
from teamplan.playbook.playbook import Playbook
from teamplan.prompt.options import PlaybookOption
from teamplan.prompt.shop import place_of
from teamplan.reading.pay_rules import read_pay_rules


def rules_of(option: PlaybookOption, playbook: Playbook) -> PayRules:
    """The rules of pay of a playbook. Raises a TeamplanError with every fault in them, or where it has none."""
    return read_pay_rules(place_of(option), playbook)
