"""Owns YAML output."""

from typing import Any

import yaml

from teamplan.page.answer import Answer, document


def text(answer: Answer) -> str:
    """The data of an answer as YAML."""
    return to_yaml(document(answer))


def to_yaml(data: Any) -> str:
    """YAML text in the order given, every character as it is."""
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000)


def in_one_line(data: Any) -> str:
    """The same on one line, in braces."""
    written = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000, default_flow_style=True)
    return written.rstrip("\n")
